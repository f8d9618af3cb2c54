//! `prolings dev new TOPIC/NAME`: a new exercise, sound as it is, with everything still to be written marked.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::template::{self, NewFile};
use crate::cli::args::{self, NewCheck};
use crate::commands::Context;
use crate::commands::workplace::load_course;
use crate::discover;
use crate::error::{Errors, ExitStatus, Place, UserError, nearest};
use crate::language::{Said, said, say};
use crate::model::course::Course;
use crate::model::names::RelPath;
use crate::progress::atomic;

/// Words of Python that cannot name a module.
const KEYWORDS: [&str; 32] = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not",
    "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Makes the exercise's files and, for a new topic, its folder and its place in the path.
pub(super) fn new(args: &args::DevNew, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_course(context)?;
    let wanted = Wanted::read(&args.name, args.check, &course)?;
    let mut made = Made::default();
    if let Err(error) = make(&wanted, &course, &mut made) {
        made.undo();
        return Err(error);
    }
    let mut out = context.out();
    for path in &made.files {
        writeln!(out, "+ {}", course.shown_path(path))?;
    }
    for (path, _) in &made.changed {
        writeln!(out, "~ {}", course.shown_path(path))?;
    }
    let name = &wanted.name;
    writeln!(out, "\n{}", say!(context, "new-is-sound", name = name))?;
    writeln!(out, "{}", say!(context, "new-lists", name = name))?;
    out.flush()?;
    Ok(ExitStatus::Success)
}

/// The exercise that is wanted.
struct Wanted {
    topic: String,
    /// `03_my_meta`
    folder: String,
    name: String,
    check: NewCheck,
}

impl Wanted {
    fn read(text: &str, check: NewCheck, course: &Course) -> Result<Self, UserError> {
        let bad = |what: Said, why: Said, help: Said| Err(UserError::new(what).why(why).help(help));
        let text = text.trim_start_matches("exercises/").trim_end_matches('/');
        let Some((topic, folder)) = text.split_once('/').filter(|(_, name)| !name.contains('/')) else {
            let topics = course.topics.iter().map(|topic| topic.name.as_str());
            let topic = nearest(text, topics).unwrap_or("a1_metaclasses");
            let help = said!("write-like", example = format!("prolings dev new {topic}/my_meta"));
            return bad(said!("new-without-topic", text = text), said!("new-without-topic.why"), help);
        };
        let (number, name) = match folder.split_once('_') {
            Some((digits, name)) if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) => {
                (digits.parse().ok(), name)
            }
            _ => (None, folder),
        };
        for word in [topic, name] {
            if !discover::is_slug(word) {
                let like = said!("write-like", example = "a1_metaclasses/my_meta");
                return bad(said!("new-bad-name", name = word), said!("bad-exercise-name.why"), like);
            }
        }
        if course.exercise(name).is_some() {
            return bad(said!("new-taken", name = name), said!("new-taken.why"), said!("new-taken.help"));
        }
        let hides = RelPath::new(&format!("{name}.py")).ok().and_then(|file| discover::shadowed(&file));
        if hides.is_some() || KEYWORDS.contains(&name) {
            let help = said!("new-means-something.help", name = name);
            return bad(said!("new-means-something", name = name), said!("new-means-something.why"), help);
        }
        let quality = || course.groups.keys().any(|group| group.as_str() == "quality");
        if check == NewCheck::Tool && !quality() {
            return bad(said!("new-no-quality"), said!("new-no-quality.why"), said!("new-no-quality.help"));
        }
        let folder = format!("{:02}_{name}", free_number(course, topic, number)?);
        Ok(Self { topic: topic.to_owned(), folder, name: name.to_owned(), check })
    }
}

/// The number that orders the exercise in its topic: the one that was asked for, or the next.
fn free_number(course: &Course, topic: &str, wanted: Option<u32>) -> Result<u32, UserError> {
    let exercises =
        course.topics.iter().filter(|known| known.name.as_str() == topic).flat_map(|topic| &topic.exercises);
    let number = |folder: &Path| folder.file_name()?.to_str()?.get(..2)?.parse::<u32>().ok();
    let taken: Vec<u32> = exercises.filter_map(|exercise| number(&exercise.folder)).collect();
    let next = taken.iter().max().map_or(1, |last| last + 1);
    match wanted {
        Some(number) if taken.contains(&number) => {
            let what = said!("new-number-taken", number = format!("{number:02}"), topic = topic);
            Err(UserError::new(what)
                .why(said!("new-number-taken.why"))
                .help(said!("new-number-taken.help", number = format!("{next:02}"))))
        }
        Some(number) => Ok(number),
        None if next > 99 => Err(UserError::new(said!("new-no-number", topic = topic))
            .why(said!("new-no-number.why"))
            .help(said!("new-no-number.help"))),
        None => Ok(next),
    }
}

