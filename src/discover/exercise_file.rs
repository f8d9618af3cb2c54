//! `exercise.yaml`: an exercise with everything that can be checked without looking at other exercises.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Reader;
use super::checks::{self, Checks, Task};
use super::course_file::CourseFile;
use super::fields::Fields;
use super::folder::Folder;
use super::manifest::{Node, NodeId, Value};
use super::shape::{Kind, Shape, key, needed};
use super::source::{Source, quoted, shorten};
use super::walk::{ExerciseFolder, is_slug};
use super::{equivalent, hints, limits, mistakes, range, starter, stdlib};
use crate::error::{Place, UserError, did_you_mean};
use crate::language::{Said, Text, said};
use crate::model::course::PythonRange;
use crate::model::exercise::{Exercise, ManifestHash, Style};
use crate::model::grade::Credit;
use crate::model::names::{ExerciseName, GroupName, RelPath};

pub(super) const SHAPE: Shape = Shape {
    what: || said!("an-exercise"),
    keys: &[
        needed("title", "title: A hook on class creation", Kind::Words, "one line"),
        key(
            "covers",
            "covers: [A1.2]",
            Kind::List(&Kind::Words),
            "what it teaches: items of the course's curriculum",
        ),
        key("level", "level: 2", Kind::Whole(1, 5), "how hard it is, by default 1"),
        needed(
            "edit",
            "edit: [my_meta.py]",
            Kind::List(&Kind::Words),
            "the learner's files; all others are protected",
        ),
        key(
            "groups",
            "groups: [core]",
            Kind::List(&Kind::Words),
            "the packages that it needs; `core` is added",
        ),
        key(
            "needs",
            "needs: [git]",
            Kind::List(&Kind::Words),
            "programs or Python modules that a machine may lack, and `python-headers`",
        ),
        key("after", "after: [first_run]", Kind::List(&Kind::Words), "exercises worth doing first"),
        key("aliases", "aliases: [old_name]", Kind::List(&Kind::Words), "names that it had before"),
        key("python", "python: \">=3.12\"", Kind::Words, "a narrower range of versions than the course's"),
        key("points", "points: 1", Kind::Whole(0, 1000), "what it counts, by default 1"),
        key(
            "credit",
            "credit: tests",
            Kind::Choice(&["all", "checks", "tests"]),
            "what counts for part of the points",
        ),
        key("limits", "limits: { time: 5s }", Kind::Map(&limits::SHAPE), "what each of its checks may use"),
        key("start", "start: cold", Kind::Choice(&["cold", "warm"]), "how its Python is started"),
        key(
            "starter",
            "starter: { fails: test_area, raises: TypeError }",
            Kind::Map(&starter::SHAPE),
            "how the starter fails",
        ),
        key(
            "style",
            "style: free",
            Kind::Choice(&["checked", "free"]),
            "whether its Python is held to the course's style",
        ),
        needed(
            "checks",
            "checks: [{ output: my_meta.py, stdout: \"100\" }]",
            Kind::List(&Kind::OneOf(&checks::SHAPES)),
            "how it is judged, in order",
        ),
        key(
            "hints",
            "hints: [first a nudge]",
            Kind::List(&Kind::OneOf(&[Kind::Words, Kind::Map(&hints::HINT)])),
            "from a nudge to nearly the answer",
        ),
        key(
            "mistakes",
            "mistakes: [{ name: forgot_super, feedback: Call super. }]",
            Kind::List(&Kind::Map(&mistakes::MISTAKE)),
            "wrong answers that people really give",
        ),
        key(
            "equivalent",
            "equivalent: [{ mutant: \"a > 0 => a >= 0\", why: zero is refused before }]",
            Kind::List(&Kind::Map(&equivalent::SHAPE)),
            "changes to the solution that no check can notice",
        ),
    ],
};

/// How points are given.
const CREDITS: [(&str, Credit); 3] =
    [("all", Credit::All), ("checks", Credit::Checks), ("tests", Credit::Tests)];

/// Whether the exercise's Python is held to the course's style.
const STYLES: [(&str, Style); 2] = [("checked", Style::Checked), ("free", Style::Free)];

/// An exercise whose relations to others are still to be checked.
#[derive(Debug)]
pub(super) struct Draft {
    /// Complete when its source has no errors; `after` is still empty.
    pub(super) exercise: Exercise,
    /// Its manifest, for errors about the relations.
    pub(super) source: Source,
    /// Exercises worth doing first, as written.
    pub(super) after: Vec<(String, NodeId)>,
    /// Names that it had before, and where they are written.
    pub(super) aliases: Vec<(ExerciseName, NodeId)>,
}

