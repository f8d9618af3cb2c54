//! What git knows of a course's files: the commit that is checked out, and what the files were in it.
//!
//! Only reads, and never more than asked: the commit's id comes from git's own files without starting a process, the
//! contents of all files from one. Everything here may fail for many reasons that are not the learner's (no git, a
//! repository of another user); callers go on without.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};

use serde::{Deserialize, Serialize};

use super::files::MAX_FILE;
use crate::language::{Text, said};

/// How far back the reflog is read.
const REFLOG: &str = "--max-count=5000";

/// Settings of a caller's git (prolings may run in a hook) that would lead ours to another repository.
const FOREIGN: [&str; 9] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_SHALLOW_FILE",
];

/// The id of a commit, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Commit(String);

impl Commit {
    fn parse(text: &str) -> Option<Self> {
        let is_id = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_id.then(|| Self(text.to_owned()))
    }
}

/// The git work tree that a course lies in.
#[derive(Debug)]
pub(super) struct Repository {
    /// The course's root, as given.
    course: PathBuf,
    /// The course's root below the top of the work tree, with `/`: empty, or ending in `/`.
    prefix: String,
    /// What stands as `.git` at the top.
    dot_git: PathBuf,
}

impl Repository {
    /// The work tree around a folder, when there is one.
    pub(super) fn around(course: &Path) -> Option<Self> {
        let real = fs::canonicalize(course).ok()?;
        let top = real.ancestors().find(|folder| folder.join(".git").exists())?;
        let mut prefix = String::new();
        for part in real.strip_prefix(top).ok()? {
            prefix.push_str(part.to_str()?);
            prefix.push('/');
        }
        Some(Self { course: course.to_path_buf(), prefix, dot_git: top.join(".git") })
    }

    /// How git calls a file that lies at `path` (with `/`) below the course's root.
    pub(super) fn name_of(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// The commit that is checked out; `None` before the first one.
    pub(super) fn head(&self) -> Result<Option<Commit>, Text> {
        if let Some(commit) = self.head_from_files() {
            return Ok(Some(commit));
        }
        let output = self
            .git(&["rev-parse", "--quiet", "--verify", "HEAD"])
            .output()
            .map_err(|error| not_started(&error))?;
        match output.status.code() {
            Some(0) => {
                let text = String::from_utf8_lossy(&output.stdout);
                Commit::parse(text.trim()).map(Some).ok_or_else(|| said!("git-no-head").into())
            }
            // A branch without commits is said quietly, anything else is not.
            Some(1) => Ok(None),
            _ => Err(first_line(&output.stderr)),
        }
    }

    /// Follows `.git/HEAD` as git does; `None` wherever that is not perfectly plain.
    fn head_from_files(&self) -> Option<Commit> {
        let (git, common) = self.git_folders()?;
        let head = fs::read_to_string(git.join("HEAD")).ok()?;
        let Some(name) = head.trim_end().strip_prefix("ref: ") else { return Commit::parse(head.trim_end()) };
        let is_plain =
            name.starts_with("refs/heads/") && !name.split('/').any(|part| matches!(part, "" | "." | ".."));
        if !is_plain {
            return None;
        }
        match fs::read_to_string(common.join(name)) {
            Ok(id) => Commit::parse(id.trim_end()),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let packed = fs::read_to_string(common.join("packed-refs")).ok()?;
                let lines = packed.lines().filter(|line| !line.starts_with(['#', '^']));
                let mut refs = lines.filter_map(|line| line.split_once(' '));
                refs.find(|(_, packed)| *packed == name).and_then(|(id, _)| Commit::parse(id))
            }
            Err(_) => None,
        }
    }

    /// The folder of this work tree, and the one that all work trees of the repository share.
    fn git_folders(&self) -> Option<(PathBuf, PathBuf)> {
        if self.dot_git.is_dir() {
            return Some((self.dot_git.clone(), self.dot_git.clone()));
        }
        let text = fs::read_to_string(&self.dot_git).ok()?;
        let git = self.dot_git.parent()?.join(text.trim_end().strip_prefix("gitdir: ")?);
        let common = match fs::read_to_string(git.join("commondir")) {
            Ok(text) => git.join(text.trim_end()),
            Err(error) if error.kind() == ErrorKind::NotFound => git.clone(),
            Err(_) => return None,
        };
        Some((git, common))
    }

