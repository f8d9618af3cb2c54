//! The learner's progress: what passed, what was hinted, what the starters were, and the way back to them.
//!
//! Owns everything below `.prolings/` that is about the learner (`docs/progress.md` has the file formats):
//!
//! ```text
//! .prolings/
//!   .gitignore                  `*`
//!   lock                        held while anything below is changed
//!   progress.json               state.rs says what is in it, form.rs how, store.rs reads and writes it
//!   progress.json.bad-1         a file that could not be read, set aside
//!   starters.json               index.rs: which starters are kept, and at which commit
//!   starters/<exercise>/<file>  the starters as the learner found them
//!   backups/<exercise>/<n>-<file>
//!   cache/<exercise>            cache.rs: what its checks came to; may be deleted at any time
//!   proofs/<exercise>           proofs.rs: that an author's exercise was proved; may be deleted at any time
//! ```
//!
//! `exercises/.shipped.json` (shipped.rs) is the one file of ours outside of it.
//!
//! It reads no clock (callers pass times in) and prints nothing (it returns errors and notices).

pub mod atomic;
pub mod backup;
pub mod cache;
pub mod files;
mod folder;
mod form;
mod git;
pub mod hints;
mod index;
pub mod inputs;
pub mod mutation;
pub mod proofs;
mod sayings;
pub mod shipped;
pub mod sight;
pub mod standing;
pub mod starters;
pub mod state;
pub mod store;
mod survey;
#[cfg(test)]
mod testing;

pub use backup::reset;
pub use cache::{Cache, Conditions, Freed, Key};
pub use files::{FilesHash, MAX_FILE, hash_files};
pub use folder::{Lock, lock};
pub use hints::Hints;
pub use inputs::Inputs;
pub use mutation::{Mutations, Score, Study};
pub use proofs::{Kept, ProofKey, Proofs};
pub use shipped::{ContentHash, RECORD, Record, ShippedExercise};
pub use sight::{Sight, Sights};
pub use standing::{Stage, stage, standing};
pub use starters::{Started, StarterFile, Starters};
pub use state::{Completion, Outcome, Pass, Progress, State, Timestamp};
pub use store::Store;
