//! A diff on the screen: `-` what was expected, `+` what came, changed words marked, equal lines left out.
//!
//! Owns how white space that makes a difference is made visible. What differs is the judge's business.

use super::page::{Carets, Line, Page};
use super::style::{Role, Span, Style};
use crate::language::{said, say};
use crate::model::limits::ByteSize;
use crate::model::verdict::{Diff, DiffLine, Word};
use crate::report::escape;

/// Equal lines shown before and after a difference.
const CONTEXT: usize = 2;
/// Lines shown of a diff.
const MOST: usize = 40;

/// A line of the diff, or a stretch of equal ones.
enum Item<'a> {
    Equal(usize),
    Same(&'a str),
    Changed(Changed<'a>),
}

/// A line that is on one side only.
struct Changed<'a> {
    sign: &'static str,
    role: Role,
    words: &'a [Word],
    /// Whether to say that it has no newline, which is all that differs.
    lacks_newline: bool,
    /// Which white space is made visible.
    visible: Visible,
}

/// Which white space of a changed line is made visible.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visible {
    /// Where it is what changed.
    Changed,
    /// All of it.
    All,
}

/// White space that was made visible on the page, for the legend.
#[derive(Default)]
struct Seen {
    space: bool,
    tab: bool,
    carriage_return: bool,
    empty_line: bool,
}

/// Adds the diff to the page, with its legend set out by two columns.
pub(super) fn put(page: &mut Page, indent: usize, diff: &Diff) {
    let items = if page.is_full() { all(diff) } else { collapse(diff) };
    let mut seen = Seen::default();
    let shown = if items.len() <= MOST + 1 { items.len() } else { page.of(items.len(), MOST) };
    let lines: Vec<Line> =
        items[..shown].iter().map(|item| line(page.style, indent, item, &mut seen)).collect();
    legend(page, indent.saturating_sub(2), &seen);
    for line in lines {
        page.put(line);
    }
    let hidden = items[shown..].iter().map(|item| if let Item::Equal(n) = item { *n } else { 1 }).sum();
    page.more(indent + 2, hidden, |number| said!("more-lines", number = number));
    if diff.dropped > 0 {
        let text = say!(page, "output-left-out", size = ByteSize(diff.dropped).to_string());
        page.put(Line::prose(indent + 2, vec![page.style.span(Role::Quiet, &text)]));
    }
}

/// Every line of the diff.
fn all(diff: &Diff) -> Vec<Item<'_>> {
    let line = |(index, line)| same(line).unwrap_or_else(|| Item::Changed(changed(diff, index)));
    diff.lines.iter().enumerate().map(line).collect()
}

/// The diff's lines, with long stretches of equal ones as their number.
fn collapse(diff: &Diff) -> Vec<Item<'_>> {
    let lines = &diff.lines;
    let mut items = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let run = lines[index..].iter().take_while(|line| matches!(line, DiffLine::Same { .. })).count();
        if run == 0 {
            items.push(Item::Changed(changed(diff, index)));
            index += 1;
            continue;
        }
        let before = if index == 0 { 0 } else { CONTEXT.min(run) };
        let after = if index + run == lines.len() { 0 } else { CONTEXT.min(run - before) };
        let hidden = run - before - after;
        let (first, last) = if hidden > 1 { (before, run - after) } else { (run, run) };
        items.extend(lines[index..index + first].iter().filter_map(same));
        if hidden > 1 {
            items.push(Item::Equal(hidden));
        }
        items.extend(lines[index + last..index + run].iter().filter_map(same));
        index += run;
    }
    items
}

fn same(line: &DiffLine) -> Option<Item<'_>> {
    if let DiffLine::Same { text } = line { Some(Item::Same(text)) } else { None }
}

fn changed(diff: &Diff, index: usize) -> Changed<'_> {
    let partner = partner(&diff.lines, index);
    let (sign, role, words, newline) = match &diff.lines[index] {
        DiffLine::Missing { words, newline } => ("-", Role::Expected, words.as_slice(), *newline),
        DiffLine::Extra { words, newline } => ("+", Role::Yours, words.as_slice(), *newline),
        DiffLine::Same { .. } => (" ", Role::Plain, &[][..], true),
    };
    let only_the_end_differs =
        partner.is_some_and(|(other, other_newline)| other_newline && text(other) == text(words));
    let blank = !words.is_empty() && words.iter().all(|word| word.text.trim().is_empty());
    let unmarked = !words.iter().any(|word| word.changed);
    Changed {
        sign,
        role,
        words,
        lacks_newline: !newline && only_the_end_differs,
        visible: if blank || (diff.whitespace_only && unmarked && partner.is_none()) {
            Visible::All
        } else {
            Visible::Changed
        },
    }
}

