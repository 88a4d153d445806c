//! Where a reader who goes through time stops: at the end of each month in which an entry of the timeline became known.

use super::Period;
use crate::model::date::Day;

/// How many stops there are at most. More could neither be told apart on a slider nor carried by every page.
const MOST_STOPS: usize = 480;

/// The months of these days, which are in order; where those are too many, the years, then the decades, the centuries
/// and so on.
pub(super) fn stops(days: &[Day]) -> Vec<Period> {
    let mut stops: Vec<Period> = days.iter().map(|day| Period::month_of(*day)).collect();
    stops.dedup();
    let mut years = 1_i64;
    while stops.len() > MOST_STOPS {
        for stop in &mut stops {
            *stop = Period::year_of(
                stop.year().div_euclid(years).saturating_mul(years).saturating_add(years - 1),
            );
        }
        stops.dedup();
        let Some(more) = years.checked_mul(10) else { break };
        years = more;
    }
    stops
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(days: &[Day]) -> Vec<String> {
        stops(days).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_month_is_one_stop() {
        let days = [(-44, 3, 15), (2017, 12, 1), (2017, 12, 3), (2018, 1, 1)];
        let days = days.map(|(year, month, day)| Day { year, month, day });
        assert_eq!(named(&days), ["bce-45-03", "2017-12", "2018-01"]);
    }

    #[test]
    fn too_many_months_become_years_and_decades() {
        let first = Day { year: 1900, month: 1, day: 1 };
        let months =
            |years: i64| -> Vec<Day> { (0..years * 12).map(|month| first.plus_months(month)).collect() };
        let years = named(&months(200));
        assert_eq!((years.len(), &*years[0], &*years[199]), (200, "1900", "2099"));
        let decades = named(&months(500));
        assert_eq!((decades.len(), &*decades[0], &*decades[49]), (50, "1909", "2399"));
        let far = [Day { year: i64::MIN, month: 1, day: 1 }, Day { year: i64::MAX, month: 12, day: 31 }];
        assert_eq!(stops(&far).len(), 2);
    }

    proptest::proptest! {
        /// The last stop reaches over all days, and each is later than the one before.
        #[test]
        fn stops_go_on_to_the_end(mut days in proptest::collection::vec(-400_000_i64..40_000, 1..600)) {
            days.sort_unstable();
            let days: Vec<Day> = days.into_iter().map(Day::since_1970).collect();
            let stops = stops(&days);
            proptest::prop_assert!(stops.len() <= MOST_STOPS);
            proptest::prop_assert!(stops.windows(2).all(|pair| pair[0].last_day() < pair[1].last_day()));
            proptest::prop_assert!(days.last() <= stops.last().map(|stop| stop.last_day()).as_ref());
        }
    }
}
