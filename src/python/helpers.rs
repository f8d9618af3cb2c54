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

/// A split run: the tests' side of pytest.
pub const SPLIT_SUITE: Helper =
    Helper { name: "prolings_split_suite.py", source: include_str!("helpers/prolings_split_suite.py") };

/// A split run: asks the learner's half, and decodes what it says.
pub const SPLIT_JUDGE: Helper =
    Helper { name: "prolings_split_judge.py", source: include_str!("helpers/prolings_split_judge.py") };

/// A split run: what the tests' half need not ask twice.
pub const SPLIT_MEMBERS: Helper =
    Helper { name: "prolings_split_members.py", source: include_str!("helpers/prolings_split_members.py") };

/// A split run: what tests see of the learner's code.
pub const SPLIT_STANDIN: Helper =
    Helper { name: "prolings_split_standin.py", source: include_str!("helpers/prolings_split_standin.py") };

/// A split run: what the learner's half may do with the tests' objects.
pub const SPLIT_GIVEN: Helper =
    Helper { name: "prolings_split_given.py", source: include_str!("helpers/prolings_split_given.py") };

/// A split run: the learner's half.
pub const SPLIT_WORKER: Helper =
    Helper { name: "prolings_split_worker.py", source: include_str!("helpers/prolings_split_worker.py") };

/// A split run: the learner's half of what tests await.
pub const SPLIT_AWAITING: Helper =
    Helper { name: "prolings_split_awaiting.py", source: include_str!("helpers/prolings_split_awaiting.py") };

/// A split run: what the learner's code sees of the tests' objects.
pub const SPLIT_GUEST: Helper =
    Helper { name: "prolings_split_guest.py", source: include_str!("helpers/prolings_split_guest.py") };

/// A split run: frames and values.
pub const SPLIT_WIRE: Helper =
    Helper { name: "prolings_split_wire.py", source: include_str!("helpers/prolings_split_wire.py") };

/// A split run: temporary files of both halves.
pub const SPLIT_FILES: Helper =
    Helper { name: "prolings_split_files.py", source: include_str!("helpers/prolings_split_files.py") };

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
pub const ALL: [Helper; 20] = [
    PYTEST,
    CASES,
    RECORDS,
    REPORT,
    HIDDEN,
    SPLIT_SUITE,
    SPLIT_JUDGE,
    SPLIT_MEMBERS,
    SPLIT_STANDIN,
    SPLIT_GIVEN,
    SPLIT_WORKER,
    SPLIT_AWAITING,
    SPLIT_GUEST,
    SPLIT_WIRE,
    SPLIT_FILES,
    FORK,
    WARM_PYTEST,
    PROGRAM,
    POOL,
    PRELOAD,
];
