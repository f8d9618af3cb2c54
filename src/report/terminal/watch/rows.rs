//! Rows around an exercise: the top row, the keys, a question; and what fits into one row.

use super::super::layout::{self, width};
use super::super::page::{Line, Page};
use super::super::style::{Role, Span, Style};
use super::super::summary;
use super::{Label, Prompt, Size};
use crate::model::event::Standing;

/// The course at the left, how far the learner is at the right.
pub(super) fn header(style: Style, size: Size, course: &str, standing: &Standing) -> Vec<String> {
    let mut right = Page::new(style);
    let quiet = Standing { pending: 0, changed: 0, ..standing.clone() };
    summary::standing(&mut right, &quiet);
    let right = lines(&right).into_iter().next().unwrap_or_default();
    let wide = shown_width(&right);
    // Less of the title than this says nothing.
    let title = if columns(style, size) < wide + 6 { "" } else { course };
    let left = one_line(style, size, &[(Role::Quiet, title)], wide + 2);
    let used: usize = left.iter().map(|span| width(span.text())).sum();
    let mut row = String::new();
    for span in &left {
        style.paint(&mut row, Role::Quiet, false, span.text());
    }
    row.push_str(&" ".repeat(columns(style, size).saturating_sub(used + wide)));
    row.push_str(&right);
    vec![row]
}

/// Keys in one row, as many as fit, with something said before them.
pub(super) fn key_row(style: Style, size: Size, before: &str, keys: &[Label]) -> String {
    let room = columns(style, size).saturating_sub(1);
    let mut row = String::new();
    let mut used = 0;
    for span in one_line(style, size, &[(Role::Quiet, before)], 1) {
        style.paint(&mut row, span.role, false, span.text());
        used += width(span.text());
    }
    for Label { key, what } in keys {
        let gap = if used == 0 { 0 } else { 2 };
        let wide = gap + width(key) + 1 + width(what);
        if used + wide > room {
            continue;
        }
        row.push_str(&" ".repeat(gap));
        style.paint(&mut row, Role::Code, false, key);
        style.paint(&mut row, Role::Quiet, false, &format!(" {what}"));
        used += wide;
    }
    row
}

pub(super) fn prompted(style: Style, prompt: &Prompt<'_>) -> Vec<String> {
    let mut page = Page::new(style);
    let mut body =
        vec![style.span(Role::Strong, prompt.question), style.plain(" "), style.plain(prompt.typed)];
    body.push(style.plain(" ").marked());
    page.put(Line::prose(0, body));
    page.prose(0, Role::Quiet, prompt.help);
    let mut rows = lines(&page);
    rows.insert(0, String::new());
    rows
}

pub(super) fn clip(mut rows: Vec<String>, size: Size) -> Vec<String> {
    // What is at the bottom is worth more than a body's end, and the top is worth most.
    let excess = rows.len().saturating_sub(size.rows);
    if excess > 0 {
        rows.drain(1.min(rows.len())..(1 + excess).min(rows.len()));
        rows.truncate(size.rows);
    }
    rows
}

/// Text for one row that leaves `less` columns free.
pub(super) fn one_line(style: Style, size: Size, texts: &[(Role, &str)], less: usize) -> Vec<Span> {
    let spans = texts.iter().map(|(role, text)| style.span(*role, text)).collect();
    let more = style.span(Role::Quiet, style.symbols().more);
    let room = columns(style, size).saturating_sub(less + width(more.text()));
    layout::cut(spans, room, &more)
}

pub(super) fn lines(page: &Page) -> Vec<String> {
    super::rows(&page.render())
}

pub(super) fn columns(style: Style, size: Size) -> usize {
    style.columns().min(size.columns)
}

/// Columns of a row, escape codes aside.
pub(super) fn shown_width(row: &str) -> usize {
    width(&bare(row))
}

/// A row as it is read: without colours and links.
pub(super) fn bare(row: &str) -> String {
    let mut shown = String::with_capacity(row.len());
    let mut parts = row.split('\u{1b}');
    shown.push_str(parts.next().unwrap_or_default());
    for part in parts {
        // A link's address ends with a code of its own, whose backslash is all that it has.
        let rest = match part.chars().next() {
            Some('[') => part.split_once('m').map(|(_, rest)| rest),
            Some('\\') => part.get(1..),
            _ => None,
        };
        shown.push_str(rest.unwrap_or_default());
    }
    shown
}
