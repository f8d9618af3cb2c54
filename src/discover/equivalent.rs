//! `equivalent:` of an exercise: changes to its solution that no check can notice.

use super::fields::Fields;
use super::shape::{Kind, Shape, needed};
use super::source::shorten;
use crate::language::said;
use crate::model::exercise::EquivalentMutant;

pub(super) const SHAPE: Shape = Shape {
    what: || said!("an-equivalent-mutant"),
    keys: &[
        needed(
            "mutant",
            "mutant: \"if count > 0: => if count >= 0:\"",
            Kind::Words,
            "the change, as `prolings dev mutate` writes it",
        ),
        needed("why", "why: zero is refused before", Kind::Words, "why no check can notice it"),
    ],
};

/// Mutants of the solution that `dev mutate` does not count.
pub(super) fn read(fields: &Fields<'_>) -> Vec<EquivalentMutant> {
    let mut declared: Vec<EquivalentMutant> = Vec::new();
    for item in fields.list("equivalent").unwrap_or_default() {
        let Some(entry) = Fields::open(fields.source, item, &SHAPE) else { continue };
        entry.required("mutant", said!("mutant-why"));
        entry.required("why", said!("mutant-why-why"));
        let (Some(mutant), Some(why)) = (entry.words("mutant"), entry.words("why")) else { continue };
        if declared.iter().any(|known| known.mutant == mutant) {
            let what = said!("mutant-twice", mutant = shorten(mutant));
            fields.source.report(item.id, what, said!("mutant-twice.why"), said!("remove-one"));
            continue;
        }
        declared.push(EquivalentMutant { mutant: mutant.to_owned(), why: why.to_owned() });
    }
    declared
}
