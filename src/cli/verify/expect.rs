//! What a reader expects of an export, besides that it is signed.

use crate::JsonSchema;
use serde::Serialize;

use super::refusal::RefusalKind;
use crate::export::{Export, ExportError, named};
use crate::findings::one_line;
use xwalk_redaction::DisclosureError;
use xwalk_report::published::{As, Word};
use xwalk_seal::VerificationError;
use xwalk_syntax::ast::Date;

/// What a reader expects.
pub struct Expected<'a> {
    /// The day on which the export is relied on.
    pub day: Date,
    /// Who reads it; nothing where nobody says.
    pub audience: Option<&'a str>,
    /// The bytes of the export before.
    pub previous: Option<&'a [u8]>,
}

/// Why an export must not be relied on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Refusal")]
pub struct Refused {
    /// In one word.
    #[serde(with = "As::<Word<RefusalKind>>")]
    pub kind: RefusalKind,
    /// In one sentence, with what to do.
    pub reason: String,
}

impl Refused {
    pub fn because(kind: RefusalKind, reason: &str) -> Self {
        // What it quotes of the export may have line breaks, and the reason is one sentence.
        let reason = one_line(reason);
        Self { kind, reason }
    }
}

impl From<VerificationError> for Refused {
    fn from(refusal: VerificationError) -> Self {
        Self::because((&refusal).into(), &refusal.to_string())
    }
}

impl From<ExportError> for Refused {
    fn from(fault: ExportError) -> Self {
        let reason = format!(
            "the signature is good, but {fault}; nothing that it says was looked at; ask the signer what they have signed"
        );
        Self::because(fault.into(), &reason)
    }
}

impl From<DisclosureError> for Refused {
    fn from(fault: DisclosureError) -> Self {
        Self::because(RefusalKind::Disclosure, &fault.to_string())
    }
}

/// Whether an export says of itself what is expected.
pub fn expect(export: &Export, expected: &Expected<'_>) -> Result<(), Refused> {
    let refused = |kind, reason: String| Err(Refused::because(kind, &reason));
    let (created, day) = (export.created, expected.day);
    if expected.audience.is_some() && export.audience() != expected.audience {
        return refused(
            RefusalKind::Audience,
            format!(
                "it is an export for {}, and not for {}; ask {} for one that is",
                named(export.audience()),
                named(expected.audience),
                export.meta.issuer
            ),
        );
    }
    if created > day {
        return refused(
            RefusalKind::Future,
            format!(
                "it is dated {created}, which is after {day}; that day has not come yet: ask the signer, and check the date of this machine"
            ),
        );
    }
    if let Some(until) = export.valid_until.filter(|until| *until < day) {
        return refused(
            RefusalKind::Expired,
            format!(
                "it was valid until {until}, and is no longer valid on {day}; ask the signer for a newer one"
            ),
        );
    }
    match expected.previous {
        Some(previous) => follows(export, previous),
        None => Ok(()),
    }
}

/// Whether an export is the next one after another.
fn follows(export: &Export, previous: &[u8]) -> Result<(), Refused> {
    let refused = |reason: String| Err(Refused::because(RefusalKind::Previous, &reason));
    let before = match Export::read(previous) {
        Ok(before) => before,
        Err(fault) => {
            return refused(format!(
                "what is named as the previous export is not one: {fault}"
            ));
        }
    };
    if before.organization.name != export.organization.name {
        return refused(format!(
            "what is named as the previous export is an export of `{}`, and this one is of `{}`",
            before.organization.name, export.organization.name
        ));
    }
    if before.audience() != export.audience() {
        return refused(format!(
            "what is named as the previous export is for {}, and this one is for {}; exports are numbered separately for each audience",
            named(before.audience()),
            named(export.audience())
        ));
    }
    let (number, last) = (export.meta.sequence, before.meta.sequence);
    if last.checked_add(1) != Some(number) {
        return refused(format!(
            "it has the number {number}, and does not come directly after number {last}; ask the signer for what is missing between them"
        ));
    }
    if export.meta.previous.as_deref() != Some(&*before.sha256) {
        return refused(format!(
            "it follows an export with number {last} that is not the one named, since the digests differ: two exports have had this number, or one was changed; ask the signer"
        ));
    }
    Ok(())
}
