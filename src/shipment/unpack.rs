//! Taking a pack apart again, whatever bytes it holds.

use super::pack::FORM;

/// The files of a pack, in its order; `None` for anything that is not exactly one whole pack.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<(&str, &[u8])>> {
    let mut rest = bytes.strip_prefix(FORM)?;
    let mut files = Vec::new();
    loop {
        let path = part(&mut rest)?;
        if path.is_empty() {
            break;
        }
        files.push((std::str::from_utf8(path).ok()?, part(&mut rest)?));
    }
    let count = rest.try_into().map(u64::from_le_bytes).ok()?;
    (count == files.len() as u64).then_some(files)
}

fn part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (part, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipment::pack::pack;
    use proptest::prelude::*;

    #[test]
    fn half_a_pack_is_none() {
        let whole = pack([("a/b", b"one".as_slice()), ("c", b"")]);
        assert_eq!(unpack(&whole), Some(vec![("a/b", b"one".as_slice()), ("c", b"")]));
        for end in 0..whole.len() {
            assert_eq!(unpack(&whole[..end]), None, "{end}");
        }
        assert_eq!(unpack(&[whole.as_slice(), b"x"].concat()), None);
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_out(files in proptest::collection::vec(("[a-z/]{1,9}", any::<Vec<u8>>()), 0..9)) {
            let files: Vec<(&str, &[u8])> = files.iter().map(|(path, content)| (path.as_str(), content.as_slice())).collect();
            let packed = pack(files.iter().copied());
            prop_assert_eq!(unpack(&packed), Some(files));
        }

        #[test]
        fn any_bytes_are_survived(bytes in any::<Vec<u8>>()) {
            unpack(&bytes);
            unpack(&[FORM, &bytes].concat());
        }
    }
}
