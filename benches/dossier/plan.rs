//! What the dossier consists of: which page is of which kind, and what it is called, worked out from its number alone.
//!
//! No list of pages is kept: the plan of a million pages is as quick to make as that of a hundred, but for the weights
//! of the links.

use super::chance::{Chance, Ranking};
use super::words::{
    ACTS, ADJECTIVES, BEGINNINGS, BODIES, DEEDS, ENDINGS, FIRST_NAMES, INITIALS, MODELS, OBJECTS, PAPERS,
    PLACES, Parts, TOWN_ENDINGS, TRADES, VOWELS,
};
use super::{Options, Profile};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Person,
    Organisation,
    Event,
    Place,
    Product,
    Claim,
    Source,
}

use Kind::{Claim, Event, Organisation, Person, Place, Product, Source};

impl Kind {
    pub(crate) const ALL: [Self; 7] = [Person, Organisation, Event, Place, Product, Claim, Source];

    /// Its folder below `content/`.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Person => "people",
            Organisation => "organisations",
            Event => "events",
            Place => "places",
            Product => "products",
            Claim => "claims",
            Source => "sources",
        }
    }
}

/// Of twenty pages in a row, which is of which kind.
const PLAIN: [Kind; 20] = [
    Person,
    Event,
    Organisation,
    Person,
    Event,
    Person,
    Source,
    Organisation,
    Person,
    Event,
    Person,
    Event,
    Organisation,
    Person,
    Event,
    Person,
    Source,
    Organisation,
    Person,
    Event,
];
const FULL: [Kind; 20] = [
    Person,
    Source,
    Organisation,
    Event,
    Claim,
    Person,
    Event,
    Place,
    Person,
    Organisation,
    Source,
    Claim,
    Person,
    Event,
    Product,
    Person,
    Source,
    Organisation,
    Event,
    Person,
];

/// One page: its number in the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entity(pub(crate) usize);

pub(crate) struct Plan<'a> {
    pub(crate) options: &'a Options,
    pattern: [Kind; 20],
    all: Ranking,
    kinds: [Ranking; 7],
    pub(crate) prose: Ranking,
}

impl<'a> Plan<'a> {
    pub(crate) fn new(options: &'a Options) -> Self {
        let pattern = if options.profile == Profile::Plain { PLAIN } else { FULL };
        let of = |kind: Kind, pages: usize| pattern[..pages].iter().filter(|slot| **slot == kind).count();
        let count = |kind| options.n / 20 * of(kind, 20) + of(kind, options.n % 20);
        Self {
            options,
            pattern,
            all: Ranking::new(options.n, options.seed),
            kinds: Kind::ALL.map(|kind| Ranking::new(count(kind), options.seed)),
            prose: Ranking::new(super::words::PROSE.len(), options.seed),
        }
    }

    /// Every page in order.
    pub(crate) fn kind(&self, entity: Entity) -> Kind {
        self.pattern[entity.0 % 20]
    }

    /// Which of its kind a page is, from 0.
    pub(crate) fn nth(&self, entity: Entity) -> usize {
        let kind = self.kind(entity);
        let of = |slots: &[Kind]| slots.iter().filter(|slot| **slot == kind).count();
        entity.0 / 20 * of(&self.pattern) + of(&self.pattern[..entity.0 % 20])
    }

    /// The n-th page of a kind.
    pub(crate) fn entity(&self, kind: Kind, nth: usize) -> Entity {
        let slots: Vec<usize> = (0..20).filter(|slot| self.pattern[*slot] == kind).collect();
        Entity(nth / slots.len() * 20 + slots[nth % slots.len()])
    }

    /// How many pages of a kind there are.
    pub(crate) fn count(&self, kind: Kind) -> usize {
        self.kinds[kind as usize].count()
    }

    /// Any page, those that are named often before others.
    pub(crate) fn any(&self, chance: &mut Chance) -> Entity {
        Entity(self.all.draw(chance))
    }

    /// A page of this kind, where there is one.
    pub(crate) fn one(&self, kind: Kind, chance: &mut Chance) -> Option<Entity> {
        (self.count(kind) > 0).then(|| self.entity(kind, self.kinds[kind as usize].draw(chance)))
    }

