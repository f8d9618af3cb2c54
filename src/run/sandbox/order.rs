//! What the supervisor and the confining stage say to each other, over a socket that is the stage's standard input.

use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::policy::Policy;

/// Supervisor to stage, once.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Order {
    /// What the program may do.
    pub(super) policy: Policy,
    /// The user that it becomes.
    pub(super) uid: Option<u32>,
    /// A file that it reads as standard input, as bytes of a path.
    pub(super) stdin: Option<Vec<u8>>,
}

/// Stage to supervisor, once. When nothing comes, the stage has become the program.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Told {
    /// The program was not started.
    Failed(String),
    /// The program, started as a child, ended with this wait status.
    Ended(i32),
}

/// Sends a message and ends this direction.
pub(super) fn send(mut socket: &UnixStream, message: &impl Serialize) -> io::Result<()> {
    socket.write_all(&serde_json::to_vec(message)?)?;
    socket.shutdown(Shutdown::Write)
}

/// Waits for the message of the other side; `None` when it closes without one.
pub(super) fn receive<T: DeserializeOwned>(mut socket: &UnixStream) -> io::Result<Option<T>> {
    let mut bytes = Vec::new();
    socket.read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_slice(&bytes)?))
}
