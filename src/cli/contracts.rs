//! The table of the JSON documents that programs may rely on.

use super::contract::Contract;
use super::{coverage, gaps, overlap, posture, show, suggest, verify, why};
use xwalk_diagnostic::render::DiagnosticsV1;
use xwalk_emit::{disclosure_schema, json_schema as crosswalk_schema, posture_schema};

/// All of them: what `build` writes, then what commands answer.
pub const CONTRACTS: &[Contract] = &[
    Contract {
        name: "xwalk-crosswalk",
        version: 1,
        about: "The document `crosswalk.json` of `build`",
        schema: |_| crosswalk_schema(),
        page: "docs/json.md",
    },
    Contract {
        name: "xwalk-posture",
        version: 1,
        about: "The document `posture.json` of `build`",
        schema: |_| posture_schema(),
        page: "docs/posture.md",
    },
    Contract {
        name: "xwalk-disclosure",
        version: 1,
        about: "The document `posture.disclosure.json` of `build --audience`",
        schema: |_| disclosure_schema(),
        page: "docs/posture.md",
    },
    Contract {
        name: "xwalk-diagnostics",
        version: 1,
        about: "The document of `check --format json`",
        schema: Contract::schema_of::<DiagnosticsV1<'_>>,
        page: "docs/guide.md",
    },
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
