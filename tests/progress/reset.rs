//! Putting starters back.

use std::fs;

use super::support::Fixture;
use prolings::progress::{Started, reset};

#[test]
fn a_reset_keeps_what_was_written_and_brings_the_starter_back() {
    let fixture = Fixture::new();
    let (starter, part) = (fixture.read("second/second.py"), fixture.read("second/pkg/part.py"));
    let second = fixture.exercise("second");
    assert_eq!(reset(&fixture.root, &second, &fixture.open()).unwrap().len(), 0, "nothing to put back");
    for round in 1..=3 {
        fixture.write("second/second.py", &format!("work {round}\n"));
        fixture.write("second/pkg/part.py", &format!("part {round}\n"));
        let kept = reset(&fixture.root, &second, &fixture.open()).unwrap();
        let backups = fixture.state_file("backups/second");
        let wanted = [format!("{round}-second.py"), format!("{round}-pkg__part.py")];
        assert_eq!(kept, wanted.map(|name| backups.join(name)));
        assert_eq!(fs::read_to_string(&kept[0]).unwrap(), format!("work {round}\n"));
        assert_eq!(fs::read_to_string(&kept[1]).unwrap(), format!("part {round}\n"));
        assert_eq!(fixture.read("second/second.py"), starter);
        assert_eq!(fixture.read("second/pkg/part.py"), part);
        assert_eq!(fixture.started("second"), Started::Pristine);
    }
    assert_eq!(fs::read_to_string(fixture.state_file("backups/second/1-second.py")).unwrap(), "work 1\n");
}

#[test]
fn only_what_differs_is_touched_and_what_is_missing_comes_back() {
    let fixture = Fixture::new();
    let second = fixture.exercise("second");
    fixture.open();
    fs::remove_dir_all(fixture.file("second/pkg")).unwrap();
    assert_eq!(reset(&fixture.root, &second, &fixture.open()).unwrap().len(), 0);
    assert_eq!(fixture.started("second"), Started::Pristine);
    fixture.write("second/pkg/part.py", "mine\n");
    assert_eq!(reset(&fixture.root, &second, &fixture.open()).unwrap().len(), 1);
}

#[test]
fn a_large_file_is_backed_up_whole() {
    let fixture = Fixture::new();
    fixture.open();
    let large = "x".repeat(3 << 20);
    fixture.write("first/first.py", &large);
    assert_eq!(fixture.started("first"), Started::Edited);
    let kept = reset(&fixture.root, &fixture.exercise("first"), &fixture.open()).unwrap();
    assert_eq!(fs::read_to_string(&kept[0]).unwrap(), large);
}

#[test]
fn an_unknown_starter_is_an_error_and_nothing_is_touched() {
    let fixture = Fixture::new();
    fs::remove_file(fixture.file("first/first.py")).unwrap();
    fixture.open();
    let error = reset(&fixture.root, &fixture.exercise("first"), &fixture.open()).unwrap_err();
    assert!(error.to_string().contains("the starter of `first` is not known"), "{error}");
    assert!(!fixture.file("first/first.py").exists());
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_refused_before_anything_is_touched() {
    use std::os::unix::fs::symlink;
    let fixture = Fixture::new();
    fixture.open();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("part.py"), "theirs\n").unwrap();
    let second = fixture.exercise("second");
    fixture.write("second/second.py", "mine\n");

    // The folder is a link, then the file.
    fs::remove_dir_all(fixture.file("second/pkg")).unwrap();
    symlink(outside.path(), fixture.file("second/pkg")).unwrap();
    for _ in 0..2 {
        let error = reset(&fixture.root, &second, &fixture.open()).unwrap_err();
        assert!(error.to_string().contains("it is a symbolic link"), "{error}");
        assert_eq!(fixture.read("second/second.py"), "mine\n");
        assert_eq!(fs::read_to_string(outside.path().join("part.py")).unwrap(), "theirs\n");
        assert!(!fixture.state_file("backups").exists());
        fs::remove_file(fixture.file("second/pkg")).unwrap_or_default();
        let _ = fs::create_dir(fixture.file("second/pkg"));
        let _ = symlink(outside.path().join("part.py"), fixture.file("second/pkg/part.py"));
    }
    fs::remove_file(fixture.file("second/pkg/part.py")).unwrap();
    fs::create_dir(fixture.file("second/pkg/part.py")).unwrap();
    let error = reset(&fixture.root, &second, &fixture.open()).unwrap_err();
    assert!(error.to_string().contains("it is not a regular file"), "{error}");
}

#[cfg(unix)]
#[test]
fn the_backup_keeps_the_permissions_and_so_does_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::new();
    fixture.open();
    fixture.write("first/first.py", "mine\n");
    fs::set_permissions(fixture.file("first/first.py"), fs::Permissions::from_mode(0o755)).unwrap();
    let kept = reset(&fixture.root, &fixture.exercise("first"), &fixture.open()).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&kept[0]), 0o755);
    assert_eq!(mode(&fixture.file("first/first.py")), 0o755);
}
