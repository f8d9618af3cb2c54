//! Parses what the Python side reported. The bytes are untrusted: a line that is no record is counted, never fatal.

use crate::model::record::Record;

/// Bytes of records that a job may send; what follows is not read.
pub(crate) const LIMIT: u64 = 8 * 1024 * 1024;

/// How many records are kept: more than any honest suite sends.
const MOST: usize = 20_000;

/// The records of `bytes`, and how many lines were none.
pub(crate) fn parse(bytes: &[u8]) -> (Vec<Record>, usize) {
    let mut records = Vec::new();
    let mut bad = 0;
    for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
        if records.len() >= MOST {
            bad += 1;
            continue;
        }
        match serde_json::from_slice(line) {
            Ok(record) => records.push(record),
            Err(_) => bad += 1,
        }
    }
    (records, bad)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn records_are_read_and_noise_is_counted() {
        let bytes = b"{\"record\":\"started\",\"protocol\":1}\nnoise\n{\"record\":\"finished\",\"status\":0}\n{\"record\":";
        let (records, bad) = parse(bytes);
        assert_eq!(records, [Record::Started { protocol: 1 }, Record::Finished { status: 0 }]);
        assert_eq!(bad, 2);
    }

    #[test]
    fn deep_nesting_is_refused_not_followed() {
        let deep = [b"{\"record\":".as_slice(), &b"[".repeat(100_000), b"\n"].concat();
        assert_eq!(parse(&deep), (Vec::new(), 1));
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..500)) {
            let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count();
            let (records, bad) = parse(&bytes);
            prop_assert_eq!(records.len() + bad, lines);
        }
    }
}
