//! Words of estimate: how likely a statement is, on one of two published scales that name the range they mean.
//!
//! The PHIA probability yardstick (UK, Professional Head of Intelligence Assessment) and Intelligence Community
//! Directive 203 (US, Office of the Director of National Intelligence, paragraph D.6.e.(2)(a)). They share words and
//! mean other ranges by them, so an estimate is never shown without its scale.

use super::Words;

/// A scale of words.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    /// By which an editor names it: `PHIA`.
    pub name: &'static str,
    /// The key of what readers see: "PHIA probability yardstick (UK)".
    pub key: &'static str,
    /// Its steps, the least likely first.
    pub terms: &'static [Term],
}

/// One step of a scale.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// The words for it, all of the same meaning; the first is the one that legends show first.
    pub words: &'static [&'static str],
    /// Where its range begins, in per cent.
    pub low: u8,
    /// Where its range ends, in per cent.
    pub high: u8,
    /// The key of how the range is said: "55–75 %".
    range: &'static str,
}

const fn term(words: &'static [&'static str], low: u8, high: u8) -> Term {
    Term { words, low, high, range: "estimate-range" }
}

const fn said(range: &'static str, term: Term) -> Term {
    Term { range, ..term }
}

impl Term {
    /// The range in words: "55–75 %".
    #[must_use]
    pub fn range_in(&self, words: &Words) -> String {
        let (low, high) = (self.low.to_string(), self.high.to_string());
        words.fill(self.range, &[("low", (&low).into()), ("high", (&high).into())])
    }
}

/// The PHIA probability yardstick. Between its steps are gaps, so that nobody reads more into a word than is meant.
pub static PHIA: Scale = Scale {
    name: "PHIA",
    key: "estimate-phia",
    terms: &[
        said("estimate-range-up-to", term(&["remote chance"], 0, 5)),
        term(&["highly unlikely"], 10, 20),
        term(&["unlikely"], 25, 35),
        said("estimate-range-under", term(&["realistic possibility"], 40, 50)),
        term(&["likely", "probable"], 55, 75),
        term(&["highly likely"], 80, 90),
        said("estimate-range-and-more", term(&["almost certain"], 95, 100)),
    ],
};

/// The words of ICD-203.
pub static ICD_203: Scale = Scale {
    name: "ICD-203",
    key: "estimate-icd-203",
    terms: &[
        term(&["almost no chance", "remote"], 1, 5),
        term(&["very unlikely", "highly improbable"], 5, 20),
        term(&["unlikely", "improbable", "improbably"], 20, 45),
        term(&["roughly even chance", "roughly even odds"], 45, 55),
        term(&["likely", "probable", "probably"], 55, 80),
        term(&["very likely", "highly probable"], 80, 95),
        term(&["almost certain", "almost certainly", "nearly certain"], 95, 99),
    ],
};

/// A word of estimate on its scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Estimate {
    /// The word, as the scale spells it.
    pub word: &'static str,
    /// Its scale.
    pub scale: &'static Scale,
    /// Its step.
    pub term: &'static Term,
}

impl Estimate {
    /// The estimate that was written. The scale can be named before the word: `ICD-203: likely`. A word that both
    /// scales hold is the PHIA's where none is named.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let (named, word) = match written.split_once(':') {
            Some((scale, word)) => (scale.trim(), word.trim()),
            None => ("", written.trim()),
        };
        let scales = [&PHIA, &ICD_203];
        let mut scales =
            scales.into_iter().filter(|scale| named.is_empty() || scale.name.eq_ignore_ascii_case(named));
        scales.find_map(|scale| {
            scale.terms.iter().find_map(|term| {
                let word = term.words.iter().find(|known| known.eq_ignore_ascii_case(word))?;
                Some(Self { word, scale, term })
            })
        })
    }

    /// With its scale and range: "likely (PHIA: 55–75 %)".
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        let range = self.term.range_in(words);
        let gaps =
            [("word", self.word.into()), ("scale", self.scale.name.into()), ("range", (&range).into())];
        words.fill("estimate", &gaps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(written: &str) -> Option<String> {
        Estimate::read(written).map(|estimate| estimate.words(&Words::english()))
    }

    #[test]
    fn words_of_estimate_name_their_scale() {
        for (written, expected) in [
            ("Likely", Some("likely (PHIA: 55–75\u{a0}%)")),
            ("probable", Some("probable (PHIA: 55–75\u{a0}%)")),
            ("ICD-203: likely", Some("likely (ICD-203: 55–80\u{a0}%)")),
            ("icd-203:unlikely", Some("unlikely (ICD-203: 20–45\u{a0}%)")),
            ("unlikely", Some("unlikely (PHIA: 25–35\u{a0}%)")),
            ("almost certain", Some("almost certain (PHIA: 95\u{a0}% and more)")),
            ("almost certainly", Some("almost certainly (ICD-203: 95–99\u{a0}%)")),
            ("very likely", Some("very likely (ICD-203: 80–95\u{a0}%)")),
            ("maybe", None),
            ("", None),
            ("PHIA: very likely", None),
            ("IPCC: likely", None),
        ] {
            assert_eq!(words(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn steps_rise_and_do_not_overlap() {
        for scale in [&PHIA, &ICD_203] {
            assert!(scale.terms.iter().all(|term| term.low < term.high && term.high <= 100));
            assert!(scale.terms.is_sorted_by(|a, b| a.high <= b.low), "{}", scale.name);
        }
    }
}
