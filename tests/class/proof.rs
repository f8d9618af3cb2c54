//! A class graded for proof: a forged submission among honest ones does not pass, and rows say which passes are no proof.

#![cfg(unix)]

use super::*;

/// Equal to everything that a test compares it with.
const FORGED: &str = "class Anything:\n    def __eq__(self, other):\n        return True\n\n\ndef double(value):\n    return Anything()\n";

/// `doubling` may be split, `area` has tests that may not be, `greeting` is judged by its output.
fn class() -> Class {
    let class = Class::new();
    let doubling = DOUBLING.replace("doubling.py", "exercise.yaml");
    class.course.replace(&doubling, "    tests:", "    split: allowed\n    tests:");
    let area = AREA.replace("area.py", "exercise.yaml");
    class.course.write(
        &area,
        "title: An area\nlevel: 1\nedit: [area.py]\nstarter: { fails: test_area }\nchecks:\n  - pytest: test_area.py\n    \
         tests: [test_area]\nhints: [Turn both into whole numbers.]\n",
    );
    class.course.write(
        &AREA.replace("area.py", "test_area.py"),
        "from area import area\n\n\ndef test_area():\n    assert area(\"2\", 3) == 6\n",
    );
    class.hand_in("ada", [Work::Right; 3]);
    class.hand_in("ben", [Work::Right, Work::Squares, Work::Untouched]);
    class.hand_in("cleo", [Work::Right, Work::Right, Work::Untouched]);
    class.hand_in("mallory", [Work::Untouched, Work::Untouched, Work::Right]);
    class.write("mallory", DOUBLING, FORGED);
    class
}

/// Status of `doubling` by submission.
fn doubling(rows: &[Value]) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    rows.iter().map(|row| (text(&row["submission"]), text(&row["exercises"][1]["status"]))).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(name, status)| ((*name).to_owned(), (*status).to_owned())).collect()
}

#[test]
fn a_forged_submission_does_not_pass_and_rows_name_what_is_no_proof() {
    let class = class();
    let db = class.out("grades.db").display().to_string();
    let json = class.out("book.json");
    let report = format!("json={}", json.display());
    let ran = class.grade("out", &["--trust", "proof", "--db", &db, "--report", &report]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let rows = class.rows("out");
    let honest = [("ada", "passed"), ("ben", "failed"), ("cleo", "passed")];
    assert_eq!(doubling(&rows), pairs(&[&honest[..], &[("mallory", "failed")]].concat()), "{ran:#?}");
    let unproved: Vec<&Value> = rows.iter().map(|row| &row["not_forgery_proof"]).collect();
    let (none, area) = (Value::from(Vec::<&str>::new()), Value::from(vec!["area"]));
    assert_eq!(unproved, [&area, &none, &none, &area]);
    let csv = class.read("out", "gradebook.csv");
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0].ends_with(",fault,not_forgery_proof,greeting,doubling,area"), "{csv}");
    assert!(lines[1].ends_with(",,,area,1,1,1") && lines[2].ends_with(",,,,1,0,0"), "{csv}");
    assert!(lines[4].starts_with("mallory,graded,1,3,") && lines[4].ends_with(",,,area,0,0,1"), "{csv}");
    let html = class.read("out", "gradebook.html");
    assert!(html.contains("Not forgery-proof: <code>area</code>."), "{html}");
    assert_eq!(html.matches("<td class=\"unproved\"").count(), 2, "ada's area and mallory's");
    assert!(ran.stdout.contains("Not forgery-proof: area."), "{ran:#?}");
    assert!(ran.stdout.contains("3 of 3 points (100 %), 1 not forgery-proof"), "{ran:#?}");
    let book: Value = serde_json::from_str(&fs::read_to_string(json).expect("a report")).expect("JSON");
    assert_eq!(book["conditions"]["trust"], "proof");
    let proof = "select submission, exercise, forgery_proof from results where forgery_proof is not null";
    let proved = query(&db, &format!("{proof} order by submission, exercise"));
    let wanted = ["ada|area|0", "ada|doubling|1", "ada|greeting|1", "ben|greeting|1", "cleo|doubling|1"];
    assert_eq!(
        proved.lines().collect::<Vec<_>>(),
        [&wanted[..], &["cleo|greeting|1", "mallory|area|0"]].concat()
    );
    let again = class.grade("out", &["--trust", "proof"]);
    assert!(again.stdout.contains("4 known from the journal"), "{again:#?}");
}

/// What proof is worth: in one process the same forgery passes. And grades of both kinds never mix.
#[test]
fn without_proof_the_forgery_passes_and_says_nothing() {
    let class = class();
    let ran = class.grade("out", &["--only", "doubling"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let rows = class.rows("out");
    let status = |row: &Value| row["exercises"][0]["status"].as_str().map(str::to_owned);
    assert_eq!(status(&rows[3]).as_deref(), Some("passed"), "{rows:#?}");
    assert!(rows.iter().all(|row| row.get("not_forgery_proof").is_none()));
    assert!(!class.read("out", "gradebook.csv").contains("forgery") && !ran.stdout.contains("forgery"));
    let proof = class.grade("out", &["--only", "doubling", "--trust", "proof"]);
    assert!(proof.stderr.contains("everything is graded again"), "{proof:#?}");
    assert!(proof.stderr.contains("trust: usual and proof"), "{proof:#?}");
    assert_eq!(status(&class.rows("out")[3]).as_deref(), Some("failed"));
    assert!(proof.stdout.contains("Every pass is forgery-proof."), "{proof:#?}");
}

/// Where no tests can be split, nothing is a fault: what may be split is judged as usual, and said to be no proof.
#[test]
fn where_nothing_can_be_split_that_is_said() {
    let class = class();
    let ran = class.grade("out", &["--trust", "proof", "--without-fork"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("tests cannot run apart from learners' code on this machine"), "{ran:#?}");
    let rows = class.rows("out");
    assert_eq!(rows[0]["not_forgery_proof"], Value::from(vec!["doubling", "area"]));
    assert!(ran.stdout.contains("Not forgery-proof: doubling, area."), "{ran:#?}");
    // What is always split is skipped.
    let manifest = DOUBLING.replace("doubling.py", "exercise.yaml");
    class.course.replace(&manifest, "split: allowed", "mode: split");
    let ran = class.grade("always", &["--trust", "proof", "--without-fork"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_eq!(doubling(&class.rows("always"))[0].1, "skipped", "{ran:#?}");
    assert_eq!(class.rows("always")[0]["not_forgery_proof"], Value::from(vec!["area"]));
}
