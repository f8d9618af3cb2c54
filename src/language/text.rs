//! Messages that are said later: by their id and values, so that whoever shows them chooses the language.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Language;

/// What stands in a message's place for a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A number, which chooses singular or plural too.
    Number(i64),
    /// A name, a path, anything that is the same in every language.
    Text(String),
    /// Another message.
    Said(Said),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Said> for Value {
    fn from(said: Said) -> Self {
        Self::Said(said)
    }
}

impl From<&Text> for Value {
    fn from(text: &Text) -> Self {
        text.clone().into()
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        text.said.map_or(Self::Text(text.english.into()), |said| Self::Said(*said))
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A message by its id, with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    values: Vec<(String, Value)>,
}

impl Said {
    /// Of its parts; call it through [`said!`](super::said).
    pub fn new(id: &str, values: Vec<(&str, Value)>) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { id: id.to_owned(), values }
    }

    /// The same with other text in its values.
    #[must_use]
    pub fn map(mut self, change: &dyn Fn(&str) -> String) -> Self {
        for (_, value) in &mut self.values {
            match value {
                Value::Number(_) => {}
                Value::Text(text) => *text = change(text),
                Value::Said(said) => *said = said.clone().map(change),
            }
        }
        self
    }

    /// The message in a language.
    pub fn by(&self, language: Language) -> String {
        let values: Vec<(&str, Value)> =
            self.values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        language.say(&self.id, &values)
    }
}

/// A text for people: somebody's own words, or a message that can be said in any language.
///
/// It is its English words wherever it is looked at, compared or serialised, so that what programs read is the same for
/// every user; [`Text::by`] gives it to people.
#[derive(Debug, Clone, Default, Eq)]
pub struct Text {
    english: Box<str>,
    said: Option<Box<Said>>,
}

impl Text {
    /// In a language.
    pub fn by(&self, language: Language) -> String {
        match &self.said {
            Some(said) if language != Language::ENGLISH => said.by(language),
            _ => self.english.to_string(),
        }
    }

    /// The same with another text in the place of somebody's own words, and of those that a message passes on.
    #[must_use]
    pub fn map(&self, change: &dyn Fn(&str) -> String) -> Self {
        match &self.said {
            Some(said) => said.as_ref().clone().map(change).into(),
            None => change(&self.english).into(),
        }
    }

    /// The message, where it is one.
    pub fn said(&self) -> Option<&Said> {
        self.said.as_deref()
    }

    /// Says again which message it is, after its words came back from a file. Where the words have become others since,
    /// they stay as they are.
    pub fn restore(&mut self, said: Said) {
        if said.by(Language::ENGLISH) == *self.english {
            self.said = Some(Box::new(said));
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.english
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.english)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.english == other.english
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        &*self.english == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        &*self.english == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        *self.english == **other
    }
}

impl From<Said> for Text {
    fn from(said: Said) -> Self {
        Self { english: said.by(Language::ENGLISH).into(), said: Some(Box::new(said)) }
    }
}

impl From<String> for Text {
    fn from(english: String) -> Self {
        Self { english: english.into(), said: None }
    }
}

impl From<&String> for Text {
    fn from(english: &String) -> Self {
        english.clone().into()
    }
}

impl From<&str> for Text {
    fn from(english: &str) -> Self {
        english.to_owned().into()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.english)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
