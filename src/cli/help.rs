//! The help of commands in the user's language.
//!
//! Owns what each text of the command line is called in `lang/` (`help-check`, `help-check-jobs`), and what clap says by
//! itself around them. The English texts are those that clap makes of the comments in `args`; `tests/languages.rs` holds
//! `lang/en.ftl` to them. It must not know what any command means. clap's own errors stay in English.

use std::collections::BTreeSet;

use clap::builder::{PossibleValue, Resettable, StyledStr};
use clap::error::ErrorKind;
use clap::{Arg, Command, CommandFactory as _, Parser as _};

use super::args::Cli;
use super::locale;
use crate::language::{Language, say};

/// The message of prolings itself; those of its commands are `help-NAME`.
const ROOT: &str = "help-prolings";

/// What every id begins with.
const PREFIX: &str = "help";

/// What the ids of options begin with that every command has.
const EVERYWHERE: &str = "help-option";

/// What was typed. Where that asks for help, it is shown in the user's language, and nobody returns.
pub fn parse() -> Cli {
    Cli::try_parse().unwrap_or_else(|error| {
        let language = locale::language_of_process();
        if language == Language::ENGLISH || !is_help(error.kind()) {
            error.exit()
        }
        // Asked again, it is told in other words.
        command(language).try_get_matches().err().unwrap_or(error).exit()
    })
}

/// The command line with its texts in a language.
pub fn command(language: Language) -> Command {
    if language == Language::ENGLISH {
        return Cli::command();
    }
    Walk { language, say: &mut |id, _| language.say(id, &[]) }.start()
}

/// Every text of the command line in English, with its id.
pub fn texts() -> BTreeSet<(String, String)> {
    let mut texts = BTreeSet::new();
    let mut note = |id: &str, text: &str| {
        texts.insert((id.to_owned(), text.to_owned()));
        text.to_owned()
    };
    Walk { language: Language::ENGLISH, say: &mut note }.start();
    texts
}

fn is_help(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand)
}

/// Goes through every text that can be seen, and puts another in its place.
struct Walk<'a> {
    language: Language,
    /// Gives the text to show for an id and the text that clap has.
    say: &'a mut dyn FnMut(&str, &str) -> String,
}

impl Walk<'_> {
    fn start(&mut self) -> Command {
        let mut command = Cli::command();
        // clap adds what it brings itself: `--help`, `help`, and the options of every command to each.
        command.build();
        self.command(command, ROOT, PREFIX)
    }

    /// A command that is called `id`, whose arguments and commands are called after `prefix`.
    fn command(&mut self, command: Command, id: &str, prefix: &str) -> Command {
        let about = self.text(id, command.get_about());
        let long = self.text(&format!("{id}.long"), command.get_long_about());
        let after = self.text(&format!("{id}.after"), command.get_after_help());
        let command = command.about(about).long_about(long).after_help(after);
        let command = command.mut_args(|arg| self.arg(arg, prefix));
        self.commands(self.headed(command), prefix)
    }

    fn commands(&mut self, command: Command, prefix: &str) -> Command {
        command.mut_subcommands(|command| {
            if command.get_name() == "help" {
                // It has every command that stands beside it once more.
                let about = self.text("help-help", command.get_about());
                return self.commands(self.headed(command.about(about)), prefix);
            }
            let id = format!("{prefix}-{}", command.get_name());
            self.command(command, &id, &id)
        })
    }

    /// The same with headings of ours.
    fn headed(&self, command: Command) -> Command {
        let (language, usage) = (self.language, command.get_styles().get_usage());
        let usage = format!("{usage}{}{usage:#}", say!(language, "help-usage"));
        command
            .subcommand_help_heading(say!(language, "help-commands"))
            .subcommand_value_name(say!(language, "help-command-value"))
            .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
    }

    fn arg(&mut self, arg: Arg, prefix: &str) -> Arg {
        if arg.is_hide_set() {
            return arg;
        }
        let name = arg.get_id().as_str().replace('_', "-");
        let is_everywhere = arg.is_global_set() || ["help", "version"].contains(&name.as_str());
        let id = format!("{}-{name}", if is_everywhere { EVERYWHERE } else { prefix });
        let help = self.words(&id, arg.get_help()).unwrap_or_default();
        let long = self.words(&format!("{id}.long"), arg.get_long_help());
        let values = arg.get_possible_values();
        let values: Vec<(String, Option<String>)> =
            values.iter().map(|value| (value.get_name().to_owned(), self.value(&id, value))).collect();
        self.with_details(arg, help, long, &values)
    }

    fn value(&mut self, id: &str, value: &PossibleValue) -> Option<String> {
        self.words(&format!("{id}-{}", value.get_name()), value.get_help())
    }

    /// An argument with these texts, below a heading of ours, and with our own words for what clap adds to a text: it has
    /// none but English ones.
    fn with_details(
        &self,
        arg: Arg,
        help: String,
        long: Option<String>,
        values: &[(String, Option<String>)],
    ) -> Arg {
        let language = self.language;
        let mut details = Vec::new();
        if let Some(variable) = arg.get_env() {
            let value = std::env::var_os(variable).unwrap_or_default();
            let set = format!("{}={}", variable.display(), value.display());
            details.push(say!(language, "help-env", variable = set));
        }
        let takes_values = arg.get_action().takes_values();
        let default: Vec<String> =
            arg.get_default_values().iter().map(|value| value.display().to_string()).collect();
        if takes_values && !default.is_empty() {
            details.push(say!(language, "help-default", value = default.join(" ")));
        }
        let described: Vec<String> =
            values.iter().filter_map(|(name, help)| Some(format!("- {name}: {}", help.as_ref()?))).collect();
        let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
        let choice = (!names.is_empty()).then(|| say!(language, "help-values", values = names.join(", ")));

        let short = [help.clone()].into_iter().chain(details.iter().cloned()).chain(choice.clone());
        let short = short.collect::<Vec<_>>().join(" ");
        let mut paragraphs = vec![long.unwrap_or(help)];
        if described.is_empty() {
            details.extend(choice);
        } else {
            paragraphs.push(format!("{}\n{}", say!(language, "help-described-values"), described.join("\n")));
        }
        if !details.is_empty() {
            paragraphs.push(details.join("\n"));
        }
        let is_positional = arg.is_positional();
        let heading =
            if is_positional { say!(language, "help-arguments") } else { say!(language, "help-options") };
        // Below a heading of their own, positional arguments would stand in the order of their names.
        let order = arg.get_index().filter(|_| is_positional);
        let arg = if order.is_some() { arg.display_order(order) } else { arg };
        arg.help(short)
            .long_help(paragraphs.join("\n\n"))
            .help_heading(heading)
            .hide_env(true)
            .hide_default_value(true)
            .hide_possible_values(true)
    }

    fn text(&mut self, id: &str, text: Option<&StyledStr>) -> Resettable<StyledStr> {
        self.words(id, text).map(StyledStr::from).into()
    }

    fn words(&mut self, id: &str, text: Option<&StyledStr>) -> Option<String> {
        text.map(|text| (self.say)(id, &text.to_string()))
    }
}