    /// A page of the same kind that comes earlier, so that relations of this sort never run in a circle.
    pub(crate) fn earlier(&self, entity: Entity, chance: &mut Chance) -> Option<Entity> {
        let nth = self.nth(entity);
        (nth > 0).then(|| self.entity(self.kind(entity), chance.below(nth)))
    }

    pub(crate) fn title(&self, entity: Entity) -> String {
        let nth = self.nth(entity);
        match self.kind(entity) {
            Person => {
                let [first, middle, a, b, c] =
                    names(nth, [FIRST_NAMES, INITIALS, BEGINNINGS, VOWELS, ENDINGS]);
                format!("{first} {middle}. {a}{b}{c}")
            }
            Organisation => {
                let [what, trade, body, a, b, c] =
                    names(nth, [ADJECTIVES, TRADES, BODIES, BEGINNINGS, VOWELS, TOWN_ENDINGS]);
                format!("{what} {trade} {body} of {a}{b}{c}")
            }
            Event => {
                let [act, trade, body, a, b, c] =
                    names(nth, [ACTS, TRADES, BODIES, BEGINNINGS, VOWELS, TOWN_ENDINGS]);
                format!("{act} of the {trade} {body}, {a}{b}{c}")
            }
            Place => {
                let [a, b, c, what] = names(nth, [BEGINNINGS, VOWELS, TOWN_ENDINGS, PLACES]);
                format!("{a}{b}{c} {what}")
            }
            Product => {
                let [model, a, b, c] = names(nth, [MODELS, BEGINNINGS, VOWELS, ENDINGS]);
                format!("{a}{b}{c} {model} {}", 100 + nth % 900)
            }
            Claim => {
                let [trade, body, a, b, c, did, what] =
                    names(nth, [TRADES, BODIES, BEGINNINGS, VOWELS, TOWN_ENDINGS, DEEDS, OBJECTS]);
                format!("The {trade} {body} of {a}{b}{c} {did} {what}")
            }
            Source => {
                let [paper, a, b, c] = names(nth, [PAPERS, BEGINNINGS, VOWELS, TOWN_ENDINGS]);
                format!("{paper} no. {}, {a}{b}{c}", nth + 1)
            }
        }
    }

    /// Its id, which is the name of its file too.
    pub(crate) fn id(&self, entity: Entity) -> String {
        let mut id = String::new();
        for letter in self.title(entity).chars() {
            match letter {
                'ø' | 'ö' => id.push_str("oe"),
                'ü' => id.push_str("ue"),
                _ if letter.is_ascii_alphanumeric() => id.push(letter.to_ascii_lowercase()),
                _ if !id.ends_with('-') && !id.is_empty() => id.push('-'),
                _ => {}
            }
        }
        id
    }

    /// A short name: that of people may be shared with others, all others are their own.
    pub(crate) fn alias(&self, entity: Entity) -> Option<String> {
        let title = self.title(entity);
        let capitals = || title.chars().filter(char::is_ascii_uppercase).collect::<String>();
        match self.kind(entity) {
            Person => title.split_once(' ').map(|(first, last)| format!("{}. {last}", &first[..1])),
            Organisation | Product => Some(format!("{}-{}", capitals(), self.nth(entity) + 1)),
            Source => title.split_once(',').map(|(number, _)| number.to_owned()),
            Event | Place | Claim => None,
        }
    }
}

/// One part from each list, each choice of parts for one number alone; neighbours look unlike each other.
fn names<const N: usize>(nth: usize, lists: [Parts; N]) -> [&'static str; N] {
    // A prime that divides the length of no list: multiplying by it loses no number.
    const SCATTER: u64 = 2_654_435_761;
    let all: u64 = lists.iter().map(|list| list.len() as u64).product();
    let mut number = nth as u64 % all * SCATTER % all;
    lists.map(|list| {
        let part = list[(number % list.len() as u64) as usize];
        number /= list.len() as u64;
        part
    })
}
