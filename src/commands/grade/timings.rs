//! How long things took before, for shards that take the same time: read from an earlier report.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde_json::Value;

use crate::error::{Place, UserError};
use crate::language::{Text, said};

/// Seconds by name: of submissions from a `gradebook.jsonl` or a journal, of exercises from a `json` report.
///
/// # Errors
/// When the file cannot be read, or knows no times.
pub(super) fn read(path: &Path) -> Result<HashMap<String, f64>, UserError> {
    let error = |why: Text| {
        UserError::new(said!("timings-none")).at(Place::path(path)).why(why).help(said!("timings-none.help"))
    };
    let lines = lines(path).map_err(|failure| error(failure.to_string().into()))?;
    let mut found = HashMap::new();
    for value in lines {
        if let Some(name) = value["submission"].as_str()
            && let Some(seconds) = seconds(&value)
        {
            found.insert(name.to_owned(), seconds);
        }
        for result in value["results"].as_array().into_iter().flatten() {
            let checks = result["checks"].as_array().into_iter().flatten();
            if let Some(name) = result["exercise"].as_str() {
                found.entry(name.to_owned()).or_insert_with(|| checks.filter_map(seconds).sum());
            }
        }
    }
    if found.is_empty() { Err(error(said!("timings-none.why").into())) } else { Ok(found) }
}

fn lines(path: &Path) -> io::Result<Vec<Value>> {
    let mut values = Vec::new();
    for line in BufReader::new(File::open(path)?).lines() {
        // The last line of a journal may be torn.
        if let Ok(value) = serde_json::from_str(&line?) {
            values.push(value);
        }
    }
    Ok(values)
}

fn seconds(value: &Value) -> Option<f64> {
    value["seconds"].as_f64().filter(|seconds| seconds.is_finite() && *seconds >= 0.0)
}
