//! The table of `prolings list`: every exercise with its state, grouped by topic.

use std::io::{self, Write};

use super::layout::{self, width};
use super::page::{Line, Page};
use super::style::{Role, Style};
use super::summary;
use crate::language::{Text, say};
use crate::model::event::Standing;

/// Columns that a name may take before its title moves to the right.
const NAME: usize = 24;

/// What the table shows.
#[derive(Debug, Clone)]
pub struct List {
    /// The course's title.
    pub title: String,
    /// Topics in teaching order.
    pub topics: Vec<TopicRows>,
    /// Where the learner stands.
    pub standing: Standing,
}

/// A topic's exercises.
#[derive(Debug, Clone)]
pub struct TopicRows {
    /// The topic's name.
    pub name: String,
    /// Its exercises, in order.
    pub rows: Vec<Row>,
}

/// An exercise.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The first of its files, as a path from the course's root.
    pub file: String,
    /// How far the learner is with it.
    pub state: State,
}

impl Row {
    /// What is said beside its name: its title, or why it is skipped.
    pub(super) fn about(&self, style: Style) -> String {
        match &self.state {
            State::Skipped(reason) => reason.by(style.language),
            _ => self.title.clone(),
        }
    }
}

/// How far a learner is with an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It passed with the files as they are.
    Done,
    /// It passed, and its files were changed since.
    Changed,
    /// It was judged as it is, and does not pass.
    Failed,
    /// Its files were changed and not judged since.
    Started,
    /// It is as shipped.
    Pending,
    /// It cannot be judged on this machine, for this reason.
    Skipped(Text),
}

impl State {
    /// What it looks like: a symbol and a word, and a colour that says no more than these.
    pub(super) fn look(&self, style: Style) -> (Role, &'static str, String) {
        let symbols = style.symbols();
        match self {
            Self::Done => (Role::Passed, symbols.passed, say!(style, "state-done")),
            Self::Changed => (Role::Fault, "~", say!(style, "state-changed")),
            Self::Failed => (Role::Failed, symbols.failed, say!(style, "state-failed")),
            Self::Started => (Role::Plain, "~", say!(style, "state-started")),
            Self::Pending => (Role::Quiet, symbols.pending, say!(style, "state-pending")),
            Self::Skipped(_) => (Role::Quiet, symbols.skipped, say!(style, "state-skipped")),
        }
    }

    /// Columns of the widest look.
    pub(super) fn columns(style: Style) -> usize {
        let all = [
            Self::Done,
            Self::Changed,
            Self::Failed,
            Self::Started,
            Self::Pending,
            Self::Skipped(Text::default()),
        ];
        let columns = |(_, symbol, word): (Role, &str, String)| width(symbol) + 1 + width(&word);
        all.iter().map(|state| columns(state.look(style))).max().unwrap_or(0)
    }
}

/// Writes the table.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, list: &List) -> io::Result<()> {
    let mut page = Page::new(style);
    page.prose(0, Role::Strong, &list.title);
    let rows = || list.topics.iter().flat_map(|topic| &topic.rows);
    let names = rows().map(|row| width(&row.name)).max().unwrap_or(0).min(NAME);
    let next = list.standing.next.as_ref().map(|next| next.exercise.as_str());
    for topic in list.topics.iter().filter(|topic| !topic.rows.is_empty()) {
        page.blank();
        page.put(Line::prose(0, vec![style.span(Role::Quiet, &topic.name)]));
        for row in &topic.rows {
            put(&mut page, row, names, next == Some(row.name.as_str()));
        }
    }
    page.blank();
    summary::standing(&mut page, &list.standing);
    if let Some(next) = &list.standing.next {
        let text = format!("{} {} ", style.symbols().here, say!(style, "list-next"));
        page.put(Line::prose(0, vec![style.span(Role::Path, &next.file)]).lead(style.plain(&text)));
    }
    out.write_all(page.render().as_bytes())
}

fn put(page: &mut Page, row: &Row, names: usize, next: bool) {
    let style = page.style;
    let symbols = style.symbols();
    let (role, symbol, word) = row.state.look(style);
    let marker = if next { symbols.here } else { " " };
    let name = style.span(if next { Role::Strong } else { Role::Plain }, &row.name);
    let fill = " ".repeat(names.saturating_sub(width(name.text())) + 2);
    let columns = State::columns(style);
    let state = format!("{symbol} {word}");
    let state = format!("{state}{}", " ".repeat(columns.saturating_sub(width(&state))));
    // The marker, the state, the gaps and what a cut may add.
    let taken = 2 + columns + 2 + width(name.text()) + fill.len() + symbols.more.len();
    let more = style.span(Role::Quiet, symbols.more);
    let title = vec![style.span(Role::Quiet, &row.about(style))];
    let line = Line::code(0, layout::cut(title, style.columns().saturating_sub(taken), &more))
        .lead(style.span(Role::Strong, &format!("{marker} ")))
        .lead(style.span(role, &state))
        .lead(style.plain("  "))
        .lead(name)
        .lead(style.plain(&fill));
    page.put(line);
}
