//! The journal of a class: a file that only grows, a line for each submission that was graded.
//!
//! A line is on the disk before the next submission counts as graded, so that whoever kills prolings loses at most the
//! submissions that were under way. The last line may be torn by that; it is cut off by the next one who opens the file.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::error::{Place, UserError};
use crate::language::{Text, said};
use crate::model::class::{Conditions, Head, JOURNAL_VERSION, Row};

/// The journal's name in its folder.
pub const FILE: &str = "journal.jsonl";

/// The longest line that is written. What programs print is bounded, but they may print as much in every exercise.
const LONGEST: usize = 64 * 1024 * 1024;

/// How a head begins, so that rows are not taken for one.
const HEAD: &[u8] = b"{\"journal\":";

/// A journal that is written to. As long as it lives, nobody else writes to it.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    length: u64,
}

/// Where a row stands in a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowAt {
    /// The submission.
    pub submission: String,
    /// Its key.
    pub key: String,
    /// The first byte of its line.
    pub start: u64,
    /// The bytes of its line, with the newline.
    pub length: u64,
}

/// What a journal holds.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    /// The last head.
    pub head: Option<Head>,
    /// The last row of each submission among those that were graded under the conditions of that head, in the order in
    /// which they stand.
    pub rows: Vec<RowAt>,
    /// Lines in the middle that cannot be read: what they said is graded again.
    pub damaged: usize,
    /// How much of the file consists of whole lines.
    whole: u64,
}

impl Journal {
    /// Opens the journal in `folder`, which is made when it is missing, and says what it holds.
    ///
    /// # Errors
    /// When it cannot be read or written, or another prolings is writing to it.
    pub fn open(folder: &Path) -> Result<(Self, Scan), UserError> {
        let path = folder.join(FILE);
        let failed = |error: io::Error| cannot(&path, &error);
        fs::create_dir_all(folder).map_err(failed)?;
        let file = OpenOptions::new().read(true).append(true).create(true).open(&path).map_err(failed)?;
        // Where the file system knows no locks, nobody is kept out: better than no journal at all.
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            return Err(UserError::new(said!("journal-locked"))
                .at(Place::path(folder))
                .why(said!("journal-locked.why"))
                .help(said!("journal-locked.help")));
        }
        let found = scan(&path)?;
        // A torn line would run into the next one.
        file.set_len(found.whole).map_err(failed)?;
        Ok((Self { length: found.whole, file, path }, found))
    }

    /// Writes down what the next rows have in common, unless `last` says the same already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(&mut self, head: &Head, last: Option<&Head>) -> Result<(), UserError> {
        if last == Some(head) {
            return Ok(());
        }
        self.write(head)?;
        // The file's name has to be on the disk as well.
        if let Some(folder) = self.path.parent().and_then(|folder| File::open(folder).ok()) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    /// Writes a row down and gives it back as it was written. Once this returns, no crash loses it.
    ///
    /// # Errors
    /// When it cannot be written; then nothing of it stays.
    pub fn add(&mut self, row: Row) -> Result<Row, UserError> {
        let row = readable(row.with_messages());
        self.write(&row)?;
        Ok(row)
    }

    /// Writes down a row of another journal. It is safe from a crash after [`Journal::sync`].
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn copy(&mut self, row: &Row) -> Result<(), UserError> {
        self.write_line(row, false)
    }

    /// Waits until everything is on the disk.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn sync(&mut self) -> Result<(), UserError> {
        self.file.sync_data().map_err(|error| cannot(&self.path, &error))
    }

    /// The row that stands there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn row(&mut self, at: &RowAt) -> Result<Row, UserError> {
        read_row(&mut self.file, at).map_err(|error| cannot(&self.path, &error))
    }

    fn write(&mut self, value: &impl serde::Serialize) -> Result<(), UserError> {
        self.write_line(value, true)
    }

    fn write_line(&mut self, value: &impl serde::Serialize, sync: bool) -> Result<(), UserError> {
        let written = serde_json::to_vec(value).map_err(io::Error::from).and_then(|mut line| {
            line.push(b'\n');
            self.file.write_all(&line)?;
            if sync {
                self.file.sync_data()?;
            }
            Ok(line.len() as u64)
        });
        match written {
            Ok(length) => {
                self.length += length;
                Ok(())
            }
            Err(error) => {
                let _ = self.file.set_len(self.length);
                Err(cannot(&self.path, &error).help(said!("journal-unusable.full")))
            }
        }
    }
}

