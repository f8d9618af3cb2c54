//! What the documents in `docs/` show and list is what the program does.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use prolings::discover::load;
use prolings::error::ExitStatus;
use prolings::model::check::CheckKind;
use prolings::model::course::Course;
use prolings::model::record::Record;

const FORMAT: &str = include_str!("../docs/format.md");
const PROTOCOL: &str = include_str!("../docs/worker-protocol.md");
const EXIT_CODES: &str = include_str!("../docs/exit-codes.md");
const README: &str = include_str!("../README.md");

/// The blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("\n```{language}\n");
    let parts: Vec<&str> = text.split(fence.as_str()).skip(1).collect();
    parts.into_iter().map(|part| part.split("\n```").next().unwrap_or("")).collect()
}

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    support::write(root, file, text);
}

/// The course of docs/format.md: its manifests as shown, the other files as the tree beside them says.
fn write_example(root: &Path) {
    for block in blocks(FORMAT, "yaml") {
        let file = block.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a file's name");
        write(root, file, block);
    }
    let files = [
        "requirements/core.txt",
        "requirements/quality.txt",
        "shapes/01_area/README.md",
        "shapes/01_area/area.py",
        "shapes/01_area/test_area.py",
        "shapes/02_perimeter/README.md",
        "shapes/02_perimeter/perimeter.py",
        "shapes/02_perimeter/expected.txt",
        "shapes/03_tests/README.md",
        "shapes/03_tests/test_sides.py",
        "shapes/03_tests/mutants/good/sides.py",
        "shapes/03_tests/mutants/equivalent/steps/sides.py",
        "shapes/03_tests/mutants/adds/sides.py",
        "shapes/03_tests/mutants/takes_zero/sides.py",
    ];
    for file in files {
        write(root, &format!("exercises/{file}"), "");
    }
}

#[test]
fn the_formats_example_is_a_course() {
    let root = tempfile::tempdir().expect("a temporary folder");
    write_example(root.path());
    let course: Course = load(root.path()).unwrap_or_else(|errors| panic!("docs/format.md:\n{errors}"));
    let names: Vec<&str> = course.exercises().map(|exercise| exercise.name.as_str()).collect();
    assert_eq!(names, ["area", "perimeter", "tests"]);
    let area = course.exercise("area").expect("the first exercise");
    let kinds: Vec<&str> = area
        .checks
        .iter()
        .map(|check| match check.kind {
            CheckKind::Output(_) => "output",
            CheckKind::Cases(_) => "cases",
            CheckKind::Pytest(_) => "pytest",
            CheckKind::Tool(_) => "tool",
            CheckKind::Mutants(_) => "mutants",
        })
        .collect();
    assert_eq!(kinds, ["output", "pytest", "cases", "tool"]);
    let tests = course.exercise("tests").expect("the third exercise");
    let CheckKind::Mutants(mutants) = &tests.checks[0].kind else { panic!("not a mutants check") };
    let versions: Vec<&str> = mutants.versions.iter().map(|version| version.name.as_str()).collect();
    assert_eq!(versions, ["good", "steps", "adds", "takes_zero"]);
    assert!(course.exercise("border").is_some(), "an alias finds its exercise");
}

