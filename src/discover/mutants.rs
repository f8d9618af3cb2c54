//! A `mutants` check: the learner's test file, and a folder with versions of the code that it tests.
//!
//! `good/` is right, each folder in `equivalent/` is as right and written differently, and every other folder is wrong
//! in one way. A version has files of the good one, and takes those that it lacks from there.

use std::collections::BTreeSet;

use super::checks::{Checks, Task};
use super::fields::Fields;
use super::manifest::{Node, Value};
use super::shape::{Kind, Shape, key, needed};
use super::source::{Label, Name, Wanted, shorten};
use super::stdlib;
use super::walk::is_slug;
use crate::error::did_you_mean;
use crate::language::{Said, Text, said};
use crate::model::check::{CodeVersion, Defect, KilledBy, MutantsCheck, Role, Source, VersionFile};
use crate::model::names::RelPath;

pub(super) const SHAPE: Shape = Shape {
    what: || said!("a-mutants-check"),
    keys: &[
        needed("mutants", "mutants: mutants/", Kind::Words, "the folder with the versions of the code"),
        needed("tests", "tests: test_cart.py", Kind::Words, "the test file that the learner writes"),
        needed(
            "bad",
            "bad: { no_discount: Which test buys ten? }",
            Kind::MapOf(&Kind::OneOf(&[Kind::Words, Kind::Map(&BAD)])),
            "each wrong version with a hint for learners whose tests let it through",
        ),
        key(
            "source",
            "source: shown",
            Kind::Choice(&["hidden", "shown"]),
            "whether tests may read the source of the code",
        ),
        key("start", "start: cold", Kind::Choice(&["cold", "warm"]), "how its Python is started"),
        key("always", "always: true", Kind::Flag, "run although an earlier check failed"),
    ],
};

const BAD: Shape = Shape {
    what: || said!("a-bad-version"),
    keys: &[
        needed(
            "hint",
            "hint: Which test buys ten?",
            Kind::Words,
            "what learners are told whose tests let it through",
        ),
        key(
            "killed_by",
            "killed_by: [ZeroDivisionError]",
            Kind::List(&Kind::Words),
            "exceptions, or `timeout`, that count as noticing it",
        ),
    ],
};

const GOOD: &str = "good";
const EQUIVALENT: &str = "equivalent";
const TIMEOUT: &str = "timeout";

/// Reads a `mutants` check.
pub(super) fn read(task: &Task<'_>, fields: &Fields<'_>, checks: &mut Checks) -> Option<MutantsCheck> {
    // Which tests a learner writes, nobody knows.
    checks.some_tests_unknown = true;
    fields.required("tests", said!("own-tests-why"));
    fields.required("bad", said!("bad-why"));
    let tests = fields.node("tests").and_then(|node| {
        let tests = task.folder.file(task.source, node, fields.label("tests"))?;
        checks.own_tests.push((tests.clone(), node.id));
        Some(tests)
    });
    let source = fields.choice("source", &[("hidden", Source::Hidden), ("shown", Source::Shown)]);
    let folder = folder(task, fields)?;
    let reader = Reader { task, fields, folder: &folder };
    checks.version_files.extend(task.folder.files_below(&folder).cloned());
    let versions = reader.versions()?;
    checks.versioned.extend(versions[0].files.iter().map(|file| file.path.clone()));
    for version in &versions {
        let names =
            if version.defect().is_some() { &mut checks.bad_versions } else { &mut checks.right_versions };
        names.insert(version.name.clone());
    }
    Some(MutantsCheck { tests: tests?, versions, source: source.unwrap_or_default() })
}

/// The folder of the versions, which has at least one file.
fn folder(task: &Task<'_>, fields: &Fields<'_>) -> Option<RelPath> {
    let node = fields.node("mutants")?;
    let text = fields.words("mutants")?;
    let report = |what: Said, why: Said| {
        task.source.report(node.id, what, why, fields.label("mutants").like());
    };
    let folder = match RelPath::new(text.trim_end_matches('/')) {
        Ok(folder) => folder,
        Err(error) => {
            report(said!("bad-path", name = Name::Key("mutants"), path = shorten(text)), error.said());
            return None;
        }
    };
    if task.folder.files_below(&folder).next().is_none() {
        report(said!("folder-without-files", folder = folder.as_str()), said!("folder-without-files.why"));
        return None;
    }
    Some(folder)
}

