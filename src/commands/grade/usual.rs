//! The reports that are written where nobody named one: what the CI service around us reads.

use std::env;

/// Reports as `--report` takes them, by the service's own variables. None outside of a service that is known.
pub(super) fn reports() -> Vec<String> {
    wanted(&|name| env::var(name).ok().filter(|value| !value.is_empty()))
}

fn wanted(variable: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    if variable("GITHUB_ACTIONS").is_some_and(|value| value == "true") {
        // Annotations go to standard output either way.
        let summary = variable("GITHUB_STEP_SUMMARY").unwrap_or_else(|| "/dev/null".to_owned());
        return vec![format!("github={summary}")];
    }
    // These collect JUnit files that a job's configuration names.
    let collects = ["GITLAB_CI", "JENKINS_URL", "CIRCLECI", "BUILDKITE", "TF_BUILD"];
    if collects.iter().any(|name| variable(name).is_some()) {
        return vec!["junit=prolings-junit.xml".to_owned()];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(set: &[(&str, &str)]) -> Vec<String> {
        wanted(&|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn each_service_gets_what_it_reads() {
        assert_eq!(with(&[]), Vec::<String>::new());
        let github = with(&[("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", "/tmp/summary")]);
        assert_eq!(github, ["github=/tmp/summary"]);
        assert_eq!(with(&[("GITLAB_CI", "true")]), ["junit=prolings-junit.xml"]);
    }
}
