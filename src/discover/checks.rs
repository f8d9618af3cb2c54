//! `checks:` of an exercise: which kind each is, and the kinds that are short.

use std::collections::BTreeSet;

use super::Locks;
use super::cases;
use super::fields::Fields;
use super::folder::Folder;
use super::manifest::{Node, NodeId, Value};
use super::mutants;
use super::output;
use super::shape::{Kind, Shape, key, needed};
use super::source::{Label, Name, Source, Wanted, quoted, shorten};
use crate::error::{did_you_mean, nearest};
use crate::language::said;
use crate::model::check::{Check, CheckKind, PytestCheck, Split, Start, ToolCheck};
use crate::model::names::{RelPath, TestId};

/// What reading a check takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Task<'a> {
    /// The exercise's name.
    pub(super) name: &'a str,
    /// Its manifest.
    pub(super) source: &'a Source,
    /// Its files.
    pub(super) folder: &'a Folder,
    /// Whether test ids must be locked.
    pub(super) locks: Locks,
    /// How its checks are started that do not say so themselves.
    pub(super) start: Start,
}

/// The checks of an exercise and what the rest of the manifest must agree with.
#[derive(Debug, Default)]
pub(super) struct Checks {
    /// In order.
    pub(super) list: Vec<Check>,
    /// Whether some of them are not known, because they were wrong.
    pub(super) some_unknown: bool,
    /// Files of expected output, which learners must never get to edit.
    pub(super) stdout_files: BTreeSet<RelPath>,
    /// Files of tests, likewise.
    pub(super) test_files: BTreeSet<RelPath>,
    /// Files of tests that learners write, and where the manifest says so.
    pub(super) own_tests: Vec<(RelPath, NodeId)>,
    /// Files of the versions of the code that learners' tests test: only their own jobs see them.
    pub(super) version_files: BTreeSet<RelPath>,
    /// Where those tests find them.
    pub(super) versioned: BTreeSet<RelPath>,
    /// Versions on which those tests must pass, and on which they must fail.
    pub(super) right_versions: BTreeSet<String>,
    pub(super) bad_versions: BTreeSet<String>,
    /// Whether some of them are not known, because a check was wrong.
    pub(super) some_versions_unknown: bool,
    /// Every locked test id.
    pub(super) tests: BTreeSet<String>,
    /// Whether some ids are not known, because a check was wrong.
    pub(super) some_tests_unknown: bool,
}

const KINDS: [&str; 5] = ["output", "cases", "pytest", "tool", "mutants"];

/// What a check may be.
pub(super) const SHAPES: [Kind; 5] = [
    Kind::Map(&output::SHAPE),
    Kind::Map(&cases::SHAPE),
    Kind::Map(&PYTEST),
    Kind::Map(&TOOL),
    Kind::Map(&mutants::SHAPE),
];

const PYTEST: Shape = Shape {
    what: || said!("a-pytest-check"),
    keys: &[
        needed("pytest", "pytest: test_my_meta.py", Kind::Words, "the test file"),
        key(
            "tests",
            "tests: [test_area, test_volume]",
            Kind::List(&Kind::Words),
            "the ids of its tests; `prolings dev bless` writes them",
        ),
        key(
            "mode",
            "mode: split",
            Kind::Choice(&["in-process", "split"]),
            "whether tests share a process with the learner's code",
        ),
        key(
            "split",
            "split: allowed",
            Kind::Choice(&["allowed"]),
            "tests may run apart from the learner's code where proof is wanted",
        ),
        key(
            "classes",
            "classes: [Vector]",
            Kind::List(&Kind::Words),
            "learner's classes whose own operators count in a split run",
        ),
        key("start", "start: cold", Kind::Choice(&["cold", "warm"]), "how its Python is started"),
        key("always", "always: true", Kind::Flag, "run although an earlier check failed"),
    ],
};

const TOOL: Shape = Shape {
    what: || said!("a-tool-check"),
    keys: &[
        needed(
            "tool",
            "tool: [mypy, --strict, area.py]",
            Kind::List(&Kind::Words),
            "the tool's name and its arguments",
        ),
        key("start", "start: cold", Kind::Choice(&["cold", "warm"]), "how its Python is started"),
        key("always", "always: true", Kind::Flag, "run although an earlier check failed"),
    ],
};

