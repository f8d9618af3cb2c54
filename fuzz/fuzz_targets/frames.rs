//! Whatever stands on a worker's socket: every message is read or refused, and nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| prolings::run::fuzzing::frames(bytes));
