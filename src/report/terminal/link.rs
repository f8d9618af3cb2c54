//! Paths that a terminal opens (OSC 8). Whether the terminal knows such links is for the caller to say.

use std::path::Path;

/// The address of the course's folder, to which shown paths are relative.
pub(super) fn root(folder: &Path) -> String {
    let path = folder.to_string_lossy().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", encoded(path.trim_end_matches('/')))
}

/// The address of a path as it is shown, when it is one from the course's folder: `exercises/t/01_a/a.py:3`.
pub(super) fn target(root: &str, shown: &str) -> Option<String> {
    let is_ours = ["exercises/", "old-exercises/", ".prolings/"].iter().any(|top| shown.starts_with(top));
    let is_plain = !shown.contains(|c: char| c.is_whitespace() || c.is_control());
    let path = match shown.rsplit_once(':') {
        Some((path, line)) if line.bytes().all(|byte| byte.is_ascii_digit()) => path,
        _ => shown,
    };
    (is_ours && is_plain).then(|| format!("{root}/{}", encoded(path)))
}

/// The beginning of a link.
pub(super) fn open(address: &str) -> String {
    format!("\u{1b}]8;;{address}\u{1b}\\")
}

/// The end of a link.
pub(super) const CLOSE: &str = "\u{1b}]8;;\u{1b}\\";

/// A path in an address: nothing is left in it that a terminal obeys.
fn encoded(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_paths_become_addresses() {
        let root = root(Path::new("/home/ada/my course"));
        assert_eq!(root, "file:///home/ada/my%20course");
        let address = |shown| target(&root, shown);
        assert_eq!(address("exercises/t/a.py:3"), Some(format!("{root}/exercises/t/a.py")));
        assert_eq!(address("exercises/t/ä.py"), Some(format!("{root}/exercises/t/%C3%A4.py")));
        assert_eq!(address("first_run.py:3"), None);
        assert_eq!(address("/etc/passwd"), None);
    }
}
