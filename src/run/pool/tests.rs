use super::*;
use crate::model::course::PythonVersion;
use crate::run::fake;

#[test]
fn that_no_interpreter_starts_is_said_once_and_jobs_run_cold() {
    let groups = BTreeSet::new();
    let version = PythonVersion { major: 3, minor: 11 };
    // A Python that ends at once.
    let broken = PathBuf::from("no-such-python");
    let pool =
        Pool::new(Cold::new([(groups.clone(), broken)].into(), version, PathBuf::new()).unsupervised());
    let job = fake::job(groups);
    for _ in 0..2 {
        assert!(matches!(pool.run(&job, &Cancel::default()).ending, Ending::NotRun(_)));
    }
    assert_eq!(pool.served(), 0);
    assert!(matches!(pool.take_remarks().as_slice(), [text] if text.contains("which is slow")));
    assert!(pool.take_remarks().is_empty());
}
