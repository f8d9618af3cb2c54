//! Watching files: the system's own notices where a test shows that they come, else looking again and again.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind, RenameMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;
use super::debounce::{Change, Debounce};
use super::poll::Poll;

/// How long the system may take to tell of the probe file.
const PROBE: Duration = Duration::from_millis(300);

/// What is watched.
#[derive(Debug, Clone)]
pub struct Files {
    /// The folder; paths in events are below it.
    pub folder: PathBuf,
    /// The files that matter, below it: those that are looked at when the system does not tell.
    pub files: Vec<PathBuf>,
    /// A folder beside it for a file that proves whether the system tells of changes.
    pub probe: PathBuf,
    /// How to watch.
    pub choice: Choice,
}

/// How files are to be watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// As a test at the start finds best.
    Tested,
    /// By looking again and again.
    Poll,
}

/// How files are watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// The system tells of changes.
    Notices,
    /// By looking again and again.
    Polling,
}

/// Watches on a thread of its own until nobody listens; says [`Event::Watching`] first.
pub fn start<E: From<Event> + Send + 'static>(files: Files, events: Sender<E>) {
    std::thread::spawn(move || {
        let (sender, notices) = channel();
        let native = match files.choice {
            Choice::Tested => native(&files, sender, &notices),
            Choice::Poll => None,
        };
        match native {
            Some(watcher) => {
                follow(&files.folder, &notices, &events);
                drop(watcher);
            }
            None => poll(&files, &events),
        }
    });
}

/// The system's watcher, when it works here.
fn native(
    files: &Files,
    sender: Sender<notify::Result<notify::Event>>,
    notices: &Receiver<notify::Result<notify::Event>>,
) -> Option<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(sender).ok()?;
    watcher.watch(&files.folder, RecursiveMode::Recursive).ok()?;
    watcher.watch(&files.probe, RecursiveMode::NonRecursive).ok()?;
    let told = tells(&files.probe, notices);
    // Otherwise everything that is remembered would be an event.
    let _ = watcher.unwatch(&files.probe);
    told.then_some(watcher)
}

/// Whether the system tells of a file that is made in `folder`.
fn tells(folder: &Path, notices: &Receiver<notify::Result<notify::Event>>) -> bool {
    let name = format!("watch-probe-{}", std::process::id());
    let probe = folder.join(&name);
    if File::create(&probe).and_then(|mut file| file.write_all(b"?")).is_err() {
        return false;
    }
    let start = Instant::now();
    let mut told = false;
    while let Some(rest) = PROBE.checked_sub(start.elapsed()) {
        match notices.recv_timeout(rest) {
            Ok(Ok(event)) if event.paths.iter().any(|path| path.ends_with(&name)) => {
                told = true;
                break;
            }
            Ok(_) => {}
            Err(_) => break,
        }
    }
    let _ = fs::remove_file(&probe);
    told
}

fn follow<E: From<Event>>(
    folder: &Path,
    notices: &Receiver<notify::Result<notify::Event>>,
    events: &Sender<E>,
) {
    // Some systems tell real paths, whatever was asked for.
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let start = Instant::now();
    let mut debounce = Debounce::default();
    if events.send(Event::Watching(Means::Notices).into()).is_err() {
        return;
    }
    loop {
        let notice = match debounce.next() {
            Some(due) => match notices.recv_timeout(due.saturating_sub(start.elapsed())) {
                Ok(notice) => Some(notice),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            },
            None => match notices.recv() {
                Ok(notice) => Some(notice),
                Err(_) => return,
            },
        };
        let now = start.elapsed();
        let mut lost = false;
        // What is there already is taken together: a close follows right behind its write.
        for notice in notice.into_iter().chain(notices.try_iter()) {
            match notice {
                Ok(event) if event.need_rescan() => lost = true,
                Ok(event) => {
                    for (path, change) in changes(&event) {
                        let inside = path.strip_prefix(folder).or_else(|_| path.strip_prefix(&real));
                        if let Ok(inside) = inside {
                            debounce.saw(inside, change, now);
                        }
                    }
                }
                Err(_) => lost = true,
            }
        }
        let saved = debounce.due(start.elapsed());
        let told = [(lost, Event::Lost), (!saved.is_empty(), Event::Saved(saved))];
        for (_, event) in told.into_iter().filter(|(happened, _)| *happened) {
            if events.send(event.into()).is_err() {
                return;
            }
        }
    }
}

