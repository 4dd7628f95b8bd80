//! Files and folders that come, change and go.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::HostError;

pub fn create_folder(path: &Path) -> Result<(), HostError> {
    fs::create_dir_all(path).map_err(HostError::write(path))
}

pub fn create_private_folder(path: &Path) -> Result<(), HostError> {
    let failed = HostError::write(path);
    let mut folder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    match folder.create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => {}
        made => made.map_err(&failed)?,
    }
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))
        .map_err(failed)?;
    Ok(())
}

pub fn create_folder_within(folder: &Path, prefix: &str) -> Result<PathBuf, HostError> {
    tempfile::Builder::new()
        .prefix(prefix)
        .tempdir_in(folder)
        .map(tempfile::TempDir::keep)
        .map_err(HostError::write(folder))
}

pub fn create(path: &Path, bytes: &[u8]) -> Result<(), HostError> {
    write_new(path, bytes, &mut fs::OpenOptions::new())
}

pub fn create_private(path: &Path, bytes: &[u8]) -> Result<(), HostError> {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    write_new(path, bytes, &mut options)
}

fn write_new(path: &Path, bytes: &[u8], options: &mut fs::OpenOptions) -> Result<(), HostError> {
    let failed = HostError::write(path);
    let mut file = options
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(&failed)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(failed)
}

pub fn create_beside(path: &Path, bytes: &[u8]) -> Result<PathBuf, HostError> {
    let failed = HostError::write(path);
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(&failed)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(&failed)?;
    file.into_temp_path()
        .keep()
        .map_err(|error| failed(error.error))
}

pub fn is_protected(path: &Path) -> bool {
    // What permissions allow to some is asked of the system, which knows who this is.
    let is_closed = || fs::OpenOptions::new().write(true).open(path).is_err();
    fs::metadata(path)
        .is_ok_and(|data| data.is_file() && (data.permissions().readonly() || is_closed()))
}

pub fn copy_permissions(from: &Path, to: &Path) -> Result<(), HostError> {
    let failed = HostError::write(to);
    let data = fs::metadata(from).map_err(&failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        // Only the system's administrator may give files away; a group may be one of the user's.
        let _owned = chown(to, Some(data.uid()), Some(data.gid()))
            .or_else(|_| chown(to, None, Some(data.gid())));
    }
    fs::set_permissions(to, data.permissions()).map_err(failed)
}

pub fn rename(from: &Path, to: &Path) -> Result<(), HostError> {
    fs::rename(from, to).map_err(HostError::write(to))
}

pub fn remove_file(path: &Path) {
    let _kept = fs::remove_file(path);
}

pub fn remove_empty_folder(path: &Path) {
    let _kept = fs::remove_dir(path);
}

pub fn remove_folder(path: &Path) {
    let _kept = fs::remove_dir_all(path);
}
