//! Chance that is the same on every machine: whole numbers alone, no clock, no mathematical library.
//!
//! A [`Chance`] begins from the seed and from what it is for (`Chance::of(seed, &[BODY, 17])`), so every document can
//! be made by itself, in any order and by any thread. A [`Ranking`] draws as links are drawn in real dossiers: few
//! things are named often, most are named rarely (Zipf's law).

/// A stream of numbers (SplitMix64).
pub(crate) struct Chance(u64);

impl Chance {
    /// The stream of this seed for this purpose.
    pub(crate) fn of(seed: u64, purpose: &[u64]) -> Self {
        let mut stream = Self(seed);
        for part in purpose {
            stream.0 = stream.next() ^ part.wrapping_mul(0xd6e8_feb8_6659_fd93);
        }
        stream
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A number from 0 up to and without `end`; 0 where there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// A number from `least` to `most`, both among them.
    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of these.
    pub(crate) fn one<'a>(&mut self, these: &[&'a str]) -> &'a str {
        these[self.below(these.len())]
    }
}

/// Things by how often they are named: the one of rank `r` with the weight `1 / (r + 16)`.
pub(crate) struct Ranking {
    /// The weights up to and with each rank.
    sums: Vec<u64>,
    /// Which thing has which rank: `rank * step + first`, so that neighbours in rank are none in number.
    step: usize,
    first: usize,
}

impl Ranking {
    const FLATTEN: u64 = 16;

    /// So many things, in an order of this seed's own.
    pub(crate) fn new(count: usize, seed: u64) -> Self {
        let mut chance = Chance::of(seed, &[u64::MAX, count as u64]);
        let divides = |step: usize| {
            let (mut a, mut b) = (step, count);
            while b != 0 {
                (a, b) = (b, a % b);
            }
            a
        };
        let mut step = count / 2 + chance.below(count / 2 + 1);
        while count > 0 && divides(step) != 1 {
            step += 1;
        }
        let weights = (0..count as u64).map(|rank| (1_u64 << 40) / (rank + Self::FLATTEN));
        let sums = weights
            .scan(0, |sum, weight| {
                *sum += weight;
                Some(*sum)
            })
            .collect();
        Self { sums, step, first: chance.below(count) }
    }

    /// How many things there are.
    pub(crate) fn count(&self) -> usize {
        self.sums.len()
    }

    /// The rank of one of them; small ones are drawn often.
    pub(crate) fn rank(&self, chance: &mut Chance) -> usize {
        let all = self.sums.last().copied().unwrap_or_default();
        let drawn = chance.below(all as usize) as u64;
        self.sums.partition_point(|sum| *sum <= drawn)
    }

    /// The number of one of them.
    pub(crate) fn draw(&self, chance: &mut Chance) -> usize {
        (self.rank(chance) * self.step + self.first) % self.count()
    }
}
