//! What the supervisor and the confining stage say to each other, over a socket that is the stage's standard input.

use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::policy::Policy;
use crate::run::descriptors;

/// Supervisor to stage, once.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Order {
    /// What the program may do.
    pub(super) policy: Policy,
    /// The user that it becomes.
    pub(super) uid: Option<u32>,
    /// A file that it reads as standard input, as bytes of a path. Without one, that is the descriptor that came along,
    /// or nothing.
    pub(super) stdin: Option<Vec<u8>>,
}

impl Order {
    /// Sends it, with a descriptor to become the program's standard input.
    pub(super) fn send(&self, socket: &UnixStream, stdin: Option<BorrowedFd<'_>>) -> io::Result<()> {
        let given: Vec<BorrowedFd<'_>> = stdin.into_iter().collect();
        descriptors::send(socket, &serde_json::to_vec(self)?, &given)
    }

    /// Waits for one.
    pub(super) fn receive(socket: &UnixStream) -> io::Result<(Self, Option<OwnedFd>)> {
        let gone = || io::Error::other("the supervisor is gone");
        let (order, descriptors) = descriptors::receive(socket)?.ok_or_else(gone)?;
        Ok((serde_json::from_slice(&order)?, descriptors.into_iter().next()))
    }
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
