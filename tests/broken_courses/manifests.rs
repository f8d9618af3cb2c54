//! Manifests as such: every key of one counts, and no bytes in one make the parser panic.

use prolings::discover::load;
use prolings::model::check::{CheckKind, Expect, Order};
use prolings::model::exercise::{Fails, Style};
use prolings::model::plain::Plain;
use proptest::prelude::*;

use super::course::*;

#[test]
fn every_key_is_read() {
    let course = good_course();
    let root = course.path();
    write(root, "exercises/a_basics/01_hello/expected.txt", "{{any}}\n");
    write(root, "exercises/a_basics/01_hello/data/in.csv", "1\n");
    write(root, HELLO, EVERY_KEY);
    let loaded = load(root).map_err(|errors| errors.to_string()).unwrap();
    let hello = loaded.exercise("hallo").unwrap();
    assert_eq!(hello.name.as_str(), "hello");
    assert_eq!(hello.covers, ["A1.2", "A1.ex"]);
    assert_eq!((hello.level, hello.points), (5, 3));
    let groups: Vec<_> = hello.groups.iter().map(|group| group.as_str()).collect();
    assert_eq!(groups, ["core", "quality"]);
    assert_eq!(hello.after[0].as_str(), "timer");
    assert_eq!(hello.python.unwrap().to_string(), ">=3.12,<3.14");
    assert_eq!(hello.limits.time.as_millis(), 1500);
    assert_eq!(hello.limits.memory.to_string(), "512 MiB");
    assert_eq!(hello.limits.processes, 8);
    let starter = hello.starter.as_ref().unwrap();
    assert_eq!(
        (&starter.fails, starter.raises.as_deref()),
        (&Fails::Check("output".into()), Some("TypeError"))
    );
    assert!(starter.message.is_some() && hello.style == Style::Free);
    assert_eq!(hello.protected.iter().map(|file| file.as_str()).collect::<Vec<_>>(), ["data/in.csv"]);
    assert_eq!(
        hello.checks.iter().map(|check| check.always).collect::<Vec<_>>(),
        [false, true, false, false]
    );
    let CheckKind::Output(output) = &hello.checks[0].kind else { panic!("not an output check") };
    assert_eq!(output.args, ["--count", "3"]);
    assert_eq!((output.exit_code, output.stdin.as_slice()), (2, b"in\n".as_slice()));
    assert_eq!(output.compare.order, Order::Any { before: vec![("a {{int}}".into(), "b".into())] });
    assert_eq!(output.compare.floats.unwrap().rel, 1e-6);
    let CheckKind::Output(output) = &hello.checks[1].kind else { panic!("not an output check") };
    assert_eq!((output.stdout.as_slice(), output.compare.pattern), (b"{{any}}\n".as_slice(), true));
    let CheckKind::Cases(cases) = &hello.checks[2].kind else { panic!("not a cases check") };
    let Expect::Returns(value) = &cases.table[0].expect else { panic!("it returns") };
    let shown = "{'t': (1, 1.0), 's': {1}, 'f': frozenset({2}), 'b': bytes.fromhex('00ff'), 'n': None, 'big': 1000000000000000000000000000000000000000000}";
    assert_eq!(value.to_string(), shown);
    assert_eq!(cases.table[0].kwargs, [("unit".to_owned(), Plain::Str("cm".into()))]);
    assert!(matches!(&cases.table[1].expect, Expect::Raises { class, message: Some(part) }
        if class == "shop.OutOfStock" && part == "none left"));
    let when = hello.mistakes[0].when.as_ref().unwrap();
    assert!(when.message.is_some() && when.stdout.is_some() && when.stderr.is_some() && when.diff.is_some());
    assert_eq!(
        loaded.exercises().map(|exercise| exercise.name.as_str()).collect::<Vec<_>>(),
        ["hello", "area", "timer"]
    );
    assert_eq!(hello.solution, root.join("solutions/a_basics/01_hello"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_in_a_manifest_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }

    #[test]
    fn no_text_in_a_manifest_panics(text in "([a-z]{1,6}|[-:?!&*\\[\\]{}|>'\"#,%@`~<]| |\n|\n  |\\PC){0,60}") {
        survives(text.as_bytes());
    }

    /// A valid manifest with a piece replaced: most of what is damaged here still parses as YAML.
    #[test]
    fn no_damage_to_a_manifest_panics(
        start in 0..EVERY_KEY.len(),
        length in 0_usize..12,
        piece in "(|[a-z]{1,8}|[0-9.]{1,30}|\\[\\]|\\{\\}|null|!x |&a |\\*a|'|\"|: |\n|- |\\{\\{|\\}\\}|é){1,3}",
    ) {
        let bytes = EVERY_KEY.as_bytes();
        let end = (start + length).min(bytes.len());
        survives(&[&bytes[..start], piece.as_bytes(), &bytes[end..]].concat());
    }
}

/// Loading gives a course or errors that all answer the four questions.
fn survives(manifest: &[u8]) {
    let course = good_course();
    write(course.path(), HELLO, manifest);
    write(course.path(), "exercises/a_basics/01_hello/expected.txt", "{{any}}\n");
    for error in errors_of(course.path()) {
        assert!(error.place.is_some() && error.why.is_some() && error.help.is_some(), "{error}");
    }
}
