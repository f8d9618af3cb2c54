//! What `init` writes for the learner's editor, so that it sees the environment that exercises run in.
//!
//! Nothing of this is read when something is judged: the learner may change or delete all of it.

use std::path::Path;

use crate::model::course::Course;

/// Where editors find the environment, from the course's root.
pub(super) const ENVIRONMENT: &str = ".prolings/venv";

/// Each file, from the course's root, with its text.
pub(super) fn all(course: &Course) -> Vec<(&'static Path, String)> {
    let python = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let vscode = format!(
        r#"{{
    // The environment that exercises run in; the first `prolings check` makes it.
    "python.defaultInterpreterPath": "${{workspaceFolder}}/{ENVIRONMENT}/{python}",
    "python.analysis.diagnosticMode": "openFilesOnly",
    "files.exclude": {{ "**/__pycache__": true, "**/.prolings-tmp-*": true }},
    "search.exclude": {{ ".prolings": true, "old-exercises": true }}
}}
"#
    );
    let (folder, name) = ENVIRONMENT.split_once('/').unwrap_or((".", ENVIRONMENT));
    let version = course.python.from;
    let pyright = format!(
        r#"{{
    "include": ["exercises"],
    "venvPath": "{folder}",
    "venv": "{name}",
    "pythonVersion": "{version}",
    "typeCheckingMode": "basic"
}}
"#
    );
    let ruff = format!(
        "# Starters are unfinished on purpose: only what cannot run is marked.\n\
         target-version = \"py{}{}\"\n\
         extend-exclude = [\".prolings\", \"old-exercises\"]\n\n\
         [lint]\n\
         select = [\"E9\", \"F63\", \"F7\", \"F82\"]\n",
        version.major, version.minor
    );
    let ignored = ".prolings/\n__pycache__/\n".to_owned();
    [
        (".vscode/settings.json", vscode),
        ("pyrightconfig.json", pyright),
        ("ruff.toml", ruff),
        (".gitignore", ignored),
    ]
    .map(|(path, text)| (Path::new(path), text))
    .into()
}
