//! Turns the last words of an installer, and errors of the file system, into errors that say what to do.

use std::io;
use std::path::Path;

use crate::error::{Place, UserError};
use crate::language::{Said, said};

/// What made an installer fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    DiskFull,
    HashMismatch,
    HashMissing,
    NoMatch,
    Certificate,
    Refused,
    Network,
    Permission,
    NoVenv,
    Unknown,
}

/// Words of uv and pip (lower case) by which a cause is known. The first cause that matches wins: pip reports "no
/// matching distribution" after it could not reach the index, too.
const WORDS: [(Cause, &[&str]); 9] = [
    (
        Cause::DiskFull,
        &["no space left on device", "enospc", "not enough space on the disk", "quota exceeded"],
    ),
    (Cause::HashMismatch, &["do not match the hashes", "hash mismatch"]),
    (Cause::HashMissing, &["hashes are required", "must have a hash", "versions pinned with =="]),
    (Cause::NoVenv, &["ensurepip is not available", "no module named venv", "no module named 'venv'"]),
    (
        Cause::Certificate,
        &["certificate verify failed", "certificate_verify_failed", "invalid peer certificate"],
    ),
    (
        Cause::Refused,
        &["401 unauthorized", "403 forbidden", "401 client error", "403 client error", "407 proxy"],
    ),
    (
        Cause::Network,
        &[
            "dns error",
            "failed to lookup address",
            "name or service not known",
            "name resolution",
            "nodename nor servname",
            "getaddrinfo failed",
            "connection refused",
            "connection reset",
            "connection aborted",
            "connect error",
            "failed to establish a new connection",
            "network is unreachable",
            "no route to host",
            "timed out",
            "timeouterror",
            "max retries exceeded",
            "error sending request",
            "proxyerror",
            "tunnel error",
            "network was disabled",
            "network connectivity is disabled",
        ],
    ),
    (Cause::NoMatch, &["no matching distribution", "no solution found", "no usable wheels"]),
    (Cause::Permission, &["permission denied", "access is denied", "read-only file system"]),
];

/// The error for an installer that failed with these words. `failed` says at what.
pub(super) fn of_installer(output: &str, failed: Said, python: &str, folder: &Path) -> UserError {
    let last = last_lines(output, 8);
    let why = if last.is_empty() { failed } else { said!("last-words", failed = failed, words = last) };
    let error = |what: Said| UserError::new(what).why(why.clone());
    match cause(output) {
        Cause::DiskFull => disk_full(folder).why(why),
        Cause::HashMismatch => error(said!("package-hash")).help(said!("package-hash.help")),
        Cause::HashMissing => error(said!("lock-incomplete")).help(said!("lock-incomplete.help")),
        Cause::NoMatch => {
            error(said!("package-for-python")).help(said!("package-for-python.help", python = python))
        }
        Cause::Certificate => error(said!("index-certificate")).help(said!("index-certificate.help")),
        Cause::Refused => error(said!("index-refused")).help(said!("index-refused.help")),
        Cause::Network => error(said!("index-unreachable")).help(said!("index-unreachable.help")),
        Cause::Permission => error(said!("environment-unwritable"))
            .at(Place::path(folder))
            .help(said!("environment-unwritable.help")),
        Cause::NoVenv => no_venv(python).why(why),
        Cause::Unknown => error(said!("environment-not-made")).help(said!("environment-not-made.help")),
    }
}

/// The error for a full disk, when a program says that it met one.
pub(super) fn of_full_disk(output: &str, folder: &Path) -> Option<UserError> {
    (cause(output) == Cause::DiskFull).then(|| disk_full(folder).why(last_lines(output, 1)))
}

/// The interpreter has nothing to make environments with, and there is no uv.
pub(super) fn no_venv(python: &str) -> UserError {
    let install =
        if cfg!(target_os = "linux") { said!("install-venv") } else { said!("install-complete-python") };
    UserError::new(said!("no-venv")).why(said!("no-venv.why", python = python)).help(install)
}

/// The error for a file operation that failed. `what` says what could not be done.
pub(super) fn of_io(error: &io::Error, what: Said, path: &Path) -> UserError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => disk_full(path).why(error.to_string()),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => UserError::new(what)
            .at(Place::path(path))
            .why(error.to_string())
            .help(said!("environment-unwritable.help")),
        _ => UserError::new(what)
            .at(Place::path(path))
            .why(error.to_string())
            .help(said!("again-or-another-folder")),
    }
}

/// The user asked to stop.
pub(super) fn stopped() -> UserError {
    UserError::new(said!("environment-stopped"))
        .why(said!("environment-stopped.why"))
        .help(said!("environment-stopped.help"))
}

fn disk_full(path: &Path) -> UserError {
    UserError::new(said!("disk-full")).at(Place::path(path)).help(said!("disk-full.help"))
}

fn cause(output: &str) -> Cause {
    let output = output.to_lowercase();
    // pip saw versions of the package, just not this one: the index was reached, however often it had to retry.
    if output.contains("(from versions: ") && !output.contains("(from versions: none)") {
        return Cause::NoMatch;
    }
    let known = WORDS.iter().find(|(_, words)| words.iter().any(|word| output.contains(word)));
    known.map_or(Cause::Unknown, |(cause, _)| *cause)
}

/// The last lines that say something, without control characters, each of bounded length.
fn last_lines(output: &str, count: usize) -> String {
    let lines: Vec<String> = output
        .lines()
        .map(|line| line.chars().filter(|character| !character.is_control()).take(200).collect::<String>())
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_installers_say_is_understood() {
        let said = [
            (
                "  cause: dns error\n  cause: failed to lookup address information: Name or service",
                Cause::Network,
            ),
            (
                "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('Failed to establish \
              a new connection: [Errno 111]')'\nERROR: Could not find a version that satisfies the requirement \
              a==1 (from versions: none)\nERROR: No matching distribution found for a==1",
                Cause::Network,
            ),
            (
                "WARNING: Retrying after Connection reset\nERROR: Could not find a version (from versions: 1.0)\n\
              ERROR: No matching distribution found for a==9",
                Cause::NoMatch,
            ),
            (
                "Because iniconfig was not found in the cache\nhint: Packages were unavailable because the network was \
              disabled. No solution found",
                Cause::Network,
            ),
            ("No solution found when resolving dependencies", Cause::NoMatch),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", Cause::HashMismatch),
            ("cause: Hash mismatch for `iniconfig==2.3.1`", Cause::HashMismatch),
            ("In `--require-hashes` mode, all requirements must have a hash", Cause::HashMissing),
            ("OSError: [Errno 28] No space left on device", Cause::DiskFull),
            ("failed to create directory: Permission denied (os error 13)", Cause::Permission),
            ("invalid peer certificate: UnknownIssuer; error sending request", Cause::Certificate),
            ("HTTP status client error (403 Forbidden) for url", Cause::Refused),
            ("thread main panicked", Cause::Unknown),
        ];
        for (words, wanted) in said {
            assert_eq!(cause(words), wanted, "{words}");
        }
    }

    #[test]
    fn last_words_are_bounded_and_harmless() {
        let output = format!("one\n\n\x1b[31mred\x1b[0m\n{}\n", "x".repeat(1000));
        let last = last_lines(&output, 2);
        assert_eq!(last.lines().next(), Some("[31mred[0m"));
        assert_eq!(last.lines().last().map(str::len), Some(200));
    }
}