    /// Gives the content that each of the files has in a commit, in order, to `take`: `None` for files that are not
    /// in it, are larger than [`MAX_FILE`], or have names that cannot be asked for. One process for all.
    pub(super) fn contents(
        &self,
        commit: &Commit,
        names: &[String],
        mut take: impl FnMut(usize, Option<Vec<u8>>),
    ) -> Result<(), Text> {
        let askable = |name: &&String| !name.contains('\n');
        let request: String =
            names.iter().filter(askable).map(|name| format!("{}:{name}\n", commit.0)).collect();
        self.talk(&["cat-file", "--batch"], request.as_bytes(), |mut answers| {
            for (index, name) in names.iter().enumerate() {
                let content = if askable(&name) { next_blob(&mut answers)? } else { None };
                take(index, content);
            }
            Ok(())
        })
    }

    /// Files (as git calls them) that were changed by commits made on this machine: between `since` and `until`, or
    /// ever when there is no `since`. Commits that were pulled do not count: the reflog tells them apart.
    pub(super) fn committed_here(&self, since: Option<&Commit>, until: &Commit) -> BTreeSet<String> {
        self.try_committed_here(since, until).unwrap_or_default()
    }

    fn try_committed_here(&self, since: Option<&Commit>, until: &Commit) -> Result<BTreeSet<String>, Text> {
        // `rev-list` does not know %gs; of `log`, what a user's settings may add is switched off.
        let log =
            ["log", "--walk-reflogs", REFLOG, "--no-patch", "--no-show-signature", "--format=%H %gs", "HEAD"];
        let reflog = self.lines(&log)?;
        let mut mine: BTreeSet<&str> = reflog
            .iter()
            .filter_map(|line| line.split_once(' '))
            .filter(|(_, subject)| is_own_commit(subject))
            .map(|(commit, _)| commit)
            .collect();
        let between;
        if let (Some(since), false) = (since, mine.is_empty()) {
            between = self.lines(&["rev-list", &format!("{}..{}", since.0, until.0)])?;
            let between: BTreeSet<&str> = between.iter().map(String::as_str).collect();
            mine.retain(|commit| between.contains(commit));
        }
        if mine.is_empty() {
            return Ok(BTreeSet::new());
        }
        let request: String = mine.iter().map(|commit| format!("{commit}\n")).collect();
        let args =
            ["diff-tree", "--stdin", "-r", "-z", "--root", "--no-renames", "--name-only", "--no-commit-id"];
        let output = self.talk(&args, request.as_bytes(), |mut stdout| {
            let mut output = Vec::new();
            stdout.read_to_end(&mut output).map(|_| output)
        })?;
        let names = output.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
    }

    fn lines(&self, args: &[&str]) -> Result<Vec<String>, Text> {
        self.talk(args, b"", |stdout| {
            stdout.split(b'\n').map(|line| Ok(String::from_utf8_lossy(&line?).into_owned())).collect()
        })
    }

    /// Runs git: writes `input`, lets `read` have the output, and waits for a good end.
    fn talk<T>(
        &self,
        args: &[&str],
        input: &[u8],
        read: impl FnOnce(BufReader<ChildStdout>) -> io::Result<T>,
    ) -> Result<T, Text> {
        let mut child = self
            .git(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| not_started(&error))?;
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (result, complaint) = std::thread::scope(|scope| {
            // All three at once: git answers before it has read everything, and waits when nobody listens.
            scope.spawn(move || {
                // A git that ends early says why itself.
                let _ = stdin.map(|mut stdin| stdin.write_all(input));
            });
            let complaint = scope.spawn(move || {
                let mut text = Vec::new();
                let _ = stderr.map(|mut stderr| stderr.read_to_end(&mut text));
                text
            });
            let result = stdout.ok_or(ErrorKind::BrokenPipe.into()).and_then(|out| read(BufReader::new(out)));
            (result, complaint.join().unwrap_or_default())
        });
        let status = child.wait().map_err(|error| Text::from(error.to_string()))?;
        match result {
            Ok(value) if status.success() => Ok(value),
            Ok(_) => Err(first_line(&complaint)),
            Err(_) if !complaint.is_empty() => Err(first_line(&complaint)),
            Err(error) => Err(error.to_string().into()),
        }
    }

