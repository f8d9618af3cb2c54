//! The learner's editor: which one, by what was asked for and the place that prolings runs in, and how it is started.
//!
//! `edit` and the watch's key share it.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// A way to open files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Editor {
    /// A command line that somebody wrote; the files follow. It has the terminal until it ends.
    Line(OsString),
    /// The window that prolings runs in: an editor with a terminal of its own.
    Window {
        /// The program that talks to it.
        program: PathBuf,
        /// What kind it is.
        kind: Window,
    },
    /// A new pane beside this one, in which that command line opens the files.
    Pane {
        /// What divides the terminal.
        program: PathBuf,
        /// What kind it is.
        kind: Panes,
        /// The editor's command line.
        line: OsString,
    },
}

/// An editor that programs can run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Window {
    VsCode,
    JetBrains,
}

/// What divides a terminal into panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Panes {
    Tmux,
    Zellij,
}

/// Editors that open a window of their own: a pane would be empty.
const WINDOWED: [&str; 12] = [
    "code", "codium", "cursor", "subl", "gedit", "kate", "mate", "zed", "pycharm", "charm", "idea", "notepad",
];

impl Editor {
    /// The editor for this process: `asked` for, else by its surroundings; `None` when nothing tells.
    pub(super) fn chosen(asked: Option<&str>) -> Option<Self> {
        let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        Self::choose(asked, variable, on_path)
    }

    fn choose(
        asked: Option<&str>,
        variable: impl Fn(&str) -> Option<OsString>,
        on_path: impl Fn(&str) -> Option<PathBuf>,
    ) -> Option<Self> {
        if let Some(line) = asked {
            return Some(Self::Line(line.into()));
        }
        let is = |name: &str, value: &str| variable(name).is_some_and(|found| found == value);
        let first = |names: &[&str]| names.iter().find_map(|name| on_path(name));
        let window = if is("TERM_PROGRAM", "vscode") {
            // Editors made from VS Code say that they are VS Code; one that leaves a trace of its own goes first.
            let names: &[&str] = if variable("CURSOR_TRACE_ID").is_some() {
                &["cursor", "code"]
            } else {
                &["code", "codium", "cursor"]
            };
            first(names).map(|program| Self::Window { program, kind: Window::VsCode })
        } else if is("TERMINAL_EMULATOR", "JetBrains-JediTerm") {
            let names = ["pycharm", "charm", "pycharm-community", "pycharm-professional", "idea"];
            first(&names).map(|program| Self::Window { program, kind: Window::JetBrains })
        } else {
            None
        };
        if window.is_some() {
            return window;
        }
        let line = ["VISUAL", "EDITOR"].into_iter().find_map(&variable)?;
        let panes = [("ZELLIJ", "zellij", Panes::Zellij), ("TMUX", "tmux", Panes::Tmux)];
        let panes = panes.into_iter().filter(|(name, ..)| variable(name).is_some());
        let pane = panes.filter_map(|(_, program, kind)| Some((on_path(program)?, kind))).next();
        Some(match pane {
            Some((program, kind)) if !is_windowed(&line) => Self::Pane { program, kind, line },
            _ => Self::Line(line),
        })
    }

    /// Whether it needs the terminal while it runs.
    pub(super) fn takes_terminal(&self) -> bool {
        matches!(self, Self::Line(line) if !is_windowed(line))
    }

    /// Opens the files and waits for the command to end; an editor with a window or pane of its own ends at once.
    pub(super) fn open(&self, files: &[PathBuf]) -> io::Result<ExitStatus> {
        let mut command = self.command(files);
        if !self.takes_terminal() {
            command.stdin(Stdio::null()).stdout(Stdio::null());
        }
        command.status()
    }

    fn command(&self, files: &[PathBuf]) -> Command {
        match self {
            Self::Line(line) => {
                let mut command = shell(line);
                command.args(files);
                command
            }
            Self::Window { program, kind } => {
                let mut command = Command::new(program);
                if *kind == Window::VsCode {
                    command.arg("--reuse-window");
                }
                command.args(files);
                command
            }
            Self::Pane { program, kind, line } => {
                let mut command = Command::new(program);
                match kind {
                    Panes::Tmux => command.args(["split-window", "-h", "sh", "-c"]),
                    Panes::Zellij => command.args(["run", "--close-on-exit", "--", "sh", "-c"]),
                };
                command.arg(with_files(line)).arg(line).args(files);
                command
            }
        }
    }
}

