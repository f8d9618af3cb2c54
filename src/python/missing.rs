//! The errors of a discovery that found nothing, with what to install.

use super::interpreter::Refused;
use crate::error::{Place, UserError};
use crate::language::{Said, Value, said};
use crate::model::course::{PythonRange, PythonVersion};

/// The newest Python that is known to run the shipped course: named in advice when the range is open.
const ADVISED: PythonVersion = PythonVersion { major: 3, minor: 13 };

/// The Python that the user named cannot be used.
pub(super) fn explicit_does_not_fit(no: &Refused, range: PythonRange) -> UserError {
    let why = match &no.version {
        Some(version) => {
            said!("named-python.version", version = version, why = &no.why, range = range.to_string())
        }
        None if no.program.exists() => said!("named-python.why", why = &no.why),
        None => said!("named-python.missing"),
    };
    UserError::new(said!("named-python"))
        .at(Place::path(&no.program))
        .why(why)
        .help(said!("named-python.help", advice = advice(range)))
}

/// No candidate can be used.
pub(super) fn nothing_fits(refused: &[Refused], range: PythonRange) -> UserError {
    if refused.is_empty() {
        return UserError::new(said!("no-python"))
            .why(said!("no-python.why", range = range.to_string()))
            .help(advice(range));
    }
    // Each is told below those before it.
    let mut found = Value::from("");
    for Refused { program, version, why } in refused {
        let program = program.display().to_string();
        found = match version {
            Some(version) => {
                said!(
                    "python-refused.version",
                    before = found,
                    program = program,
                    version = version,
                    why = why
                )
            }
            None => said!("python-refused", before = found, program = program, why = why),
        }
        .into();
    }
    UserError::new(said!("no-fitting-python", range = range.to_string()))
        .why(said!("no-fitting-python.why", found = found))
        .help(advice(range))
}

/// How to get a Python of the range, by platform.
fn advice(range: PythonRange) -> Said {
    let version = advised(range);
    let system = if cfg!(windows) {
        Value::from(format!("`winget install Python.Python.{version}`"))
    } else if cfg!(target_os = "macos") {
        Value::from(format!("`brew install python@{version}`"))
    } else {
        said!("install-python.package").into()
    };
    said!("install-python", version = version.to_string(), system = system)
}

fn advised(range: PythonRange) -> PythonVersion {
    match range.below {
        _ if range.contains(ADVISED) => ADVISED,
        Some(PythonVersion { major, minor }) if range.from < ADVISED => {
            PythonVersion { major, minor: minor.saturating_sub(1) }
        }
        _ => range.from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_a_version_in_the_range() {
        let version = |minor| PythonVersion { major: 3, minor };
        let range = |from, below: Option<u8>| PythonRange { from: version(from), below: below.map(version) };
        assert_eq!(advised(range(11, None)), version(13));
        assert_eq!(advised(range(11, Some(13))), version(12));
        assert_eq!(advised(range(14, None)), version(14));
        assert_eq!(advised(range(14, Some(16))), version(14));
    }
}
