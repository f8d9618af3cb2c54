//! A commit of the course: what it holds, laid out in a temporary folder without a work tree, filters or hooks.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::error::{Place, UserError};
use crate::language::{Text, said};

/// Settings of a caller's git (prolings may run in a hook) that would lead ours to another repository.
const FOREIGN: [&str; 6] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"];

/// The largest file that a course may have in a commit, in bytes.
const MOST: u64 = 64 * 1024 * 1024;

/// A course as it is in a commit. Dropping it removes the folder.
#[derive(Debug)]
pub struct Base {
    folder: TempDir,
    commit: String,
}

impl Base {
    /// Lays out `exercises/` and `solutions/` as they are in the commit that `name` stands for, in the repository
    /// around the course's `root`.
    ///
    /// # Errors
    /// When there is no git, no repository, no such commit, or no course in it.
    pub fn lay_out(root: &Path, name: &str) -> Result<Self, UserError> {
        let commit = resolve(root, name)?;
        let folder = tempfile::Builder::new()
            .prefix("prolings-base-")
            .tempdir()
            .map_err(|error| UserError::new(said!("base-no-temporary")).why(error.to_string()))?;
        let base = Self { folder, commit };
        base.fill(root).map_err(|why| base.broken(root, why))?;
        if base.root().join("exercises/course.yaml").is_file() {
            Ok(base)
        } else {
            Err(base.broken(root, said!("base-no-course.why").into()))
        }
    }

    /// The folder that holds the course.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The commit's id, in hexadecimal.
    pub fn commit(&self) -> &str {
        &self.commit
    }

    fn broken(&self, root: &Path, why: Text) -> UserError {
        UserError::new(said!("base-no-course", commit = &self.commit))
            .at(Place::path(root))
            .why(why)
            .help(said!("base-no-course.help"))
    }

    fn fill(&self, root: &Path) -> Result<(), Text> {
        let listing =
            run(git(root).args(["ls-tree", "-r", "-z", &self.commit, "--", "exercises", "solutions"]))?;
        let files: Vec<(String, PathBuf)> = listing
            .split(|byte| *byte == 0)
            .filter(|entry| !entry.is_empty())
            .map(entry)
            .collect::<Result<_, _>>()?;
        let mut child = git(root)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| not_started(&error))?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(said!("git-no-streams").into());
        };
        let request: String = files.iter().map(|(id, _)| format!("{id}\n")).collect();
        // git writes while it reads: both at once, or both would wait.
        let asking = std::thread::spawn(move || input.write_all(request.as_bytes()));
        let mut output = BufReader::new(output);
        let written = files.iter().try_for_each(|(_, path)| {
            let bytes = blob(&mut output)?;
            write(&self.root().join(path), &bytes).map_err(|error| failed(&error))
        });
        drop(output);
        let asked = asking.join();
        let _ = child.wait();
        written?;
        if matches!(asked, Ok(Ok(()))) { Ok(()) } else { Err(said!("git-stopped").into()) }
    }
}

/// The commit that is checked out in the repository whose top is `root` or lies above it; `None` without one.
pub fn commit_of(root: &Path) -> Option<String> {
    let found = run(git(root).args(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"])).ok()?;
    Some(String::from_utf8_lossy(&found).trim().to_owned()).filter(|id| is_id(id))
}

fn resolve(root: &Path, name: &str) -> Result<String, UserError> {
    let commit = format!("{name}^{{commit}}");
    let error = |why: Text| {
        UserError::new(said!("base-no-commit", name = name))
            .at(Place::path(root))
            .why(why)
            .help(said!("base-no-commit.help", name = name))
    };
    let found = run(git(root).args(["rev-parse", "--verify", "--end-of-options", &commit])).map_err(error)?;
    let id = String::from_utf8_lossy(&found).trim().to_owned();
    if is_id(&id) { Ok(id) } else { Err(error(said!("base-no-commit.why").into())) }
}

fn is_id(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `MODE TYPE ID<tab>PATH`: the id and the path of a regular file.
fn entry(entry: &[u8]) -> Result<(String, PathBuf), Text> {
    let text = std::str::from_utf8(entry).map_err(|_| said!("git-no-utf8"))?;
    let (about, path) = text.split_once('\t').ok_or_else(|| said!("git-listing"))?;
    let mut about = about.split(' ');
    let (mode, kind, id) = (about.next(), about.next(), about.next());
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    match (mode, kind, id) {
        (Some("100644" | "100755"), Some("blob"), Some(id)) if plain && is_id(id) => {
            Ok((id.to_owned(), PathBuf::from(path)))
        }
        _ => Err(said!("git-irregular", path = path).into()),
    }
}

/// The next answer of `cat-file --batch`.
fn blob(output: &mut impl BufRead) -> Result<Vec<u8>, Text> {
    let mut head = String::new();
    output.read_line(&mut head).map_err(|error| failed(&error))?;
    let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
    let Some(size) = size.filter(|&size| size <= MOST) else {
        return Err(said!("git-no-file", answer = head.trim_end()).into());
    };
    let mut bytes = Vec::new();
    let mut read = || {
        output.by_ref().take(size).read_to_end(&mut bytes)?;
        output.read_exact(&mut [0])
    };
    read().map_err(|error| failed(&error))?;
    Ok(bytes)
}

fn failed(error: &io::Error) -> Text {
    error.to_string().into()
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create_new(path)?.write_all(bytes)
}

fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(root).stdin(Stdio::null()).stderr(Stdio::piped()).env("LC_ALL", "C");
    // Nothing that a repository's settings name is run by what is asked of git here; these are for good measure.
    command.args(["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"]);
    FOREIGN.iter().for_each(|name| {
        command.env_remove(name);
    });
    command
}

fn run(command: &mut Command) -> Result<Vec<u8>, Text> {
    let Output { status, stdout, stderr } = command.output().map_err(|error| not_started(&error))?;
    if status.success() {
        return Ok(stdout);
    }
    let said = String::from_utf8_lossy(&stderr);
    Err(said.lines().next().map_or_else(|| said!("git-says-nothing").into(), Text::from))
}

fn not_started(error: &io::Error) -> Text {
    said!("git-not-started", error = error.to_string()).into()
}
