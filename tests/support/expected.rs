//! What must come of each exercise of the fixture course `endings`: declared once, used by every test.

/// An exercise and what must come of it.
pub struct Expected {
    pub exercise: &'static str,
    pub folder: &'static str,
    /// `passed`, `failed`, `fault` or `skipped`.
    pub status: &'static str,
    /// The kinds of its mismatches, in order.
    pub kinds: &'static [&'static str],
    /// Words that its screen must hold.
    pub screen: &'static [&'static str],
}

const fn row(
    exercise: &'static str,
    folder: &'static str,
    status: &'static str,
    kinds: &'static [&'static str],
    screen: &'static [&'static str],
) -> Expected {
    Expected { exercise, folder, status, kinds, screen }
}

pub const ENDINGS: &[Expected] = &[
    row("passes", "t1_scripts/01_passes", "passed", &[], &["passed"]),
    row("passes_untidily", "t1_scripts/02_passes_untidily", "passed", &[], &["forgiven"]),
    row("wrong_output", "t1_scripts/03_wrong_output", "failed", &["output"], &["- world", "+ wurld"]),
    row("prints_nothing", "t1_scripts/04_prints_nothing", "failed", &["output"], &["prints nothing"]),
    row("raises", "t1_scripts/05_raises", "failed", &["raised"], &["AttributeError", "main.py:2 in shout"]),
    row("syntax_error", "t1_scripts/06_syntax_error", "failed", &["syntax"], &["main.py", "line 2", "^"]),
    row(
        "infinite_loop",
        "t1_scripts/07_infinite_loop",
        "failed",
        &["timed_out"],
        &["still running after 2 s", "in wait_for_ever"],
    ),
    row("floods", "t1_scripts/08_floods", "failed", &["output_limit"], &["more than 64 KiB"]),
    row("reads_input", "t1_scripts/09_reads_input", "failed", &["raised"], &["no input is given"]),
    row("exits_early", "t1_scripts/10_exits_early", "failed", &["output"], &["- world"]),
    row("exits_hard", "t1_scripts/11_exits_hard", "failed", &["output"], &["prints nothing"]),
    row("exits_with_three", "t1_scripts/12_exits_with_three", "failed", &["exit_code"], &["exit code", "3"]),
    row("not_utf8", "t1_scripts/13_not_utf8", "failed", &["output"], &["w\\xf6rld"]),
    row("file_not_utf8", "t1_scripts/14_file_not_utf8", "failed", &["syntax"], &["main.py", "line 2"]),
    row(
        "terminal_escapes",
        "t1_scripts/15_terminal_escapes",
        "failed",
        &["output"],
        &["␛[2J␛[31mhello␛[0m␇"],
    ),
    row("leaves_a_child", "t1_scripts/16_leaves_a_child", "passed", &[], &["left running"]),
    row("missing_import", "t1_scripts/17_missing_import", "failed", &["import"], &["hello_world_package"]),
    row("killed", "t1_scripts/18_killed", "failed", &["signaled"], &["SIGKILL"]),
    row(
        "needs_what_nobody_has",
        "t1_scripts/19_needs_what_nobody_has",
        "skipped",
        &[],
        &["no-such-program-anywhere"],
    ),
    row("suite_passes", "t2_pytest/01_suite_passes", "passed", &[], &["passed"]),
    row("suite_fails_one", "t2_pytest/02_suite_fails_one", "failed", &["test"], &["'abab'", "doubling ab"]),
    row(
        "suite_raises",
        "t2_pytest/03_suite_raises",
        "failed",
        &["test", "test"],
        &["NameError", "main.py:2 in double"],
    ),
    row(
        "suite_syntax_error",
        "t2_pytest/04_suite_syntax_error",
        "failed",
        &["syntax"],
        &["main.py", "line 1", "^"],
    ),
    row(
        "suite_lacks_the_name",
        "t2_pytest/05_suite_lacks_the_name",
        "failed",
        &["import"],
        &["`double` is missing"],
    ),
    row(
        "suite_raises_at_import",
        "t2_pytest/06_suite_raises_at_import",
        "failed",
        &["raised"],
        &["KeyError: 'limit'"],
    ),
    row(
        "suite_exits_at_import",
        "t2_pytest/07_suite_exits_at_import",
        "failed",
        &["tests_missing", "raised"],
        &["did not run to the end", "sys.exit(0)"],
    ),
    row(
        "suite_exits_hard_at_import",
        "t2_pytest/08_suite_exits_hard_at_import",
        "failed",
        &["tests_missing"],
        &["did not run to the end"],
    ),
    row(
        "suite_exits_hard_in_a_test",
        "t2_pytest/09_suite_exits_hard_in_a_test",
        "failed",
        &["tests_missing"],
        &["did not run to the end"],
    ),
    row(
        "suite_loops",
        "t2_pytest/10_suite_loops",
        "failed",
        &["timed_out"],
        &["still running after 4 s", "in double"],
    ),
    row("suite_has_no_tests", "t2_pytest/11_suite_has_no_tests", "fault", &[], &["not your mistake"]),
    row(
        "suite_has_a_stale_lock",
        "t2_pytest/12_suite_has_a_stale_lock",
        "fault",
        &[],
        &["prolings dev bless"],
    ),
    row(
        "suite_is_skipped_by_the_learner",
        "t2_pytest/13_suite_is_skipped_by_the_learner",
        "failed",
        &["raised"],
        &["main.py:3"],
    ),
    row(
        "suite_skips_from_inside",
        "t2_pytest/14_suite_skips_from_inside",
        "failed",
        &["test", "test"],
        &["Skipped: not today", "main.py:5 in double"],
    ),
    row("calls_pass", "t3_cases/01_calls_pass", "passed", &[], &["passed"]),
    row("calls_wrong_type", "t3_cases/02_calls_wrong_type", "failed", &["call"], &["area(2, 3)", "6.0"]),
    row("calls_do_not_raise", "t3_cases/03_calls_do_not_raise", "failed", &["call"], &["raises ValueError"]),
    row(
        "calls_lack_a_function",
        "t3_cases/04_calls_lack_a_function",
        "failed",
        &["call"],
        &["corners(count=2)"],
    ),
    row(
        "second_check_fails",
        "t4_several/01_second_check_fails",
        "failed",
        &["test"],
        &["double(2) must be 4"],
    ),
];
