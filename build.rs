//! Packs the course into one file, which the binary carries, and lists the languages of `lang/`.
//!
//! Runs in a clean build, when a language changes, and when the course's own manifest changes (a new version of the course is one there), not
//! when some file of an exercise does: otherwise everyone who works on an exercise in a clone, learner or author, would
//! wait for prolings to be built anew after each save.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "src/shipment/collect.rs"]
mod collect;
#[path = "src/model/leftovers.rs"]
mod leftovers;
#[path = "src/shipment/pack.rs"]
mod pack;

fn main() -> Result<(), Box<dyn Error>> {
    for file in
        ["build.rs", "src/shipment/collect.rs", "src/shipment/pack.rs", "exercises/course.yaml", "lang"]
    {
        println!("cargo::rerun-if-changed={file}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo names the folder")?);
    let files = collect::collect(&root, leftovers::is_leftover)
        .map_err(|unfit| format!("{} cannot be shipped: {}", unfit.path.display(), words(&unfit.why)))?;
    if !files.contains_key("exercises/course.yaml") {
        return Err("exercises/course.yaml is missing: there is no course to pack".into());
    }
    let packed = pack::pack(files.iter().map(|(path, content)| (path.as_str(), content.as_slice())));
    put("course.pack", &packed)?;
    put("languages.rs", languages(&root.join("lang"))?.as_bytes())
}

fn words(why: &collect::Why) -> String {
    match why {
        collect::Why::Name => "its name is no UTF-8".to_owned(),
        collect::Why::Irregular => "it is no regular file".to_owned(),
        collect::Why::Unreadable(error) => error.to_string(),
    }
}

/// Writes a file for the crate to include.
fn put(name: &str, content: &[u8]) -> Result<(), Box<dyn Error>> {
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names the folder")?).join(name);
    fs::remove_file(&target).ok();
    Ok(std::io::Write::write_all(&mut fs::File::create_new(target)?, content)?)
}

/// Lists every `lang/CODE.ftl`, English first, so that another language is another file and nothing else.
fn languages(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
    files.sort_by_key(|file| (!file.ends_with("en.ftl"), file.clone()));
    if !files.first().is_some_and(|file| file.ends_with("en.ftl")) {
        return Err("lang/en.ftl is missing: it has the texts of the tool".into());
    }
    let mut list = format!("pub(super) static LANGUAGES: [Catalogue; {}] = [", files.len());
    for file in files {
        let code = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a language's code is ASCII")?;
        let _ = write!(list, "Catalogue::new({code:?}, include_str!({file:?})), ");
    }
    Ok(list + "];")
}
