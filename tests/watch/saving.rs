//! What a save does.

use std::fs::{self, File};
use std::io::Write;
use std::time::{Duration, Instant};

use super::support::{AREA, DOUBLING, GREETING, Small};
use super::terminal::{Start, Terminal};
use super::{assert_says, small, watching};

/// As most editors save: the file is opened, emptied, written and closed.
fn save(course: &Small, file: &str, content: &str) {
    let mut file = File::create(course.path().join(file)).expect("opened");
    file.write_all(content.as_bytes()).expect("written");
}

#[test]
fn a_save_is_judged_and_a_pass_stays() {
    let course = small();
    let terminal = watching(&course);
    save(&course, GREETING, "print('Hello, Bob!')\n");
    terminal.shows("+ Hello, Bob!");
    save(&course, GREETING, "print('Hello, Ada!')\n");
    let passed = terminal.shows("✓ passed  greeting");
    assert_says(&passed, &["An f-string evaluates what stands in its braces."]);
    assert_says(&terminal.shows("1 of 3 done"), &["`n` goes on to doubling (Doubling)"]);
    std::thread::sleep(Duration::from_millis(700));
    assert_says(&terminal.screen(), &["✓ passed  greeting"]);
    save(&course, GREETING, "print('Hello again!')\n");
    terminal.shows("It passed before; the file has changed since.");
}

#[test]
fn a_pass_goes_on_by_itself_only_where_that_is_wanted() {
    for by in ["flag", "variable", "course"] {
        let course = small();
        let mut start = Start::default();
        match by {
            "flag" => start.args = &["watch", "--auto-advance"],
            "variable" => start.env = &[("PROLINGS_AUTO_ADVANCE", "1")],
            _ => course.replace("exercises/course.yaml", "format: 1", "format: 1\nauto_advance: true"),
        }
        if by == "variable" {
            start.args = &[];
        }
        let mut terminal = Terminal::start(course.path(), &start);
        terminal.shows("✗ failed  greeting");
        course.solve(GREETING);
        assert_says(&terminal.shows("✗ failed  doubling"), &["greeting passed; `p` goes back to it"]);
        // Who looks back stays there.
        terminal.keys("p");
        terminal.shows("✓ passed  greeting");
        std::thread::sleep(Duration::from_millis(400));
        assert_says(&terminal.screen(), &["✓ passed  greeting"]);
    }
}

#[test]
fn who_comes_for_the_first_time_is_welcomed_once() {
    let course = Small::new();
    let mut terminal = Terminal::start(course.path(), &Start::default());
    terminal.shows("Welcome to the small course.");
    terminal.keys("\r");
    terminal.shows("✗ failed  greeting");
    terminal.keys("q");
    terminal.end();
    watching(&course);
}

#[test]
fn a_rename_into_place_is_a_save() {
    let course = small();
    let terminal = watching(&course);
    let (file, backup, new) = ("greeting.py", "greeting.py~", "4913.tmp");
    let folder = course.path().join("exercises/t1_first/01_greeting");
    for text in ["one", "two"] {
        // As vim does it with a backup: the old file is moved away, the new one written in its place.
        fs::rename(folder.join(file), folder.join(backup)).expect("moved");
        save(&course, GREETING, &format!("print('{text}')\n"));
        fs::remove_file(folder.join(backup)).expect("removed");
        terminal.shows(&format!("+ {text}"));
    }
    for text in ["three", "four"] {
        // As others do it: the new file is written elsewhere and moved over the old one.
        save(&course, &GREETING.replace(file, new), &format!("print('{text}')\n"));
        fs::rename(folder.join(new), folder.join(file)).expect("moved");
        terminal.shows(&format!("+ {text}"));
    }
}

#[test]
fn a_storm_ends_with_the_last_word() {
    let course = small();
    let terminal = watching(&course);
    for number in 0..100 {
        save(&course, GREETING, &format!("print('word {number}')\n"));
    }
    terminal.shows("+ word 99");
}

#[test]
fn a_save_ends_the_run_before_it() {
    let course = small();
    let terminal = watching(&course);
    save(&course, GREETING, "while True: pass\n");
    terminal.shows("checking");
    let start = Instant::now();
    save(&course, GREETING, "print('quick')\n");
    terminal.shows("+ quick");
    assert!(start.elapsed() < Duration::from_secs(4), "it waited for the time limit: {:?}", start.elapsed());
}

#[test]
fn a_save_of_another_exercise_goes_there_or_says_so() {
    let course = small();
    let mut terminal = watching(&course);
    let starter = course.read(AREA);
    save(&course, AREA, &starter);
    terminal.shows("area was saved as it is shipped");
    save(&course, DOUBLING, "def double(value):\n    return value + 2\n");
    assert_says(&terminal.shows("✗ failed  doubling"), &["you saved doubling: here it is"]);
    // Files that nobody edits are nobody's save.
    save(&course, "exercises/t1_first/01_greeting/notes.txt", "mine");
    terminal.keys("p");
    terminal.shows("✗ failed  greeting");
}

#[test]
fn several_at_once_move_nobody() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("gar\r");
    terminal.shows("✗ failed  area");
    for file in [GREETING, DOUBLING] {
        save(&course, file, "print('formatted')\n");
    }
    terminal.until("a line on both, or the last of two", |screen| {
        screen.contains("2 other exercises were saved") || screen.contains("you saved")
    });
}

#[test]
fn polling_sees_saves_as_well() {
    let course = small();
    let terminal = Terminal::start(course.path(), &Start { args: &["watch", "--poll"], ..Start::default() });
    terminal.shows("✗ failed  greeting");
    terminal.shows("with a short delay");
    // Within a second, and of the same length.
    for text in ["aaa", "bbb", "ccc"] {
        save(&course, GREETING, &format!("print('{text}')\n"));
        terminal.shows(&format!("+ {text}"));
    }
}

#[test]
fn the_same_failure_three_times_makes_the_hint_plainer() {
    let course = small();
    let terminal = watching(&course);
    for text in ["one", "two"] {
        save(&course, GREETING, &format!("print('{text}')\n"));
        terminal.shows(&format!("+ {text}"));
    }
    terminal.shows("Stuck? `h` shows a hint");
}

/// Save to verdict, as it is seen on the terminal. Not a test: `cargo test --release --test watch -- --ignored
/// --nocapture save_to_verdict` prints it.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stderr, reason = "that is what it is for")]
fn save_to_verdict() {
    for isolation in ["best", "none"] {
        let course = small();
        let args = ["watch", "--isolation", isolation];
        let mut terminal = Terminal::start(course.path(), &Start { args: &args, ..Start::default() });
        terminal.shows("✗ failed  greeting");
        for (keys, file, wrap) in [
            ("ggre\r", GREETING, "print('NAME')\n"),
            ("gdou\r", DOUBLING, "def double(value):\n    return 'NAME'\n"),
            ("gar\r", AREA, "def area(width, height):\n    return 'NAME'\n"),
        ] {
            terminal.keys(keys);
            terminal.shows(&file.rsplit('/').next().map(|name| name.replace(".py", ":")).unwrap_or_default());
            let mut times: Vec<Duration> = (0..31)
                .map(|number| {
                    std::thread::sleep(Duration::from_millis(120));
                    let name = format!("mark-{number}-");
                    let start = Instant::now();
                    save(&course, file, &wrap.replace("NAME", &name));
                    terminal.shows(&name);
                    start.elapsed()
                })
                .skip(1)
                .collect();
            times.sort();
            eprintln!(
                "--isolation {isolation} {file}: median {:?}, from {:?} to {:?}",
                times[15], times[0], times[29]
            );
        }
    }
}
