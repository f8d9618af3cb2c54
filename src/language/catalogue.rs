//! The files of `lang/`, parsed when they are first needed.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Language, Value};

// `LANGUAGES`, every language that has a file, English first; `build.rs` lists them.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The messages of a language.
pub(super) struct Catalogue {
    pub(super) code: &'static str,
    source: &'static str,
    parsed: OnceLock<FluentBundle<FluentResource>>,
}

impl Catalogue {
    const fn new(code: &'static str, source: &'static str) -> Self {
        Self { code, source, parsed: OnceLock::new() }
    }

    /// A message (`id`) or a part of one (`id.part`) with these values, of which some may be messages themselves, to be
    /// said in `language`. `None` when there is none, or when it wants another value.
    pub(super) fn say(&self, id: &str, values: &[(&str, Value)], language: Language) -> Option<String> {
        let bundle = self.parsed.get_or_init(|| self.parse());
        let (id, part) = id.split_once('.').map_or((id, None), |(id, part)| (id, Some(part)));
        let message = bundle.get_message(id)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, fluent(value, language));
        }
        let mut wrong = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&arguments), &mut wrong);
        wrong.is_empty().then(|| said.into_owned())
    }

    /// What cannot be parsed is left out, so that it is said in English; `tests/languages.rs` finds it.
    fn parse(&self) -> FluentBundle<FluentResource> {
        let locale = self.code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks around values, for right-to-left text in left-to-right: terminals show them as boxes.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(self.source.to_owned()).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
        bundle
    }
}

fn fluent(value: &Value, language: Language) -> FluentValue<'_> {
    match value {
        Value::Number(number) => FluentValue::from(*number),
        Value::Text(text) => FluentValue::from(text.as_str()),
        Value::Said(said) => FluentValue::from(said.by(language)),
    }
}