struct Reader<'a, 's> {
    task: &'a Task<'a>,
    fields: &'a Fields<'s>,
    folder: &'a RelPath,
}

impl Reader<'_, '_> {
    /// All versions, the good one first; `None` when one of them is not sound.
    fn versions(&self) -> Option<Vec<CodeVersion>> {
        let (good, equivalents, bad) = self.folders();
        let Some(good) = good else {
            let good = format!("{}/{GOOD}", self.folder);
            let what = said!("no-good-version", folder = good);
            self.report(what, said!("no-good-version.why"), said!("no-good-version.help"));
            return None;
        };
        let good_files = self.good_files(&good);
        let mut versions = vec![CodeVersion { name: GOOD.to_owned(), role: Role::Good, files: good_files? }];
        let mut is_sound = true;
        // In the order of the manifest: learners are told the first that gets through.
        let bad =
            self.defects(&bad).into_iter().map(|(name, defect)| (name.clone(), name, Role::Bad(defect)));
        let equivalents = equivalents.into_iter().map(|name| {
            let place = format!("{EQUIVALENT}/{name}");
            (name, place, Role::Equivalent)
        });
        for (name, place, role) in equivalents.chain(bad) {
            match self.files(&place, &versions[0].files) {
                Some(files) => versions.push(CodeVersion { name, role, files }),
                None => is_sound = false,
            }
        }
        is_sound.then_some(versions)
    }

    /// The good version's folder, and the names of the equivalents and of the bad versions.
    fn folders(&self) -> (Option<RelPath>, BTreeSet<String>, BTreeSet<String>) {
        let (mut good, mut equivalents, mut bad) = (None, BTreeSet::new(), BTreeSet::new());
        for file in self.task.folder.files_below(self.folder) {
            let below = file.as_str().trim_start_matches(self.folder.as_str()).trim_start_matches('/');
            match below.split('/').collect::<Vec<_>>()[..] {
                [GOOD, _, ..] => good = RelPath::new(&format!("{}/{GOOD}", self.folder)).ok(),
                [EQUIVALENT, name, _, ..] => _ = equivalents.insert(name.to_owned()),
                [name, _, ..] if name != EQUIVALENT => _ = bad.insert(name.to_owned()),
                _ => {
                    let what = said!("stray-file", name = file.as_str());
                    self.report(what, said!("version-has-folder"), said!("version-has-folder.help"));
                }
            }
        }
        for name in equivalents.iter().chain(&bad).filter(|name| !is_slug(name)) {
            let what = said!("bad-version-name", name = shorten(name));
            self.report(what, said!("bad-version-name.why"), said!("bad-version-name.help"));
        }
        let taken = |name: &&String| name.as_str() == GOOD || bad.contains(*name);
        for name in equivalents.iter().filter(taken) {
            let what = said!("version-twice", name = name);
            self.report(what, said!("version-twice.why"), said!("rename-one"));
        }
        (good, equivalents, bad)
    }

    fn good_files(&self, folder: &RelPath) -> Option<Vec<VersionFile>> {
        let files = self.own_files(folder);
        let mut is_sound = true;
        for file in &files {
            if let Some(module) = stdlib::shadowed(&file.path) {
                let what = said!("shadows-module", file = file.source.as_str(), module = module);
                self.report(what, said!("version-shadows"), said!("version-shadows.help"));
                is_sound = false;
            }
            if self.task.folder.has(file.path.as_str()) && !self.is_copy(file) {
                let (file, other) = (file.path.as_str(), file.source.as_str());
                let what = said!("good-version-differs", file = file, other = other);
                self.report(what, said!("good-version-differs.why"), said!("good-version-differs.help"));
                is_sound = false;
            }
        }
        is_sound.then_some(files)
    }

    /// Whether the exercise's file in the place of a version's file is the same. One that cannot be read is told about
    /// when it is staged.
    fn is_copy(&self, file: &VersionFile) -> bool {
        let read = |path: &RelPath| std::fs::read(self.task.folder.locate(path)).ok();
        read(&file.path) == read(&file.source)
    }