/// The places where learner code may be started; all of them are one to this version.
pub(super) const STARTS: [(&str, Start); 2] = [("cold", Start::Cold), ("warm", Start::Warm)];

/// Reads the list of checks.
pub(super) fn read(task: &Task<'_>, items: &[Node]) -> Checks {
    let mut checks = Checks::default();
    for item in items {
        match one(task, item, &mut checks) {
            Some(check) => checks.list.push(check),
            None => checks.some_unknown = true,
        }
    }
    checks
}

fn one(task: &Task<'_>, item: &Node, checks: &mut Checks) -> Option<Check> {
    let (kind, fields) = match kind_of(task.source, item)? {
        "output" => {
            let fields = Fields::open(task.source, item, &output::SHAPE)?;
            (output::read(task, &fields, checks).map(CheckKind::Output), fields)
        }
        "cases" => {
            let fields = Fields::open(task.source, item, &cases::SHAPE)?;
            (cases::read(task, &fields).map(CheckKind::Cases), fields)
        }
        "pytest" => {
            let fields = Fields::open(task.source, item, &PYTEST)?;
            (pytest(task, &fields, checks).map(CheckKind::Pytest), fields)
        }
        "tool" => {
            let fields = Fields::open(task.source, item, &TOOL)?;
            (tool(&fields).map(CheckKind::Tool), fields)
        }
        _ => {
            let fields = Fields::open(task.source, item, &mutants::SHAPE)?;
            let check = mutants::read(task, &fields, checks);
            checks.some_versions_unknown |= check.is_none();
            (check.map(CheckKind::Mutants), fields)
        }
    };
    let always = fields.flag("always").unwrap_or_default();
    let start = fields.choice("start", &STARTS).unwrap_or(task.start);
    Some(Check { kind: kind?, always, start })
}

/// The one key of a check that says what it does.
fn kind_of(source: &Source, item: &Node) -> Option<&'static str> {
    let Value::Map(entries) = &item.value else {
        let label = Label { name: Name::Message(|| said!("a-check")), example: "- output: area.py" };
        return source.wrong_type(item, label, Wanted::Mapping);
    };
    let keys: Vec<&str> = entries
        .iter()
        .filter_map(|(key, _)| match &key.value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let found: Vec<_> = KINDS.into_iter().filter(|kind| keys.contains(kind)).collect();
    match found.as_slice() {
        [kind] => return Some(kind),
        [] => {
            let help = match keys.iter().find_map(|key| nearest(key, KINDS)) {
                Some(kind) => said!("did-you-mean", name = kind),
                None => said!("check-without-kind.help"),
            };
            let why = if keys.is_empty() {
                said!("check-without-keys", kinds = quoted(KINDS))
            } else {
                let keys = quoted(keys.iter().copied());
                said!("check-without-kind.why", kinds = quoted(KINDS), keys = keys)
            };
            source.report(item.id, said!("check-without-kind"), why, help);
        }
        several => {
            source.report(
                item.id,
                said!("check-of-several-kinds", kinds = quoted(several.iter().copied())),
                said!("check-of-several-kinds.why"),
                said!("check-of-several-kinds.help"),
            );
        }
    }
    None
}

fn pytest(task: &Task<'_>, fields: &Fields<'_>, checks: &mut Checks) -> Option<PytestCheck> {
    let file =
        fields.node("pytest").and_then(|node| task.folder.file(task.source, node, fields.label("pytest")));
    checks.test_files.extend(file.clone());
    let (split, classes) = split(task, fields);
    if task.locks == Locks::Ignored {
        checks.some_tests_unknown = true;
        let tests = outdated_tests(fields);
        return Some(PytestCheck { file: file?, tests, sentinels: Vec::new(), split, classes });
    }
    let tests = locked_tests(task, fields);
    match &tests {
        Some(tests) => checks.tests.extend(tests.iter().map(ToString::to_string)),
        None => checks.some_tests_unknown = true,
    }
    Some(PytestCheck { file: file?, tests: tests?, sentinels: Vec::new(), split, classes })
}

