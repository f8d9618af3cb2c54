//! Every report format, from the same events: what other programs read, and what a learner's program cannot do to it.

mod events;
mod json_schema;
#[path = "reports/languages.rs"]
mod languages;
#[path = "reports/proof.rs"]
mod proof;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use events::{Sink, compared, diff, exception, failed, fault, frame, named, output, passed, skipped, test};
use prolings::language::Language;
use prolings::model::check::Trust;
use prolings::model::event::{Event, ExerciseResult, RunSummary, Status};
use prolings::model::grade::{Part, Provenance, Score, Shard, TrustWanted};
use prolings::model::verdict::{ComparedSides, Failure, Mismatch, Verdict};
use prolings::report::formats::{self, FORMATS, Wanted};
use prolings::report::schema;
use serde_json::Value;

/// What a program may print to do harm somewhere.
const HOSTILE: &str = "\u{1b}[2J]]> <script>alert(1)</script> ```\n::error::forged\n##[error]forged\n</details> | a | \u{0}\u{fffe} %0A";

fn results() -> Vec<ExerciseResult> {
    let mut failing = test("test_a", HOSTILE);
    failing.comparison =
        compared("==", "1", "2").map(|sides| ComparedSides { diff: Some(diff(&["-1", "+2"])), ..sides });
    failing.exception = Some(exception("ValueError", HOSTILE, &[frame("raising.py", 7, "f", "f()")]));
    let mut with_stdout = failed(Mismatch::Test(failing));
    if let Verdict::Failed(Failure { stdout, .. }) = &mut with_stdout {
        HOSTILE.clone_into(stdout);
    }
    let mut half = named("half", 3, HOSTILE, "test_half.py", failed(Mismatch::Signaled { signal: 9 }));
    half.score = Score { earned: 0.5, possible: 1.0 };
    vec![
        named("sound", 0, "A sound one", "output of sound.py", passed(&[])),
        named("raising", 1, "One that raises", "test_raising.py", with_stdout),
        named("differs", 2, "Other output", "output of differs.py", failed(output(&["-a", "+<b>"]))),
        half,
        named("broken", 4, "A broken one", "test_broken.py", fault()),
        named("absent", 5, "Needs nginx", "test_absent.py", skipped("nginx is not installed # really")),
    ]
}

fn run() -> Vec<Event> {
    let provenance = Provenance {
        prolings: "0.1.0".into(),
        submission: "ada <ada@example.org>".into(),
        altered: vec!["exercises/a/conftest.py".into()],
        seed: 7,
        ..Provenance::default()
    };
    let mut all = vec![Event::Grading(provenance)];
    let mut summary = RunSummary { wall: Duration::from_millis(1500), ..RunSummary::default() };
    results().iter().for_each(|result| summary.count(result));
    all.extend(events::run(&results(), None));
    all.pop();
    all.push(Event::RunFinished(summary));
    all
}

/// The report of a whole run in a format that is a file, in English.
fn report(format: &str) -> String {
    report_in(Language::ENGLISH, format)
}

fn report_in(language: Language, format: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let wanted: Wanted = format!("{format}=report").parse().expect("a report");
    let mut reporter = formats::open(&wanted, folder.path(), language).expect("a reporter");
    run().iter().for_each(|event| reporter.on(event).expect("written"));
    fs::read_to_string(folder.path().join("report")).expect("a report")
}

fn json(format: &str) -> Value {
    serde_json::from_str(&report(format)).expect("JSON")
}

#[test]
fn each_format_is_documented() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reports.md"))
        .expect("a document");
    for (name, _) in FORMATS {
        assert!(document.contains(&format!("| `{name}` |")), "docs/reports.md lacks {name}");
    }
}

#[test]
fn nothing_that_steers_a_terminal_gets_through() {
    for (name, _) in FORMATS.iter().filter(|(name, _)| *name != "github") {
        let text = report(name);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{0}'), "{name}");
        assert!(!text.is_empty(), "{name}");
    }
}

#[test]
fn json_counts_points_and_says_where_they_come_from() {
    let report = json("json");
    assert_eq!(report["summary"]["score"]["earned"], 1.5);
    assert_eq!(report["summary"]["score"]["possible"], 4.0, "a fault and a skip do not count");
    assert_eq!(report["provenance"]["seed"], 7);
    assert_eq!(report["results"].as_array().map(Vec::len), Some(6));
}

