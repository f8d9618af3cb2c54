//! Exception groups: drawn with `|` and `+` at the side. Their members are told in the message, a line each.

use std::path::Path;

use super::block::{HEADER, Reader, class_and_message};
use crate::model::record::PyException;

/// Members that are told.
const MOST_MEMBERS: usize = 20;

/// Whether a group's traceback starts with this line.
pub(super) fn starts(line: &str) -> bool {
    line == "  + Exception Group Traceback (most recent call last):"
}

/// The group whose traceback starts at `at`, and the line after it.
pub(super) fn read(lines: &[&str], at: usize, folder: &Path) -> Option<(PyException, usize)> {
    let length = lines[at + 1..].iter().take_while(|line| is_inside(line)).count();
    let end = at + 1 + length;
    let inside = &lines[at + 1..end];
    // The group's own lines: `  | text`. Its members follow the first `+--- 1 ---`.
    let own_length = inside.iter().take_while(|line| line.starts_with("  |")).count();
    let mut own = vec![HEADER];
    own.extend(inside[..own_length].iter().map(|line| line.get(4..).unwrap_or("")));
    let (mut exception, _) = Reader::new(&own, folder).chain(0)?;
    for member in members(&inside[own_length..]).into_iter().take(MOST_MEMBERS) {
        exception.message.push_str("\n  ");
        exception.message.push_str(member);
    }
    Some((exception, end))
}

fn is_inside(line: &str) -> bool {
    line.starts_with("  |")
        || line.starts_with("  +-")
        || (line.starts_with("    ") && line.trim_start().starts_with(['|', '+']))
}

/// Class and message of each direct member, in one line.
fn members<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let mut members = Vec::new();
    let mut last = None;
    for line in lines {
        // A group among the members has its own borders further right: `    +-+---`.
        let is_border = line.get(4..).is_some_and(|line| line.starts_with("+--"));
        if is_border {
            members.extend(last.take());
        } else if last.is_none()
            && let Some(text) = line.strip_prefix("    | ")
            && text != HEADER
            && class_and_message(text).is_some()
        {
            // The first line that names a class: frames and source are indented.
            last = Some(text);
        }
    }
    members.extend(last);
    members
}
