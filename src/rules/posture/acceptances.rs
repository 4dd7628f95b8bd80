//! Acceptances of mappings that do not count.

use super::{Context, PresentRule, Rule, Seen};
use xwalk_analysis::claims_digest;
use xwalk_analysis::posture::{Standing, standing};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::posture::{Acceptance, Organization};

code! {
    /// A mapping does not claim what was accepted.
    ///
    /// An organization accepts what a mapping says on a day, and `digest` is the SHA-256 of that. It changes with every row,
    /// relation, strength, condition and note, with `scope` and `complete`; it does not change with layout, comments, author,
    /// reviewer, status and dates. Until the mapping is accepted again, its drafts are held back in exports as if it had
    /// never been accepted.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    ///   accepts  iso-27103-iso-27001 digest "0000000000000000000000000000000000000000000000000000000000000000" by ciso on 2026-11-20 "Compared with our audit papers"
    /// }
    /// role ciso "Chief information security officer" {
    ///   decides mappings
    /// }
    /// ```
    ///
    /// Look at what has changed, and accept the mapping again with `xwalk accept`, or bring back what was accepted.
    ACCEPTED_MAPPING_CHANGED = "XW0850" "accepted-mapping-changed" Warning;

    /// A mapping is accepted on a day that has not come yet.
    ///
    /// The day is that of `--date`, of `SOURCE_DATE_EPOCH`, or today in UTC. Until then its drafts are held back in exports.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    ///   accepts  house digest "7d47f962fe9ee7935c38083e720f362a1b97b4fffa076faa5b0a10ac63ed079d" by ciso on 2027-10-01 "Compared with our audit papers"
    /// }
    /// role ciso "Chief information security officer" {
    ///   decides mappings
    /// }
    /// mapping house "House rules" from iso-ts-27103@2026 to iso-27001@2022 {
    ///   rationale functional
    ///   ID.GV.b intersects-with 5.1
    /// }
    /// ```
    ///
    /// Write the day on which it was accepted.
    ACCEPTED_LATER = "XW0851" "accepted-later" Warning;
}

pub(crate) const CHANGED: Rule = Rule {
    code: ACCEPTED_MAPPING_CHANGED,
    check: changed,
};
pub(crate) const LATER: PresentRule = PresentRule {
    code: ACCEPTED_LATER,
    check: later,
};

fn all<'c, 's>(
    context: &'c Context<'_, 's>,
) -> impl Iterator<Item = (&'c Organization<'s>, &'c Acceptance<'s>)> {
    let organizations = context.model.posture.organizations.iter();
    organizations.flat_map(|(_, organization)| {
        let accepts = organization.accepts.iter();
        accepts.map(move |acceptance| (organization, acceptance))
    })
}

fn changed(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let found = all(context).filter_map(|(organization, acceptance)| {
        let mapping = &context.model.mappings[acceptance.mapping];
        let digest = claims_digest(context.model, acceptance.mapping);
        if context.is_broken(mapping) || digest == acceptance.digest {
            return None;
        }
        let message = format!(
            "`{}` does not claim what `{}` accepted on {}: its drafts are held back",
            mapping.name, organization.name, acceptance.on
        );
        let found = Diagnostic::new(ACCEPTED_MAPPING_CHANGED, acceptance.digest_place, message);
        Some(found.also(mapping.place, "declared here").help(format!(
            "look at what has changed, and accept it again with `xwalk accept {}`, which writes `digest \"{digest}\"`",
            mapping.name
        )))
    });
    found.collect()
}

fn later(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let today = seen.present.today;
    let found = all(context)
        .filter(|(_, acceptance)| standing(context.model, acceptance, today) == Standing::NotYet);
    let found = found.map(|(organization, acceptance)| {
        let mapping = context.model.mappings[acceptance.mapping].name;
        let message = format!(
            "`{}` accepts `{mapping}` on {}, and the date is {today}: its drafts are held back until then",
            organization.name, acceptance.on
        );
        Diagnostic::new(ACCEPTED_LATER, acceptance.on_place, message)
            .help("write the day on which it was accepted; to judge it on another day, use `--date`")
    });
    found.collect()
}
