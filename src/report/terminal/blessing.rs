//! What `prolings dev bless` is about to write, against what stands there.

use std::io::{self, Write};

use super::diff;
use super::page::{Line, Page};
use super::style::{Role, Style};
use crate::model::verdict::Diff;

/// Writes the change of an expected output: `-` what stands there, `+` what the solution prints.
///
/// # Errors
/// When it cannot be written.
pub fn output(out: &mut dyn Write, style: Style, place: &str, change: &Diff) -> io::Result<()> {
    let mut page = Page::new(style);
    page.put(Line::prose(0, vec![style.span(Role::Strong, place)]));
    diff::put(&mut page, 2, change);
    page.blank();
    out.write_all(page.render().as_bytes())
}
