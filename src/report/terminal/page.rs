//! A page: the lines of one message, laid out and ready to be painted.
//!
//! Owns indentation, hanging indents, carets under marked text, and blank lines. What the lines say is decided by the
//! screens.

use super::layout::{self, Cell, Wrap};
use super::style::{Role, Span, Style};
use crate::language::{Said, Value, said};

/// A code line is cut when it is longer than this many screen widths; shorter ones are wrapped, so that nothing of
/// them is lost.
const WIDTHS: usize = 4;
/// Columns by which the rows of a broken line of text are set in.
const HANG: usize = 2;

/// When marked text gets a row of `^` below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carets {
    /// Never.
    No,
    /// Where colour does not show the marks, and part of the line only is marked.
    WithoutColor,
    /// Always.
    Always,
}

/// Lines of a message.
pub(super) struct Page {
    pub(super) style: Style,
    amount: Amount,
    rows: Vec<Vec<Cell>>,
}

/// How much is said of something long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Amount {
    /// As much as helps at a glance, and how much more there is.
    Usual,
    /// All of it.
    All,
}

/// A line to be laid out.
pub(super) struct Line {
    indent: usize,
    lead: Vec<Span>,
    again: Option<Span>,
    body: Vec<Span>,
    wrap: Wrap,
    carets: Carets,
}

impl Line {
    /// A line of prose.
    pub(super) fn prose(indent: usize, body: Vec<Span>) -> Self {
        Self { indent, lead: Vec::new(), again: None, body, wrap: Wrap::Words, carets: Carets::No }
    }

    /// A line of code or of output.
    pub(super) fn code(indent: usize, body: Vec<Span>) -> Self {
        Self { wrap: Wrap::Columns, ..Self::prose(indent, body) }
    }

    /// A line of text that a program wrote and whose spaces matter little.
    pub(super) fn text(indent: usize, body: Vec<Span>) -> Self {
        Self { wrap: Wrap::Text, ..Self::prose(indent, body) }
    }

    /// Text before the first row; the following rows hang under what comes after it.
    pub(super) fn lead(mut self, lead: Span) -> Self {
        self.lead.push(lead);
        self
    }

    /// What following rows have in the lead's place, aligned to its right edge.
    pub(super) fn again(mut self, again: Span) -> Self {
        self.again = Some(again);
        self
    }

    pub(super) fn carets(mut self, carets: Carets) -> Self {
        self.carets = carets;
        self
    }
}

impl Page {
    pub(super) fn new(style: Style) -> Self {
        Self { style, amount: Amount::Usual, rows: Vec::new() }
    }

    /// A page that leaves nothing out, for someone who asked for everything.
    pub(super) fn in_full(style: Style) -> Self {
        Self { amount: Amount::All, ..Self::new(style) }
    }

    /// A message in the page's language, for [`say!`](crate::language::say).
    pub(super) fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.style.say(id, values)
    }

    /// Whether nothing is to be left out.
    pub(super) fn is_full(&self) -> bool {
        self.amount == Amount::All
    }

    /// How many of `all` things are shown where `usual` is enough at a glance.
    pub(super) fn of(&self, all: usize, usual: usize) -> usize {
        if self.is_full() { all } else { all.min(usual) }
    }

    /// A blank line, unless there is one already or nothing stands above.
    pub(super) fn blank(&mut self) {
        if self.rows.last().is_some_and(|row| !row.is_empty()) {
            self.rows.push(Vec::new());
        }
    }

    /// Adds a line, on as many rows as it needs.
    pub(super) fn put(&mut self, line: Line) {
        let lead = layout::cells(&line.lead);
        let margin = line.indent + layout::total(&lead);
        let columns = self.style.columns().saturating_sub(margin).max(8);
        let mut body = line.body;
        if line.wrap != Wrap::Words {
            let more = self.style.span(Role::Quiet, self.style.symbols().more);
            body = layout::cut(body, WIDTHS * self.style.columns(), &more);
        }
        let cells = layout::cells(&body);
        // Rows that follow are set in, so that they are not taken for lines.
        let is_broken = layout::total(&cells) > columns;
        let hang = if line.wrap == Wrap::Text && lead.is_empty() && is_broken { HANG } else { 0 };
        let rows = layout::wrap(cells, columns - hang, line.wrap);
        let carets = match line.carets {
            _ if self.style.linear => false,
            Carets::No => false,
            Carets::WithoutColor => !self.style.color && is_partly_marked(&rows),
            Carets::Always => true,
        };
        for (index, row) in rows.into_iter().enumerate() {
            let mut whole = blanks(line.indent);
            match (index, &line.again) {
                (0, _) => whole.extend(lead.iter().cloned()),
                (_, Some(again)) => {
                    let again = layout::cells(std::slice::from_ref(again));
                    whole.extend(blanks((margin - line.indent).saturating_sub(layout::total(&again) + 1)));
                    whole.extend(again);
                    whole.extend(blanks(1));
                }
                (_, None) => whole.extend(blanks(margin - line.indent + hang)),
            }
            let below = if carets { self.caret_row(margin, &row) } else { None };
            whole.extend(row);
            self.rows.push(whole);
            self.rows.extend(below);
        }
    }

    /// Prose of the course's author or our own, wrapped at words, with `code` between backticks; its newlines count.
    pub(super) fn prose(&mut self, indent: usize, role: Role, text: &str) {
        for line in text.trim_end().split('\n') {
            if line.trim().is_empty() {
                self.blank();
            } else {
                // Words that are set in (lists, code blocks) stay so.
                let set_in = line.len() - line.trim_start_matches(' ').len();
                let (marker, text) = list_marker(line.trim());
                let body = self.style.with_code(role, text);
                let line = Line::prose(indent + set_in.min(self.style.columns() / 4), body);
                self.put(line.lead(self.style.span(role, marker)));
            }
        }
    }

    /// Text that a program wrote: at most `most` of its lines, as they are, then how many more there are.
    pub(super) fn block(&mut self, indent: usize, role: Role, text: &str, most: usize) {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let lines: Vec<&str> = text.split('\n').collect();
        // One line more costs less than saying that there is one more.
        let shown = if lines.len() <= most + 1 { lines.len() } else { self.of(lines.len(), most) };
        for line in &lines[..shown] {
            let line = line.strip_suffix('\r').unwrap_or(line);
            self.put(Line::text(indent, vec![self.style.span(role, line)]));
        }
        self.more(indent, lines.len() - shown, |number| said!("more-lines", number = number));
    }

    /// `… 3 more lines`, when there are any.
    pub(super) fn more(&mut self, indent: usize, number: usize, what: fn(usize) -> Said) {
        if number > 0 {
            let what = what(number).by(self.style.language);
            let text = format!("{} {what}", self.style.symbols().more);
            self.put(Line::prose(indent, vec![self.style.span(Role::Quiet, &text)]));
        }
    }

    /// A row of `^` under the marked cells, when there are any.
    fn caret_row(&self, margin: usize, row: &[Cell]) -> Option<Vec<Cell>> {
        let last = row.iter().rposition(|cell| cell.mark)?;
        let mut below = blanks(margin);
        for cell in &row[..=last] {
            let text = if cell.mark { "^" } else { " " };
            below.extend(layout::cells(&[self.style.span(cell.role, &text.repeat(cell.width))]));
        }
        Some(below)
    }

    /// The page as text to write, each row with its newline.
    pub(super) fn render(&self) -> String {
        let mut screen = String::new();
        let end = self.rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        for row in &self.rows[..end] {
            let visible = row
                .iter()
                .rposition(|cell| cell.text != " " || (cell.mark && self.style.color))
                .map_or(0, |last| last + 1);
            let mut run = String::new();
            for (index, cell) in row[..visible].iter().enumerate() {
                run.push_str(&cell.text);
                let next = row[..visible].get(index + 1);
                if next.is_none_or(|next| (next.role, next.mark) != (cell.role, cell.mark)) {
                    self.style.paint(&mut screen, cell.role, cell.mark, &run);
                    run.clear();
                }
            }
            screen.push('\n');
        }
        screen
    }
}

