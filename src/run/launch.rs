//! How a job's program is started: command line and environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::language::said;
use crate::model::job::{Circumstances, Job, Program};
use crate::python::helpers;

use super::sandbox::Policy;
#[cfg(unix)]
use super::split;
use super::staging::{Staging, StagingError};

/// In a command line: replaced by the place where records go (`fd:5`, `file:/…`).
pub(crate) const RECORDS: &str = "{records}";

/// A program ready to be started.
#[derive(Debug)]
pub(crate) struct Launch {
    /// Program and arguments; [`RECORDS`] stands where the channel goes.
    pub(crate) argv: Vec<OsString>,
    /// The whole environment.
    pub(crate) env: Vec<(OsString, OsString)>,
    /// Standard input.
    pub(crate) stdin: Stdin,
    /// Folders that it may fill.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix looks at them"))]
    pub(crate) own: Vec<PathBuf>,
    /// What it may do; anything without one.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Linux has a sandbox"))]
    pub(crate) policy: Option<Policy>,
}

/// What a program reads as its standard input.
#[derive(Debug, Default)]
pub(crate) enum Stdin {
    #[default]
    Nothing,
    File(PathBuf),
    /// The other half of a split run.
    #[cfg(unix)]
    Link(std::os::fd::OwnedFd),
}

impl Stdin {
    /// Takes it out.
    pub(crate) fn take(&mut self) -> Self {
        std::mem::take(self)
    }
}

impl Launch {
    /// How `program` is started with the Python at `python`, staged in `staging`.
    pub(crate) fn of(program: &Program, python: &Path, staging: &Staging) -> Result<Self, StagingError> {
        let mut argv: Vec<OsString> = Vec::new();
        let mut stdin = Stdin::Nothing;
        match program {
            Program::Script { script, args, stdin: bytes } => {
                argv.extend(interpreter(python));
                argv.push(script.under(Path::new("")).into());
                argv.extend(args.iter().map(OsString::from));
                if !bytes.is_empty() {
                    stdin = Stdin::File(staging.write_stdin(bytes)?);
                }
            }
            Program::Pytest { file, hidden, apart: _ } => {
                argv.extend(helper(python, staging, helpers::PYTEST)?);
                argv.push(staging.empty_ini().into());
                argv.push(file.under(Path::new("")).into());
                argv.extend(hidden.iter().map(|file| file.as_str().into()));
            }
            Program::Cases { module, calls } => {
                argv.extend(helper(python, staging, helpers::CASES)?);
                argv.push(module.as_str().into());
                let calls = serde_json::to_vec(calls)
                    .map_err(|error| StagingError::Broken(error.to_string().into()))?;
                stdin = Stdin::File(staging.write_stdin(&calls)?);
            }
            Program::Tool { command } => argv.extend(tool(python, command)?),
        }
        let env = environment(python, &staging.home(), &staging.tmp());
        Ok(Self { argv, env, stdin, own: staging.own(), policy: None })
    }

    /// How pytest is started in a split run, staged in `staging`; the learner's half is in `learners`.
    #[cfg(unix)]
    pub(crate) fn judging(
        program: &Program,
        python: &Path,
        staging: &Staging,
        learners: &Staging,
    ) -> Result<Self, StagingError> {
        let mut launch = Self::of(program, python, staging)?;
        if let Program::Pytest { apart: Some(apart), .. } = program {
            launch.argv.push(split::flag(apart, &learners.tmp()).into());
        }
        Ok(launch)
    }

    /// How the learner's half of a split run is started, staged in `staging`; the tests are in `judges`.
    #[cfg(unix)]
    pub(crate) fn learning(python: &Path, staging: &Staging, judges: &Staging) -> Result<Self, StagingError> {
        staging.write_tools()?;
        let mut argv: Vec<OsString> = interpreter(python).into();
        argv.push(staging.tools().join(helpers::SPLIT_WORKER.name).into());
        argv.push(judges.tmp().into());
        let env = environment(python, &staging.home(), &staging.tmp());
        Ok(Self { argv, env, stdin: Stdin::Nothing, own: staging.own(), policy: None })
    }

    /// The same program under a job's circumstances; the folder is the staging's business.
    pub(crate) fn under(mut self, job: &Job) -> Self {
        let Circumstances { hash_seed, locale, time_zone, folder: _, shuffle } = &job.circumstances;
        for (name, value) in &mut self.env {
            match name.to_str() {
                Some("PYTHONHASHSEED") => *value = hash_seed.to_string().into(),
                Some("LANG" | "LC_ALL") => *value = locale.into(),
                Some("TZ") => *value = time_zone.into(),
                _ => {}
            }
        }
        let is_pytest = self.argv.iter().any(|word| word.to_string_lossy().ends_with(helpers::PYTEST.name));
        if let (Some(seed), true) = (shuffle, is_pytest) {
            self.argv.push(format!("--shuffle={seed}").into());
        }
        self
    }
}

