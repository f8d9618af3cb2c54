//! ratatui's cells as rows of a screen.
//!
//! ratatui lays out; what stands in a cell comes from our spans, and the codes from [`Style`]. Its own backends are not
//! used: they would write to the terminal past the canvas.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style as Look};

use super::layout::width;
use super::style::{Role, Span, Style};

/// The codes that roles are made of, as ratatui has them.
const MODIFIERS: [(&str, Modifier); 4] =
    [("1", Modifier::BOLD), ("2", Modifier::DIM), ("4", Modifier::UNDERLINED), ("7", Modifier::REVERSED)];
const COLORS: [(&str, Color); 6] = [
    ("31", Color::Red),
    ("32", Color::Green),
    ("33", Color::Yellow),
    ("34", Color::Blue),
    ("35", Color::Magenta),
    ("36", Color::Cyan),
];

/// Rows of so many columns, laid out by ratatui.
pub(super) fn rows(
    style: Style,
    columns: usize,
    rows: usize,
    lay_out: impl FnOnce(Rect, &mut Buffer),
) -> Vec<String> {
    let cells = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let area = Rect::new(0, 0, cells(columns), cells(rows));
    let mut buffer = Buffer::empty(area);
    lay_out(area, &mut buffer);
    (0..area.height).map(|row| painted(style, &buffer, row)).collect()
}

/// How ratatui shows what a role is.
pub(super) fn look(role: Role) -> Look {
    role.codes().split(';').fold(Look::new(), |look, code| {
        let modifier = MODIFIERS.iter().find(|(known, _)| *known == code).map(|(_, modifier)| *modifier);
        let color = COLORS.iter().find(|(known, _)| *known == code).map(|(_, color)| *color);
        let look = modifier.map_or(look, |modifier| look.add_modifier(modifier));
        color.map_or(look, |color| look.fg(color))
    })
}

/// Our spans as ratatui takes them.
pub(super) fn line(spans: &[Span]) -> ratatui::text::Line<'static> {
    spans
        .iter()
        .map(|span| ratatui::text::Span::styled(span.text().to_owned(), look(span.role)))
        .collect::<Vec<_>>()
        .into()
}

fn painted(style: Style, buffer: &Buffer, row: u16) -> String {
    let mut runs: Vec<(String, String)> = Vec::new();
    let mut column = 0;
    while column < buffer.area.width {
        let cell = &buffer[(column, row)];
        let codes = codes(cell.style());
        match runs.last_mut() {
            Some((of, run)) if *of == codes => run.push_str(cell.symbol()),
            _ => runs.push((codes, cell.symbol().to_owned())),
        }
        // A wide character takes the cells behind it as well.
        column += u16::try_from(width(cell.symbol()).max(1)).unwrap_or(1);
    }
    // Nothing is written for the empty rest of a row.
    while let Some((codes, run)) = runs.last_mut() {
        if (style.color && codes.contains('7')) || !run.trim_end_matches(' ').is_empty() {
            break;
        }
        runs.pop();
    }
    if let Some((codes, run)) = runs.last_mut()
        && !(style.color && codes.contains('7'))
    {
        run.truncate(run.trim_end_matches(' ').len());
    }
    let mut text = String::new();
    for (codes, run) in &runs {
        style.paint_codes(&mut text, codes, run);
    }
    text
}

/// The codes for a cell, in the order in which roles have them.
fn codes(look: Look) -> String {
    let modifiers = MODIFIERS.iter().filter(|(_, modifier)| look.add_modifier.contains(*modifier));
    let color = COLORS.iter().filter(|(_, color)| look.fg == Some(*color));
    modifiers.map(|(code, _)| *code).chain(color.map(|(code, _)| *code)).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_comes_through_as_it_is_painted_elsewhere() {
        let style = Style { color: true, ..Style::default() };
        for role in Role::ALL {
            let mut wanted = String::new();
            style.paint_codes(&mut wanted, role.codes(), "text");
            let rows = rows(style, 10, 1, |_, buffer| {
                buffer.set_line(0, 0, &line(&[style.span(role, "text")]), 10);
            });
            assert_eq!(rows, [wanted], "{role:?}");
        }
    }

    #[test]
    fn wide_and_combined_characters_take_the_columns_that_they_need() {
        let style = Style::default();
        for (text, columns) in [("日本語", 6), ("e\u{301}a", 2), ("🐍x", 3), ("ก\u{e31}x", 2)] {
            let rows = rows(style, 12, 1, |_, buffer| {
                buffer.set_line(0, 0, &line(&[style.plain(text)]), 12);
                buffer.set_line(columns, 0, &line(&[style.plain("|")]), 1);
            });
            assert_eq!(rows, [format!("{text}|")]);
        }
    }
}