    fn git(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.args(args).current_dir(&self.course).stdin(Stdio::null());
        for name in FOREIGN {
            command.env_remove(name);
        }
        // Read only, say nothing translated, ask nothing, fetch nothing.
        for (name, value) in [
            ("GIT_OPTIONAL_LOCKS", "0"),
            ("LC_ALL", "C"),
            ("GIT_TERMINAL_PROMPT", "0"),
            ("GIT_NO_LAZY_FETCH", "1"),
        ] {
            command.env(name, value);
        }
        command
    }
}

/// Reads one answer of `git cat-file --batch`: `<id> <type> <size>`, the bytes and a newline, or `<question> missing`.
fn next_blob(answers: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut header = Vec::new();
    answers.read_until(b'\n', &mut header)?;
    if header.pop() != Some(b'\n') {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    let header = String::from_utf8_lossy(&header);
    let mut words = header.rsplitn(3, ' ');
    let (size, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let Ok(size) = size.parse::<u64>() else { return Ok(None) };
    let content = if kind == "blob" && size <= MAX_FILE.0 {
        let mut content = Vec::new();
        answers.by_ref().take(size).read_to_end(&mut content)?;
        Some(content)
    } else {
        io::copy(&mut answers.by_ref().take(size), &mut io::sink())?;
        None
    };
    answers.read_exact(&mut [0])?;
    Ok(content)
}

/// Whether a line of the reflog says that a commit was made (or made again) here, not fetched.
fn is_own_commit(subject: &str) -> bool {
    const STARTS: [&str; 4] = ["commit:", "commit (", "cherry-pick", "revert"];
    const STEPS: [&str; 6] = ["(pick)", "(reword)", "(edit)", "(squash)", "(fixup)", "(continue)"];
    let command = subject.split(':').next().unwrap_or_default();
    STARTS.iter().any(|start| subject.starts_with(start)) || STEPS.iter().any(|step| command.ends_with(step))
}

fn not_started(error: &io::Error) -> Text {
    match error.kind() {
        ErrorKind::NotFound => said!("git-is-missing"),
        _ => said!("git-not-started", error = error.to_string()),
    }
    .into()
}

fn first_line(stderr: &[u8]) -> Text {
    let text = String::from_utf8_lossy(stderr);
    let line = text.lines().find(|line| !line.trim().is_empty());
    line.map_or_else(
        || said!("git-says-nothing").into(),
        |line| line.trim().trim_start_matches("fatal: ").into(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_cat_file_are_told_apart() {
        let text = b"a1 blob 3\nx\ny\nc:no such blob 3 missing\na2 tree 2\nzz\na3 blob 0\n\n";
        let mut answers = BufReader::new(&text[..]);
        let blobs: Vec<_> = (0..4).map(|_| next_blob(&mut answers).unwrap()).collect();
        assert_eq!(blobs, [Some(b"x\ny".to_vec()), None, None, Some(Vec::new())]);
        assert!(next_blob(&mut answers).is_err());
    }

    #[test]
    fn commits_made_here_are_told_from_those_that_came() {
        let own = [
            "commit: solve",
            "commit (amend): solve",
            "commit (initial): start",
            "cherry-pick: x",
            "rebase (pick): solve",
            "pull --rebase (pick): solve",
        ];
        let came = [
            "pull: Fast-forward",
            "clone: from https://example.org/c.git",
            "merge origin/main: Fast-forward",
            "checkout: moving from main to (pick)",
            "pull --rebase (finish): returning to refs/heads/main",
            "reset: moving to HEAD~1",
        ];
        assert!(own.iter().all(|subject| is_own_commit(subject)));
        assert!(!came.iter().any(|subject| is_own_commit(subject)));
    }

    #[test]
    fn only_whole_ids_are_commits() {
        assert!(Commit::parse(&"a1".repeat(20)).is_some());
        assert!(Commit::parse(&"a1".repeat(32)).is_some());
        assert!(Commit::parse(&"a1".repeat(19)).is_none());
        assert!(Commit::parse(&"zz".repeat(20)).is_none());
    }
}
