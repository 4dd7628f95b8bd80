//! The gaps in order of priority, with every input of the formula.

use crate::fragment::Fragment;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, owner_name};
use crate::posture::titled::Titled;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Gap, RiskFrom};

view! {
    /// A gap, and all that its rank was computed from.
    pub(in crate::posture) struct Ranked<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its rank.
        rank: usize,
        /// The control.
        control: Titled<'r>,
        /// The tier now.
        current: usize,
        /// The target tier.
        target: usize,
        /// The risk.
        risk: usize,
        /// Whether the risk is stated for the control.
        risk_is_stated: bool,
        /// The risk of the register from which it is; else it is the default of the assessment.
        registered: Option<Name<'r>>,
        /// The effort in days.
        effort: usize,
        /// Whether the effort is stated; else it is the default of the assessment.
        effort_is_stated: bool,
        /// The priority.
        priority: String,
        /// The rank if the risk were lower.
        risk_lower: usize,
        /// The rank if the risk were higher.
        risk_higher: usize,
        /// The rank if the effort were lower.
        effort_lower: usize,
        /// The rank if the effort were higher.
        effort_higher: usize,
        /// Who answers for the control.
        owner: Name<'r>,
        /// The initiatives that raise it.
        initiatives: Names<'r>,
    }
}

view! {
    /// The gaps that have no rank.
    pub(in crate::posture) struct WithoutRisk<'r> {
        /// Their controls.
        controls: Names<'r>,
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let gaps = &page.posture.gaps;
    let ranked = move || (1..).zip(&gaps.ranked).map(move |it| row(page, it));
    let without_risk = move || {
        let controls = gaps.without_risk.iter();
        let controls = controls.map(|(_, control)| control);
        let controls = page.places.controls(controls);
        let any = !controls.is_empty();
        any.then_some(WithoutRisk { controls }).into_iter()
    };
    Ok(vec![
        rows.fragment("posture-gap", 0, ranked)?,
        rows.fragment("posture-without-risk", 0, without_risk)?,
    ])
}

fn row<'r>(page: Page<'r>, (rank, gap): (usize, &'r Gap<'r>)) -> Ranked<'r> {
    let places = page.places;
    let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.ranks;
    Ranked {
        id: places.gap_id(&gap.control),
        rank,
        control: Titled::of(page, &gap.control),
        current: gap.current as usize,
        target: gap.target as usize,
        risk: gap.risk as usize,
        risk_is_stated: matches!(gap.risk_from, RiskFrom::Stated),
        registered: match gap.risk_from {
            RiskFrom::Register(risk) => Some(Kind::Risk.name(risk)),
            RiskFrom::Stated | RiskFrom::Default => None,
        },
        effort: gap.effort as usize,
        effort_is_stated: gap.effort_is_stated,
        priority: gap.priority.to_string(),
        risk_lower,
        risk_higher,
        effort_lower,
        effort_higher,
        owner: owner_name(page.owner_of(&gap.control)),
        initiatives: Kind::Initiative.names(&page.raised_by(&gap.control)),
    }
}