impl Style {
    /// Prose as spans, with `code` between backticks set apart; the backticks stay.
    pub(super) fn with_code(&self, role: Role, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('`') {
            let Some((code, behind)) = after.split_once('`') else { break };
            spans.push(self.span(role, before));
            spans.push(self.span(Role::Code, &format!("`{code}`")));
            rest = behind;
        }
        spans.push(self.span(role, rest));
        spans.retain(|span| !span.text().is_empty());
        spans
    }
}

/// `- ` or `1. ` at the start of an item, and the rest.
fn list_marker(line: &str) -> (&str, &str) {
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[number..];
    let length = match number {
        0 if rest.starts_with("- ") || rest.starts_with("* ") => 2,
        1..=3 if rest.starts_with(". ") => number + 2,
        _ => 0,
    };
    line.split_at(length)
}

/// Carets help where part of a line is marked, not where all of it is.
fn is_partly_marked(rows: &[Vec<Cell>]) -> bool {
    let cells = || rows.iter().flatten();
    cells().any(|cell| cell.mark) && cells().any(|cell| !cell.mark && cell.text != " ")
}

fn blanks(number: usize) -> Vec<Cell> {
    vec![Cell { text: " ".to_owned(), width: 1, role: Role::Plain, mark: false }; number]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        Page::new(Style { width: 24, ..Style::default() })
    }

    #[test]
    fn following_rows_hang_under_the_first() {
        let mut page = page();
        let style = page.style;
        page.put(Line::prose(2, vec![style.plain("one two three four five")]).lead(style.plain("got  ")));
        assert_eq!(page.render(), "  got  one two three\n       four five\n");
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        let mut page = page();
        let style = page.style;
        let body = vec![style.plain("日本 "), style.plain("語x").marked(), style.plain(" y")];
        page.put(Line::code(1, body).carets(Carets::WithoutColor));
        assert_eq!(page.render(), " 日本 語x y\n      ^^^\n");
    }

    #[test]
    fn a_block_says_how_much_it_leaves_out() {
        let mut page = page();
        page.block(2, Role::Plain, "a\nb\nc\nd\n", 2);
        page.block(2, Role::Plain, "a\nb\nc\n", 2);
        assert_eq!(page.render(), "  a\n  b\n  … 2 more lines\n  a\n  b\n  c\n");
    }

    #[test]
    fn items_of_a_list_hang_under_their_text() {
        let mut page = page();
        page.prose(
            0,
            Role::Plain,
            "- one two three four five\n  12. one two three fourth\n-1 is a number, no item at all",
        );
        let wanted = "- one two three four\n  five\n  12. one two three\n      fourth\n-1 is a number, no item\nat all\n";
        assert_eq!(page.render(), wanted);
    }

    #[test]
    fn code_in_prose_is_not_broken() {
        let mut page = page();
        page.prose(0, Role::Plain, "then run `prolings check x`.");
        assert_eq!(page.render(), "then run\n`prolings check x`.\n");
    }
}
