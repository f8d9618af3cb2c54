//! Mistakes that show in an exception or in a warning.

use std::collections::BTreeSet;

use super::super::code::{Code, Function, calls, target, words};
use super::super::raised::{is_a, is_own_syntax};
use super::facts::Facts;
use crate::language::{Said, said};
use crate::model::record::PyException;
use crate::model::verdict::DiffLine;

/// Lines that are set in wrongly, or with tabs and spaces.
pub(super) fn indentation(facts: &Facts<'_>) -> Option<Said> {
    let is_indentation = |exception: &&&PyException| {
        is_a(exception, "IndentationError") && is_own_syntax(facts.view, exception)
    };
    let found = facts.exceptions.iter().find(is_indentation)?;
    let place = found.syntax.as_ref()?;
    let line = place.line;
    let text =
        facts.sources.iter().find(|source| source.file == place.file).map_or("", |source| &source.text);
    let starts = |with: char| text.lines().any(|row| row.starts_with(with) && !row.trim().is_empty());
    if is_a(found, "TabError") || (starts('\t') && starts(' ')) {
        return Some(said!("general-tabs", line = line));
    }
    let message = found.message.as_str();
    if message.contains("expected an indented block") {
        // `expected an indented block after 'if' statement on line 3`
        let opener = message
            .rsplit_once(" on line ")
            .and_then(|(_, number)| number.split([' ', ')']).next()?.parse().ok());
        let opener: u32 = opener.unwrap_or_else(|| line.saturating_sub(1));
        return Some(said!("general-block-expected", opener = opener, line = line));
    }
    if message.contains("unindent") {
        return Some(said!("general-unindent", line = line));
    }
    Some(said!("general-indented-further", line = line))
}

/// A method without `self`, or an attribute without `self.` before it.
pub(super) fn missing_self(facts: &Facts<'_>) -> Option<Said> {
    facts.exceptions.iter().find_map(|exception| {
        if is_a(exception, "TypeError") {
            return method_without_self(facts, &exception.message);
        }
        let name = undefined(exception)?;
        let frame = exception.frames.iter().rev().find(|frame| facts.view.is_own(&frame.file))?;
        let code = facts.codes.iter().find(|code| code.file == frame.file)?;
        let inside = code
            .functions
            .iter()
            .rfind(|function| function.number <= frame.line as usize && function.name == frame.function)?;
        let class = inside.class.as_ref()?;
        if name == "self" {
            return (!takes_self(inside)).then(|| without_self(inside));
        }
        let is_attribute = code.attributes(class).is_some_and(|names| names.contains(name));
        (is_attribute && takes_self(inside)).then(|| said!("general-attribute-without-self", name = name))
    })
}

/// `Shape.area() takes 0 positional arguments but 1 was given`
fn method_without_self(facts: &Facts<'_>, message: &str) -> Option<Said> {
    let (name, rest) = message.split_once("() ")?;
    let (class, method) = name.rsplit_once('.')?;
    let class = class.rsplit('.').next()?;
    let mut functions = facts.codes.iter().flat_map(|code| &code.functions);
    let found =
        functions.find(|function| function.class.as_deref() == Some(class) && function.name == method)?;
    if rest == "missing 1 required positional argument: 'self'" && takes_self(found) {
        return Some(said!("general-called-on-class", method = method, class = class));
    }
    let numbers: Vec<u32> = rest.split(' ').filter_map(|word| word.parse().ok()).collect();
    let [.., takes, given] = numbers.as_slice() else { return None };
    let one_too_many = rest.starts_with("takes ") && *given == takes + 1;
    (one_too_many && !takes_self(found) && found.decorators.is_empty()).then(|| without_self(found))
}

fn without_self(function: &Function) -> Said {
    let rest: String = function.params.iter().map(|(name, _)| format!(", {name}")).collect();
    said!(
        "general-missing-self",
        method = function.full_name(),
        line = function.number,
        definition = format!("def {}(self{rest})", function.name),
    )
}

fn takes_self(function: &Function) -> bool {
    function
        .params
        .first()
        .is_some_and(|(name, _)| matches!(name.as_str(), "self" | "cls" | "mcs" | "mcls" | "args"))
}

/// The name in `name 'x' is not defined`.
fn undefined(exception: &PyException) -> Option<&str> {
    let is_name_error = is_a(exception, "NameError") && !is_a(exception, "UnboundLocalError");
    exception.message.strip_prefix("name '").filter(|_| is_name_error)?.split('\'').next()
}

/// A name of Python's own that the file gives to something else, and then calls.
pub(super) fn shadowed(facts: &Facts<'_>) -> Option<Said> {
    facts.exceptions.iter().find_map(|exception| {
        let source = facts.line(exception)?;
        let is_call = |name: &&&str| {
            if is_a(exception, "UnboundLocalError") {
                exception.message.contains(&format!("local variable '{name}'"))
            } else {
                is_a(exception, "TypeError")
                    && exception.message.ends_with("object is not callable")
                    && calls(source, name)
            }
        };
        let name = BUILTINS.iter().find(is_call)?;
        let line = facts.codes.iter().find_map(|code| gives(code, name))?;
        Some(said!("general-shadowed", line = line, name = *name))
    })
}

/// The line in which a file gives this name to something.
fn gives(code: &Code, name: &str) -> Option<usize> {
    let has = |line: &str| {
        let loops = line.strip_prefix("for ").and_then(|rest| rest.split(" in ").next());
        [target(line), loops]
            .into_iter()
            .flatten()
            .any(|left| words(left).any(|word| word == name) && !left.contains(&format!(".{name}")))
    };
    let line = code.lines.iter().find(|line| has(&line.code)).map(|line| line.number);
    let param = || {
        let takes = |function: &&Function| function.params.iter().any(|(param, _)| param == name);
        code.functions.iter().find(takes).map(|function| function.number)
    };
    line.or_else(param)
}

