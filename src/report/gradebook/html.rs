//! One page on a class, for people: a map of submissions and exercises, the distribution, the commonest mistakes. No
//! other file, no network, readable on paper.

use std::collections::HashMap;
use std::io::{self, Write};

use super::mistakes::{Went, averages, distribution, went};
use crate::language::{Language, Text, said, say};
use crate::model::class::{Cell, Column, Entry, Gradebook, Standing};
use crate::model::event::Status;
use crate::model::grade::TrustWanted;
use crate::report::formats::html::{self, STYLE, escape};
use crate::report::formats::told::proof;
use crate::report::terminal::plain;

const OWN_STYLE: &str = include_str!("html/class.css");
const SCRIPT: &str = include_str!("html/class.js");

/// Texts that cells share, each written once.
#[derive(Default)]
struct Texts<'a> {
    places: HashMap<&'a str, usize>,
    all: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    fn place(&mut self, text: &'a str) -> usize {
        *self.places.entry(text).or_insert_with(|| {
            self.all.push(text);
            self.all.len() - 1
        })
    }
}

/// Writes the page.
pub(super) fn render(book: &Gradebook, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let course = escape(&book.head.course);
    let title = say!(language, "page-class-title", course = &course);
    html::begin(language, &title, &format!("{STYLE}{OWN_STYLE}"), out)?;
    writeln!(out, "<header>\n<h1>{course}</h1>")?;
    head(book, language, out)?;
    writeln!(out, "</header>\n<main>")?;
    chart(book, language, out)?;
    faults(book, language, out)?;
    let mut texts = Texts::default();
    map(book, language, &mut texts, out)?;
    exercises(book, language, out)?;
    writeln!(out, "</main>")?;
    foot(book, language, out)?;
    writeln!(out, "<ol id=\"texts\" hidden>")?;
    texts.all.iter().try_for_each(|text| writeln!(out, "<li>{}</li>", escape(text)))?;
    writeln!(out, "</ol>\n<script>\n{SCRIPT}</script>\n</body>\n</html>")
}

fn head(book: &Gradebook, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let graded = book.graded().filter(|entry| entry.fault.is_none()).count();
    let graded = format!("<strong>{graded}</strong>");
    let said = say!(language, "page-class-graded", graded = graded, all = book.entries.len());
    write!(out, "<p class=\"score\">{said}")?;
    if let Some((mean, median)) = averages(book) {
        let (mean, median) = (format!("{mean:.0}"), format!("{median:.0}"));
        write!(out, ", {}", escape(&say!(language, "class-averages", mean = mean, median = median)))?;
    }
    writeln!(out, "</p>")?;
    let waiting = book.entries.iter().filter(|entry| entry.is_none()).count();
    let mut notices: Vec<Text> = Vec::new();
    if waiting > 0 {
        notices.push(said!("page-class-incomplete", number = waiting).into());
    }
    if let Some(shard) = book.head.shard {
        notices.push(said!("page-class-shard", shard = shard.to_string()).into());
    }
    if let Some(unproved) = book.all_unproved() {
        let said = proof(language, &unproved, |name| format!("<code>{}</code>", escape(name)));
        writeln!(out, "<p class=\"proof\">{said}</p>")?;
    }
    notices.extend(book.notices.iter().cloned());
    html::notices(&notices, language, out)
}

/// How many earned how much.
fn chart(book: &Gradebook, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let steps = distribution(book);
    let most = steps.iter().copied().max().unwrap_or(0).max(1);
    let title = escape(&say!(language, "page-class-distribution"));
    writeln!(out, "<h2>{title}</h2>\n<table class=\"chart\">")?;
    for (step, count) in steps.iter().enumerate() {
        let (from, to) = (step * 10, step * 10 + 10);
        writeln!(
            out,
            "<tr><th scope=\"row\">{from}–{to} %</th><td><span class=\"bar\" style=\"width:{}%\"></span> \
             {count}</td></tr>",
            count * 90 / most
        )?;
    }
    writeln!(out, "</table>")
}

fn faults(book: &Gradebook, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let mut faulty = book.faulty().filter_map(|entry| Some((entry, entry.fault.as_ref()?))).peekable();
    if faulty.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "<h2>{}</h2>\n<ul>", escape(&say!(language, "page-class-faults")))?;
    for (entry, why) in faulty {
        writeln!(
            out,
            "<li class=\"fault\"><strong>{}</strong>: {}</li>",
            escape(&entry.submission),
            escape(&why.by(language))
        )?;
    }
    writeln!(out, "</ul>")
}

