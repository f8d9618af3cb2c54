//! Python exceptions on the screen: the class and message, the learner's frames, the place of a syntax error.

use super::page::{Carets, Line, Page};
use super::style::{Role, Span, Style};
use super::words;
use crate::language::{said, say};
use crate::model::record::{Frame, PyException, SyntaxDetails};

/// Frames shown from the start and the end of a long traceback.
const FIRST_FRAMES: usize = 2;
const LAST_FRAMES: usize = 4;
/// Lines shown of a message.
const MESSAGE_LINES: usize = 12;
/// Exceptions shown of a chain of causes.
const CAUSES: usize = 2;

/// `ValueError: the message`, its frames, and what caused it.
pub(super) fn put(page: &mut Page, indent: usize, exception: &PyException) {
    title(page, indent, Role::Strong, exception);
    frames(page, indent + 2, &exception.frames);
    let mut cause = exception.cause.as_deref();
    for _ in 0..CAUSES {
        let Some(this) = cause else { break };
        let caused = page.style.span(Role::Quiet, &say!(page, "caused-by"));
        page.put(Line::prose(indent, vec![caused]));
        title(page, indent + 2, Role::Plain, this);
        frames(page, indent + 4, &this.frames);
        cause = this.cause.as_deref();
    }
}

/// `ValueError: the message`.
fn title(page: &mut Page, indent: usize, role: Role, exception: &PyException) {
    let class = &exception.class;
    let message = without_path(exception);
    if message.is_empty() {
        page.put(Line::text(indent, vec![page.style.span(role, class)]));
    } else {
        page.block(indent, role, &format!("{class}: {message}"), MESSAGE_LINES);
    }
}

/// The message without the path that an `ImportError` ends with: it names a folder that is gone by now.
fn without_path(exception: &PyException) -> &str {
    let message = exception.message.as_str();
    match message.rsplit_once(" (") {
        Some((rest, path)) if exception.class == "ImportError" && path.contains(['/', '\\']) => rest,
        _ => message,
    }
}

/// One line about an exception: `ValueError: first line of the message`.
pub(super) fn summary(exception: &PyException) -> String {
    match without_path(exception).lines().next().filter(|line| !line.is_empty()) {
        Some(line) => format!("{}: {line}", exception.class),
        None => exception.class.clone(),
    }
}

/// Frames, the innermost last and marked; repeated calls and the middle of a long traceback are left out.
pub(super) fn frames(page: &mut Page, indent: usize, frames: &[Frame]) {
    let calls: Vec<&[Frame]> = frames.chunk_by(is_same_call).collect();
    let long = calls.len() > FIRST_FRAMES + LAST_FRAMES + 1;
    let first = if long { FIRST_FRAMES } else { calls.len() };
    let rest = if long { calls.len() - LAST_FRAMES } else { calls.len() };
    for (index, repeated) in calls.iter().enumerate() {
        if index == first && long {
            let hidden = calls[first..rest].iter().map(|repeated| repeated.len()).sum();
            page.more(indent, hidden, |number| said!("more-calls", number = number));
        }
        if index >= first && index < rest {
            continue;
        }
        if let [one, again @ ..] = repeated {
            frame(page, indent, one, index + 1 == calls.len());
            if !again.is_empty() {
                // How often is not known: Python and the report both leave frames out.
                let times = format!("{} {}", page.style.symbols().more, say!(page, "and-again"));
                page.put(Line::prose(indent + 2, vec![page.style.span(Role::Quiet, &times)]));
            }
        }
    }
}

fn is_same_call(a: &Frame, b: &Frame) -> bool {
    (&a.file, a.line, &a.function) == (&b.file, b.line, &b.function)
}

fn frame(page: &mut Page, indent: usize, frame: &Frame, innermost: bool) {
    let style = page.style;
    let lead = if innermost { format!("{} ", style.symbols().here) } else { "  ".to_owned() };
    let mut body = vec![style.span(Role::Path, &format!("{}:{}", frame.file, frame.line))];
    if !matches!(frame.function.as_str(), "" | "<module>") {
        body.push(style.plain(&format!(" {}", say!(style, "in-function", function = &frame.function))));
    }
    let lead = style.span(if innermost { Role::Strong } else { Role::Plain }, &lead);
    page.put(Line::prose(indent, body).lead(lead));
    if let Some(source) = frame.source.as_deref().filter(|source| !source.trim().is_empty()) {
        let role = if innermost { Role::Plain } else { Role::Quiet };
        page.put(Line::code(indent + 6, vec![style.span(role, source.trim())]));
    }
}

/// What Python makes of invalid syntax, in plain words, and where.
pub(super) fn syntax(page: &mut Page, indent: usize, exception: &PyException) {
    let style = page.style;
    let Some(details) = &exception.syntax else {
        put(page, indent, exception);
        return;
    };
    let title = say!(page, "cannot-read", file = &details.file, line = details.line);
    page.prose(indent, Role::Strong, &title);
    page.prose(indent, Role::Plain, &format!("{}.", in_plain_words(style, exception)));
    page.blank();
    let place = style.span(Role::Path, &format!("{}:{}", details.file, details.line));
    let mut line = vec![place];
    if let (true, Some(column)) = (style.linear, details.column) {
        line.push(style.plain(&format!(", {}", say!(style, "column", column = column))));
    }
    page.put(Line::prose(indent + 2, line));
    if let Some(body) = source_with_mark(page, details) {
        page.put(Line::code(indent + 6, body).carets(Carets::Always));
    }
}

/// The wrong line without its indentation, the wrong columns marked.
fn source_with_mark(page: &Page, details: &SyntaxDetails) -> Option<Vec<Span>> {
    let text: Vec<char> = details.text.as_deref()?.trim_end_matches(['\n', '\r']).chars().collect();
    let indentation = text.iter().take_while(|c| c.is_whitespace()).count();
    let source = &text[indentation..];
    let style = page.style;
    let span = |part: &[char]| style.plain(&part.iter().collect::<String>());
    let Some(column) = details.column.filter(|column| *column > 0) else {
        return Some(vec![span(source)]);
    };
    let start = (column as usize - 1).saturating_sub(indentation).min(source.len());
    let end = details.end_column.map_or(0, |end| (end as usize).saturating_sub(1 + indentation));
    let end = end.max(start + 1).min(source.len());
    let wrong = if start < end { span(&source[start..end]) } else { style.plain(" ") };
    let after = span(source.get(end..).unwrap_or_default());
    Some(vec![span(&source[..start]), wrong.marked(), after])
}

/// CPython's message where it explains itself, better words where it does not.
fn in_plain_words(style: Style, exception: &PyException) -> String {
    let message = exception.message.lines().next().unwrap_or_default();
    let plain = match message {
        "" | "invalid syntax" => say!(style, "syntax-invalid"),
        "unexpected indent" => say!(style, "syntax-indented-further"),
        "unindent does not match any outer indentation level" => {
            say!(style, "syntax-indentation-matches-none")
        }
        "unexpected EOF while parsing" => say!(style, "syntax-file-ends"),
        "inconsistent use of tabs and spaces in indentation" => say!(style, "syntax-tabs-and-spaces"),
        "expected ':'" => say!(style, "syntax-colon-missing"),
        other => other.to_owned(),
    };
    words::capitalised(plain.trim_end_matches('.'))
}

/// Whether a program asked for input that nobody gives.
pub(super) fn wants_input(exception: &PyException) -> bool {
    exception.class == "EOFError" && exception.message.contains("reading a line")
}
