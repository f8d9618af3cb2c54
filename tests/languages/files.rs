//! Reads the files of `lang/`: which messages they have, and which values these want.

#![allow(unreachable_pub, reason = "test code")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::root;

/// Messages (`id`) and parts of messages (`id.part`), with the names of the values that each wants.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// The messages of a file; what is wrong with the file fails the test that asks.
pub fn messages(code: &str) -> Messages {
    let source = fs::read_to_string(root().join("lang").join(format!("{code}.ftl"))).expect("a file");
    let resource = match parser::parse(source.as_str()) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            let line = |error: &parser::ParserError| source[..error.pos.start].lines().count();
            let all = errors.iter().map(|error| format!("lang/{code}.ftl:{}: {error}", line(error)));
            panic!("\n{}", all.collect::<Vec<_>>().join("\n"));
        }
    };
    let mut messages = Messages::new();
    for entry in &resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(_) => panic!("lang/{code}.ftl: no terms, please: each message is read by itself"),
            _ => continue,
        };
        let id = message.id.name;
        let whole = message.value.iter().map(|pattern| (id.to_owned(), pattern));
        let parts = message.attributes.iter().map(|part| (format!("{id}.{}", part.id.name), &part.value));
        for (id, pattern) in whole.chain(parts) {
            let mut values = BTreeSet::new();
            of_pattern(pattern, &mut values);
            assert!(messages.insert(id.clone(), values).is_none(), "lang/{code}.ftl: `{id}` is there twice");
        }
    }
    messages
}

fn of_pattern(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, values);
        }
    }
}

fn of_expression(expression: &Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, values),
        Expression::Select { selector, variants } => {
            of_inline(selector, values);
            variants.iter().for_each(|variant| of_pattern(&variant.value, values));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, values),
        _ => {}
    }
}
