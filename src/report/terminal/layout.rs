//! Lines broken to fit a screen: prose at words, code at columns.
//!
//! Owns widths: what a character takes up, where tabs go, where a line is broken or cut. It knows nothing of colours
//! but carries roles along.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::style::{Role, Span};

/// Columns between tab stops.
const TAB: usize = 4;

/// Bytes kept of one cell: marks heaped on a character would otherwise cover the screen.
const CELL: usize = 32;

/// What is seen as one character: a base and what combines with it.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) width: usize,
    pub(super) role: Role,
    pub(super) mark: bool,
}

/// How a line may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrap {
    /// Between words.
    Words,
    /// Between words, but cut when it is very long: what a program wrote.
    Text,
    /// Anywhere: where each space counts.
    Columns,
}

/// Columns that a text takes up, tabs aside.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The line's cells, with tabs expanded. A mark that combines with nothing gets a dotted circle to stand on.
pub(super) fn cells(spans: &[Span]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut column = 0;
    for span in spans {
        for character in span.text().chars() {
            if character == '\t' {
                let fill = TAB - column % TAB;
                column += fill;
                let blank = || Cell { text: " ".to_owned(), width: 1, role: span.role, mark: span.mark };
                cells.extend(std::iter::repeat_with(blank).take(fill));
                continue;
            }
            if combines(character)
                && let Some(base) = cells.last_mut()
            {
                if base.text.len() >= CELL {
                    continue;
                }
                base.text.push(character);
                let wide = width(&base.text);
                column += wide.saturating_sub(base.width);
                base.width = base.width.max(wide);
                continue;
            }
            let mut text = String::new();
            if combines(character) {
                text.push('◌');
            }
            text.push(character);
            let wide = width(&text);
            column += wide;
            cells.push(Cell { text, width: wide, role: span.role, mark: span.mark });
        }
    }
    cells
}

/// Whether a character is drawn onto the one before it.
fn combines(character: char) -> bool {
    let skin_tone = ('\u{1f3fb}'..='\u{1f3ff}').contains(&character);
    skin_tone || character.width().unwrap_or(0) == 0
}

/// The cells as rows of at most `columns`, at least one row. Cells of [`Role::Path`] are never broken.
pub(super) fn wrap(cells: Vec<Cell>, columns: usize, wrap: Wrap) -> Vec<Vec<Cell>> {
    let pieces = match wrap {
        Wrap::Words | Wrap::Text => words(cells, columns),
        Wrap::Columns => cells.into_iter().map(|cell| vec![cell]).collect(),
    };
    let mut rows = vec![Vec::new()];
    let mut used = 0;
    for piece in pieces {
        let wide = total(&piece);
        let visible = wrap == Wrap::Columns || !is_gap(&piece);
        if used > 0 && used + wide > columns {
            if visible {
                rows.push(Vec::new());
            }
            used = if visible { 0 } else { columns };
        }
        if let Some(row) = rows.last_mut()
            && (visible || used < columns)
        {
            row.extend(piece);
            used += wide;
        }
    }
    rows
}

/// Words and the gaps between them. A stretch of code is one word when it fits a row.
fn words(cells: Vec<Cell>, columns: usize) -> Vec<Vec<Cell>> {
    let mut stretches: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        match stretches.last_mut() {
            Some(stretch) if stretch.last().is_some_and(|last| last.role == cell.role) => stretch.push(cell),
            _ => stretches.push(vec![cell]),
        }
    }
    let mut pieces: Vec<Vec<Cell>> = Vec::new();
    let mut glue = false;
    for stretch in stretches {
        let role = stretch.first().map_or(Role::Plain, |cell| cell.role);
        let whole = role == Role::Path || (role == Role::Code && total(&stretch) <= columns);
        let parts = if whole { vec![stretch] } else { at_spaces(stretch, columns) };
        for part in parts {
            // Punctuation right after a stretch of code belongs to it.
            match pieces.last_mut() {
                Some(last)
                    if glue && !is_gap(&part) && !is_gap(last) && total(last) + total(&part) <= columns =>
                {
                    last.extend(part);
                }
                _ => pieces.push(part),
            }
            glue = false;
        }
        glue = true;
    }
    pieces
}

