//! Mistakes that show in a wrong value.

use super::super::code::{Function, target, words};
use super::super::raised::is_a;
use super::facts::{Facts, Wrong, text};
use crate::language::{Said, said};
use crate::model::plain::Plain;
use crate::model::verdict::{Diff, DiffLine};

/// A text that looks like a number where a number belongs, or the other way round.
pub(super) fn text_for_number(facts: &Facts<'_>) -> Option<Said> {
    let swapped = facts.wrong.iter().filter(|wrong| wrong.wanted != wrong.got).find_map(|wrong| {
        let (wanted, got) = (unquoted(&wrong.wanted), unquoted(&wrong.got));
        let (text_wanted, text_got) = (wanted != wrong.wanted, got != wrong.got);
        (wanted == got && text_wanted != text_got).then_some((wrong, text_got))
    });
    if let Some((wrong, text_got)) = swapped {
        let (got, wanted) = (short(&wrong.got)?, short(&wrong.wanted)?);
        return Some(if text_got {
            said!("general-text-for-number", got = got, wanted = wanted)
        } else {
            said!("general-number-for-text", got = got, wanted = wanted)
        });
    }
    let ordered = facts.exceptions.iter().find(|exception| {
        let between = exception.message.split_once(" not supported between instances of ");
        let mixed = between.is_some_and(|(_, types)| {
            ["'int'", "'float'"].iter().any(|number| {
                types == format!("'str' and {number}") || types == format!("{number} and 'str'")
            })
        });
        mixed && is_a(exception, "TypeError") && facts.line(exception).is_some()
    });
    if let Some(exception) = ordered {
        let sign = exception.message.split('\'').nth(1).unwrap_or("<");
        return Some(said!("general-text-compared", sign = sign));
    }
    compared_with_text(facts)
}

/// `count == "5"`, where `count` is a number for sure.
fn compared_with_text(facts: &Facts<'_>) -> Option<Said> {
    facts.codes.iter().flat_map(|code| &code.lines).find_map(|line| {
        let (at, sign) = ["==", "!="].iter().find_map(|sign| Some((line.code.find(sign)?, *sign)))?;
        let (left, right) = (line.code[..at].trim_end(), line.code[at + 2..].trim_start());
        let number = number_in_quotes(right)?;
        let name =
            left.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())?;
        if left[..left.len() - name.len()].ends_with('.') || !is_number(facts, name) {
            return None;
        }
        Some(said!("general-never-equal", line = line.number, name = name, sign = sign, number = number))
    })
}

/// `5` when the code starts with `"5"`.
fn number_in_quotes(code: &str) -> Option<&str> {
    let (number, _) = code.strip_prefix('"')?.split_once('"')?;
    (!number.is_empty()).then_some(number)
}

/// Whether a name holds a number for sure: it is only ever given one, or every failing call gives one for it.
fn is_number(facts: &Facts<'_>, name: &str) -> bool {
    let lines = facts.codes.iter().flat_map(|code| &code.lines);
    let given: Vec<&str> = lines
        .filter(|line| target(&line.code).is_some_and(|left| words(left).any(|word| word == name)))
        .map(|line| line.code.split_once('=').map_or("", |(_, value)| value.trim_start_matches(['=', ' '])))
        .collect();
    let makes_number = |value: &&str| {
        ["int(", "float(", "len(", "round("]
            .iter()
            .any(|start| value.starts_with(start) && value.ends_with(')'))
    };
    if !given.is_empty() {
        return given.iter().all(makes_number);
    }
    let functions = facts.codes.iter().flat_map(|code| &code.functions);
    let mut places = functions.filter_map(|function| {
        let place = function.params.iter().position(|(param, _)| param == name)?;
        Some((function, place))
    });
    places.any(|(function, place)| {
        let mut calls = facts.wrong.iter().filter(|wrong| wrong.function == Some(&function.name)).peekable();
        let is_int =
            |wrong: &Wrong<'_>| matches!(wrong.args.get(place), Some(Plain::Int(_) | Plain::Float(_)));
        calls.peek().is_some() && calls.all(is_int)
    })
}

/// The value as Python writes it, with numbers in quotes set free.
fn unquoted(value: &str) -> String {
    let mut free = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('\'') {
        free.push_str(before);
        match after.split_once('\'') {
            Some((inner, after))
                if inner.parse::<f64>().is_ok()
                    && inner.starts_with(|c: char| c.is_ascii_digit() || c == '-') =>
            {
                free.push_str(inner);
                rest = after;
            }
            Some((inner, after)) => {
                free.push_str(&format!("'{inner}'"));
                rest = after;
            }
            None => {
                free.push('\'');
                rest = after;
            }
        }
    }
    free + rest
}

