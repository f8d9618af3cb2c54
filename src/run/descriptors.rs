//! Messages over a Unix socket that carry open descriptors beside their bytes.

use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage,
    SendFlags,
};

/// The most descriptors that a message carries.
const MOST: usize = 4;

/// The largest message, in bytes.
const LIMIT: u32 = 16 * 1024 * 1024;

/// Closes what the one who started the grader left open in it: programs of learners would inherit that. Only for a process
/// that has just started and opened nothing itself.
pub(crate) fn close_inherited() {
    let open = std::fs::read_dir("/dev/fd").or_else(|_| std::fs::read_dir("/proc/self/fd"));
    let numbers: Vec<i32> = open
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|&number| number > 2)
        .collect();
    for number in numbers {
        // Reading the list took one, which is closed already.
        let _ = nix::unistd::close(number);
    }
}

/// Sends a length of four bytes (big-endian) and `body`, with `descriptors` beside the length. An empty body is a message
/// too.
///
/// # Errors
/// When the other side is gone or the body is too large.
pub(crate) fn send(mut socket: &UnixStream, body: &[u8], descriptors: &[BorrowedFd<'_>]) -> io::Result<()> {
    let length = u32::try_from(body.len()).ok().filter(|&length| length <= LIMIT);
    let head =
        length.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a message over the limit"))?;
    let head = head.to_be_bytes();
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MOST))];
    let mut ancillary = SendAncillaryBuffer::new(&mut space);
    if !descriptors.is_empty() && !ancillary.push(SendAncillaryMessage::ScmRights(descriptors)) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "too many descriptors"));
    }
    let sent = loop {
        match rustix::net::sendmsg(socket, &[IoSlice::new(&head)], &mut ancillary, SendFlags::empty()) {
            Err(rustix::io::Errno::INTR) => {}
            other => break other?,
        }
    };
    socket.write_all(&head[sent..])?;
    socket.write_all(body)
}

/// The next message and its descriptors (close-on-exec), or `None` when the other side has closed.
///
/// # Errors
/// When the message is cut off or too large.
pub(crate) fn receive(mut socket: &UnixStream) -> io::Result<Option<(Vec<u8>, Vec<OwnedFd>)>> {
    let mut head = [0; 4];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MOST))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    #[cfg(target_os = "linux")]
    let flags = RecvFlags::CMSG_CLOEXEC;
    // Elsewhere they are marked below; a supervisor starts nothing in between.
    #[cfg(not(target_os = "linux"))]
    let flags = RecvFlags::empty();
    let got = loop {
        match rustix::net::recvmsg(socket, &mut [IoSliceMut::new(&mut head)], &mut ancillary, flags) {
            Err(rustix::io::Errno::INTR) => {}
            other => break other?.bytes,
        }
    };
    if got == 0 {
        return Ok(None);
    }
    let descriptors = ancillary
        .drain()
        .flat_map(|message| match message {
            RecvAncillaryMessage::ScmRights(descriptors) => descriptors.collect::<Vec<_>>(),
            _ => Vec::new(),
        })
        .collect::<Vec<OwnedFd>>();
    for descriptor in &descriptors {
        rustix::io::fcntl_setfd(descriptor, rustix::io::FdFlags::CLOEXEC)?;
    }
    socket.read_exact(&mut head[got..])?;
    let length = u32::from_be_bytes(head);
    if length > LIMIT {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a message over the limit"));
    }
    let mut body = vec![0; length as usize];
    socket.read_exact(&mut body)?;
    Ok(Some((body, descriptors)))
}

#[cfg(test)]
mod tests {
    use std::os::fd::AsFd;

    use super::*;

    #[test]
    fn a_descriptor_arrives_with_its_message() {
        let (one, other) = UnixStream::pair().expect("a pair");
        let (mut reader, writer) = io::pipe().expect("a pipe");
        send(&one, b"hello", &[writer.as_fd()]).expect("sent");
        send(&one, b"", &[]).expect("sent");
        drop((writer, one));
        let (body, descriptors) = receive(&other).expect("received").expect("a message");
        assert_eq!(body, b"hello");
        let mut sink = std::fs::File::from(descriptors.into_iter().next().expect("a descriptor"));
        sink.write_all(b"through").expect("written");
        drop(sink);
        let mut text = String::new();
        reader.read_to_string(&mut text).expect("read");
        assert_eq!(text, "through");
        assert!(
            receive(&other).expect("received").is_some_and(|(body, fds)| body.is_empty() && fds.is_empty())
        );
        assert!(receive(&other).expect("the end").is_none());
    }
}
