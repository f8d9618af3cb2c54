//! `course.yaml`: what holds for the whole course.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::fields::Fields;
use super::manifest::{Node, NodeId, Value};
use super::shape::{Kind, Shape, key, needed};
use super::source::{Label, Name, Source, Wanted, shorten};
use super::walk::is_slug;
use super::{Locks, Reader};
use super::{limits, range};
use crate::error::UserError;
use crate::language::{Said, said};
use crate::model::course::{Curriculum, Group, PythonRange};
use crate::model::limits::Limits;
use crate::model::names::{GroupName, TopicName};

/// The version of the format that this prolings reads.
const FORMAT: u32 = 1;

pub(super) const SHAPE: Shape = Shape {
    what: || said!("a-course"),
    keys: &[
        needed("format", "format: 1", Kind::Whole(FORMAT, FORMAT), "the version of the format"),
        needed("title", "title: Advanced Python", Kind::Words, "the course's name"),
        key("version", "version: 1", Kind::Whole(1, u32::MAX), "a whole number, raised with each release"),
        key("python", "python: \">=3.11\"", Kind::Words, "the Python versions that the course is for"),
        needed("path", "path: [a1_metaclasses]", Kind::List(&Kind::Words), "the topics in teaching order"),
        key(
            "groups",
            "groups: { core: { summary: pytest } }",
            Kind::MapOf(&Kind::OneOf(&[Kind::Nothing, Kind::Map(&GROUP)])),
            "sets of Python packages, each with a lock in `requirements`",
        ),
        key(
            "limits",
            "limits: { time: 10s }",
            Kind::Map(&limits::SHAPE),
            "what holds for every exercise that does not say otherwise",
        ),
        key("welcome", "welcome: |", Kind::Words, "shown before the first check"),
        key("final", "final: |", Kind::Words, "shown when all is done"),
        key(
            "auto_advance",
            "auto_advance: true",
            Kind::Flag,
            "whether watching goes on to the next exercise by itself",
        ),
    ],
};

const GROUP: Shape = Shape {
    what: || said!("a-group"),
    keys: &[
        key("summary", "summary: pytest", Kind::Words, "what the group is for"),
        key(
            "preload",
            "preload: [numpy]",
            Kind::List(&Kind::Words),
            "modules that take long to import, which warm workers import once",
        ),
    ],
};

/// The course's manifest. What could not be read is `None`, so that no error follows from another.
#[derive(Debug)]
pub(super) struct CourseFile {
    pub(super) title: String,
    pub(super) version: Option<u32>,
    pub(super) python: PythonRange,
    /// The topics in teaching order, and where they are written.
    pub(super) path: Option<Vec<(TopicName, NodeId)>>,
    pub(super) groups: Option<BTreeMap<GroupName, Group>>,
    pub(super) limits: Limits,
    /// What the course is to teach.
    pub(super) curriculum: Option<Curriculum>,
    pub(super) welcome: Option<String>,
    pub(super) final_text: Option<String>,
    pub(super) auto_advance: bool,
    /// Whether exercises must hold locked test ids.
    pub(super) locks: Locks,
    /// For whom the course is loaded.
    pub(super) reader: Reader,
    /// The manifest, for errors about topics.
    pub(super) source: Option<Source>,
}

impl CourseFile {
    /// A course of which nothing is known.
    fn unknown() -> Self {
        Self {
            locks: Locks::default(),
            reader: Reader::default(),
            title: String::new(),
            version: None,
            python: PythonRange { from: range::OLDEST, below: None },
            path: None,
            groups: None,
            limits: Limits::default(),
            curriculum: None,
            welcome: None,
            final_text: None,
            auto_advance: false,
            source: None,
        }
    }
}

/// Reads `course.yaml` below the folder `exercises`.
///
/// # Errors
/// When the format is not ours: then nothing else can be judged.
pub(super) fn read(exercises: &Path, errors: &mut Vec<UserError>) -> Result<CourseFile, UserError> {
    let mut course = CourseFile::unknown();
    let source = match Source::read(&exercises.join("course.yaml")) {
        Ok(source) => source,
        Err(error) => {
            errors.push(error);
            return Ok(course);
        }
    };
    if let Some(fields) = Fields::open(&source, source.root(), &SHAPE) {
        check_format(&fields)?;
        fields.required("title", said!("title-why"));
        course.title = fields.words("title").unwrap_or_default().to_owned();
        course.version = fields.whole("version", 1, u32::MAX);
        course.python = python(&fields).unwrap_or(course.python);
        course.path = path(&fields);
        course.groups = groups(&fields, exercises);
        course.limits =
            fields.node("limits").map_or(course.limits, |node| limits::read(&source, node, course.limits));
        course.welcome = fields.words("welcome").map(str::to_owned);
        course.final_text = fields.words("final").map(str::to_owned);
        course.auto_advance = fields.flag("auto_advance").unwrap_or(false);
    }
    course.source = Some(source);
    Ok(course)
}

