//! The risk register.

use crate::fragment::Fragment;
use crate::pictures;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, owner_name};
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Risk, Treatment};

view! {
    /// A risk of the register.
    pub(in crate::posture) struct Registered<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its title.
        title: &'r str,
        /// How likely it is.
        likelihood: usize,
        /// How much harm it does.
        impact: usize,
        /// Likelihood × impact.
        level: usize,
        /// Whether that is above the tolerance.
        is_above: bool,
        /// What the organization tolerates, if it says so.
        tolerance: Option<String>,
        /// What is done about it, if that is decided.
        treatment: Option<&'static str>,
        /// Who answers for it.
        owner: Name<'r>,
        /// The initiatives that treat it.
        treated_by: Names<'r>,
        /// The controls that it threatens.
        threatens: Names<'r>,
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let mut risks: Vec<&Risk<'_>> = page.posture.risks.iter().collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.level));
    let risks = move || risks.clone().into_iter().map(move |risk| row(page, risk));
    Ok(vec![
        Fragment::html("risks", 0, pictures::risks(page.posture)),
        rows.fragment("posture-risk", 0, risks)?,
    ])
}

fn row<'r>(page: Page<'r>, risk: &'r Risk<'r>) -> Registered<'r> {
    let places = page.places;
    let tolerance = page.posture.organization.tolerance;
    Registered {
        id: Kind::Risk.id(risk.name),
        title: risk.title,
        likelihood: risk.likelihood as usize,
        impact: risk.impact as usize,
        level: risk.level as usize,
        is_above: risk.is_above == Some(true),
        tolerance: tolerance.map(|tolerance| tolerance.to_string()),
        treatment: risk.treatment.map(Treatment::word),
        owner: owner_name(risk.owner),
        treated_by: Kind::Initiative.names(&risk.treated_by),
        threatens: places.controls(risk.threatens.iter()),
    }
}
