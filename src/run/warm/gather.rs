//! Reads all that a job says, on the thread that waits for its end.
//!
//! One poll over all channels: threads for each stream and for the report cost more than a short job.

use std::io::{self, PipeReader};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::message::Done;
use crate::model::cancel::Cancel;
use crate::model::execution::Captured;
use crate::run::capture::{Kept, read_some};
use crate::run::descriptors;
use crate::run::supervisor::client::{DRAIN, PULSE};
use crate::run::supervisor::frame;

/// A stream of the job's.
pub(super) struct Stream {
    pipe: Option<PipeReader>,
    kept: Kept,
    /// More than so many bytes end the job; without it, what is too much is only not kept.
    most: Option<u64>,
}

impl Stream {
    /// Keeps at most `limit` bytes; more end the job.
    pub(super) fn bounded(pipe: PipeReader, limit: u64) -> Self {
        Self { pipe: Some(pipe), kept: Kept::new(limit), most: Some(limit) }
    }

    /// Keeps at most `limit` bytes and drops the rest.
    pub(super) fn cut(pipe: PipeReader, limit: u64) -> Self {
        Self { pipe: Some(pipe), kept: Kept::new(limit), most: None }
    }

    fn read(&mut self, buffer: &mut [u8]) {
        let Some(pipe) = &mut self.pipe else { return };
        match read_some(pipe, buffer) {
            Ok(count) if count > 0 => self.kept.add(&buffer[..count]),
            Ok(_) | Err(_) => self.pipe = None,
        }
    }

    fn is_flooded(&self) -> bool {
        self.most.is_some_and(|most| self.kept.total() > most)
    }
}

/// What a job said, and how it ended.
pub(super) struct Gathered<const N: usize> {
    pub(super) done: Done,
    pub(super) streams: [Captured; N],
    /// Whether a stream carried more than it may.
    pub(super) flooded: bool,
}

/// Reads until the supervisor at the other end of `socket` has reported and the streams have ended. A flood and the
/// user's wish to stop ask it to end the job, which an empty message says.
///
/// # Errors
/// When no report comes within `patience`, or the supervisor is gone.
pub(super) fn gather<const N: usize>(
    mut socket: &UnixStream,
    mut streams: [Stream; N],
    patience: Duration,
    cancel: &Cancel,
) -> io::Result<Gathered<N>> {
    let mut buffer = vec![0; 64 * 1024];
    let mut give_up = Instant::now() + patience;
    let mut done = None;
    let (mut flooded, mut told) = (false, false);
    loop {
        let ready = wait(socket, &streams, done.is_none())?;
        for (stream, ready) in streams.iter_mut().zip(ready.streams) {
            if ready {
                stream.read(&mut buffer);
            }
        }
        if ready.socket {
            done = Some(frame::read::<Done>(&mut socket)?);
            give_up = Instant::now() + DRAIN;
        }
        let late = Instant::now() > give_up;
        if let Some(report) = done.take_if(|_| late || streams.iter().all(|stream| stream.pipe.is_none())) {
            let streams = streams.map(|stream| stream.kept.captured());
            return Ok(Gathered { done: report, streams, flooded });
        }
        if late {
            return Err(io::Error::new(io::ErrorKind::TimedOut, "the supervisor did not report in time"));
        }
        flooded |= streams.iter().any(Stream::is_flooded);
        if (flooded || cancel.is_cancelled()) && !told && done.is_none() {
            told = true;
            let _ = descriptors::send(socket, &[], &[]);
        }
    }
}

struct Ready<const N: usize> {
    socket: bool,
    streams: [bool; N],
}

/// Waits until there is something to read, but never for long.
fn wait<const N: usize>(socket: &UnixStream, streams: &[Stream; N], report: bool) -> io::Result<Ready<N>> {
    let pipes = streams.iter().enumerate().filter_map(|(at, stream)| Some((at, stream.pipe.as_ref()?)));
    let (places, mut fds): (Vec<usize>, Vec<PollFd<'_>>) =
        pipes.map(|(at, pipe)| (at, PollFd::new(pipe, PollFlags::IN))).unzip();
    if report {
        fds.push(PollFd::new(socket, PollFlags::IN));
    }
    let pulse = Timespec { tv_sec: 0, tv_nsec: PULSE.subsec_nanos().into() };
    match poll(&mut fds, Some(&pulse)) {
        Ok(_) | Err(Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let mut ready = Ready { socket: false, streams: [false; N] };
    for (index, fd) in fds.iter().enumerate().filter(|(_, fd)| !fd.revents().is_empty()) {
        match places.get(index) {
            Some(&at) => ready.streams[at] = true,
            None => ready.socket = !fd.revents().is_empty(),
        }
    }
    Ok(ready)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::run::supervisor::message::Ended;

    const PATIENT: Duration = Duration::from_secs(10);

    fn report() -> Done {
        Done { ending: Some(Ended::Exited(0)), wall_us: 1, survivors: 0 }
    }

    #[test]
    fn what_came_before_and_after_the_report_is_there() {
        let (mine, mut theirs) = UnixStream::pair().expect("a socket");
        let (out, mut to_out) = io::pipe().expect("a pipe");
        let (records, mut to_records) = io::pipe().expect("a pipe");
        to_out.write_all(b"before").expect("written");
        frame::write(&mut theirs, &report()).expect("written");
        let writer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(20));
            to_records.write_all(b"after").expect("written");
            drop(to_out);
        });
        let streams = [Stream::bounded(out, 100), Stream::cut(records, 100)];
        let gathered = gather(&mine, streams, PATIENT, &Cancel::default()).expect("a report");
        writer.join().expect("joined");
        assert_eq!(gathered.streams, [Captured::whole(*b"before"), Captured::whole(*b"after")]);
        assert!(!gathered.flooded);
    }

    #[test]
    fn a_stream_that_stays_open_hangs_nobody() {
        let (mine, mut theirs) = UnixStream::pair().expect("a socket");
        let (out, _to_out) = io::pipe().expect("a pipe");
        frame::write(&mut theirs, &report()).expect("written");
        assert!(gather(&mine, [Stream::bounded(out, 100)], PATIENT, &Cancel::default()).is_ok());
    }

    #[test]
    fn a_flood_asks_for_the_end_once() {
        let (mine, mut theirs) = UnixStream::pair().expect("a socket");
        let (out, mut to_out) = io::pipe().expect("a pipe");
        let flood = std::thread::spawn(move || {
            to_out.write_all(&[b'x'; 200_000]).expect("written");
            let (body, _) = descriptors::receive(&theirs).expect("a message").expect("not closed");
            frame::write(&mut theirs, &report()).expect("written");
            body
        });
        let gathered =
            gather(&mine, [Stream::bounded(out, 1000)], PATIENT, &Cancel::default()).expect("a report");
        assert!(flood.join().expect("joined").is_empty());
        assert!(gathered.flooded);
        assert_eq!(gathered.streams[0].total(), 200_000);
    }

    #[test]
    fn a_supervisor_that_is_gone_or_silent_is_an_error() {
        let (mine, theirs) = UnixStream::pair().expect("a socket");
        let silent = gather::<0>(&mine, [], Duration::from_millis(10), &Cancel::default());
        assert!(silent.is_err());
        drop(theirs);
        assert!(gather::<0>(&mine, [], PATIENT, &Cancel::default()).is_err());
    }
}