/// A wrong key makes discovery list the right ones: each of them must be in the document.
#[test]
fn every_key_of_the_format_is_documented() {
    let root = tempfile::tempdir().expect("a temporary folder");
    write_example(root.path());
    let wrong = [
        ("course.yaml", "format: 1", "format: 1\nzzz: 1"),
        ("course.yaml", "{ summary: pytest }", "{ zzz: 1 }"),
        ("course.yaml", "{ time: 10s }", "{ zzz: 1 }"),
        ("shapes/01_area/exercise.yaml", "level: 1", "zzz: 1"),
        ("shapes/01_area/exercise.yaml", "    stdin: \"\"", "    zzz: 1"),
        ("shapes/01_area/exercise.yaml", "pattern: true", "zzz: 1"),
        ("shapes/01_area/exercise.yaml", "{ abs: 1e-9 }", "{ zzz: 1 }"),
        ("shapes/01_area/exercise.yaml", "    table:", "    zzz: 1\n    table:"),
        ("shapes/01_area/exercise.yaml", "args: [-1, 3]", "zzz: 1"),
        ("shapes/01_area/exercise.yaml", "    tests:", "    zzz: 1\n    tests:"),
        ("shapes/01_area/exercise.yaml", "    always: true", "    zzz: 1"),
        ("shapes/02_perimeter/exercise.yaml", "    why: The", "    zzz: The"),
        ("shapes/03_tests/exercise.yaml", "    source: hidden", "    zzz: 1"),
        ("shapes/03_tests/exercise.yaml", "        hint: Where", "        zzz: 1\n        hint: Where"),
        ("shapes/01_area/exercise.yaml", "    when:\n", "    zzz: 1\n    when:\n"),
        ("shapes/01_area/exercise.yaml", "when: { stdout", "when: { zzz: 1, stdout"),
        ("shapes/01_area/exercise.yaml", "  - text: A side", "  - zzz: 1\n    text: A side"),
        ("shapes/01_area/exercise.yaml", "when: { mistake: takes", "when: { zzz: 1, mistake: takes"),
        ("shapes/01_area/exercise.yaml", "starter: {", "starter: { zzz: 1,"),
    ];
    for (file, right, bad) in wrong {
        let path = root.path().join("exercises").join(file);
        let text = fs::read_to_string(&path).expect("a manifest");
        assert!(text.contains(right), "{file} has no `{right}`");
        support::write(root.path(), &format!("exercises/{file}"), text.replacen(right, bad, 1));
    }
    let errors = load(root.path()).expect_err("every manifest is broken");
    let lists: Vec<&str> = errors
        .iter()
        .filter(|error| error.what.starts_with("unknown key `zzz`"))
        .filter_map(|error| error.why.as_deref())
        .collect();
    assert_eq!(lists.len(), wrong.len(), "{errors}");
    let keys: BTreeSet<&str> = lists
        .iter()
        .flat_map(|list| list.split(" are ").nth(1).unwrap_or("").split('`').skip(1).step_by(2))
        .collect();
    assert!(keys.len() > 40, "{keys:?}");
    let missing: Vec<_> = keys.iter().filter(|key| !FORMAT.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/format.md does not mention {missing:?}");
}

#[test]
fn the_protocols_streams_are_records() {
    let streams = blocks(PROTOCOL, "jsonl");
    assert_eq!(streams.len(), 2);
    for stream in streams {
        let records: Vec<Record> = stream
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
            .collect();
        assert_eq!(records.first(), Some(&Record::Started { protocol: 1 }));
        assert!(matches!(records.last(), Some(Record::Finished { .. })));
    }
}

/// The numbers of the first table are those of the program; that the program returns them, `tests/verdicts.rs` shows.
#[test]
fn the_documented_exit_codes_are_ours() {
    let ours = [ExitStatus::Success, ExitStatus::Failure, ExitStatus::Error, ExitStatus::Interrupted]
        .map(|s| s as u8);
    let codes = |text: &str| -> Vec<u8> {
        let table = text.split("code | meaning |\n|---|---|\n").nth(1).expect("a table of codes");
        let rows = table.lines().take_while(|line| line.starts_with('|'));
        rows.map(|row| row.split('|').nth(1).and_then(|code| code.trim().parse::<u8>().ok()).expect("a code"))
            .collect()
    };
    assert_eq!(codes(EXIT_CODES), ours);
    assert_eq!(codes(README), ours);
}

/// A link to a file that is not there helps nobody.
#[test]
fn links_between_documents_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec![root.join("README.md"), root.join("CONTRIBUTING.md"), root.join("CHANGELOG.md")];
    documents.extend(fs::read_dir(root.join("docs")).expect("docs").flatten().map(|entry| entry.path()));
    documents.retain(|document| document.is_file());
    for document in documents {
        let text = fs::read_to_string(&document).expect("a document");
        let folder = document.parent().expect("a folder");
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or("");
            let local = !target.contains("://") && !file.is_empty();
            assert!(!local || folder.join(file).exists(), "{}: {target}", document.display());
        }
    }
}

/// Each picture that `docs/pictures/make` makes is shown, light and dark, with words for those who do not see it.
#[test]
fn the_readmes_pictures_are_there_light_and_dark() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let mut shown = BTreeSet::new();
    for picture in README.split("<picture>").skip(1) {
        let picture = picture.split("</picture>").next().unwrap_or_default();
        let after = |text: &str| {
            let rest = picture.split_once(text).unwrap_or_else(|| panic!("no {text} in {picture}")).1;
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        let dark = after("(prefers-color-scheme: dark)\" srcset=\"");
        let light = after("<img src=\"");
        assert_eq!(dark.replace("-dark.", "-light."), light);
        assert!(after("alt=\"").len() > 30, "{light} is described in a few letters");
        shown.extend([dark, light]);
    }
    let made: BTreeSet<String> = fs::read_dir(&folder)
        .expect("a folder")
        .flatten()
        .map(|entry| format!("docs/pictures/{}", entry.file_name().to_string_lossy()))
        .filter(|path| path.ends_with(".svg"))
        .collect();
    assert_eq!(shown, made);
    assert!(made.len() >= 8, "{made:?}");
    for path in &made {
        let svg = fs::read_to_string(folder.join("../..").join(path)).expect("a picture");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{path} is no SVG");
        assert_eq!(svg.matches("<text ").count(), svg.matches("</text>").count(), "{path}");
        assert!(svg.contains("prolings"), "{path} shows something else");
        // Nothing of the machine that made it.
        for foreign in ["/home/", "/root/", "/tmp/", "/Users/"] {
            assert!(!svg.contains(foreign), "{path} has {foreign}");
        }
    }
}
