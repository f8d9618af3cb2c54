//! `curriculum.yaml`: what the course is to teach, item by item. A course may have none.

use std::collections::BTreeSet;
use std::path::Path;

use super::manifest::{Node, Value};
use super::source::{Label, Name, Source, Wanted, shorten};
use crate::error::UserError;
use crate::language::{Said, said};
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

fn label(name: fn() -> Said) -> Label<'static> {
    Label { name: Name::Message(name), example: ITEM }
}

fn items(source: &Source, root: &Node) -> Option<Curriculum> {
    let Value::Map(entries) = &root.value else {
        return source.wrong_type(root, label(|| said!("the-curriculum")), Wanted::Mapping);
    };
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for (key, value) in entries {
        let id = source.words(key, label(|| said!("an-items-id")));
        let title = source.words(value, label(|| said!("an-items-title")));
        let (Some(id), Some(title)) = (id, title) else { continue };
        if !seen.insert(id) {
            source.report(
                key.id,
                said!("item-twice", item = shorten(id)),
                said!("item-twice.why"),
                said!("item-twice.help"),
            );
        } else if id.contains(char::is_whitespace) || id.contains(',') {
            source.report(
                key.id,
                said!("bad-item-name", name = shorten(id)),
                said!("bad-item-name.why"),
                said!("write-like", example = ITEM),
            );
        } else {
            items.push(CurriculumItem { id: id.to_owned(), title: title.trim().to_owned() });
        }
    }
    Some(Curriculum { items })
}
