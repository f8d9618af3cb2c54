//! The list to move in: a table whose topics fold, below what is searched and filtered.
//!
//! ratatui lays the table out. It is given the lines that are on the screen and no others: a screen costs the same however
//! long the list is.

use ratatui::layout::Constraint;
use ratatui::style::{Modifier, Style as Look};
use ratatui::widgets::{Cell, Row as TableRow, Table, Widget};

use super::super::grid;
use super::super::layout::{self, width};
use super::super::list::{Row, State};
use super::super::page::{Line, Page};
use super::super::style::{Role, Span, Style};
use super::rows::{clip, columns, header, key_row, lines, one_line, prompted};
use super::texts;
use super::{Foot, Prompt, ROOMY, Size};
use crate::language::say;
use crate::model::event::Standing;

/// Columns of the marks, and between two columns.
const MARKS: usize = 3;
const GAP: usize = 2;

/// Columns that a name may take.
const NAME: usize = 26;

/// Columns by which exercises are set in below their topic.
const INDENT: usize = 2;

/// Columns below which a title says nothing.
const TITLE: usize = 8;

/// The list as it is to be shown.
#[derive(Debug)]
pub struct Browse<'a> {
    /// The course's title.
    pub course: &'a str,
    /// How far the learner is.
    pub standing: &'a Standing,
    /// What is searched and filtered, and what came of it.
    pub search: Search<'a>,
    /// The lines that are on the screen: at most [`browse_room`] of them.
    pub entries: Vec<Entry<'a>>,
    /// Which of these is chosen.
    pub chosen: Option<usize>,
    /// How many lines stand above the screen, and how many there are in all.
    pub place: (usize, usize),
    /// Columns of the widest name in the whole list, so that columns stay where they are.
    pub names: usize,
    /// How many exercises the largest topic has.
    pub largest: usize,
    /// A question, or what was said and the keys.
    pub bottom: Bottom<'a>,
}

/// A line of the list.
#[derive(Debug)]
pub enum Entry<'a> {
    /// A topic.
    Topic {
        /// Its name.
        name: &'a str,
        /// How many of its exercises are done.
        done: usize,
        /// How many it has.
        total: usize,
        /// Whether they are left out.
        folded: bool,
    },
    /// An exercise.
    Exercise {
        /// What is known of it.
        row: &'a Row,
        /// Whether it is the one that is worked on.
        at_hand: bool,
    },
}

/// What is searched and filtered.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// What was typed.
    pub typed: &'a str,
    /// Whether typing goes on.
    pub typing: bool,
    /// Which exercises are shown, and how many.
    pub shown: &'a str,
}

/// The last rows.
#[derive(Debug, Clone, Copy)]
pub enum Bottom<'a> {
    /// What was said, and the keys.
    Foot(Foot<'a>),
    /// A question.
    Prompt(Prompt<'a>),
}

/// How many lines of the list there is room for.
pub fn browse_room(size: Size) -> usize {
    let around = if size.rows >= ROOMY { 7 } else { 4 };
    size.rows.saturating_sub(around).max(1)
}

/// Columns of the widest of these names.
pub fn widest<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names.map(width).max().unwrap_or(0)
}

/// The list.
pub fn browse(style: Style, size: Size, list: &Browse<'_>) -> Vec<String> {
    let roomy = size.rows >= ROOMY;
    let mut screen = header(style, size, list.course, list.standing);
    screen.push(search_row(style, size, list));
    if roomy {
        screen.push(String::new());
    }
    let bottom = bottom(style, size, list);
    let room = size.rows.saturating_sub(screen.len() + bottom.len());
    screen.extend(table(style, columns(style, size), room, roomy, list));
    screen.truncate(size.rows.saturating_sub(bottom.len()).max(1));
    screen.resize(size.rows.saturating_sub(bottom.len()), String::new());
    screen.extend(bottom);
    clip(screen, size)
}

/// What is shown at the left, which lines of it at the right.
fn search_row(style: Style, size: Size, list: &Browse<'_>) -> String {
    let Search { typed, typing, shown } = list.search;
    let (above, all) = list.place;
    let lines = list.entries.len();
    let place = if lines < all { texts::place(style, above, above + lines, all) } else { String::new() };
    let mut spans = Vec::new();
    if typing || !typed.is_empty() {
        spans.push(style.span(Role::Strong, &format!("{} ", say!(style, "watch-search"))));
        spans.push(style.plain(typed));
        spans.push(if typing { style.plain("_") } else { style.plain("") });
        spans.push(style.plain("  "));
    }
    spans.push(style.span(Role::Quiet, shown));
    let room = columns(style, size).saturating_sub(width(&place) + 3);
    let more = style.span(Role::Quiet, style.symbols().more);
    let left = layout::cut(spans, room, &more);
    let used: usize = left.iter().map(|span| width(span.text())).sum();
    let mut row = String::new();
    for span in &left {
        style.paint(&mut row, span.role, false, span.text());
    }
    if !place.is_empty() {
        row.push_str(&" ".repeat(columns(style, size).saturating_sub(used + width(&place))));
        style.paint(&mut row, Role::Quiet, false, &place);
    }
    row
}

