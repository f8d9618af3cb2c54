//! Where proof is wanted, each format says which passes are none.

use super::*;

/// The report of a run in which proof was wanted, `proved` is one and `forgeable` is none.
fn report_of_proof(format: &str) -> String {
    let mut proved = named("proved", 0, "A proof", "cases of proved.py", passed(&[]));
    proved.checks[0].trust = Trust::ForgeryProof;
    let mut forgeable = named("forgeable", 1, "No proof", "test_forgeable.py", passed(&[]));
    forgeable.checks[0].trust = Trust::NotForgeryProof;
    let failing = named("failing", 2, "No pass", "output of failing.py", failed(output(&["-a"])));
    let folder = tempfile::tempdir().expect("a folder");
    let wanted: Wanted = format!("{format}=report").parse().expect("a report");
    let mut reporter = formats::open(&wanted, folder.path(), Language::ENGLISH).expect("a reporter");
    let wanted = Provenance { trust: TrustWanted::Proof, ..Provenance::default() };
    reporter.on(&Event::Grading(wanted)).expect("written");
    events::run(&[proved, forgeable, failing], None)
        .iter()
        .for_each(|event| reporter.on(event).expect("written"));
    fs::read_to_string(folder.path().join("report")).expect("a report")
}

#[test]
fn every_format_names_the_passes_that_are_no_proof_where_proof_is_wanted() {
    let json = |format: &str| -> Value { serde_json::from_str(&report_of_proof(format)).expect("JSON") };
    assert_eq!(json("json")["not_forgery_proof"], serde_json::json!(["forgeable"]));
    for format in ["markdown", "html", "github"] {
        let text = report_of_proof(format).replace("<code>", "`").replace("</code>", "`");
        assert!(text.contains("Not forgery-proof: `forgeable`."), "{format}: {text}");
    }

    let junit = report_of_proof("junit");
    let case = |name: &str| {
        let (_, rest) = junit.split_once(&format!("<testcase name=\"{name}\"")).expect("a case");
        rest.split("</testcase>").next().expect("its end").to_owned()
    };
    assert!(case("proved").contains("<property name=\"trust\" value=\"forgery_proof\"/>"), "{junit}");
    assert!(!case("proved").contains("<system-out>"), "{junit}");
    let forgeable = case("forgeable");
    assert!(forgeable.contains("<property name=\"trust\" value=\"not_forgery_proof\"/>"), "{junit}");
    assert!(forgeable.contains("<system-out>not forgery-proof</system-out>"), "{junit}");
    assert!(!case("failing").contains("trust"), "what did not pass is neither: {junit}");

    let ctrf = json("ctrf");
    assert_eq!(ctrf["results"]["extra"]["not_forgery_proof"], serde_json::json!(["forgeable"]));
    let trusts: Vec<&Value> = ctrf["results"]["tests"]
        .as_array()
        .expect("tests")
        .iter()
        .map(|test| &test["extra"]["trust"])
        .collect();
    assert_eq!(trusts, [&Value::from("forgery_proof"), &Value::from("not_forgery_proof"), &Value::Null]);

    let tap = report_of_proof("tap");
    assert!(
        tap.contains("ok 1 - proved\nok 2 - forgeable\n# not forgery-proof\nnot ok 3 - failing\n"),
        "{tap}"
    );

    let of = |report: &Value, key: &str| -> Vec<String> {
        let tests = report["tests"].as_array().expect("tests").iter();
        tests.map(|test| test[key].as_str().unwrap_or("none").to_owned()).collect()
    };
    let messages = of(&json("classroom"), "message");
    assert_eq!(messages[..2], ["passed", "passed (not forgery-proof)"]);
    assert_eq!(of(&json("exercism"), "output")[..2], ["none", "not forgery-proof"]);
}

#[test]
fn gradescope_tells_instructors_alone_which_passes_are_no_proof() {
    let report: Value = serde_json::from_str(&report_of_proof("gradescope")).expect("JSON");
    let tests = report["tests"].as_array().expect("tests");
    let (last, others) = tests.split_last().expect("tests");
    assert_eq!(
        (&last["visibility"], &last["output"]),
        (&"hidden".into(), &"Not forgery-proof: forgeable.".into())
    );
    assert!(last.get("score").is_none() && last.get("max_score").is_none(), "it counts for nothing: {last}");
    assert!(others.iter().all(|test| test["visibility"] == "visible"), "{report}");
    assert!(!report["output"].as_str().expect("a text").contains("proof"), "{report}");
    assert_eq!(others[1]["extra_data"]["trust"], "not_forgery_proof");
}

#[test]
fn nothing_is_said_of_proof_where_nobody_asked_for_it() {
    for format in ["junit", "gradescope", "classroom", "exercism", "tap", "markdown"] {
        assert!(!report(format).contains("orgery-proof"), "{format}: {}", report(format));
    }
}
