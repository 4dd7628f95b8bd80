//! Which construct of posture a keyword begins.

use crate::syntax::ast::posture::Item;
use crate::syntax::lower::Lower;
use crate::syntax::tree::Construct;

/// The constructs of posture at the top level of a file.
pub const POSTURE: [&str; 11] = [
    "organization",
    "role",
    "committee",
    "escalation",
    "risk",
    "technology",
    "playbook",
    "evidence",
    "assessment",
    "roadmap",
    "audience",
];

/// What a construct of posture says; nothing where its keyword is another one.
pub fn posture<'s>(lower: &mut Lower<'s>, construct: Construct<'s>) -> Option<Item<'s>> {
    Some(match construct.word.text {
        "organization" => Item::Organization(Box::new(lower.organization(construct)?)),
        "role" => Item::Role(Box::new(lower.role(construct)?)),
        "committee" => Item::Committee(Box::new(lower.committee(construct)?)),
        "escalation" => Item::Escalation(Box::new(lower.escalation(construct)?)),
        "risk" => Item::Risk(Box::new(lower.risk(construct)?)),
        "technology" => Item::Technology(Box::new(lower.technology(construct)?)),
        "playbook" => Item::Playbook(Box::new(lower.playbook(construct)?)),
        "evidence" => Item::Evidence(Box::new(lower.evidence(construct)?)),
        "assessment" => Item::Assessment(Box::new(lower.assessment(construct)?)),
        "roadmap" => Item::Roadmap(Box::new(lower.roadmap(construct)?)),
        "audience" => Item::Audience(Box::new(lower.audience(construct)?)),
        _ => return None,
    })
}
