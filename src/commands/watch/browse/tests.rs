//! The list, key by key.

use super::*;
use crate::model::event::Standing;
use crate::report::terminal::list::TopicRows;

const SIZE: Size = Size { columns: 80, rows: 24 };

fn course(topics: usize, exercises: usize) -> List {
    let states = [State::Done, State::Failed, State::Changed, State::Started, State::Pending];
    let row = |topic: usize, index: usize| Row {
        name: format!("exercise_{topic}_{index}"),
        title: format!("Number {index} of topic {topic}"),
        file: format!("exercises/t{topic}/{index}.py"),
        state: states[index % states.len()].clone(),
    };
    let topic = |topic: usize| TopicRows {
        name: format!("topic_{topic}"),
        rows: (0..exercises).map(|index| row(topic, index)).collect(),
    };
    let total = topics * exercises;
    List {
        title: "A course".to_owned(),
        topics: (0..topics).map(topic).collect(),
        standing: Standing { done: total / 5, total, pending: total / 5, changed: 0, next: None },
    }
}

fn browser() -> Browser {
    Browser::new(course(3, 5), Some("exercise_1_1"))
}

fn press(browser: &mut Browser, keys: &str) -> Asked {
    let mut asked = Asked::Nothing;
    for character in keys.chars() {
        let key = match character {
            '\n' => Key::Enter,
            '\u{1b}' => Key::Escape,
            '\u{7f}' => Key::Backspace,
            '<' => Key::Left,
            '>' => Key::Right,
            other => Key::Char(other),
        };
        asked = browser.key(key, Style::default(), SIZE);
    }
    asked
}

fn screen(browser: &Browser) -> String {
    browser.screen(Style::default(), SIZE).join("\n")
}

/// The name on the chosen line.
fn chosen(browser: &Browser) -> String {
    browser.name_of_line().or_else(|| browser.topic_of_line()).unwrap_or_default()
}

#[test]
fn it_opens_at_the_exercise_at_hand_and_enter_goes_to_the_chosen_one() {
    let mut browser = browser();
    assert!(screen(&browser).contains("→* ✗ failed     exercise_1_1"), "{}", screen(&browser));
    assert_eq!(press(&mut browser, "jj\n"), Asked::Go(ExerciseName::new("exercise_1_3")));
    assert_eq!(press(&mut browser, "kk\n"), Asked::Go(ExerciseName::new("exercise_1_1")));
    assert_eq!(press(&mut browser, "g\n"), Asked::Nothing);
    assert!(screen(&browser).contains("▸ topic_0"), "Enter folds a topic:\n{}", screen(&browser));
}

#[test]
fn topics_fold_and_stay_folded_while_the_rest_moves() {
    let mut browser = browser();
    press(&mut browser, " ");
    assert_eq!(chosen(&browser), "topic_1");
    let folded = screen(&browser);
    assert!(folded.contains("▸ topic_1") && !folded.contains("exercise_1_"), "{folded}");
    assert!(folded.contains("1 of 5 done; Space unfolds it"), "{folded}");
    press(&mut browser, ">>");
    assert_eq!(chosen(&browser), "exercise_1_0");
    press(&mut browser, "<");
    assert_eq!(chosen(&browser), "topic_1");
    press(&mut browser, "<z");
    assert!(screen(&browser).contains("exercise_1_0"), "z unfolds all when something is folded");
    press(&mut browser, "z");
    assert!(!screen(&browser).contains("exercise_"), "{}", screen(&browser));
    assert!(screen(&browser).contains("15 exercises"));
}

