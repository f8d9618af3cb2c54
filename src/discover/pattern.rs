//! Lines of expected output with `{{…}}` in them: whether an author wrote them well.
//!
//! The language is [`Pattern`]'s; here two braces that are no placeholder are refused as well, since they are most
//! likely a placeholder with a slip.

use super::source::{quoted, shorten};
use crate::error::did_you_mean;
use crate::language::{Text, said};
use crate::model::pattern::Pattern;

const PLACEHOLDERS: [&str; 5] = ["int", "float", "hex", "any", "re:"];

/// What is wrong with a pattern, and what mends it.
#[derive(Debug, PartialEq)]
pub(super) struct BadPattern {
    pub(super) why: Text,
    pub(super) help: Text,
}

/// Checks every `{{…}}` of a line. A placeholder ends at the last brace of the first run of two or more, so that a
/// regular expression may end in one: `{{re:a{2}}}`.
pub(super) fn check(line: &str) -> Result<(), BadPattern> {
    let mut rest = line;
    while let Some(start) = rest.find("{{") {
        let inside = &rest[start + 2..];
        let Some(end) = inside.find("}}") else {
            return Err(BadPattern {
                why: said!("placeholder-unclosed").into(),
                help: said!("placeholder-unclosed.help").into(),
            });
        };
        let run = inside[end..].bytes().take_while(|byte| *byte == b'}').count();
        check_placeholder(&inside[..end + run - 2])?;
        rest = &inside[end + run..];
    }
    Pattern::parse(line).map(drop).map_err(|error| BadPattern {
        why: error.said().into(),
        help: said!("bad-placeholder-expression").into(),
    })
}

fn check_placeholder(body: &str) -> Result<(), BadPattern> {
    if body.starts_with("re:") || PLACEHOLDERS.contains(&body) {
        return Ok(());
    }
    let known = ["{{int}}", "{{float}}", "{{hex}}", "{{any}}", "{{re:…}}"];
    Err(BadPattern {
        why: said!("unknown-placeholder", name = shorten(body), known = quoted(known)).into(),
        help: did_you_mean(body.trim(), PLACEHOLDERS, said!("unknown-placeholder.help")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_known_closed_and_sound() {
        for good in
            ["plain {x}", "{{int}} of {{float}}", "0x{{hex}}{{any}}", "{{re:[a-z]{2}}} end", "{{re:}}"]
        {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in ["{{number}}", "{{int", "{{re:(}}", "{{ int }}", "{{}}", "{{{int}}}"] {
            assert!(check(bad).is_err(), "{bad}");
        }
        assert_eq!(check("{{itn}}").unwrap_err().help, "did you mean `int`?");
    }
}
