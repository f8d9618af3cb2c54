//! `comment.py`: which pull request, which comment, and what of a hostile artifact gets into it.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use crate::api::{Answer, Api, Request};
use crate::runner::{Job, Step, commands, report, zip};
use crate::support::Small;

const HEAD: &str = "0123456789abcdef0123456789abcdef01234567";
const BOT: &str = "github-actions[bot]";

/// What does harm somewhere: in Markdown, in HTML, in a terminal, in a runner's log, to people who are named.
const HOSTILE: &str = "</details> <img src=x onerror=alert(1)> ```` | [a](javascript:x) @everyone #1\n::error::forged\n\
                       ##[error]forged\n\u{1b}[2J\u{202e}\u{200b}\u{0} <!-- prolings: grade -->";

/// A service with one run, its artifact, and comments.
struct Service {
    api: Api,
    course: Small,
    event: Value,
}

fn pull(number: u32, sha: &str, repository: u32) -> Value {
    json!({ "number": number, "head": { "sha": sha, "repo": { "id": repository } }, "user": { "login": "ada" } })
}

fn comment(id: u32, login: &str, body: &str) -> Value {
    json!({ "id": id, "user": { "login": login }, "body": body })
}

impl Service {
    fn new(archive: Vec<u8>, pulls: Vec<Value>, comments: Vec<Value>) -> Self {
        Self::with_artifacts(json!([artifact(5, archive.len())]), archive, pulls, comments)
    }

    fn with_artifacts(artifacts: Value, archive: Vec<u8>, pulls: Vec<Value>, comments: Vec<Value>) -> Self {
        let address: Arc<Mutex<String>> = Arc::default();
        let own = Arc::clone(&address);
        let api = Api::start(move |request: &Request| {
            let path = request.path.split('?').next().unwrap_or_default();
            match (request.method.as_str(), path.trim_start_matches("/repos/teacher/course/")) {
                ("GET", "pulls") => Answer::Json(Value::Array(pulls.clone())),
                ("GET", "actions/runs/99/artifacts") => Answer::Json(json!({ "artifacts": artifacts })),
                ("GET", "actions/artifacts/5/zip") => {
                    Answer::Redirect(format!("{}/storage/5", own.lock().expect("an address")))
                }
                ("GET", "/storage/5") => Answer::Bytes(archive.clone()),
                ("GET", "issues/7/comments") => Answer::Json(Value::Array(comments.clone())),
                ("POST", "issues/7/comments") | ("PATCH", "issues/comments/31") => Answer::Json(json!({})),
                _ => Answer::Missing,
            }
        });
        address.lock().expect("an address").clone_from(&api.address);
        let event = json!({ "workflow_run": {
            "id": 99, "event": "pull_request", "head_sha": HEAD, "head_branch": "my work&state=all", "conclusion": "failure",
            "pull_requests": [], "head_repository": { "id": 4, "owner": { "login": "ada" } },
        } });
        Self { api, course: Small::new(), event }
    }

    fn comment(&self) -> Step {
        let job = Job::new(self.course.path());
        let event = job.write("event.json", &self.event.to_string());
        let variables = [
            ("GITHUB_EVENT_PATH", event.to_str().expect("a path")),
            ("GITHUB_API_URL", &self.api.address),
            ("GITHUB_REPOSITORY", "teacher/course"),
            ("GH_TOKEN", "secret-token"),
        ];
        job.python("comment.py", &[], &variables)
    }

    /// The one change that was made.
    fn change(&self) -> Request {
        let changes = self.api.changes();
        assert_eq!(changes.len(), 1, "{changes:#?}");
        changes[0].clone()
    }
}

fn artifact(id: u32, size: usize) -> Value {
    json!({ "id": id, "name": "prolings-report", "expired": false, "size_in_bytes": size })
}

fn packed(report: &Value) -> Vec<u8> {
    zip(&[("report.json", report.to_string().as_bytes()), ("report.html", b"<script>")])
}

fn body(request: &Request) -> &str {
    request.body["body"].as_str().expect("a text")
}