/// No user site, no bytecode written, stacks on a fatal signal.
pub(crate) fn interpreter(python: &Path) -> [OsString; 5] {
    [python.into(), "-s".into(), "-B".into(), "-X".into(), "faulthandler".into()]
}

/// A helper of ours; it takes its own folder off `sys.path` before the learner's code comes.
fn helper(python: &Path, staging: &Staging, helper: helpers::Helper) -> Result<Vec<OsString>, StagingError> {
    staging.write_tools()?;
    let mut argv: Vec<OsString> = interpreter(python).into();
    argv.push(staging.tools().join(helper.name).into());
    argv.push(RECORDS.into());
    Ok(argv)
}

fn tool(python: &Path, command: &[String]) -> Result<Vec<OsString>, StagingError> {
    let Some((name, args)) = command.split_first() else {
        return Err(StagingError::Broken(said!("tool-unnamed").into()));
    };
    let folder = python.parent().unwrap_or(Path::new(""));
    let suffix = std::env::consts::EXE_SUFFIX;
    let program = folder.join(format!("{name}{suffix}"));
    if !program.is_file() {
        return Err(StagingError::Broken(said!("tool-missing", name = name).into()));
    }
    Ok([OsString::from(program)].into_iter().chain(args.iter().map(OsString::from)).collect())
}

/// The same for everyone: nothing of the user's environment reaches a job.
pub(crate) fn environment(python: &Path, home: &Path, tmp: &Path) -> Vec<(OsString, OsString)> {
    let bin = python.parent().unwrap_or(Path::new("")).to_path_buf();
    let mut path = vec![bin.clone()];
    path.extend(system_path());
    let mut env: Vec<(OsString, OsString)> = vec![
        ("PATH".into(), std::env::join_paths(path).unwrap_or_default()),
        ("HOME".into(), home.into()),
        ("TMPDIR".into(), tmp.into()),
        ("VIRTUAL_ENV".into(), bin.parent().unwrap_or(&bin).into()),
    ];
    let fixed = [
        ("LANG", "C.UTF-8"),
        ("LC_ALL", "C.UTF-8"),
        ("TZ", "UTC"),
        ("TERM", "dumb"),
        ("COLUMNS", "80"),
        ("LINES", "24"),
        ("NO_COLOR", "1"),
        // Numeric libraries would start a thread for each core: more than a job's share, and nothing can be forked then.
        ("OMP_NUM_THREADS", "1"),
        ("OPENBLAS_NUM_THREADS", "1"),
        ("MKL_NUM_THREADS", "1"),
        ("NUMEXPR_NUM_THREADS", "1"),
        ("VECLIB_MAXIMUM_THREADS", "1"),
        ("PYTHONHASHSEED", "0"),
        ("PYTHONUTF8", "1"),
        ("PYTHONNOUSERSITE", "1"),
        ("PYTHONDONTWRITEBYTECODE", "1"),
        ("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1"),
    ];
    env.extend(fixed.map(|(name, value)| (name.into(), value.into())));
    env.extend(platform_variables(home, tmp));
    env
}

#[cfg(unix)]
fn system_path() -> Vec<PathBuf> {
    ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin", "/opt/homebrew/bin"]
        .map(PathBuf::from)
        .to_vec()
}

#[cfg(unix)]
fn platform_variables(_: &Path, _: &Path) -> Vec<(OsString, OsString)> {
    Vec::new()
}

/// Windows programs do not start without these.
#[cfg(windows)]
fn platform_variables(home: &Path, tmp: &Path) -> Vec<(OsString, OsString)> {
    let kept = ["SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "WINDIR", "NUMBER_OF_PROCESSORS"];
    let mut env: Vec<(OsString, OsString)> =
        kept.iter().filter_map(|name| Some((name.into(), std::env::var_os(name)?))).collect();
    for (name, folder) in [("USERPROFILE", home), ("TEMP", tmp), ("TMP", tmp)] {
        env.push((name.into(), folder.into()));
    }
    env
}

#[cfg(windows)]
fn system_path() -> Vec<PathBuf> {
    let root = PathBuf::from(std::env::var_os("SYSTEMROOT").unwrap_or_else(|| "C:\\Windows".into()));
    vec![root.join("System32"), root]
}
