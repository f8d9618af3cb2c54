//! `prolings dev new TOPIC/NAME`: a new exercise, sound as it is, with everything still to be written marked.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::template::{self, NewFile};
use crate::cli::args::{self, NewCheck};
use crate::commands::Context;
use crate::commands::workplace::load_course;
use crate::discover;
use crate::error::{Errors, ExitStatus, Place, UserError, did_you_mean};
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
    writeln!(
        out,
        "\n`{name}` is sound, and says nothing yet: `FILL IN` stands where only you know the words."
    )?;
    writeln!(out, "`prolings dev check {name}` lists what is still to be written.")?;
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
        let bad = |what: String, why: &str, help: String| Err(UserError::new(what).why(why).help(help));
        let text = text.trim_start_matches("exercises/").trim_end_matches('/');
        let Some((topic, folder)) = text.split_once('/').filter(|(_, name)| !name.contains('/')) else {
            let topics = course.topics.iter().map(|topic| topic.name.as_str());
            let help = match did_you_mean(text, topics, "") {
                empty if empty.is_empty() => {
                    "write it like `prolings dev new a1_metaclasses/my_meta`".to_owned()
                }
                _ => format!("write it like `prolings dev new {text}/my_meta`"),
            };
            return bad(
                format!("`{text}` names no exercise of a topic"),
                "an exercise lies in a topic: TOPIC/NAME",
                help,
            );
        };
        let (number, name) = match folder.split_once('_') {
            Some((digits, name)) if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) => {
                (digits.parse().ok(), name)
            }
            _ => (None, folder),
        };
        for word in [topic, name] {
            if !discover::is_slug(word) {
                let why = "names are small letters, digits and `_`, a letter first";
                return bad(
                    format!("`{word}` cannot be a name"),
                    why,
                    "write it like `a1_metaclasses/my_meta`".into(),
                );
            }
        }
        if course.exercise(name).is_some() {
            let why = "a name belongs to one exercise of the course, for ever";
            return bad(format!("there is an exercise `{name}` already"), why, "choose another name".into());
        }
        let hides = RelPath::new(&format!("{name}.py")).ok().and_then(|file| discover::shadowed(&file));
        if hides.is_some() || KEYWORDS.contains(&name) {
            let why = "the program is called like the exercise, and could not be imported under that name";
            let help = format!("choose another name, such as `my_{name}`");
            return bad(format!("`{name}` means something to Python"), why, help);
        }
        let quality = || course.groups.keys().any(|group| group.as_str() == "quality");
        if check == NewCheck::Tool && !quality() {
            let why = "the template's tool is mypy, which the group `quality` installs";
            let help = "add the group to exercises/course.yaml, with its lock, or choose another `--check`";
            return bad("the course has no group `quality`".into(), why, help.into());
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
            Err(UserError::new(format!("the number {number:02} is taken in `{topic}`"))
                .why("the number orders an exercise in its topic")
                .help(format!("leave the number out, or take {next:02}")))
        }
        Some(number) => Ok(number),
        None if next > 99 => Err(UserError::new(format!("`{topic}` has no number left"))
            .why("numbers have two digits")
            .help("put the exercise into another topic, or name a free number: `TOPIC/07_name`")),
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
    UserError::new(format!("cannot write {}", path.display()))
        .at(Place::path(path))
        .why(error.to_string())
        .help("make room for it, or choose another name")
}

fn make(wanted: &Wanted, course: &Course, made: &mut Made) -> anyhow::Result<()> {
    let topic = course.exercises_folder().join(&wanted.topic);
    let is_new = course.topics.iter().all(|known| known.name.as_str() != wanted.topic);
    if is_new {
        if !topic.join("README.md").exists() {
            let text = "# FILL IN the topic's title\n\nFILL IN what it is, when to use it and when not, and where to read on.\n";
            made.file(&topic.join("README.md"), text)?;
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
        return Err(UserError::new(format!("topic `{topic}` is not in the course's path"))
            .at(Place::path("exercises/course.yaml"))
            .why("`path` gives every topic its place, and could not be changed without touching more than it")
            .help(format!("add `- {topic}` to `path` yourself, and run this again"))
            .into());
    };
    made.changed.push((manifest.to_path_buf(), before));
    Ok(atomic::replace(manifest, after.as_bytes())?)
}
