//! Texts from a learner's program made safe for a terminal.
//!
//! Owns the list of characters that steer a terminal or hide in a line, and how each is shown instead. Newlines and
//! tabs are left to the caller, who knows what a line is.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Which characters may stand for the ones that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Charset {
    /// Pictures such as `␛`.
    #[default]
    Unicode,
    /// `\x1b` and `<U+202E>`.
    Ascii,
}

/// The text with every character visible that would steer a terminal or not be seen: `␛`, `\x9b`, `⟨U+202E⟩`.
///
/// `\n` and `\t` stay as they are. The result of an escaped text is that text: escaping twice changes nothing.
pub fn text(text: &str, charset: Charset) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_unsafe(character) {
            push_shown(&mut shown, character, charset);
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Bytes as [`text`], with each byte that is not UTF-8 as `\xff`.
pub fn bytes(bytes: &[u8], charset: Charset) -> String {
    let mut shown = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        shown.push_str(&text(chunk.valid(), charset));
        for byte in chunk.invalid() {
            push(&mut shown, format_args!("\\x{byte:02x}"));
        }
    }
    shown
}

/// Whether a character must not reach a terminal as it is: a control character other than `\n` and `\t`, or one that
/// is invisible or turns the direction of the text.
pub fn is_unsafe(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        _ => character.is_control() || is_invisible(character),
    }
}

/// The character as it is shown, whatever it is.
pub(super) fn push_shown(shown: &mut String, character: char, charset: Charset) {
    let code = u32::from(character);
    match (character, charset) {
        ('\0'..='\x1f', Charset::Unicode) => shown.push(picture(code)),
        ('\x7f', Charset::Unicode) => shown.push('␡'),
        ('\n', Charset::Ascii) => shown.push_str("\\n"),
        ('\r', Charset::Ascii) => shown.push_str("\\r"),
        ('\t', Charset::Ascii) => shown.push_str("\\t"),
        ('\0'..='\u{9f}', _) => push(shown, format_args!("\\x{code:02x}")),
        (_, Charset::Unicode) => push(shown, format_args!("⟨U+{code:04X}⟩")),
        (_, Charset::Ascii) => push(shown, format_args!("<U+{code:04X}>")),
    }
}

/// The picture of a C0 control character.
fn picture(code: u32) -> char {
    char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn push(shown: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = shown.write_fmt(arguments);
}

/// Format characters: of no width of their own, or turning the direction of what follows. Variation selectors stay
/// because they belong to an emoji that is seen.
fn is_invisible(character: char) -> bool {
    matches!(
        u32::from(character),
        0x00AD                      // soft hyphen
        | 0x034F                    // grapheme joiner
        | 0x061C                    // Arabic letter mark
        | 0x115F | 0x1160 | 0x3164 | 0xFFA0 // Hangul fillers
        | 0x17B4 | 0x17B5           // Khmer inherent vowels
        | 0x180B..=0x180F           // Mongolian selectors and vowel separator
        | 0x200B..=0x200F           // zero-width spaces and joiners, direction marks
        | 0x2028..=0x202E           // line and paragraph separator, embeddings and overrides
        | 0x2060..=0x206F           // word joiner, invisible operators, isolates
        | 0xFEFF                    // byte order mark
        | 0xFFF0..=0xFFFB           // unassigned, interlinear annotation
        | 0x1D173..=0x1D17A         // musical format characters
        | 0xE0000..=0xE0FFF         // tags, selectors supplement
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn control_characters_are_seen_and_obeyed_by_nobody() {
        let cases = [
            ("\u{1b}[2J", "␛[2J", "\\x1b[2J"),
            ("a\rb\u{7}", "a␍b␇", "a\\rb\\x07"),
            ("\u{9b}31m\u{7f}", "\\x9b31m␡", "\\x9b31m\\x7f"),
            ("ab\u{202e}cd\u{2069}", "ab⟨U+202E⟩cd⟨U+2069⟩", "ab<U+202E>cd<U+2069>"),
            ("zero\u{200b}width", "zero⟨U+200B⟩width", "zero<U+200B>width"),
            ("tab\tand\nline", "tab\tand\nline", "tab\tand\nline"),
            ("日本 e\u{301} ❤\u{fe0f}", "日本 e\u{301} ❤\u{fe0f}", "日本 e\u{301} ❤\u{fe0f}"),
        ];
        for (given, unicode, ascii) in cases {
            assert_eq!(text(given, Charset::Unicode), unicode);
            assert_eq!(text(given, Charset::Ascii), ascii);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_as_numbers() {
        assert_eq!(bytes(b"caf\xe9 \x1b[0m \xff", Charset::Unicode), "caf\\xe9 ␛[0m \\xff");
    }

    proptest! {
        #[test]
        fn nothing_unsafe_is_left(given in any::<String>(), ascii: bool) {
            let charset = if ascii { Charset::Ascii } else { Charset::Unicode };
            let shown = text(&given, charset).into_owned();
            prop_assert!(shown.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'), "{shown:?}");
            prop_assert!(!shown.contains(is_unsafe));
            prop_assert_eq!(text(&shown, charset), shown.as_str());
        }

        #[test]
        fn any_bytes_become_safe_text(given: Vec<u8>) {
            prop_assert!(!bytes(&given, Charset::Unicode).contains(is_unsafe));
        }

        #[test]
        fn every_control_character_is_caught(given in "[\\x00-\\x1f\\x7f-\\x9f\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}]{0,40}") {
            prop_assert!(!text(&given, Charset::Unicode).contains(is_unsafe));
        }
    }
}
