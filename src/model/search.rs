//! A regular expression that is looked for in texts.

use std::sync::OnceLock;

use regex::Regex;

/// Up to this many bytes, and without counted repetition, a sound expression compiles: it cannot be too large.
const SURELY_SMALL: usize = 100;

/// A regular expression that is compiled when it is first used: a course has thousands of them, and a run of checks
/// needs a few. Whether it is sound is known from the start.
#[derive(Debug, Clone)]
pub struct Search {
    text: String,
    /// `None` inside never comes about: it stands for an expression that is sound and yet does not compile.
    compiled: OnceLock<Option<Regex>>,
}

impl Search {
    /// Takes a sound expression.
    ///
    /// # Errors
    /// When the text is no regular expression, or one that compiles to something huge.
    pub fn new(text: &str) -> Result<Self, regex::Error> {
        let surely_small = text.len() <= SURELY_SMALL && !text.contains('{');
        let compiled = OnceLock::new();
        let is_plain = !text.chars().any(regex_syntax::is_meta_character);
        if !surely_small || !(is_plain || regex_syntax::parse(text).is_ok()) {
            // Nobody has looked yet, so this is the first value.
            let _ = compiled.set(Some(Regex::new(text)?));
        }
        Ok(Self { text: text.to_owned(), compiled })
    }

    /// Whether it matches somewhere in a text.
    pub fn is_in(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| Regex::new(&self.text).ok());
        compiled.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_found_or_not() {
        let search = Search::new("a.c").unwrap();
        assert!(search.is_in("xabcx") && !search.is_in("ac"));
        assert!(Search::new("[a]{2}").unwrap().is_in("aa"));
    }

    #[test]
    fn errors_are_known_from_the_start() {
        for text in ["(", "a{2", "[z-a]", "*", r"\p{Greek}{1000}{1000}", "(?<a>x)(?<a>y)"] {
            assert_eq!(Search::new(text).is_err(), Regex::new(text).is_err(), "{text}");
        }
        assert!(Search::new(r"\w{999}{999}").is_err());
    }

    #[test]
    fn what_is_surely_small_compiles() {
        for unit in [r"\w", r"(?i)\W", ".", r"(?i:\w)|"] {
            let text = unit.repeat(SURELY_SMALL / unit.len());
            assert!(Regex::new(&text).is_ok(), "{text}");
        }
    }
}
