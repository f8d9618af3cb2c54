//! What an interpreter has loaded before it has a job, by which it is told when a job would find the wrong module.

use std::collections::HashSet;
use std::io::{self, Read};

use crate::model::course::Unfit;
use crate::model::job::{Job, Origin};

/// More bytes of names than any interpreter has.
const MOST: i64 = 1_000_000;

/// The top-level names of the modules that an interpreter has loaded.
#[derive(Debug, Default)]
pub(crate) struct Modules(HashSet<String>);

impl Modules {
    /// Those of these names.
    pub(crate) fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().collect())
    }

    /// Whether a file of a job would be taken for one of them (`queue.py`).
    pub(crate) fn clash(&self, job: &Job) -> bool {
        let importable = job
            .files
            .iter()
            .filter(|file| file.origin == Origin::Learner || !file.path.as_str().contains('/'));
        importable
            .filter_map(|file| file.path.as_str().split('/').next())
            .any(|name| self.0.contains(name.strip_suffix(".py").unwrap_or(name)))
    }
}

/// What an interpreter says first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum First {
    /// It is ready, with these modules.
    Ready(Vec<String>),
    /// It must not be forked, because of a module that it was to preload.
    Unfit(Unfit),
}

/// What an interpreter says first: `R` or `N`, a length of eight bytes, and words joined by NUL.
///
/// # Errors
/// When it says something else, or ends.
pub(crate) fn read_first(stream: &mut impl Read) -> io::Result<First> {
    let mut head = [0; 9];
    stream.read_exact(&mut head)?;
    let length = head[1..].try_into().map_or(-1, i64::from_be_bytes);
    let nonsense = || io::Error::new(io::ErrorKind::InvalidData, "Python did not become ready");
    if !matches!(head[0], b'R' | b'N') || !(0..MOST).contains(&length) {
        return Err(nonsense());
    }
    let mut words = Vec::new();
    stream.take(length.unsigned_abs()).read_to_end(&mut words)?;
    if words.len() as u64 != length.unsigned_abs() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let words = String::from_utf8_lossy(&words).into_owned();
    if head[0] == b'R' {
        return Ok(First::Ready(words.split('\0').map(str::to_owned).collect()));
    }
    let (module, why) = words.split_once('\0').ok_or_else(nonsense)?;
    Ok(First::Unfit(Unfit { module: module.to_owned(), why: why.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_nonsense_is_not() {
        let said = |names: &[u8]| [b"R".as_slice(), &(names.len() as i64).to_be_bytes(), names].concat();
        let ready = First::Ready(vec!["os".to_owned(), "sys".to_owned()]);
        assert_eq!(read_first(&mut said(b"os\0sys").as_slice()).expect("names"), ready);
        let mut unfit = said(b"numpy\0it starts threads");
        unfit[0] = b'N';
        let wanted = Unfit { module: "numpy".to_owned(), why: "it starts threads".to_owned() };
        assert_eq!(read_first(&mut unfit.as_slice()).expect("a module"), First::Unfit(wanted));
        for wrong in
            [b"".to_vec(), b"Traceback (most recent call last)".to_vec(), said(b"os\0sys")[..12].to_vec()]
        {
            assert!(read_first(&mut wrong.as_slice()).is_err());
        }
    }
}
