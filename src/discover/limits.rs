//! `limits:` of a course or an exercise: times and sizes with units, within reason.

use std::time::Duration;

use super::fields::Fields;
use super::manifest::{Node, Value};
use super::shape::{Kind, Shape, key};
use super::source::{Source, quoted, shorten};
use crate::error::did_you_mean;
use crate::language::{Said, Text, said};
use crate::model::limits::{ByteSize, Limits, Network};

pub(super) const SHAPE: Shape = Shape {
    what: || said!("the-limits"),
    keys: &[
        key("time", "time: 5s", Kind::Quantity(TIME_UNITS), "wall time of a check"),
        key("cpu", "cpu: 20s", Kind::Quantity(TIME_UNITS), "processor time of all processes of a check"),
        key("memory", "memory: 512MiB", Kind::Quantity(SIZE_UNITS), "memory of each process"),
        key("processes", "processes: 64", Kind::Whole(1, PROCESSES), "processes and threads at once"),
        key("output", "output: 1MiB", Kind::Quantity(SIZE_UNITS), "bytes on each of the two streams"),
        key(
            "open_files",
            "open_files: 512",
            Kind::Whole(OPEN_FILES.0, OPEN_FILES.1),
            "open files of each process",
        ),
        key(
            "file_size",
            "file_size: 64MiB",
            Kind::Quantity(SIZE_UNITS),
            "the largest file that may be written",
        ),
        key("written", "written: 256MiB", Kind::Quantity(SIZE_UNITS), "all that may be written"),
        key("files", "files: 10000", Kind::Whole(FILES.0, FILES.1), "files and folders that may be made"),
        key("network", "network: none", Kind::Choice(&["none", "loopback"]), "the network that may be used"),
        key("cores", "cores: 2", Kind::Whole(1, CORES), "cores that may be busy at once"),
    ],
};

