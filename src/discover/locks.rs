//! Writes what a solution decides (test ids, expected output) into a manifest's text, leaving everything else
//! (comments, order, layout) as it is.

use crate::model::names::TestId;

/// The manifest with `tests:` of the `pytest` check of `file` replaced by `ids`, or `None` when it has no such check
/// in block style.
pub fn with_tests(manifest: &str, file: &str, ids: &[TestId]) -> Option<String> {
    let lines: Vec<&str> = manifest.lines().collect();
    let check = CheckLines::find(&lines, "pytest", file, 0)?;
    let mut written = vec!["tests:".to_owned()];
    written.extend(ids.iter().map(|id| format!("  - {}", scalar(id.as_str()))));
    Some(check.with("tests", &written))
}

/// The manifest with `stdout:` of an `output` check replaced by `text`, or `None` when it has no such check in block
/// style. `number` says which of the checks of that script is meant, from 0.
pub fn with_stdout(manifest: &str, script: &str, number: usize, text: &str) -> Option<String> {
    let lines: Vec<&str> = manifest.lines().collect();
    Some(CheckLines::find(&lines, "output", script, number)?.with("stdout", &block("stdout", text)))
}

/// Whether that `output` check says nothing of what is expected.
pub fn lacks_stdout(manifest: &str, script: &str, number: usize) -> bool {
    let lines: Vec<&str> = manifest.lines().collect();
    let check = CheckLines::find(&lines, "output", script, number);
    check.is_some_and(|check| check.key("stdout").is_none() && check.key("stdout_file").is_none())
}

/// A course's manifest with a topic added to the end of its path, or `None` where that is written in a way that cannot be
/// added to.
pub fn with_topic(manifest: &str, topic: &str) -> Option<String> {
    let lines: Vec<&str> = manifest.lines().collect();
    let at = lines.iter().position(|line| line.starts_with("path:"))?;
    let rest = lines[at]["path:".len()..].split(" #").next().unwrap_or_default().trim();
    if let Some(inside) = rest.strip_prefix('[') {
        let inside = inside.strip_suffix(']')?.trim_end().trim_end_matches(',');
        let comma = if inside.trim().is_empty() { "" } else { ", " };
        return Some(manifest.replacen(lines[at], &format!("path: [{inside}{comma}{topic}]"), 1));
    }
    let end = end_of(&lines, at + 1, |line| !belongs_to_value(line, 0));
    let last = lines[at + 1..end].iter().rfind(|line| line.trim_start().starts_with("- "))?;
    let margin = " ".repeat(indent(last));
    let mut written: Vec<String> = lines[..end].iter().map(|&line| line.to_owned()).collect();
    written.push(format!("{margin}- {topic}"));
    written.extend(lines[end..].iter().map(|&line| line.to_owned()));
    rest.is_empty().then(|| written.join("\n") + "\n")
}

/// The lines of a check in block style.
struct CheckLines<'a> {
    lines: &'a [&'a str],
    /// Its first line, the one with the dash.
    start: usize,
    /// The line after its last.
    end: usize,
    /// The column of its keys.
    keys: usize,
}

impl<'a> CheckLines<'a> {
    fn find(lines: &'a [&'a str], kind: &str, file: &str, number: usize) -> Option<Self> {
        let opens = |line: &&str| opens_check(line, kind, file);
        let (start, line) = lines.iter().enumerate().filter(|(_, line)| opens(line)).nth(number)?;
        let dash = indent(line);
        let keys = line.find(&format!("{kind}:"))?;
        let end = end_of(lines, start + 1, |line| indent(line) <= dash);
        Some(Self { lines, start, end, keys })
    }

    /// The line of a key.
    fn key(&self, name: &str) -> Option<usize> {
        let opens =
            |line: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
        (self.start + 1..self.end).find(|&at| indent(self.lines[at]) == self.keys && opens(self.lines[at]))
    }

    /// The whole text with a key of the check, old or new, written as these lines.
    fn with(&self, key: &str, written: &[String]) -> String {
        let (lines, keys) = (self.lines, self.keys);
        let (from, to) = match self.key(key) {
            Some(from) => (from, end_of(lines, from + 1, |line| !belongs_to_value(line, keys)).min(self.end)),
            None => (self.start + 1, self.start + 1),
        };
        let margin = " ".repeat(keys);
        let set_in = |line: &String| if line.is_empty() { String::new() } else { format!("{margin}{line}") };
        let mut text: Vec<String> = lines[..from].iter().map(|&line| line.to_owned()).collect();
        text.extend(written.iter().map(set_in));
        text.extend(lines[to..].iter().map(|&line| line.to_owned()));
        text.join("\n") + "\n"
    }
}

