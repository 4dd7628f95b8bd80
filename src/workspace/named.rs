//! Files that a text of the workspace names.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use xwalk_host::{Host, HostError, Regular};
use xwalk_source::Unread;

/// The largest table that is read, in bytes.
pub(crate) const LARGEST_TABLE: u64 = 64 << 20;

/// The largest file of evidence or incidents that is read, in bytes.
const LARGEST_EVIDENCE: u64 = 256 << 20;

/// How much is read of all files that texts name, in bytes: of evidence together, and of tables.
const LARGEST_SUM: u64 = 512 << 20;

/// Reads files that texts name, each once, and only within the workspace.
pub struct NamedFiles<'h> {
    host: &'h dyn Host,
    /// The folder of the workspace without links; without a workspace, the folder of the file that names another counts.
    root: Option<PathBuf>,
    /// How much may still be read.
    left: u64,
    /// What was read, by path without links.
    read: BTreeMap<PathBuf, Result<Arc<[u8]>, Unread>>,
}

impl<'h> NamedFiles<'h> {
    /// For the workspace of a folder, if there is one.
    #[must_use]
    pub fn within(host: &'h dyn Host, root: Option<&Path>) -> Self {
        let root = root.and_then(|root| host.canonical(&or_here(root)).ok());
        Self {
            host,
            root,
            left: LARGEST_SUM,
            read: BTreeMap::new(),
        }
    }

    /// A file of evidence or incidents, named in a file of this path.
    ///
    /// # Errors
    ///
    /// If it is not read.
    pub fn evidence(&mut self, naming: &Path, path: &Path) -> Result<Arc<[u8]>, Unread> {
        self.read(naming, path, LARGEST_EVIDENCE)
    }

    /// A table, named in a file of this path.
    ///
    /// # Errors
    ///
    /// If it is not read.
    pub fn table(&mut self, naming: &Path, path: &Path) -> Result<Arc<[u8]>, Unread> {
        self.read(naming, path, LARGEST_TABLE)
    }

    fn read(&mut self, naming: &Path, path: &Path, most: u64) -> Result<Arc<[u8]>, Unread> {
        let host = self.host;
        let whole = host.canonical(path).map_err(|error| refused(&error))?;
        let root = match &self.root {
            Some(root) => root.clone(),
            None => {
                let folder = or_here(naming.parent().unwrap_or(Path::new("")));
                host.canonical(&folder).map_err(|error| refused(&error))?
            }
        };
        if !whole.starts_with(&root) {
            return Err(Unread::Outside);
        }
        let left = &mut self.left;
        let kept = self.read.entry(whole).or_insert_with_key(|whole| {
            match host
                .read_regular(whole, most.min(*left))
                .map_err(|error| refused(&error))?
            {
                Regular::Bytes(bytes) => {
                    *left = left.saturating_sub(bytes.len() as u64);
                    Ok(bytes.into())
                }
                Regular::Other => Err(Unread::NotAFile),
                Regular::TooLarge(bytes) if bytes > most => Err(Unread::TooLarge { bytes, most }),
                Regular::TooLarge(bytes) => Err(Unread::TooMuch {
                    bytes,
                    most: LARGEST_SUM,
                }),
            }
        });
        kept.clone()
    }
}

/// A folder, the current one where nothing is said.
fn or_here(folder: &Path) -> PathBuf {
    match folder.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => folder.to_owned(),
    }
}

fn refused(error: &HostError) -> Unread {
    match error.kind() {
        Some(ErrorKind::NotFound | ErrorKind::NotADirectory) => Unread::NotThere,
        _ => Unread::Refused(error.reason()),
    }
}