#[test]
fn a_pull_request_gets_one_comment() {
    let archive = packed(&report(HEAD, "double(2) must be 4"));
    let service = Service::new(archive.clone(), vec![pull(7, HEAD, 4)], vec![]);
    let step = service.comment();
    assert_eq!(step.code, Some(0), "{step:#?}");
    let made = service.change();
    assert_eq!(
        (made.method.as_str(), made.path.as_str()),
        ("POST", "/repos/teacher/course/issues/7/comments")
    );
    let text = body(&made);
    assert!(text.starts_with("<!-- prolings: grade -->\n## Graded: 1 of 2 points"), "{text}");
    for part in
        ["| ✅ | `area` | passed | 1 / 1 |", "| ❌ | `doubling` | failed | 0 / 1 |", "double(2) must be 4"]
    {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(text.contains("not the grade of record"), "{text}");

    // The second time it is changed; one that somebody else made to look like ours is left alone.
    let comments = vec![
        comment(30, "ada", "<!-- prolings: grade -->\n## Graded: 2 of 2 points"),
        comment(31, BOT, "<!-- prolings: grade -->\nold"),
    ];
    let service = Service::new(archive, vec![pull(7, HEAD, 4)], comments);
    assert_eq!(service.comment().code, Some(0));
    let made = service.change();
    assert_eq!(
        (made.method.as_str(), made.path.as_str()),
        ("PATCH", "/repos/teacher/course/issues/comments/31")
    );
}

#[test]
fn a_comment_names_the_passes_that_are_no_proof_where_proof_was_wanted() {
    let cases = [
        (Value::Null, None),
        (json!([]), Some("\n\nEvery pass is forgery-proof.\n\n")),
        (json!(["area"]), Some("\n\nNot forgery-proof: `area`.\n\n")),
    ];
    for (names, wanted) in cases {
        let mut report = report(HEAD, "x");
        report["not_forgery_proof"] = names.clone();
        let service = Service::new(packed(&report), vec![pull(7, HEAD, 4)], vec![]);
        assert_eq!(service.comment().code, Some(0), "{names}");
        let made = service.change();
        let text = body(&made);
        match wanted {
            Some(wanted) => assert!(text.contains(wanted), "{names}: {text}"),
            None => assert!(!text.contains("orgery-proof"), "{names}: {text}"),
        }
    }
}

#[test]
fn the_pull_request_is_the_one_that_the_service_names() {
    let archive = packed(&report(HEAD, "x"));
    // Another commit by now, another repository, none at all: nothing is written anywhere.
    let newer = "f".repeat(40);
    for pulls in [vec![pull(7, &newer, 4)], vec![pull(7, HEAD, 666)], vec![]] {
        let service = Service::new(archive.clone(), pulls, vec![]);
        let step = service.comment();
        assert_eq!((step.code, service.api.changes().len()), (Some(0), 0), "{step:#?}");
        assert!(step.log.contains("nothing to comment on"), "{step:#?}");
    }
    // A branch's name stays a name.
    let service = Service::new(archive, vec![pull(7, HEAD, 4)], vec![]);
    service.comment();
    let asked =
        service.api.seen().into_iter().find(|request| request.path.contains("/pulls?")).expect("asked");
    assert!(
        asked.path.contains("head=ada%3Amy+work%26state%3Dall") && asked.path.contains("state=open"),
        "{asked:?}"
    );
}

#[test]
fn the_token_stays_with_the_api() {
    let service = Service::new(packed(&report(HEAD, "x")), vec![pull(7, HEAD, 4)], vec![]);
    let step = service.comment();
    assert!(!step.log.contains("secret-token"));
    for request in service.api.seen() {
        let wanted = (!request.path.starts_with("/storage/")).then(|| "Bearer secret-token".to_owned());
        assert_eq!(request.authorization, wanted, "{}", request.path);
    }
}

#[test]
fn hostile_texts_have_no_power() {
    let service = Service::new(packed(&report(HEAD, HOSTILE)), vec![pull(7, HEAD, 4)], vec![]);
    let step = service.comment();
    assert_eq!(step.code, Some(0), "{step:#?}");
    assert!(
        commands(&step.log).iter().all(|line| line.starts_with("::notice title=prolings::")),
        "{step:#?}"
    );
    let made = service.change();
    let text = body(&made);
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\0']), "{text:?}");
    // Every line of the learner's stands in a fence that nothing in it closes.
    let (before, rest) = text.split_once("```````text\n").expect("a fence longer than any run of marks");
    let (inside, after) = rest.split_once("\n```````\n").expect("it is closed");
    assert!(inside.contains("onerror") && inside.contains("@everyone"), "{inside}");
    for part in ["onerror", "javascript", "@everyone", "forged"] {
        assert!(!before.contains(part) && !after.contains(part), "{part} stands outside: {text}");
    }
    assert_eq!(text.matches("<details>").count(), 1, "{text}");
}

#[test]
fn what_is_no_report_of_this_commit_is_not_believed() {
    let good = report(HEAD, "x");
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = good.clone();
        change(&mut changed);
        packed(&changed)
    };
    let text = |text: &str| zip(&[("report.json", text.as_bytes())]);
    let nan = good.to_string().replacen("\"earned\":1.0", "\"earned\":NaN", 1);
    let endless = good.to_string().replacen("\"earned\":1.0", "\"earned\":1e999", 1);
    assert!(nan.contains("NaN") && endless.contains("1e999"));
    let row = |name: &'static str, archive: Vec<u8>| (name, archive);
    let hostile = [
        row("no zip", b"PK\x03\x04nonsense".to_vec()),
        row("empty", Vec::new()),
        row("no report", zip(&[("other.json", b"{}")])),
        row("a path", zip(&[("../report.json", good.to_string().as_bytes())])),
        row("two reports", zip(&[("report.json", b"{}"), ("report.json", good.to_string().as_bytes())])),
        row("a bomb", zip(&[("report.json", &vec![b' '; 64 << 20])])),
        row("no JSON", text("{")),
        row("no UTF-8", zip(&[("report.json", b"\xff\xfe")])),
        row("deep", text(&"[".repeat(200_000))),
        row("a list", text("[]")),
        row("NaN", text(&nan)),
        row("endless", text(&endless)),
        row("another version", with(&|report| report["version"] = json!(2))),
        row(
            "another commit",
            with(&|report| report["provenance"]["submission_commit"] = json!("f".repeat(40))),
        ),
        row("an unknown exercise", with(&|report| report["results"][0]["exercise"] = json!("`x` @everyone"))),
        row("an exercise twice", with(&|report| report["results"][1]["exercise"] = json!("area"))),
        row("too many points", with(&|report| report["results"][0]["score"]["earned"] = json!(1_000.0))),
        row("negative points", with(&|report| report["results"][0]["score"]["possible"] = json!(-1))),
        row("another status", with(&|report| report["results"][0]["status"] = json!("## excellent"))),
        row(
            "other types",
            with(&|report| report["results"][1]["checks"][0]["feedback"] = json!({ "text": [1] })),
        ),
        row("a pass that is none", with(&|report| report["not_forgery_proof"] = json!(["doubling"]))),
        row("a proof of markup", with(&|report| report["not_forgery_proof"] = json!(["<b>@everyone"]))),
        row("a version with markup", with(&|report| report["provenance"]["prolings"] = json!("<b>"))),
    ];
    for (name, archive) in hostile {
        let service = Service::new(archive, vec![pull(7, HEAD, 4)], vec![]);
        let step = service.comment();
        assert_eq!(step.code, Some(0), "{name}: {step:#?}");
        let made = service.change();
        let text = body(&made);
        assert!(text.contains("## Not graded") && text.lines().count() == 4, "{name}: {text}");
        assert!(!text.contains("everyone") && !step.log.contains("Traceback"), "{name}: {step:#?}");
    }
}

