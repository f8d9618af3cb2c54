//! The commands: each puts stages together for the user, one file a command.

mod check;
mod clean;
mod completions;
mod dev;
mod doctor;
mod edit;
mod editor;
mod engine;
mod grade;
mod hint;
mod init;
mod isolation;
mod list;
mod memory;
mod merge;
mod next;
mod progress;
mod reset;
mod run;
mod setup_files;
mod solution;
mod supply;
mod update;
mod watch;
mod workplace;

pub use watch::restore_terminal;

use std::io::{self, Write};

use crate::cli::args::Command;
use crate::cli::settings::Settings;
use crate::error::{Errors, ExitStatus, UserError};
use crate::language::{Text, Value, said};
use crate::model::cancel::Cancel;
use crate::model::course::Course;
use crate::model::update::Update;
use crate::report::terminal::{self, Bar, Style};

/// What every command is given.
pub struct Context {
    /// Arguments and surroundings, resolved.
    pub settings: Settings,
    /// Set by Ctrl-C.
    pub cancel: Cancel,
}

impl Context {
    /// Standard output, for what the user asked for.
    fn out(&self) -> impl Write + use<> {
        io::stdout().lock()
    }

    /// A message in the user's language, for [`say!`].
    fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.settings.language.say(id, values)
    }

    /// How standard output looks.
    fn style(&self) -> Style {
        self.style_with(self.settings.stdout_color, self.settings.width)
    }

    /// How standard error looks.
    fn error_style(&self) -> Style {
        self.style_with(self.settings.stderr_color, self.settings.stderr_width)
    }

    fn style_with(&self, color: bool, width: usize) -> Style {
        let Settings { ascii, linear, language, .. } = self.settings;
        Style { color, width, unicode: !ascii, linear, language, ..Style::default() }
    }

    /// The same with files of a course as links, where the terminal shows links.
    fn style_for(&self, course: &Course) -> Style {
        if self.settings.links { self.style().linking(&course.root) } else { self.style() }
    }

    /// A progress bar, drawn when standard error is a terminal.
    fn bar(&self) -> Bar {
        if self.settings.progress { Bar::stderr(self.settings.stderr_width) } else { Bar::hidden() }
    }

    /// Tells what is worth knowing beside a command's own output.
    fn tell(&self, notices: &[Text]) {
        // Nobody to tell is no reason to stop.
        let _ = terminal::notices(&mut io::stderr().lock(), self.error_style(), notices);
    }

    /// Tells of an update that an earlier command was kept from finishing.
    fn tell_of_update(&self, update: &Update) -> io::Result<()> {
        let style = self.error_style();
        self.tell(&[said!("update-was-finished").into()]);
        terminal::shipped::updated(&mut io::stderr().lock(), style, update, terminal::shipped::Tense::Did)
    }

    /// The status of a command that ends well, unless the user asked to stop on the way.
    fn unless_interrupted(&self, status: ExitStatus) -> ExitStatus {
        if self.cancel.is_cancelled() { ExitStatus::Interrupted } else { status }
    }
}

/// Runs a command.
///
/// # Errors
/// Whatever keeps the command from doing what was asked: [`crate::error::Errors`] and [`crate::error::UserError`] are
/// meant for the user as they are.
pub fn run(command: Command, context: &Context) -> anyhow::Result<ExitStatus> {
    match command {
        Command::Watch(args) => watch::watch(&args, context),
        Command::Check(args) => check::check(&args, context),
        Command::Run(args) => run::run(&args, context),
        Command::List(args) => list::list(&args, context),
        Command::Progress(args) => progress::progress(&args, context),
        Command::Hint(args) => hint::hint(&args, context),
        Command::Reset(args) => reset::reset(&args, context),
        Command::Solution(args) => solution::solution(&args, context),
        Command::Edit(args) => edit::edit(&args, context),
        Command::Init(args) => init::init(&args, context),
        Command::Update(args) => update::update(&args, context),
        Command::Next(args) => next::next(&args, context),
        Command::Doctor(args) => doctor::doctor(&args, context),
        Command::Clean(args) => clean::clean(&args, context),
        Command::Completions(args) => completions::completions(&args, context),
        Command::Grade(args) => grade::grade(&args, context),
        Command::Merge(args) => merge::merge(&args, context),
        Command::Dev(args) => dev::dev(args, context),
    }
}

/// An error as it is shown to the user.
pub fn errors_of(error: &anyhow::Error) -> Errors {
    match (error.downcast_ref::<Errors>(), error.downcast_ref::<UserError>()) {
        (Some(errors), _) => errors.clone(),
        (None, Some(error)) => error.clone().into(),
        (None, None) => UserError::new(format!("{error:#}")).into(),
    }
}

/// Prints a value as pretty JSON.
fn print_json(context: &Context, value: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut out = context.out();
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}
