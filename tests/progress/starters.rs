//! The starters, in every kind of place that a course can lie in.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use super::support::{Fixture, child, course_at, git_in, name};
use prolings::progress::Started::{Edited, Pristine};
use prolings::progress::Starters;

const MINE: &str = "print('mine')\n";

#[test]
fn without_git_the_first_look_counts() {
    let fixture = Fixture::new();
    let starter = fixture.read("first/first.py");
    assert_eq!(fixture.started("first"), Pristine);
    fixture.write("first/first.py", MINE);
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.started("second"), Pristine);
    assert_eq!(fixture.starter("first"), starter);
    fixture.write("first/first.py", &starter);
    assert_eq!(fixture.started("first"), Pristine);
    fixture.write("first/first.py", &starter.replace('\n', "\r\n"));
    assert_eq!(fixture.started("first"), Edited, "no git, no leniency");
    fs::remove_file(fixture.file("first/first.py")).unwrap();
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.starter("first"), starter);
}

#[test]
fn in_git_a_file_that_is_edited_at_first_sight_is_known_as_edited() {
    let fixture = Fixture::in_git();
    let starter = fixture.read("second/pkg/part.py");
    fixture.write("second/pkg/part.py", MINE);
    assert_eq!(fixture.started("first"), Pristine);
    assert_eq!(fixture.started("second"), Edited);
    let files = fixture.open().restore(&fixture.exercise("second")).unwrap();
    assert_eq!(files[1].path.as_str(), "pkg/part.py");
    assert_eq!(files[1].content, starter.as_bytes());
}

#[test]
fn a_course_below_the_top_of_a_work_tree_is_found_in_it() {
    let fixture = Fixture::new();
    let starter = fixture.read("first/first.py");
    let top = fixture.root.parent().unwrap();
    git_in(top, &["init", "--quiet", "--initial-branch=main"]);
    fixture.commit("the course");
    fixture.write("first/first.py", MINE);
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.starter("first"), starter);
}

#[test]
fn an_untracked_file_counts_as_it_was_at_first_sight() {
    let fixture = Fixture::new();
    let starter = fixture.read("first/first.py");
    fixture.git(&["init", "--quiet", "--initial-branch=main"]);
    assert_eq!(fixture.started("first"), Pristine, "a repository without commits");
    fixture.git(&["commit", "--quiet", "--allow-empty", "--message", "nothing"]);
    assert_eq!(fixture.started("first"), Pristine);
    fixture.write("first/first.py", MINE);
    fixture.commit("my work, before prolings looked again");
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.starter("first"), starter);
}

#[test]
fn own_commits_after_the_start_do_not_change_the_starter() {
    let fixture = Fixture::in_git();
    let starter = fixture.read("first/first.py");
    assert_eq!(fixture.started("first"), Pristine);
    fixture.write("first/first.py", MINE);
    assert_eq!(fixture.started("first"), Edited);
    for work in ["more\n", "still more\n"] {
        fixture.write("first/first.py", work);
        fixture.commit("my work");
        assert_eq!(fixture.started("first"), Edited);
        assert_eq!(fixture.starter("first"), starter);
    }
    fixture.write("first/first.py", &starter);
    assert_eq!(fixture.started("first"), Pristine, "put back, though HEAD has the work");
    fixture.commit("put back");
    assert_eq!(fixture.started("first"), Pristine);
}

#[test]
fn own_work_that_was_committed_between_two_looks_is_still_own_work() {
    let fixture = Fixture::in_git();
    let starter = fixture.read("first/first.py");
    assert_eq!(fixture.started("first"), Pristine);
    fixture.write("first/first.py", MINE);
    fixture.commit("my work");
    fixture.git(&["commit", "--quiet", "--amend", "--message", "my work, said better"]);
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.starter("first"), starter);
    assert_eq!(fixture.started("second"), Pristine);
}

#[test]
fn own_work_on_another_branch_is_own_work() {
    let fixture = Fixture::in_git();
    let starter = fixture.read("first/first.py");
    fixture.git(&["switch", "--quiet", "--create", "work"]);
    fixture.write("first/first.py", MINE);
    fixture.commit("my work");
    fixture.git(&["switch", "--quiet", "main"]);
    assert_eq!(fixture.started("first"), Pristine);
    fixture.git(&["switch", "--quiet", "work"]);
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.starter("first"), starter);
}

