//! The Python programs that run inside a job, embedded so that the binary stands alone.

/// A helper program's file name and text.
#[derive(Debug, Clone, Copy)]
pub struct Helper {
    /// Its file name.
    pub name: &'static str,
    /// Its text.
    pub source: &'static str,
}

/// Runs one pytest file and reports each test.
pub const PYTEST: Helper =
    Helper { name: "prolings_pytest.py", source: include_str!("helpers/prolings_pytest.py") };

/// Calls functions of a module and reports what came of each call.
pub const CASES: Helper =
    Helper { name: "prolings_cases.py", source: include_str!("helpers/prolings_cases.py") };

/// What both of them share.
pub const RECORDS: Helper =
    Helper { name: "prolings_records.py", source: include_str!("helpers/prolings_records.py") };

/// The pytest plugin that reports, and pytest's options.
pub const REPORT: Helper =
    Helper { name: "prolings_report.py", source: include_str!("helpers/prolings_report.py") };

/// Makes the code that learners' tests test importable and not readable.
pub const HIDDEN: Helper =
    Helper { name: "prolings_hidden.py", source: include_str!("helpers/prolings_hidden.py") };

/// The fork server.
pub const FORK: Helper =
    Helper { name: "prolings_fork.py", source: include_str!("helpers/prolings_fork.py") };

/// The fork server's pytest.
pub const WARM_PYTEST: Helper =
    Helper { name: "prolings_warm_pytest.py", source: include_str!("helpers/prolings_warm_pytest.py") };

/// What the fork server and the pool share: becoming the program of a job.
pub const PROGRAM: Helper =
    Helper { name: "prolings_program.py", source: include_str!("helpers/prolings_program.py") };

/// Waits for one job, for systems that cannot fork.
pub const POOL: Helper =
    Helper { name: "prolings_pool.py", source: include_str!("helpers/prolings_pool.py") };

/// Imports what groups preload.
pub const PRELOAD: Helper =
    Helper { name: "prolings_preload.py", source: include_str!("helpers/prolings_preload.py") };

/// Writes the mutants of a file. No job is given it.
pub const MUTATE: Helper =
    Helper { name: "prolings_mutate.py", source: include_str!("helpers/prolings_mutate.py") };

/// Writes the gradebook of a class into a database. No job is given it.
pub const GRADEBOOK: Helper =
    Helper { name: "prolings_gradebook.py", source: include_str!("helpers/prolings_gradebook.py") };

/// Every helper of jobs: they must lie in one folder.
pub const ALL: [Helper; 10] =
    [PYTEST, CASES, RECORDS, REPORT, HIDDEN, FORK, WARM_PYTEST, PROGRAM, POOL, PRELOAD];
