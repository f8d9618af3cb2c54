//! `python:` of a course or an exercise: `>=3.11` or `>=3.11,<3.14`.

use crate::language::{Said, said};
use crate::model::course::{PythonRange, PythonVersion};

/// The oldest Python that prolings itself works with.
pub(super) const OLDEST: PythonVersion = PythonVersion { major: 3, minor: 11 };

/// Reads a range; the error says why it is none.
pub(super) fn parse(text: &str) -> Result<PythonRange, Said> {
    let (mut from, mut below) = (None, None);
    for part in text.split(',').map(str::trim) {
        let (slot, version) = match (part.strip_prefix(">="), part.strip_prefix('<')) {
            (Some(version), _) => (&mut from, version),
            (None, Some(version)) if !version.starts_with('=') => (&mut below, version),
            _ => return Err(said!("range-sign", part = part)),
        };
        if slot.replace(parse_version(version.trim())?).is_some() {
            return Err(said!("range-two-bounds"));
        }
    }
    let from = from.ok_or_else(|| said!("range-no-oldest"))?;
    if below.is_some_and(|below| below <= from) {
        return Err(said!("range-empty"));
    }
    Ok(PythonRange { from, below })
}

fn parse_version(text: &str) -> Result<PythonVersion, Said> {
    let numbers = text.split_once('.').and_then(|(major, minor)| {
        let number =
            |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?;
        Some(PythonVersion { major: number(major)?, minor: number(minor)? })
    });
    numbers.ok_or_else(|| said!("range-no-version", text = text))
}

/// The part of the exercise's range that lies in the course's; the error says why it is not allowed.
pub(super) fn within(range: PythonRange, course: PythonRange) -> Result<PythonRange, Said> {
    let below = match (range.below, course.below) {
        (Some(own), Some(outer)) if own > outer => {
            return Err(said!("range-course-ends", version = outer.to_string()));
        }
        (own, outer) => own.or(outer),
    };
    if range.from < course.from {
        return Err(said!("range-course-starts", version = course.from.to_string()));
    }
    if below.is_some_and(|below| below <= range.from) {
        return Err(said!("range-outside-course"));
    }
    Ok(PythonRange { from: range.from, below })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        assert_eq!(parse(">=3.11").map(|range| range.to_string()).as_deref(), Ok(">=3.11"));
        assert_eq!(parse(" >= 3.11 , <3.14").map(|range| range.to_string()).as_deref(), Ok(">=3.11,<3.14"));
        let wrong = [
            "",
            "3.12",
            ">3.11",
            "==3.12",
            "<=3.13",
            "~=3.11",
            ">=3",
            ">=3.11.2",
            ">=3.13,<3.12",
            ">=3.11,>=3.12",
            ">=3.999",
            ">=3.+1",
        ];
        for text in wrong {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_exercise_stays_within_its_course() {
        let range = |text| parse(text).unwrap();
        let course = range(">=3.11,<3.14");
        assert_eq!(within(range(">=3.12"), course), Ok(range(">=3.12,<3.14")));
        for text in [">=3.10", ">=3.14", ">=3.12,<3.15"] {
            assert!(within(range(text), course).is_err(), "{text}");
        }
    }
}
