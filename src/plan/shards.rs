//! Which part of the work belongs to one of several machines, so that every machine comes to the same answer alone.

use crate::model::grade::Shard;

/// The places of the names that belong to a shard: decided by each name alone, so that a new one moves no other.
pub fn by_name(names: &[&str], shard: Shard) -> Vec<usize> {
    let belongs = |name: &&str| number(name) % shard.count.max(1) as u64 == (shard.index - 1) as u64;
    (0..names.len()).filter(|&place| belongs(&names[place])).collect()
}

/// The places of the names that belong to a shard, so that all shards take about the same time. `seconds` says how long
/// each took before; one that is not known is taken for an average one.
pub fn by_time(names: &[&str], seconds: impl Fn(&str) -> Option<f64>, shard: Shard) -> Vec<usize> {
    let known: Vec<f64> = names.iter().filter_map(|name| seconds(name)).collect();
    #[expect(clippy::cast_precision_loss, reason = "no class has so many submissions")]
    let mean = if known.is_empty() { 1.0 } else { known.iter().sum::<f64>() / known.len() as f64 };
    let mut longest: Vec<(f64, usize)> =
        names.iter().enumerate().map(|(place, name)| (seconds(name).unwrap_or(mean), place)).collect();
    longest.sort_by(|one, two| two.0.total_cmp(&one.0).then(names[one.1].cmp(names[two.1])));
    let mut loads = vec![0.0_f64; shard.count.max(1)];
    let mut mine = Vec::new();
    for (time, place) in longest {
        let least = (0..loads.len()).min_by(|&one, &two| loads[one].total_cmp(&loads[two])).unwrap_or(0);
        // What takes no time at all is spread as well.
        loads[least] += time.max(1e-6);
        if least + 1 == shard.index {
            mine.push(place);
        }
    }
    mine.sort_unstable();
    mine
}

/// The same on every machine and with every version.
fn number(name: &str) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&blake3::hash(name.as_bytes()).as_bytes()[..8]);
    u64::from_le_bytes(first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(count: usize, part: impl Fn(Shard) -> Vec<usize>) -> Vec<Vec<usize>> {
        (1..=count).map(|index| part(Shard { index, count })).collect()
    }

    proptest! {
        #[test]
        fn every_name_belongs_to_exactly_one_shard(
            names in proptest::collection::btree_set("[a-z]{1,8}", 0..40),
            times in proptest::collection::vec(0.0_f64..100.0, 40),
            count in 1_usize..7,
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let seconds = |name: &str| {
                let place = names.iter().position(|known| *known == name)?;
                (place % 3 != 0).then(|| times[place])
            };
            for parts in [
                all(count, |shard| by_name(&names, shard)),
                all(count, |shard| by_time(&names, seconds, shard)),
            ] {
                let mut places = parts.concat();
                places.sort_unstable();
                prop_assert_eq!(places, (0..names.len()).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn a_new_name_moves_no_other() {
        let shard = Shard { index: 2, count: 4 };
        let before = ["ada", "ben", "cleo", "dan", "eve"];
        let after = ["aaron", "ada", "ben", "cleo", "dan", "eve"];
        let names = |list: &[&'static str]| -> Vec<&'static str> {
            by_name(list, shard)
                .into_iter()
                .map(|place| list[place])
                .filter(|name| *name != "aaron")
                .collect()
        };
        assert_eq!(names(&before), names(&after));
    }

    #[test]
    fn known_times_balance() {
        let names = ["a", "b", "c", "d", "e"];
        let seconds = |name: &str| Some(if name == "c" { 40.0 } else { 10.0 });
        assert_eq!(all(2, |shard| by_time(&names, seconds, shard)), [vec![2], vec![0, 1, 3, 4]]);
    }
}
