//! Files and folders, as they are.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::HostError;

pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

pub fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink())
}

pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

pub fn canonical(path: &Path) -> Result<PathBuf, HostError> {
    fs::canonicalize(path).map_err(HostError::read(path))
}

pub fn size(path: &Path) -> Result<usize, HostError> {
    let data = fs::metadata(path).map_err(HostError::read(path))?;
    Ok(usize::try_from(data.len()).unwrap_or(usize::MAX))
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the function that may read files"
)]
pub fn read(path: &Path) -> Result<Vec<u8>, HostError> {
    fs::read(path).map_err(HostError::read(path))
}

pub fn entries(folder: &Path) -> Result<Vec<String>, HostError> {
    let failed = HostError::read(folder);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let names: Result<Vec<String>, io::Error> = entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect();
    let mut names = names.map_err(failed)?;
    names.sort();
    Ok(names)
}
