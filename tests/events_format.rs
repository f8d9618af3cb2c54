//! The JSON lines format is what `docs/events.md` says.

mod events;
mod json_schema;

use std::collections::BTreeSet;
use std::time::Duration;

use events::{
    Sink, compared, diff, exception, exercise, failed, fault, frame, named, next, output, passed, report,
    run, skipped, syntax, test, with_feedback,
};
use prolings::model::event::{EVENTS_VERSION, Event};
use prolings::model::job::Target;
use prolings::model::limits::Exceeded;
use prolings::model::names::ExerciseName;
use prolings::model::verdict::{
    ComparedSides, Failure, Mismatch, NotCounted, Note, Survivor, Verdict, VersionOutcome, VersionResult,
};
use prolings::report::Reporter as _;
use prolings::report::jsonl::JsonLines;
use prolings::report::schema;
use serde_json::Value;

const DOC: &str = include_str!("../docs/events.md");

/// The run of the document's example.
fn example() -> Vec<Event> {
    let name = || ExerciseName::new("my_meta");
    let differs = output(&["-Creating class: [MyClass]", "+Creating class: [type]", " 100"]);
    let verdict = with_feedback(differs, "Announce the class that is being made, not its metaclass.");
    let failing = named("my_meta", 2, "A hook on class creation", "output of my_meta.py", verdict);
    let results = [failing, named("vehicle", 7, "An abstract class", "test_vehicle.py", passed(&[]))];
    let mut events = run(&results, Some(next()));
    events.insert(1, Event::Notice { text: "the network is open: this machine cannot close it".into() });
    let slow = Event::JobSlow {
        exercise: name(),
        check: "output of my_meta.py".into(),
        elapsed: Duration::from_secs(2),
    };
    events.insert(3, slow);
    events
}

/// Wrong versions that get through in every way.
fn survivors() -> Mismatch {
    let instead = [
        None,
        Some(NotCounted::Raised { test: "test_a".into(), exception: exception("KeyError", "45", &[]) }),
        Some(NotCounted::NotLoaded { exception: exception("AssertionError", "", &[]) }),
        Some(NotCounted::TimedOut { seconds: 2.0 }),
        Some(NotCounted::Ended),
    ];
    let survivor = |instead| Survivor { version: "no_discount".into(), hint: "Buy ten.".into(), instead };
    Mismatch::Survivors {
        survivors: instead.into_iter().map(survivor).collect(),
        killed: vec!["other".into()],
    }
}

/// Events that hold every field and every kind of mismatch.
fn everything() -> Vec<Event> {
    let raised = {
        let frames = [frame("my_meta.py", 1, "f", "f()")];
        let mut raised = exception("ValueError", "no", &frames);
        raised.cause = Some(Box::new(syntax("bad", 1, (1, 2), "x")));
        raised
    };
    let text = || String::from("text");
    let mut failing = test("test_a", "a message");
    failing.comparison =
        compared("==", "1", "2").map(|sides| ComparedSides { diff: Some(diff(&["-1", "+2"])), ..sides });
    failing.exception = Some(raised.clone());
    let mismatches = vec![
        output(&["-a", "+b", " c"]),
        Mismatch::LineOrder { first: text(), second: text() },
        Mismatch::ExitCode { expected: 0, actual: 1 },
        Mismatch::Raised { exception: raised.clone() },
        Mismatch::Syntax { exception: raised.clone() },
        Mismatch::Import { exception: raised.clone() },
        Mismatch::Call {
            call: text(),
            expected: text().into(),
            actual: text().into(),
            exception: Some(raised),
        },
        Mismatch::Test(failing),
        Mismatch::TestsMissing { tests: vec![text()], how: text().into() },
        Mismatch::Tool { command: text(), code: 1, output: text() },
        Mismatch::TimedOut { seconds: 1.0, stack: vec![], reading_input: true },
        Mismatch::OutputLimit { limit: 1, head: text() },
        Mismatch::LimitExceeded { limit: Exceeded::Memory(1) },
        Mismatch::Signaled { signal: 9 },
        Mismatch::NoTests { file: text(), skipped: vec![] },
        Mismatch::RightCodeFails { version: text(), passed_before: false },
        survivors(),
        Mismatch::Refused { file: text(), why: text().into() },
    ];
    let verdict = with_feedback(Mismatch::Signaled { signal: 9 }, "feedback");
    let Verdict::Failed(failure) = verdict else { unreachable!("it is a failure") };
    let mut results = vec![
        exercise("c", Verdict::Failed(Failure { mismatches, ..failure })),
        exercise("c", fault()),
        exercise("c", skipped("no nginx")),
        exercise("c", passed(&[Note::TrailingSpaces])),
        exercise("c", failed(Mismatch::Signaled { signal: 9 })),
    ];
    results[4].target = Target::Mistake("forgot_super".into());
    let (version, by) = ("no_discount".into(), vec!["test_a".into()]);
    results[4].checks[0].versions = vec![VersionResult { version, outcome: VersionOutcome::Killed, by }];
    let mut events = example();
    events.extend(run(&results, Some(next())));
    events
}