/// A stretch split into words, each at most `columns` wide, and gaps.
fn at_spaces(stretch: Vec<Cell>, columns: usize) -> Vec<Vec<Cell>> {
    let mut pieces: Vec<Vec<Cell>> = Vec::new();
    for cell in stretch {
        match pieces.last_mut() {
            Some(piece) if is_gap(piece) == (cell.text == " ") && total(piece) + cell.width <= columns => {
                piece.push(cell);
            }
            _ => pieces.push(vec![cell]),
        }
    }
    pieces
}

fn is_gap(piece: &[Cell]) -> bool {
    piece.iter().all(|cell| cell.text == " ")
}

/// Columns of all cells together.
pub(super) fn total(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.width).sum()
}

/// A long line reduced to `columns`, with `more` where something is left out; what is marked first stays in view.
pub(super) fn cut(spans: Vec<Span>, columns: usize, more: &Span) -> Vec<Span> {
    if spans.iter().map(|span| width(span.text())).sum::<usize>() <= columns {
        return spans;
    }
    let before: usize = spans.iter().take_while(|span| !span.mark).map(|span| width(span.text())).sum();
    let marked = spans.iter().any(|span| span.mark);
    let skip = if marked && before > columns / 2 { before - columns / 4 } else { 0 };
    let mut seen = Vec::new();
    let mut column = 0;
    for span in &spans {
        let kept = span.map(|text| {
            let within = |character: &char| {
                let here = column;
                column += character.width().unwrap_or(0);
                here >= skip && column <= skip + columns
            };
            text.chars().filter(within).collect()
        });
        if !kept.text().is_empty() {
            seen.push(kept);
        }
    }
    if skip > 0 {
        seen.insert(0, more.clone());
    }
    if column > skip + columns {
        seen.push(more.clone());
    }
    seen
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::style::Style;
    use super::*;

    fn rows(text: &str, columns: usize, how: Wrap) -> Vec<String> {
        let span = Style::default().plain(text);
        wrap(cells(&[span]), columns, how)
            .iter()
            .map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn prose_is_broken_between_words() {
        assert_eq!(rows("one two three four", 9, Wrap::Words), ["one two ", "three ", "four"]);
        assert_eq!(rows("a verylongword b", 6, Wrap::Words), ["a ", "verylo", "ngword", "b"]);
        assert_eq!(rows("", 9, Wrap::Words), [""]);
    }

    #[test]
    fn code_is_broken_at_columns_and_wide_characters_stay_whole() {
        assert_eq!(rows("日本語abc", 5, Wrap::Columns), ["日本", "語abc"]);
        assert_eq!(rows("e\u{301}e\u{301}", 1, Wrap::Columns), ["e\u{301}", "e\u{301}"]);
        assert_eq!(rows("a\tb", 20, Wrap::Columns), ["a   b"]);
        assert_eq!(rows("\u{301}x", 20, Wrap::Columns), ["◌\u{301}x"]);
        let heap = format!("a{}", "\u{301}".repeat(1000));
        assert!(rows(&heap, 20, Wrap::Columns).concat().len() <= CELL + 1);
    }

    #[test]
    fn a_long_line_is_cut_around_what_differs() {
        let style = Style::default();
        let spans =
            vec![style.plain(&"a".repeat(100)), style.plain("X").marked(), style.plain(&"b".repeat(100))];
        let text: String = cut(spans, 20, &style.plain("…")).iter().map(Span::text).collect();
        assert_eq!(text, format!("…{}X{}…", "a".repeat(5), "b".repeat(14)));
    }

    proptest! {
        #[test]
        fn rows_fit_and_lose_nothing_but_spaces(text in "[a-z 日\u{301}]{0,80}", columns in 2usize..30) {
            let all: String = text.split(' ').collect();
            for how in [Wrap::Words, Wrap::Columns] {
                let rows = rows(&text, columns, how);
                for row in &rows {
                    prop_assert!(width(row) <= columns, "{row:?} in {columns}");
                }
                let kept: String = rows.concat().replace([' ', '◌'], "");
                prop_assert_eq!(&kept, &all);
            }
        }
    }
}
