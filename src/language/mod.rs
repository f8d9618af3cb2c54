//! The words of the tool in every language that it speaks: a file a language in `lang/`, carried by the binary.
//!
//! Owns which languages there are, and how a message's id and values become text ([Project Fluent]'s format). It must not
//! know who says what, where the choice comes from, or how things look: a [`Language`] travels with what renderers are
//! given, and nothing here remembers one. What is kept for the life of the process are the parsed files, which are
//! constants; they are parsed when first needed, since most commands need one and `--version` none.
//!
//! [Project Fluent]: https://projectfluent.org

mod catalogue;
mod text;

pub use text::{Said, Text, Value};

use catalogue::LANGUAGES;

/// A language that prolings speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(usize);

impl Language {
    /// The language that is complete, and in which everything is said that no other has words for.
    pub const ENGLISH: Self = Self(0);

    /// All languages, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LANGUAGES.len()).map(Self)
    }

    /// The first of these that there is (`pt_BR`, then `pt`), else English.
    pub fn first_of(wanted: &[String]) -> Self {
        wanted
            .iter()
            .find_map(|wanted| Self::all().find(|language| language.code() == wanted))
            .unwrap_or(Self::ENGLISH)
    }

    /// Its code, which is its file's name: `de`, `pt_BR`.
    pub fn code(self) -> &'static str {
        LANGUAGES[self.0].code
    }

    /// A message with these values, in this language, or in English where it has none. Call it through [`say!`].
    pub fn say(self, id: &str, values: &[(&str, Value)]) -> String {
        let languages = [self, Self::ENGLISH];
        languages
            .into_iter()
            .find_map(|language| LANGUAGES[language.0].say(id, values, self))
            .unwrap_or_else(|| id.to_owned())
    }
}

/// Says a message by whoever knows the language, which is all that has a method `say`: `say!(style, "files", number = 2)`.
///
/// `tests/languages.rs` holds ids and names of values to `lang/en.ftl`.
macro_rules! say {
    ($speaker:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $speaker.say($id, &[$((stringify!($name), $crate::language::Value::from($value))),*])
    };
}

/// A message to be said later, by someone who knows the language: `said!("files", number = 2)`.
macro_rules! said {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::language::Said::new($id, vec![$((stringify!($name), $crate::language::Value::from($value))),*])
    };
}

pub(crate) use {said, say};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_first_and_every_language_has_its_own_words() {
        assert_eq!(Language::ENGLISH.code(), "en");
        assert_eq!(Language::first_of(&["xx".to_owned()]), Language::ENGLISH);
        for language in Language::all() {
            assert_eq!(Language::first_of(&["xx_XX".to_owned(), language.code().to_owned()]), language);
        }
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        assert_eq!(Language::ENGLISH.say("no-such-message", &[]), "no-such-message");
    }

    #[test]
    fn numbers_choose_their_form_and_nothing_invisible_is_added() {
        let files = |number: usize| say!(Language::ENGLISH, "files", number = number);
        assert_eq!([files(0), files(1), files(12_345)], ["0 files", "1 file", "12345 files"]);
    }

    #[test]
    fn a_text_is_english_until_someone_asks_for_another_language() {
        let text = Text::from(said!("files", number = 2));
        assert_eq!(&*text, "2 files");
        assert_eq!(serde_json::to_string(&text).unwrap(), "\"2 files\"");
        assert_eq!(text, serde_json::from_str::<Text>("\"2 files\"").unwrap());
        assert_eq!(text.by(Language::first_of(&["de".to_owned()])), "2 Dateien");
        assert_eq!(Text::from("an author's").by(Language::first_of(&["de".to_owned()])), "an author's");
    }

    #[test]
    fn what_a_text_passes_on_can_be_changed_however_deep_it_stands() {
        let hidden = |text: &str| text.replace("/secret", "…");
        let error = said!("cannot-read-path", path = "/secret/a", error = "/secret is gone");
        let text = Text::from(said!("error-in-file", file = "b", why = error));
        assert_eq!(text.map(&hidden), "`b`: cannot read …/a: … is gone");
        assert_eq!(Text::from("in /secret").map(&hidden), "in …");
    }
}