/// What has been written so far.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    /// Files that were there, with what they held.
    changed: Vec<(PathBuf, String)>,
}

impl Made {
    fn folder(&mut self, folder: &Path) -> anyhow::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.folder(parent)?;
        }
        fs::create_dir(folder).map_err(|error| cannot_write(folder, &error))?;
        self.folders.push(folder.to_path_buf());
        Ok(())
    }

    fn file(&mut self, path: &Path, text: &str) -> anyhow::Result<()> {
        if let Some(folder) = path.parent() {
            self.folder(folder)?;
        }
        let mut file = File::create_new(path).map_err(|error| cannot_write(path, &error))?;
        self.files.push(path.to_path_buf());
        file.write_all(text.as_bytes()).map_err(|error| cannot_write(path, &error))?;
        Ok(())
    }

    /// Takes back what was written: nobody wants half an exercise.
    fn undo(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        for (path, before) in &self.changed {
            let _ = atomic::replace(path, before.as_bytes());
        }
    }
}

fn cannot_write(path: &Path, error: &std::io::Error) -> UserError {
    UserError::new(said!("cannot-write", file = path.display().to_string()))
        .at(Place::path(path))
        .why(error.to_string())
        .help(said!("cannot-write.help"))
}

fn make(wanted: &Wanted, course: &Course, made: &mut Made) -> anyhow::Result<()> {
    let topic = course.exercises_folder().join(&wanted.topic);
    let is_new = course.topics.iter().all(|known| known.name.as_str() != wanted.topic);
    if is_new {
        if !topic.join("README.md").exists() {
            made.file(&topic.join("README.md"), template::TOPIC)?;
        }
        add_to_path(&course.exercises_folder().join("course.yaml"), &wanted.topic, made)?;
    }
    let schema = schema(course, made)?;
    let exercise = topic.join(&wanted.folder);
    let solution = course.root.join("solutions").join(&wanted.topic).join(&wanted.folder);
    for NewFile { place, text } in template::files(wanted.check, &wanted.name, &schema) {
        let path = match place.split_once('/') {
            Some(("solution", file)) => solution.join(file),
            Some((_, file)) => exercise.join(file),
            None => exercise.join(&place),
        };
        made.file(&path, &text)?;
    }
    // What was made must be a course; if it is not, something was in the way that only the loader knows.
    discover::load(&course.root).map(drop).map_err(|errors: Errors| errors.into())
}

/// Where the manifest's schema is, from the exercise's folder. A course that does not keep it in `docs/schema` gets it
/// in a hidden folder.
fn schema(course: &Course, made: &mut Made) -> anyhow::Result<String> {
    let name = discover::schema::EXERCISE;
    if course.root.join("docs/schema").join(name).is_file() {
        return Ok(format!("../../../docs/schema/{name}"));
    }
    for (name, schema) in discover::schema::all() {
        let path = course.exercises_folder().join(".schema").join(name);
        if !path.exists() {
            made.file(&path, &schema)?;
        }
    }
    Ok(format!("../../.schema/{name}"))
}

/// Adds a topic to the end of the path, leaving everything else of the manifest as it is.
fn add_to_path(manifest: &Path, topic: &str, made: &mut Made) -> anyhow::Result<()> {
    let before = fs::read_to_string(manifest)?;
    let Some(after) = discover::locks::with_topic(&before, topic) else {
        return Err(UserError::new(said!("topic-not-in-path", topic = topic))
            .at(Place::path("exercises/course.yaml"))
            .why(said!("path-not-changed"))
            .help(said!("path-not-changed.help", topic = topic))
            .into());
    };
    made.changed.push((manifest.to_path_buf(), before));
    Ok(atomic::replace(manifest, after.as_bytes())?)
}
