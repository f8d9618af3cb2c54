//! The list to move in: in a watch, and as `prolings list` alone.

use std::fs;

use rustix::process::Signal;

use super::support::{DOUBLING, GREETING, Small, run};
use super::terminal::{Start, Terminal};
use super::{assert_says, small, watching};

/// `prolings list` on a terminal, with the list on the screen.
fn listing(course: &Small, start: &Start<'_>) -> Terminal {
    let terminal = Terminal::start(course.path(), &Start { args: &["list"], ..*start });
    terminal.shows("greeting");
    terminal
}

/// The line that is chosen.
fn chosen(screen: &str) -> &str {
    screen.lines().find(|line| line.starts_with('→')).unwrap_or_default()
}

fn chooses(terminal: &Terminal, name: &str) {
    terminal.until(name, |screen| chosen(screen).contains(name));
}

#[test]
fn l_opens_the_list_where_the_learner_is_and_enter_goes() {
    let course = small();
    course.solve(DOUBLING);
    course.expect(&["check", "doubling"], 0);
    let mut terminal = watching(&course);
    terminal.keys("l");
    let screen = terminal.shows("3 exercises");
    assert_says(
        &screen,
        &["1 of 3 done", "▾ t1_first", "→* · pending    greeting", "✓ done       doubling", "Enter go to"],
    );
    terminal.keys("j\r");
    terminal.shows("✓ passed  doubling");
    for leave in ["q", "l", "\u{1b}"] {
        terminal.keys("l");
        chooses(&terminal, "doubling");
        terminal.keys(leave);
        terminal.shows("Next:");
    }
}

#[test]
fn arrows_letters_and_pages_move() {
    let course = small();
    let mut terminal = listing(&course, &Start { rows: 6, ..Start::default() });
    chooses(&terminal, "greeting");
    for (keys, name) in [
        ("j", "doubling"),
        ("\u{1b}[B", "t2_second"),
        ("k", "doubling"),
        ("\u{1b}[A", "greeting"),
        ("G", "area"),
        ("g", "t1_first"),
        ("\u{1b}[F", "area"),
        ("\u{1b}[H", "t1_first"),
        ("\u{1b}[6~", "doubling"),
        ("\u{1b}[5~", "t1_first"),
        ("Gb", "doubling"),
    ] {
        terminal.keys(keys);
        chooses(&terminal, name);
    }
    // Two of the five lines are on this screen.
    terminal.keys("G");
    terminal.shows("4-5 of 5");
}

#[test]
fn topics_fold_by_every_key_that_does_it() {
    let course = small();
    let mut terminal = listing(&course, &Start::default());
    for (keys, folded) in [
        (" ", true),
        ("\r", false),
        ("\u{1b}[D", true),
        ("\u{1b}[C", false),
        // The first step goes in.
        ("\u{1b}[Cz", true),
        ("z", false),
    ] {
        terminal.keys(keys);
        terminal.until(keys, |screen| screen.contains("greeting") != folded && screen.contains("t1_first"));
    }
}

#[test]
fn a_search_finds_by_parts_and_enter_goes_there() {
    let course = small();
    let mut terminal = listing(&course, &Start::default());
    terminal.keys("/");
    terminal.shows("Search: _");
    // Letters that are commands elsewhere are typed.
    terminal.keys("q");
    terminal.shows("Nothing fits");
    terminal.keys("\u{7f}doub");
    terminal.until("one left", |screen| screen.contains("1 of 3 exercises") && !screen.contains("greeting"));
    terminal.keys("\u{1b}");
    terminal.until("a search that is over", |screen| {
        screen.contains("Search: doub ") && screen.contains("f filter")
    });
    terminal.keys("\u{1b}");
    terminal.shows("area");
    terminal.keys("/area\r");
    // A watch begins with what was chosen.
    terminal.shows("✗ failed  area");
    terminal.keys("?");
    terminal.shows("Saving the file checks it.");
    terminal.keys("\u{3}");
    assert_eq!(terminal.end().code(), Some(0));
    terminal.assert_restored();
}

