//! What is missing to the targets, the most urgent first.

use super::{Page, counted, indented};
use crate::analysis::posture::{Gap, RiskFrom};
use crate::cli::columns::Columns;

/// How many gaps are shown, unless all are asked for.
const SHOWN: usize = 10;

impl Page<'_, '_> {
    pub(super) fn gaps(&self, all: bool) -> String {
        let gaps = &self.facts.gaps;
        let count = gaps.ranked.len() + gaps.without_risk.len();
        if count == 0 {
            return "\nEvery assessed control has reached its target.\n".to_owned();
        }
        let mut text = format!(
            "\n{} below target, ranked by risk x (target - current) / effort; ties by identifier\n",
            counted(count, "control is", "controls are")
        );
        let shown = if all { usize::MAX } else { SHOWN };
        let mut columns = Columns::right(&[0, 3, 5, 6]);
        columns.push([
            "rank",
            "",
            "",
            "risk",
            "tier",
            "effort",
            "priority",
            "rank at risk -25%, +25%",
            "effort -25%, +25%",
        ]);
        for (rank, gap) in (1..).zip(&gaps.ranked).take(shown) {
            let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.turned;
            columns.push([
                rank.to_string(),
                self.words.name(gap.control),
                self.words.title(gap.control).to_owned(),
                self.risk(gap),
                format!("{} -> {}", gap.current, gap.target),
                effort(gap),
                gap.priority.to_string(),
                format!("{risk_lower}, {risk_higher}"),
                format!("{effort_lower}, {effort_higher}"),
            ]);
        }
        text += &indented(&columns.text());
        if gaps.ranked.len() > shown {
            let more = gaps.ranked.len() - shown;
            text += &format!("  {more} more; `--all` shows them.\n");
        }
        text += "\n  risk: as stated, else * the greatest that threatens the control, else ~ the default. effort: in working days, ~ by default, at least 1.\n";
        if !gaps.without_risk.is_empty() {
            let names = gaps.without_risk.iter().map(|(_, id)| self.words.name(*id));
            let names: Vec<String> = names.collect();
            text += &format!(
                "  Without a risk, and so without a rank: {}\n",
                names.join(", ")
            );
        }
        text
    }

    fn risk(&self, gap: &Gap) -> String {
        let from = match gap.risk_from {
            RiskFrom::Stated => "",
            RiskFrom::Register(_) => "*",
            RiskFrom::Default => "~",
        };
        format!("{from}{}", gap.risk)
    }
}

fn effort(gap: &Gap) -> String {
    let from = if gap.effort_is_stated { "" } else { "~" };
    format!("{from}{}d", gap.effort)
}
