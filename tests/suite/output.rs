//! The output folder, killed at every step, with links in it, changed by somebody, and with two builds at once.

#[cfg(unix)]
mod links;
mod mortal;
#[cfg(unix)]
mod private;
#[cfg(unix)]
mod processes;
mod swapped;

use std::collections::BTreeMap;
use std::path::Path;

/// All files below a folder, each with its bytes. Links are not followed.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let entry = entry.unwrap();
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                found.insert(name, std::fs::read(path).unwrap_or_default());
            }
        }
    }
    found
}
