//! Programs that were stopped, and files that were not taken.

use super::events::frame;
use super::show_failure;
use prolings::model::limits::Exceeded;
use prolings::model::verdict::Mismatch;

#[test]
fn programs_that_were_stopped() {
    let stack = vec![
        frame("my_meta.py", 20, "<module>", "main()"),
        frame("my_meta.py", 14, "main", "while not done:"),
    ];
    let mismatch = Mismatch::TimedOut { seconds: 10.0, stack: stack.clone(), reading_input: false };
    show_failure("timed_out", "output of my_meta.py", mismatch);
    let mismatch = Mismatch::TimedOut { seconds: 2.5, stack, reading_input: true };
    show_failure("timed_out_reading", "output of my_meta.py", mismatch);
    let mismatch = Mismatch::OutputLimit { limit: 1 << 20, head: "tick\n".repeat(400) };
    show_failure("output_limit", "output of my_meta.py", mismatch);
    let head = format!("{0}\n{0}\n", "x".repeat(1000));
    show_failure("output_limit_wide", "output of my_meta.py", Mismatch::OutputLimit { limit: 65_536, head });
    show_failure("signaled", "output of my_meta.py", Mismatch::Signaled { signal: 11 });
}

#[test]
fn limits_that_were_exceeded() {
    let limits = [
        ("cpu", Exceeded::Cpu(41)),
        ("memory", Exceeded::Memory(512 << 20)),
        ("processes", Exceeded::Processes(64)),
        ("file_size", Exceeded::FileSize(64 << 20)),
        ("files", Exceeded::Files(10_000)),
        ("written", Exceeded::Written(256 << 20)),
    ];
    for (name, limit) in limits {
        show_failure(&format!("limit_{name}"), "output of my_meta.py", Mismatch::LimitExceeded { limit });
    }
}

#[test]
fn a_file_that_was_not_taken() {
    let mismatch = Mismatch::Refused { file: "my_meta.py".into(), why: "is a symbolic link".into() };
    show_failure("refused", "output of my_meta.py", mismatch);
}