/// A coroutine that nobody awaits.
pub(super) fn forgotten_await(facts: &Facts<'_>) -> Option<Said> {
    let lines = facts.diffs.iter().flat_map(|diff| &diff.lines).filter_map(|line| match line {
        DiffLine::Extra { words, .. } => Some(super::facts::text(words)),
        _ => None,
    });
    let values: Vec<String> = facts
        .wrong
        .iter()
        .filter(|wrong| !wrong.wanted.contains("coroutine"))
        .map(|wrong| wrong.got.clone())
        .chain(lines)
        .collect();
    let coroutines = facts.codes.iter().flat_map(|code| &code.functions).filter(|function| function.is_async);
    let mut known: BTreeSet<&str> = coroutines.map(|function| function.name.as_str()).collect();
    let strange = facts
        .exceptions
        .iter()
        .any(|exception| !is_a(exception, "AssertionError") && !exception.message.contains("coroutine"));
    // After another exception, what was never awaited follows from that.
    let warned = facts
        .errors
        .iter()
        .filter(|_| !strange)
        .flat_map(|text| named(text, "coroutine '", "' was never awaited"));
    let given = values.iter().flat_map(|text| named(text, "<coroutine object ", " at "));
    let named: Vec<&str> = warned.chain(given).filter_map(|name| name.rsplit('.').next()).collect();
    let raised = facts.exceptions.iter().any(|exception| exception.message.contains("'coroutine'"));
    if named.is_empty() && !raised {
        return None;
    }
    known.extend(&named);
    let lines = facts.codes.iter().flat_map(|code| &code.lines);
    let (line, name) =
        lines.filter(|line| !WAITS.iter().any(|word| line.code.contains(word))).find_map(|line| {
            let is_called =
                |name: &&&str| calls(&line.code, name) || line.code.contains(&format!(".{name}("));
            let name =
                known.iter().find(|name| (named.is_empty() || named.contains(name)) && is_called(name))?;
            Some((line.number, *name))
        })?;
    Some(said!("general-forgotten-await", name = name, line = line))
}

/// What takes a coroutine, and waits for it or lets it run.
const WAITS: [&str; 9] = [
    "await ",
    "create_task(",
    "gather(",
    "run(",
    "ensure_future(",
    "wait_for(",
    "run_until_complete(",
    "def ",
    "submit(",
];

/// What stands between two texts, every time.
fn named<'a>(text: &'a str, before: &'static str, after: &'static str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(move |rest| {
        let name = rest.split(after).next()?;
        (name.len() < rest.len() && name.len() < 100).then_some(name)
    })
}

/// A name that is nearly one of the learner's own.
pub(super) fn mistyped(facts: &Facts<'_>) -> Option<Said> {
    facts.exceptions.iter().find_map(|exception| {
        let message = exception.message.as_str();
        if let Some(name) = undefined(exception) {
            facts.line(exception)?;
            let own = facts.codes.iter().flat_map(Code::bound);
            let near = nearest(name, own.chain(BUILTINS).chain(["True", "False", "None", "self"]))?;
            return Some(said!("general-mistyped", name = name, near = near));
        }
        if is_a(exception, "ImportError") && message.starts_with("cannot import name '") {
            let mut quoted = message.split('\'');
            let (name, module) = (quoted.nth(1)?, quoted.nth(1)?);
            return in_module(facts, name, module);
        }
        if !is_a(exception, "AttributeError") {
            return None;
        }
        let (owner, rest) = message.split_once(" has no attribute '")?;
        let name = rest.split('\'').next()?;
        let owner_name = owner.split('\'').nth(1)?;
        if owner.starts_with("module ") {
            return in_module(facts, name, owner_name);
        }
        let names = facts.codes.iter().find_map(|code| code.attributes(owner_name))?;
        let near = nearest(name, names.into_iter())?;
        Some(said!("general-mistyped-attribute", owner = owner_name, name = name, near = near))
    })
}

fn in_module(facts: &Facts<'_>, name: &str, module: &str) -> Option<Said> {
    let file = format!("{}.py", module.replace('.', "/"));
    let code = facts.codes.iter().find(|code| code.file == file)?;
    let near = nearest(name, code.top().into_iter())?;
    Some(said!("general-mistyped-in-module", file = &code.file, name = name, near = near))
}

/// The name that this one was probably meant to be: one or two slips away, and not another on purpose.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = match name.chars().count() {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    let without_digits = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let mut names: Vec<&str> = names.collect();
    if names.contains(&name) {
        return None;
    }
    // `item2` beside `item1` is no slip.
    names.retain(|near| {
        without_digits(near) != without_digits(name) || near.len() == name.len().saturating_sub(1)
    });
    let distance = |near: &str| strsim::osa_distance(&name.to_lowercase(), &near.to_lowercase());
    names
        .into_iter()
        .filter(|near| near.chars().count() >= 3 && distance(near) <= most)
        .min_by_key(|near| distance(near))
}

/// Functions and classes of Python's own that people take for names.
const BUILTINS: [&str; 44] = [
    "abs",
    "all",
    "any",
    "bool",
    "bytes",
    "callable",
    "dict",
    "dir",
    "enumerate",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "hash",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "map",
    "max",
    "min",
    "next",
    "object",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "sorted",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
];
