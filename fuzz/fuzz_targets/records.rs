//! Whatever stands on the channel for records: each line is a record or is counted, and no line is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count();
    let (records, bad) = prolings::run::fuzzing::records(bytes);
    assert_eq!(records.len() + bad, lines);
});
