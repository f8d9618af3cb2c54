//! Journals of several machines joined into one, without loss: which shard is missing, double or of another class.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use super::journal::{RowAt, cannot, read_row, scan};
use crate::error::{Errors, Place, UserError};
use crate::language::{Said, Value, said};
use crate::model::class::{Head, Row, joined};

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
            UserError::new(said!("merge-no-journal"))
                .at(Place::path(path))
                .why(said!("merge-no-journal.why"))
                .help(said!("merge-no-journal.help"))
        })?;
        if found.damaged > 0 {
            return Err(UserError::new(said!("merge-damaged-journal", number = found.damaged))
                .at(Place::path(path))
                .why(said!("merge-damaged-journal.why"))
                .help(said!("merge-damaged-journal.help")));
        }
        Ok(Self { path: path.to_path_buf(), head, rows: found.rows })
    }

    fn name(&self) -> Said {
        match self.head.shard {
            None => said!("part-whole"),
            Some(shard) => said!("part-shard", shard = shard.to_string()),
        }
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
        return Err(UserError::new(said!("merge-nothing")).into());
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
            [] => said!("merge-submissions-double"),
            names => said!("merge-ungraded", names = named(names)),
        };
        errors.push(UserError::new(what).why(said!("merge-cut")).help(said!("merge-cut.submissions")));
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
        differences.push(said!("differs-columns"));
    }
    if one.submissions != two.submissions {
        let (one, two) = (one.submissions.len(), two.submissions.len());
        differences.push(said!("differs-class", one = one, two = two));
    }
    let counts = (one.shard.map(|shard| shard.count), two.shard.map(|shard| shard.count));
    if counts.0 != counts.1 {
        differences.push(said!("differs-parts", one = first.name(), two = other.name()));
    }
    let path = first.path.display().to_string();
    joined(differences).map(|differences| {
        UserError::new(said!("merge-mixed-grades"))
            .at(Place::path(&other.path))
            .why(said!("merge-mixed-grades.why", path = path, differences = differences))
            .help(said!("merge-mixed-grades.help"))
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
                UserError::new(said!("merge-double", part = part.name()))
                    .at(Place::path(&part.path))
                    .why(said!("merge-double.why", path = first.path.display().to_string()))
                    .help(said!("merge-double.help")),
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
        let name = format!("{index}/{}", shard.count);
        UserError::new(said!("merge-missing", shard = &name))
            .why(said!("merge-missing.why", given = there.len(), count = shard.count))
            .help(said!("merge-missing.journal", shard = &name))
    };
    missing.map(error).collect()
}

/// A shard that was stopped before its end.
fn unfinished(part: &Part) -> Option<UserError> {
    let missing = part.missing();
    (!missing.is_empty()).then(|| {
        UserError::new(said!("merge-unfinished", part = part.name(), names = named(&missing)))
            .at(Place::path(&part.path))
            .why(said!("merge-unfinished.why", graded = part.rows.len(), all = part.head.mine.len()))
            .help(said!("merge-unfinished.help"))
    })
}

fn named(names: &[&str]) -> Value {
    let first: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(NAMED) {
        0 => first.join(", ").into(),
        more => said!("names-and-more", names = first.join(", "), more = more).into(),
    }
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
            said: vec![],
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
