//! Tests that must fail, with names that nobody can know before: a program that turns failures into passes, or that
//! reports on its own, is caught by them.

use crate::model::grade::Sentinels;
use crate::model::names::TestId;

/// How many are put into a test file.
const HOW_MANY: usize = 2;

/// Words for their names: what tests are about.
const WORDS: [&str; 24] = [
    "again", "blank", "bounds", "change", "copy", "default", "empty", "equal", "error", "exact", "first",
    "found", "given", "large", "last", "many", "none", "order", "other", "same", "small", "twice", "value",
    "wrong",
];

/// Must-fail tests for a test file with this text, drawn from `random`; `None` where tests cannot simply be added,
/// since a mark on the module would change them too.
pub fn sentinels(text: &str, random: &mut fastrand::Rng) -> Option<Sentinels> {
    if text.contains("pytestmark") {
        return None;
    }
    let mut found = Sentinels { tests: Vec::new(), source: String::from("\n") };
    while found.tests.len() < HOW_MANY {
        let mut word = || WORDS[random.usize(..WORDS.len())];
        let name = format!("test_{}_{}_{}", word(), word(), word());
        if text.contains(&name) || found.source.contains(&name) {
            continue;
        }
        let (left, right) = (random.u32(..), random.u32(..));
        if left == right {
            continue;
        }
        found.source.push_str(&format!("\n\ndef {name}():\n    got = {left}\n    assert got == {right}\n"));
        found.tests.push(TestId::new(name));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_tests() {
        let of = |seed| sentinels("def test_a(): pass", &mut fastrand::Rng::with_seed(seed)).expect("some");
        assert_eq!(of(7), of(7));
        assert_ne!(of(7).tests, of(8).tests);
        assert_eq!(of(7).tests.len(), HOW_MANY);
        for test in of(7).tests {
            assert!(of(7).source.contains(&format!("\ndef {test}():\n")), "{}", of(7).source);
        }
    }

    #[test]
    fn a_mark_on_the_module_keeps_them_out() {
        assert_eq!(sentinels("pytestmark = []", &mut fastrand::Rng::with_seed(1)), None);
    }
}