/// The other side of a changed line: an extra line follows its missing one.
fn partner(lines: &[DiffLine], index: usize) -> Option<(&[Word], bool)> {
    match &lines[index] {
        DiffLine::Missing { .. } => match lines.get(index + 1)? {
            DiffLine::Extra { words, newline } => Some((words, *newline)),
            _ => None,
        },
        DiffLine::Extra { .. } => match lines.get(index.checked_sub(1)?)? {
            DiffLine::Missing { words, newline } => Some((words, *newline)),
            _ => None,
        },
        DiffLine::Same { .. } => None,
    }
}

fn text(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

fn line(style: Style, indent: usize, item: &Item<'_>, seen: &mut Seen) -> Line {
    let symbols = style.symbols();
    match item {
        Item::Equal(number) => {
            let text = format!("{} {}", symbols.more, say!(style, "equal-lines", number = *number));
            Line::prose(indent + 2, vec![style.span(Role::Quiet, &text)])
        }
        Item::Same(text) => wrapped(style, indent, " ", Role::Plain, vec![style.plain(text)]),
        Item::Changed(changed) => {
            let mut body = spans(style, changed, seen);
            if body.is_empty() {
                seen.empty_line = true;
                body.push(style.span(changed.role, symbols.empty_line));
            }
            if changed.lacks_newline {
                body.push(style.span(Role::Quiet, &format!(" {}", say!(style, "no-newline"))));
            }
            wrapped(style, indent, changed.sign, changed.role, body).carets(Carets::WithoutColor)
        }
    }
}

fn wrapped(style: Style, indent: usize, sign: &str, role: Role, body: Vec<Span>) -> Line {
    let sign = if style.linear { in_words(style, sign) } else { sign.to_owned() };
    Line::code(indent, body)
        .lead(style.span(role, &format!("{sign} ")))
        .again(style.span(Role::Quiet, style.symbols().continued))
}

/// A side of the diff for someone who listens.
fn in_words(style: Style, sign: &str) -> String {
    match sign {
        "-" => say!(style, "side-expected"),
        "+" => say!(style, "side-yours"),
        _ => say!(style, "side-both"),
    }
}

/// A changed line's text, with the white space that makes the difference visible.
fn spans(style: Style, changed: &Changed<'_>, seen: &mut Seen) -> Vec<Span> {
    let last = changed.words.len().saturating_sub(1);
    let mut spans = Vec::new();
    for (index, word) in changed.words.iter().enumerate() {
        let text = word.text.as_str();
        let everything = changed.visible == Visible::All || (word.changed && text.trim().is_empty());
        let inner = text.trim();
        let start = text.len() - text.trim_start().len();
        let (before, inner, after) = if everything {
            (text, "", "")
        } else if word.changed {
            (&text[..start], inner, &text[start + inner.len()..])
        } else {
            ("", text, "")
        };
        // White space between two words shows by itself; at the line's ends it does not.
        let show = |white: &str, at_end: bool, seen: &mut Seen| {
            if at_end || everything { visible(style, white, seen) } else { white.to_owned() }
        };
        let shown = format!("{}{inner}{}", show(before, index == 0, seen), show(after, index == last, seen));
        if !shown.is_empty() {
            let span = style.span(changed.role, &shown);
            spans.push(if word.changed { span.marked() } else { span });
        }
    }
    spans
}

/// White space as symbols.
fn visible(style: Style, white: &str, seen: &mut Seen) -> String {
    let mut shown = String::new();
    for character in white.chars() {
        match character {
            ' ' => {
                seen.space = true;
                shown.push_str(style.symbols().space);
            }
            other => {
                seen.tab |= other == '\t';
                seen.carriage_return |= other == '\r';
                escape::push_shown(&mut shown, other, style.charset());
            }
        }
    }
    shown
}

/// What the signs and symbols mean.
fn legend(page: &mut Page, indent: usize, seen: &Seen) {
    let style = page.style;
    let symbols = style.symbols();
    let (tab, carriage_return) = if style.unicode { ("␉", "␍") } else { ("\\t", "\\r") };
    let mut body = vec![
        style.span(Role::Expected, &format!("- {}", say!(style, "legend-expected"))),
        style.plain("   "),
        style.span(Role::Yours, &format!("+ {}", say!(style, "legend-yours"))),
    ];
    let symbols = [
        (seen.space, symbols.space, said!("legend-space")),
        (seen.tab, tab, said!("legend-tab")),
        (seen.carriage_return, carriage_return, said!("legend-carriage-return")),
        (seen.empty_line, symbols.empty_line, said!("legend-empty-line")),
    ];
    for (_, symbol, word) in symbols.into_iter().filter(|(seen, ..)| *seen) {
        body.push(style.span(Role::Quiet, &format!("   {symbol} {}", word.by(style.language))));
    }
    page.put(Line::prose(indent, body));
    page.blank();
}