/// Reads an exercise; what is wrong with its files goes to `errors`, what is wrong with its manifest stays with the
/// draft's source.
pub(super) fn read(
    found: &ExerciseFolder,
    root: &Path,
    course: &CourseFile,
    errors: &mut Vec<UserError>,
) -> Option<Draft> {
    if !found.has_manifest {
        return None;
    }
    let folder_name = super::source::file_name(&found.folder);
    let solution = root.join("solutions").join(found.topic.as_str()).join(folder_name);
    let mut folder = Folder::read(&found.folder, &solution, errors);
    if !folder.has("README.md") {
        errors.push(
            UserError::new(said!("exercise-without-readme", exercise = found.name.as_str()))
                .at(Place::path(found.folder.join("README.md")))
                .why(said!("exercise-without-readme.why"))
                .help(said!("exercise-without-readme.help")),
        );
    }
    let source = Source::read(&found.folder.join("exercise.yaml")).map_err(|error| errors.push(error)).ok();
    let draft = source.and_then(|mut source| {
        if course.reader == Reader::Learner {
            folder.allow_missing(edited(&source));
        }
        let draft = draft(found, solution, course, &folder, &source);
        let Some((exercise, after, aliases)) = draft else {
            errors.extend(source.take_errors());
            return None;
        };
        source.forget_values();
        Some(Draft { exercise, source, after, aliases })
    });
    errors.extend(folder.stray_links());
    draft
}

type Parts = (Exercise, Vec<(String, NodeId)>, Vec<(ExerciseName, NodeId)>);

fn draft(
    found: &ExerciseFolder,
    solution: PathBuf,
    course: &CourseFile,
    folder: &Folder,
    source: &Source,
) -> Option<Parts> {
    let fields = Fields::open(source, source.root(), &SHAPE)?;
    let start = fields.choice("start", &checks::STARTS).unwrap_or_default();
    let task = Task { name: found.name.as_str(), source, folder, locks: course.locks, start };
    fields.required("title", said!("title-why"));
    let checks = read_checks(&task, &fields);
    let edit = edit(&fields, folder, &checks);
    let mistakes = mistakes::read(source, fields.list("mistakes").unwrap_or_default(), &checks);
    let aliases = aliases(&fields);
    let after = fields.texts("after").into_iter().map(|(name, node)| (name.to_owned(), node.id)).collect();
    let exercise = Exercise {
        name: found.name.clone(),
        aliases: aliases.iter().map(|(alias, _)| alias.clone()).collect(),
        topic: found.topic.clone(),
        folder: found.folder.clone(),
        solution,
        title: fields.words("title").unwrap_or_default().to_owned(),
        covers: covers(&fields, course),
        level: fields.whole("level", 1, 5).and_then(|level| level.try_into().ok()).unwrap_or(1),
        protected: protected(folder, &edit, &checks),
        edit,
        groups: groups(&fields, course),
        needs: owned(&fields.texts("needs")),
        after: Vec::new(),
        python: python(&fields, course),
        points: fields.whole("points", 0, 1000).unwrap_or(1),
        credit: fields.choice("credit", &CREDITS).unwrap_or_default(),
        limits: fields.node("limits").map_or(course.limits, |node| limits::read(source, node, course.limits)),
        hints: hints::read(&fields, &checks, &mistakes),
        mistakes,
        starter: fields.node("starter").and_then(|node| starter::read(source, node, &checks)),
        style: fields.choice("style", &STYLES).unwrap_or_default(),
        checks: checks.list,
        equivalent: equivalent::read(&fields),
        manifest: ManifestHash(source.hash()),
    };
    Some((exercise, after, aliases))
}

fn owned(texts: &[(&str, &Node)]) -> Vec<String> {
    texts.iter().map(|(text, _)| (*text).to_owned()).collect()
}

fn read_checks(task: &Task<'_>, fields: &Fields<'_>) -> Checks {
    if !fields.has("checks") {
        let what = said!("exercise-without-checks", exercise = task.name);
        let help = said!("exercise-without-checks.help");
        task.source.report(fields.node.id, what, said!("exercise-without-checks.why"), help);
    }
    let items = fields.items("checks", said!("exercise-without-checks.why")).unwrap_or_default();
    checks::read(task, items)
}

fn edit(fields: &Fields<'_>, folder: &Folder, checks: &Checks) -> Vec<RelPath> {
    fields.required("edit", said!("edit-why"));
    let mut files: Vec<RelPath> = Vec::new();
    for node in fields.items("edit", said!("edit-why")).unwrap_or_default() {
        let Some(file) = folder.file(fields.source, node, fields.label("edit")) else { continue };
        let report = |what: Said, why: Said, help: Said| fields.source.report(node.id, what, why, help);
        if files.contains(&file) {
            let what = said!("file-twice", file = file.as_str());
            report(what, said!("once-is-enough"), said!("remove-one"));
            continue;
        }
        if let Some(why) = why_protected(&file, checks) {
            let what = said!("cannot-be-edited", file = file.as_str());
            report(what, why, said!("cannot-be-edited.help"));
        }
        if let Some(module) = stdlib::shadowed(&file) {
            report(
                said!("shadows-module", file = file.as_str(), module = module),
                said!("shadows-module.why"),
                said!("shadows-module.help", module = module),
            );
        }
        files.push(file);
    }
    for (tests, node) in checks.own_tests.iter().filter(|(tests, _)| !files.contains(tests)) {
        fields.source.report(
            *node,
            said!("tests-not-in-edit", file = tests.as_str()),
            said!("tests-not-in-edit.why"),
            said!("tests-not-in-edit.help", file = tests.as_str()),
        );
    }
    files
}

