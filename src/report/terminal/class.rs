//! The grading of a class at a terminal: a bar with rate and estimate (lines now and then elsewhere), who could not be
//! graded, and at the end what the class came to.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

use super::layout::width;
use super::page::{Line, Page};
use super::screen::{Screen, bar_columns};
use super::style::{Role, Span, Style};
use super::words;
use crate::language::{Text, said, say};
use crate::model::class::{Entry, Gradebook, Standing};
use crate::model::grade::Score;
use crate::report::formats::told::proof;
use crate::report::gradebook::averages;

/// How often a line is written where no bar can be drawn.
const PULSE: Duration = Duration::from_secs(10);

/// Up to so many submissions, each gets a line at the end.
const LISTED: usize = 40;

/// Columns of a name in these lines; longer ones push what follows to the right.
const WIDEST: usize = 30;

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
            let why = self.style.plain(&why.by(self.style.language));
            page.put(Line::text(2, vec![name, why]).lead(self.sign(Role::Fault)));
            self.say(&page.render());
        }
        let rate = self.rate().map_or_else(String::new, |rate| format!(", {rate}"));
        match &self.bar {
            Some(bar) => {
                bar.set_position(self.done as u64);
                bar.set_message(rate);
            }
            None if self.told.elapsed() >= PULSE => {
                self.told = Instant::now();
                let done = say!(self.style, "class-so-far", done = self.done, total = self.total);
                self.say(&format!("{done}{rate}\n"));
            }
            None => {}
        }
    }

    /// Something worth knowing.
    pub fn notice(&self, text: &Text) {
        let mut page = Page::new(self.style);
        super::notice(&mut page, text);
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
    fn rate(&self) -> Option<String> {
        let seconds = self.started.elapsed().as_secs_f64();
        if self.fresh < 2 || seconds <= 0.0 {
            return None;
        }
        let rate = f64::from(self.fresh) / seconds;
        let left = u32::try_from(self.total - self.done).unwrap_or(u32::MAX);
        let left = if left == 0 { 0.0 } else { (f64::from(left) / rate).ceil() };
        let rate = words::decimal(self.style, &format!("{rate:.1}"));
        Some(say!(self.style, "class-rate", rate = rate, time = words::seconds(self.style, left)))
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
        let names = book.graded().map(|entry| width(style.plain(&entry.submission).text()));
        let widest = names.max().unwrap_or(0).min(WIDEST);
        book.graded().for_each(|entry| row(&mut page, book, entry, widest));
        page.blank();
    }
    let faults = book.graded().filter(|entry| entry.fault.is_some()).count();
    let partly = book.faulty().count() - faults;
    let waiting = book.entries.iter().filter(|entry| entry.is_none()).count();
    let graded = say!(style, "class-graded", number = all - faults - waiting);
    let mut body = vec![style.span(Role::Strong, &graded)];
    let parts = [
        (faults, said!("class-faults", number = faults)),
        (partly, said!("class-partly", number = partly)),
        (waiting, said!("class-waiting", number = waiting)),
    ];
    for (_, what) in parts.into_iter().filter(|(number, _)| *number > 0) {
        body.push(style.plain(", "));
        body.push(style.span(Role::Fault, &what.by(style.language)));
    }
    let time = say!(style, "tally-time", time = words::seconds(style, took.0.as_secs_f64()));
    body.push(style.span(Role::Quiet, &format!(" {time}")));
    let known = all - waiting - took.1.min(all - waiting);
    if known > 0 {
        body.push(style.span(Role::Quiet, &format!(", {}", say!(style, "class-known", number = known))));
    }
    page.put(Line::prose(0, body));
    if let Some((mean, median)) = averages(book) {
        let (mean, median) = (format!("{mean:.0}"), format!("{median:.0}"));
        page.prose(0, Role::Plain, &say!(style, "class-averages", mean = mean, median = median));
    }
    if let Some(unproved) = book.all_unproved() {
        page.prose(0, Role::Plain, &proof(style.language, &unproved, str::to_owned));
    }
    for file in files {
        page.put(Line::text(2, vec![style.span(Role::Path, file)]));
    }
    out.write_all(page.render().as_bytes())?;
    out.flush()
}

fn row(page: &mut Page, book: &Gradebook, entry: &Entry, widest: usize) {
    let style = page.style;
    let fill = widest.saturating_sub(width(style.plain(&entry.submission).text())) + 2;
    let name = format!("{}{}", entry.submission, " ".repeat(fill));
    if let Some(why) = &entry.fault {
        let lead = style.span(Role::Fault, &format!("{} {name}", style.symbols().fault));
        let why = say!(style, "class-row-fault", why = why);
        page.put(Line::text(0, vec![style.plain(&why)]).lead(lead));
        return;
    }
    let Score { earned, possible } = entry.score;
    let percent = entry.score.percent().map_or_else(String::new, |percent| format!(" ({percent:.0} %)"));
    let (earned, possible) = (words::points(style, earned), words::points(style, possible));
    let points = say!(style, "points", earned = earned, possible = possible);
    let [failed, not_started, faults, skipped] =
        [Standing::Failed, Standing::NotStarted, Standing::Fault, Standing::Skipped]
            .map(|status| entry.count(status));
    let kinds = [
        (failed, said!("tally-failed", number = failed), Role::Failed),
        (not_started, said!("standing-pending", number = not_started), Role::Quiet),
        (faults, said!("tally-faults", number = faults), Role::Fault),
        (skipped, said!("tally-skipped", number = skipped), Role::Quiet),
    ];
    let mut body = vec![style.plain(&format!("{points}{percent}"))];
    for (_, what, role) in kinds.into_iter().filter(|(number, ..)| *number > 0) {
        body.push(style.plain(", "));
        body.push(style.span(role, &what.by(style.language)));
    }
    let unproved = book.unproved(entry).unwrap_or_default();
    if !unproved.is_empty() {
        body.push(style.plain(", "));
        body.push(style.span(Role::Quiet, &say!(style, "class-unproved", number = unproved.len())));
    }
    page.put(Line::text(0, body).lead(style.span(Role::Strong, &format!("  {name}"))));
}
