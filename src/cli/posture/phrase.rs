//! Why a verdict is what it is, in words.

use super::{Page, counted};
use crate::analysis::posture::{Because, Credit, Doubt, Ground};
use crate::model::ControlId;

/// How many controls are named in one phrase.
const NAMED: usize = 6;

impl Page<'_, '_> {
    /// What a verdict rests on.
    pub(super) fn because(&self, ground: &Ground) -> String {
        let controls = &ground.controls;
        let stand = self.tiers(controls);
        match ground.because {
            Because::Achieved | Because::Below => {
                let tier = controls.first().and_then(|id| self.tier(*id));
                tier.map_or_else(String::new, |tier| format!("assessed at {tier}"))
            }
            Because::Contained => format!("lies within {stand}"),
            Because::Together => format!("lies within what is asked together by {stand}"),
            Because::ChildrenMet => format!("all controls directly below it are met, by {stand}"),
            Because::AsksForMore => format!("asks for all of {stand}"),
            Because::Shares => format!("shares something with {stand}"),
        }
    }

    /// Why nobody can tell.
    pub(super) fn doubt(&self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::NotApplicable(controls) => {
                format!(
                    "not applicable, which proves nothing: {}",
                    self.few(controls)
                )
            }
            Doubt::OnlyBelow(controls) => format!(
                "shares something only with what stands below the threshold: {}",
                self.tiers(controls)
            ),
            Doubt::Unsupported(controls) => {
                format!("evidence does not hold: {}", self.tiers(controls))
            }
            Doubt::NotAssessed(controls) => {
                format!("not assessed: {}", self.few(controls))
            }
            Doubt::RowsLeftOut(rows) => {
                let rows = counted(rows.len(), "row that names it is", "rows that name it are");
                format!("{rows} left out")
            }
            Doubt::JudgedBelow => "judged by the controls below it".to_owned(),
            Doubt::Unconnected => {
                "nothing is known that connects it with what is assessed".to_owned()
            }
        }
    }

    /// `ID.AM.a (tier 3), ID.AM.b (tier 4)`.
    fn tiers(&self, controls: &[ControlId]) -> String {
        let named = |id: &ControlId| match self.tier(*id) {
            Some(tier) => format!("{} ({tier})", self.name(*id)),
            None => self.name(*id),
        };
        let names: Vec<String> = controls.iter().take(NAMED).map(named).collect();
        names.join(", ") + &more(controls)
    }

    fn few(&self, controls: &[ControlId]) -> String {
        let first: Vec<ControlId> = controls.iter().take(NAMED).copied().collect();
        self.names(&first) + &more(controls)
    }

    /// `tier 3`, and what its evidence makes of it where evidence is required.
    fn tier(&self, control: ControlId) -> Option<String> {
        let stand = self.facts.stands.of_control(control)?;
        let credit = match stand.credit {
            Credit::Claimed => "",
            Credit::Unsupported => ", unsupported",
            Credit::Refuted => ", refuted by its evidence",
        };
        Some(format!("tier {}{credit}", stand.tier?))
    }
}

fn more(controls: &[ControlId]) -> String {
    match controls.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    }
}
