//! Which part of the work is ours: as the user says, or as the service around us does.

use std::env;

use crate::error::UserError;
use crate::language::{Said, Text, said};
use crate::model::grade::Shard;

/// The variable that says of how many parts, where a service tells only which.
const TOTAL: &str = "PROLINGS_SHARDS";

/// The shard that `--shard` means: `2/4`, or `auto` for what the service says.
///
/// # Errors
/// When it means none.
pub(super) fn wanted(text: &str) -> Result<Shard, UserError> {
    if text == "auto" { of_service(&|name| env::var(name).ok()) } else { parse(text) }
}

/// Shards that draw numbers of their own do not belong together.
pub(super) fn without_seed() -> UserError {
    UserError::new(said!("shard-needs-seed"))
        .why(said!("shard-needs-seed.why"))
        .help(said!("shard-needs-seed.help"))
}

fn parse(text: &str) -> Result<Shard, UserError> {
    let numbers = text.split_once('/').and_then(|(index, count)| {
        let number = |text: &str| text.trim().parse::<usize>().ok();
        Some(Shard { index: number(index)?, count: number(count)? })
    });
    numbers.filter(is_sound).ok_or_else(|| {
        UserError::new(said!("shard-unreadable", text = text))
            .why(said!("shard-unreadable.why"))
            .help(said!("shard-unreadable.help"))
    })
}

fn is_sound(shard: &Shard) -> bool {
    (1..=shard.count).contains(&shard.index)
}