fn map<'a>(
    book: &'a Gradebook,
    language: Language,
    texts: &mut Texts<'a>,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<h2>{}</h2>", escape(&say!(language, "page-class-map")))?;
    search(language, out)?;
    let trust = book.head.conditions.trust;
    legend(language, trust, out)?;
    about(language, out)?;
    writeln!(
        out,
        "<div class=\"scroll\"><table id=\"map\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>",
        escape(&say!(language, "page-class-submission")),
        escape(&say!(language, "report-points"))
    )?;
    for column in &book.head.columns {
        let name = escape(&column.exercise);
        writeln!(
            out,
            "<th scope=\"col\" class=\"name\" title=\"{}\"><span>{name}</span></th>",
            escape(&column.title)
        )?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for entry in book.graded().filter(|entry| entry.fault.is_none()) {
        row(entry, language, trust, texts, out)?;
    }
    writeln!(out, "</tbody></table></div>")
}

fn search(language: Language, out: &mut dyn Write) -> io::Result<()> {
    let orders = [
        ("name", say!(language, "page-class-order-name")),
        ("low", say!(language, "page-class-order-low")),
        ("high", say!(language, "page-class-order-high")),
    ];
    let options = orders.map(|(value, said)| format!("<option value=\"{value}\">{}</option>", escape(&said)));
    writeln!(
        out,
        "<p class=\"search\"><label>{} <input id=\"search\" type=\"search\" placeholder=\"{}\"></label> \
         <label>{} <select id=\"order\">{}</select></label> <span class=\"keys\">{}</span></p>",
        escape(&say!(language, "page-search")),
        escape(&say!(language, "page-class-search-hint")),
        escape(&say!(language, "page-class-order")),
        options.concat(),
        say!(language, "page-class-keys", slash = "<kbd>/</kbd>")
    )
}

fn legend(language: Language, trust: TrustWanted, out: &mut dyn Write) -> io::Result<()> {
    let all = [
        (Look::Passed, plain::word(language, Status::Passed)),
        (Look::Unproved, say!(language, "page-class-unproved")),
        (Look::Partial, say!(language, "page-class-partial")),
        (Look::Failed, plain::word(language, Status::Failed)),
        (Look::NotStarted, say!(language, "page-class-not-started")),
        (Look::Fault, plain::word(language, Status::Fault)),
        (Look::Skipped, plain::word(language, Status::Skipped)),
    ];
    let is_there = |look: Look| trust == TrustWanted::Proof || !matches!(look, Look::Unproved);
    let shown = all.into_iter().filter(|(look, _)| is_there(*look)).map(|(look, said)| {
        format!("<span class=\"{}\">{} {}</span>", look.class(), look.sign(), escape(&said))
    });
    writeln!(out, "<p class=\"legend\">{}</p>", shown.collect::<Vec<_>>().join(" "))
}

/// What a field of the map says: the script puts names and texts into these sentences.
fn about(language: Language, out: &mut dyn Write) -> io::Result<()> {
    let (submission, exercise) = ("{submission}", "{exercise}");
    let all = [
        (Look::Passed, say!(language, "page-cell-passed", submission = submission, exercise = exercise)),
        (Look::Unproved, say!(language, "page-cell-unproved", submission = submission, exercise = exercise)),
        (Look::Partial, say!(language, "page-cell-partial", submission = submission, exercise = exercise)),
        (Look::Failed, say!(language, "page-cell-failed", submission = submission, exercise = exercise)),
        (
            Look::NotStarted,
            say!(language, "page-cell-not-started", submission = submission, exercise = exercise),
        ),
        (Look::Fault, say!(language, "page-cell-fault", submission = submission, exercise = exercise)),
        (Look::Skipped, say!(language, "page-cell-skipped", submission = submission, exercise = exercise)),
    ];
    let sentences = all.map(|(look, said)| format!(" data-{}=\"{}\"", look.class(), escape(&said)));
    let told = say!(language, "page-cell-told", field = "{field}", told = "{told}");
    writeln!(
        out,
        "<p id=\"about\" aria-live=\"polite\"{} data-told=\"{}\">{}</p>",
        sentences.concat(),
        escape(&told),
        escape(&say!(language, "page-class-choose"))
    )
}

