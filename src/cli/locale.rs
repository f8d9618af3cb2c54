//! What the environment says of languages and character sets, as POSIX has it: `LC_ALL` before `LC_…` before `LANG`.

use crate::language::Language;

/// The language of the tool's own words: the first of those that it has, else English.
pub(super) fn language(asked: Option<&str>, variable: impl Fn(&str) -> Option<String>) -> Language {
    if asked.is_none() && is_ascii(&variable) {
        // Its letters would be others there.
        return Language::ENGLISH;
    }
    Language::first_of(&languages(asked, variable))
}

/// The same before anything was parsed, for help.
pub(super) fn language_of_process() -> Language {
    let arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let variable = |name: &str| std::env::var(name).ok();
    language(asked(arguments, variable).as_deref(), variable)
}

/// The language that was asked for, as the parser would find it.
fn asked(
    arguments: impl Iterator<Item = String>,
    variable: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let mut arguments = arguments.take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            return arguments.next();
        }
        if let Some(language) = argument.strip_prefix("--lang=") {
            return Some(language.to_owned());
        }
    }
    variable("PROLINGS_LANG")
}

/// The languages to look for, the nearest first: `pt_BR` means `pt_BR`, then `pt`. None for English and for nothing.
pub(super) fn languages(asked: Option<&str>, variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let named = asked.map(str::to_owned).or_else(|| of(&variable, "LC_MESSAGES")).unwrap_or_default();
    let name = named.split(['.', '@']).next().unwrap_or_default().replace('-', "_");
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let language = name.split('_').next().unwrap_or_default().to_ascii_lowercase();
    if !is_plain || !(2..=3).contains(&language.len()) || language == "en" {
        return Vec::new();
    }
    let region =
        name.split_once('_').map(|(_, region)| format!("{language}_{}", region.to_ascii_uppercase()));
    region.into_iter().chain([language]).collect()
}

/// Whether the character set is named, and is none that has all symbols. An unset or plain `C` locale says nothing: most
/// terminals show UTF-8 all the same.
pub(super) fn is_ascii(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale = of(&variable, "LC_CTYPE").unwrap_or_default();
    let set = locale.split_once('.').map(|(_, set)| set.split('@').next().unwrap_or(set));
    set.is_some_and(|set| !set.to_ascii_lowercase().replace('-', "").eq("utf8"))
}

fn of(variable: &impl Fn(&str) -> Option<String>, category: &str) -> Option<String> {
    ["LC_ALL", category, "LANG"].into_iter().find_map(|name| variable(name).filter(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<'a>(variables: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn the_nearest_language_comes_first() {
        let of = |variables: &[(&str, &str)]| languages(None, with(variables));
        assert_eq!(of(&[("LANG", "de_DE.UTF-8")]), ["de_DE", "de"]);
        assert_eq!(of(&[("LANG", "de_DE"), ("LC_ALL", "pt_br")]), ["pt_BR", "pt"]);
        assert_eq!(of(&[("LANG", "ca@valencia")]), ["ca"]);
        for nothing in ["", "C", "C.UTF-8", "POSIX", "en_GB.UTF-8", "../../etc"] {
            assert!(of(&[("LANG", nothing)]).is_empty(), "{nothing}");
        }
        assert_eq!(languages(Some("fr"), with(&[("LANG", "de_DE")])), ["fr"]);
        assert_eq!(languages(Some("pt-BR"), with(&[])), ["pt_BR", "pt"]);
        assert!(languages(Some("en"), with(&[("LANG", "de_DE")])).is_empty());
    }

    #[test]
    fn what_is_asked_for_is_found_without_a_parser() {
        let variables = [("PROLINGS_LANG", "fr")];
        let of = |line: &str| asked(line.split_whitespace().map(str::to_owned), with(&variables));
        for line in ["check --lang de --help", "--lang=de check -h", "help check --lang de"] {
            assert_eq!(of(line).as_deref(), Some("de"), "{line}");
        }
        for line in ["check --help", "run x -- --lang de", ""] {
            assert_eq!(of(line).as_deref(), Some("fr"), "{line}");
        }
        assert_eq!(asked(std::iter::once("--lang".to_owned()), with(&variables)), None);
    }

    #[test]
    fn only_a_character_set_that_is_named_counts() {
        for utf8 in ["", "C", "de_DE", "C.UTF-8", "de_DE.utf8@euro"] {
            assert!(!is_ascii(with(&[("LANG", utf8)])), "{utf8}");
        }
        assert!(is_ascii(with(&[("LANG", "de_DE.ISO-8859-1")])));
        assert!(is_ascii(with(&[("LANG", "C.UTF-8"), ("LC_CTYPE", "C.ANSI_X3.4-1968")])));
    }
}