/// What a service says: its name, and the shard or what keeps it from being known.
type Answer = (&'static str, Result<Shard, Text>);

fn of_service(variable: &dyn Fn(&str) -> Option<String>) -> Result<Shard, UserError> {
    let services = [gitlab, circle, buildkite, kubernetes, slurm];
    let answers: Vec<Answer> = services.iter().filter_map(|service| service(variable)).collect();
    let error = |what: Said, why: Text| UserError::new(what).why(why).help(said!("shard-unsaid.help"));
    let [(name, shard), others @ ..] = answers.as_slice() else {
        return Err(error(said!("shard-unsaid"), said!("shard-unsaid.why").into()));
    };
    let shard = shard.clone().map_err(|why| error(said!("shard-unclear", service = *name), why))?;
    if let Some((other, _)) = others.iter().find(|(_, other)| other.as_ref() != Ok(&shard)) {
        let both = said!("list", most = *name, last = *other);
        return Err(error(said!("shard-contradicted"), both.into()));
    }
    if is_sound(&shard) {
        return Ok(shard);
    }
    let why = said!("shard-impossible.why", service = *name, shard = shard.to_string());
    Err(error(said!("shard-impossible"), why.into()))
}

type Variables<'v> = &'v dyn Fn(&str) -> Option<String>;

fn gitlab(variable: Variables<'_>) -> Option<Answer> {
    pair("GitLab", variable, "CI_NODE_INDEX", "CI_NODE_TOTAL", 1)
}

fn circle(variable: Variables<'_>) -> Option<Answer> {
    pair("CircleCI", variable, "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0)
}

fn buildkite(variable: Variables<'_>) -> Option<Answer> {
    pair("Buildkite", variable, "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0)
}

/// An Indexed Job tells its pods their index, and not how many they are.
fn kubernetes(variable: Variables<'_>) -> Option<Answer> {
    pair("Kubernetes", variable, "JOB_COMPLETION_INDEX", TOTAL, 0)
}

/// Two variables, the first of which counts from `first`.
fn pair(
    service: &'static str,
    variable: Variables<'_>,
    index: &str,
    total: &str,
    first: usize,
) -> Option<Answer> {
    let given = variable(index).filter(|text| !text.is_empty())?;
    let shard = || {
        let index = number(index, &given)?;
        let count = variable(total).ok_or_else(|| said!("shard-without-total", variable = total))?;
        Ok(Shard { index: (index + 1).saturating_sub(first), count: number(total, &count)? })
    };
    Some((service, shard()))
}

/// The tasks of an array are numbered from anywhere, with even steps.
fn slurm(variable: Variables<'_>) -> Option<Answer> {
    let id = variable("SLURM_ARRAY_TASK_ID").filter(|text| !text.is_empty())?;
    let shard = || {
        let of = |name: &str| {
            let text = variable(name).ok_or_else(|| said!("shard-without-variable", variable = name))?;
            number(name, &text)
        };
        let id = number("SLURM_ARRAY_TASK_ID", &id)?;
        let (least, most) = (of("SLURM_ARRAY_TASK_MIN")?, of("SLURM_ARRAY_TASK_MAX")?);
        let count = of("SLURM_ARRAY_TASK_COUNT")?;
        let step = most.saturating_sub(least).checked_div(count.saturating_sub(1)).unwrap_or(1).max(1);
        let even = least + step * count.saturating_sub(1) == most && (least..=most).contains(&id);
        if !even || (id - least) % step != 0 {
            return Err(said!("shard-uneven", task = id, count = count, first = least, last = most).into());
        }
        Ok(Shard { index: (id - least) / step + 1, count })
    };
    Some(("Slurm", shard()))
}

fn number(name: &str, text: &str) -> Result<usize, Text> {
    let wrong = || said!("shard-no-number", variable = name, text = format!("{text:?}"));
    text.trim().parse().map_err(|_| wrong().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(set: &[(&str, &str)]) -> Result<String, String> {
        let found = of_service(&|name| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        });
        found.map(|shard| shard.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_shard_has_an_index_from_one() {
        assert_eq!(parse("2/4"), Ok(Shard { index: 2, count: 4 }));
        for wrong in ["0/4", "5/4", "2", "a/b", "1/0", "-1/4", ""] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn each_service_counts_in_its_own_way() {
        assert_eq!(with(&[("CI_NODE_INDEX", "1"), ("CI_NODE_TOTAL", "4")]).as_deref(), Ok("1/4"));
        assert_eq!(with(&[("CIRCLE_NODE_INDEX", "0"), ("CIRCLE_NODE_TOTAL", "4")]).as_deref(), Ok("1/4"));
        let buildkite = [("BUILDKITE_PARALLEL_JOB", "3"), ("BUILDKITE_PARALLEL_JOB_COUNT", "4")];
        assert_eq!(with(&buildkite).as_deref(), Ok("4/4"));
        assert_eq!(with(&[("JOB_COMPLETION_INDEX", "2"), (TOTAL, "4")]).as_deref(), Ok("3/4"));
        let slurm = |id, least, most, count| {
            with(&[
                ("SLURM_ARRAY_TASK_ID", id),
                ("SLURM_ARRAY_TASK_MIN", least),
                ("SLURM_ARRAY_TASK_MAX", most),
                ("SLURM_ARRAY_TASK_COUNT", count),
            ])
        };
        assert_eq!(slurm("0", "0", "3", "4").as_deref(), Ok("1/4"));
        assert_eq!(slurm("5", "1", "7", "4").as_deref(), Ok("3/4"));
        assert!(slurm("5", "1", "7", "3").is_err(), "1,5,7 has no even steps");
    }

    #[test]
    fn what_cannot_be_told_is_said() {
        assert!(with(&[]).expect_err("nothing").contains("nothing says"));
        assert!(with(&[("JOB_COMPLETION_INDEX", "2")]).expect_err("no total").contains(TOTAL));
        assert!(
            with(&[("CI_NODE_INDEX", "0"), ("CI_NODE_TOTAL", "4")])
                .expect_err("from 1")
                .contains("no such shard")
        );
        assert!(
            with(&[("CI_NODE_INDEX", "x"), ("CI_NODE_TOTAL", "4")])
                .expect_err("a word")
                .contains("no number")
        );
        let both = [
            ("CI_NODE_INDEX", "1"),
            ("CI_NODE_TOTAL", "4"),
            ("CIRCLE_NODE_INDEX", "2"),
            ("CIRCLE_NODE_TOTAL", "4"),
        ];
        assert!(with(&both).expect_err("two").contains("different things"));
    }
}
