//! How a screen looks: colours, symbols and width, and the spans that carry them.
//!
//! Owns every escape code that the program writes. A [`Span`]'s text is escaped when the span is made, so nothing that
//! a learner's program wrote can reach a terminal raw.

use std::path::Path;

use super::super::escape::{self, Charset};
use super::link;
use crate::language::{Language, Value};

/// Columns that no line of ours fills.
const UNBROKEN: usize = 2_000;

/// The codes of what stands out from its neighbours.
const MARKED: &str = "1;4";

/// How a screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether escape codes are written; what they say is always said in words too.
    pub color: bool,
    /// Whether symbols such as `✓` are used; otherwise ASCII ones.
    pub unicode: bool,
    /// Columns of the screen.
    pub width: usize,
    /// For someone who listens: lines are not broken, and position and drawing carry no meaning.
    pub linear: bool,
    /// Where shown paths lead, in a terminal that shows links: see [`Style::linking`].
    pub links: Option<&'static str>,
    /// What the tool's own words are said in.
    pub language: Language,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            color: false,
            unicode: true,
            width: 80,
            linear: false,
            links: None,
            language: Language::ENGLISH,
        }
    }
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    Strong,
    Quiet,
    /// A command or a piece of code in prose.
    Code,
    /// A path: never broken, so that it can be copied.
    Path,
    Passed,
    Failed,
    Fault,
    /// A line that was wanted.
    Expected,
    /// A line that the learner's program wrote.
    Yours,
}

impl Role {
    #[cfg(test)]
    pub(super) const ALL: [Self; 10] = [
        Self::Plain,
        Self::Strong,
        Self::Quiet,
        Self::Code,
        Self::Path,
        Self::Passed,
        Self::Failed,
        Self::Fault,
        Self::Expected,
        Self::Yours,
    ];

    /// Colours are those of the terminal's own theme, on its own background: what can be read on light and on dark.
    /// So no black, no white, and no yellow, which many light themes leave pale.
    pub(super) fn codes(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "1",
            Self::Quiet => "2",
            Self::Code | Self::Path => "36",
            Self::Passed => "1;32",
            Self::Failed => "1;31",
            Self::Fault => "1;35",
            Self::Expected => "32",
            Self::Yours => "31",
        }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    text: String,
    pub(super) role: Role,
    /// Whether it stands out from its neighbours: what differs, where the error is.
    pub(super) mark: bool,
}

impl Span {
    /// The text, without control characters other than tabs.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn marked(mut self) -> Self {
        self.mark = true;
        self
    }

    /// The span with less text, or other text of its own.
    pub(super) fn map(&self, change: impl FnOnce(&str) -> String) -> Self {
        Self { text: change(&self.text), role: self.role, mark: self.mark }
    }
}

/// The symbols of a screen.
pub(super) struct Symbols {
    pub(super) passed: &'static str,
    pub(super) failed: &'static str,
    pub(super) fault: &'static str,
    pub(super) skipped: &'static str,
    pub(super) pending: &'static str,
    pub(super) here: &'static str,
    pub(super) more: &'static str,
    pub(super) continued: &'static str,
    pub(super) space: &'static str,
    pub(super) empty_line: &'static str,
    pub(super) bar: [&'static str; 2],
    /// A topic whose exercises are shown, and one whose are not.
    pub(super) fold: [&'static str; 2],
}

const UNICODE: Symbols = Symbols {
    passed: "✓",
    failed: "✗",
    fault: "!",
    skipped: "-",
    pending: "·",
    here: "→",
    more: "…",
    continued: "↳",
    space: "·",
    empty_line: "↵",
    bar: ["━", "─"],
    fold: ["▾", "▸"],
};

const ASCII: Symbols = Symbols {
    passed: "+",
    failed: "x",
    fault: "!",
    skipped: "-",
    pending: ".",
    here: ">",
    more: "...",
    continued: "\\",
    space: "_",
    empty_line: "\\n",
    bar: ["#", "-"],
    fold: ["-", "+"],
};

impl Style {
    /// The same with paths from a course's folder as links. Asked for once a process: the address is kept for good.
    #[must_use]
    pub fn linking(self, folder: &Path) -> Self {
        Self { links: Some(Box::leak(link::root(folder).into_boxed_str())), ..self }
    }

    /// A message in its language, for [`say!`](crate::language::say).
    pub(super) fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.language.say(id, values)
    }

    /// The symbols that may be used.
    pub(super) fn symbols(&self) -> &'static Symbols {
        if self.unicode { &UNICODE } else { &ASCII }
    }

