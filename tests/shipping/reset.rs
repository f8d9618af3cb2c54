//! `prolings reset` of several exercises.

use super::*;

#[test]
fn a_topic_or_everything_is_reset_with_backups() {
    let desk = Desk::begun();
    let starters = [GREETING, DOUBLING, AREA].map(|file| desk.read(file));
    for file in [GREETING, DOUBLING, AREA] {
        desk.write(file, "# mine\n");
    }
    assert_says(
        &desk.expect(&["reset", "--topic", "t2_second", "--yes"], 0),
        &["area is as it was", "1-area.py"],
    );
    assert_eq!((desk.read(AREA), desk.read(GREETING)), (starters[2].clone(), "# mine\n".to_owned()));
    assert_says(&desk.expect(&["reset", "--all", "--yes"], 0), &["2 exercises are as they were shipped"]);
    assert_eq!([GREETING, DOUBLING, AREA].map(|file| desk.read(file)), starters);
    assert_eq!(desk.read(".prolings/backups/greeting/1-greeting.py"), "# mine\n");
    assert_says(&desk.expect(&["reset", "--all", "--yes"], 0), &["nothing to reset"]);
}

#[test]
fn what_cannot_be_asked_for_is_refused() {
    let desk = Desk::begun();
    desk.write(GREETING, "# mine\n");
    for (args, says) in [
        (&["reset"] as &[&str], "required"),
        (&["reset", "greeting", "--all"], "cannot be used with"),
        (&["reset", "--topic", "t1_frist", "--yes"], "did you mean `t1_first`?"),
        (&["reset", "--all"], "run `prolings reset --all --yes`"),
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert_says(&ran.stderr, &[says]);
    }
    assert_eq!(desk.read(GREETING), "# mine\n");
}