/// The first word's name, as in `/usr/bin/code --wait`.
fn is_windowed(line: &OsString) -> bool {
    let line = line.to_string_lossy();
    let program = line.split_whitespace().next().unwrap_or_default();
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy();
    WINDOWED.contains(&name.as_ref())
}

/// The line with the files that follow it in a shell.
fn with_files(line: &OsString) -> OsString {
    let mut line = line.clone();
    line.push(" \"$@\"");
    line
}

/// As git does it: the shell splits the command line, and the files follow as they are.
#[cfg(unix)]
fn shell(line: &OsString) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(with_files(line)).arg(line);
    command
}

#[cfg(not(unix))]
fn shell(line: &OsString) -> Command {
    let line = line.to_string_lossy();
    let mut words = line.split_whitespace();
    let program = words.next().unwrap_or_default();
    // `code` is `code.cmd` there, which is found by its whole name only.
    let mut command = Command::new(on_path(program).unwrap_or_else(|| program.into()));
    command.args(words);
    command
}

fn on_path(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    let folders = std::env::var_os("PATH")?;
    let files = std::env::split_paths(&folders)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))));
    files.into_iter().find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(asked: Option<&str>, variables: &[(&str, &str)], programs: &[&str]) -> Option<Editor> {
        let variable =
            |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into());
        let on_path = |name: &str| programs.contains(&name).then(|| Path::new("/bin").join(name));
        Editor::choose(asked, variable, on_path)
    }

    fn line(text: &str) -> Option<Editor> {
        Some(Editor::Line(text.into()))
    }

    #[test]
    fn what_was_asked_for_comes_first_then_the_place_then_the_variables() {
        let editor = [("EDITOR", "nano"), ("VISUAL", "vim -f")];
        let vscode = [("TERM_PROGRAM", "vscode"), ("EDITOR", "nano")];
        assert_eq!(chosen(Some("hx"), &vscode, &["code"]), line("hx"));
        let window = |name: &str, kind| Some(Editor::Window { program: Path::new("/bin").join(name), kind });
        assert_eq!(chosen(None, &vscode, &["code"]), window("code", Window::VsCode));
        let cursor = [("TERM_PROGRAM", "vscode"), ("CURSOR_TRACE_ID", "1")];
        assert_eq!(chosen(None, &cursor, &["code", "cursor"]), window("cursor", Window::VsCode));
        let jetbrains = [("TERMINAL_EMULATOR", "JetBrains-JediTerm")];
        assert_eq!(chosen(None, &jetbrains, &["charm"]), window("charm", Window::JetBrains));
        assert_eq!(chosen(None, &jetbrains, &[]), None);
        assert_eq!(chosen(None, &vscode, &[]), line("nano"));
        assert_eq!(chosen(None, &editor, &[]), line("vim -f"));
        assert_eq!(chosen(None, &[], &["code"]), None);
    }

    #[test]
    fn an_editor_for_the_terminal_gets_a_pane_where_there_are_panes() {
        let pane = |name: &str, kind, line: &str| {
            Some(Editor::Pane { program: Path::new("/bin").join(name), kind, line: line.into() })
        };
        let tmux = [("TMUX", "/tmp/tmux"), ("EDITOR", "vim")];
        assert_eq!(chosen(None, &tmux, &["tmux"]), pane("tmux", Panes::Tmux, "vim"));
        assert_eq!(chosen(None, &tmux, &[]), line("vim"));
        let both = [("TMUX", "x"), ("ZELLIJ", "0"), ("EDITOR", "vim")];
        assert_eq!(chosen(None, &both, &["tmux", "zellij"]), pane("zellij", Panes::Zellij, "vim"));
        let windowed = [("TMUX", "x"), ("EDITOR", "/usr/bin/code --wait")];
        assert_eq!(chosen(None, &windowed, &["tmux"]), line("/usr/bin/code --wait"));
        assert!(!line("code").unwrap().takes_terminal() && line("vim").unwrap().takes_terminal());
        assert_eq!(chosen(None, &[("TMUX", "x")], &["tmux"]), None);
    }

    #[cfg(unix)]
    #[test]
    fn files_with_spaces_reach_an_editor_with_arguments() {
        let folder = tempfile::tempdir().unwrap();
        let (said, file) = (folder.path().join("said"), folder.path().join("my file.py"));
        let editor = Editor::Line(format!("printf '%s|' --flag >'{}'", said.display()).into());
        assert!(editor.open(std::slice::from_ref(&file)).unwrap().success());
        assert_eq!(std::fs::read_to_string(said).unwrap(), format!("--flag|{}|", file.display()));
    }
}
