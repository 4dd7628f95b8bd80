//! The auditor's part: every verdict with its proof, every assessed tier with its evidence, and what it was all read from.

mod assessed;
mod claims;
mod digests;
mod proof;
mod verdicts;

use serde::Serialize;

pub(super) use self::assessed::AssessedRow;
use self::assessed::AssessmentView;
pub(super) use self::claims::ClaimRow;
pub(super) use self::digests::DigestRow;
use self::verdicts::Judged;
pub(super) use self::verdicts::VerdictRow;
use super::page::Page;
use super::verdict::VerdictView;
use crate::fragment::Fragment;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::Verdict;

view! {
    /// The whole part, without the rows of its tables.
    #[derive(Serialize)]
    pub(super) struct Auditor<'r> {
        /// Whether draft rows count.
        drafts: bool,
        /// The weakest status that counts.
        status_floor: &'static str,
        /// Every verdict that there can be.
        verdicts: Vec<VerdictView>,
        /// The frameworks on whose controls there are verdicts.
        frameworks: Vec<Judged<'r>>,
        /// The assessments.
        assessments: Vec<AssessmentView<'r>>,
        /// How many rows verdicts and conditions name.
        rows: usize,
        /// How many mappings these rows are from.
        mappings: usize,
        /// How many pieces of evidence there are.
        evidence: usize,
    }
}

impl<'r> Auditor<'r> {
    pub(super) fn of(page: Page<'r>) -> Self {
        let posture = page.posture;
        Self {
            drafts: posture.allow_draft,
            status_floor: page.report.meta.status_floor.word(),
            verdicts: Verdict::ALL.into_iter().map(VerdictView::of).collect(),
            frameworks: verdicts::judged(page),
            assessments: assessed::assessments(page),
            rows: posture.claims.len(),
            mappings: posture.mappings.len(),
            evidence: posture.evidence.len(),
        }
    }
}

/// The rows of all its tables.
pub(super) fn fragments<'r>(
    page: Page<'r>,
    rows: Rows<'_>,
) -> Result<Vec<Fragment<'r>>, EmitError> {
    let mut fragments = vec![
        rows.fragment("posture-claim", 0, move || claims::rows(page))?,
        rows.fragment("posture-digest", 0, move || digests::frameworks(page))?,
        rows.fragment("posture-digest", 1, move || digests::mappings(page))?,
        rows.fragment("posture-digest", 2, move || digests::evidence(page))?,
    ];
    for (at, projection) in page.posture.verdicts.iter().enumerate() {
        let verdicts = move || verdicts::rows(page, projection);
        fragments.push(rows.fragment("posture-verdict", at, verdicts)?);
    }
    for (at, assessment) in page.posture.assessments.iter().enumerate() {
        let assessed = move || assessed::rows(page, assessment);
        fragments.push(rows.fragment("posture-assessed", at, assessed)?);
    }
    Ok(fragments)
}
