//! Whole stories of a learner's progress: garbage, crashes, several processes at once, and real git repositories.
//!
//! Child processes are this very test binary, run with a role in the environment ([`role`]).

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]
#![expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
#![expect(clippy::print_stdout, reason = "children tell their test what they did")]

#[path = "progress/support.rs"]
mod support;

#[path = "progress/reset.rs"]
mod reset;
#[path = "progress/starters.rs"]
mod starters;
#[path = "progress/store.rs"]
mod store;

/// Does nothing, unless a test started this binary as a child with a role.
#[test]
fn role() {
    let Ok(role) = std::env::var(support::ROLE) else { return };
    let root = std::path::PathBuf::from(std::env::var_os(support::ROOT).expect("a child has a root"));
    match role.as_str() {
        "count" => store::count(&root),
        "count for ever" => store::count_for_ever(&root),
        "write nowhere" => store::write_nowhere(&root),
        "tell the start" => starters::tell_the_start(&root),
        other => panic!("no such role: {other}"),
    }
}
