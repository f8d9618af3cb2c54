//! Reads a stream to its end and keeps a bounded part of it: the head and the tail.

use std::collections::VecDeque;
use std::io::Read;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::model::execution::Captured;

/// A stream that is being read by a thread of its own.
///
/// A process that escaped may keep the other end open for ever, so nobody waits for the end without a limit: what was
/// read so far can be taken at any time.
pub(crate) struct Capture {
    kept: Arc<Mutex<Kept>>,
    ended: Receiver<()>,
}

/// The head and the tail of what came over a stream.
pub(crate) struct Kept {
    head: Vec<u8>,
    tail: VecDeque<u8>,
    dropped: u64,
    half: usize,
}

impl Kept {
    /// Nothing yet; at most `limit` bytes will be kept.
    pub(crate) fn new(limit: u64) -> Self {
        let half = usize::try_from(limit / 2).unwrap_or(usize::MAX).max(1);
        Self { head: Vec::new(), tail: VecDeque::new(), dropped: 0, half }
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        let room = self.half.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..room]);
        self.tail.extend(&bytes[room..]);
        let over = self.tail.len().saturating_sub(self.half);
        self.tail.drain(..over);
        self.dropped += over as u64;
    }

    /// How many bytes came.
    pub(crate) fn total(&self) -> u64 {
        (self.head.len() + self.tail.len()) as u64 + self.dropped
    }

    pub(crate) fn captured(&self) -> Captured {
        let tail: Vec<u8> = self.tail.iter().copied().collect();
        if self.dropped == 0 {
            Captured::whole([self.head.clone(), tail].concat())
        } else {
            Captured { head: self.head.clone(), tail, dropped: self.dropped }
        }
    }
}

impl Capture {
    /// Starts to read `stream`, keeping at most `limit` bytes. `on_excess` is called once, from the reading thread, when
    /// more than `limit` bytes came.
    pub(crate) fn start(
        mut stream: impl Read + Send + 'static,
        limit: u64,
        on_excess: impl FnOnce() + Send + 'static,
    ) -> Self {
        let kept = Arc::new(Mutex::new(Kept::new(limit)));
        let (end, ended) = channel();
        let shared = Arc::clone(&kept);
        std::thread::spawn(move || {
            let mut on_excess = Some(on_excess);
            let mut buffer = vec![0; 64 * 1024];
            while let Ok(count) = read_some(&mut stream, &mut buffer) {
                if count == 0 {
                    break;
                }
                let mut kept = lock(&shared);
                kept.add(&buffer[..count]);
                let excess = kept.total() > limit;
                drop(kept);
                if excess && let Some(call) = on_excess.take() {
                    call();
                }
            }
            // The receiver may be gone: then nobody waits.
            let _ = end.send(());
        });
        Self { kept, ended }
    }

    /// What came until the end of the stream, or until `patience` is over.
    pub(crate) fn finish(self, patience: Duration) -> Captured {
        match self.ended.recv_timeout(patience) {
            Ok(()) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
        lock(&self.kept).captured()
    }
}

/// Reads what is there, however often a signal comes between.
pub(crate) fn read_some(stream: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    loop {
        match stream.read(buffer) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

fn lock(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use proptest::prelude::*;

    use super::*;

    const PATIENT: Duration = Duration::from_secs(10);

    #[test]
    fn a_short_stream_is_kept_whole() {
        let capture = Capture::start(&b"hello\n"[..], 100, || panic!("no excess"));
        assert_eq!(capture.finish(PATIENT), Captured::whole(*b"hello\n"));
    }

    #[test]
    fn a_flood_keeps_head_and_tail_and_counts_the_rest() {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let flood: Vec<u8> = (0..1_000_000u32).map(|n| (n % 251) as u8).collect();
        let capture = Capture::start(std::io::Cursor::new(flood.clone()), 1000, move || {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        let captured = capture.finish(PATIENT);
        assert_eq!(captured.head, flood[..500]);
        assert_eq!(captured.tail, flood[flood.len() - 500..]);
        assert_eq!(captured.total(), 1_000_000);
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn a_stream_that_stays_open_hangs_nobody() {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        let capture = Capture::start(reader, 100, || {});
        assert!(capture.finish(Duration::from_millis(20)).is_whole());
        drop(writer);
    }

    proptest! {
        #[test]
        fn head_and_tail_are_the_ends_of_what_came(bytes in proptest::collection::vec(any::<u8>(), 0..400), limit in 2u64..300) {
            let captured = Capture::start(std::io::Cursor::new(bytes.clone()), limit, || {}).finish(PATIENT);
            prop_assert!(bytes.starts_with(&captured.head));
            prop_assert!(bytes.ends_with(&captured.tail));
            prop_assert_eq!(captured.total(), bytes.len() as u64);
            if bytes.len() as u64 <= limit / 2 * 2 {
                prop_assert!(captured.is_whole());
            }
        }
    }
}
