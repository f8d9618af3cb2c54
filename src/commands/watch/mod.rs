//! `prolings watch`: the file that is worked on is judged each time that it is saved; keys do all the rest.
//!
//! `desk` knows the exercise at hand and what is remembered, `runs` judges on a thread of its own, `screen` is the loop
//! for a terminal that can be drawn on, `plain` the one for all others. `browse` is the list to move in, which `alone`
//! shows without a watch.

mod alone;
mod beat;
mod browse;
mod desk;
mod pager;
mod plain;
mod runs;
mod screen;
mod stage;
mod words;

pub(super) use alone::browse;
pub use stage::restore_terminal;

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use self::desk::Desk;
use self::runs::{News, Runs};
use super::Context;
use crate::cli::args;
use crate::error::ExitStatus;
use crate::model::course::Course;
use crate::report::terminal::Style;
use crate::report::terminal::watch::Size;
use crate::watch::{self, Choice, Event, Files};

/// Lines are easier to read when they are not longer than this.
const WIDEST: usize = 120;

/// Whatever the loop waits for.
enum Happening {
    /// A key, a save.
    Seen(Event),
    /// From the run with this number.
    Run(u64, News),
    /// A line was typed, where keys cannot be read one by one.
    Line(String),
}

/// What happens after a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Advance {
    /// The learner stays, and goes on when they like.
    Asked,
    /// The next exercise comes by itself.
    Alone,
}

impl From<Event> for Happening {
    fn from(event: Event) -> Self {
        Self::Seen(event)
    }
}

/// Watches until the learner quits.
pub(super) fn watch(args: &args::Watch, context: &Context) -> anyhow::Result<ExitStatus> {
    let desk = Desk::open(args.name.as_deref(), context)?;
    let course = desk.course().clone();
    let advance = if args.auto_advance || course.auto_advance { Advance::Alone } else { Advance::Asked };
    let draws = can_draw(context) && !args.plain;
    let (sender, happenings) = channel();
    watch_files(&course, args.poll, sender.clone());
    thread::scope(|scope| {
        let runs = Runs::start(scope, &course, context, sender.clone());
        if draws {
            screen::Watch::new(desk, runs, advance, context).run(sender, &happenings)
        } else {
            plain::Plain::new(desk, runs, advance, context).run(sender, &happenings)
        }
    })
}

/// Whether there is a terminal that can be drawn on.
pub(super) fn can_draw(context: &Context) -> bool {
    context.settings.can_draw && watch::obeys_codes()
}

/// A style for a screen of that size.
fn fitted(style: Style, size: Size) -> (Style, Size) {
    (Style { width: size.columns.min(WIDEST), ..style }, size)
}

fn watch_files(course: &Course, poll: bool, events: Sender<Happening>) {
    let folder = course.exercises_folder();
    let below = |path: PathBuf| path.strip_prefix(&folder).map(PathBuf::from).ok();
    let files = course.exercises().flat_map(|exercise| {
        let below = &below;
        exercise
            .edit
            .iter()
            .chain(&exercise.protected)
            .filter_map(move |path| below(path.under(&exercise.folder)))
    });
    let files = Files {
        files: files.collect(),
        probe: course.root.join(".prolings"),
        choice: if poll { Choice::Poll } else { Choice::Tested },
        folder: folder.clone(),
    };
    watch::watch_files(files, events);
}
