//! The files of a new exercise: sound as they are, with `FILL IN` wherever only the author knows what to say.
//!
//! Each kind of check has a text in `templates/`: `=== place` begins a file, `--- name value` sets a value that manifests
//! take. Nothing but names is put in, so what a template says is what an author gets.

use crate::cli::args::NewCheck;

/// The text of a new topic.
pub(super) const TOPIC: &str = include_str!("templates/topic.txt");

const COMMON: &str = include_str!("templates/common.txt");
const HEAD: &str = include_str!("templates/head.txt");
const TAIL: &str = include_str!("templates/tail.txt");

/// A file of a new exercise.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NewFile {
    /// `exercise/…` or `solution/…`.
    pub(super) place: String,
    pub(super) text: String,
}

/// The files of an exercise with a check of that kind. `schema` is the path of the manifest's schema.
pub(super) fn files(check: NewCheck, name: &str, schema: &str) -> Vec<NewFile> {
    let text = match check {
        NewCheck::Output => include_str!("templates/output.txt"),
        NewCheck::Cases => include_str!("templates/cases.txt"),
        NewCheck::Pytest => include_str!("templates/pytest.txt"),
        NewCheck::Tool => include_str!("templates/tool.txt"),
        NewCheck::Mutants => include_str!("templates/mutants.txt"),
    };
    let edit = if check == NewCheck::Mutants { "test_@name@.py" } else { "@name@.py" };
    let value = |name: &str| {
        let start = format!("--- {name} ");
        text.lines().find_map(|line| line.strip_prefix(start.as_str())).unwrap_or_default()
    };
    let mut sections: Vec<(&str, String)> = sections(text);
    let checks = sections.iter().position(|(place, _)| *place == "checks").map(|at| sections.remove(at).1);
    let manifest = [HEAD, checks.unwrap_or_default().as_str(), TAIL].concat();
    let manifest = manifest.replace("@first@", value("first")).replace("@second@", value("second"));
    sections.push(("exercise/exercise.yaml", manifest));
    sections.extend(self::sections(COMMON));
    let filled =
        |text: &str| text.replace("@edit@", edit).replace("@schema@", schema).replace("@name@", name);
    sections.into_iter().map(|(place, text)| NewFile { place: filled(place), text: filled(&text) }).collect()
}

fn sections(text: &str) -> Vec<(&str, String)> {
    let parts = text.split("=== ").skip(1);
    parts.filter_map(|part| part.split_once('\n')).map(|(place, text)| (place, text.to_owned())).collect()
}