#[test]
fn filters_show_one_state_at_a_time() {
    let course = small();
    // One of each: done, changed since it passed, and skipped for want of a program.
    course.solve(GREETING);
    course.solve(DOUBLING);
    course.expect(&["check", "t1_first"], 0);
    course.write(DOUBLING, "def double(value):\n    return 0\n");
    course.replace(
        "exercises/t2_second/01_area/exercise.yaml",
        "level: 1\n",
        "level: 1\nneeds: [no-such-program]\n",
    );
    let mut terminal = listing(&course, &Start::default());
    assert_says(
        &terminal.screen(),
        &[
            "✓ done       greeting",
            "~ changed    doubling",
            "- skipped    area",
            "it needs `no-such-program`",
        ],
    );
    for (only, shown) in [
        ("only open", "doubling"),
        ("only changed since they passed", "doubling"),
        ("only skipped", "area"),
        ("only done", "greeting"),
    ] {
        terminal.keys("f");
        terminal.until(only, |screen| {
            let names = ["greeting", "doubling", "area"];
            screen.contains(only)
                && names.iter().all(|name| screen.contains(&format!("  {name}")) == (*name == shown))
        });
    }
    terminal.keys("F");
    terminal.shows("only skipped");
    terminal.keys("\u{1b}");
    terminal.shows("3 exercises");
    assert_says(&course.expect(&["list"], 0), &["- skipped", "it needs `no-such-program`"]);
    assert_says(&course.expect(&["list", "--json"], 0), &["\"skipped\": \"it needs `no-such-program`"]);
}

#[test]
fn x_asks_and_keeps_a_backup() {
    let course = small();
    let starter = course.read(GREETING);
    let mut terminal = listing(&course, &Start::default());
    terminal.keys("x");
    terminal.shows("greeting is as it was shipped");
    terminal.keys("q");
    assert_eq!(terminal.end().code(), Some(0));
    terminal.assert_restored();
    course.write(GREETING, "print('mine')\n");
    let mut terminal = listing(&course, &Start::default());
    terminal.shows("~ started    greeting");
    terminal.keys("xn");
    terminal.shows("nothing was changed");
    assert_eq!(course.read(GREETING), "print('mine')\n");
    terminal.keys("x");
    terminal.shows("Put the starter of greeting back?");
    terminal.keys("y");
    terminal.shows("your file is kept at .prolings/backups/greeting/");
    terminal.shows("· pending    greeting");
    assert_eq!(course.read(GREETING), starter);
}

#[test]
fn a_reset_in_a_watchs_list_is_judged() {
    let course = small();
    course.expect(&["list"], 0);
    course.write(GREETING, "print('mine')\n");
    let mut terminal = watching(&course);
    terminal.shows("+ mine");
    terminal.keys("l");
    terminal.shows("✗ failed     greeting");
    terminal.keys("xy");
    terminal.shows("your file is kept at");
    terminal.keys("q");
    terminal.shows("+ Hello, {name}!");
}

#[test]
fn a_save_while_the_list_is_open_shows_its_verdict() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("l");
    terminal.shows("3 exercises");
    course.write(GREETING, "print('saved meanwhile')\n");
    terminal.shows("+ saved meanwhile");
}

#[test]
fn help_names_the_keys() {
    let course = small();
    let mut terminal = listing(&course, &Start::default());
    terminal.keys("?");
    assert_says(&terminal.shows("Keys of the list"), &["fold or unfold the topic", "A star marks"]);
    terminal.keys("q");
    terminal.shows("t1_first");
}

