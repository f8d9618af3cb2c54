//! Shards: each machine grades its part, and joined they are what one machine would have graded.

use super::*;

/// Nine learners of three kinds.
fn nine() -> Class {
    let class = Class::new();
    for (index, name) in
        ["ada", "ben", "cleo", "dan", "eve", "fay", "gus", "hal", "ivy"].into_iter().enumerate()
    {
        let kinds = [[Work::Right; 3], [Work::Right, Work::Squares, Work::Untouched], [Work::Untouched; 3]];
        class.hand_in(name, kinds[index % 3]);
    }
    class
}

fn merge(class: &Class, parts: &[&str], out: &str, more: &[&str]) -> Ran {
    let parts: Vec<String> = parts.iter().map(|part| class.out(part).display().to_string()).collect();
    let out = class.out(out).display().to_string();
    let args: Vec<&str> = ["merge"]
        .into_iter()
        .chain(parts.iter().map(String::as_str))
        .chain(["--output", &out])
        .chain(more.iter().copied())
        .collect();
    class.course.run(&args)
}

#[test]
fn shards_joined_are_the_whole() {
    let class = nine();
    assert_eq!(class.grade("whole", &[]).code, Some(0));
    for index in 1..=3 {
        let ran = class.grade(&format!("part{index}"), &["--shard", &format!("{index}/3")]);
        assert_eq!(ran.code, Some(0), "{ran:#?}");
    }
    let ran = merge(&class, &["part3", "part1", "part2"], "joined", &["--min-score", "50"]);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert_eq!(class.read("joined", "gradebook.csv"), class.read("whole", "gradebook.csv"));
    assert_eq!(class.journal("joined").len(), 9);
    // Once more changes nothing, and the whole class can go on from there.
    merge(&class, &["part1", "part2", "part3"], "joined", &[]);
    assert_eq!(class.journal("joined").len(), 9);
    let ran = class.grade("joined", &[]);
    assert!(ran.stdout.contains("9 known from the journal"), "{ran:#?}");
    // By time, every submission is somewhere as well.
    let times = class.out("whole").join("gradebook.jsonl").display().to_string();
    for index in 1..=2 {
        class.grade(&format!("timed{index}"), &["--shard", &format!("{index}/2"), "--timings", &times]);
    }
    let ran = merge(&class, &["timed1", "timed2"], "balanced", &[]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_eq!(class.read("balanced", "gradebook.csv"), class.read("whole", "gradebook.csv"));
}

#[test]
fn what_is_missing_double_or_foreign_is_said() {
    let class = nine();
    class.grade("part1", &["--shard", "1/2"]);
    class.grade("part2", &["--shard", "2/2"]);
    let errors = |parts: &[&str]| {
        let ran = merge(&class, parts, "joined", &[]);
        assert_eq!(ran.code, Some(2), "{ran:#?}");
        assert!(!class.out("joined").exists(), "nothing is written");
        ran.stderr
    };
    assert!(errors(&["part1"]).contains("shard 2/2 is missing"));
    let double = errors(&["part1", "part1"]);
    assert!(
        double.contains("shard 1/2 is there twice") && double.contains("shard 2/2 is missing"),
        "{double}"
    );
    assert!(errors(&["part1", "nowhere"]).contains("nowhere"));
    let class_folder = class.folder().display().to_string();
    let other = class.out("other").display().to_string();
    class.course.run(&[
        "grade",
        "--submissions",
        &class_folder,
        "--output",
        &other,
        "--seed",
        "8",
        "--shard",
        "2/2",
    ]);
    let mixed = errors(&["part1", "other"]);
    assert!(mixed.contains("do not belong together") && mixed.contains("seed: 7 and 8"), "{mixed}");
    let ran = merge(&class, &["part1", "part2"], "part1", &[]);
    assert!(ran.code == Some(2) && ran.stderr.contains("mixed with the whole"), "{ran:#?}");
}

#[test]
fn the_parts_of_one_submission_become_one_report() {
    let class = nine();
    let ben = class.folder().join("ben").display().to_string();
    let mut parts = Vec::new();
    for (index, format) in [(1, "json"), (2, "jsonl")] {
        let part = class.out(&format!("{index}.{format}")).display().to_string();
        let report = format!("{format}={part}");
        let shard = format!("{index}/2");
        let args =
            ["grade", "--submission", &ben, "--all", "--seed", "7", "--shard", &shard, "--report", &report];
        let ran = class.course.run(&args);
        assert_ne!(ran.code, Some(2), "{ran:#?}");
        parts.push(part);
    }
    let whole = class.out("whole.json").display().to_string();
    let args = ["grade", "--submission", &ben, "--all", "--seed", "7", "--report", &format!("json={whole}")];
    class.course.run(&args);
    let joined = class.out("joined.json").display().to_string();
    let junit = class.out("joined.xml").display().to_string();
    let reports = [format!("json={joined}"), format!("junit={junit}")];
    let ran =
        class.course.run(&["merge", &parts[1], &parts[0], "--report", &reports[0], "--report", &reports[1]]);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    let read = |path: &str| -> Value {
        let mut value: Value =
            serde_json::from_str(&fs::read_to_string(path).expect("a report")).expect("JSON");
        without_times(&mut value);
        value
    };
    assert_eq!(read(&joined)["results"], read(&whole)["results"]);
    assert_eq!(read(&joined)["summary"]["score"], read(&whole)["summary"]["score"]);
    assert_eq!(fs::read_to_string(junit).expect("a report").matches("<testcase ").count(), 3);
    let ran = class.course.run(&["merge", &parts[0]]);
    assert!(ran.code == Some(2) && ran.stderr.contains("shard 2/2 is missing"), "{ran:#?}");
    let ran = class.course.run(&["merge", &parts[0], &whole]);
    assert!(ran.code == Some(2) && ran.stderr.contains("this report is no shard"), "{ran:#?}");
    support::write(class.place.path(), "junk.json", "{\"a\":");
    let ran = class.course.run(&["merge", &class.out("junk.json").display().to_string()]);
    assert!(ran.code == Some(2) && ran.stderr.contains("no report that can be joined"), "{ran:#?}");
}

/// Two runs never take the same time.
fn without_times(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("seconds");
            fields.values_mut().for_each(without_times);
        }
        Value::Array(items) => items.iter_mut().for_each(without_times),
        _ => {}
    }
}

#[test]
fn a_service_says_which_part_is_ours() {
    let class = nine();
    let run = |variables: &[(&str, &str)], out: &str| {
        let mut command = class.course.command(&[]);
        for name in [
            "CI_NODE_INDEX",
            "CI_NODE_TOTAL",
            "JOB_COMPLETION_INDEX",
            "SLURM_ARRAY_TASK_ID",
            "CIRCLE_NODE_INDEX",
        ] {
            command.env_remove(name);
        }
        command.args(class.args(out, &["--shard", "auto"])).envs(variables.iter().copied());
        support::run(&mut command)
    };
    let pods = [("JOB_COMPLETION_INDEX", "0"), ("PROLINGS_SHARDS", "2")];
    assert_eq!(run(&pods, "pod").code, Some(0));
    class.grade("named", &["--shard", "1/2"]);
    assert_eq!(class.read("pod", "gradebook.csv"), class.read("named", "gradebook.csv"));
    let ran = run(&[], "none");
    assert!(ran.code == Some(2) && ran.stderr.contains("nothing says which shard this is"), "{ran:#?}");
}