/// Whether a file begins as a journal does.
pub fn is_journal(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD.len() as u64).read_to_end(&mut start));
    read.is_ok() && start == HEAD
}

/// What the journal at `path` holds.
///
/// # Errors
/// When it cannot be read, or was written by a prolings that this one does not understand.
pub fn scan(path: &Path) -> Result<Scan, UserError> {
    let failed = |error: io::Error| cannot(path, &error);
    let mut reader = BufReader::new(File::open(path).map_err(failed)?);
    let mut found = Scan::default();
    // Conditions that were met with, and the rows under each.
    let mut all: Vec<(Conditions, HashMap<String, RowAt>)> = Vec::new();
    let mut now: Option<usize> = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        let most = 2 * LONGEST as u64;
        (&mut reader).take(most).read_until(b'\n', &mut line).map_err(failed)?;
        if line.last() != Some(&b'\n') {
            if line.len() as u64 == most {
                return Err(unusable(path, said!("journal-unusable.long-line")));
            }
            break;
        }
        let (start, length) = (found.whole, line.len() as u64);
        found.whole += length;
        if line.starts_with(HEAD) {
            let Some(head) = head(&line, path)? else {
                found.damaged += 1;
                now = None;
                continue;
            };
            let known = all.iter().position(|(conditions, _)| *conditions == head.conditions);
            now = Some(known.unwrap_or_else(|| {
                all.push((head.conditions.clone(), HashMap::new()));
                all.len() - 1
            }));
            found.head = Some(head);
        } else if let (Some(now), Ok(row)) = (now, serde_json::from_slice::<Row>(&line)) {
            let at = RowAt { submission: row.submission.clone(), key: row.key, start, length };
            all[now].1.insert(row.submission, at);
        } else {
            found.damaged += 1;
        }
    }
    let last = found.head.as_ref().map(|head| &head.conditions);
    let rows = all.into_iter().find(|(conditions, _)| Some(conditions) == last).map(|(_, rows)| rows);
    found.rows = rows.unwrap_or_default().into_values().collect();
    found.rows.sort_unstable_by_key(|row| row.start);
    Ok(found)
}

/// The line of a row, with its newline.
pub(super) fn read_line(file: &mut File, at: &RowAt) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    file.seek(SeekFrom::Start(at.start))?;
    file.take(at.length).read_to_end(&mut line)?;
    Ok(line)
}

pub(super) fn read_row(file: &mut File, at: &RowAt) -> io::Result<Row> {
    let row: Row = serde_json::from_slice(&read_line(file, at)?)?;
    Ok(row.with_texts_restored())
}

pub(super) fn cannot(path: &Path, error: &io::Error) -> UserError {
    unusable(path, error.to_string())
}

fn unusable(path: &Path, why: impl Into<Text>) -> UserError {
    UserError::new(said!("journal-unusable"))
        .at(Place::path(path))
        .why(why)
        .help(said!("journal-unusable.help"))
}

/// A row that can be read back. Programs that report on themselves may nest what they say without end, or print too
/// much of it.
fn readable(row: Row) -> Row {
    let line = serde_json::to_vec(&row).unwrap_or_default();
    let fault = if line.len() >= LONGEST {
        said!("row-too-long")
    } else if serde_json::from_slice::<Row>(&line).is_err() {
        said!("row-unwritable")
    } else {
        return row;
    };
    Row { fault: Some(fault.into()), results: Vec::new(), ..row }.with_messages()
}

