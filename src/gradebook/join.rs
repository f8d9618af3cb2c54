//! Journals of several machines joined into one, without loss: which shard is missing, double or of another class.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use super::journal::{RowAt, cannot, read_row, scan};
use crate::error::{Errors, Place, UserError};
use crate::model::class::{Head, Row};

/// Submissions that are named when something is wrong with several.
const NAMED: usize = 5;

/// A journal that is to be joined with others.
#[derive(Debug, Clone)]
pub struct Part {
    path: PathBuf,
    head: Head,
    rows: Vec<RowAt>,
}

/// All journals of a class together.
#[derive(Debug, Clone)]
pub struct Joined {
    /// What the rows have in common; it is no shard any more.
    pub head: Head,
    /// Where each row stands, in the order of the class.
    rows: Vec<(PathBuf, RowAt)>,
}

impl Part {
    /// Reads the journal at `path`.
    ///
    /// # Errors
    /// When it cannot be read, or holds nothing.
    pub fn read(path: &Path) -> Result<Self, UserError> {
        let found = scan(path)?;
        let head = found.head.ok_or_else(|| {
            UserError::new("this is no journal of a class")
                .at(Place::path(path))
                .why("its first line does not say what was graded")
                .help("`prolings merge` takes `journal.jsonl` files, or folders that `grade --output` wrote")
        })?;
        if found.damaged > 0 {
            return Err(UserError::new(format!("{} of this journal cannot be read", lines(found.damaged)))
                .at(Place::path(path))
                .why("it was changed after it was written: what they said is not known")
                .help("run that shard again with the same `--output`: what is missing is graded again"));
        }
        Ok(Self { path: path.to_path_buf(), head, rows: found.rows })
    }

    fn name(&self) -> String {
        self.head.shard.map_or_else(|| "the whole class".to_owned(), |shard| format!("shard {shard}"))
    }

    /// Those of its submissions that have no row yet.
    fn missing(&self) -> Vec<&str> {
        let rows: BTreeSet<&str> = self.rows.iter().map(|row| row.submission.as_str()).collect();
        self.head.names().filter(|name| !rows.contains(name)).collect()
    }
}

impl Joined {
    /// Every row, in the order of the class.
    ///
    /// # Errors
    /// When a journal cannot be read any more.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row, UserError>> + '_ {
        self.rows.iter().map(|(path, at)| {
            let read = File::open(path).and_then(|mut file| read_row(&mut file, at));
            read.map_err(|error| cannot(path, &error))
        })
    }
}

/// Joins the journals of all shards of a class.
///
/// # Errors
/// All that is wrong: journals of different classes or conditions, shards that are missing, double or unfinished.
pub fn join(parts: &[Part]) -> Result<Joined, Errors> {
    let Some((first, others)) = parts.split_first() else {
        return Err(UserError::new("there is nothing to join").into());
    };
    let mut errors: Vec<UserError> = others.iter().filter_map(|other| mixed(first, other)).collect();
    Errors::check(std::mem::take(&mut errors))?;
    errors.extend(doubles(parts));
    errors.extend(absent(parts));
    errors.extend(parts.iter().filter_map(unfinished));
    let mut rows: BTreeMap<usize, (PathBuf, RowAt)> = BTreeMap::new();
    let places: BTreeMap<&str, usize> =
        first.head.submissions.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    for part in parts {
        let own: BTreeSet<&str> = part.head.names().collect();
        for row in part.rows.iter().filter(|row| own.contains(row.submission.as_str())) {
            if let Some(&place) = places.get(row.submission.as_str()) {
                rows.insert(place, (part.path.clone(), row.clone()));
            }
        }
    }
    let graded: usize = parts.iter().map(|part| part.head.mine.len()).sum();
    let all = &first.head.submissions;
    if errors.is_empty() && (rows.len() != all.len() || graded != all.len()) {
        // By name on one machine, by time on another.
        let without = all.iter().enumerate().filter(|(place, _)| !rows.contains_key(place));
        let names: Vec<&str> = without.map(|(_, name)| name.as_str()).collect();
        let what = match names.as_slice() {
            [] => "some submissions were graded in two shards".to_owned(),
            names => format!("no shard has graded {}", named(names)),
        };
        errors.push(
            UserError::new(what)
                .why("the shards were not cut in the same way")
                .help("give every shard the same `--submissions` and the same `--timings`"),
        );
    }
    Errors::check(errors)?;
    let mine = (0..first.head.submissions.len()).collect();
    let head = Head { shard: None, mine, ..first.head.clone() };
    Ok(Joined { head, rows: rows.into_values().collect() })
}

/// Why two journals cannot be joined.
fn mixed(first: &Part, other: &Part) -> Option<UserError> {
    let mut differences = first.head.conditions.differences(&other.head.conditions);
    let (one, two) = (&first.head, &other.head);
    if differences.is_empty() && one.columns != two.columns {
        differences.push("the exercises".to_owned());
    }
    if one.submissions != two.submissions {
        differences.push(format!(
            "the class: {} and {} submissions, or other names",
            one.submissions.len(),
            two.submissions.len()
        ));
    }
    let counts = (one.shard.map(|shard| shard.count), two.shard.map(|shard| shard.count));
    if counts.0 != counts.1 {
        differences.push(format!("the number of shards: {} and {}", first.name(), other.name()));
    }
    (!differences.is_empty()).then(|| {
        UserError::new("these grades do not belong together")
            .at(Place::path(&other.path))
            .why(format!("unlike {}: {}", first.path.display(), differences.join("; ")))
            .help("grade all shards with the same prolings, Python, course, submissions and `--seed`")
    })
}

