//! An `output` check: the script, what it must print, and how that is compared.

use super::Locks;
use super::checks::{Checks, Task};
use super::fields::Fields;
use super::manifest::{Node, Value};
use super::pattern;
use super::shape::{Kind, Shape, key, needed};
use super::source::{Label, Name, Source, shorten};
use crate::error::{Place, UserError};
use crate::language::{Said, Text, said};
use crate::model::check::{Case, Compare, Order, OutputCheck, Tolerance, Whitespace};
use crate::model::names::RelPath;

/// The largest expected output.
const MAX_EXPECTED: u64 = 16 << 20;

pub(super) const SHAPE: Shape = Shape {
    what: || said!("an-output-check"),
    keys: &[
        needed("output", "output: area.py", Kind::Words, "the script that is run"),
        key("args", "args: [\"3\", --verbose]", Kind::List(&Kind::Text), "its arguments"),
        key("stdin", "stdin: |", Kind::Text, "what it reads; by default nothing"),
        key("stdout", "stdout: |", Kind::Text, "what it must print; this or `stdout_file`"),
        key(
            "stdout_file",
            "stdout_file: expected.txt",
            Kind::Words,
            "a file of the exercise that holds what it must print",
        ),
        key(
            "exit_code",
            "exit_code: 0",
            Kind::Whole(0, 255),
            "the exit code that it must have, by default 0",
        ),
        key("compare", "compare: { whitespace: any }", Kind::Map(&COMPARE), "how the output is compared"),
        key("start", "start: cold", Kind::Choice(&["cold", "warm"]), "how its Python is started"),
        key("always", "always: true", Kind::Flag, "run although an earlier check failed"),
    ],
};

const COMPARE: Shape = Shape {
    what: || said!("the-compare"),
    keys: &[
        key(
            "whitespace",
            "whitespace: any",
            Kind::Choice(&["exact", "trailing", "any"]),
            "which white space counts",
        ),
        key("case", "case: ignore", Kind::Choice(&["exact", "ignore"]), "whether case counts"),
        key("order", "order: any", Kind::Choice(&["exact", "any"]), "whether the order of lines counts"),
        key(
            "before",
            "before: [[\"{{any}} starts\", \"all done\"]]",
            Kind::List(&Kind::Pair),
            "pairs of patterns: lines that match the first come before lines that match the second",
        ),
        key("floats", "floats: { abs: 1e-9 }", Kind::Map(&FLOATS), "how far numbers may differ"),
        key(
            "pattern",
            "pattern: true",
            Kind::Flag,
            "whether expected lines hold placeholders such as `{{int}}`",
        ),
        key(
            "contains",
            "contains: true",
            Kind::Flag,
            "whether other lines may stand between the expected ones",
        ),
    ],
};

pub(super) const FLOATS: Shape = Shape {
    what: || said!("the-floats"),
    keys: &[
        key("abs", "abs: 1e-9", Kind::Number, "absolute difference"),
        key("rel", "rel: 1e-6", Kind::Number, "difference relative to the expected number"),
    ],
};

/// Reads an `output` check.
pub(super) fn read(task: &Task<'_>, fields: &Fields<'_>, checks: &mut Checks) -> Option<OutputCheck> {
    let script =
        fields.node("output").and_then(|node| task.folder.file(task.source, node, fields.label("output")));
    let args = fields.list("args").unwrap_or_default();
    let args = args.iter().filter_map(|arg| {
        task.source.text(arg, Label { name: Name::ItemOf("args"), example: "args: [\"3\", --verbose]" })
    });
    let args = args.map(str::to_owned).collect();
    let stdin = fields.text("stdin").unwrap_or_default().as_bytes().to_vec();
    let exit_code = fields.whole("exit_code", 0, 255).unwrap_or_default().cast_signed();
    let compare = fields.node("compare").map_or_else(Compare::default, |node| compare(task.source, node));
    let (stdout, stdout_file) = expected(task, fields, compare.pattern, checks)?;
    Some(OutputCheck { script: script?, args, stdin, stdout, stdout_file, exit_code, compare })
}

/// The expected output, from the manifest or from a file, which is named then.
fn expected(
    task: &Task<'_>,
    fields: &Fields<'_>,
    pattern: bool,
    checks: &mut Checks,
) -> Option<(Vec<u8>, Option<RelPath>)> {
    let source = task.source;
    match (fields.node("stdout"), fields.node("stdout_file")) {
        // It is about to be written.
        (None, None) if task.locks == Locks::Ignored => Some((Vec::new(), None)),
        (None, None) => {
            source.report(
                fields.node.id,
                said!("no-expected-output", exercise = task.name),
                said!("no-expected-output.why"),
                said!("no-expected-output.help", exercise = task.name),
            );
            None
        }
        (Some(_), Some(file)) => {
            source.report(
                file.id,
                said!("expected-output-twice"),
                said!("expected-output-twice.why"),
                said!("keep-one"),
            );
            None
        }
        (Some(node), None) => {
            let text = fields.text("stdout")?;
            if pattern {
                check_patterns(source, text, |index, line| source.place_of_line(node.id, index, line));
            }
            Some((text.as_bytes().to_vec(), None))
        }
        (None, Some(node)) => {
            let file = task.folder.file(source, node, fields.label("stdout_file"))?;
            let place = task.folder.locate(&file);
            checks.stdout_files.insert(file.clone());
            let bytes = read_expected(&place).map_err(|error| source.push(error)).ok()?;
            if pattern {
                let text = String::from_utf8_lossy(&bytes);
                check_patterns(source, &text, |index, _| Place::line(&place, index + 1));
            }
            Some((bytes, Some(file)))
        }
    }
}

