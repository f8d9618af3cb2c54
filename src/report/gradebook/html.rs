//! One page on a class, for people: a map of submissions and exercises, the distribution, the commonest mistakes. No
//! other file, no network, readable on paper.

use std::collections::HashMap;
use std::io::{self, Write};

use super::mistakes::{Went, averages, distribution, went};
use crate::model::class::{Cell, Entry, Gradebook, Standing};
use crate::model::grade::TrustWanted;
use crate::report::formats::html::{STYLE, escape};
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
pub(super) fn render(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    let course = escape(&book.head.course);
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{course}: gradebook</title>\n\
         <style>\n{STYLE}{OWN_STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{course}</h1>"
    )?;
    head(book, out)?;
    writeln!(out, "</header>\n<main>")?;
    chart(book, out)?;
    faults(book, out)?;
    let mut texts = Texts::default();
    map(book, &mut texts, out)?;
    exercises(book, out)?;
    writeln!(out, "</main>")?;
    foot(book, out)?;
    writeln!(out, "<ol id=\"texts\" hidden>")?;
    texts.all.iter().try_for_each(|text| writeln!(out, "<li>{}</li>", escape(text)))?;
    writeln!(out, "</ol>\n<script>\n{SCRIPT}</script>\n</body>\n</html>")
}

fn head(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    let graded = book.graded().filter(|entry| entry.fault.is_none()).count();
    write!(out, "<p class=\"score\"><strong>{graded}</strong> of {} submissions graded", book.entries.len())?;
    if let Some((mean, median)) = averages(book) {
        write!(out, ", mean {mean:.0} %, median {median:.0} %")?;
    }
    writeln!(out, "</p>")?;
    let waiting = book.entries.iter().filter(|entry| entry.is_none()).count();
    if waiting > 0 {
        writeln!(out, "<p class=\"notice\">Not complete: {waiting} not graded yet.</p>")?;
    }
    if let Some(shard) = book.head.shard {
        writeln!(out, "<p class=\"notice\">This is shard {shard} of the class.</p>")?;
    }
    if let Some(unproved) = book.all_unproved() {
        let said = proof(&unproved, |name| format!("<code>{}</code>", escape(name)));
        writeln!(out, "<p class=\"proof\">{said}</p>")?;
    }
    book.notices.iter().try_for_each(|text| writeln!(out, "<p class=\"notice\">{}</p>", escape(text)))
}

/// How many earned how much.
fn chart(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    let steps = distribution(book);
    let most = steps.iter().copied().max().unwrap_or(0).max(1);
    writeln!(out, "<h2>Distribution</h2>\n<table class=\"chart\">")?;
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

fn faults(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    let mut faulty = book.faulty().filter(|entry| entry.fault.is_some()).peekable();
    if faulty.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "<h2>Could not be graded</h2>\n<ul>")?;
    for entry in faulty {
        let why = entry.fault.as_deref().unwrap_or_default();
        writeln!(
            out,
            "<li class=\"fault\"><strong>{}</strong>: {}</li>",
            escape(&entry.submission),
            escape(why)
        )?;
    }
    writeln!(out, "</ul>")
}

fn map<'a>(book: &'a Gradebook, texts: &mut Texts<'a>, out: &mut dyn Write) -> io::Result<()> {
    let trust = book.head.conditions.trust;
    let unproved = match trust {
        TrustWanted::Usual => "",
        TrustWanted::Proof => " <span class=\"unproved\">✓? passed, not forgery-proof</span>",
    };
    writeln!(
        out,
        "<h2>Submissions and exercises</h2>\n<p class=\"search\"><label>Search <input id=\"search\" type=\"search\" \
         placeholder=\"name\"></label> <label>Order <select id=\"order\"><option value=\"name\">as handed in</option>\
         <option value=\"low\">fewest points first</option><option value=\"high\">most points first</option></select>\
         </label> <span class=\"keys\"><kbd>/</kbd> search, arrow keys move in the map</span></p>\n\
         <p class=\"legend\"><span class=\"passed\">✓ passed</span>{unproved} <span class=\"partial\">◐ some points</span> \
         <span class=\"failed\">✗ failed</span> <span class=\"not-started\">· not started</span> \
         <span class=\"fault\">! could not be judged</span> <span class=\"skipped\">– skipped</span></p>\n\
         <p id=\"about\" aria-live=\"polite\">Choose a field to see what it says.</p>\n\
         <div class=\"scroll\"><table id=\"map\">\n<thead><tr><th scope=\"col\">submission</th><th scope=\"col\">points</th>"
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
        row(entry, trust, texts, out)?;
    }
    writeln!(out, "</tbody></table></div>")
}

fn row<'a>(
    entry: &'a Entry,
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
        plain::points(entry.score.earned)
    )?;
    for cell in &entry.cells {
        let (class, sign) = look(cell, trust);
        let text = if cell.told.is_empty() { None } else { Some(texts.place(&cell.told)) };
        let text = text.map_or_else(String::new, |place| format!(" data-t=\"{place}\""));
        write!(out, "<td class=\"{class}\"{text}>{sign}</td>")?;
    }
    writeln!(out, "</tr>")
}

/// Class and sign: colour alone says nothing.
fn look(cell: &Cell, trust: TrustWanted) -> (&'static str, &'static str) {
    match cell.status {
        Standing::Passed if cell.can_be_forged && trust == TrustWanted::Proof => ("unproved", "✓?"),
        Standing::Passed => ("passed", "✓"),
        Standing::Failed if cell.score.earned > 0.0 => ("partial", "◐"),
        Standing::Failed => ("failed", "✗"),
        Standing::NotStarted => ("not-started", "·"),
        Standing::Fault => ("fault", "!"),
        Standing::Skipped => ("skipped", "–"),
    }
}

fn exercises(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2>Exercises and their commonest mistakes</h2>")?;
    for (place, column) in book.head.columns.iter().enumerate() {
        let Went { passed, failed, not_started, not_judged, causes } = went(book, place);
        let judged = passed + failed + not_started;
        let share = (passed * 100).checked_div(judged);
        let share = share.map_or_else(|| "–".to_owned(), |share| format!("{share} %"));
        writeln!(
            out,
            "<details class=\"exercise\">\n<summary><span class=\"name\">{}</span> <span class=\"title\">{}</span> \
             <span class=\"points\">{share} passed</span></summary>",
            escape(&column.exercise),
            escape(&column.title)
        )?;
        let faults = if not_judged > 0 { format!(", {not_judged} not judged") } else { String::new() };
        writeln!(
            out,
            "<p class=\"about\">{passed} passed, {failed} failed, {not_started} not started{faults}</p>"
        )?;
        if !causes.is_empty() {
            writeln!(out, "<ol class=\"causes\">")?;
            for (count, told) in causes {
                writeln!(out, "<li><strong>{count}</strong> {}</li>", escape(told))?;
            }
            writeln!(out, "</ol>")?;
        }
        writeln!(out, "</details>")?;
    }
    Ok(())
}

fn foot(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    let conditions = &book.head.conditions;
    let rows = [
        ("prolings", conditions.prolings.clone()),
        ("course", book.head.course_commit.clone().unwrap_or_else(|| "unknown".to_owned())),
        ("its content", conditions.course.clone()),
        ("Python", conditions.python.clone()),
        ("locks", conditions.locks.clone()),
        ("seed", conditions.seed.to_string()),
    ];
    writeln!(out, "<footer>\n<h2>Where this comes from</h2>\n<dl>")?;
    rows.iter().try_for_each(|(name, value)| writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escape(value)))?;
    writeln!(out, "</dl>\n</footer>")
}
