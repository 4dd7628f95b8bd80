//! What shows that the files were these and no others: the digests of frameworks, mappings and evidence.

use crate::posture::name::Name;
use crate::posture::page::Page;
use crate::posture::places::Kind;
use crate::view::view;

view! {
    /// A file by its digest.
    pub(in crate::posture) struct DigestRow<'r> {
        /// The `id` of its place in the page, if this is its place.
        id: Option<String>,
        /// What it declares, or contains.
        name: Name<'r>,
        /// The name of that in the text, where it is shown.
        key: Option<&'r str>,
        /// What it leads from and to, of a mapping.
        ends: Option<Ends<'r>>,
        /// How far it has come, of a mapping.
        status: Option<&'r str>,
        /// That the organization accepts it, of a mapping.
        accepted: Option<AcceptedBy<'r>>,
        /// Whether there is no such file.
        missing: bool,
        /// The SHA-256 of the file.
        digest: &'r str,
        /// The SHA-256 of what was approved, where that was another.
        approved: Option<&'r str>,
    }
}

view! {
    /// What a mapping leads from and to.
    struct Ends<'r> {
        /// The framework at the source.
        from: &'r str,
        /// The framework at the target.
        to: &'r str,
        /// The version of the mapping.
        version: Option<&'r str>,
    }
}

view! {
    /// That the organization accepts a mapping.
    struct AcceptedBy<'r> {
        /// The role.
        role: Name<'r>,
        /// The day.
        on: String,
        /// Why.
        why: &'r str,
        /// The SHA-256 of what it claims.
        digest: &'r str,
    }
}

pub(super) fn frameworks(page: Page<'_>) -> impl Iterator<Item = DigestRow<'_>> {
    page.posture.frameworks.iter().map(|framework| DigestRow {
        id: None,
        name: Name::word("t", framework.title),
        key: Some(&framework.key),
        ends: None,
        status: None,
        accepted: None,
        missing: false,
        digest: &framework.digest,
        approved: None,
    })
}

pub(super) fn mappings(page: Page<'_>) -> impl Iterator<Item = DigestRow<'_>> {
    page.posture.mappings.iter().map(|mapping| DigestRow {
        id: Some(Kind::Mapping.id(mapping.name)),
        name: Name::word("t", mapping.title),
        key: Some(mapping.name),
        ends: Some(Ends {
            from: &mapping.from,
            to: &mapping.to,
            version: mapping.version.as_deref(),
        }),
        status: Some(mapping.status.word()),
        accepted: mapping.accepted.as_ref().map(|accepted| AcceptedBy {
            role: Kind::Role.name(accepted.by),
            on: accepted.on.to_string(),
            why: accepted.why,
            digest: accepted.digest,
        }),
        missing: false,
        digest: &mapping.digest,
        approved: None,
    })
}

/// The evidence, as it was found.
pub(super) fn evidence(page: Page<'_>) -> impl Iterator<Item = DigestRow<'_>> {
    page.posture.evidence.iter().map(move |evidence| {
        let found = evidence.found.as_deref();
        DigestRow {
            id: None,
            name: Kind::Evidence.titled(evidence.name, evidence.title),
            key: None,
            ends: None,
            status: None,
            accepted: None,
            missing: found.is_none(),
            digest: found.unwrap_or(""),
            approved: evidence.digest.filter(|approved| Some(*approved) != found),
        }
    })
}
