//! `equivalent:` of an exercise: changes to its solution that no check can notice.

use super::fields::Fields;
use super::shape::{Kind, Shape, needed};
use super::source::shorten;
use crate::model::exercise::EquivalentMutant;

pub(super) const SHAPE: Shape = Shape {
    what: "an equivalent mutant",
    keys: &[
        needed(
            "mutant",
            "mutant: \"if count > 0: => if count >= 0:\"",
            Kind::Words,
            "the lines before and after the change, or those before it alone",
        ),
        needed("why", "why: zero is refused before", Kind::Words, "why nothing can tell the two apart"),
    ],
};

/// Mutants of the solution that `dev mutate` does not count.
pub(super) fn read(fields: &Fields<'_>) -> Vec<EquivalentMutant> {
    let mut declared: Vec<EquivalentMutant> = Vec::new();
    for item in fields.list("equivalent").unwrap_or_default() {
        let Some(entry) = Fields::open(fields.source, item, &SHAPE) else { continue };
        entry.required("mutant", "`prolings dev mutate` shows it: the line before and after the change");
        entry.required("why", "whoever reads it must be able to tell that it is true");
        let (Some(mutant), Some(why)) = (entry.words("mutant"), entry.words("why")) else { continue };
        if declared.iter().any(|known| known.mutant == mutant) {
            let what = format!("mutant `{}` is declared twice", shorten(mutant));
            fields.source.report(item.id, what, "one declaration holds for all such changes", "remove one");
            continue;
        }
        declared.push(EquivalentMutant { mutant: mutant.to_owned(), why: why.to_owned() });
    }
    declared
}
