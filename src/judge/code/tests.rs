//! What is read of a file, and that any text is survived.

use proptest::prelude::*;

use super::*;

fn code(text: &str) -> Code {
    Code::read(&SourceText { file: "a.py".into(), text: text.into() })
}

#[test]
fn comments_and_texts_are_no_code() {
    let read = code(
        "x = 'print(1)'  # print(2)\ny = f\"{x}\" + \"\"\"\nprint(3)\n\"\"\"\nif a == '5':\n    b = (1,\n   2)\n",
    );
    let lines: Vec<(usize, usize, &str)> =
        read.lines.iter().map(|line| (line.number, line.indent, line.code.as_str())).collect();
    assert_eq!(
        lines,
        [(1, 0, "x = \"\""), (2, 0, "y = \"\" + \"\""), (5, 0, "if a == \"5\":"), (6, 4, "b = (1,    2)")]
    );
}

#[test]
fn functions_know_their_class_their_parameters_and_their_own_lines() {
    let read = code(
        "class Shape:\n    @property\n    def area(self, unit='m', *rest, seen: list = []):\n        def inner():\n            return 1\n        print(self)\n\nasync def f(): return 2\n",
    );
    let [area, inner, f] = read.functions.as_slice() else { panic!("{read:?}") };
    assert_eq!((area.full_name().as_str(), area.number), ("Shape.area", 3));
    assert_eq!(area.decorators, ["property"]);
    let names: Vec<&str> = area.params.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["self", "unit", "rest", "seen"]);
    assert_eq!(area.params[3].1.as_deref(), Some("[]"));
    assert!(area.prints() && !area.returns(), "what an inner function returns is its own affair");
    assert!(inner.returns() && inner.class.is_none());
    assert!(f.is_async && f.returns());
}

#[test]
fn names_are_those_that_are_given() {
    let read = code(
        "import os.path as p\nfrom math import pi, tau\nwidth, height = 1, 2\nif a == b: pass\nfor item in items:\n    total += item\nclass Shop:\n    tax = 3\n    def buy(self, what):\n        self.sold = what\n        local = 1\n",
    );
    let bound = read.bound();
    for name in ["p", "pi", "tau", "width", "height", "item", "total", "Shop", "buy", "what", "sold", "local"]
    {
        assert!(bound.contains(name), "{name} in {bound:?}");
    }
    for name in ["a", "b", "items", "self", "import"] {
        assert!(!bound.contains(name), "{name} in {bound:?}");
    }
    assert_eq!(read.attributes("Shop"), Some(BTreeSet::from(["tax", "buy", "sold"])));
    assert_eq!(read.attributes("Bank"), None);
    assert_eq!(read.top(), BTreeSet::from(["width", "height", "Shop"]));
}

#[test]
fn a_call_is_of_that_name_itself() {
    assert!(calls("x = list (y)", "list"));
    assert!(!calls("x.list(y)", "list") && !calls("mylist(y)", "list") && !calls("def list(y):", "list"));
}

proptest! {
    #[test]
    fn any_text_is_survived(text in "[a-z=:()\\[\\]{}'\"#\\\\ \t\n.,@0-9é]{0,200}") {
        let read = code(&text);
        let _ = (read.bound(), read.top(), read.attributes("a"));
        for function in &read.functions {
            let _ = (function.returns(), function.prints());
        }
    }
}
