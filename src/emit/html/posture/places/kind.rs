//! What has a name of its own.

use crate::anchors;
use crate::posture::name::{Name, Names};
use xwalk_report::posture::Declared;

/// What is declared by a name, and shown in a place of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::posture) enum Kind {
    Evidence,
    Initiative,
    Mapping,
    Playbook,
    Risk,
    Role,
    Technology,
}

impl Kind {
    /// The `id` of what has a name.
    pub(in crate::posture) fn id(self, name: &str) -> String {
        format!("{}:{name}", self.word())
    }

    /// What has a name, by its title, with the link to its place.
    pub(in crate::posture) fn name(self, named: Declared<'_>) -> Name<'_> {
        self.titled(&named.key(), named.title)
    }

    /// The same of what has this name and this title.
    pub(in crate::posture) fn titled<'r>(self, name: &str, title: &'r str) -> Name<'r> {
        Name::link("t", anchors::link(&self.id(name)), title)
    }

    /// Several of them.
    pub(in crate::posture) fn names<'r>(self, names: &[Declared<'r>]) -> Names<'r> {
        Names::of(names.iter().map(|named| self.name(*named)))
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Initiative => "initiative",
            Self::Mapping => "mapping",
            Self::Playbook => "playbook",
            Self::Risk => "risk",
            Self::Role => "role",
            Self::Technology => "technology",
        }
    }
}
