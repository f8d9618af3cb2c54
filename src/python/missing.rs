//! The errors of a discovery that found nothing, with what to install.

use std::fmt::Write;

use super::interpreter::Refused;
use crate::error::{Place, UserError};
use crate::model::course::{PythonRange, PythonVersion};

/// The newest Python that is known to run the shipped course: named in advice when the range is open.
const ADVISED: PythonVersion = PythonVersion { major: 3, minor: 13 };

/// The Python that the user named cannot be used.
pub(super) fn explicit_does_not_fit(no: &Refused, range: PythonRange) -> UserError {
    let why = match &no.version {
        Some(version) => format!("it is Python {version} ({}); the course needs {range}", no.why),
        None if no.program.exists() => format!("it {}", no.why),
        None => "there is no such program".to_owned(),
    };
    UserError::new("the Python named by --python or PROLINGS_PYTHON cannot be used")
        .at(Place::path(&no.program))
        .why(why)
        .help(format!("name another, or leave the choice to prolings; {}", advice(range)))
}

/// No candidate can be used.
pub(super) fn nothing_fits(refused: &[Refused], range: PythonRange) -> UserError {
    if refused.is_empty() {
        return UserError::new("no Python was found")
            .why(format!(
                "the course runs on Python {range}; PATH, virtual environments, pyenv and uv have none"
            ))
            .help(advice(range));
    }
    let mut why = "found, and not usable:".to_owned();
    for Refused { program, version, why: reason } in refused {
        let version = version.as_ref().map(|version| format!("Python {version}, ")).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(why, "\n{}: {version}{reason}", program.display());
    }
    UserError::new(format!("no Python that runs this course was found: it needs {range}"))
        .why(why)
        .help(advice(range))
}

/// How to get a Python of the range, by platform.
fn advice(range: PythonRange) -> String {
    let version = advised(range);
    let system = if cfg!(windows) {
        format!("`winget install Python.Python.{version}`")
    } else if cfg!(target_os = "macos") {
        format!("`brew install python@{version}`")
    } else {
        "your system's package (Debian, Ubuntu: `sudo apt install python3 python3-venv`; Fedora: `sudo dnf install \
         python3`)"
            .to_owned()
    };
    format!(
        "install Python {version}: {system}, `uv python install {version}`, or https://www.python.org/downloads/; \
         a Python in another place is named with `--python PATH`"
    )
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