#[test]
fn a_pull_before_the_start_brings_the_new_starter() {
    let origin = Fixture::in_git();
    let fixture = Fixture::clone_of(&origin, &[]);
    assert_eq!(fixture.started("first"), Pristine);
    assert_eq!(fixture.started("second"), Pristine);
    let old = fixture.read("second/second.py");
    fixture.write("second/second.py", MINE);
    assert_eq!(fixture.started("second"), Edited);

    origin.write("first/first.py", "# a better starter\n");
    origin.commit("a better starter");
    fixture.git(&["pull", "--quiet", "--ff-only"]);
    assert_eq!(fixture.started("first"), Pristine);
    assert_eq!(fixture.starter("first"), "# a better starter\n");
    assert_eq!(fixture.started("second"), Edited);
    assert_eq!(fixture.starter("second"), old);

    // Own commits and a pull between two looks, merged or rebased: each file is told apart.
    fixture.commit("my work");
    for (round, pull) in
        [["pull", "--no-rebase", "--no-edit"], ["pull", "--rebase", "--quiet"]].iter().enumerate()
    {
        let better = format!("# starter {round}\n");
        origin.write("first/first.py", &better);
        origin.commit("a still better starter");
        fixture.write("second/pkg/part.py", &format!("# work {round}\n"));
        fixture.commit("more work");
        fixture.git(pull);
        assert_eq!(fixture.started("first"), Pristine, "{pull:?}");
        assert_eq!(fixture.starter("first"), better);
        assert_eq!(fixture.starter("second"), old);
    }
}

#[test]
fn a_start_and_a_pull_between_two_looks_is_a_start_from_the_new_starter() {
    let origin = Fixture::in_git();
    let fixture = Fixture::clone_of(&origin, &[]);
    assert_eq!(fixture.started("first"), Pristine);
    origin.write("first/first.py", "# a better starter\n");
    origin.commit("a better starter");
    fixture.git(&["pull", "--quiet", "--ff-only"]);
    fixture.write("first/first.py", MINE);
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.starter("first"), "# a better starter\n");
}

#[test]
fn an_edit_that_was_undone_lets_the_starter_follow_again() {
    let origin = Fixture::in_git();
    let fixture = Fixture::clone_of(&origin, &[]);
    let starter = fixture.read("first/first.py");
    fixture.write("first/first.py", MINE);
    assert_eq!(fixture.started("first"), Edited);
    fixture.write("first/first.py", &starter);
    assert_eq!(fixture.started("first"), Pristine);
    origin.write("first/first.py", "# a better starter\n");
    origin.commit("a better starter");
    fixture.git(&["pull", "--quiet", "--ff-only"]);
    assert_eq!(fixture.started("first"), Pristine);
}

#[test]
fn line_ends_that_git_converts_are_no_edit() {
    let origin = Fixture::in_git();
    let fixture = Fixture::clone_of(&origin, &["-c", "core.autocrlf=true"]);
    fixture.git(&["config", "core.autocrlf", "true"]);
    let checked_out = fixture.read("first/first.py");
    assert!(checked_out.contains("\r\n"));
    assert_eq!(fixture.started("first"), Pristine);
    assert_eq!(fixture.starter("first"), checked_out, "it comes back as it was checked out");
    fixture.write("first/first.py", &checked_out.replace("\r\n", "\n"));
    assert_eq!(fixture.started("first"), Pristine);
    fixture.write("first/first.py", &checked_out.replace("todo", "done"));
    assert_eq!(fixture.started("first"), Edited);
}

