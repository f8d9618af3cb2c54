//! Keys in words: what the bottom row and the help say of them.

/// Keys of the main screen with long words for them, as the help shows them.
pub(super) const HELP: [(&str, &str); 15] = [
    ("h", "one more hint; Esc puts the hints away"),
    ("d", "everything about the verdict: the whole diff, the output, the hints, the task"),
    ("t", "the task"),
    ("n", "the next exercise that is not done"),
    ("p", "the exercise before this one"),
    ("l", "every exercise and how it stands"),
    ("g", "go to an exercise: type a part of its name, Enter takes the first that fits"),
    ("o", "open the file in `$VISUAL` or `$EDITOR`"),
    ("r", "check again"),
    ("s", "the solution and its notes, once you have passed"),
    ("x", "put the starter back; your file is kept as a backup"),
    ("c", "check every exercise of the course; Esc stops it"),
    ("?", "this help"),
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
