//! Current and target profile: for functions, categories, and all together.

use std::collections::BTreeSet;

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::cell::{Cell, Look};
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::Share;
use xwalk_report::posture::{NamedControl, Profile, ProfileLine};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Profile",
    table: "tblProfile",
    about: "current and target tier of every function and category, and how their controls are spread over the tiers",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for profile in &plan.posture.profiles {
        table.row(Rank::Top, 0, (profile, &profile.total));
        for section in &profile.lines {
            let depth = section.control.as_ref().map_or(0, NamedControl::depth);
            let rank = if depth == 0 { Rank::Inner } else { Rank::Leaf };
            table.row(rank, depth.saturating_add(1), (profile, section));
        }
    }
    table.finish()
}

/// All tiers that occur or could, with their names where all assessed frameworks agree on them.
fn tiers(plan: &Plan<'_>) -> Vec<u32> {
    let assessments = plan.posture.assessments.iter();
    let declared = assessments.flat_map(|assessment| assessment.framework.tiers());
    let declared = declared.map(|(tier, _)| *tier);
    let totals = plan.posture.profiles.iter().map(|profile| &profile.total);
    let used = totals.flat_map(|total| {
        total
            .current
            .iter()
            .chain(&total.targets)
            .map(|(tier, _)| *tier)
    });
    let all: BTreeSet<u32> = declared.chain(used).collect();
    all.into_iter().collect()
}

fn head(plan: &Plan<'_>) -> Head {
    let assessments = plan.posture.assessments.iter();
    let scales: Vec<String> = assessments
        .map(|one| {
            format!(
                "{}: achieved from tier {}{}",
                one.name,
                one.achieved_from,
                in_brackets(&Plan::scale(&one.framework))
            )
        })
        .collect();
    Head {
        purpose: "The tier of a function or category is the lowest tier of its controls (minimum): one weak control keeps it there. Likewise, its target is their lowest target. Where some of its controls are not assessed, ≤ says that it cannot be higher."
            .to_owned(),
        reading: format!(
            "{}. Unsupported: the claimed tier is counted, although its evidence does not hold. Not applicable controls have no tier.",
            scales.join("; ")
        ),
        frozen: 3,
        empty: "Nothing is assessed.",
    }
}

/// The names of the tiers, if they have any.
fn in_brackets(scale: &str) -> String {
    match scale.is_empty() {
        true => String::new(),
        false => format!(" ({scale})"),
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Profile<'r>, &'r ProfileLine)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let tiers = tiers(plan);
    let mut columns = vec![
        Of::muted("Assessment", 14.0, |(profile, _)| profile.assessment.name),
        Of::cell("Part", 12.0, move |(_, line)| match &line.control {
            Some(control) => plan.control(control),
            None => Cell::text("all"),
        }),
        Of::text("Title", 46.0, move |(profile, line)| match &line.control {
            Some(control) => control.title(),
            None => profile.framework.title(),
        }),
        Of::cell("Current tier", 9.0, move |(profile, line)| {
            Plan::tier_of(profile, line)
        }),
        Of::cell("Target tier", 9.0, move |(profile, line)| {
            Plan::tier(&profile.framework, line.target)
        }),
        Of::count("With a tier", 10.5, |(_, line)| line.assessed),
    ];
    columns.extend(tiers.iter().copied().map(|tier| {
        Of::cell(format!("Now at {tier}"), 7.5, move |(_, line)| {
            count(&line.current, tier)
        })
    }));
    columns.extend(tiers.iter().copied().map(|tier| {
        Of::cell(format!("Target {tier}"), 8.0, move |(_, line)| {
            count(&line.targets, tier)
        })
    }));
    columns.extend([
        Of::count("Achieved", 10.0, |(_, line)| line.achieved),
        Of::cell("Achieved %", 10.0, |(_, line)| {
            Cell::share(Share::of(line.achieved, line.assessed))
        }),
        Of::count("At target", 8.5, |(_, line)| line.at_target),
        Of::count("Without evidence", 10.0, |(_, line)| line.without_evidence),
        Of::cell("Unsupported", 12.5, |(_, line)| flagged(line.unsupported)),
        Of::count("Not applicable", 10.5, |(_, line)| line.not_applicable),
        Of::cell("Not assessed", 10.0, |(_, line)| flagged(line.not_assessed)),
    ]);
    columns
}

/// How many controls stand at a tier, if any do.
fn count(of: &[(u32, usize)], tier: u32) -> Cell<'static> {
    let found = of.iter().find(|(known, _)| *known == tier);
    found.map_or(Cell::BLANK, |(_, count)| Cell::count(*count))
}

/// A count that should be 0.
fn flagged(count: usize) -> Cell<'static> {
    let cell = Cell::count(count);
    match count {
        0 => cell,
        _ => cell.look(Look::TonedCount(Tone::Fair)),
    }
}