/// Whether tests run apart from the learner's code, and which classes are declared for it.
fn split(task: &Task<'_>, fields: &Fields<'_>) -> (Split, Vec<String>) {
    let always = fields.choice("mode", &[("in-process", false), ("split", true)]) == Some(true);
    let allowed = fields.choice("split", &[("allowed", true)]) == Some(true);
    let split = match (always, allowed) {
        (true, _) => Split::Always,
        (false, true) => Split::Allowed,
        (false, false) => Split::Never,
    };
    if let (true, true, Some(node)) = (always, allowed, fields.node("split")) {
        task.source.report(
            node.id,
            said!("split-allowed-and-always"),
            said!("split-allowed-and-always.why"),
            said!("split-allowed-and-always.help"),
        );
    }
    let Some(node) = fields.node("classes") else { return (split, Vec::new()) };
    if split == Split::Never {
        task.source.report(
            node.id,
            said!("classes-without-split"),
            said!("classes-without-split.why"),
            said!("classes-without-split.help"),
        );
    }
    let items = fields.items("classes", said!("classes-why")).unwrap_or_default();
    let names = fields.texts_of("classes", items);
    for (name, node) in &names {
        if !is_identifier(name) {
            task.source.report(
                node.id,
                said!("no-class-name", name = shorten(name)),
                said!("no-class-name.why"),
                said!("no-class-name.help"),
            );
        }
    }
    (split, names.into_iter().map(|(name, _)| name.to_owned()).collect())
}

fn is_identifier(name: &str) -> bool {
    let starts = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
    starts && name.chars().all(|each| each.is_alphanumeric() || each == '_')
}

/// The ids that are about to be replaced, as far as they can be read: only to tell what changes.
fn outdated_tests(fields: &Fields<'_>) -> Vec<TestId> {
    let Some(Value::List(items)) = fields.node("tests").map(|node| &node.value) else { return Vec::new() };
    let id = |item: &Node| match &item.value {
        Value::Text(id) => Some(TestId::new(id)),
        _ => None,
    };
    items.iter().filter_map(id).collect()
}

fn locked_tests(task: &Task<'_>, fields: &Fields<'_>) -> Option<Vec<TestId>> {
    let empty = || matches!(fields.node("tests").map(|node| &node.value), Some(Value::List(items)) if items.is_empty());
    if !fields.has("tests") || empty() {
        let node = fields.node("tests").unwrap_or(fields.node);
        task.source.report(
            node.id,
            said!("no-locked-tests", exercise = task.name),
            said!("no-locked-tests.why"),
            said!("run-bless", exercise = task.name),
        );
        return None;
    }
    let mut seen = BTreeSet::new();
    let items = fields.list("tests")?;
    let ids = fields.texts_of("tests", items);
    let complete = ids.len() == items.len();
    for (id, node) in &ids {
        let shown = shorten(id);
        if !seen.insert(*id) {
            let what = said!("test-twice", test = &shown);
            task.source.report(node.id, what, said!("test-twice.why"), said!("remove-one"));
        }
        if let Some((_, name)) = id.split_once(".py::") {
            task.source.report(
                node.id,
                said!("test-names-file", test = &shown),
                said!("test-names-file.why"),
                said!("test-names-file.help", test = shorten(name)),
            );
        }
    }
    complete.then(|| ids.iter().map(|(id, _)| TestId::new(*id)).collect())
}

fn tool(fields: &Fields<'_>) -> Option<ToolCheck> {
    let items = fields.items("tool", said!("tool-why"))?;
    let words = fields.texts_of("tool", items);
    (words.len() == items.len())
        .then(|| ToolCheck { command: words.iter().map(|(word, _)| (*word).to_owned()).collect() })
}

/// A test id that must be among the locked ones.
pub(super) fn known_test(source: &Source, checks: &Checks, id: &str, node: &Node) -> Option<TestId> {
    if checks.tests.contains(id) || checks.some_tests_unknown {
        return Some(TestId::new(id));
    }
    source.report(
        node.id,
        said!("unknown-test", test = shorten(id)),
        said!("unknown-test.why"),
        did_you_mean(id, checks.tests.iter().map(String::as_str), said!("unknown-test.help")),
    );
    None
}
