//! `prolings progress`: how much is done of each topic, as bars.

use std::io::{self, Write};

use super::layout::{self, width};
use super::page::{Line, Page};
use super::style::{Role, Span, Style};
use super::{summary, words};
use crate::language::say;
use crate::model::event::Standing;

/// Columns that a topic's name may take.
const NAME: usize = 28;
/// Columns between the parts of a row, and for `12 of 123`.
const REST: usize = 2 + 2 + 2 + 9;

/// What the chart shows.
#[derive(Debug, Clone)]
pub struct Chart {
    /// The course's title.
    pub title: String,
    /// Topics in teaching order.
    pub topics: Vec<Topic>,
    /// Exercises that passed and were changed since.
    pub changed: Vec<String>,
    /// Where the learner stands.
    pub standing: Standing,
}

/// A topic.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its name.
    pub name: String,
    /// Exercises that are done.
    pub done: usize,
    /// All of them.
    pub total: usize,
}

/// Writes the chart.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, chart: &Chart) -> io::Result<()> {
    let mut page = Page::new(style);
    page.prose(0, Role::Strong, &chart.title);
    page.blank();
    let columns = summary::bar_columns(style);
    let room = style.columns().saturating_sub(columns + REST).min(NAME);
    let names = chart.topics.iter().map(|topic| width(&topic.name)).max().unwrap_or(0).min(room);
    for topic in &chart.topics {
        put(&mut page, topic, names, columns);
    }
    page.blank();
    summary::standing(&mut page, &chart.standing);
    if !chart.changed.is_empty() {
        let names: Vec<String> = chart.changed.iter().map(|name| format!("`{name}`")).collect();
        let text = say!(page, "changed-since-passing", names = words::list(style, &names));
        page.prose(0, Role::Plain, &text);
    }
    out.write_all(page.render().as_bytes())
}

fn put(page: &mut Page, topic: &Topic, names: usize, columns: usize) {
    let style = page.style;
    let more = style.span(Role::Quiet, style.symbols().more);
    let room = if width(&topic.name) <= names { names } else { names.saturating_sub(width(more.text())) };
    let name = layout::cut(vec![style.plain(&topic.name)], room, &more);
    let fill = names.saturating_sub(name.iter().map(|span: &Span| width(span.text())).sum());
    let mut body = vec![style.plain("  ")];
    body.extend(name);
    body.push(style.plain(&" ".repeat(fill + 2)));
    body.extend(summary::bar(style, topic.done, topic.total, columns));
    body.push(style.plain(&format!("  {}", say!(style, "of", number = topic.done, all = topic.total))));
    page.put(Line::code(0, body));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: usize, done: usize) -> String {
        let topic = |name: &str, done, total| Topic { name: name.to_owned(), done, total };
        let chart = Chart {
            title: "Shapes".to_owned(),
            topics: vec![
                topic("t1_first", 2, 2),
                topic("t2_a_topic_with_a_rather_long_name_indeed", done, 150),
                topic("t3", 0, 3),
            ],
            changed: vec!["area".to_owned()],
            standing: Standing { done: done + 2, total: 155, pending: 9, changed: 1, next: None },
        };
        let mut out = Vec::new();
        write(&mut out, Style { width, ..Style::default() }, &chart).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_bar_is_full_only_when_all_is_done_and_empty_only_when_nothing_is() {
        let chart = drawn(80, 1);
        let rows: Vec<&str> = chart.lines().collect();
        assert_eq!(rows[2], format!("  t1_first                      {}  2 of 2", "━".repeat(24)));
        assert_eq!(rows[3], format!("  t2_a_topic_with_a_rather_lo…  ━{}  1 of 150", "─".repeat(23)));
        assert_eq!(rows[4], format!("  t3                            {}  0 of 3", "─".repeat(24)));
        assert!(
            chart.contains("1 changed since it passed") && chart.contains("Changed since passing: `area`."),
            "{chart}"
        );
        assert!(
            drawn(80, 149)
                .lines()
                .nth(3)
                .is_some_and(|row| row.contains(&format!("{}─  149 of 150", "━".repeat(23))))
        );
    }

    #[test]
    fn it_fits_narrow_screens() {
        for columns in [40, 60, 80, 120] {
            for row in drawn(columns, 149).lines() {
                assert!(width(row) <= columns, "{row:?} in {columns}");
            }
        }
    }
}
