//! Files and folders, as they are.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::{HostError, Regular};

pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

pub fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink())
}

pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The number that the volume gave the folder; where there are none, its place.
pub fn identity(folder: &Path) -> Result<String, HostError> {
    #[cfg(unix)]
    {
        let data = fs::metadata(folder).map_err(HostError::read(folder))?;
        Ok(std::os::unix::fs::MetadataExt::ino(&data).to_string())
    }
    #[cfg(not(unix))]
    {
        Ok(canonical(folder)?.display().to_string())
    }
}

pub fn canonical(path: &Path) -> Result<PathBuf, HostError> {
    fs::canonicalize(path).map_err(HostError::read(path))
}

pub fn read_named(path: &Path, most: u64) -> Result<Regular, HostError> {
    let file = fs::OpenOptions::new().read(true).open(path);
    taken(file.map_err(HostError::read(path))?, path, most)
}

pub fn read_regular(path: &Path, most: u64) -> Result<Regular, HostError> {
    let failed = HostError::read(path);
    // Opening a pipe waits for whoever writes into it, so it is looked at first.
    let data = fs::metadata(path).map_err(&failed)?;
    if !data.is_file() {
        return Ok(Regular::Other);
    }
    if data.len() > most {
        return Ok(Regular::TooLarge(data.len()));
    }
    let mut options = fs::OpenOptions::new();
    options.read(true);
    // Some files of the system are called regular, and wait like pipes: `/proc/kmsg`.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
    taken(options.open(path).map_err(failed)?, path, most)
}

/// What can be read of an open file. It may grow while it is read.
fn taken(file: fs::File, path: &Path, most: u64) -> Result<Regular, HostError> {
    let mut bytes = Vec::new();
    let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
    let read = read.map_err(HostError::read(path))? as u64;
    match read > most {
        true => Ok(Regular::TooLarge(read)),
        false => Ok(Regular::Bytes(bytes)),
    }
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
