//! Adds source lines to faulthandler's stacks, which name only files and lines, while the job's folder still exists.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Frames that get their line: the innermost ones of a few threads.
const FRAMES: usize = 60;

/// The longest line that is added, in characters.
const LINE: usize = 200;

/// The stacks with each line of a file below `workdir` under its frame, indented by four spaces as CPython's tracebacks
/// have it.
pub(crate) fn add(stacks: &str, workdir: &Path) -> String {
    let mut files: HashMap<&str, Option<Vec<String>>> = HashMap::new();
    let mut written = String::with_capacity(stacks.len() * 2);
    let mut frames = 0;
    for line in stacks.lines() {
        written.push_str(line);
        written.push('\n');
        let Some((file, number)) = frame(line) else { continue };
        frames += 1;
        if frames > FRAMES || !Path::new(file).starts_with(workdir) {
            continue;
        }
        let lines = files.entry(file).or_insert_with(|| read(Path::new(file)));
        let source = lines.as_ref().and_then(|lines| lines.get(number.checked_sub(1)?));
        if let Some(source) = source {
            let source: String = source.trim().chars().take(LINE).collect();
            written.push_str("    ");
            written.push_str(&source);
            written.push('\n');
        }
    }
    written
}

/// `  File "PATH", line N in NAME`
fn frame(line: &str) -> Option<(&str, usize)> {
    let rest = line.strip_prefix("  File \"")?;
    let (file, rest) = rest.rsplit_once("\", line ")?;
    let number = rest.split(' ').next()?.parse().ok()?;
    Some((file, number))
}

/// The program may have put anything in place of its file by now.
fn read(path: &Path) -> Option<Vec<String>> {
    let meta = fs::symlink_metadata(path).ok()?;
    if !meta.is_file() || meta.len() > super::staging::LEARNER_FILE.0 {
        return None;
    }
    let text = fs::read(path).ok()?;
    Some(String::from_utf8_lossy(&text).lines().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_the_job_get_their_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("main.py");
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs"), &file).expect("a file");
        let stacks = format!(
            "Current thread 0x1 (most recent call first):\n  File \"{0}\", line 1 in f\n  File \"{0}\", line 99999 in g\n  \
             File \"/elsewhere.py\", line 1 in h\n",
            file.display()
        );
        let shown = add(&stacks, folder.path());
        assert!(shown.contains("line 1 in f\n    //! prolings"), "{shown}");
        assert!(shown.contains("line 99999 in g\n  File \"/elsewhere.py\", line 1 in h\n"), "{shown}");
    }
}
