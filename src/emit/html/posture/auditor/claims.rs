//! The rows that a verdict or a condition names, and what they say.

use crate::anchors;
use crate::posture::name::Name;
use crate::posture::page::Page;
use crate::posture::places::Kind;
use crate::posture::row;
use crate::view::view;
use xwalk_report::posture::{Claim, NamedControl, Rationale};

view! {
    /// A row.
    pub(in crate::posture) struct ClaimRow<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its mapping.
        mapping: Name<'r>,
        /// What it says.
        said: Said<'r>,
        /// Its status.
        status: &'static str,
        /// In which respect it was judged, if that is known.
        rationale: Option<&'static str>,
        /// The strength, from 0 to 10.
        strength: Option<String>,
        /// How sure its author is.
        confidence: Option<String>,
        /// The only condition under which it holds.
        condition: Option<&'r str>,
        /// Whether the organization says that the condition holds.
        holds: bool,
        /// The note.
        note: Option<&'r str>,
    }
}

view! {
    /// What a row says.
    pub(super) struct Said<'r> {
        /// The link to the row.
        link: String,
        /// Its number in its mapping.
        number: usize,
        /// Its mapping.
        mapping: &'r str,
        /// The controls on the left, several of which are meant together; none for all of the framework.
        source: Vec<&'r str>,
        /// The framework on the left.
        from: &'r str,
        /// The relation.
        relation: &'r str,
        /// The controls on the right, likewise.
        target: Vec<&'r str>,
        /// The framework on the right.
        to: &'r str,
    }
}

impl<'r> Said<'r> {
    pub(super) fn of(claim: &'r Claim<'r>) -> Self {
        let identifiers = |controls: &'r [NamedControl]| {
            let controls = controls.iter();
            controls.map(NamedControl::identifier).collect()
        };
        Self {
            link: anchors::link(&row::id(&claim.name)),
            number: claim.number,
            mapping: claim.mapping.name,
            source: identifiers(&claim.source),
            from: &claim.from,
            relation: &claim.relation,
            target: identifiers(&claim.target),
            to: &claim.to,
        }
    }
}

/// The rows.
pub(super) fn rows(page: Page<'_>) -> impl Iterator<Item = ClaimRow<'_>> {
    page.posture.claims.iter().map(move |claim| ClaimRow {
        id: row::id(&claim.name),
        mapping: Kind::Mapping.name(claim.mapping),
        said: Said::of(claim),
        status: claim.status.word(),
        rationale: claim.rationale.map(Rationale::word),
        strength: claim.strength.map(|strength| strength.to_string()),
        confidence: claim.confidence.map(|confidence| confidence.to_string()),
        condition: claim.condition.map(|(condition, _)| condition),
        holds: claim.condition.is_some_and(|(_, holds)| holds),
        note: claim.note,
    })
}
