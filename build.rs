//! Packs the course into one file, which the binary carries.
//!
//! Runs in a clean build and when the course's own manifest changes (a new version of the course is one there), not
//! when some file of an exercise does: otherwise everyone who works on an exercise in a clone, learner or author, would
//! wait for prolings to be built anew after each save.

use std::env;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

#[path = "src/shipment/collect.rs"]
mod collect;
#[path = "src/model/leftovers.rs"]
mod leftovers;
#[path = "src/shipment/pack.rs"]
mod pack;

fn main() -> Result<(), Box<dyn Error>> {
    for file in ["build.rs", "src/shipment/collect.rs", "src/shipment/pack.rs", "exercises/course.yaml"] {
        println!("cargo::rerun-if-changed={file}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo names the folder")?);
    let files = collect::collect(&root, leftovers::is_leftover)
        .map_err(|unfit| format!("{} cannot be shipped: {}", unfit.path.display(), unfit.why))?;
    if !files.contains_key("exercises/course.yaml") {
        return Err("exercises/course.yaml is missing: there is no course to pack".into());
    }
    let packed = pack::pack(files.iter().map(|(path, content)| (path.as_str(), content.as_slice())));
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names the folder")?).join("course.pack");
    fs::remove_file(&target).ok();
    Ok(std::io::Write::write_all(&mut fs::File::create_new(target)?, &packed)?)
}
