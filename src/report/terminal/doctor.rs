//! The screen of `prolings doctor`: which Python, which environments, what is missing.

use std::io::{self, Write};

use super::page::{Line, Page};
use super::style::{Role, Style};
use crate::language::{said, say};

/// What the doctor found, in words.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Diagnosis {
    /// Sections in order.
    pub sections: Vec<Section>,
}

/// A part of what was found.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Section {
    /// What it is about.
    pub title: String,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// One thing that was found.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Finding {
    /// How it is.
    pub health: Health,
    /// What it is.
    pub name: String,
    /// More about it.
    pub details: Vec<String>,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Health {
    /// As it should be.
    Ok,
    /// Not there yet, and made when it is needed.
    Later,
    /// Worth knowing.
    Note,
    /// Something to mend.
    Problem,
}

impl Diagnosis {
    /// How many problems were found.
    pub fn problems(&self) -> usize {
        let findings = self.sections.iter().flat_map(|section| &section.findings);
        findings.filter(|finding| finding.health == Health::Problem).count()
    }
}

/// Writes the diagnosis.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, diagnosis: &Diagnosis) -> io::Result<()> {
    let mut page = Page::new(style);
    let symbols = style.symbols();
    for section in &diagnosis.sections {
        page.blank();
        page.prose(0, Role::Strong, &section.title);
        for finding in &section.findings {
            let (symbol, word, role) = match finding.health {
                Health::Ok => (symbols.passed, said!("doctor-ok"), Role::Passed),
                Health::Later => (symbols.pending, said!("doctor-later"), Role::Quiet),
                Health::Note => (symbols.skipped, said!("doctor-note"), Role::Quiet),
                Health::Problem => (symbols.failed, said!("doctor-problem"), Role::Failed),
            };
            let lead = style.span(role, &format!("{symbol} {:<8}", word.by(style.language)));
            page.put(Line::prose(2, style.with_code(Role::Plain, &finding.name)).lead(lead));
            for detail in &finding.details {
                page.prose(12, Role::Quiet, detail);
            }
        }
    }
    page.blank();
    let end = match diagnosis.problems() {
        0 => say!(style, "doctor-all-well"),
        number => say!(style, "doctor-problems", number = number),
    };
    page.prose(0, Role::Plain, &end);
    out.write_all(page.render().as_bytes())
}
