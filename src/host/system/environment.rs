//! How the program was started, the clock, and chance.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::HostError;

pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the function that may read the environment"
)]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the function that may ask for the folder"
)]
pub fn current_folder() -> Result<PathBuf, HostError> {
    std::env::current_dir().map_err(HostError::read(Path::new(".")))
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the function that may read the clock"
)]
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}

pub fn random() -> Result<[u8; 32], HostError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| HostError::Random(error.to_string()))?;
    Ok(bytes)
}
