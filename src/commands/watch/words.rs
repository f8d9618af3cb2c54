//! Keys in words: what the bottom row and the help say of them.

/// Keys of the main screen with long words for them, as the help shows them.
pub(super) const HELP: [(&str, &str); 16] = [
    ("h", "one more hint; Esc puts the hints away"),
    ("d", "everything about the verdict: the whole diff, the output, the hints, the task"),
    ("t", "the task"),
    ("n", "the next exercise that is not done"),
    ("p", "the exercise before this one"),
    ("l", "every exercise and how it stands: to search, to filter, to go to"),
    ("g", "go to an exercise: type a part of its name, Enter takes the first that fits"),
    ("o", "open the file in `$VISUAL` or `$EDITOR`"),
    ("r", "check again"),
    ("s", "the solution and its notes, once you have passed"),
    ("x", "put the starter back; your file is kept as a backup"),
    ("c", "check every exercise of the course; Esc stops it"),
    ("?", "this help"),
    ("/", "in a text: search it; n and N go on and back, Space and b turn pages, g and G go to its ends"),
    ("q", "quit; Ctrl-C and Ctrl-D do too"),
    ("^Z", "suspend; `fg` in the shell comes back"),
];

/// Below the keys.
pub(super) const HELP_WORDS: &str = "Saving the file checks it. Saving another exercise that you have started goes there. Nothing \
                          moves on by itself: after a pass you stay as long as you like.";

/// The keys that the main screen names, the most important first.
pub(super) const OPEN_KEYS: [(&str, &str); 12] = [
    ("h", "hint"),
    ("d", "details"),
    ("n", "next"),
    ("q", "quit"),
    ("?", "help"),
    ("t", "task"),
    ("l", "list"),
    ("g", "go to"),
    ("o", "open"),
    ("p", "previous"),
    ("r", "again"),
    ("x", "reset"),
];

/// The same after a pass.
pub(super) const PASSED_KEYS: [(&str, &str); 9] = [
    ("n", "next"),
    ("s", "solution"),
    ("d", "details"),
    ("q", "quit"),
    ("?", "help"),
    ("l", "list"),
    ("g", "go to"),
    ("p", "previous"),
    ("c", "check all"),
];

/// Keys of the list.
pub(super) const LIST_HELP: [(&str, &str); 12] = [
    ("Enter", "make the chosen exercise the one that you work on; fold or unfold a topic"),
    ("/", "search: type parts of a name, a title or a topic"),
    ("f", "only open ones, failed ones, and so on; F goes back"),
    ("Space", "fold or unfold the topic"),
    ("z", "fold or unfold every topic"),
    ("x", "put the starter of the chosen exercise back; your file is kept as a backup"),
    ("Esc", "one step back: from the search, from the filter, from the list"),
    ("j k", "down and up, as the arrows do"),
    ("b", "a page up; Page Up and Page Down do too"),
    ("g G", "to the start and to the end, as Home and End do"),
    ("q", "back; l does too"),
    ("?", "this help"),
];

/// Below them.
pub(super) const LIST_HELP_WORDS: &str = "A star marks the exercise at hand. An exercise is done when it \
                          passed with the files as they are; one that was changed since says so.";

/// What the list names below an exercise.
pub(super) const LIST_KEYS: [(&str, &str); 7] = [
    ("Enter", "go to"),
    ("/", "search"),
    ("f", "filter"),
    ("q", "back"),
    ("?", "help"),
    ("x", "reset"),
    ("Space", "fold"),
];

/// The same below a topic.
pub(super) const TOPIC_KEYS: [(&str, &str); 6] =
    [("Enter", "fold"), ("/", "search"), ("f", "filter"), ("q", "back"), ("?", "help"), ("z", "fold all")];

/// The same while something is typed.
pub(super) const TYPING_KEYS: [(&str, &str); 3] =
    [("Enter", "go to"), ("Esc", "end of the search"), ("Up Down", "choose")];
