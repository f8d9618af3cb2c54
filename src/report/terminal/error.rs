//! Errors that a user can act on, on the screen: what, where, why, help.

use std::io::{self, Write};

use super::page::{Line, Page};
use super::style::{Role, Style};
use crate::error::{Errors, UserError};
use crate::language::say;

/// Writes one error.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, error: &UserError) -> io::Result<()> {
    let mut page = Page::new(style);
    put(&mut page, error);
    out.write_all(page.render().as_bytes())
}

/// Writes everything that is wrong, set apart, with their number at the end.
///
/// # Errors
/// When it cannot be written.
pub fn write_all(out: &mut dyn Write, style: Style, errors: &Errors) -> io::Result<()> {
    out.write_all(text(style, errors).as_bytes())
}

/// The same as a text.
pub fn text(style: Style, errors: &Errors) -> String {
    let mut page = Page::new(style);
    for error in errors.iter() {
        page.blank();
        put(&mut page, error);
    }
    let number = errors.iter().count();
    if number > 1 {
        page.blank();
        page.prose(0, Role::Strong, &say!(page, "errors", number = number));
    }
    page.render()
}

fn put(page: &mut Page, error: &UserError) {
    let style = page.style;
    let label = |role, text: String| style.span(role, &format!("{text} "));
    let what = style.with_code(Role::Strong, &error.what.by(style.language));
    page.put(Line::prose(0, what).lead(label(Role::Failed, say!(style, "error"))));
    if let Some(place) = &error.place {
        let body = vec![style.span(Role::Path, &place.to_string())];
        page.put(Line::prose(2, body).lead(label(Role::Quiet, say!(style, "error-where"))));
    }
    for (lead, text) in [(say!(style, "error-why"), &error.why), (say!(style, "error-help"), &error.help)] {
        let text = text.as_ref().map(|text| text.by(style.language));
        for (index, line) in text.iter().flat_map(|text| text.split('\n')).enumerate() {
            let body = style.with_code(Role::Plain, line);
            if index == 0 {
                page.put(Line::prose(2, body).lead(label(Role::Quiet, lead.clone())));
            } else {
                page.put(Line::prose(4, body));
            }
        }
    }
}
