//! `prolings progress`: how much is done of each topic.

use std::io::Write;

use serde::Serialize;

use super::workplace::Workplace;
use super::{Context, print_json};
use crate::cli::args;
use crate::error::ExitStatus;
use crate::model::event::Standing;
use crate::model::exercise::Exercise;
use crate::progress::Stage;
use crate::report::terminal::chart::{self, Chart};

#[derive(Serialize)]
struct Progress<'a> {
    course: &'a str,
    standing: &'a Standing,
    topics: Vec<Topic<'a>>,
}

#[derive(Serialize)]
struct Topic<'a> {
    topic: &'a str,
    done: usize,
    total: usize,
    started: usize,
    changed_since_passed: Vec<&'a str>,
}

/// Prints a bar for each topic, or JSON.
pub(super) fn progress(args: &args::Progress, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open_telling(context)?;
    let standing = place.standing();
    let topics: Vec<Topic<'_>> = place
        .course
        .topics
        .iter()
        .filter(|topic| !topic.exercises.is_empty())
        .map(|topic| {
            let at = |stage: Stage| -> Vec<&Exercise> {
                topic.exercises.iter().filter(|exercise| place.stage(exercise) == stage).collect()
            };
            Topic {
                topic: topic.name.as_str(),
                done: at(Stage::Done).len(),
                total: topic.exercises.len(),
                started: at(Stage::Started).len(),
                changed_since_passed: at(Stage::ChangedSincePassed)
                    .into_iter()
                    .map(|exercise| exercise.name.as_str())
                    .collect(),
            }
        })
        .collect();
    if args.json {
        print_json(context, &Progress { course: &place.course.title, standing: &standing, topics })?;
        return Ok(ExitStatus::Success);
    }
    let chart = Chart {
        title: place.course.title.clone(),
        changed: topics
            .iter()
            .flat_map(|topic| &topic.changed_since_passed)
            .map(|name| (*name).to_owned())
            .collect(),
        topics: topics
            .iter()
            .map(|topic| chart::Topic { name: topic.topic.to_owned(), done: topic.done, total: topic.total })
            .collect(),
        standing,
    };
    let mut out = context.out();
    chart::write(&mut out, context.style(), &chart)?;
    out.flush()?;
    Ok(ExitStatus::Success)
}