#[test]
fn it_fits_every_size_and_follows_a_resize() {
    let course = small();
    for (columns, rows) in [(80, 24), (120, 40), (40, 12), (20, 5)] {
        let start = Start { columns, rows, args: &["list"], ..Start::default() };
        let screen = Terminal::start(course.path(), &start).shows("q back");
        assert!(screen.lines().count() <= usize::from(rows), "{screen}");
    }
    let terminal = listing(&course, &Start::default());
    for (columns, rows) in [(40, 12), (120, 40), (60, 8), (80, 24)] {
        terminal.resize(columns, rows);
        let last = usize::from(rows) - 1;
        terminal.until("the chosen line, and the keys in the last row", |screen| {
            let keys = screen.lines().nth(last).is_some_and(|row| row.contains("/ search"));
            keys && chosen(screen).contains("greeting")
        });
    }
}

#[test]
fn colour_symbols_and_drawing_are_left_out_when_nobody_wants_them() {
    let course = small();
    assert!(listing(&course, &Start::default()).all().contains("\u{1b}[7"), "the chosen line stands out");
    let plain = listing(&course, &Start { env: &[("NO_COLOR", "1")], ..Start::default() });
    plain.shows("→* · pending");
    let codes = regex::Regex::new("\u{1b}\\[[0-9;]+m").expect("a valid pattern");
    let painted: Vec<_> = codes.find_iter(&plain.all()).map(|code| code.as_str().to_owned()).collect();
    assert!(painted.iter().all(|code| code == "\u{1b}[0m"), "{painted:?}");
    let ascii = Terminal::start(course.path(), &Start { args: &["list", "--ascii"], ..Start::default() });
    let screen = ascii.shows(">* . pending    greeting");
    assert!(screen.is_ascii(), "{screen}");
    // A table for those who listen, who have no screen to draw on, or who ask for it.
    for start in [
        Start { args: &["list", "--linear"], ..Start::default() },
        Start { args: &["list", "--plain"], ..Start::default() },
        Start { args: &["list"], env: &[("TERM", "dumb")], ..Start::default() },
    ] {
        let mut terminal = Terminal::start(course.path(), &start);
        assert_eq!(terminal.end().code(), Some(0));
        assert_says(&terminal.screen(), &["pending  greeting", "0 of 3 done"]);
        assert!(!terminal.all().contains("\u{1b}[?1049h"), "{}", terminal.all());
    }
    let ran = run(course.command(&["list"]).write_stdin(""));
    assert!(ran.stdout.contains("pending  greeting") && !ran.stdout.contains('\u{1b}'), "{ran:#?}");
}

#[test]
fn however_it_ends_the_terminal_is_given_back() {
    let course = small();
    for keys in ["q", "l", "\u{1b}", "\u{3}", "\u{4}", "/gre\u{3}", "x\u{3}", "?\u{3}"] {
        let mut terminal = listing(&course, &Start::default());
        assert!(terminal.is_drawn_on() && terminal.hides_cursor());
        terminal.keys(keys);
        assert_eq!(terminal.end().code(), Some(0), "{keys:?}");
        terminal.assert_restored();
    }
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let mut terminal = listing(&course, &Start::default());
        terminal.signal(signal);
        assert_eq!(terminal.end().code(), Some(130), "{signal:?}");
        terminal.assert_restored();
    }
    let mut terminal = listing(&course, &Start::default());
    terminal.keys("\u{1a}");
    std::thread::sleep(std::time::Duration::from_millis(200));
    chooses(&terminal, "greeting");
    terminal.keys("\u{c}jq");
    assert_eq!(terminal.end().code(), Some(0));
    terminal.assert_restored();
}