fn poll<E: From<Event>>(files: &Files, events: &Sender<E>) {
    let mut poll = Poll::start(&files.folder, &files.files);
    let mut alive = events.send(Event::Watching(Means::Polling).into()).is_ok();
    while alive {
        let (saved, pause) = poll.look();
        if !saved.is_empty() {
            alive = events.send(Event::Saved(saved).into()).is_ok();
        }
        std::thread::sleep(pause);
    }
}

/// What a notice says of which files.
fn changes(event: &notify::Event) -> Vec<(&Path, Change)> {
    let all = |change| event.paths.iter().map(|path| (path.as_path(), change)).collect();
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => all(Change::Complete),
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
            let change = |index| if index == 0 { Change::UnderWay } else { Change::Complete };
            event.paths.iter().enumerate().map(|(index, path)| (path.as_path(), change(index))).collect()
        }
        EventKind::Modify(ModifyKind::Metadata(MetadataKind::WriteTime | MetadataKind::Any)) => {
            // Telling of a mode that was changed, too: macOS says nothing better of some saves.
            if cfg!(target_os = "linux") { Vec::new() } else { all(Change::UnderWay) }
        }
        EventKind::Access(_) | EventKind::Other | EventKind::Modify(ModifyKind::Metadata(_)) => Vec::new(),
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) => {
            all(Change::UnderWay)
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(10);

    fn watched(choice: Choice) -> (tempfile::TempDir, Receiver<Event>, Means) {
        let course = tempfile::tempdir().unwrap();
        let (folder, probe) = (course.path().join("exercises"), course.path().join("kept"));
        fs::create_dir_all(folder.join("t/e")).unwrap();
        fs::create_dir(&probe).unwrap();
        fs::write(folder.join("t/e/a.py"), "one").unwrap();
        let (sender, events) = channel();
        start(Files { folder, files: vec!["t/e/a.py".into()], probe, choice }, sender);
        let Ok(Event::Watching(means)) = events.recv_timeout(LONG) else { panic!("not watching") };
        (course, events, means)
    }

    fn next_save(events: &Receiver<Event>) -> Vec<PathBuf> {
        match events.recv_timeout(LONG) {
            Ok(Event::Saved(paths)) => paths,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn saves_are_told_by_either_means() {
        for choice in [Choice::Tested, Choice::Poll] {
            let (course, events, means) = watched(choice);
            assert!(choice == Choice::Tested || means == Means::Polling);
            let file = course.path().join("exercises/t/e/a.py");
            fs::write(&file, "second").unwrap();
            assert_eq!(next_save(&events), [PathBuf::from("t/e/a.py")], "{choice:?}");
            // As many editors do it: a new file takes the place of the old one.
            let new = course.path().join("exercises/t/e/a.py.tmp");
            fs::write(&new, "third").unwrap();
            fs::rename(&new, &file).unwrap();
            while !next_save(&events).contains(&PathBuf::from("t/e/a.py")) {}
        }
    }

    #[test]
    fn no_probe_no_trust_in_notices() {
        let course = tempfile::tempdir().unwrap();
        let (sender, events) = channel::<Event>();
        let files = Files {
            folder: course.path().to_path_buf(),
            files: Vec::new(),
            probe: course.path().join("missing"),
            choice: Choice::Tested,
        };
        start(files, sender);
        assert_eq!(events.recv_timeout(LONG), Ok(Event::Watching(Means::Polling)));
    }
}
