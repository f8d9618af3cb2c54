//! Frames on the socket between grader and supervisor: a length of four bytes, big-endian, then JSON.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The largest frame that is read or written, in bytes.
const LIMIT: u32 = 64 * 1024 * 1024;

/// Writes a message as one frame.
pub(crate) fn write(stream: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let body = serde_json::to_vec(message)?;
    let length = u32::try_from(body.len()).ok().filter(|&length| length <= LIMIT);
    let Some(length) = length else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a frame over the limit"));
    };
    stream.write_all(&[&length.to_be_bytes(), body.as_slice()].concat())
}

/// Reads one frame. An early end, a frame over the limit and JSON of another shape are errors.
pub(crate) fn read<T: DeserializeOwned>(stream: &mut impl Read) -> io::Result<T> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length);
    if length > LIMIT {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a frame over the limit"));
    }
    let mut body = Vec::new();
    if stream.take(u64::from(length)).read_to_end(&mut body)? as u64 != u64::from(length) {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(serde_json::from_slice(&body)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn frames_round_trip(texts in proptest::collection::vec(".*", 0..5)) {
            let mut wire = Vec::new();
            for text in &texts {
                write(&mut wire, text).expect("written");
            }
            let mut reader = wire.as_slice();
            for text in &texts {
                prop_assert_eq!(&read::<String>(&mut reader).expect("read"), text);
            }
            prop_assert!(read::<String>(&mut reader).is_err());
        }

        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read::<String>(&mut bytes.as_slice());
        }
    }
}
