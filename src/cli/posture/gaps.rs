//! What is missing to the targets, the most urgent first.

use crate::columns::Columns;
use xwalk_report::posture::{Gap, Inquiry, RiskFrom};
use xwalk_report::{Share, counted};

/// How many gaps are shown, unless all are asked for.
const SHOWN: usize = 10;

pub(super) fn gaps(inquiry: &Inquiry<'_, '_, '_>, all: bool) -> String {
    let (names, gaps) = (&inquiry.names, inquiry.gaps());
    let count = gaps.ranked.len() + gaps.without_risk.len();
    if inquiry
        .assessments()
        .iter()
        .all(|one| one.controls.is_empty())
    {
        return "\nNo control is assessed.\n".to_owned();
    }
    if count == 0 {
        return match inquiry.is_anything_assessed() {
            true => "\nEvery assessed control has reached its target.\n".to_owned(),
            false => format!("\nNo control has a tier: {}.\n", Share::NOTHING),
        };
    }
    let mut text = format!(
        "\n{} below target, ranked by risk x (target - current) / effort; ties in the order of the framework\n",
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
        let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.ranks;
        columns.push([
            rank.to_string(),
            names.short(&gap.control).to_owned(),
            gap.control.title().to_owned(),
            risk(gap),
            format!("{} -> {}", gap.current, gap.target),
            effort(gap),
            gap.priority.to_string(),
            format!("{risk_lower}, {risk_higher}"),
            format!("{effort_lower}, {effort_higher}"),
        ]);
    }
    text += &columns.indented();
    if gaps.ranked.len() > shown {
        let more = gaps.ranked.len() - shown;
        text += &format!("  {more} more; `--all` shows them.\n");
    }
    text += "\n  risk: as stated, else * the greatest that threatens the control, else ~ the default. effort: in working days, ~ by default, at least 1.\n";
    if !gaps.without_risk.is_empty() {
        let unranked = gaps.without_risk.iter().map(|(_, control)| control);
        text += &format!(
            "  Without a risk, and so without a rank: {}\n",
            names.list(unranked)
        );
    }
    text
}

fn risk(gap: &Gap<'_>) -> String {
    let from = match gap.risk_from {
        RiskFrom::Stated => "",
        RiskFrom::Register(_) => "*",
        RiskFrom::Default => "~",
    };
    format!("{from}{}", gap.risk)
}

fn effort(gap: &Gap<'_>) -> String {
    let from = if gap.effort_is_stated { "" } else { "~" };
    format!("{from}{}d", gap.effort)
}
