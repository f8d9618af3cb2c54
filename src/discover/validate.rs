//! What can only be judged over the whole course: names that must be unique, names that must exist, order.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::exercise_file::Draft;
use super::source::{quoted, shorten};
use super::walk::ExerciseFolder;
use crate::error::{Place, UserError, did_you_mean};
use crate::language::said;
use crate::model::names::ExerciseName;

/// Exercise names that stand for two folders.
pub(super) fn unique_names(folders: &[&ExerciseFolder], errors: &mut Vec<UserError>) {
    let mut first: HashMap<&str, &ExerciseFolder> = HashMap::new();
    for found in folders {
        let Some(other) = first.get(found.name.as_str()) else {
            first.insert(found.name.as_str(), found);
            continue;
        };
        let there = format!("exercises/{}/{}", other.topic, super::source::file_name(&other.folder));
        errors.push(
            UserError::new(said!("exercise-twice", name = found.name.as_str()))
                .at(Place::path(&found.folder))
                .why(said!("exercise-twice.why", folder = there))
                .help(said!("exercise-twice.help")),
        );
    }
}

/// Aliases that stand for something else already.
pub(super) fn unique_aliases(drafts: &[Draft], folders: &[&ExerciseFolder]) {
    let names: BTreeSet<&str> = folders.iter().map(|found| found.name.as_str()).collect();
    let mut seen: HashMap<&str, &ExerciseName> = HashMap::new();
    for draft in drafts {
        for (alias, id) in &draft.aliases {
            let why = if names.contains(alias.as_str()) {
                said!("alias-taken.today")
            } else if let Some(other) = seen.insert(alias.as_str(), &draft.exercise.name) {
                said!("alias-taken.already", exercise = other.as_str())
            } else {
                continue;
            };
            let what = said!("alias-taken", alias = alias.as_str());
            draft.source.report(*id, what, why, said!("alias-taken.help"));
        }
    }
}

/// Resolves `after` to exercises: every name must exist, and nothing may come after itself.
pub(super) fn resolve_after(drafts: &mut [Draft], folders: &[&ExerciseFolder]) {
    let mut names: BTreeMap<String, ExerciseName> =
        folders.iter().map(|found| (found.name.to_string(), found.name.clone())).collect();
    for draft in drafts.iter() {
        for (alias, _) in &draft.aliases {
            names.entry(alias.to_string()).or_insert_with(|| draft.exercise.name.clone());
        }
    }
    for draft in drafts.iter_mut() {
        let mut after: Vec<ExerciseName> = Vec::new();
        for (name, id) in &draft.after {
            match names.get(name) {
                Some(known) if after.contains(known) => {
                    let what = said!("after-twice", name = shorten(name));
                    draft.source.report(*id, what, said!("once-is-enough"), said!("remove-one"));
                }
                Some(known) => after.push(known.clone()),
                None => draft.source.report(
                    *id,
                    said!("after-unknown", name = shorten(name)),
                    said!("after-unknown.why"),
                    did_you_mean(name, names.keys().map(String::as_str), said!("after-unknown.help")),
                ),
            }
        }
        draft.exercise.after = after;
    }
    report_cycles(drafts);
}

/// Takes away exercises with nothing left before them; what remains holds a cycle, which one walk finds. Repeated until
/// nothing remains, so every cycle is reported once.
fn report_cycles(drafts: &[Draft]) {
    let mut before: BTreeMap<&str, BTreeSet<&str>> = drafts
        .iter()
        .map(|draft| {
            let after = draft.exercise.after.iter().map(ExerciseName::as_str).collect();
            (draft.exercise.name.as_str(), after)
        })
        .collect();
    loop {
        remove_free(&mut before);
        let Some(cycle) = some_cycle(&before) else { return };
        report_cycle(drafts, &cycle);
        for name in cycle {
            before.remove(name);
        }
    }
}

/// Takes away, again and again, every exercise that waits for none of the others.
fn remove_free<'a>(before: &mut BTreeMap<&'a str, BTreeSet<&'a str>>) {
    let mut waiting: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut free = Vec::new();
    let known: BTreeSet<&str> = before.keys().copied().collect();
    for (name, others) in before.iter_mut() {
        others.retain(|other| known.contains(other));
        if others.is_empty() {
            free.push(*name);
        }
        for other in others.iter() {
            waiting.entry(other).or_default().push(name);
        }
    }
    while let Some(done) = free.pop() {
        before.remove(done);
        for name in waiting.remove(done).unwrap_or_default() {
            let Some(others) = before.get_mut(name) else { continue };
            others.remove(done);
            if others.is_empty() {
                free.push(name);
            }
        }
    }
}

/// Every exercise that is left waits for another one that is left, so walking on must come back.
fn some_cycle<'a>(before: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Option<Vec<&'a str>> {
    let mut way: Vec<&str> = Vec::new();
    let mut name = *before.keys().next()?;
    loop {
        if let Some(start) = way.iter().position(|seen| *seen == name) {
            return Some(way.split_off(start));
        }
        way.push(name);
        name = *before.get(name)?.first()?;
    }
}

fn report_cycle(drafts: &[Draft], cycle: &[&str]) {
    let Some(draft) = drafts.iter().find(|draft| draft.exercise.name.as_str() == cycle[0]) else { return };
    let next = cycle.get(1).or_else(|| cycle.first());
    let written =
        draft.after.iter().zip(&draft.exercise.after).find(|(_, name)| Some(&name.as_str()) == next);
    let id = written.map_or(draft.source.root().id, |((_, id), _)| *id);
    let why = match cycle {
        [_] => said!("after-itself.alone"),
        _ => said!("after-itself.circle", names = quoted(cycle.iter().copied())),
    };
    draft.source.report(id, said!("after-itself", exercise = cycle[0]), why, said!("after-itself.help"));
}
