//! Doors for the fuzz targets below `fuzz/` to what reads untrusted bytes. Compiled for them alone; decides nothing.

#[cfg(unix)]
use super::supervisor::{frame, message};
#[cfg(unix)]
use super::warm::message as warm;
use crate::model::record::Record;

/// Reads `bytes` as frames of each message in turn, as the two ends of a worker's socket do.
#[cfg(unix)]
pub fn frames(mut bytes: &[u8]) {
    loop {
        let before = bytes.len();
        let kinds: [fn(&mut &[u8]) -> bool; 5] = [
            |bytes| frame::read::<message::Request>(bytes).is_ok(),
            |bytes| frame::read::<message::Report>(bytes).is_ok(),
            |bytes| frame::read::<warm::Start>(bytes).is_ok(),
            |bytes| frame::read::<warm::Ready>(bytes).is_ok(),
            |bytes| frame::read::<warm::Done>(bytes).is_ok(),
        ];
        for read in kinds {
            let mut rest = bytes;
            if read(&mut rest) {
                bytes = rest;
                break;
            }
        }
        if bytes.len() == before {
            return;
        }
    }
}

/// What `bytes` on the channel for records come to: the records, and how many lines are none.
pub fn records(bytes: &[u8]) -> (Vec<Record>, usize) {
    super::records::parse(bytes)
}