/// Shards that were given more than once.
fn doubles(parts: &[Part]) -> Vec<UserError> {
    let mut seen: BTreeMap<usize, &Part> = BTreeMap::new();
    let mut errors = Vec::new();
    for part in parts {
        let index = part.head.shard.map_or(1, |shard| shard.index);
        match seen.get(&index) {
            None => drop(seen.insert(index, part)),
            Some(first) => errors.push(
                UserError::new(format!("{} is there twice", part.name()))
                    .at(Place::path(&part.path))
                    .why(format!("the other is {}", first.path.display()))
                    .help("name each shard once"),
            ),
        }
    }
    errors
}

/// Shards that were not given.
fn absent(parts: &[Part]) -> Vec<UserError> {
    let Some(shard) = parts.first().and_then(|part| part.head.shard) else { return Vec::new() };
    let there: BTreeSet<usize> =
        parts.iter().filter_map(|part| part.head.shard).map(|shard| shard.index).collect();
    let missing = (1..=shard.count).filter(|index| !there.contains(index));
    let error = |index| {
        UserError::new(format!("shard {index}/{} is missing", shard.count))
            .why(format!("{} of {} shards were given", there.len(), shard.count))
            .help(format!("grade it with `--shard {index}/{}`, and name its journal too", shard.count))
    };
    missing.map(error).collect()
}

/// A shard that was stopped before its end.
fn unfinished(part: &Part) -> Option<UserError> {
    let missing = part.missing();
    (!missing.is_empty()).then(|| {
        UserError::new(format!("{} lacks {}", part.name(), named(&missing)))
            .at(Place::path(&part.path))
            .why(format!("{} of {} submissions were graded", part.rows.len(), part.head.mine.len()))
            .help("run the same command again: it goes on where it stopped")
    })
}

fn named(names: &[&str]) -> String {
    let first: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", first.join(", "))
}

fn lines(number: usize) -> String {
    if number == 1 { "1 line".to_owned() } else { format!("{number} lines") }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::gradebook::Journal;
    use crate::model::class::{Conditions, JOURNAL_VERSION, Unchanged};
    use crate::model::grade::{Shard, TrustWanted};

    const CLASS: [&str; 4] = ["ada", "ben", "cleo", "dan"];

    pub(in crate::gradebook) fn head(seed: u64, part: Option<(usize, usize, &[usize])>) -> Head {
        Head {
            journal: JOURNAL_VERSION,
            course: "Small".into(),
            course_commit: None,
            conditions: Conditions {
                prolings: "1".into(),
                course: "c".into(),
                locks: "l".into(),
                python: "3.12.1".into(),
                seed,
                unchanged: Unchanged::NotStarted,
                trust: TrustWanted::Usual,
                unmet: vec![],
            },
            columns: vec![],
            submissions: CLASS.map(str::to_owned).to_vec(),
            shard: part.map(|(index, count, _)| Shard { index, count }),
            mine: part.map_or_else(|| (0..4).collect(), |(.., mine)| mine.to_vec()),
        }
    }

    pub(in crate::gradebook) fn row(name: &str) -> Row {
        Row {
            submission: name.into(),
            key: format!("key of {name}"),
            path: name.into(),
            commit: None,
            isolation: vec![],
            seed: 7,
            altered: vec![],
            fault: None,
            results: vec![],
            seconds: 0.5,
        }
    }

    /// Journals in folders of their own; of each its head and the names of its rows.
    fn joined(journals: &[(Head, &[&str])]) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut parts = Vec::new();
        for (index, (head, names)) in journals.iter().enumerate() {
            let own = folder.path().join(index.to_string());
            let (mut journal, _) = Journal::open(&own).expect("a journal");
            journal.begin(head, None).expect("written");
            names.iter().for_each(|name| drop(journal.add(row(name)).expect("written")));
            parts.push(Part::read(&own.join(super::super::FILE)).expect("read"));
        }
        let joined = join(&parts).map_err(|errors| errors.to_string())?;
        assert_eq!(joined.head.shard, None);
        Ok(joined.rows().map(|row| row.expect("a row").submission).collect())
    }

    fn one(seed: u64) -> Head {
        head(seed, Some((1, 2, &[1, 2])))
    }

    fn two(seed: u64) -> Head {
        head(seed, Some((2, 2, &[0, 3])))
    }

    #[test]
    fn shards_are_joined_in_the_order_of_the_class() {
        let all = joined(&[(two(7), &["dan", "ada"]), (one(7), &["ben", "cleo"])]);
        assert_eq!(all.expect("joined"), CLASS);
    }

    #[test]
    fn everything_that_is_wrong_is_said() {
        let error = |journals: &[(Head, &[&str])]| joined(journals).expect_err("an error");
        assert!(error(&[(one(7), &["ben", "cleo"])]).contains("shard 2/2 is missing"));
        let double = error(&[(one(7), &["ben", "cleo"]), (one(7), &["ben", "cleo"])]);
        assert!(double.contains("shard 1/2 is there twice") && double.contains("shard 2/2 is missing"));
        let unfinished = error(&[(one(7), &["ben"]), (two(7), &["ada", "dan"])]);
        assert!(unfinished.contains("shard 1/2 lacks `cleo`"), "{unfinished}");
        let mixed = error(&[(one(7), &["ben", "cleo"]), (two(8), &["ada", "dan"])]);
        assert!(mixed.contains("do not belong together") && mixed.contains("seed: 7 and 8"), "{mixed}");
        let cut = error(&[(one(7), &["ben", "cleo"]), (head(7, Some((2, 2, &[0, 2]))), &["ada", "cleo"])]);
        assert!(cut.contains("no shard has graded `dan`"), "{cut}");
    }
}