/// All keys of a value, and the names that stand for variants.
fn words(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                into.insert(key.clone());
                if matches!(
                    key.as_str(),
                    "event" | "verdict" | "resource" | "kind" | "line" | "status" | "target" | "trust"
                ) && let Value::String(variant) = value
                {
                    into.insert(variant.clone());
                }
                words(value, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, into)),
        _ => {}
    }
}

fn value(event: &Event) -> Value {
    serde_json::to_value(event).expect("events are JSON")
}

#[test]
fn the_documents_example_is_what_a_run_writes() {
    let (_, rest) = DOC.split_once("```jsonl\n").expect("the document has an example");
    let (block, _) = rest.split_once("```").expect("the example ends");
    let written: Vec<String> =
        example().iter().map(|event| serde_json::to_string(event).expect("events are JSON")).collect();
    let documented: Vec<Value> =
        block.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let real: Vec<Value> = example().iter().map(value).collect();
    assert!(documented == real, "docs/events.md should have:\n{}", written.join("\n"));
}

#[test]
fn every_field_and_variant_is_documented() {
    let mut used = BTreeSet::new();
    everything().iter().for_each(|event| words(&value(event), &mut used));
    let missing: Vec<_> = used.iter().filter(|word| !DOC.contains(&format!("`{word}`"))).collect();
    assert!(missing.is_empty(), "docs/events.md does not mention {missing:?}");
    assert!(DOC.contains(&format!("version {EVENTS_VERSION}")), "docs/events.md names another version");
}

/// The schema of a name, as it is made.
fn schema_of(name: &str) -> Value {
    let found = schema::all().into_iter().find(|(known, _)| *known == name);
    serde_json::from_str(&found.expect("a schema").1).expect("JSON")
}

#[test]
fn the_schemas_in_the_repository_are_up_to_date() {
    for (name, made) in schema::all() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema").join(name);
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        let word = name.split('.').next().unwrap_or_default();
        assert!(kept == made, "`prolings dev schema {word} > docs/schema/{name}` writes it");
    }
}

#[test]
fn the_schema_names_every_field_and_nothing_else() {
    let schema = schema_of(schema::EVENT);
    for event in everything() {
        let event = value(&event);
        let wrong = json_schema::strict_problems(&schema, &event, "event");
        assert_eq!(wrong, Vec::<String>::new(), "{event}");
        // Each field that it requires is missed, and a value of another type is refused.
        for name in event.as_object().expect("an object").keys() {
            let mut without = event.clone();
            without.as_object_mut().expect("an object").remove(name);
            let optional = ["name", "versions"].contains(&name.as_str());
            assert_eq!(
                json_schema::problems(&schema, &without, "event").is_empty(),
                optional,
                "{name}: {event}"
            );
            let mut other = event.clone();
            other[name] = serde_json::json!({ "of": ["another", "type"] });
            assert!(!json_schema::problems(&schema, &other, "event").is_empty(), "{name}: {event}");
        }
    }
}

#[test]
fn each_event_is_a_line_of_the_same_json() {
    let sink = Sink::default();
    let mut lines = JsonLines::new(Box::new(sink.clone()));
    for event in everything() {
        lines.on(&event).expect("the sink takes everything");
    }
    let text = sink.text();
    let read: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let real: Vec<Value> = everything().iter().map(value).collect();
    assert_eq!(read, real);
}

#[test]
fn a_run_is_started_and_finished_once() {
    let sink = Sink::default();
    report(&mut JsonLines::new(Box::new(sink.clone())), &[exercise("c", passed(&[]))], None);
    let text = sink.text();
    assert!(text.starts_with("{\"event\":\"run_started\""));
    assert!(text.lines().last().is_some_and(|line| line.starts_with("{\"event\":\"run_finished\"")));
    assert!(text.ends_with('\n'));
}
