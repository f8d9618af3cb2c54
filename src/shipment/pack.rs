//! Many files in one: what `build.rs` puts into the binary, and what an update keeps until it is done.
//!
//! A line that names the form, then for each file the length of its path, the path, the length of its content and the
//! content (lengths as 8 bytes, little-endian), then a zero and the number of files. `build.rs` compiles this file as
//! well: the standard library only.

/// The first bytes of a pack.
pub(crate) const FORM: &[u8] = b"prolings pack 1\n";

/// Puts files into a pack.
pub(crate) fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut bytes = FORM.to_vec();
    let mut count: u64 = 0;
    let length = |part: &[u8]| (part.len() as u64).to_le_bytes();
    for (path, content) in files {
        bytes.extend(length(path.as_bytes()));
        bytes.extend(path.as_bytes());
        bytes.extend(length(content));
        bytes.extend(content);
        count += 1;
    }
    bytes.extend(0u64.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes
}
