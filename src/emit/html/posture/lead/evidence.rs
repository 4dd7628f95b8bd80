//! The evidence, in what state it was found, and why.

use crate::fragment::Fragment;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, owner_name};
use crate::posture::quoted::{self, Piece};
use crate::posture::verdict::VerdictView;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::Evidence;

view! {
    /// A piece of evidence.
    pub(in crate::posture) struct EvidenceRow<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its title.
        title: &'r str,
        /// Its name.
        name: &'r str,
        /// Its file.
        file: &'r str,
        /// What is wrong with it; it holds if nothing is.
        flaws: Vec<Deficiency<'r>>,
        /// The controls that it supports.
        supports: Names<'r>,
        /// The day on which it was collected.
        collected: String,
        /// The last day on which it holds, if it ends.
        valid_until: Option<String>,
        /// Who answers for it.
        owner: Name<'r>,
    }
}

view! {
    /// What is wrong with evidence.
    struct Deficiency<'r> {
        /// What.
        fault: VerdictView,
        /// Why, where there is more to say: a sentence in pieces.
        why: Vec<Piece<'r>>,
    }
}

/// How many pieces of evidence do not hold.
pub(super) fn flawed(page: Page<'_>) -> usize {
    let evidence = page.posture.evidence.iter();
    evidence.filter(|one| !one.flaws.is_empty()).count()
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let evidence = move || page.posture.evidence.iter().map(move |one| row(page, one));
    Ok(vec![rows.fragment("posture-evidence", 0, evidence)?])
}

fn row<'r>(page: Page<'r>, evidence: &'r Evidence<'r>) -> EvidenceRow<'r> {
    let flaws = evidence.flaws.iter().map(|flaw| Deficiency {
        fault: VerdictView::fault(flaw.fault),
        why: flaw.why.as_deref().map_or_else(Vec::new, quoted::pieces),
    });
    EvidenceRow {
        id: Kind::Evidence.id(evidence.name),
        title: evidence.title,
        name: evidence.name,
        file: evidence.file,
        flaws: flaws.collect(),
        supports: page.places.supports(&evidence.supports),
        collected: evidence.collected.to_string(),
        valid_until: evidence.valid_until.map(|day| day.to_string()),
        owner: owner_name(evidence.owner),
    }
}
