//! Where everything stands in the page, and how one thing leads to another.

mod kind;
mod known;
mod names;

use std::collections::BTreeMap;

use self::known::PlacedControl;
use crate::anchors;
use xwalk_report::posture::{Assessed, Assessment, Claim};
use xwalk_report::{Posture, Report};

pub(super) use self::kind::Kind;

/// All that is named in a posture. What is asked for by a name that nothing bears is called by that name.
pub(super) struct Places<'r> {
    controls: BTreeMap<&'r str, PlacedControl<'r>>,
    named: BTreeMap<(Kind, &'r str), &'r str>,
    claims: BTreeMap<&'r str, &'r Claim<'r>>,
    shorts: BTreeMap<&'r str, &'r str>,
}

impl<'r> Places<'r> {
    pub(super) fn of(report: &'r Report<'_>, posture: &'r Posture<'_>) -> Self {
        let shorts = report.frameworks.values();
        let shorts = shorts.map(|framework| (framework.key.as_str(), framework.short.as_str()));
        let claims = posture.claims.iter();
        Self {
            controls: known::controls(posture),
            named: kind::named(posture),
            claims: claims.map(|claim| (claim.name.as_str(), claim)).collect(),
            shorts: shorts.collect(),
        }
    }

    /// `NIST CSF 2.0`.
    pub(super) fn short(&self, framework: &'r str) -> &'r str {
        self.shorts.get(framework).copied().unwrap_or(framework)
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

    /// The `id` of what has a name.
    pub(super) fn id(kind: Kind, name: &str) -> String {
        format!("{}:{name}", kind.word())
    }
}