/// A value that can be shown within a sentence.
fn short(value: &str) -> Option<&str> {
    (value.len() <= 60 && !value.contains(['\n', '`'])).then_some(value)
}

/// A result that was printed, and not returned.
pub(super) fn printed(facts: &Facts<'_>) -> Option<Said> {
    let is_printed = |wrong: &&Wrong<'_>| {
        let last = wrong.printed.trim_end().lines().next_back().unwrap_or_default().trim();
        let plain = wrong.wanted.trim_matches(['\'', '"']);
        wrong.got == "None" && !last.is_empty() && (last == wrong.wanted || last == plain)
    };
    let wrong = facts.wrong.iter().find(is_printed)?;
    let prints = |function: &&Function| function.prints() && !function.returns();
    let mut printing = facts.codes.iter().flat_map(|code| &code.functions).filter(prints);
    let function = match wrong.function {
        Some(name) => printing.find(|function| function.name == name),
        None => printing.next().filter(|_| printing.next().is_none()),
    };
    Some(match function {
        Some(function) => said!("general-printed", function = &function.name),
        None => said!("general-printed-somewhere"),
    })
}

/// A list or the like in a parameter's default, which is one and the same in all calls.
pub(super) fn mutable_default(facts: &Facts<'_>) -> Option<Said> {
    let is_mutable =
        |default: &String| matches!(default.as_str(), "[]" | "{}" | "set()" | "list()" | "dict()");
    let mut functions = facts.codes.iter().flat_map(|code| &code.functions);
    let (function, name, default) = functions.find_map(|function| {
        function.params.iter().find_map(|(name, default)| {
            Some((function, name, default.as_ref().filter(|default| is_mutable(default))?))
        })
    })?;
    facts.wrong.iter().find(|wrong| remembers(wrong))?;
    Some(said!(
        "general-mutable-default",
        name = name,
        default = default,
        function = function.full_name(),
        line = function.number,
    ))
}

/// Whether all that was wanted is there, behind things of earlier calls.
fn remembers(wrong: &Wrong<'_>) -> bool {
    let (Some(wanted), Some(got)) = (items(&wrong.wanted), items(&wrong.got)) else { return false };
    let is_list = wrong.got.contains('[');
    got.len() > wanted.len()
        && if is_list { got.ends_with(&wanted) } else { wanted.iter().all(|item| got.contains(item)) }
}

