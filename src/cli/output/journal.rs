//! What a build is about to do to its folder, and what follows from it for one that was cut off.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::manifest;
use xwalk_host::{Host, HostError};

/// The beginning of the names of folders in which a build is got ready.
pub(super) const STAGING: &str = ".xwalk-";

/// The name of the journal in the folder in which a build is got ready.
const FILE: &str = "journal.json";

/// Which files come and go. Written when all new files are there and before the first is moved.
#[derive(Serialize, Deserialize)]
pub(super) struct Journal {
    /// The files of the earlier build that go, without its manifest.
    pub earlier: Vec<String>,
    /// The files of which the signature becomes stale.
    pub unsigned: Vec<String>,
    /// The files that come, the manifest last: once that one no longer waits, the build is done.
    pub new: Vec<String>,
}

/// Where a new file waits.
pub(super) fn new(staging: &Path, file: &str) -> PathBuf {
    staging.join("new").join(file)
}

/// Where a file of the earlier build is kept until the end.
pub(super) fn old(staging: &Path, file: &str) -> PathBuf {
    staging.join("old").join(file)
}

impl Journal {
    /// Writes it, in one step.
    pub fn begin(&self, host: &dyn Host, staging: &Path) -> Result<(), HostError> {
        let unfinished = staging.join("journal.new");
        host.create(&unfinished, crate::contract::json_text(self).as_bytes())?;
        host.rename(&unfinished, &staging.join(FILE))
    }

    /// Everything that it names.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        let files = self.earlier.iter().chain(&self.unsigned);
        files.chain(&self.new)
    }

    /// The journal of a build that was cut off; `None` if it had not begun to move anything. One that names what lies
    /// elsewhere is none of ours.
    pub fn found(host: &dyn Host, staging: &Path) -> Result<Option<Self>, HostError> {
        let path = staging.join(FILE);
        if !host.exists(&path) || host.is_link(&path) {
            return Ok(None);
        }
        let journal: Option<Self> = serde_json::from_slice(&host.read(&path)?).ok();
        Ok(journal.filter(|journal| {
            let mut files = journal.files();
            files.all(|file| manifest::stays_within(file))
        }))
    }
}