    /// A version's files; those that it lacks are the good one's.
    fn files(&self, place: &str, good: &[VersionFile]) -> Option<Vec<VersionFile>> {
        let folder = RelPath::new(&format!("{}/{place}", self.folder)).ok()?;
        let own = self.own_files(&folder);
        let mut is_sound = true;
        for file in own.iter().filter(|file| good.iter().all(|known| known.path != file.path)) {
            let names = good.iter().map(|known| known.path.as_str());
            let good = format!("{}/{GOOD}", self.folder);
            let what = said!("good-version-lacks", folder = good, file = file.path.as_str());
            let why = said!("good-version-lacks.why", file = file.source.as_str());
            let help = did_you_mean(file.path.as_str(), names, said!("good-version-lacks.help"));
            self.report(what, why, help);
            is_sound = false;
        }
        let version =
            |good: &VersionFile| own.iter().find(|own| own.path == good.path).unwrap_or(good).clone();
        is_sound.then(|| good.iter().map(version).collect())
    }

    fn own_files(&self, folder: &RelPath) -> Vec<VersionFile> {
        let files = self.task.folder.files_below(folder).filter_map(|source| {
            let below = source.as_str().strip_prefix(folder.as_str())?.strip_prefix('/')?;
            Some(VersionFile { path: RelPath::new(below).ok()?, source: source.clone() })
        });
        files.collect()
    }

    /// What the manifest says of each bad version. Every folder has its entry and every entry its folder.
    fn defects(&self, folders: &BTreeSet<String>) -> Vec<(String, Defect)> {
        let Some(node) = self.fields.node("bad") else { return Vec::new() };
        let Value::Map(entries) = &node.value else {
            self.task.source.wrong_type::<()>(node, self.fields.label("bad"), Wanted::Mapping);
            return Vec::new();
        };
        let mut named: Vec<&str> = Vec::new();
        let mut defects = Vec::new();
        for (key, value) in entries {
            let Some(name) = self.task.source.text(key, self.fields.label("bad")) else { continue };
            let report = |what: Said, why: Said, help: Text| self.task.source.report(key.id, what, why, help);
            if named.contains(&name) {
                report(
                    said!("given-twice", name = name),
                    said!("version-hint-twice"),
                    said!("keep-one").into(),
                );
                continue;
            }
            named.push(name);
            if !folders.contains(name) {
                let known = folders.iter().map(String::as_str);
                let help = did_you_mean(name, known, said!("version-without-folder.help"));
                let place = format!("{}/{}", self.folder, shorten(name));
                let why = said!("version-without-folder.why", folder = place);
                report(said!("version-without-folder", version = shorten(name)), why, help);
                continue;
            }
            if let Some(defect) = self.defect(value) {
                defects.push((name.to_owned(), defect));
            }
        }
        for folder in folders.iter().filter(|folder| !named.contains(&folder.as_str())) {
            self.task.source.report(
                node.id,
                said!("version-without-hint", version = shorten(folder)),
                said!("version-without-hint.why"),
                said!("version-without-hint.help", version = shorten(folder)),
            );
        }
        if folders.is_empty() {
            let what = said!("no-bad-version", folder = self.folder.as_str());
            self.task.source.report(node.id, what, said!("no-bad-version.why"), said!("no-bad-version.help"));
        }
        defects
    }

    /// A hint alone, or with what kills the version.
    fn defect(&self, node: &Node) -> Option<Defect> {
        let source = self.task.source;
        if !matches!(node.value, Value::Map(_)) {
            let name = Name::Message(|| said!("a-bad-versions-hint"));
            let label = Label { name, example: "no_discount: Which test buys ten?" };
            let hint = source.words(node, label)?.to_owned();
            return Some(Defect { hint, killed_by: Vec::new() });
        }
        let fields = Fields::open(source, node, &BAD)?;
        fields.required("hint", said!("version-hint-why"));
        let by = fields.texts("killed_by").into_iter().map(|(name, _)| match name {
            TIMEOUT => KilledBy::Timeout,
            class => KilledBy::Exception(class.to_owned()),
        });
        Some(Defect { killed_by: by.collect(), hint: fields.words("hint")?.to_owned() })
    }

    fn report(&self, what: Said, why: Said, help: impl Into<Text>) {
        let node = self.fields.node("mutants").unwrap_or(self.fields.node);
        self.task.source.report(node.id, what, why, help);
    }
}