/// The items of the first list, set or dict in a value; none are left of an empty one.
fn items(value: &str) -> Option<Vec<&str>> {
    let start = value.find(['[', '{'])?;
    let inner = &value[start + 1..];
    let mut items = Vec::new();
    let (mut depth, mut from, mut quote) = (0_usize, 0, None);
    for (at, character) in inner.char_indices() {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (None, '\'' | '"') => quote = Some(character),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') if depth == 0 => {
                items.push(inner[from..at].trim());
                items.retain(|item| !item.is_empty());
                return Some(items);
            }
            (None, ')' | ']' | '}') => depth -= 1,
            (None, ',') if depth == 0 => {
                items.push(inner[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    None
}

/// Counting that starts or ends one too early or too late.
pub(super) fn off_by_one(facts: &Facts<'_>) -> Option<Said> {
    let counts = facts.has(|code| code.contains("range(") || code.starts_with("while ") || is_slice(code));
    if !counts {
        return None;
    }
    let beyond = |code: &str| {
        let code = code.replace(' ', "");
        ["+1):", "+1]", "[len(", "<=len("].iter().any(|part| code.contains(part))
    };
    let index = facts.exceptions.iter().any(|exception| {
        is_a(exception, "IndexError")
            && exception.message.contains("out of range")
            && facts.line(exception).is_some()
    });
    if index && facts.has(beyond) {
        return Some(said!("general-index-too-far"));
    }
    let which = by_numbers(facts)
        .or_else(|| by_items(facts))
        .or_else(|| facts.diffs.iter().find_map(|diff| by_lines(diff)))?;
    Some(said!("general-off-by-one", which = which))
}

fn is_slice(code: &str) -> bool {
    code.split('[').skip(1).any(|rest| rest.split(']').next().is_some_and(|inner| inner.contains(':')))
}

/// Every number is one too large, or every one too small.
fn by_numbers(facts: &Facts<'_>) -> Option<Said> {
    let number = |text: &str| text.parse::<i64>().ok();
    let pairs: Option<Vec<(i64, i64)>> =
        facts.wrong.iter().map(|wrong| Some((number(&wrong.wanted)?, number(&wrong.got)?))).collect();
    let pairs = pairs?;
    let (wanted, got) = pairs.first()?;
    let by = got.checked_sub(*wanted)?;
    let alike = pairs.iter().all(|(wanted, got)| got.checked_sub(*wanted) == Some(by));
    // One wrong number may be wrong for any reason, and the same one everywhere is no counting.
    let moves = pairs.iter().any(|(other, _)| other != wanted);
    match by {
        1 if alike && moves => Some(said!("off-by-one-too-large")),
        -1 if alike && moves => Some(said!("off-by-one-too-small")),
        _ => None,
    }
}

/// The first or the last item is missing, or there is one too many.
fn by_items(facts: &Facts<'_>) -> Option<Said> {
    let slips: Option<Vec<Said>> = facts.wrong.iter().map(item_slip).collect();
    let mut slips = slips?;
    let first = slips.pop()?;
    slips.iter().all(|slip| *slip == first).then_some(first)
}

fn item_slip(wrong: &Wrong<'_>) -> Option<Said> {
    if wrong.wanted.len() > 1
        && wrong.got.len() > 1
        && wrong.wanted.starts_with('\'')
        && wrong.got.starts_with('\'')
    {
        let (wanted, got) = (wrong.wanted.trim_matches('\''), wrong.got.trim_matches('\''));
        let wanted: Vec<char> = wanted.chars().collect();
        let got: Vec<char> = got.chars().collect();
        return slip(
            &wanted,
            &got,
            [
                said!("off-by-one-first-character"),
                said!("off-by-one-last-character"),
                said!("off-by-one-character-too-many"),
            ],
        );
    }
    if !wrong.wanted.starts_with(['[', '(']) || wrong.wanted.chars().next() != wrong.got.chars().next() {
        return None;
    }
    let (wanted, got) = (
        wrong.wanted.replacen('(', "[", 1).replace(')', "]"),
        wrong.got.replacen('(', "[", 1).replace(')', "]"),
    );
    let (wanted, got) = (items(&wanted)?, items(&got)?);
    slip(
        &wanted,
        &got,
        [said!("off-by-one-first-item"), said!("off-by-one-last-item"), said!("off-by-one-item-too-many")],
    )
}

fn slip<T: PartialEq>(wanted: &[T], got: &[T], words: [Said; 3]) -> Option<Said> {
    let [no_first, no_last, too_many] = words;
    match (wanted, got) {
        ([_, _, _, ..], _) if wanted[1..] == *got => Some(no_first),
        ([_, _, _, ..], _) if wanted[..wanted.len() - 1] == *got => Some(no_last),
        ([_, _, ..], [_, rest @ ..]) if rest == wanted => Some(too_many),
        ([_, _, ..], [rest @ .., _]) if rest == wanted => Some(too_many),
        _ => None,
    }
}

/// The first or the last of several lines of one kind is missing, or there is one too many.
fn by_lines(diff: &Diff) -> Option<Said> {
    let kind = |text: &str| {
        text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect::<String>().replace("##", "#")
    };
    let same: Vec<String> = diff
        .lines
        .iter()
        .filter_map(|line| match line {
            DiffLine::Same { text } => Some(kind(text)),
            _ => None,
        })
        .collect();
    if same.len() < 2 || same.len() + 1 != diff.lines.len() {
        return None;
    }
    let of_kind = |words: &[_]| same.contains(&kind(&text(words)));
    match (diff.lines.first()?, diff.lines.last()?) {
        (DiffLine::Missing { words, .. }, _) if of_kind(words) => Some(said!("off-by-one-first-line")),
        (_, DiffLine::Missing { words, .. }) if of_kind(words) => Some(said!("off-by-one-last-line")),
        (DiffLine::Extra { words, .. }, _) | (_, DiffLine::Extra { words, .. }) if of_kind(words) => {
            Some(said!("off-by-one-line-too-many"))
        }
        _ => None,
    }
}

/// Nothing was returned.
pub(super) fn returned_none(facts: &Facts<'_>) -> Option<Said> {
    let wrong = facts
        .wrong
        .iter()
        .find(|wrong| wrong.got == "None" && wrong.wanted != "None" && wrong.function.is_some())?;
    let name = wrong.function?;
    let function =
        facts.codes.iter().flat_map(|code| &code.functions).find(|function| function.name == name)?;
    if let Some(method) = IN_PLACE.iter().find(|method| {
        function.body.iter().any(|code| code.starts_with("return ") && code.contains(&format!(".{method}(")))
    }) {
        return Some(said!("general-changed-in-place", method = *method, name = name));
    }
    Some(if function.returns() {
        said!("general-end-without-return", name = name)
    } else {
        said!("general-no-return", name = name)
    })
}

/// Methods that change their object and return nothing.
const IN_PLACE: [&str; 9] =
    ["sort", "append", "extend", "reverse", "insert", "remove", "clear", "update", "add"];