fn read_expected(path: &std::path::Path) -> Result<Vec<u8>, UserError> {
    let bad =
        |what: Said, why: Text, help: Said| UserError::new(what).at(Place::path(path)).why(why).help(help);
    let unreadable =
        |error: std::io::Error| bad(said!("unreadable"), error.to_string().into(), said!("unreadable.help"));
    if path.symlink_metadata().map_err(unreadable)?.len() > MAX_EXPECTED {
        let why = said!("expected-too-large.why", most = MAX_EXPECTED >> 20);
        return Err(bad(said!("expected-too-large"), why.into(), said!("expected-too-large.help")));
    }
    std::fs::read(path).map_err(unreadable)
}

fn check_patterns(source: &Source, text: &str, place: impl Fn(usize, &str) -> Place) {
    for (index, line) in text.lines().enumerate() {
        if let Err(bad) = pattern::check(line) {
            let what = said!("bad-pattern-in-line", line = shorten(line));
            source.push(UserError::new(what).at(place(index, line)).why(bad.why).help(bad.help));
        }
    }
}

fn compare(source: &Source, node: &Node) -> Compare {
    let Some(fields) = Fields::open(source, node, &COMPARE) else { return Compare::default() };
    let whitespaces =
        [("exact", Whitespace::Exact), ("trailing", Whitespace::Trailing), ("any", Whitespace::Any)];
    Compare {
        whitespace: fields.choice("whitespace", &whitespaces).unwrap_or_default(),
        case: fields.choice("case", &[("exact", Case::Exact), ("ignore", Case::Ignore)]).unwrap_or_default(),
        order: order(&fields),
        floats: fields.node("floats").and_then(|node| tolerance(source, node)),
        pattern: fields.flag("pattern").unwrap_or_default(),
        contains: fields.flag("contains").unwrap_or_default(),
    }
}

fn order(fields: &Fields<'_>) -> Order {
    let any = fields.choice("order", &[("exact", false), ("any", true)]);
    let Some(node) = fields.node("before") else {
        return if any == Some(true) { Order::Any { before: Vec::new() } } else { Order::Exact };
    };
    if any == Some(false) {
        fields.source.report(
            node.id,
            said!("before-and-exact"),
            said!("before-and-exact.why"),
            said!("before-and-exact.help"),
        );
    }
    let rules = fields.items("before", said!("before-why")).unwrap_or_default();
    Order::Any { before: rules.iter().filter_map(|rule| before_rule(fields, rule)).collect() }
}

fn before_rule(fields: &Fields<'_>, rule: &Node) -> Option<(String, String)> {
    let source = fields.source;
    let pair = match &rule.value {
        Value::List(items) => match items.as_slice() {
            [first, second] => Some((first, second)),
            _ => None,
        },
        _ => None,
    };
    let Some((first, second)) = pair else {
        source.report(
            rule.id,
            said!("before-no-pair"),
            said!("before-no-pair.why"),
            fields.label("before").like(),
        );
        return None;
    };
    let pattern = |node: &Node| {
        let name = Name::Message(|| said!("a-pattern-of-before"));
        let text = source.words(node, Label { name, example: fields.label("before").example })?;
        if let Err(bad) = pattern::check(text) {
            let what = said!("bad-pattern-in-before", pattern = shorten(text));
            source.report(node.id, what, bad.why, bad.help);
            return None;
        }
        Some(text.to_owned())
    };
    let (first, second) = (pattern(first), pattern(second));
    Some((first?, second?))
}

/// `{ abs: …, rel: … }`
pub(super) fn tolerance(source: &Source, node: &Node) -> Option<Tolerance> {
    let fields = Fields::open(source, node, &FLOATS)?;
    if !fields.has("abs") && !fields.has("rel") {
        source.report(
            node.id,
            said!("words-empty", name = Name::Key("floats")),
            said!("floats-why"),
            said!("write-like", example = "floats: { abs: 1e-9 }"),
        );
        return None;
    }
    let bound = |name: &str| {
        let number = fields.number(name)?;
        if number.is_finite() && number >= 0.0 {
            return Some(number);
        }
        let id = fields.node(name)?.id;
        let what = said!("out-of-bounds", name = Name::Key(name), number = number.to_string());
        source.report(id, what, said!("tolerance-why"), fields.label(name).like());
        None
    };
    Some(Tolerance { abs: bound("abs").unwrap_or_default(), rel: bound("rel").unwrap_or_default() })
}