#[test]
fn head_is_found_wherever_git_keeps_it() {
    let fixture = Fixture::in_git();
    let starter = fixture.read("first/first.py");
    let fresh = || {
        let _ = fs::remove_dir_all(fixture.root.join(".prolings"));
        fixture.write("first/first.py", MINE);
        assert_eq!(fixture.starter("first"), starter);
        assert_eq!(fixture.started("first"), Edited);
        fixture.git(&["checkout", "--quiet", "--", "."]);
    };
    fresh();
    fixture.git(&["pack-refs", "--all"]);
    assert!(!fixture.root.join(".git/refs/heads/main").exists());
    fresh();
    fixture.git(&["checkout", "--quiet", "--detach"]);
    fresh();
    let elsewhere = tempfile::tempdir().unwrap();
    let other = elsewhere.path().join("tree");
    fixture.git(&["worktree", "add", "--quiet", "-b", "other", other.to_str().unwrap()]);
    fs::write(other.join("exercises/a1_topic/first/first.py"), MINE).unwrap();
    let course = course_at(&other);
    let mut starters = Starters::open(&other, &course);
    assert_eq!(starters.take_notices(), Vec::<String>::new());
    let first = course.exercise("first").unwrap();
    assert_eq!(starters.state(first), Edited);
    assert_eq!(starters.restore(first).unwrap()[0].content, starter.as_bytes());
}

#[test]
fn other_formats_of_repositories_are_read_by_asking_git() {
    for format in ["--ref-format=reftable", "--object-format=sha256"] {
        let fixture = Fixture::new();
        let init = ["init", "--quiet", "--initial-branch=main", format];
        let known = std::process::Command::new("git").current_dir(&fixture.root).args(init).output().unwrap();
        if !known.status.success() {
            continue; // a git that does not know the format yet
        }
        let starter = fixture.read("first/first.py");
        fixture.commit("the course");
        assert_eq!(fixture.started("first"), Pristine, "{format}");
        fixture.write("first/first.py", MINE);
        fixture.commit("my work");
        assert_eq!(fixture.started("first"), Edited, "{format}");
        assert_eq!(fixture.starter("first"), starter);
    }
}

#[test]
fn git_is_asked_only_when_head_moves() {
    let fixture = Fixture::in_git();
    assert_eq!(fixture.started("first"), Pristine);
    // Without its objects the repository answers nothing any more.
    fs::rename(fixture.root.join(".git/objects"), fixture.root.join(".git/gone")).unwrap();
    let written = fs::metadata(fixture.state_file("starters.json")).unwrap().modified().unwrap();
    assert_eq!(fixture.started("first"), Pristine);
    assert_eq!(fs::metadata(fixture.state_file("starters.json")).unwrap().modified().unwrap(), written);
}

/// A role: whether the first exercise is started, what its starter is, and what there is to say.
pub(crate) fn tell_the_start(root: &Path) {
    let course = course_at(root);
    let first = course.exercise("first").unwrap();
    let mut starters = Starters::open(root, &course);
    let content = starters.restore(first).unwrap().remove(0).content;
    let (state, content) = (starters.state(first), String::from_utf8_lossy(&content).into_owned());
    println!("{state:?} {content:?} {:?}", starters.take_notices());
}

