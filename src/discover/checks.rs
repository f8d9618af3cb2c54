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
use super::source::{Label, Source, quoted, shorten};
use crate::error::{did_you_mean, nearest};
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
    what: "a `pytest` check",
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
    what: "a `tool` check",
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
        if let Some(check) = one(task, item, &mut checks) {
            checks.list.push(check);
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
        return source.wrong_type(item, Label { name: "a check", example: "- output: area.py" }, "a mapping");
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
            let help = keys.iter().find_map(|key| nearest(key, KINDS)).map_or_else(
                || "add `output: FILE`, `cases: FILE`, `pytest: FILE`, `tool: [NAME, …]` or `mutants: FOLDER`".to_owned(),
                |kind| format!("did you mean `{kind}`?"),
            );
            let given = if keys.is_empty() {
                String::new()
            } else {
                format!("; this one has {}", quoted(keys.iter().copied()))
            };
            let why = format!("one key of a check is {}{given}", quoted(KINDS));
            source.report(item.id, "a check does not say what it checks", why, help);
        }
        several => {
            let what = format!("a check is of several kinds: {}", quoted(several.iter().copied()));
            source.report(
                item.id,
                what,
                "each check judges in one way",
                "make each a check of its own, with its own `-`",
            );
        }
    }
    None
}

fn pytest(task: &Task<'_>, fields: &Fields<'_>, checks: &mut Checks) -> Option<PytestCheck> {
    let file =
        fields.node("pytest").and_then(|node| task.folder.file(task.source, node, fields.label("`pytest`")));
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
        let what = "`split: allowed` beside `mode: split` says nothing";
        task.source.report(node.id, what, "the tests are split wherever they run", "remove `split`");
    }
    let Some(node) = fields.node("classes") else { return (split, Vec::new()) };
    if split == Split::Never {
        task.source.report(
            node.id,
            "`classes` without a split run",
            "they say which of the learner's classes are asked how their objects compare when tests run apart from them",
            "add `split: allowed` or `mode: split`, or remove `classes`",
        );
    }
    let items = fields.items("classes", "it names classes of the learner's").unwrap_or_default();
    let names = fields.texts_of("classes", items);
    for (name, node) in &names {
        if !is_identifier(name) {
            let what = format!("`{}` is no name of a class", shorten(name));
            task.source.report(
                node.id,
                what,
                "a name as Python has it, without its module",
                "write `Vector`",
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
    let why = "a pass needs every test of the list, so that none can go missing unnoticed";
    let empty = || matches!(fields.node("tests").map(|node| &node.value), Some(Value::List(items)) if items.is_empty());
    if !fields.has("tests") || empty() {
        let node = fields.node("tests").unwrap_or(fields.node);
        let what = format!("a `pytest` check of `{}` has no locked tests", task.name);
        task.source.report(node.id, what, why, format!("run `prolings dev bless {}`", task.name));
        return None;
    }
    let mut seen = BTreeSet::new();
    let items = fields.list("tests")?;
    let ids = fields.texts_of("tests", items);
    let complete = ids.len() == items.len();
    for (id, node) in &ids {
        let shown = shorten(id);
        if !seen.insert(*id) {
            let why = "each test has one id and runs once";
            task.source.report(node.id, format!("test `{shown}` is listed twice"), why, "remove one");
        }
        if let Some((_, name)) = id.split_once(".py::") {
            let help = format!("write `{}`", shorten(name));
            task.source.report(
                node.id,
                format!("test id `{shown}` names the file"),
                "`pytest` names it already",
                help,
            );
        }
    }
    complete.then(|| ids.iter().map(|(id, _)| TestId::new(*id)).collect())
}

fn tool(fields: &Fields<'_>) -> Option<ToolCheck> {
    let items = fields.items("tool", "it is the tool's name and its arguments")?;
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
        format!("unknown test `{}`", shorten(id)),
        "it is not among the `tests` of this exercise's `pytest` checks",
        did_you_mean(id, checks.tests.iter().map(String::as_str), "name one of those tests"),
    );
    None
}
