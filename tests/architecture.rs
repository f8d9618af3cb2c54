//! Holds who may import whom to the table of the design (docs/architecture.md has the picture).
//!
//! A stage that imports another stage, or a pure stage that touches files, processes or clocks, fails here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Module, and the modules of ours that it may name.
const MAY_IMPORT: [(&str, &[&str]); 19] = [
    ("language", &[]),
    ("error", &["language", "model"]),
    ("model", &["language", "error"]),
    ("parallel", &[]),
    ("discover", &["model", "language", "error", "parallel"]),
    ("plan", &["model", "language", "error"]),
    ("judge", &["model", "language", "error"]),
    ("report", &["model", "language", "error"]),
    ("progress", &["model", "language", "error"]),
    ("python", &["model", "language", "error"]),
    ("run", &["model", "language", "error", "python"]),
    ("submission", &["model", "language", "error"]),
    ("gradebook", &["model", "language", "error"]),
    ("session", &["model", "language", "error", "plan", "run", "judge", "report"]),
    ("shipment", &["model", "language", "error", "progress"]),
    ("watch", &["model", "error"]),
    ("cli", &["language", "error"]),
    (
        "commands",
        &[
            "model",
            "language",
            "error",
            "parallel",
            "discover",
            "plan",
            "judge",
            "report",
            "progress",
            "python",
            "run",
            "submission",
            "gradebook",
            "session",
            "shipment",
            "watch",
            "cli",
        ],
    ),
    ("lib", &[]),
];

/// What a pure module must not name.
const IMPURE: [&str; 8] = [
    "std::fs",
    "std::process",
    "std::env",
    "std::net",
    "std::thread",
    "Instant::now",
    "SystemTime::now",
    "tempfile::",
];

const PURE: [&str; 3] = ["model", "plan", "judge"];

/// What prints; only `report` and `main` may, and they write to an injected writer.
const PRINTING: [&str; 5] = ["println!", "eprintln!", "print!(", "io::stdout()", "io::stderr()"];

#[test]
fn modules_import_only_what_the_design_allows() {
    let mut wrong = Vec::new();
    for (file, module) in sources() {
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == module) else {
            assert_eq!(module, "main", "{} belongs to a module that the table does not know", file.display());
            continue;
        };
        for imported in imports(&code(&file)) {
            if imported != module && !allowed.contains(&imported.as_str()) {
                wrong.push(format!("{}: `{module}` must not import `{imported}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_session_knows_of_reports_only_the_trait() {
    let code = code(&root().join("src/session.rs"));
    let names: BTreeSet<&str> = code
        .split("crate::report::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(""))
        .collect();
    assert_eq!(names, BTreeSet::from(["Reporter"]));
}

#[test]
fn pure_modules_touch_no_files_processes_or_clocks() {
    assert_none_named(&IMPURE, |module| PURE.contains(&module));
}

#[test]
fn only_reports_and_main_print() {
    // Commands hand their standard streams to reporters.
    assert_none_named(&PRINTING, |module| !["report", "main", "commands", "cli"].contains(&module));
}

#[test]
fn yaml_is_read_in_one_module() {
    let users: Vec<PathBuf> = sources()
        .into_iter()
        .map(|(file, _)| file)
        .filter(|file| code(file).contains("serde_yaml"))
        .collect();
    assert_eq!(users, [root().join("src/discover/manifest.rs")]);
}

#[test]
fn clap_stays_at_the_command_line() {
    for (file, module) in sources() {
        let allowed = ["cli", "main", "commands"].contains(&module.as_str());
        assert!(allowed || !code(&file).contains("clap"), "{} names clap", file.display());
    }
}

#[test]
fn the_document_shows_the_tree_and_the_table() {
    let document = fs::read_to_string(root().join("docs/architecture.md")).expect("a document");
    for (module, allowed) in MAY_IMPORT.iter().filter(|(_, allowed)| !allowed.is_empty()) {
        let names: Vec<String> = allowed.iter().map(|name| format!("`{name}`")).collect();
        let row = format!("| `{module}` | {} |", names.join(", "));
        assert!(document.contains(&row), "docs/architecture.md lacks:\n{row}");
    }
    for entry in fs::read_dir(root().join("src")).expect("a folder").flatten() {
        let slash = if entry.path().is_dir() { "/" } else { "" };
        let name = format!("`{}{slash}`", entry.file_name().to_string_lossy());
        assert!(document.contains(&name), "docs/architecture.md lacks {name}");
    }
}

fn assert_none_named(forbidden: &[&str], applies: impl Fn(&str) -> bool) {
    let mut wrong = Vec::new();
    for (file, _) in sources().iter().filter(|(_, module)| applies(module)) {
        let code = code(file);
        for name in forbidden.iter().filter(|name| code.contains(*name)) {
            wrong.push(format!("{} names {name}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file with its top-level module.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&root().join("src"), &mut found);
    found.sort();
    assert!(found.len() > 20, "the sources were not found");
    let module = |file: &Path| {
        let inside = file.strip_prefix(root().join("src")).expect("a source file");
        let first = inside.iter().next().expect("a name").to_string_lossy();
        first.trim_end_matches(".rs").to_owned()
    };
    found.into_iter().map(|file| (file.clone(), module(&file))).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
            found.push(path);
        }
    }
}

/// Files that are compiled for tests only.
fn is_test(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name.ends_with("tests") || name == "testing" || name == "fakes"
}

/// A file's code without comments and without its unit tests.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a source file");
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or("").to_owned();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The top-level modules that `crate::…` paths name.
fn imports(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let list = rest.strip_prefix('{').map(|list| list.split('}').next().unwrap_or(""));
        let parts: Vec<&str> = list.map_or_else(|| vec![rest], |list| list.split(',').collect());
        for part in parts {
            let name: String = part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.insert(name);
        }
    }
    names.remove("");
    names
}

#[test]
fn the_scanner_sees_imports() {
    let found = imports(
        "use crate::run::Runner;\nuse crate::{judge::judge, model::{a, b}};\nfn f() { crate::plan::x() }",
    );
    let wanted = ["judge", "model", "plan", "run"].map(str::to_owned);
    assert!(wanted.iter().all(|name| found.contains(name)), "{found:?}");
}
