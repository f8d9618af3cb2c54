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
        let lines = files.entry(file).or_insert_with(|| read(Path::new(file), workdir));
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

/// The program may have put anything in place of its files and folders by now, and it may have written the stacks itself:
/// what a path really leads to must lie in `workdir`, whose own path has no links.
fn read(path: &Path, workdir: &Path) -> Option<Vec<String>> {
    let path = path.canonicalize().ok().filter(|path| path.starts_with(workdir))?;
    let meta = fs::symlink_metadata(&path).ok()?;
    if !meta.is_file() || meta.len() > super::staging::LEARNER_FILE.0 {
        return None;
    }
    let text = fs::read(path).ok()?;
    Some(String::from_utf8_lossy(&text).lines().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn no_way_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a folder");
        let work = root.join("work");
        fs::create_dir(&work).expect("a folder");
        let mut secret = fs::File::create_new(root.join("secret")).expect("a file");
        std::io::Write::write_all(&mut secret, b"secret-line\n").expect("written");
        std::os::unix::fs::symlink(&root, work.join("link")).expect("a link");
        let ways = ["../secret", "link/secret", "./../work/link/secret"];
        let stacks: String =
            ways.iter().map(|way| format!("  File \"{}/{way}\", line 1 in f\n", work.display())).collect();
        assert_eq!(add(&stacks, &work), stacks);
        // The folder itself may have been replaced.
        fs::rename(&work, root.join("moved")).expect("moved");
        std::os::unix::fs::symlink(&root, &work).expect("a link");
        let stacks = format!("  File \"{}/secret\", line 1 in f\n", work.display());
        assert_eq!(add(&stacks, &work), stacks);
    }

    #[test]
    fn frames_of_the_job_get_their_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a folder");
        let file = root.join("main.py");
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs"), &file).expect("a file");
        let stacks = format!(
            "Current thread 0x1 (most recent call first):\n  File \"{0}\", line 1 in f\n  File \"{0}\", line 99999 in g\n  \
             File \"/elsewhere.py\", line 1 in h\n",
            file.display()
        );
        let shown = add(&stacks, &root);
        assert!(shown.contains("line 1 in f\n    //! prolings"), "{shown}");
        assert!(shown.contains("line 99999 in g\n  File \"/elsewhere.py\", line 1 in h\n"), "{shown}");
    }
}