fn check_format(fields: &Fields<'_>) -> Result<(), UserError> {
    fields.required("format", said!("format-why"));
    let Some(Node { id, value: Value::Int(version) }) = fields.node("format") else {
        // A format of the wrong type is an author's slip, noted like any other.
        fields.whole("format", FORMAT, FORMAT);
        return Ok(());
    };
    if *version == FORMAT.to_string() {
        return Ok(());
    }
    let place = fields.source.place(*id);
    Err(UserError::new(said!("other-format", format = shorten(version)))
        .at(place)
        .why(said!("other-format.why", version = env!("CARGO_PKG_VERSION"), format = FORMAT))
        .help(said!("other-format.help")))
}

fn python(fields: &Fields<'_>) -> Option<PythonRange> {
    let text = fields.words("python")?;
    let parsed = range::parse(text).and_then(|range| {
        if range.from < range::OLDEST {
            return Err(said!("range-too-old", version = range::OLDEST.to_string()));
        }
        Ok(range)
    });
    let report = |why| {
        let id = fields.node("python").map_or(fields.node.id, |node| node.id);
        let what = said!("bad-python-range", range = shorten(text));
        fields.source.report(id, what, why, said!("bad-python-range.course"));
    };
    parsed.map_err(report).ok()
}

fn path(fields: &Fields<'_>) -> Option<Vec<(TopicName, NodeId)>> {
    fields.required("path", said!("path-why"));
    let mut topics: Vec<(TopicName, NodeId)> = Vec::new();
    let items = fields.items("path", said!("path-why"))?;
    for (name, node) in fields.texts_of("path", items) {
        let report = |what, why, help| fields.source.report(node.id, what, why, help);
        if !is_slug(name) {
            let like = said!("write-like", example = "- a1_metaclasses");
            report(said!("bad-topic-name", name = shorten(name)), said!("bad-topic-name.why"), like);
        } else if topics.iter().any(|(other, _)| other.as_str() == name) {
            report(said!("topic-twice", topic = name), said!("topic-twice.why"), said!("remove-one"));
        } else {
            topics.push((TopicName::new(name), node.id));
        }
    }
    Some(topics)
}

fn groups(fields: &Fields<'_>, exercises: &Path) -> Option<BTreeMap<GroupName, Group>> {
    let requirements = exercises.join("requirements");
    let mut groups = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let node = fields.node("groups");
    if let Some(node) = node {
        let Value::Map(entries) = &node.value else {
            return fields.source.wrong_type(node, fields.label("groups"), Wanted::Mapping);
        };
        for (key, value) in entries {
            let Some(name) = group_name(fields.source, key, &mut seen) else { continue };
            check_lock(fields.source, key.id, name, &requirements);
            groups.insert(GroupName::new(name), group(fields.source, value, name, &requirements));
        }
    }
    if !groups.contains_key("core") {
        let id = node.unwrap_or(fields.node).id;
        check_lock(fields.source, id, "core", &requirements);
        let core = Group { summary: None, lock: requirements.join("core.txt"), preload: Vec::new() };
        groups.insert(GroupName::new("core"), core);
    }
    Some(groups)
}

fn group(source: &Source, value: &Node, name: &str, requirements: &Path) -> Group {
    let fields = match value.value {
        Value::Null => None,
        _ => Fields::open(source, value, &GROUP),
    };
    let summary = fields.as_ref().and_then(|fields| fields.words("summary").map(str::to_owned));
    let preload = fields.as_ref().map(preload).unwrap_or_default();
    Group { summary, lock: requirements.join(format!("{name}.txt")), preload }
}

fn preload(fields: &Fields<'_>) -> Vec<String> {
    let mut modules: Vec<String> = Vec::new();
    for (name, node) in fields.texts("preload") {
        let report = |what, why, help| fields.source.report(node.id, what, why, help);
        if !is_module(name) {
            let like = said!("write-like", example = "preload: [numpy, matplotlib.pyplot]");
            report(said!("no-module-name", name = shorten(name)), said!("no-module-name.why"), like);
        } else if modules.iter().any(|other| other == name) {
            report(said!("given-twice", name = name), said!("module-twice"), said!("keep-one"));
        } else {
            modules.push(name.to_owned());
        }
    }
    modules
}

/// Whether a name can stand after `import`.
fn is_module(name: &str) -> bool {
    name.split('.').all(|part| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|character| character.is_alphanumeric() || character == '_')
    })
}

fn group_name<'s>(source: &Source, key: &'s Node, seen: &mut BTreeSet<&'s str>) -> Option<&'s str> {
    let label = Label { name: Name::Message(|| said!("a-groups-name")), example: "core:" };
    let name = source.words(key, label)?;
    let report = |what: Said, why: Said, help: Said| {
        source.report(key.id, what, why, help);
        None
    };
    if !is_slug(name) {
        let what = said!("bad-group-name", name = shorten(name));
        return report(what, said!("bad-group-name.why"), label.like());
    }
    if !seen.insert(name) {
        return report(said!("given-twice", name = name), said!("group-twice"), said!("keep-one"));
    }
    Some(name)
}

fn check_lock(source: &Source, id: NodeId, name: &str, requirements: &Path) {
    let lock = requirements.join(format!("{name}.txt"));
    if lock.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
        return;
    }
    source.report(
        id,
        said!("group-without-lock", group = name),
        said!("group-without-lock.why", group = name),
        said!("group-without-lock.help", group = name),
    );
}