/// A head, or `None` when the line is damaged.
fn head(line: &[u8], path: &Path) -> Result<Option<Head>, UserError> {
    #[derive(serde::Deserialize)]
    struct Version {
        journal: u32,
    }
    let Ok(Version { journal }) = serde_json::from_slice(line) else { return Ok(None) };
    if journal != JOURNAL_VERSION {
        return Err(UserError::new(said!("journal-version"))
            .at(Place::path(path))
            .why(said!("journal-version.why", found = journal, known = JOURNAL_VERSION))
            .help(said!("journal-version.help")));
    }
    Ok(serde_json::from_slice(line).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gradebook::join::tests::{head as head_of, row};

    fn names(found: &Scan) -> Vec<&str> {
        found.rows.iter().map(|row| row.submission.as_str()).collect()
    }

    fn filled(folder: &Path, seed: u64, names: &[&str]) {
        let (mut journal, found) = Journal::open(folder).expect("a journal");
        journal.begin(&head_of(seed, None), found.head.as_ref()).expect("written");
        names.iter().for_each(|name| drop(journal.add(row(name)).expect("written")));
    }

    #[test]
    fn a_torn_last_line_costs_that_line_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        filled(folder.path(), 7, &["ada", "ben"]);
        let whole = fs::read(folder.path().join(FILE)).expect("a journal");
        let text = |bytes: &[u8]| {
            let mut file = File::create(folder.path().join(FILE)).expect("a file");
            file.write_all(bytes).expect("written");
        };
        let second = whole.iter().rposition(|byte| *byte == b'{').unwrap_or(0);
        assert!(second > 0);
        for cut in [1, 2, 40] {
            text(&whole[..whole.len() - cut]);
            filled(folder.path(), 7, &["cleo"]);
            let found = scan(&folder.path().join(FILE)).expect("read");
            assert_eq!((names(&found), found.damaged), (vec!["ada", "cleo"], 0), "cut by {cut}");
        }
        // What a power failure leaves of a line that had not reached the disk.
        text(&[&whole[..], &[0; 100]].concat());
        filled(folder.path(), 7, &["cleo"]);
        let found = scan(&folder.path().join(FILE)).expect("read");
        assert_eq!((names(&found), found.damaged), (vec!["ada", "ben", "cleo"], 0));
    }

    #[test]
    fn a_damaged_line_in_the_middle_is_counted_and_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        filled(folder.path(), 7, &["ada"]);
        let path = folder.path().join(FILE);
        OpenOptions::new()
            .append(true)
            .open(&path)
            .expect("a file")
            .write_all(b"{\"sub\xff\n")
            .expect("written");
        filled(folder.path(), 7, &["ben"]);
        let found = scan(&path).expect("read");
        assert_eq!((names(&found), found.damaged), (vec!["ada", "ben"], 1));
    }

    #[test]
    fn rows_count_only_under_their_conditions() {
        let folder = tempfile::tempdir().expect("a folder");
        filled(folder.path(), 7, &["ada", "ben"]);
        filled(folder.path(), 8, &["cleo"]);
        let path = folder.path().join(FILE);
        assert_eq!(names(&scan(&path).expect("read")), ["cleo"]);
        filled(folder.path(), 7, &["ada"]);
        let found = scan(&path).expect("read");
        assert_eq!(names(&found), ["ben", "ada"], "the later row of a submission counts");
    }

    #[test]
    fn two_never_write_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = Journal::open(folder.path()).expect("a journal");
        let error = Journal::open(folder.path()).expect_err("it is locked");
        assert!(error.what.contains("another prolings"), "{error}");
        drop(first);
        Journal::open(folder.path()).expect("free again");
    }

    #[test]
    fn a_journal_of_the_future_is_no_damage() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        File::create(&path).expect("a file").write_all(b"{\"journal\":99}\n").expect("written");
        assert!(Journal::open(folder.path()).expect_err("unknown").to_string().contains("99"));
        assert!(is_journal(&path));
    }
}