    pub(super) fn charset(&self) -> Charset {
        if self.unicode { Charset::Unicode } else { Charset::Ascii }
    }

    /// Columns to fill: narrower screens than 20 columns are not drawn for.
    pub(super) fn columns(&self) -> usize {
        if self.linear { UNBROKEN } else { self.width.max(20) }
    }

    /// A piece of a line, escaped; a newline in it is shown.
    pub(super) fn span(&self, role: Role, text: &str) -> Span {
        let mut safe = escape::text(text, self.charset()).into_owned();
        if safe.contains('\n') {
            let mut newline = String::new();
            escape::push_shown(&mut newline, '\n', self.charset());
            safe = safe.replace('\n', &newline);
        }
        Span { text: safe, role, mark: false }
    }

    /// The same, for text that is the program's own and unmarked.
    pub(super) fn plain(&self, text: &str) -> Span {
        self.span(Role::Plain, text)
    }

    /// Writes a run of one role to a screen.
    pub(super) fn paint(&self, screen: &mut String, role: Role, mark: bool, text: &str) {
        let path = self.links.filter(|_| role == Role::Path);
        match path.and_then(|root| link::target(root, text)) {
            Some(address) => {
                screen.push_str(&link::open(&address));
                self.paint_plainly(screen, role, mark, text);
                screen.push_str(link::CLOSE);
            }
            None => self.paint_plainly(screen, role, mark, text),
        }
    }

    fn paint_plainly(&self, screen: &mut String, role: Role, mark: bool, text: &str) {
        let codes = role.codes();
        match (mark, codes.is_empty()) {
            (false, _) => self.paint_codes(screen, codes, text),
            (true, true) => self.paint_codes(screen, MARKED, text),
            (true, false) => self.paint_codes(screen, &format!("{codes};{MARKED}"), text),
        }
    }

    /// Writes a run with these codes, for what is laid out in other ways than by a page.
    pub(super) fn paint_codes(&self, screen: &mut String, codes: &str, text: &str) {
        if !self.color || text.is_empty() || codes.is_empty() {
            screen.push_str(text);
            return;
        }
        for part in ["\u{1b}[", codes, "m", text, "\u{1b}[0m"] {
            screen.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_nothing_is_painted() {
        let mut screen = String::new();
        Style::default().paint(&mut screen, Role::Failed, true, "failed");
        assert_eq!(screen, "failed");
    }

    #[test]
    fn what_is_painted_can_be_read_on_light_and_on_dark() {
        // Bold, faint, and the colours between black and white that are legible on both; no background of ours.
        let legible = ["1", "2", "4", "31", "32", "35", "36"];
        let style = Style { color: true, ..Style::default() };
        for (role, mark) in Role::ALL.into_iter().flat_map(|role| [(role, false), (role, true)]) {
            let mut screen = String::new();
            style.paint(&mut screen, role, mark, "text");
            let codes = screen.split("\u{1b}[").skip(1).filter_map(|part| part.split_once('m'));
            for code in codes.flat_map(|(codes, _)| codes.split(';')) {
                assert!(code == "0" || legible.contains(&code), "{role:?} is painted with {code}");
            }
        }
    }

    #[test]
    fn a_path_is_a_link_where_links_are_shown() {
        let mut screen = String::new();
        let style = Style::default().linking(Path::new("/c"));
        style.paint(&mut screen, Role::Path, false, "exercises/a.py");
        style.paint(&mut screen, Role::Plain, false, "exercises/a.py");
        let address = "file:///c/exercises/a.py";
        assert_eq!(
            screen,
            format!("\u{1b}]8;;{address}\u{1b}\\exercises/a.py\u{1b}]8;;\u{1b}\\exercises/a.py")
        );
    }

    #[test]
    fn a_span_holds_nothing_that_a_terminal_obeys() {
        let style = Style { color: true, ..Style::default() };
        assert_eq!(style.span(Role::Plain, "a\u{1b}[31m\nb").text(), "a␛[31m␊b");
    }
}
