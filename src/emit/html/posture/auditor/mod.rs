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
use crate::emit::EmitError;
use crate::emit::html::filler::Filler;
use crate::emit::html::fragment::Fragment;
use crate::emit::html::templates::{Kit, Templates};
use crate::emit::html::view::view;
use crate::report::posture::Verdict;

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

/// The templates of the rows of its tables.
pub(super) struct Rows {
    verdict: Filler,
    assessed: Filler,
    claim: Filler,
    digest: Filler,
}

impl Rows {
    pub(super) fn read(templates: &Templates, kit: &Kit) -> Result<Self, EmitError> {
        Ok(Self {
            verdict: templates.row::<VerdictRow<'_>>(kit, "posture-verdict.row.hbs")?,
            assessed: templates.row::<AssessedRow<'_>>(kit, "posture-assessed.row.hbs")?,
            claim: templates.row::<ClaimRow<'_>>(kit, "posture-claim.row.hbs")?,
            digest: templates.row::<DigestRow<'_>>(kit, "posture-digest.row.hbs")?,
        })
    }

    /// The rows of all its tables.
    pub(super) fn fragments<'r>(&'r self, page: Page<'r>) -> Vec<Fragment<'r>> {
        let mut all = vec![
            Fragment::rows("claims", 0, &self.claim, move || claims::rows(page)),
            Fragment::rows("framework-digests", 0, &self.digest, move || {
                digests::frameworks(page)
            }),
            Fragment::rows("mapping-digests", 0, &self.digest, move || {
                digests::mappings(page)
            }),
            Fragment::rows("evidence-digests", 0, &self.digest, move || {
                digests::evidence(page)
            }),
        ];
        let verdicts = page.posture.verdicts.iter().enumerate();
        all.extend(verdicts.map(|(at, projection)| {
            Fragment::rows("verdicts", at, &self.verdict, move || {
                verdicts::rows(page, projection)
            })
        }));
        let assessments = page.posture.assessments.iter().enumerate();
        all.extend(assessments.map(|(at, assessment)| {
            Fragment::rows("assessed", at, &self.assessed, move || {
                assessed::rows(page, assessment)
            })
        }));
        all
    }
}