fn table(style: Style, wide: usize, room: usize, headed: bool, list: &Browse<'_>) -> Vec<String> {
    let states = states(style, list.largest);
    let names = (list.names + INDENT).clamp(4, NAME).min(wide.saturating_sub(MARKS + states + GAP).max(4));
    let title = wide.saturating_sub(MARKS + states + GAP + names + GAP);
    let fitting = |role, text: &str, room: usize| {
        let more = style.span(Role::Quiet, style.symbols().more);
        let spans = vec![style.span(role, text)];
        if width(spans[0].text()) <= room {
            return spans;
        }
        layout::cut(spans, room.saturating_sub(width(more.text())), &more)
    };
    let rows = list.entries.iter().enumerate().map(|(index, entry)| {
        let chosen = list.chosen == Some(index);
        let (marks, state, name, about) = match entry {
            Entry::Topic { name, done, total, folded } => {
                let symbol = style.symbols().fold[usize::from(*folded)];
                let mut named = vec![style.span(Role::Quiet, &format!("{symbol} "))];
                named.extend(fitting(Role::Strong, name, names.saturating_sub(INDENT)));
                let state = style.span(Role::Quiet, &say!(style, "of", number = *done, all = *total));
                (String::new(), vec![state], named, Vec::new())
            }
            Entry::Exercise { row, at_hand } => {
                let (role, symbol, word) = row.state.look(style);
                let mut named = vec![style.plain(&" ".repeat(INDENT))];
                let weight = if *at_hand { Role::Strong } else { Role::Plain };
                named.extend(fitting(weight, &row.name, names.saturating_sub(INDENT)));
                let about = row.about(style);
                let about = if title < TITLE { Vec::new() } else { fitting(Role::Quiet, &about, title) };
                let state = style.span(role, &format!("{symbol} {word}"));
                (if *at_hand { "*" } else { "" }.to_owned(), vec![state], named, about)
            }
        };
        let cursor = if chosen { style.symbols().here } else { " " };
        let marks = vec![style.span(Role::Strong, &format!("{cursor}{marks}"))];
        let cells = [marks, state, name, about];
        let row = TableRow::new(cells.map(|spans: Vec<Span>| Cell::from(grid::line(&spans))));
        // Faint letters on the other colours are hard to read.
        let inverted = Look::new().add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM);
        (if chosen { inverted } else { Look::new() }, row)
    });
    let (looks, rows): (Vec<Look>, Vec<TableRow<'_>>) = rows.unzip();
    let cells = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let widths = [MARKS, states + GAP, names + GAP, title].map(|wide| Constraint::Length(cells(wide)));
    let head = usize::from(headed);
    grid::rows(style, wide, room, |area, buffer| {
        let mut table = Table::new(rows, widths).column_spacing(0);
        if headed {
            let title = if title < TITLE { String::new() } else { say!(style, "list-title") };
            let names = [String::new(), say!(style, "list-state"), say!(style, "list-exercise"), title];
            let cells = names.map(|name| Cell::from(grid::line(&[style.span(Role::Quiet, &name)])));
            table = table.header(TableRow::new(cells));
        }
        table.render(area, buffer);
        for (index, look) in looks.into_iter().enumerate().take(room.saturating_sub(head)) {
            let row = ratatui::layout::Rect { y: cells(index + head), height: 1, ..area };
            buffer.set_style(row.intersection(area), look);
        }
    })
}

/// What is to be said of the chosen line, and the keys; or a question.
fn bottom(style: Style, size: Size, list: &Browse<'_>) -> Vec<String> {
    let foot = match &list.bottom {
        Bottom::Prompt(prompt) => {
            let mut rows = prompted(style, prompt);
            if size.rows < ROOMY {
                rows.retain(|row| !row.is_empty());
            }
            return rows;
        }
        Bottom::Foot(foot) => foot,
    };
    let about = match (foot.message, list.chosen.and_then(|chosen| list.entries.get(chosen))) {
        ("", Some(entry)) => about(style, entry),
        ("", None) => say!(style, "watch-nothing-fits"),
        (message, _) => message.to_owned(),
    };
    let mut page = Page::new(style);
    page.put(Line::prose(0, one_line(style, size, &[(Role::Quiet, &about)], 0)));
    let mut rows = lines(&page);
    rows.truncate(1);
    rows.resize(1, String::new());
    if size.rows >= ROOMY {
        rows.insert(0, String::new());
    }
    rows.push(key_row(style, size, "", foot.keys));
    rows
}

