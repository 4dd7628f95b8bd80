//! What has a name of its own, and its titles.

use std::collections::BTreeMap;

use xwalk_report::Posture;

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
    pub(super) const fn word(self) -> &'static str {
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

/// What is declared by a name, with its title. Of initiatives of one name in several roadmaps, the first.
pub(super) fn named<'r>(posture: &'r Posture<'_>) -> BTreeMap<(Kind, &'r str), &'r str> {
    let mut named = BTreeMap::new();
    let mut add = |kind, name, title| {
        named.entry((kind, name)).or_insert(title);
    };
    for role in &posture.governance.roles {
        add(Kind::Role, role.name, role.title);
    }
    for risk in &posture.risks {
        add(Kind::Risk, risk.name, risk.title);
    }
    for evidence in &posture.evidence {
        add(Kind::Evidence, evidence.name, evidence.title);
    }
    for technology in &posture.technology.technologies {
        add(Kind::Technology, technology.name, technology.title);
    }
    for playbook in &posture.preparedness.playbooks {
        add(Kind::Playbook, playbook.name, playbook.title);
    }
    for mapping in &posture.mappings {
        add(Kind::Mapping, mapping.name, mapping.title);
    }
    let phases = posture.roadmaps.iter().flat_map(|roadmap| &roadmap.phases);
    for initiative in phases.flat_map(|phase| &phase.initiatives) {
        add(Kind::Initiative, initiative.name, initiative.title);
    }
    named
}
