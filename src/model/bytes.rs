//! Bytes that ought to be text, as people read them.

use std::fmt::Write;

/// Bytes as text: UTF-8 as it is, any other byte as `\xff`, so that two that differ are seen to.
pub fn shown(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a String cannot fail.
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}