/// Units of time, in milliseconds.
const TIME_UNITS: &[(&str, u64)] = &[("ms", 1), ("s", 1000), ("m", 60_000)];
/// Units of size, in bytes.
const SIZE_UNITS: &[(&str, u64)] = &[("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)];

/// Shortest and longest time of a job, in milliseconds: Python does not start in less, nobody waits for more.
const TIME: (u64, u64) = (50, 600_000);
/// Least and most processor time: the kernel counts seconds, and no job has more cores than this is for.
const CPU: (u64, u64) = (1000, 64 * 600_000);
/// Least and most memory: Python alone needs the least.
const MEMORY: (u64, u64) = (32 << 20, 64 << 30);
/// Least and most output.
const OUTPUT: (u64, u64) = (1, 256 << 20);
/// Least and most open files: Python and pytest need the least.
const OPEN_FILES: (u32, u32) = (32, 65_536);
/// Least and most for one file, and for all that is written: the exercise's own files lie in the same folder.
const FILE_SIZE: (u64, u64) = (1 << 10, 16 << 30);
const WRITTEN: (u64, u64) = (1 << 20, 64 << 30);
/// Least and most files and folders.
const FILES: (u32, u32) = (100, 1_000_000);
/// Most processes and threads, and most cores.
const PROCESSES: u32 = 4096;
const CORES: u32 = 64;

/// Reads `limits:`; what is not given stays as in `base`.
pub(super) fn read(source: &Source, node: &Node, base: Limits) -> Limits {
    let Some(fields) = Fields::open(source, node, &SHAPE) else { return base };
    let networks = [("none", Network::None), ("loopback", Network::Loopback)];
    let time = |name, bounds| {
        let show = |ms| Duration::from_millis(ms).as_secs_f64().to_string() + "s";
        quantity(&fields, name, TIME_UNITS, bounds, show).map(Duration::from_millis)
    };
    let bytes = |name, bounds| quantity(&fields, name, SIZE_UNITS, bounds, size).map(ByteSize);
    Limits {
        time: time("time", TIME).unwrap_or(base.time),
        cpu: time("cpu", CPU).or(base.cpu),
        memory: bytes("memory", MEMORY).unwrap_or(base.memory),
        processes: fields.whole("processes", 1, PROCESSES).unwrap_or(base.processes),
        output: bytes("output", OUTPUT).unwrap_or(base.output),
        open_files: fields.whole("open_files", OPEN_FILES.0, OPEN_FILES.1).unwrap_or(base.open_files),
        file_size: bytes("file_size", FILE_SIZE).unwrap_or(base.file_size),
        written: bytes("written", WRITTEN).unwrap_or(base.written),
        files: fields.whole("files", FILES.0, FILES.1).unwrap_or(base.files),
        network: fields.choice("network", &networks).unwrap_or(base.network),
        cores: fields.whole("cores", 1, CORES).unwrap_or(base.cores),
    }
}

fn size(bytes: u64) -> String {
    ByteSize(bytes).to_string().replace(' ', "")
}

/// A number with a unit, within bounds.
fn quantity(
    fields: &Fields<'_>,
    name: &str,
    units: &[(&str, u64)],
    (least, most): (u64, u64),
    show: impl Fn(u64) -> String,
) -> Option<u64> {
    let node = fields.node(name)?;
    let label = fields.label(name);
    let names = || units.iter().map(|(unit, _)| *unit);
    if let Value::Int(number) = &node.value {
        let what = said!("no-unit", name = name, number = shorten(number));
        let why = said!("no-unit.why", units = quoted(names()));
        fields.source.report(node.id, what, why, said!("no-unit.help", example = label.example));
        return None;
    }
    let text = fields.source.text(node, label)?.trim();
    let report = |what: Said, why: Said, help: Text| fields.source.report(node.id, what, why, help);
    let split = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = (&text[..split], text[split..].trim());
    let Some((_, factor)) = units.iter().find(|(known, _)| *known == unit) else {
        let what = said!("unknown-unit", name = name, text = shorten(text));
        let why = said!("unknown-unit.why", units = quoted(names()));
        report(what, why, unit_help(unit, names, label.like()));
        return None;
    };
    let Some(value) = scaled(number, *factor) else {
        let what = said!("no-number-with-unit", name = name, text = shorten(text));
        let why = said!("no-number-with-unit.why", number = shorten(number));
        report(what, why, label.like().into());
        return None;
    };
    if !(least..=most).contains(&value) {
        let what = if value < least {
            said!("too-small", name = name, text = shorten(text))
        } else {
            said!("too-large", name = name, text = shorten(text))
        };
        let why = said!("out-of-bounds.why", least = show(least), most = show(most));
        report(what, why, label.like().into());
        return None;
    }
    Some(value)
}

/// `MB` and `sec` are no spelling mistakes, but their meaning is clear.
fn unit_help<'a, I: Iterator<Item = &'a str>>(
    unit: &str,
    known: impl Fn() -> I,
    otherwise: impl Into<Text>,
) -> Text {
    let lower = unit.to_lowercase();
    let start = lower.get(..1).unwrap_or_default();
    let same_start = || known().filter(|name| name.to_lowercase().starts_with(start)).last();
    let meant = known()
        .find(|name| name.to_lowercase() == lower)
        .or_else(|| (!start.is_empty()).then(same_start).flatten());
    meant.map_or_else(
        || did_you_mean(unit, known(), otherwise),
        |name| said!("did-you-mean", name = name).into(),
    )
}

/// `1.5` times 1000 is 1500, without a detour over floats for whole numbers.
fn scaled(number: &str, factor: u64) -> Option<u64> {
    if let Ok(whole) = number.parse::<u64>() {
        return whole.checked_mul(factor);
    }
    let value = number.parse::<f64>().ok()? * factor as f64;
    (value.is_finite() && value < u64::MAX as f64).then_some(value.round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_scale_exactly_and_never_overflow() {
        assert_eq!(scaled("1.5", 1000), Some(1500));
        assert_eq!(scaled("5", 1000), Some(5000));
        assert_eq!(scaled("99999999999999999999", 1000), None);
        assert_eq!(scaled("18446744073709551615", 1000), None);
        assert_eq!(scaled("1.2.3", 1), None);
        assert_eq!(scaled("", 1), None);
    }

    #[test]
    fn units_of_other_habits_are_understood_in_the_help() {
        let sizes = || SIZE_UNITS.iter().map(|(unit, _)| *unit);
        let times = || TIME_UNITS.iter().map(|(unit, _)| *unit);
        assert_eq!(unit_help("MB", sizes, ""), "did you mean `MiB`?");
        assert_eq!(unit_help("mib", sizes, ""), "did you mean `MiB`?");
        assert_eq!(unit_help("sec", times, ""), "did you mean `s`?");
        assert_eq!(unit_help("min", times, ""), "did you mean `m`?");
        assert_eq!(unit_help("", times, "x"), "x");
        assert_eq!(unit_help("héé", times, "x"), "x");
    }
}