fn opens_check(line: &str, kind: &str, file: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix('-') else { return false };
    let Some(value) = rest.trim_start().strip_prefix(kind).and_then(|rest| rest.strip_prefix(':')) else {
        return false;
    };
    let value = value.split(" #").next().unwrap_or("").trim();
    value.trim_matches(['"', '\'']) == file
}

/// A key with a text of several lines, as people write it where YAML allows that.
fn block(key: &str, text: &str) -> Vec<String> {
    let is_plain = |c: char| c == '\n' || !c.is_control();
    let body = text.strip_suffix('\n').unwrap_or(text);
    if body.trim().is_empty() || !text.chars().all(is_plain) || body.ends_with('\n') {
        // JSON's strings are YAML's too.
        return vec![format!("{key}: {}", serde_json::Value::from(text))];
    }
    // White space at the start would be taken for the block's own.
    let own = if body.starts_with([' ', '\n']) { "2" } else { "" };
    let chomp = if text.ends_with('\n') { "" } else { "-" };
    let mut lines = vec![format!("{key}: |{own}{chomp}")];
    lines.extend(
        body.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("  {line}") }),
    );
    lines
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

/// A value stands deeper than its key; items of a list may stand at the key's own column.
fn belongs_to_value(line: &str, keys: usize) -> bool {
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
    fn a_topic_is_added_to_the_end_of_the_path() {
        for (path, wanted) in [
            (
                "path:\n  - a  # first\n  - b\n\ngroups: {}\n",
                "path:\n  - a  # first\n  - b\n  - c\n\ngroups: {}\n",
            ),
            ("path:\n- a\ntitle: x\n", "path:\n- a\n- c\ntitle: x\n"),
            ("path: [a, b]\ntitle: x\n", "path: [a, b, c]\ntitle: x\n"),
            ("path: [a]  # all\n", "path: [a, c]\n"),
        ] {
            assert_eq!(with_topic(path, "c").as_deref(), Some(wanted), "{path}");
        }
        for odd in ["title: x\n", "path: [a,\n  b]\n", "path: *topics\n"] {
            assert_eq!(with_topic(odd, "c"), None, "{odd}");
        }
    }

    #[test]
    fn expected_output_is_written_where_it_belongs() {
        let manifest = "checks:\n  - output: a.py\n    args: [x]\n    stdout: old\n  - output: a.py\n    stdout: |\n      one\n\n      two\n    exit_code: 1\nhints: [a]\n";
        let first = with_stdout(manifest, "a.py", 0, "new\n").unwrap();
        assert_eq!(first, manifest.replace("stdout: old", "stdout: |\n      new"));
        let second = with_stdout(manifest, "a.py", 1, "x\n\ny\n").unwrap();
        assert_eq!(second, manifest.replace("one\n\n      two", "x\n\n      y"));
        assert_eq!(with_stdout(manifest, "a.py", 2, "x"), None);
        let bare = "checks:\n  - output: a.py\n  - output: b.py\n    stdout_file: x.txt\n";
        assert!(lacks_stdout(bare, "a.py", 0) && !lacks_stdout(bare, "b.py", 0));
        assert_eq!(
            with_stdout(bare, "a.py", 0, "").unwrap(),
            bare.replacen("a.py\n", "a.py\n    stdout: \"\"\n", 1)
        );
    }

    #[test]
    fn any_output_is_read_as_it_was_printed() {
        for text in [
            "",
            "a",
            "a\n",
            " a\n",
            "\n",
            "\na\n",
            "a\n\n",
            "a \n b\n",
            "a\tb\r\n",
            "\u{1b}[0m\n",
            "\"'#: -\n",
            "é\n\n\nü",
        ] {
            let manifest = format!(
                "checks:\n  - output: a.py\n    {}\n    exit_code: 1\n",
                block("stdout", text).join("\n    ")
            );
            let document = super::super::manifest::Document::parse(manifest.clone())
                .unwrap_or_else(|error| panic!("{text:?}: {error:?}\n{manifest}"));
            let shown = format!("{:?}", document.root());
            assert!(shown.contains(&format!("Text({text:?})")), "{text:?}\n{manifest}\n{shown}");
        }
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
