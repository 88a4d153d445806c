//! The sources in the order of a bibliography: by the words of their entries, under their first letters.

use std::collections::HashMap;

use rayon::prelude::*;

use super::citations::Citations;
use crate::link::indexes::{GroupedList, initial};
use crate::model::{EntityId, fold};

/// All sources as a bibliography has them.
#[derive(Debug, Default)]
pub struct FiledSources {
    /// The sources that have an entry, by id.
    pub ids: Vec<EntityId>,
    /// Their order and their groups.
    pub list: GroupedList,
}

impl FiledSources {
    /// File these sources.
    pub(super) fn of(citations: &Citations) -> Self {
        let ids: Vec<&EntityId> = citations.records().map(|record| &record.id).collect();
        let filed = ids.into_par_iter().filter_map(|id| {
            let words = filed_under(&citations.entry(id, None)?);
            Some((fold(&words), id.clone(), initial(&words)))
        });
        let mut filed: Vec<_> = filed.collect();
        filed.sort();
        // What begins with the same letter stands together, where the first of it stands.
        let mut letters: HashMap<&str, usize> = HashMap::new();
        for (_, _, letter) in &filed {
            let next = letters.len();
            letters.entry(letter).or_insert(next);
        }
        let mut order: Vec<usize> = (0..filed.len()).collect();
        order.sort_by_key(|place| letters.get(&*filed[*place].2).copied());
        let list = GroupedList::new(order, |place| filed[place].2.clone());
        Self { ids: filed.into_iter().map(|(_, id, _)| id).collect(), list }
    }
}

/// The words of an entry by which it is filed: without tags, and without the marks it begins with.
fn filed_under(html: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    words.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::filed_under;

    #[test]
    fn an_entry_is_filed_under_its_words() {
        assert_eq!(filed_under("“<a href=\"a.html\">On the <em>Run</em></a>.” 2017"), "On the Run.” 2017");
    }
}
