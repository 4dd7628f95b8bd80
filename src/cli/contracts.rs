//! The table of the JSON documents that programs may rely on.

use super::contract::{Contract, contract};
use super::{coverage, gaps, overlap, posture, show, suggest, verify, why};
#[cfg(feature = "schemas")]
use xwalk_diagnostic::render::DiagnosticsV1;
#[cfg(feature = "schemas")]
use xwalk_emit::{disclosure_schema, json_schema as crosswalk_schema, posture_schema};

/// All of them: what `build` writes, then what commands answer.
pub const CONTRACTS: &[Contract] = &[
    contract!(
        "crosswalk" 2,
        "The document `crosswalk.json` of `build`",
        "docs/json.md",
        |_| crosswalk_schema()
    ),
    contract!(
        "posture" 2,
        "The document `posture.json` of `build`",
        "docs/posture.md",
        |_| posture_schema()
    ),
    contract!(
        "disclosure" 1,
        "The document `posture.disclosure.json` of `build --audience`",
        "docs/posture.md",
        |_| disclosure_schema()
    ),
    contract!(
        "diagnostics" 1,
        "The document of `check --format json`",
        "docs/guide.md",
        Contract::schema_of::<DiagnosticsV1<'_>>
    ),
    coverage::CONTRACT,
    gaps::CONTRACT,
    overlap::CONTRACT,
    suggest::CONTRACT,
    why::CONTRACT,
    show::CONTRACT,
    posture::CONTRACT,
    posture::ROADMAP,
    posture::WHAT_IF,
    verify::CONTRACT,
];
