//! Windows: one program in a job object, so that its whole tree ends with it.
//!
//! Best effort next to the supervisor of Unix: no limits by the kernel, no stacks at the deadline, and a killed grader
//! leaves ending the tree to the job object's handle.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap, JobObject};

use super::capture::Capture;
use super::launch::{Launch, RECORDS, Stdin};
use super::{Outcome, records};
use crate::model::cancel::Cancel;
use crate::model::execution::Ending;
use crate::model::limits::Limits;

const PULSE: Duration = Duration::from_millis(10);
const DRAIN: Duration = Duration::from_millis(500);

/// Runs `launch` in `cwd`.
///
/// # Errors
/// When the program cannot be started or waited for.
pub(crate) fn run(launch: &Launch, cwd: &Path, limits: &Limits, cancel: &Cancel) -> io::Result<Outcome> {
    let channel = tempfile::NamedTempFile::new()?.into_temp_path();
    let start = Instant::now();
    let mut child = start_program(launch, cwd, &channel)?;
    let flooded = Arc::new(AtomicBool::new(false));
    let on_excess = |flooded: &Arc<AtomicBool>| {
        let flooded = Arc::clone(flooded);
        move || flooded.store(true, Ordering::SeqCst)
    };
    let missing = || io::Error::other("a stream of the program is missing");
    let stdout = child.stdout().take().ok_or_else(missing)?;
    let stderr = child.stderr().take().ok_or_else(missing)?;
    let limit = limits.output.0;
    let captures = [
        Capture::start(stdout, limit, on_excess(&flooded)),
        Capture::start(stderr, limit, on_excess(&flooded)),
    ];
    let ending = wait(child.as_mut(), start + limits.time, limits, &flooded, cancel)?;
    let wall = start.elapsed();
    // What the program left running ends here as well.
    let _ = child.start_kill();
    let [stdout, stderr] = captures.map(|capture| capture.finish(DRAIN));
    let mut bytes = fs::read(&channel).unwrap_or_default();
    let records_damaged = bytes.len() as u64 > records::LIMIT;
    bytes.truncate(usize::try_from(records::LIMIT).unwrap_or(usize::MAX));
    Ok(Outcome { ending, stdout, stderr, records: bytes, records_damaged, wall, survivors: 0 })
}

fn start_program(launch: &Launch, cwd: &Path, channel: &Path) -> io::Result<Box<dyn ChildWrapper>> {
    let mut place = std::ffi::OsString::from("file:");
    place.push(channel);
    let argv: Vec<_> =
        launch.argv.iter().map(|arg| if arg == RECORDS { place.clone() } else { arg.clone() }).collect();
    let (program, args) = argv.split_first().ok_or_else(|| io::Error::other("an empty command line"))?;
    let stdin = match &launch.stdin {
        Stdin::File(path) => Stdio::from(fs::File::open(path)?),
        Stdin::Nothing => Stdio::null(),
    };
    let mut command = Command::new(program);
    command.args(args).env_clear().envs(launch.env.iter().map(|(name, value)| (name, value)));
    command.current_dir(cwd).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
    CommandWrap::from(command).wrap(JobObject).spawn()
}

fn wait(
    child: &mut dyn ChildWrapper,
    deadline: Instant,
    limits: &Limits,
    flooded: &AtomicBool,
    cancel: &Cancel,
) -> io::Result<Ending> {
    let ending = loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Ending::Exited(status.code().unwrap_or(-1)));
        }
        if flooded.load(Ordering::SeqCst) {
            break Ending::OutputLimit(limits.output);
        }
        if cancel.is_cancelled() {
            break Ending::Cancelled;
        }
        if Instant::now() >= deadline {
            break Ending::TimedOut(limits.time);
        }
        std::thread::sleep(PULSE);
    };
    child.kill()?;
    Ok(ending)
}
