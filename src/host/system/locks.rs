//! Locks on folders.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::{HostError, Lock};

pub fn try_lock(folder: &Path) -> Result<Option<Lock>, HostError> {
    let Some(open) = opened(folder)? else {
        return Ok(Some(Lock::of_nothing()));
    };
    match open.try_lock() {
        Ok(()) => Ok(Some(Lock::with(open))),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Some volumes that come over a network know no locks.
        Err(TryLockError::Error(_)) => Ok(Some(Lock::of_nothing())),
    }
}

pub fn lock(folder: &Path) -> Result<Lock, HostError> {
    let open = opened(folder)?;
    let locked = open.filter(|open| open.lock().is_ok());
    Ok(locked.map_or_else(Lock::of_nothing, Lock::with))
}

/// The folder itself, which no lock leaves anything in. Windows opens no folders.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the function that may open folders"
)]
fn opened(folder: &Path) -> Result<Option<File>, HostError> {
    if cfg!(windows) {
        return Ok(None);
    }
    File::open(folder)
        .map(Some)
        .map_err(HostError::read(folder))
}
