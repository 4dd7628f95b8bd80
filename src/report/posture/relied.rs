//! Which assessed controls rely on a piece of evidence by its name.

use super::{Evidence, NamedControl, Posture};

impl Posture<'_> {
    /// The assessed controls that name a piece of evidence, whatever that says that it supports.
    #[must_use]
    pub fn relying_on(&self, evidence: &Evidence<'_>) -> Vec<&NamedControl> {
        let assessed = self.assessments.iter().flat_map(|all| &all.controls);
        let relying = assessed.filter(|one| one.evidence.iter().any(|it| *it == evidence.name));
        relying.map(|one| &one.control).collect()
    }
}
