//! `curriculum.yaml`: what the course is to teach, item by item. A course may have none.

use std::collections::BTreeSet;
use std::path::Path;

use super::manifest::{Node, Value};
use super::source::{Label, Source, shorten};
use crate::error::UserError;
use crate::model::course::{Curriculum, CurriculumItem};

const ITEM: &str = "A1.2: Writing a metaclass";

/// Reads the list below the folder `exercises`, where there is one.
pub(super) fn read(exercises: &Path, errors: &mut Vec<UserError>) -> Option<Curriculum> {
    let path = exercises.join("curriculum.yaml");
    // A link or folder of that name is refused by whoever looks through the course's folder.
    if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
        return None;
    }
    let source = Source::read(&path).map_err(|error| errors.push(error)).ok()?;
    let curriculum = items(&source, source.root());
    let mut wrong = source.take_errors();
    // No error follows from another: with a list that cannot be trusted, no exercise is said to name unknown items.
    let curriculum = curriculum.filter(|_| wrong.is_empty());
    errors.append(&mut wrong);
    curriculum
}

fn items(source: &Source, root: &Node) -> Option<Curriculum> {
    let Value::Map(entries) = &root.value else {
        return source.wrong_type(root, Label { name: "the curriculum", example: ITEM }, "a mapping");
    };
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for (key, value) in entries {
        let id = source.words(key, Label { name: "an item's id", example: ITEM });
        let title = source.words(value, Label { name: "an item's title", example: ITEM });
        let (Some(id), Some(title)) = (id, title) else { continue };
        if !seen.insert(id) {
            let what = format!("item `{}` is given twice", shorten(id));
            source.report(key.id, what, "exercises name items by their ids", "give one of them another id");
        } else if id.contains(char::is_whitespace) || id.contains(',') {
            let what = format!("an item cannot be called `{}`", shorten(id));
            source.report(
                key.id,
                what,
                "an id is one word, to be listed in `covers`",
                format!("write it like `{ITEM}`"),
            );
        } else {
            items.push(CurriculumItem { id: id.to_owned(), title: title.trim().to_owned() });
        }
    }
    Some(Curriculum { items })
}