#[test]
fn a_search_looks_into_folded_topics_and_chooses_the_best() {
    let mut browser = browser();
    press(&mut browser, "z/EXERCISE_2_3");
    assert_eq!(chosen(&browser), "exercise_2_3");
    let found = screen(&browser);
    assert!(found.contains("Search: EXERCISE_2_3_") && found.contains("1 of 15 exercises"), "{found}");
    assert!(!found.contains("topic_0"), "{found}");
    press(&mut browser, "\u{7f}\u{7f}\u{7f}");
    assert!(screen(&browser).contains("15 exercises"));
    // Parts of a title and of a topic, in any order.
    press(&mut browser, "\u{1b}\u{1b}/topic_2 number 4");
    assert_eq!(chosen(&browser), "exercise_2_4");
    assert_eq!(press(&mut browser, "\n"), Asked::Go(ExerciseName::new("exercise_2_4")));
    press(&mut browser, "/zzz");
    assert!(screen(&browser).contains("Nothing fits; Esc shows every exercise."), "{}", screen(&browser));
    assert_eq!(press(&mut browser, "\n"), Asked::Nothing);
    // From typing, from the search, from the list.
    assert_eq!(press(&mut browser, "\u{1b}\u{1b}"), Asked::Nothing);
    assert_eq!(press(&mut browser, "\u{1b}"), Asked::Leave);
}

#[test]
fn filters_go_round_and_pass_over_what_nothing_is_in() {
    let mut browser = browser();
    let mut seen = Vec::new();
    for _ in 0..7 {
        press(&mut browser, "f");
        seen.push(browser.only);
    }
    let all = [Only::Open, Only::Failed, Only::Changed, Only::Started, Only::Pending, Only::Done, Only::All];
    assert_eq!(seen, all, "nothing is skipped here");
    press(&mut browser, "F");
    assert_eq!(browser.only, Only::Done);
    let done = screen(&browser);
    assert!(done.contains("only done: 3 of 15 exercises") && !done.contains("✗"), "{done}");
    assert_eq!(press(&mut browser, "\u{1b}"), Asked::Nothing);
    assert_eq!(browser.only, Only::All);
}

#[test]
fn a_reset_is_asked_for() {
    let mut browser = browser();
    assert_eq!(press(&mut browser, "x"), Asked::Nothing);
    assert!(screen(&browser).contains("Put the starter of exercise_1_1 back?"), "{}", screen(&browser));
    assert_eq!(press(&mut browser, "n"), Asked::Nothing);
    assert!(screen(&browser).contains("nothing was changed"));
    assert_eq!(press(&mut browser, "xy"), Asked::Reset(ExerciseName::new("exercise_1_1")));
    // What is as it was shipped needs none.
    assert_eq!(press(&mut browser, "jjjxy"), Asked::Nothing);
    press(&mut browser, "x");
    assert!(screen(&browser).contains("exercise_1_4 is as it was shipped"), "{}", screen(&browser));
}

#[test]
fn what_is_known_anew_moves_nobody() {
    let mut browser = browser();
    press(&mut browser, "jj");
    let mut list = course(3, 5);
    list.topics[0].rows.truncate(1);
    list.topics[1].rows[3].state = State::Done;
    browser.renew(list);
    assert_eq!(chosen(&browser), "exercise_1_3");
    assert!(screen(&browser).contains("✓ done       exercise_1_3"), "{}", screen(&browser));
}

#[test]
fn help_can_be_read_on_a_small_screen_and_closed() {
    let mut browser = browser();
    press(&mut browser, "?");
    assert!(screen(&browser).contains("Keys of the list"));
    assert_eq!(press(&mut browser, "q"), Asked::Nothing);
    assert!(screen(&browser).contains("topic_1"));
    assert_eq!(press(&mut browser, "q"), Asked::Leave);
}

#[test]
fn a_list_without_exercises_is_a_list() {
    let mut browser = Browser::new(course(0, 0), None);
    for key in ["j", "k", "x", " ", "z", "f", "/a", "\n", "\u{1b}", "\u{1b}", "<", ">", "G"] {
        press(&mut browser, key);
        assert_eq!(browser.screen(Style::default(), SIZE).len(), SIZE.rows);
    }
}

/// What a screen is made of does not grow with the list.
#[test]
fn only_what_is_visible_is_laid_out() {
    let browser = Browser::new(course(20, 50), Some("exercise_10_25"));
    assert_eq!(browser.lines.len(), 1_020);
    for rows in [5, 12, 24, 40] {
        let size = Size { columns: 80, rows };
        let screen = browser.screen(Style::default(), size);
        assert_eq!(screen.len(), rows);
        let room = screens::browse_room(size);
        let top = browser.top.get();
        assert!(top <= browser.cursor && browser.cursor < top + room, "{top} {room}");
    }
}
