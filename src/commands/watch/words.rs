//! Keys in words: what the bottom row and the help say of them, and what a question says of its answers.

use crate::commands::reset;
use crate::language::{Language, say};
use crate::report::terminal::watch::Label;
use crate::watch::Key;

/// Keys of the main screen with long words for them, as the help shows them.
pub(super) fn help(language: Language) -> Vec<Label> {
    vec![
        Label::new("h", say!(language, "key-hint.help")),
        Label::new("d", say!(language, "key-details.help")),
        Label::new("t", say!(language, "key-task.help")),
        Label::new("n", say!(language, "key-next.help")),
        Label::new("p", say!(language, "key-previous.help")),
        Label::new("l", say!(language, "key-list.help")),
        Label::new("g", say!(language, "key-go-to.help")),
        Label::new("o", say!(language, "key-open.help")),
        Label::new("r", say!(language, "key-again.help")),
        Label::new("s", say!(language, "key-solution.help")),
        Label::new("x", say!(language, "key-reset.help")),
        Label::new("c", say!(language, "key-check-all.help")),
        Label::new("?", say!(language, "key-help.help")),
        Label::new("/", say!(language, "key-search.help")),
        Label::new("q", say!(language, "key-quit.help")),
        Label::new("^Z", say!(language, "key-suspend.help")),
    ]
}

/// The keys that the main screen names, the most important first.
pub(super) fn open_keys(language: Language) -> Vec<Label> {
    vec![
        Label::new("h", say!(language, "key-hint")),
        Label::new("d", say!(language, "key-details")),
        Label::new("n", say!(language, "key-next")),
        Label::new("q", say!(language, "key-quit")),
        Label::new("?", say!(language, "key-help")),
        Label::new("t", say!(language, "key-task")),
        Label::new("l", say!(language, "key-list")),
        Label::new("g", say!(language, "key-go-to")),
        Label::new("o", say!(language, "key-open")),
        Label::new("p", say!(language, "key-previous")),
        Label::new("r", say!(language, "key-again")),
        Label::new("x", say!(language, "key-reset")),
    ]
}

/// The same after a pass.
pub(super) fn passed_keys(language: Language) -> Vec<Label> {
    vec![
        Label::new("n", say!(language, "key-next")),
        Label::new("s", say!(language, "key-solution")),
        Label::new("d", say!(language, "key-details")),
        Label::new("q", say!(language, "key-quit")),
        Label::new("?", say!(language, "key-help")),
        Label::new("l", say!(language, "key-list")),
        Label::new("g", say!(language, "key-go-to")),
        Label::new("p", say!(language, "key-previous")),
        Label::new("c", say!(language, "key-check-all")),
    ]
}

/// Keys of the list with long words for them.
pub(super) fn list_help(language: Language) -> Vec<Label> {
    vec![
        Label::new(say!(language, "key-enter"), say!(language, "key-go-there.help")),
        Label::new("/", say!(language, "key-search.help-in-list")),
        Label::new("f", say!(language, "key-filter.help")),
        Label::new(say!(language, "key-space"), say!(language, "key-fold.help")),
        Label::new("z", say!(language, "key-fold-all.help")),
        Label::new("x", say!(language, "key-reset.help-in-list")),
        Label::new(say!(language, "key-escape"), say!(language, "key-escape.help-in-list")),
        Label::new("j k", say!(language, "key-down-and-up.help")),
        Label::new("b", say!(language, "key-page-up.help")),
        Label::new("g G", say!(language, "key-start-and-end.help")),
        Label::new("q", say!(language, "key-back.help")),
        Label::new("?", say!(language, "key-help.help")),
    ]
}

/// What the list names below an exercise.
pub(super) fn list_keys(language: Language) -> Vec<Label> {
    vec![
        Label::new(say!(language, "key-enter"), say!(language, "key-go-there")),
        Label::new("/", say!(language, "key-search")),
        Label::new("f", say!(language, "key-filter")),
        Label::new("q", say!(language, "key-back")),
        Label::new("?", say!(language, "key-help")),
        Label::new("x", say!(language, "key-reset")),
        Label::new(say!(language, "key-space"), say!(language, "key-fold")),
    ]
}

/// The same below a topic.
pub(super) fn topic_keys(language: Language) -> Vec<Label> {
    vec![
        Label::new(say!(language, "key-enter"), say!(language, "key-fold")),
        Label::new("/", say!(language, "key-search")),
        Label::new("f", say!(language, "key-filter")),
        Label::new("q", say!(language, "key-back")),
        Label::new("?", say!(language, "key-help")),
        Label::new("z", say!(language, "key-fold-all")),
    ]
}

/// The same while something is typed.
pub(super) fn typing_keys(language: Language) -> Vec<Label> {
    vec![
        Label::new(say!(language, "key-enter"), say!(language, "key-go-there")),
        Label::new(say!(language, "key-escape"), say!(language, "key-end-of-search")),
        Label::new(say!(language, "key-up-and-down"), say!(language, "key-choose")),
    ]
}

/// Asks whether an exercise's starter is to be put back: the question, and what answers it.
pub(super) fn put_back(exercise: &str, language: Language) -> (String, String) {
    let yes = say!(language, "yes-key");
    (say!(language, "put-back", exercise = exercise), say!(language, "put-back.keys", yes = yes))
}

/// Whether a key is a yes, in the learner's language or in English.
pub(super) fn is_yes(key: Key, language: Language) -> bool {
    matches!(key, Key::Char(letter) if reset::is_yes(&letter.to_string(), language))
}
