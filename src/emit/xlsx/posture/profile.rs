//! Current and target profile: for functions, categories, and all together.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Assessment, ProfileLine};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Profile",
    table: "tblProfile",
    about: "current and target tier of every function and category, and how their controls are spread over the tiers",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let tiers = tiers(plan);
    let mut table = SHEET.begin(book, plan, head(plan, &tiers))?;
    for profile in &plan.posture.profiles {
        let Some(assessment) = plan.assessment(profile.assessment) else {
            continue;
        };
        let line = |line| cells(plan, assessment, line, &tiers);
        table.line(Rank::Top, 0, line(&profile.total))?;
        for section in &profile.lines {
            let control = section.control.as_deref();
            let depth = control
                .and_then(|control| plan.known(control))
                .map_or(0, |known| known.control.depth);
            let rank = if depth == 0 { Rank::Inner } else { Rank::Leaf };
            table.line(rank, depth.saturating_add(1), line(section))?;
        }
    }
    table.finish()
}

/// All tiers that occur or could, with their names where all assessed frameworks agree on them.
fn tiers(plan: &Plan<'_>) -> Vec<u32> {
    let assessments = plan.posture.assessments.iter();
    let declared = assessments.flat_map(|assessment| {
        let framework = plan.framework(&assessment.framework);
        framework
            .iter()
            .flat_map(|framework| &framework.tiers)
            .map(|(tier, _)| *tier)
            .collect::<Vec<_>>()
    });
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

fn head(plan: &Plan<'_>, tiers: &[u32]) -> Head {
    let mut columns = vec![
        Column::new("Assessment", 14.0),
        Column::new("Part", 12.0),
        Column::new("Title", 46.0),
        Column::new("Current tier", 9.0),
        Column::new("Target tier", 9.0),
        Column::new("Assessed", 10.5),
    ];
    columns.extend(
        tiers
            .iter()
            .map(|tier| Column::new(format!("Now at {tier}"), 7.5)),
    );
    columns.extend(
        tiers
            .iter()
            .map(|tier| Column::new(format!("Target {tier}"), 8.0)),
    );
    columns.extend([
        Column::new("Achieved", 10.0),
        Column::new("Achieved %", 10.0),
        Column::new("At target", 8.5),
        Column::new("Unsupported", 12.5),
        Column::new("Not applicable", 10.5),
        Column::new("Not assessed", 10.0),
    ]);
    let assessments = plan.posture.assessments.iter();
    let scales: Vec<String> = assessments
        .map(|one| {
            format!(
                "{}: achieved from tier {} ({})",
                one.name,
                one.achieved_from,
                plan.scale(&one.framework)
            )
        })
        .collect();
    Head {
        purpose: "A function or category stands at the lowest tier of its controls (minimum): one weak control keeps it there. Its target is the lowest target likewise."
            .to_owned(),
        reading: format!(
            "{}. Unsupported: the claimed tier is counted all the same, its evidence does not hold. Not applicable controls have no tier.",
            scales.join("; ")
        ),
        columns,
        frozen: 3,
        empty: "Nothing is assessed.",
    }
}

fn cells<'r>(
    plan: &Plan<'r>,
    assessment: &'r Assessment<'r>,
    line: &'r ProfileLine,
    tiers: &[u32],
) -> Vec<Cell<'r>> {
    let count = |of: &[(u32, usize)], tier: u32| {
        let found = of.iter().find(|(known, _)| *known == tier);
        found.map_or(Cell::BLANK, |(_, count)| Cell::count(*count))
    };
    let (part, title) = match &line.control {
        Some(control) => (plan.control(control), plan.title(control)),
        None => (Cell::text("all"), plan.short_title(&assessment.framework)),
    };
    let mut cells = vec![
        Cell::muted(assessment.name),
        part,
        Cell::text(title),
        plan.tier(&assessment.framework, line.tier),
        plan.tier(&assessment.framework, line.target),
        Cell::count(line.assessed),
    ];
    cells.extend(tiers.iter().map(|tier| count(&line.current, *tier)));
    cells.extend(tiers.iter().map(|tier| count(&line.targets, *tier)));
    cells.extend([
        Cell::count(line.achieved),
        share(line.achieved, line.assessed),
        Cell::count(line.at_target),
        flagged(line.unsupported),
        Cell::count(line.not_applicable),
        flagged(line.not_assessed),
    ]);
    cells
}

/// A share, rounded half up to basis points; nothing of nothing.
fn share(part: usize, whole: usize) -> Cell<'static> {
    if whole == 0 {
        return Cell::centred("–");
    }
    let basis_points = (part * 20_000 + whole) / (2 * whole);
    Cell::share(u32::try_from(basis_points).unwrap_or(10_000))
}

/// A count that should be 0.
fn flagged(count: usize) -> Cell<'static> {
    let cell = Cell::count(count);
    match count {
        0 => cell,
        _ => cell.look(Look::TonedCount(Tone::Fair)),
    }
}
