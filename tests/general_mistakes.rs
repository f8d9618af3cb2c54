//! Mistakes that people make in any exercise, from real programs: each earns its own words, and what only looks like one
//! earns none.

mod support;

use std::collections::BTreeMap;

use serde_json::Value;

/// Each exercise of the fixture course `general`, whose starter is the program; the mistake that it earns, and a part of
/// the words on it.
const EXPECTED: [(&str, Option<(&str, &str)>); 57] = [
    ("printed", Some(("printed-not-returned", "`area` prints its result"))),
    ("dropped", Some(("returned-none", "`area` has no `return` with a value"))),
    ("one_way_out", Some(("returned-none", "`sign` comes to its end"))),
    ("sorted_in_place", Some(("returned-none", "`.sort(…)` changes the object itself"))),
    ("too_few", Some(("off-by-one", "the result is one too small"))),
    ("stops_early", Some(("off-by-one", "the last item is missing"))),
    ("one_too_far", Some(("off-by-one", "The index goes one too far"))),
    ("no_self", Some(("missing-self", "`Shape.sides` in line 2 has no `self`"))),
    ("self_forgotten", Some(("missing-self", "it is `self.width`"))),
    ("on_the_class", Some(("missing-self", "`Shape(…).sides(…)`"))),
    ("shared_default", Some(("mutable-default", "The default `items=[]` of `collect`"))),
    ("list_is_taken", Some(("shadowed-builtin", "Line 1 gives the name `list`"))),
    ("sum_is_taken", Some(("shadowed-builtin", "Line 2 gives the name `sum`"))),
    ("given_as_text", Some(("text-for-number", "`'5'` is a text, and a number is wanted: `5`"))),
    ("texts_in_a_list", Some(("text-for-number", "`['1', '2']` is a text"))),
    (
        "compared_with_text",
        Some(("text-for-number", "Line 2 compares `number`, a number, with the text `\"5\"`")),
    ),
    ("ordered_with_text", Some(("text-for-number", "`>=` compares a text with a number"))),
    ("not_set_in", Some(("wrong-indentation", "Line 1 ends in a colon"))),
    ("set_in_too_far", Some(("wrong-indentation", "Line 3 is set in further"))),
    ("set_back_halfway", Some(("wrong-indentation", "Line 3 is set in by a number of spaces"))),
    ("tabs_and_spaces", Some(("wrong-indentation", "tabs where other lines have spaces"))),
    ("mistyped_variable", Some(("mistyped-name", "There is no `numbres`. Did you mean `numbers`?"))),
    ("mistyped_function", Some(("mistyped-name", "has no `double`, but it has `doubel`"))),
    ("mistyped_attribute", Some(("mistyped-name", "`Shape` has no `widht`, but it has `width`"))),
    ("wrong_formula", None),
    ("always_zero", None),
    ("unknown_name", None),
    ("not_by_a_slip", None),
    ("calls_a_number", None),
    ("a_key_is_missing", None),
    ("default_is_innocent", None),
    ("an_empty_list", None),
    ("a_bracket_is_open", None),
    ("prints_something_else", None),
    ("id_is_harmless", None),
    ("too_many_arguments", None),
    ("another_order", None),
    ("text_in_text", None),
    ("printed_in_a_test", Some(("printed-not-returned", "`area` prints its result"))),
    ("dropped_in_a_test", Some(("returned-none", "`area` has no `return`"))),
    ("shared_by_objects", Some(("mutable-default", "`items=[]` of `Basket.__init__`"))),
    ("used_before_it_ran", Some(("forgotten-await", "`fetch(…)` in line 6"))),
    ("returned_before_it_ran", Some(("forgotten-await", "`fetch(…)` in line 6"))),
    ("no_self_in_a_test", Some(("missing-self", "write `def area(self, width)`"))),
    ("one_too_many_in_a_test", Some(("off-by-one", "the result is one too large"))),
    ("mistyped_for_a_test", Some(("mistyped-name", "has no `area`, but it has `aera`"))),
    ("one_number_is_off", None),
    ("wrong_after_await", None),
    ("another_error_first", None),
    ("none_on_purpose", None),
    ("last_line_missing", Some(("off-by-one", "the last line is missing"))),
    ("never_awaited", Some(("forgotten-await", "`work(…)` in line 9"))),
    ("mistyped_print", Some(("mistyped-name", "Did you mean `print`?"))),
    ("never_equal", Some(("text-for-number", "compares `count`, a number"))),
    ("grows", Some(("mutable-default", "shared by all calls"))),
    ("another_text", None),
    ("the_end_is_missing", None),
];

#[test]
fn each_program_earns_the_words_on_its_mistake_and_no_others() {
    let course = support::course("general");
    let output = support::prolings(course.path())
        .args(["check", "--all", "--json", "--isolation", "none"])
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut found: BTreeMap<String, Value> = BTreeMap::new();
    for line in text.lines() {
        let event: Value = serde_json::from_str(line).expect("a JSON line");
        if event["event"] == "exercise_finished" {
            assert_eq!(event["status"], "failed", "{line}");
            let name = event["exercise"].as_str().expect("a name").to_owned();
            found.insert(name, event["checks"][0]["feedback"].clone());
        }
    }
    assert_eq!(found.len(), EXPECTED.len(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut wrong = String::new();
    for (exercise, expected) in EXPECTED {
        let feedback = &found[exercise];
        let mistake = feedback["mistake"].as_str();
        let words = feedback["text"].as_str().unwrap_or_default();
        let is_right = mistake == expected.map(|(mistake, _)| mistake)
            && expected.is_none_or(|(_, part)| words.contains(part));
        if !is_right {
            wrong.push_str(&format!("{exercise}: {mistake:?} {words}\n  not {expected:?}\n"));
        }
    }
    assert_eq!(wrong, "");
}