#[test]
fn json_and_its_lines_are_as_their_schemas_say() {
    let schema_of = |name: &str| -> Value {
        let found = schema::all().into_iter().find(|(known, _)| *known == name);
        serde_json::from_str(&found.expect("a schema").1).expect("JSON")
    };
    let wrong = json_schema::strict_problems(&schema_of(schema::REPORT), &json("json"), "report");
    assert_eq!(wrong, Vec::<String>::new());
    let event = schema_of(schema::EVENT);
    let part = Part { shard: Shard { index: 1, count: 2 }, exercises: vec!["sound".into()] };
    let sharded = Event::Grading(Provenance { part: Some(part), ..Provenance::default() });
    let sharded = serde_json::to_value(&sharded).expect("JSON");
    assert_eq!(json_schema::strict_problems(&event, &sharded, "event"), Vec::<String>::new(), "{sharded}");
    let lines = report("jsonl");
    assert!(lines.lines().count() > 10, "{lines}");
    for line in lines.lines() {
        let value = serde_json::from_str(line).expect("JSON");
        assert_eq!(json_schema::strict_problems(&event, &value, "event"), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn junit_has_unique_names_and_each_kind_of_end() {
    let text = report("junit");
    assert_eq!(text.matches("<testcase ").count(), 6);
    for part in ["<failure ", "<error ", "<skipped "] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(!text.contains("<script>"), "{text}");
    assert!(!text.contains('\u{fffe}'), "no legal character of XML: {text}");
}

#[test]
fn markdown_fences_hold() {
    let text = report("markdown");
    assert!(text.starts_with("## 1.5 of 4 points (38 %)"), "{text}");
    assert!(text.contains("\n````text\n"), "the fence is longer than what stands in it: {text}");
    assert!(text.len() < 65_536);
}

#[test]
fn a_comment_stays_within_its_limit() {
    let long = "x".repeat(20_000);
    let results: Vec<ExerciseResult> = (0..200)
        .map(|index| named(&format!("e{index}"), index, "t", "c", failed(output(&[&format!("+{long}")]))))
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let wanted: Wanted = "markdown=report".parse().expect("a report");
    let mut reporter = formats::open(&wanted, folder.path(), Language::ENGLISH).expect("a reporter");
    events::run(&results, None).iter().for_each(|event| reporter.on(event).expect("written"));
    let text = fs::read_to_string(folder.path().join("report")).expect("a report");
    assert!(text.len() < 65_536, "{}", text.len());
    assert!(text.contains("more that did not pass"), "what is left out is counted");
}

#[test]
fn html_is_one_page_without_foreign_markup() {
    let text = report("html");
    assert!(!text.contains("<script>alert"), "learners' text became markup");
    assert_eq!(text.matches("<details class=\"exercise").count(), 6);
    for foreign in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!text.contains(foreign), "the page loads something: {foreign}");
    }
}

#[test]
fn gradescope_gives_no_zero_for_a_fault() {
    let report = json("gradescope");
    assert_eq!(report["score"], 1.5);
    let broken =
        report["tests"].as_array().expect("tests").iter().find(|test| test["name"] == "broken: A broken one");
    let broken = broken.expect("the broken one");
    assert!(broken.get("score").is_none() && broken.get("status").is_none(), "{broken}");
    assert!(report["output"].as_str().expect("a text").contains("could not be judged"), "{report}");
}

#[test]
fn classroom_totals_the_same_in_both_ways() {
    let report = json("classroom");
    let tests = report["tests"].as_array().expect("tests");
    let score = |test: &&Value| test["score"].as_f64().expect("a score");
    let all: f64 = tests.iter().map(|test| score(&test)).sum();
    let of_passed: f64 = tests.iter().filter(|test| test["status"] == "pass").map(|test| score(&test)).sum();
    assert!((all - 1.5).abs() < 1e-9 && (of_passed - 1.5).abs() < 1e-9, "{report}");
    assert_eq!(
        (&report["version"], &report["max_score"], &report["status"]),
        (&1.into(), &4.0.into(), &"error".into())
    );
}

#[test]
fn exercism_says_error_with_a_message_and_otherwise_lists_tests() {
    let report = json("exercism");
    assert_eq!((&report["version"], &report["status"]), (&3.into(), &"error".into()));
    assert!(report["message"].is_string() && report.get("tests").is_none(), "{report}");
}

#[test]
fn exercism_takes_a_run_that_was_stopped_for_no_verdict() {
    let stopped = |verdict| {
        let mut waiting = named("waiting", 1, "t", "c", passed(&[]));
        (waiting.status, waiting.checks) = (Status::Cancelled, Vec::new());
        let folder = tempfile::tempdir().expect("a folder");
        let wanted: Wanted = "exercism=report".parse().expect("a report");
        let mut reporter = formats::open(&wanted, folder.path(), Language::ENGLISH).expect("a reporter");
        let results = [named("done", 0, "t", "c", verdict), waiting];
        events::run(&results, None).iter().for_each(|event| reporter.on(event).expect("written"));
        let text = fs::read_to_string(folder.path().join("report")).expect("a report");
        serde_json::from_str::<Value>(&text).expect("JSON")
    };
    let report = stopped(passed(&[]));
    assert_eq!((&report["status"], report["message"].is_string()), (&"error".into(), true), "{report}");
    let report = stopped(failed(output(&["-a"])));
    assert_eq!((&report["status"], &report["message"]), (&"fail".into(), &Value::Null), "{report}");
}

#[test]
fn ctrf_has_what_its_schema_requires() {
    let report = json("ctrf");
    assert_eq!(report["reportFormat"], "CTRF");
    let summary = &report["results"]["summary"];
    for (name, count) in
        [("tests", 6), ("passed", 1), ("failed", 3), ("skipped", 1), ("pending", 0), ("other", 1)]
    {
        assert_eq!(summary[name], count, "{name}");
    }
    assert!(summary["stop"].as_u64() >= summary["start"].as_u64());
}

#[test]
fn tap_numbers_its_points() {
    let text = report("tap");
    assert!(text.starts_with("TAP version 14\n1..6\nok 1 - sound\nnot ok 2 - raising\n  ---\n"), "{text}");
    assert!(text.contains("ok 6 - absent # SKIP nginx is not installed \\# really\n"), "{text}");
    assert!(!text.lines().any(|line| line.starts_with("::")), "{text}");
}

#[test]
fn a_run_that_stops_in_the_middle_leaves_whole_reports() {
    for (name, _) in FORMATS.iter().filter(|(name, _)| !["github", "jsonl"].contains(name)) {
        let folder = tempfile::tempdir().expect("a folder");
        let wanted: Wanted = format!("{name}=report").parse().expect("a report");
        let reporter = formats::open(&wanted, folder.path(), Language::ENGLISH).expect("a reporter");
        let text = fs::read_to_string(folder.path().join("report")).expect("it is there from the start");
        assert!(!text.is_empty(), "{name}");
        drop(reporter);
    }
}

#[test]
fn an_earlier_report_stays_until_the_run_begins() {
    for (name, _) in FORMATS.iter().filter(|(name, _)| *name != "github") {
        let folder = tempfile::tempdir().expect("a folder");
        let mut earlier = fs::File::create_new(folder.path().join("report")).expect("a file");
        earlier.write_all(b"earlier").expect("written");
        let read = || fs::read_to_string(folder.path().join("report")).expect("a report");
        let wanted: Wanted = format!("{name}=report").parse().expect("a report");
        let open = || formats::open(&wanted, folder.path(), Language::ENGLISH).expect("a reporter");
        drop(open());
        assert_eq!(read(), "earlier", "{name}");
        let mut reporter = open();
        run().iter().take(2).for_each(|event| reporter.on(event).expect("written"));
        assert_ne!(read(), "earlier", "{name}");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "{name}");
    }
}

#[test]
fn the_terminals_bytes_never_become_commands_of_github() {
    let sink = Sink::default();
    let mut github = formats::github(None, Language::ENGLISH, Box::new(sink.clone()));
    run().iter().for_each(|event| github.on(event).expect("written"));
    let text = sink.text();
    let token = text
        .strip_prefix("::stop-commands::")
        .and_then(|rest| rest.split('\n').next())
        .expect("commands are off");
    let (_, after) = text.split_once(&format!("\n::{token}::\n")).expect("and on again");
    let commands: Vec<&str> = after.lines().collect();
    assert!(
        commands.iter().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")),
        "{text}"
    );
    assert_eq!(commands.len(), 4, "{text}");
    assert!(commands[0].contains("raising.py,line=7"), "those with a line come first: {text}");
    assert!(!after.contains("\n##["), "{text}");
}
