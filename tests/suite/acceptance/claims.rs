//! The digest of what a mapping claims.

use std::collections::BTreeSet;

use super::{MAPPING, folder};
use crate::program::xwalk;

fn digest(mapping: &str) -> String {
    let folder = folder(mapping);
    let shown = xwalk(folder.path(), &["show", "house-law", "--format", "json"]).ended(0);
    let digest = shown.json()["mapping"]["claims_sha256"].clone();
    let digest = digest.as_str().unwrap().to_owned();
    let page = xwalk(folder.path(), &["show", "house-law"]).ended(0).out;
    assert!(page.contains(&format!("SHA-256 {digest}")), "{page}");
    digest
}

/// The mapping with one part of its text in place of another.
fn with(old: &str, new: &str) -> String {
    assert!(MAPPING.contains(old), "{old}");
    MAPPING.replacen(old, new, 1)
}

#[test]
fn it_changes_with_all_that_is_claimed() {
    let claims = [
        with("H-1  equal", "H-1  subset-of"),
        with("H-1  equal  L-1", "H-1  equal  L-3"),
        with("  \"The same doors\"", ""),
        with("The same doors", "The very same doors"),
        with("L-1  \"", "L-1  strength 9  \""),
        with("L-1  \"", "L-1  semantic  \""),
        with("L-1  \"", "L-1  confidence high  \""),
        with("there are guests", "there are many guests"),
        with("  { when \"there are guests\" }", ""),
        with("H-1  equal  L-1  \"The same doors\"\n", ""),
        with("rationale functional", "rationale semantic"),
        with("status    draft", "complete  source"),
        with("status    draft", "scope     H-1, H-2, H-3"),
        with("status    draft", "source    \"A paper\""),
        with("status    draft", "url       \"https://example.org/\""),
        with("status    draft", "use-case  \"Reuse\""),
        with("status    draft", "audience  \"Auditors\""),
        with("status    draft", "authority \"Third party\""),
        with("status    draft", "citation  \"A paper\""),
        with("status    draft", "comprehensive target"),
        with("status    draft", "version   1.0.0"),
        with("House and law", "House or law"),
    ];
    let mut seen = BTreeSet::from([digest(MAPPING)]);
    for claim in &claims {
        assert!(seen.insert(digest(claim)), "{claim}");
    }
}

#[test]
fn it_stays_with_layout_comments_people_status_and_dates() {
    let others = [
        with("H-1  equal  L-1", "H-1 equal /* indeed */ L-1"),
        with("  rationale", "  // Of doors.\n  rationale"),
        format!("/// Of doors.\n{MAPPING}"),
        with("status    draft", "status    final"),
        with("status    draft", "author    \"Ada\" on 2026-01-01"),
        with("status    draft", "reviewer  \"Ada\" on 2026-01-01"),
        with("status    draft", "published 2026-01-01"),
        with("status    draft", "home      \"https://example.org/\""),
        with("status    draft", "contact   \"mappings@example.org\""),
        with(
            "L-1  \"",
            "L-1  status final  author \"Ada\"  reviewer \"Eve\" on 2026-02-02  \"",
        ),
        with("status withdrawn", ""),
        with("  \"The same doors\"", " {\n  note \"The same doors\"\n}"),
        // What a row takes from its mapping is what it says.
        with("L-1  \"", "L-1  functional  \""),
        // The order of rows means nothing.
        with("  H-1  equal  L-1  \"The same doors\"\n", "")
            .replace("\n}", "\n  H-1  equal  L-1  \"The same doors\"\n}"),
    ];
    for other in &others {
        assert_eq!(digest(other), digest(MAPPING), "{other}");
    }
}