/// A line in words.
fn about(style: Style, entry: &Entry<'_>) -> String {
    let row = match entry {
        Entry::Topic { done, total, folded: true, .. } => {
            return say!(style, "topic-folded", done = *done, total = *total);
        }
        Entry::Topic { done, total, folded: false, .. } => {
            return say!(style, "topic-unfolded", done = *done, total = *total);
        }
        Entry::Exercise { row, .. } => row,
    };
    let state = match &row.state {
        State::Done => say!(style, "about-done"),
        State::Changed => say!(style, "about-changed"),
        State::Failed => say!(style, "about-failed"),
        State::Started => say!(style, "about-started"),
        State::Pending => say!(style, "about-pending"),
        State::Skipped(reason) => reason.by(style.language),
    };
    format!("{}: {state}", row.file)
}

/// Columns of a state, or of how many exercises of a topic are done.
fn states(style: Style, largest: usize) -> usize {
    State::columns(style).max(width(&say!(style, "of", number = largest, all = largest)))
}

#[cfg(test)]
mod tests {
    use super::super::Label;
    use super::super::rows::shown_width;
    use super::*;

    fn row(name: &str, title: &str, state: State) -> Row {
        let file = format!("exercises/t/{name}.py");
        Row { name: name.to_owned(), title: title.to_owned(), file, state }
    }

    fn shown(style: Style, size: Size, rows: &[Row], chosen: usize) -> Vec<String> {
        let standing = Standing { done: 1, total: rows.len(), pending: 0, changed: 0, next: None };
        let topic = Entry::Topic { name: "t1_first", done: 1, total: rows.len(), folded: false };
        let exercises = rows.iter().map(|row| Entry::Exercise { row, at_hand: row.name == "日本" });
        let list = Browse {
            course: "A course",
            standing: &standing,
            search: Search { typed: "", typing: false, shown: "" },
            entries: std::iter::once(topic).chain(exercises).collect(),
            chosen: Some(chosen),
            place: (0, rows.len() + 1),
            names: 24,
            largest: rows.len(),
            bottom: Bottom::Foot(Foot { message: "", keys: &[Label::new("q", "back".to_owned())] }),
        };
        browse(style, size, &list)
    }

    fn wide_rows() -> Vec<Row> {
        vec![
            row("plain", "A title", State::Done),
            row("日本", "日本語の題名", State::Failed),
            row("cafe\u{301}", "Cafe\u{301} au lait", State::Changed),
            row("snake_🐍", "👩💻 at work", State::Started),
            row("gcc", "A compiler", State::Skipped("it needs `gcc`, which this machine lacks".into())),
            row("later", "Later", State::Pending),
        ]
    }

    #[test]
    fn every_state_has_a_symbol_and_a_word_and_columns_stay_aligned() {
        let size = Size { columns: 80, rows: 24 };
        let screen = shown(Style::default(), size, &wide_rows(), 2);
        let text = screen.join("\n");
        for part in [
            "✓ done     ",
            "→* ✗ failed     日本 ",
            "~ changed",
            "~ started",
            "- skipped",
            "· pending",
            "it needs `gcc`, which",
            "▾ t1_first",
            "exercises/t/日本.py: it does not pass yet",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
        let titles = ["A title", "日本語の題名", "Cafe\u{301} au", "👩💻 at", "it needs", "Later"];
        for title in titles {
            let before =
                text.lines().find_map(|line| line.split_once(title)).map(|(before, _)| width(before));
            let names = MARKS + states(Style::default(), 0) + GAP;
            assert_eq!(before, Some(names + NAME + GAP), "{title} in\n{text}");
        }
    }

    #[test]
    fn it_fits_every_size_with_and_without_colour() {
        for (columns, rows) in [(80, 24), (120, 40), (40, 12), (40, 3), (20, 5), (41, 16), (200, 2)] {
            for color in [false, true] {
                let style = Style { color, width: columns, ..Style::default() };
                let screen = shown(style, Size { columns, rows }, &wide_rows(), 1);
                assert_eq!(screen.len(), rows, "{screen:#?}");
                for row in screen.iter().filter(|_| columns >= 40) {
                    assert!(shown_width(row) <= columns, "{row:?} in {columns}");
                }
            }
        }
    }

    #[test]
    fn ascii_is_ascii() {
        let style = Style { unicode: false, ..Style::default() };
        let rows = [row(
            "plain",
            "A title that is longer than the room that there is for a title here",
            State::Done,
        )];
        let screen = shown(style, Size { columns: 80, rows: 24 }, &rows, 1).join("\n");
        assert!(screen.is_ascii(), "{screen}");
        assert!(screen.contains("> ") && screen.contains("+ done") && screen.contains("..."), "{screen}");
    }
}
