//! What a file of disclosures shows of an export.

use super::expect::Refused;
use super::refusal::RefusalKind;
use crate::export::Export;
use xwalk_emit::DisclosuresV1;
use xwalk_redaction::{Disclosure, disclose};

/// The disclosures of a file, each of which was found to be what is hidden in the export.
pub fn disclosed(export: &Export, bytes: &[u8]) -> Result<Vec<Disclosure>, Refused> {
    let refused = |reason: &str| Refused::because(RefusalKind::Disclosure, reason);
    let file: Option<DisclosuresV1> = serde_json::from_slice(bytes).ok();
    let file = file.filter(DisclosuresV1::is_known).ok_or_else(|| {
        refused("what is named as its disclosure is not one, or is of a version that this xwalk does not know")
    })?;
    if file.export != export.sha256 {
        return Err(refused(
            "the disclosure belongs to another export: the digest of the export in it differs; ask for the one that belongs to this export",
        ));
    }
    let mut document = export.document.clone();
    for disclosure in &file.disclosures {
        disclose(&mut document, disclosure)?;
    }
    Ok(file.disclosures)
}
