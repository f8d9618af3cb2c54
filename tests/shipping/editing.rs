//! `prolings edit`, and what `init` writes for editors.

use super::*;

/// A command line that notes the names of the files that it is given.
fn noting(desk: &Desk) -> String {
    format!("printf '%s\\n' >'{}'", desk.folder.path().join("opened").display())
}

fn opened(desk: &Desk) -> String {
    fs::read_to_string(desk.folder.path().join("opened")).unwrap_or_default()
}

/// prolings in no editor's terminal and no pane.
fn edit(desk: &Desk, args: &[&str], editor: Option<&str>) -> Ran {
    let mut command = prolings(&desk.learner());
    for name in
        ["VISUAL", "EDITOR", "TMUX", "ZELLIJ", "TERM_PROGRAM", "TERMINAL_EMULATOR", "PROLINGS_EDIT_CMD"]
    {
        command.env_remove(name);
    }
    if let Some(editor) = editor {
        command.env("EDITOR", editor);
    }
    run(command.args(args))
}

#[cfg(unix)]
#[test]
fn the_current_exercise_or_the_named_one_is_opened() {
    let desk = Desk::begun();
    assert_eq!(edit(&desk, &["edit"], Some(&noting(&desk))).code, Some(0));
    assert!(opened(&desk).ends_with("greeting.py\n"), "{}", opened(&desk));
    assert_eq!(edit(&desk, &["edit", "area", "--edit-cmd", &noting(&desk)], Some("false")).code, Some(0));
    assert!(opened(&desk).ends_with("area.py\n"), "{}", opened(&desk));
}

#[test]
fn no_editor_and_one_that_fails_say_what_to_do() {
    let desk = Desk::begun();
    let ran = edit(&desk, &["edit"], None);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["no editor is known", "--edit-cmd", GREETING]);
    let ran = edit(&desk, &["edit", "--edit-cmd", "no-such-editor-anywhere"], None);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["the editor"]);
}

#[test]
fn editors_are_led_to_the_environment_of_the_exercise() {
    let desk = Desk::begun();
    let settings = desk.read(".vscode/settings.json");
    assert_says(&settings, &["${workspaceFolder}/.prolings/venv/"]);
    let pyright: serde_json::Value = serde_json::from_str(&desk.read("pyrightconfig.json")).unwrap();
    assert_eq!((&pyright["venvPath"], &pyright["venv"]), (&".prolings".into(), &"venv".into()));
    assert_says(&desk.read("ruff.toml"), &["target-version = \"py311\""]);
    desk.expect(&["check", "greeting"], 1);
    let python = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    assert!(desk.has(&format!(".prolings/venv/{python}")), "the place leads nowhere");
}

#[test]
fn no_configuration_of_the_learner_is_read_by_a_check() {
    let desk = Desk::begun();
    fs::write(
        desk.learner().join(DOUBLING),
        fs::read(desk.course(1).join(DOUBLING.replacen("exercises", "solutions", 1))).unwrap(),
    )
    .unwrap();
    for (file, text) in [
        ("conftest.py", "raise SystemExit(3)\n"),
        ("pytest.ini", "[pytest]\naddopts = --no-such-option\n"),
        ("ruff.toml", "broken = \n"),
        ("pyrightconfig.json", "{"),
        (".vscode/settings.json", "{"),
    ] {
        desk.write(file, text);
    }
    desk.expect(&["check", "doubling"], 0);
}
