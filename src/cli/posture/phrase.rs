//! Why a verdict is what it is, in words.

use super::counted;
use super::words::Words;
use crate::analysis::posture::{Because, Credit, Doubt, Ground, Moved, Projected};
use crate::model::{ControlId, RowId};

/// How many controls are named in one phrase.
const NAMED: usize = 6;

/// How many rows of one verdict are named; JSON has all.
const ROWS_SHOWN: usize = 3;

impl Words<'_, '_> {
    /// All that a verdict rests on, with the rows; or why nobody can tell.
    pub(super) fn why(&self, projected: &Projected) -> String {
        let whys = projected.grounds.iter().map(|ground| {
            let because = self.because(ground);
            if ground.rows.is_empty() {
                return because;
            }
            let status = ground.status.word();
            format!("{because} [{status}]{}", self.by(&ground.rows))
        });
        let doubts = projected.doubt.iter().map(|doubt| self.doubt(doubt));
        let whys: Vec<String> = whys.chain(doubts).collect();
        whys.join("; ")
    }

    /// `ID.AM.a 2 -> 3`.
    pub(super) fn moved(&self, moved: &Moved) -> String {
        let tier = |tier: Option<u32>| tier.map_or_else(|| "none".to_owned(), |it| it.to_string());
        format!(
            "{} {} -> {}",
            self.name(moved.control),
            tier(moved.before),
            tier(moved.after)
        )
    }

    /// What a verdict rests on.
    pub(super) fn because(&self, ground: &Ground) -> String {
        let controls = &ground.controls;
        let stand = self.tiers(controls);
        match ground.because {
            Because::Achieved | Because::Below => {
                let tier = controls.first().and_then(|id| self.tier(*id));
                tier.map_or_else(String::new, |tier| format!("stands at {tier}"))
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

    /// `, by csf2-iso.xwalk:12 and 3 more rows`.
    pub(super) fn by(&self, rows: &[RowId]) -> String {
        let named = rows.iter().take(ROWS_SHOWN).map(|row| self.place(*row));
        let named: Vec<String> = named.collect();
        match rows.len().checked_sub(ROWS_SHOWN) {
            _ if rows.is_empty() => String::new(),
            None | Some(0) => format!(", by {}", named.join(", ")),
            Some(more) => {
                let more = counted(more, "more row", "more rows");
                format!(", by {} and {more}", named.join(", "))
            }
        }
    }

    /// `file:line`.
    pub(super) fn place(&self, row: RowId) -> String {
        self.sources.file_line(self.model.rows[row].place)
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
        let stand = self.stands.of_control(control)?;
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
