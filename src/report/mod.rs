//! Reports: a run's events rendered for someone.
//!
//! Owns every word that leaves the program on a stream, and the escaping of texts that learners' programs wrote. It
//! must not judge, run or remember anything: what is not in an [`Event`] is not reported.

pub mod escape;
pub mod formats;
pub mod gradebook;
pub mod jsonl;
pub mod schema;
pub mod terminal;

use std::io;

use crate::model::event::Event;
pub use formats::document::Stage;

/// Someone who is told what happens in a run.
pub trait Reporter {
    /// Takes note of an event, in the order in which they happen.
    ///
    /// # Errors
    /// When the report cannot be written; `main` takes a closed pipe for a normal end.
    fn on(&mut self, event: &Event) -> io::Result<()>;
}

/// Several reporters that hear the same events.
#[derive(Default)]
pub struct Reporters(pub Vec<Box<dyn Reporter>>);

impl Reporter for Reporters {
    /// Tells everyone, also after one has failed; the first error counts.
    fn on(&mut self, event: &Event) -> io::Result<()> {
        let mut outcome = Ok(());
        for reporter in &mut self.0 {
            outcome = outcome.and(reporter.on(event));
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::*;

    struct Broken;

    impl Reporter for Broken {
        fn on(&mut self, _: &Event) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    struct Counting(Rc<Cell<usize>>);

    impl Reporter for Counting {
        fn on(&mut self, _: &Event) -> io::Result<()> {
            self.0.set(self.0.get() + 1);
            Ok(())
        }
    }

    #[test]
    fn a_broken_reporter_does_not_silence_the_others() {
        let heard = Rc::new(Cell::new(0));
        let mut all = Reporters(vec![Box::new(Broken), Box::new(Counting(Rc::clone(&heard)))]);
        let outcome = all.on(&Event::Notice { text: "hello".into() });
        assert_eq!(outcome.map_err(|error| error.kind()), Err(io::ErrorKind::BrokenPipe));
        assert_eq!(heard.get(), 1);
    }
}
