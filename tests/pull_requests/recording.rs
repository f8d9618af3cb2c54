//! `record.py`: which pull requests the grade of record is made of, and what is written down.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::api::{Answer, Api, Request};
use crate::runner::{Job, Step, report, zip};
use crate::support::Small;

fn sha(digit: &str) -> String {
    digit.repeat(40)
}

/// Three open pull requests of three people.
fn pulls() -> Value {
    let pull = |number: u32, digit: &str, login: &str| json!({ "number": number, "head": { "sha": sha(digit), "repo": { "id": number } }, "user": { "login": login } });
    json!([pull(7, "a", "ada"), pull(8, "b", "=cmd()|x"), pull(9, "c", "grace")])
}

/// A service whose run has these artifacts.
fn service(artifacts: BTreeMap<u32, Vec<u8>>) -> Api {
    Api::start(move |request: &Request| {
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let path = path.trim_start_matches("/repos/teacher/course/");
        if request.method == "POST" && path.starts_with("statuses/") {
            return Answer::Json(json!({}));
        }
        let number =
            |from: &str| path.strip_prefix(from).and_then(|rest| rest.trim_end_matches("/zip").parse().ok());
        match path {
            // The service filters by branch, and by head.
            "pulls" if query.contains("head=ada%3Awork") => Answer::Json(json!([pulls()[0]])),
            "pulls" if query.contains("base=main") => Answer::Json(pulls()),
            "actions/runs/55/artifacts" => {
                let list = artifacts.iter().map(|(number, archive)| {
                    json!({ "id": number, "name": format!("prolings-record-{number}"), "expired": false,
                            "size_in_bytes": archive.len() })
                });
                Answer::Json(json!({ "artifacts": list.collect::<Vec<Value>>() }))
            }
            _ => match (number("actions/artifacts/"), number("pulls/")) {
                (Some(id), _) => {
                    artifacts.get(&id).map_or(Answer::Missing, |archive| Answer::Bytes(archive.clone()))
                }
                (_, Some(7..=9)) => {
                    let wanted = number("pulls/").unwrap_or_default();
                    let all = pulls();
                    let found = all.as_array().into_iter().flatten().find(|pull| pull["number"] == wanted);
                    found.map_or(Answer::Missing, |pull| Answer::Json(pull.clone()))
                }
                _ => Answer::Missing,
            },
        }
    })
}

fn run(api: &Api, job: &Job, verb: &str, event: &Value, variables: &[(&str, &str)]) -> Step {
    let place = job.write("event.json", &event.to_string());
    let usual = [
        ("GITHUB_EVENT_PATH", place.to_str().expect("a path")),
        ("GITHUB_API_URL", &api.address),
        ("GITHUB_SERVER_URL", "https://example.org"),
        ("GITHUB_REPOSITORY", "teacher/course"),
        ("GITHUB_RUN_ID", "55"),
        ("GH_TOKEN", "secret-token"),
        ("BRANCH", "main"),
    ];
    job.python("record.py", &[verb], &[&usual, variables].concat())
}

fn chosen(step: &Step) -> Vec<(u64, String)> {
    let matrix: Value = serde_json::from_str(&step.outputs["matrix"]).expect("JSON");
    let all = matrix["include"].as_array().expect("a list").iter();
    all.map(|one| {
        (one["number"].as_u64().expect("a number"), one["commit"].as_str().expect("an id").to_owned())
    })
    .collect()
}

#[test]
fn the_ones_that_are_asked_for_are_chosen() {
    let api = service(BTreeMap::new());
    let course = Small::new();
    let choose = |event: Value| run(&api, &Job::new(course.path()), "choose", &event, &[]);
    let by_hand = |text: &str| json!({ "inputs": { "pull-requests": text } });

    let all = choose(by_hand("all"));
    assert_eq!(all.outputs["count"], "3", "{all:#?}");
    let some = choose(by_hand("9, 7"));
    assert_eq!(chosen(&some), [(7, sha("a")), (9, sha("c"))], "{some:#?}");
    let one = choose(by_hand("8 12"));
    assert_eq!(chosen(&one), [(8, sha("b"))]);
    assert!(one.log.contains("::warning title=prolings::pull request 12 is not graded"), "{one:#?}");
    let wrong = choose(by_hand("7; rm -rf /"));
    assert_eq!((wrong.code, wrong.outputs.len()), (Some(1), 0), "{wrong:#?}");

    let event = |sha: String| {
        json!({ "workflow_run": { "id": 1, "event": "pull_request", "head_sha": sha,
        "head_branch": "work", "head_repository": { "id": 7, "owner": { "login": "ada" } } } })
    };
    assert_eq!(chosen(&choose(event(sha("a")))), [(7, sha("a"))]);
    assert_eq!(choose(event(sha("d"))).outputs["count"], "0", "that commit is no pull request's any more");
}

#[test]
fn each_pull_request_has_a_row_and_a_status() {
    let packed = |report: &Value| zip(&[("report.json", report.to_string().as_bytes())]);
    // 7 is as it should be, 8 hands on a report of another commit, 9 has none.
    let mut own = report(&sha("a"), "x");
    own["not_forgery_proof"] = json!(["area"]);
    let artifacts = BTreeMap::from([(7, packed(&own)), (8, packed(&report(&sha("a"), "x")))]);
    let api = service(artifacts);
    let course = Small::new();
    let job = Job::new(course.path());
    let chosen = json!({ "include": [
        { "number": 7, "commit": sha("a") }, { "number": 8, "commit": sha("b") }, { "number": 9, "commit": sha("c") },
    ] });
    let grades = job.file("grades.csv").display().to_string();
    let variables = [("MATRIX", chosen.to_string()), ("GRADES", grades)];
    let variables = variables.each_ref().map(|(name, value)| (*name, value.as_str()));
    let step = run(&api, &job, "publish", &json!({}), &variables);
    assert_eq!(step.code, Some(0), "{step:#?}");

    let (a, b, c, course) = (sha("a"), sha("b"), sha("c"), sha("c"));
    let table = job.read("grades.csv");
    let wanted = format!(
        "pull_request,author,commit,outcome,earned,possible,exercises,course,not_forgery_proof\n\
         7,ada,{a},failed,1,2,2,{course},area\n8,unknown,{b},unjudged,,,,,\n9,grace,{c},unjudged,,,,,\n"
    );
    assert_eq!(table, wanted);
    let summary = job.read("summary");
    assert!(summary.contains("| 7 | `ada` | failed, 1 not forgery-proof | 1 / 2 |"), "{summary}");

    let made = api.changes();
    let told: Vec<(&str, &Value, &Value)> = made
        .iter()
        .map(|request| (request.path.as_str(), &request.body["state"], &request.body["description"]))
        .collect();
    let place = |sha: &str| format!("/repos/teacher/course/statuses/{sha}");
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told[0], (place(&a).as_str(), &json!("failure"), &json!("1 of 2 points")));
    assert_eq!(
        told[1],
        (place(&b).as_str(), &json!("error"), &json!("could not be judged: ask your teacher"))
    );
    assert_eq!(told[2].1, &json!("error"));
    assert!(made.iter().all(|request| request.body["context"] == "prolings/record"), "{made:?}");
    assert!(
        step.log.contains("pull request 9 has no report") && step.log.contains("another commit"),
        "{step:#?}"
    );
}
