//! Text that came from a learner's program, made fit to be carried in a verdict: valid, bounded, without the name of
//! the folder that it ran in. Escaping for a medium is the reports' work.

use std::path::Path;

pub(super) use crate::model::bytes::shown;
use crate::model::execution::Captured;

/// The most that a verdict carries of any one text, in bytes.
pub(super) const KEPT: usize = 64 * 1024;

/// The text, or its head and tail with a mark between them when it is longer than a verdict carries.
pub(super) fn cut(text: &str) -> String {
    cut_to(text, KEPT)
}

/// As [`cut`], for another bound in bytes.
pub(super) fn cut_to(text: &str, limit: usize) -> String {
    if text.len() <= limit {
        return text.to_owned();
    }
    let head = &text[..floor(text, limit / 2)];
    let tail = &text[floor(text, text.len() - limit / 2)..];
    format!("{head}\n{}\n{tail}", left_out((text.len() - head.len() - tail.len()) as u64))
}

/// What stands where something was left out.
pub(super) fn left_out(bytes: u64) -> String {
    format!("… {bytes} bytes left out …")
}

/// A captured stream as text, with a mark where bytes were dropped.
pub(super) fn captured(stream: &Captured) -> String {
    if stream.is_whole() {
        return cut(&shown(&stream.bytes()));
    }
    let mark = left_out(stream.dropped);
    cut(&format!("{}\n{mark}\n{}", shown(&stream.head), shown(&stream.tail)))
}

/// The text with files below `folder` named relative to it.
pub(super) fn without_folder(text: &str, folder: &Path) -> String {
    let folder = folder.to_string_lossy();
    let folder = folder.trim_end_matches(['/', '\\']);
    if folder.len() < 2 || !text.contains(folder) {
        return text.to_owned();
    }
    // macOS runs jobs below /private/var, also known as /var.
    let names = [format!("/private{folder}/"), format!("{folder}/"), format!("{folder}\\")];
    names.iter().fold(text.to_owned(), |text, name| text.replace(name.as_str(), ""))
}

/// The last character boundary at or before `index`.
pub(super) fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_shown_in_hexadecimal() {
        assert_eq!(shown(b"caf\xc3\xa9 \xff\xfe!"), "café \\xff\\xfe!");
    }

    #[test]
    fn long_texts_keep_head_and_tail() {
        let text = "é".repeat(KEPT);
        let short = cut(&text);
        assert!(short.len() < KEPT + 64, "{}", short.len());
        assert!(short.contains("bytes left out"));
        assert_eq!(cut("short"), "short");
    }

    #[test]
    fn the_folder_is_not_named() {
        let text = "File \"/tmp/job 1/a.py\" and /private/tmp/job 1/pkg/b.py, not /tmp/job 12/a.py";
        assert_eq!(
            without_folder(text, Path::new("/tmp/job 1")),
            "File \"a.py\" and pkg/b.py, not /tmp/job 12/a.py"
        );
        assert_eq!(without_folder("/a", Path::new("/")), "/a");
        assert_eq!(without_folder("/a", Path::new("")), "/a");
    }

    #[test]
    fn dropped_bytes_are_said() {
        let stream = Captured { head: b"a".to_vec(), tail: b"z".to_vec(), dropped: 9 };
        assert_eq!(captured(&stream), "a\n… 9 bytes left out …\nz");
    }
}