/// The files that the learner edits, as they are written; read before anything is noted about them.
fn edited(source: &Source) -> impl Iterator<Item = String> {
    let Value::Map(entries) = &source.root().value else { return Vec::new().into_iter() };
    let is_edit = |key: &Node| matches!(&key.value, Value::Text(text) if text == "edit");
    let list = entries.iter().find(|(key, _)| is_edit(key)).map(|(_, value)| &value.value);
    let Some(Value::List(items)) = list else { return Vec::new().into_iter() };
    let texts = items.iter().filter_map(|item| match &item.value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    });
    texts.collect::<Vec<_>>().into_iter()
}

fn why_protected(file: &RelPath, checks: &Checks) -> Option<Said> {
    if checks.test_files.contains(file) {
        Some(said!("protected-tests"))
    } else if checks.version_files.contains(file) || checks.versioned.contains(file) {
        Some(said!("protected-version"))
    } else if checks.stdout_files.contains(file) {
        Some(said!("protected-output"))
    } else if file.as_str() == "exercise.yaml" {
        Some(said!("protected-manifest"))
    } else {
        is_readme(file).then(|| said!("protected-task"))
    }
}

fn is_readme(file: &RelPath) -> bool {
    let name = file.as_str();
    name.starts_with("README") && name.ends_with(".md") && !name.contains('/')
}

/// What a job needs beside the learner's files: never the manifest, the task or the expected output.
fn protected(folder: &Folder, edit: &[RelPath], checks: &Checks) -> Vec<RelPath> {
    let not_needed: BTreeSet<_> =
        edit.iter().chain(&checks.stdout_files).chain(&checks.version_files).cloned().collect();
    let mut files = folder.files_except(&not_needed);
    files.retain(|file| file.as_str() != "exercise.yaml" && !is_readme(file));
    files
}

/// Items of the curriculum, which must know them where the course has one.
fn covers(fields: &Fields<'_>, course: &CourseFile) -> Vec<String> {
    let mut covers: Vec<String> = Vec::new();
    for (id, node) in fields.texts("covers") {
        let report = |what: Said, why: Said, help: Text| fields.source.report(node.id, what, why, help);
        if covers.iter().any(|other| other == id) {
            let what = said!("item-covered-twice", item = shorten(id));
            report(what, said!("once-is-enough"), said!("remove-one").into());
            continue;
        }
        covers.push(id.to_owned());
        let Some(curriculum) = &course.curriculum else { continue };
        if curriculum.items.iter().any(|item| item.id == id) {
            continue;
        }
        let known = curriculum.items.iter().map(|item| item.id.as_str());
        let help = did_you_mean(id, known, said!("unknown-item.help"));
        report(said!("unknown-item", item = shorten(id)), said!("unknown-item.why"), help);
    }
    covers
}

fn groups(fields: &Fields<'_>, course: &CourseFile) -> BTreeSet<GroupName> {
    let mut groups = BTreeSet::from([GroupName::new("core")]);
    for (name, node) in fields.texts("groups") {
        groups.insert(GroupName::new(name));
        let Some(known) = &course.groups else { continue };
        if known.contains_key(name) {
            continue;
        }
        let names = known.keys().map(GroupName::as_str);
        fields.source.report(
            node.id,
            said!("unknown-group", group = shorten(name)),
            said!("unknown-group.why", groups = quoted(names.clone())),
            did_you_mean(name, names, said!("unknown-group.help")),
        );
    }
    groups
}

fn aliases(fields: &Fields<'_>) -> Vec<(ExerciseName, NodeId)> {
    let mut aliases = Vec::new();
    for (name, node) in fields.texts("aliases") {
        if is_slug(name) {
            aliases.push((ExerciseName::new(name), node.id));
            continue;
        }
        let what = said!("bad-exercise-name", name = shorten(name));
        fields.source.report(node.id, what, said!("bad-exercise-name.why"), said!("bad-exercise-name.help"));
    }
    aliases
}

fn python(fields: &Fields<'_>, course: &CourseFile) -> Option<PythonRange> {
    let text = fields.words("python")?;
    let node = fields.node("python")?;
    let report = |why: Said, help: Said| {
        fields.source.report(node.id, said!("bad-python-range", range = shorten(text)), why, help);
    };
    let own = range::parse(text).map_err(|why| report(why, said!("bad-python-range.exercise"))).ok()?;
    let help = said!("bad-python-range.within", range = course.python.to_string());
    range::within(own, course.python).map_err(|why| report(why, help)).ok()
}
