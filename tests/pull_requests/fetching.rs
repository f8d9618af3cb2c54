//! `fetch.py`: what is refused, and how files come over.

use std::fs;
use std::path::Path;

use crate::runner::{Forked, commands, git};
use crate::support::AREA;

#[test]
fn what_is_not_a_pull_request_is_refused() {
    let forked = Forked::new();
    let head = forked.pull_request(1);
    let wrong: [(&[(&str, &str)], &str); 6] = [
        (&[], "must be a number"),
        (&[("PULL_REQUEST", "1/../2")], "must be a number"),
        (&[("PULL_REQUEST", "--upload-pack=x")], "must be a number"),
        (&[("PULL_REQUEST", "1"), ("COMMIT", "main")], "must be a whole commit id"),
        (&[("PULL_REQUEST", "9")], "git fetch failed"),
        (&[("PULL_REQUEST", "1"), ("COMMIT", &"a".repeat(40))], "has moved on"),
    ];
    for (variables, why) in wrong {
        let step = forked.job().python("fetch.py", &[], variables);
        assert_eq!(step.code, Some(1), "{variables:?}: {step:#?}");
        assert!(step.outputs.is_empty(), "{step:#?}");
        let said = commands(&step.log);
        assert_eq!(said.len(), 1, "{step:#?}");
        assert!(said[0].starts_with("::error title=prolings::") && said[0].contains(why), "{why}: {step:#?}");
    }
    let step = forked.job().python("fetch.py", &[], &[("PULL_REQUEST", "1"), ("COMMIT", &head)]);
    assert_eq!(step.code, Some(0), "{step:#?}");
}

#[test]
fn files_come_as_they_are_and_links_lead_nowhere() {
    let forked = Forked::new();
    // Would change what is checked out.
    forked.put(".gitattributes", "*.py text eol=crlf\n");
    let folder = Path::new(AREA).parent().expect("a folder");
    let place = |name: &str| folder.join(name).display().to_string();
    forked.put(AREA, "x = 'mine'\n");
    forked.put(&place("large.py"), &"x".repeat(2 << 20));
    forked.put(&place("Ünïcode name.py"), "y = 2\n");
    forked.put("elsewhere/file.py", "");
    std::os::unix::fs::symlink("/etc", forked.fork.path().join(place("linked"))).expect("a link");
    let head = forked.pull_request(1);
    let job = forked.job();
    let step = job.python("fetch.py", &[], &[("PULL_REQUEST", "1")]);
    let submission = Path::new(&step.outputs["submission"]);
    let read = |file: &str| fs::read_to_string(submission.join(file)).expect("a file");
    assert_eq!(read(AREA), "x = 'mine'\n");
    assert_eq!(read(&place("Ünïcode name.py")), "y = 2\n");
    let large = fs::metadata(submission.join(place("large.py"))).expect("a file").len();
    assert_eq!(large, (1 << 20) + 1, "too large for a job, and no larger");
    let link = fs::read_link(submission.join(place("linked"))).expect("a link");
    assert_eq!(link, Path::new("nowhere"));
    assert!(!submission.join("elsewhere").exists(), "only what grading looks at");
    assert_eq!(git(submission, &["rev-parse", "HEAD"]), head);
    // The checkout is as it was.
    assert_eq!(git(forked.checkout.path(), &["status", "--porcelain"]), "");
}

#[test]
fn the_token_is_given_to_git_alone() {
    let forked = Forked::new();
    forked.pull_request(1);
    let step = forked.job().python("fetch.py", &[], &[("PULL_REQUEST", "1"), ("TOKEN", "secret-token")]);
    assert_eq!(step.code, Some(0), "{step:#?}");
    assert!(!step.log.contains("secret-token"), "{step:#?}");
    let kept = fs::read_to_string(forked.checkout.path().join(".git/config")).expect("git's settings");
    assert!(!kept.contains("extraheader") && !kept.contains("AUTHORIZATION"), "{kept}");
}
