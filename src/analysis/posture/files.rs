//! The files that posture speaks of. Whoever asks hands their bytes in: nothing here reads anything.

use std::collections::{BTreeMap, BTreeSet};

use xwalk_model::posture::Posture;
use xwalk_source::SourceId;

/// The bytes of files, by the source that names them and how it does.
#[derive(Clone, Debug, Default)]
pub struct Files {
    found: BTreeMap<(SourceId, String), Vec<u8>>,
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

    /// Hands in the bytes of a file. What is not handed in is missing.
    pub fn add(&mut self, source: SourceId, name: &str, bytes: Vec<u8>) {
        self.found.insert((source, name.to_owned()), bytes);
    }

    /// The bytes of a file; nothing where it is missing.
    #[must_use]
    pub fn get(&self, source: SourceId, name: &str) -> Option<&[u8]> {
        let file = self.found.get(&(source, name.to_owned()));
        file.map(Vec::as_slice)
    }
}
