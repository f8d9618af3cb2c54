//! Writes locked test ids into a manifest's text, leaving everything else (comments, order, layout) as it is.

use crate::model::names::TestId;

/// The manifest with `tests:` of the `pytest` check of `file` replaced by `ids`, or `None` when it has no such check
/// in block style.
pub fn with_tests(manifest: &str, file: &str, ids: &[TestId]) -> Option<String> {
    let lines: Vec<&str> = manifest.lines().collect();
    let check = lines.iter().position(|line| opens_check(line, file))?;
    let dash = indent(lines[check]);
    let keys = lines[check].find("pytest:")?;
    let end = end_of(&lines, check + 1, |line| indent(line) <= dash);
    let old = (check + 1..end)
        .find(|&at| indent(lines[at]) == keys && lines[at].trim_start().starts_with("tests:"));
    let (from, to) = match old {
        Some(from) => (from, end_of(&lines, from + 1, |line| !belongs_to_list(line, keys)).min(end)),
        None => (check + 1, check + 1),
    };
    let margin = " ".repeat(keys);
    let mut written: Vec<String> = lines[..from].iter().map(|&line| line.to_owned()).collect();
    written.push(format!("{margin}tests:"));
    written.extend(ids.iter().map(|id| format!("{margin}  - {}", scalar(id.as_str()))));
    written.extend(lines[to..].iter().map(|&line| line.to_owned()));
    Some(written.join("\n") + "\n")
}

fn opens_check(line: &str, file: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix('-') else { return false };
    let Some(value) = rest.trim_start().strip_prefix("pytest:") else { return false };
    let value = value.split(" #").next().unwrap_or("").trim();
    value.trim_matches(['"', '\'']) == file
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The first line from `start` on that is not blank and that `is_outside`.
fn end_of(lines: &[&str], start: usize, is_outside: impl Fn(&str) -> bool) -> usize {
    let outside = |at: &usize| !lines[*at].trim().is_empty() && is_outside(lines[*at]);
    let end = (start..lines.len()).find(outside).unwrap_or(lines.len());
    // Blank lines before what follows stay with it.
    let blank = (start..end).rev().take_while(|&at| lines[at].trim().is_empty()).count();
    end - blank
}

/// Items of a list stand deeper than its key, or at the key's own column.
fn belongs_to_list(line: &str, keys: usize) -> bool {
    indent(line) > keys || (indent(line) == keys && line.trim_start().starts_with('-'))
}

/// A YAML scalar: plain where that is safe, otherwise in double quotes.
fn scalar(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-.[]:".contains(c);
    let starts_well = id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if starts_well && id.chars().all(plain) && !id.ends_with(':') { id.to_owned() } else { format!("{id:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<TestId> {
        names.iter().copied().map(TestId::new).collect()
    }

    #[test]
    fn a_missing_list_is_added() {
        let manifest =
            "title: T\nchecks:\n  - output: a.py\n    stdout: x\n  - pytest: test_a.py\nhints: [a]\n";
        let written = with_tests(manifest, "test_a.py", &ids(&["test_one", "test_two[a b]"]));
        let wanted = "title: T\nchecks:\n  - output: a.py\n    stdout: x\n  - pytest: test_a.py\n    tests:\n      \
                      - test_one\n      - \"test_two[a b]\"\nhints: [a]\n";
        assert_eq!(written.as_deref(), Some(wanted));
    }

    #[test]
    fn an_old_list_is_replaced_and_the_rest_stays() {
        let manifest = "checks:\n- pytest: \"test_a.py\"  # the suite\n  tests:\n  - test_old\n  - test_older\n  always: true\n\n# end\nhints: [a]\n";
        let written = with_tests(manifest, "test_a.py", &ids(&["TestA::test_new"]));
        let wanted = "checks:\n- pytest: \"test_a.py\"  # the suite\n  tests:\n    - TestA::test_new\n  always: true\n\n# end\nhints: [a]\n";
        assert_eq!(written.as_deref(), Some(wanted));
    }

    #[test]
    fn a_list_in_brackets_is_replaced() {
        let manifest = "checks:\n  - pytest: test_a.py\n    tests: [test_old]\n    mode: in-process\n";
        let written = with_tests(manifest, "test_a.py", &ids(&["test_new"]));
        let wanted = "checks:\n  - pytest: test_a.py\n    tests:\n      - test_new\n    mode: in-process\n";
        assert_eq!(written.as_deref(), Some(wanted));
        assert_eq!(with_tests(manifest, "test_b.py", &ids(&["test_new"])), None);
    }
}
