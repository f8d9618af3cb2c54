//! The program: parses, dispatches, prints the final error, returns the exit code.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use prolings::cli::args::{Cli, Command};
use prolings::cli::help;
use prolings::cli::settings::Settings;
use prolings::commands::{self, Context};
use prolings::error::ExitStatus;
use prolings::model::cancel::Cancel;
use prolings::report::terminal;
use prolings::run;

fn main() -> ExitCode {
    if let Some(code) = stage() {
        return code;
    }
    let cli = help::parse();
    let settings = match Settings::resolve(&cli.global) {
        Ok(settings) => settings,
        Err(error) => {
            let language = Settings::language(&cli.global);
            return report_error(&error.into(), terminal::Style { language, ..terminal::Style::default() })
                .into();
        }
    };
    let (color, width) = (settings.stderr_color, settings.stderr_width);
    let style = terminal::Style { color, width, language: settings.language, ..terminal::Style::default() };
    let cancel = Cancel::default();
    if let Err(error) = stop_on_signals(&cancel) {
        return report_error(&error.into(), style).into();
    }
    let context = Context { settings, cancel };
    let Some(command) = cli.command.or_else(|| alone(&context.settings)) else {
        return show_help(&context.settings);
    };
    let status = commands::run(command, &context).unwrap_or_else(|error| {
        match report_error(&error, style) {
            // The user stopped a command that had nothing to show yet: no error, although it says what was stopped.
            ExitStatus::Error if context.cancel.is_cancelled() => ExitStatus::Interrupted,
            status => status,
        }
    });
    run::scratch::release();
    status.into()
}

/// What nothing but the name means: a watch, where someone can watch.
fn alone(settings: &Settings) -> Option<Command> {
    // Parsed, so that the environment's wishes count.
    let watch = || Cli::parse_from(["prolings", "watch"]).command;
    if settings.is_watched { watch() } else { None }
}

/// The help as it is shown to someone who forgot to say what to do.
fn show_help(settings: &Settings) -> ExitCode {
    let help = help::command(settings.language).render_help();
    // A closed error stream leaves nobody to tell.
    let _ = write!(io::stderr(), "{help}");
    ExitStatus::Error.into()
}

/// prolings started by itself: as a supervisor, or as a stage of the sandbox.
fn stage() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    match arguments.next()?.to_str()? {
        #[cfg(unix)]
        run::supervisor::COMMAND => Some(exit_code(run::supervisor::serve())),
        #[cfg(unix)]
        run::warm::COMMAND => Some(exit_code(run::warm::serve())),
        #[cfg(target_os = "linux")]
        run::sandbox::COMMAND => Some(exit_code(run::sandbox::confine(arguments))),
        #[cfg(target_os = "linux")]
        run::sandbox::SPACES => Some(exit_code(run::sandbox::enter_spaces(arguments))),
        _ => None,
    }
}

/// Nobody reads an error of a stage: who started it notices that no report came.
#[cfg(unix)]
fn exit_code(result: io::Result<()>) -> ExitCode {
    result.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

/// The first Ctrl-C (or SIGTERM) asks everything to stop; the second does not wait.
fn stop_on_signals(cancel: &Cancel) -> Result<(), ctrlc::Error> {
    let cancel = cancel.clone();
    ctrlc::set_handler(move || {
        if cancel.is_cancelled() {
            commands::restore_terminal();
            #[expect(
                clippy::exit,
                reason = "the user asked twice; supervisors end what runs when their socket closes"
            )]
            std::process::exit(ExitStatus::Interrupted as i32);
        }
        cancel.cancel();
    })
}

fn report_error(error: &anyhow::Error, style: terminal::Style) -> ExitStatus {
    if is_broken_pipe(error) {
        return ExitStatus::Success;
    }
    let errors = commands::errors_of(error);
    // A closed error stream leaves nobody to tell.
    let _ = terminal::error::write_all(&mut io::stderr(), style, &errors);
    ExitStatus::Error
}

/// A reader that has seen enough (`prolings list | head`) is a normal end.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let of = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    error.chain().any(of)
}
