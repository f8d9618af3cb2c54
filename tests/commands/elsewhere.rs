//! Every command on a course that is not this repository's, from another folder: `--course DIR`.

use super::assert_says;
use super::support::{self, Ran};

/// A copy of the course `garden`, and a folder somewhere else.
struct Garden {
    course: tempfile::TempDir,
    elsewhere: tempfile::TempDir,
}

impl Garden {
    fn new() -> Self {
        Self {
            course: support::course("garden"),
            elsewhere: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    fn run(&self, args: &[&str]) -> Ran {
        let mut command = support::prolings(self.elsewhere.path());
        command.arg("--course").arg(self.course.path()).args(args);
        support::run(&mut command)
    }

    /// What a command prints that ends with this exit code.
    fn says(&self, args: &[&str], code: i32, texts: &[&str]) {
        let ran = self.run(args);
        assert_eq!(ran.code, Some(code), "{args:?}: {ran:#?}");
        assert_says(&format!("{}{}", ran.stdout, ran.stderr), texts);
    }
}

#[test]
fn learners_commands_work_on_any_course_from_anywhere() {
    let garden = Garden::new();
    garden.says(&["list"], 0, &["The garden", "baskets", "0 of 3 done"]);
    garden.says(&["next"], 0, &["rows.py"]);
    garden.says(&["run", "rows"], 0, &["row 0"]);
    garden.says(&["hint", "seeds"], 0, &["What is a text times a text?"]);
    garden.says(&["check", "--all"], 1, &["rows"]);
    support::write(
        garden.course.path(),
        "exercises/sowing/01_rows/rows.py",
        "for row in range(1, 6):\n    print(\"row\", row)\n",
    );
    garden.says(&["check", "rows"], 0, &["passed"]);
    garden.says(&["solution", "rows"], 0, &["range(1, 6)"]);
    garden.says(&["reset", "rows", "--yes"], 0, &["rows.py"]);
    garden.says(&["doctor"], 0, &["Python"]);
    garden.says(&["clean"], 0, &["remembered result"]);
    assert_eq!(garden.elsewhere.path().read_dir().expect("a folder").count(), 0, "nothing is left elsewhere");
}

#[test]
fn authors_commands_work_on_any_course_from_anywhere() {
    let garden = Garden::new();
    garden.says(&["dev", "check", "--repeat", "2"], 0, &["✓ 3 exercises proved by 15 runs"]);
    garden.says(&["dev", "coverage"], 0, &["✓ G3  Tests at a limit  baskets", "✓ 3 of 3 items covered"]);
    garden.says(&["dev", "stats"], 0, &["3 exercises in 2 topics", "mutants     1"]);
    garden.says(&["dev", "bless", "rows"], 0, &["is up to date"]);
    garden.says(&["dev", "new", "watering/cans"], 0, &["exercises/watering/01_cans/cans.py"]);
    garden.says(&["dev", "check", "cans", "--repeat", "1"], 1, &["still to be written: the task"]);
    garden.says(&["dev", "schema", "course"], 0, &["course.yaml of a prolings course"]);
    garden.says(&["dev", "coverage"], 0, &["without an item in `covers`: cans"]);
}