fn told(fixture: &Fixture, environment: &[(&str, &str)]) -> String {
    let mut child = child("tell the start", &fixture.root);
    let output = child.envs(environment.iter().copied()).stderr(Stdio::inherit()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn without_git_on_the_machine_the_files_count_and_it_is_said_once() {
    let fixture = Fixture::in_git();
    let said = told(&fixture, &[("PATH", "/nowhere")]);
    assert!(said.contains("Pristine") && said.contains("git is not installed"), "{said}");
    let said = told(&fixture, &[("PATH", "/nowhere")]);
    assert!(said.contains("Pristine") && said.contains("[]"), "{said}");
    assert_eq!(fixture.started("first"), Pristine, "git is back");
}

#[test]
fn git_that_comes_back_tells_what_the_starter_was() {
    let origin = Fixture::in_git();
    let fixture = Fixture::clone_of(&origin, &[]);
    let starter = fixture.read("first/first.py");
    fixture.write("first/first.py", MINE);
    assert!(told(&fixture, &[("PATH", "/nowhere")]).contains("Pristine"));
    assert_eq!(fixture.started("first"), Edited);
    assert_eq!(fixture.starter("first"), starter);
}

#[test]
fn the_environment_of_a_git_hook_leads_nowhere_else() {
    let (fixture, other) = (Fixture::in_git(), Fixture::in_git());
    other.write("first/first.py", "# another course\n");
    other.commit("another course");
    fixture.write("first/first.py", MINE);
    let git = other.root.join(".git");
    let said = told(
        &fixture,
        &[("GIT_DIR", git.to_str().unwrap()), ("GIT_WORK_TREE", other.root.to_str().unwrap())],
    );
    assert!(said.contains("Edited") && said.contains("starter of first") && said.contains("[]"), "{said}");
}

#[test]
fn a_lost_starter_is_found_again_and_a_damaged_one_is_never_put_back() {
    let fixture = Fixture::in_git();
    let starter = fixture.read("first/first.py");
    assert_eq!(fixture.started("first"), Pristine);
    let kept = fixture.state_file("starters/first/first.py");
    fs::remove_file(&kept).unwrap();
    assert_eq!(fixture.starter("first"), starter);
    fixture.write("first/first.py", MINE);
    assert_eq!(fixture.started("first"), Edited);
    fixture.commit("my work");
    assert_eq!(fixture.started("first"), Edited);
    fs::remove_file(&kept).unwrap();
    assert_eq!(fixture.started("first"), Edited);
    let error = fixture.open().restore(&fixture.exercise("first")).unwrap_err();
    assert!(error.to_string().contains("damaged or gone"), "{error}");
    fs::write(&kept, starter.replace("todo", "evil")).unwrap();
    assert!(fixture.open().restore(&fixture.exercise("first")).is_err());
    fs::write(&kept, &starter).unwrap();
    assert_eq!(fixture.starter("first"), starter);
}

#[test]
fn a_damaged_index_costs_no_starter() {
    for damage in ["", "{}", "{\"version\": 1, \"exercises\": 7}", "\u{0}\u{1}"] {
        let fixture = Fixture::in_git();
        let starter = fixture.read("first/first.py");
        assert_eq!(fixture.started("first"), Pristine);
        fixture.write("first/first.py", MINE);
        assert_eq!(fixture.started("first"), Edited);
        fixture.commit("my work");
        fs::write(fixture.state_file("starters.json"), damage).unwrap();
        assert_eq!(fixture.started("first"), Edited);
        assert_eq!(fixture.starter("first"), starter);
        assert_eq!(fixture.started("second"), Pristine);
        assert_eq!(fs::read_to_string(fixture.state_file("starters.json.bad-1")).unwrap(), damage);
    }
}

#[test]
fn an_index_of_a_newer_version_is_left_alone() {
    let fixture = Fixture::in_git();
    assert_eq!(fixture.started("first"), Pristine);
    fs::write(fixture.state_file("starters.json"), r#"{"version": 2}"#).unwrap();
    let mut starters = Starters::open(&fixture.root, &fixture.course());
    assert!(starters.take_notices()[0].contains("newer prolings"));
    assert_eq!(starters.state(&fixture.exercise("first")), Pristine);
    assert_eq!(fs::read_to_string(fixture.state_file("starters.json")).unwrap(), r#"{"version": 2}"#);
}

#[test]
fn a_renamed_exercise_takes_its_starter_along() {
    let fixture = Fixture::new();
    let starter = fixture.read("first/first.py");
    assert_eq!(fixture.started("first"), Pristine);
    fixture.write("first/first.py", MINE);
    let mut course = fixture.course();
    let renamed = &mut course.topics[0].exercises[0];
    renamed.aliases = vec![std::mem::replace(&mut renamed.name, name("renamed"))];
    let starters = Starters::open(&fixture.root, &course);
    let renamed = course.exercise("renamed").unwrap();
    assert_eq!(starters.state(renamed), Edited);
    assert_eq!(starters.restore(renamed).unwrap()[0].content, starter.as_bytes());
    assert!(fixture.state_file("starters/renamed/first.py").exists());
}

#[test]
fn several_opens_at_once_agree() {
    let fixture = Fixture::in_git();
    let mut children: Vec<_> = (0..4)
        .map(|_| child("tell the start", &fixture.root).stdout(Stdio::piped()).spawn().unwrap())
        .collect();
    for child in children.drain(..) {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("Pristine") && said.contains("[]"), "{said}");
    }
    assert_eq!(fixture.started("second"), Pristine);
}
