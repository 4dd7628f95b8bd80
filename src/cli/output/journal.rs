//! What a build is about to do to its folder, and what follows from it for one that was cut off.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::manifest;
use xwalk_host::{Host, HostError, Regular};

/// The beginning of the names of folders in which a build is got ready.
pub(super) const STAGING: &str = ".xwalk-";

/// The name of the journal in the folder in which a build is got ready.
const FILE: &str = "journal.json";
/// Its name before it is whole.
const UNFINISHED: &str = "journal.new";
/// Its name once nothing of it has to be done any more, and the folder is being cleared away.
const CLEARED: &str = "journal.done";

/// The largest journal that is read. One that names 100,000 files is smaller.
const LARGEST: u64 = 16 << 20;

/// Which files come and go. It is there before anything else is, and says which folder it is for: one that came with a
/// repository is for none on this machine.
#[derive(Serialize, Deserialize)]
pub(super) struct Journal {
    /// The folder in which the build was got ready, as the machine knows it.
    pub staging: String,
    /// The files of the earlier build that go, without its manifest.
    pub earlier: Vec<String>,
    /// The files of which the signature becomes stale.
    pub unsigned: Vec<String>,
    /// The files that come, the manifest last: once that one no longer waits, the build is done.
    pub new: Vec<String>,
}

/// What a folder is in which a build may have been got ready.
pub(super) enum Left {
    /// That of a build which was cut off while files may have changed places.
    Unfinished(Journal),
    /// That of a build of which nothing has to be done any more.
    Cleared,
    /// Nothing is in it yet.
    Empty,
    /// No build on this machine has left it, whatever its name is.
    Strange,
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
        let unfinished = staging.join(UNFINISHED);
        host.create(&unfinished, crate::contract::json_text(self).as_bytes())?;
        host.rename(&unfinished, &staging.join(FILE))
    }

    /// Everything that it names.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        let files = self.earlier.iter().chain(&self.unsigned);
        files.chain(&self.new)
    }

    /// The journal of this name, if it is one of this very folder and names nothing that lies elsewhere.
    fn read(host: &dyn Host, staging: &Path, name: &str) -> Result<Option<Self>, HostError> {
        let path = staging.join(name);
        if host.is_link(&path) {
            return Ok(None);
        }
        let Regular::Bytes(bytes) = host.read_regular(&path, LARGEST)? else {
            return Ok(None);
        };
        let journal: Option<Self> = serde_json::from_slice(&bytes).ok();
        let identity = host.identity(staging)?;
        Ok(journal.filter(|journal| {
            let mut files = journal.files();
            journal.staging == identity && files.all(|file| manifest::stays_within(file))
        }))
    }
}

/// Looks at a folder whose name is that of one in which a build is got ready.
pub(super) fn left(host: &dyn Host, staging: &Path) -> Result<Left, HostError> {
    let names = host.entries(staging)?;
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has(FILE) {
        let journal = Journal::read(host, staging, FILE)?;
        return Ok(journal.map_or(Left::Strange, Left::Unfinished));
    }
    if has(CLEARED) {
        let journal = Journal::read(host, staging, CLEARED)?;
        return Ok(journal.map_or(Left::Strange, |_| Left::Cleared));
    }
    match names.iter().all(|name| name == UNFINISHED) {
        true => Ok(Left::Empty),
        false => Ok(Left::Strange),
    }
}

/// Clears such a folder away. The journal is closed before the first file goes, since what is missing would look as if it
/// had been moved, and goes last, since without it nobody could tell whose folder this is.
pub(super) fn clear(host: &dyn Host, staging: &Path) {
    let closed = staging.join(CLEARED);
    let _open = host.rename(&staging.join(FILE), &closed);
    host.remove_folder(&staging.join("new"));
    host.remove_folder(&staging.join("old"));
    host.remove_file(&staging.join(UNFINISHED));
    host.remove_file(&closed);
    host.remove_empty_folder(staging);
}