/// A course with so many exercises in topics of fifty.
fn large(exercises: usize) -> Small {
    let course = small();
    let mut topics = String::from("path:\n");
    for topic in 0..exercises / 50 {
        let name = format!("t{topic:03}_topic");
        topics.push_str(&format!("  - {name}\n"));
        for index in 0..50 {
            let exercise = format!("exercise_{topic}_{index}");
            let folder = course.path().join(format!("exercises/{name}/{:02}_{exercise}", index + 1));
            fs::create_dir_all(&folder).expect("a folder");
            let manifest = format!(
                "title: Number {index} of topic {topic}\nlevel: 1\nedit: [{exercise}.py]\nchecks:\n  - output: \
                 {exercise}.py\n    stdout: |\n      right\n"
            );
            for (file, text) in [
                ("exercise.yaml".to_owned(), manifest.as_str()),
                ("README.md".to_owned(), "# A task\n"),
                (format!("{exercise}.py"), "print('wrong')\n"),
            ] {
                super::support::write(&folder, &file, text);
            }
        }
        super::support::write(&course.path().join("exercises").join(&name), "README.md", "# A topic\n");
    }
    course.replace("exercises/course.yaml", "path:\n  - t1_first\n  - t2_second\n", &topics);
    for topic in ["t1_first", "t2_second"] {
        fs::remove_dir_all(course.path().join("exercises").join(topic)).expect("removed");
    }
    course
}

/// A list of that many exercises on a terminal.
fn large_list(exercises: usize) -> (Small, Terminal) {
    let course = large(exercises);
    let terminal = Terminal::start(course.path(), &Start { args: &["list"], ..Start::default() });
    terminal.shows(&format!("{exercises} exercises"));
    (course, terminal)
}

/// How many screens were drawn, and how much was written for them.
fn drawn(terminal: &Terminal) -> (usize, usize) {
    let all = terminal.all();
    (all.matches("\u{1b}[?2026h").count(), all.len())
}

/// What a key costs on the line to the terminal: where the list is drawn whole, or what is drawn depends on its length,
/// this grows with it.
#[test]
fn a_key_costs_the_same_in_a_list_of_a_thousand() {
    let mut costs = Vec::new();
    for exercises in [50, 1_000] {
        let (_course, mut terminal) = large_list(exercises);
        chooses(&terminal, "exercise_0_0");
        let mut cost_of = |keys: &str, text: &str| {
            let before = drawn(&terminal).1;
            terminal.keys(keys);
            chooses(&terminal, text);
            // The last piece of a screen may be on its way.
            std::thread::sleep(std::time::Duration::from_millis(100));
            let cost = drawn(&terminal).1 - before;
            // A screen's worth for each key: 24 rows of 80 columns, with their colours and places.
            let most = keys.chars().count() * 24 * (80 + 80);
            assert!(cost < most, "{keys:?} wrote {cost} bytes");
            cost
        };
        // The least of three: a piece that comes late counts for the key after it.
        let step = (0..3).map(|_| {
            let cost = cost_of("j", "exercise_0_1");
            cost_of("k", "exercise_0_0");
            cost
        });
        costs.push(step.min().expect("three"));
        // Over the screen's edge, to the far end, a search through all, folding all.
        for (keys, text) in [
            ("j", "exercise_0_1"),
            ("\u{1b}[6~\u{1b}[6~", "exercise_0_35"),
            ("k", "exercise_0_34"),
            ("G", "_49 "),
            ("/topic number 4", "exercise_0_4 "),
            ("\u{1b}\u{1b}", "exercise_0_4 "),
            ("z", "t000_topic"),
        ] {
            cost_of(keys, text);
        }
    }
    assert!(costs[1] < costs[0] + 100, "a step in a screen: {costs:?}");
}

/// Keys that come faster than screens can be drawn are all obeyed, and not each of them is drawn.
#[test]
fn a_storm_of_keys_ends_where_it_should() {
    let (_course, mut terminal) = large_list(1_000);
    chooses(&terminal, "exercise_0_0");
    let before = drawn(&terminal).0;
    for _ in 0..10 {
        terminal.keys(&"j".repeat(100));
    }
    // Twenty topics are lines as well: a thousand steps from the second line.
    terminal.until("the place", |screen| chosen(screen).contains("exercise_19_31"));
    let frames = drawn(&terminal).0 - before;
    assert!(frames < 1_000, "{frames} screens for 1000 keys");
    terminal.keys("/exercise_7_7\r");
    terminal.shows("not checked yet");
    terminal.shows("exercise_7_7");
}