fn row<'a>(
    entry: &'a Entry,
    language: Language,
    trust: TrustWanted,
    texts: &mut Texts<'a>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let percent = entry.score.percent();
    let share = percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent:.0} %"));
    write!(
        out,
        "<tr data-percent=\"{:.2}\"><th scope=\"row\">{}</th><td class=\"points\">{} <small>{share}</small></td>",
        percent.unwrap_or(-1.0),
        escape(&entry.submission),
        plain::points(language, entry.score.earned)
    )?;
    for cell in &entry.cells {
        let look = Look::of(cell, trust);
        let text = if cell.told.is_empty() { None } else { Some(texts.place(cell.shown())) };
        let text = text.map_or_else(String::new, |place| format!(" data-t=\"{place}\""));
        write!(out, "<td class=\"{}\"{text}>{}</td>", look.class(), look.sign())?;
    }
    writeln!(out, "</tr>")
}

/// How a field of the map looks. Colour alone says nothing.
#[derive(Clone, Copy)]
enum Look {
    Passed,
    /// It passed where proof was wanted, and such a pass is none.
    Unproved,
    Partial,
    Failed,
    NotStarted,
    Fault,
    Skipped,
}

impl Look {
    fn of(cell: &Cell, trust: TrustWanted) -> Self {
        match cell.status {
            Standing::Passed if cell.can_be_forged && trust == TrustWanted::Proof => Self::Unproved,
            Standing::Passed => Self::Passed,
            Standing::Failed if cell.score.earned > 0.0 => Self::Partial,
            Standing::Failed => Self::Failed,
            Standing::NotStarted => Self::NotStarted,
            Standing::Fault => Self::Fault,
            Standing::Skipped => Self::Skipped,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Unproved => "unproved",
            Self::Partial => "partial",
            Self::Failed => "failed",
            Self::NotStarted => "not-started",
            Self::Fault => "fault",
            Self::Skipped => "skipped",
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Passed => "✓",
            Self::Unproved => "✓?",
            Self::Partial => "◐",
            Self::Failed => "✗",
            Self::NotStarted => "·",
            Self::Fault => "!",
            Self::Skipped => "–",
        }
    }
}

fn exercises(book: &Gradebook, language: Language, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2>{}</h2>", escape(&say!(language, "page-class-exercises")))?;
    for (place, column) in book.head.columns.iter().enumerate() {
        exercise(&went(book, place), column, language, out)?;
    }
    Ok(())
}

fn exercise(went: &Went<'_>, column: &Column, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let Went { passed, failed, not_started, not_judged, causes } = went;
    let share = (passed * 100).checked_div(passed + failed + not_started);
    let share = share.map_or_else(|| "–".to_owned(), |share| format!("{share} %"));
    writeln!(
        out,
        "<details class=\"exercise\">\n<summary><span class=\"name\">{}</span> <span class=\"title\">{}</span> \
         <span class=\"points\">{}</span></summary>",
        escape(&column.exercise),
        escape(&column.title),
        escape(&say!(language, "page-class-share", share = share))
    )?;
    let mut counts = vec![
        say!(language, "tally-passed", number = *passed),
        say!(language, "tally-failed", number = *failed),
        say!(language, "standing-pending", number = *not_started),
    ];
    if *not_judged > 0 {
        counts.push(say!(language, "page-class-not-judged", number = *not_judged));
    }
    writeln!(out, "<p class=\"about\">{}</p>", escape(&counts.join(", ")))?;
    if !causes.is_empty() {
        writeln!(out, "<ol class=\"causes\">")?;
        for (count, told) in causes {
            writeln!(out, "<li><strong>{count}</strong> {}</li>", escape(told))?;
        }
        writeln!(out, "</ol>")?;
    }
    writeln!(out, "</details>")
}

fn foot(book: &Gradebook, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let conditions = &book.head.conditions;
    let commit = match &book.head.course_commit {
        Some(commit) => commit.clone(),
        None => say!(language, "origin-unknown"),
    };
    let rows = [
        ("prolings".to_owned(), conditions.prolings.clone()),
        (say!(language, "page-origin-course"), commit),
        (say!(language, "page-origin-content"), conditions.course.clone()),
        ("Python".to_owned(), conditions.python.clone()),
        (say!(language, "page-origin-locks"), conditions.locks.clone()),
        (say!(language, "page-origin-seed"), conditions.seed.to_string()),
    ];
    html::origin(&rows, language, out)?;
    writeln!(out, "</footer>")
}