#[test]
fn an_artifact_must_be_one_and_not_too_large() {
    let archive = packed(&report(HEAD, "x"));
    let size = archive.len();
    let mut gone = artifact(5, size);
    gone["expired"] = json!(true);
    let rows = [
        json!([]),
        json!([artifact(5, size), artifact(6, size)]),
        json!([artifact(5, 1 << 30)]),
        json!([gone]),
    ];
    for artifacts in rows {
        let service =
            Service::with_artifacts(artifacts.clone(), archive.clone(), vec![pull(7, HEAD, 4)], vec![]);
        let step = service.comment();
        assert_eq!(step.code, Some(0), "{artifacts}: {step:#?}");
        assert!(body(&service.change()).contains("## Not graded"), "{artifacts}");
        assert!(
            !service.api.seen().iter().any(|request| request.path.starts_with("/storage/")),
            "{artifacts}"
        );
    }
}

#[test]
fn a_long_report_stays_within_the_limit_of_a_comment() {
    let mut long = report(HEAD, &"word ".repeat(100_000));
    let lines: Vec<Value> = (0..3)
        .map(|_| {
            json!({ "kind": "test", "id": "x", "outcome": "failed",
        "message": "y".repeat(150) + "\n" + &"z".repeat(150) })
        })
        .collect();
    long["results"][1]["checks"][0]["mismatches"] = json!(lines);
    let service = Service::new(packed(&long), vec![pull(7, HEAD, 4)], vec![]);
    assert_eq!(service.comment().code, Some(0));
    assert!(body(&service.change()).chars().count() < 65_536);
}
