//! The constructs of posture, each to its kind.

use crate::declare::Declared;
use xwalk_source::SourceId;
use xwalk_syntax::ast::posture::{
    Assessment, Audience, Committee, Escalation, Evidence, Heading, Item, Organization, Playbook,
    Risk, Roadmap, Role, Technology,
};

/// Constructs of one kind, each with its file.
pub type Items<T> = Vec<(SourceId, T)>;

/// The constructs of each kind, in the order of the files.
#[derive(Default)]
pub struct Kinds<'s> {
    pub organizations: Items<Organization<'s>>,
    pub roles: Items<Role<'s>>,
    pub committees: Items<Committee<'s>>,
    pub escalations: Items<Escalation<'s>>,
    pub risks: Items<Risk<'s>>,
    pub technologies: Items<Technology<'s>>,
    pub playbooks: Items<Playbook<'s>>,
    pub evidence: Items<Evidence<'s>>,
    pub assessments: Items<Assessment<'s>>,
    pub roadmaps: Items<Roadmap<'s>>,
    pub audiences: Items<Audience<'s>>,
}

impl<'s> Kinds<'s> {
    /// Puts each construct to its kind.
    pub fn of(items: Vec<Declared<Item<'s>>>) -> Self {
        let mut kinds = Self::default();
        for Declared { source, item, .. } in items {
            match item {
                Item::Organization(item) => kinds.organizations.push((source, *item)),
                Item::Role(item) => kinds.roles.push((source, *item)),
                Item::Committee(item) => kinds.committees.push((source, *item)),
                Item::Escalation(item) => kinds.escalations.push((source, *item)),
                Item::Risk(item) => kinds.risks.push((source, *item)),
                Item::Technology(item) => kinds.technologies.push((source, *item)),
                Item::Playbook(item) => kinds.playbooks.push((source, *item)),
                Item::Evidence(item) => kinds.evidence.push((source, *item)),
                Item::Assessment(item) => kinds.assessments.push((source, *item)),
                Item::Roadmap(item) => kinds.roadmaps.push((source, *item)),
                Item::Audience(item) => kinds.audiences.push((source, *item)),
            }
        }
        kinds
    }
}

/// A construct with a header.
pub trait Headed<'s> {
    /// Its header.
    fn head(&self) -> &Heading<'s>;
}

macro_rules! headed {
    ($($item:ident),+) => {$(
        impl<'s> Headed<'s> for $item<'s> {
            fn head(&self) -> &Heading<'s> {
                &self.head
            }
        }
    )+};
}
headed!(
    Organization,
    Role,
    Committee,
    Escalation,
    Risk,
    Technology,
    Playbook,
    Evidence,
    Assessment,
    Roadmap,
    Audience
);
