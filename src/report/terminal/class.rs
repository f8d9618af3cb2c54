//! The grading of a class at a terminal: a bar with rate and estimate (lines now and then elsewhere), who could not be
//! graded, and at the end what the class came to.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

use super::page::{Line, Page};
use super::screen::{Screen, bar_columns};
use super::style::{Role, Span, Style};
use super::words;
use crate::model::class::{Entry, Gradebook, Standing};
use crate::model::grade::Score;
use crate::report::formats::told::proof;
use crate::report::gradebook::averages;

/// How often a line is written where no bar can be drawn.
const PULSE: Duration = Duration::from_secs(10);

/// Up to so many submissions, each gets a line at the end.
const LISTED: usize = 40;

/// Shows how far a class is. On standard error, so that a report stays clean.
pub struct Progress {
    bar: Option<ProgressBar>,
    style: Style,
    total: usize,
    done: usize,
    /// Those that were graded now, and did not stand in the journal.
    fresh: u32,
    started: Instant,
    told: Instant,
}

impl Progress {
    /// Begins; `terminal` has its columns when a bar can be drawn.
    pub fn start(style: Style, total: usize, terminal: Option<usize>) -> Self {
        let bar = terminal.map(|columns| bar(style, total, columns));
        let now = Instant::now();
        Self { bar, style, total, done: 0, fresh: 0, started: now, told: now }
    }

    /// A submission is graded, or was graded before.
    pub fn done(&mut self, entry: &Entry, is_known: bool) {
        self.done += 1;
        self.fresh += u32::from(!is_known);
        if !is_known && let Some(why) = &entry.fault {
            let mut page = Page::new(self.style);
            let name = self.style.span(Role::Strong, &format!("{}: ", entry.submission));
            page.put(Line::text(2, vec![name, self.style.plain(why)]).lead(self.sign(Role::Fault)));
            self.say(&page.render());
        }
        let standing = self.standing();
        match &self.bar {
            Some(bar) => {
                bar.set_position(self.done as u64);
                bar.set_message(standing);
            }
            None if self.told.elapsed() >= PULSE => {
                self.told = Instant::now();
                self.say(&format!("{} of {} graded{standing}\n", self.done, self.total));
            }
            None => {}
        }
    }

    /// Something worth knowing.
    pub fn notice(&self, text: &str) {
        let mut page = Page::new(self.style);
        super::notice(&mut page, &text.into());
        self.say(&page.render());
    }

    /// It is over; the bar goes. Gives how long it took, and how many were graded now.
    pub fn end(self) -> (Duration, usize) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        (self.started.elapsed(), self.fresh as usize)
    }

    /// Rate and estimate, once they mean something.
    fn standing(&self) -> String {
        let seconds = self.started.elapsed().as_secs_f64();
        if self.fresh < 2 || seconds <= 0.0 {
            return String::new();
        }
        let rate = f64::from(self.fresh) / seconds;
        let left = u32::try_from(self.total - self.done).unwrap_or(u32::MAX);
        let left = if left == 0 { 0.0 } else { (f64::from(left) / rate).ceil() };
        format!(", {rate:.1} a second, about {} left", words::seconds(Style::default(), left))
    }

    fn sign(&self, role: Role) -> Span {
        self.style.span(role, &format!("{} ", self.style.symbols().fault))
    }

    fn say(&self, text: &str) {
        let write = || io::stderr().lock().write_all(text.as_bytes());
        // Nobody to tell is no reason to stop.
        let _ = match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        };
    }
}

fn bar(style: Style, total: usize, columns: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(total as u64), Screen::stderr(columns));
    let bar = bar.with_finish(ProgressFinish::AndClear);
    let [full, rest] = style.symbols().bar;
    let template = format!("{{bar:{}}} {{pos}}/{{len}}{{wide_msg}}", bar_columns(columns));
    if let Ok(look) = ProgressStyle::with_template(&template) {
        bar.set_style(look.progress_chars(&format!("{full}{full}{rest}")));
    }
    bar
}

/// Writes what the class came to; `took` says how long it took and how many were graded now, `files` where more stands.
///
/// # Errors
/// When it cannot be written.
pub fn summary(
    out: &mut dyn Write,
    style: Style,
    book: &Gradebook,
    took: (Duration, usize),
    files: &[String],
) -> io::Result<()> {
    let mut page = Page::new(style);
    let all = book.entries.len();
    if all <= LISTED {
        let width = book.graded().map(|entry| entry.submission.chars().count()).max().unwrap_or(0).min(30);
        book.graded().for_each(|entry| row(&mut page, book, entry, width));
        page.blank();
    }
    let faults = book.graded().filter(|entry| entry.fault.is_some()).count();
    let partly = book.faulty().count() - faults;
    let waiting = book.entries.iter().filter(|entry| entry.is_none()).count();
    let mut body = vec![
        style.span(Role::Strong, &format!("{} graded", words::count(all - faults - waiting, "submission"))),
    ];
    let parts = [(faults, "could not be graded"), (partly, "only in part"), (waiting, "not reached")];
    for (number, what) in parts.into_iter().filter(|(number, _)| *number > 0) {
        body.push(style.plain(", "));
        body.push(style.span(Role::Fault, &format!("{number} {what}")));
    }
    let known = all - waiting - took.1.min(all - waiting);
    let known = if known > 0 { format!(", {known} known from the journal") } else { String::new() };
    body.push(style.span(
        Role::Quiet,
        &format!(" in {}{known}", words::seconds(Style::default(), took.0.as_secs_f64())),
    ));
    page.put(Line::prose(0, body));
    if let Some((mean, median)) = averages(book) {
        page.prose(0, Role::Plain, &format!("mean {mean:.0} %, median {median:.0} %"));
    }
    if let Some(unproved) = book.all_unproved() {
        page.prose(0, Role::Plain, &proof(&unproved, str::to_owned));
    }
    for file in files {
        page.put(Line::text(2, vec![style.span(Role::Path, file)]));
    }
    out.write_all(page.render().as_bytes())?;
    out.flush()
}

fn row(page: &mut Page, book: &Gradebook, entry: &Entry, width: usize) {
    let style = page.style;
    let name = format!("{:width$}  ", entry.submission);
    if let Some(why) = &entry.fault {
        let lead = style.span(Role::Fault, &format!("{} {name}", style.symbols().fault));
        page.put(Line::text(0, vec![style.plain(&format!("could not be graded: {why}"))]).lead(lead));
        return;
    }
    let Score { earned, possible } = entry.score;
    let percent = entry.score.percent().map_or_else(String::new, |percent| format!(" ({percent:.0} %)"));
    let points = format!(
        "{} of {} points{percent}",
        words::points(Style::default(), earned),
        words::points(Style::default(), possible)
    );
    let kinds = [
        (Standing::Failed, "failed", Role::Failed),
        (Standing::NotStarted, "not started", Role::Quiet),
        (Standing::Fault, "could not be judged", Role::Fault),
        (Standing::Skipped, "skipped", Role::Quiet),
    ];
    let mut body = vec![style.plain(&points)];
    for (status, what, role) in kinds {
        let count = entry.count(status);
        if count > 0 {
            body.push(style.plain(", "));
            body.push(style.span(role, &format!("{count} {what}")));
        }
    }
    let unproved = book.unproved(entry).unwrap_or_default();
    if !unproved.is_empty() {
        body.push(style.plain(", "));
        body.push(style.span(Role::Quiet, &format!("{} not forgery-proof", unproved.len())));
    }
    page.put(Line::text(0, body).lead(style.span(Role::Strong, &format!("  {name}"))));
}
