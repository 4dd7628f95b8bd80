//! Where everything stands in the page, and how one thing leads to another.

mod kind;
mod known;
mod names;

use std::collections::BTreeMap;

use self::known::PlacedControl;
use crate::anchors;
use xwalk_report::Posture;
use xwalk_report::posture::{Assessed, Assessment, Claim, NamedFramework};

pub(super) use self::kind::Kind;
pub(super) use self::names::{framework_name, owner_name};

/// Where everything that is named in a posture stands.
pub(super) struct Places<'r> {
    baseline: &'r NamedFramework,
    controls: BTreeMap<&'r str, PlacedControl<'r>>,
    claims: BTreeMap<&'r str, &'r Claim<'r>>,
}

impl<'r> Places<'r> {
    pub(super) fn of(posture: &'r Posture<'_>) -> Self {
        let claims = posture.claims.iter();
        Self {
            baseline: &posture.organization.baseline,
            controls: known::controls(posture),
            claims: claims.map(|claim| (claim.name.as_str(), claim)).collect(),
        }
    }

    /// How a control was assessed.
    pub(super) fn assessed(&self, control: &str) -> Option<(&'r Assessment<'r>, &'r Assessed<'r>)> {
        self.controls.get(control)?.assessed
    }

    /// What a row says.
    pub(super) fn claim(&self, row: &str) -> Option<&'r Claim<'r>> {
        self.claims.get(row).copied()
    }

    /// The `id` of the verdict on a control.
    pub(super) fn verdict_id(&self, control: &str) -> String {
        self.anchor(control).to_owned()
    }

    /// The `id` of the assessment of a control.
    pub(super) fn assessed_id(&self, control: &str) -> String {
        format!("assessed:{}", self.anchor(control))
    }

    /// The `id` of a control's gap.
    pub(super) fn gap_id(&self, control: &str) -> String {
        format!("gap:{}", self.anchor(control))
    }

    /// The link to a control's gap, if it has one.
    pub(super) fn gap_link(&self, control: &str) -> Option<String> {
        let known = self.controls.get(control)?;
        known.is_gap.then(|| anchors::link(&self.gap_id(control)))
    }

    /// What tells a control from all others in the page.
    fn anchor<'c>(&'c self, control: &'c str) -> &'c str {
        let known = self.controls.get(control);
        known.map_or(control, |known| known.anchor.as_str())
    }

    /// The link to a control's verdict, or else to its assessment; none where it has neither.
    fn control_link(&self, control: &str) -> Option<String> {
        let known = self.controls.get(control)?;
        let id = match (known.is_judged, known.assessed) {
            (true, _) => self.verdict_id(control),
            (false, Some(_)) => self.assessed_id(control),
            (false, None) => return None,
        };
        Some(anchors::link(&id))
    }

    /// The `id` of the verdicts on a framework.
    pub(super) fn framework_id(framework: &str) -> String {
        format!("verdicts:{framework}")
    }
}
