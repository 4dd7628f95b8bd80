//! The files that posture speaks of. Whoever asks hands their bytes in: nothing here reads anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use xwalk_model::posture::Posture;
use xwalk_source::{SourceId, Unread};

/// The bytes of a file, or why they were not read.
pub type Content = Result<Arc<[u8]>, Unread>;

/// The bytes of files, or why they were not read, by the source that names them and how it does.
#[derive(Clone, Debug, Default)]
pub struct Files {
    found: BTreeMap<(SourceId, String), Content>,
}

impl Files {
    /// The files that evidence and playbooks name, each once, in order: the source, and the name relative to its folder.
    #[must_use]
    pub fn named<'m>(posture: &'m Posture<'_>) -> BTreeSet<(SourceId, &'m str)> {
        let evidence = posture.evidence.iter();
        let evidence = evidence.map(|(_, it)| (it.file_place.source, it.file.as_ref()));
        let playbooks = posture.playbooks.iter();
        let incidents = playbooks
            .filter_map(|(_, playbook)| playbook.measured.as_ref())
            .map(|measured| (measured.place.source, measured.file.as_ref()));
        evidence.chain(incidents).collect()
    }

    /// Hands in the bytes of a file, or why there are none. What is not handed in is not there.
    pub fn add(&mut self, source: SourceId, name: &str, file: Content) {
        self.found.insert((source, name.to_owned()), file);
    }

    /// The bytes of a file.
    ///
    /// # Errors
    ///
    /// If they were not read.
    pub fn get(&self, source: SourceId, name: &str) -> Result<&[u8], Unread> {
        match self.found.get(&(source, name.to_owned())) {
            Some(Ok(bytes)) => Ok(bytes),
            Some(Err(unread)) => Err(unread.clone()),
            None => Err(Unread::NotThere),
        }
    }
}
