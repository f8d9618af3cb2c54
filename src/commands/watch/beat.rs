//! The rhythm of a loop that draws: what happens comes first, a screen when nothing more is waiting.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often a loop looks whether it was asked to stop, and how long something has been going on.
const PULSE: Duration = Duration::from_millis(200);

/// A pulse that is late by this much: the process was stopped by someone else, or the machine slept, and who had the
/// terminal meanwhile has left it in another state.
const STOPPED: Duration = Duration::from_secs(1);

/// A screen is drawn this often at least, however much happens: keys that repeat are to be seen at work.
const FRAME: Duration = Duration::from_millis(50);

/// What comes next in a loop.
pub(super) enum Next<T> {
    /// This happened.
    Happened(T),
    /// Nothing, for the length of a pulse.
    Pulse,
    /// Nothing can happen any more.
    Over,
}

/// What happens next. It is drawn first, unless more has happened already: a screen that nobody would see costs a slow
/// line as much as any other.
pub(super) fn next<T>(
    happenings: &Receiver<T>,
    drawn: &mut Instant,
    draw: impl FnOnce() -> io::Result<()>,
) -> io::Result<Next<T>> {
    let waiting = happenings.try_recv().ok();
    if waiting.is_none() || drawn.elapsed() >= FRAME {
        draw()?;
        *drawn = Instant::now();
    }
    if let Some(happening) = waiting {
        return Ok(Next::Happened(happening));
    }
    Ok(match happenings.recv_timeout(PULSE) {
        Ok(happening) => Next::Happened(happening),
        Err(RecvTimeoutError::Timeout) => Next::Pulse,
        Err(RecvTimeoutError::Disconnected) => Next::Over,
    })
}

/// Whether the loop has not come round for so long that somebody else may have had the terminal.
pub(super) fn was_stopped(pulse: Instant) -> bool {
    pulse.elapsed() > PULSE + STOPPED
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn what_waits_is_taken_before_anything_is_drawn() {
        let (sender, receiver) = channel();
        for number in 0..1_000 {
            sender.send(number).unwrap();
        }
        let mut drawn = Instant::now();
        let (mut taken, mut screens) = (0, 0);
        while let Next::Happened(_) = next(&receiver, &mut drawn, || {
            screens += 1;
            Ok(())
        })
        .unwrap()
        {
            taken += 1;
        }
        assert_eq!(taken, 1_000);
        // The last one, and those of a machine that was busy with other things.
        assert!((1..100).contains(&screens), "{screens}");
        drop(sender);
        assert!(matches!(next(&receiver, &mut drawn, || Ok(())).unwrap(), Next::Over));
    }
}
