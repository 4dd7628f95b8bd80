//! The gaps in order of priority, with all that their ranks were computed from.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Gap, RiskFrom};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Gaps",
    table: "tblGaps",
    about: "the controls below their targets, ranked by the printed formula, with its inputs and how firm each rank is",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for (rank, gap) in (1..).zip(&plan.posture.gaps.ranked) {
        table.line(Rank::Leaf, 0, cells(plan, rank, gap))?;
    }
    for (assessment, control) in &plan.posture.gaps.without_risk {
        table.line(Rank::Leaf, 0, unranked(plan, assessment, control))?;
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Rank", 7.5),
        ("Control", 11.0),
        ("Title", 46.0),
        ("Function", 14.0),
        ("Current tier", 8.5),
        ("Target tier", 8.5),
        ("Risk", 7.5),
        ("Where the risk is from", 24.0),
        ("Risk of the register", 28.0),
        ("Effort (days)", 9.0),
        ("Where the effort is from", 14.0),
        ("Priority (exact)", 10.0),
        ("Priority", 10.0),
        ("Rank at risk −25 %", 10.0),
        ("Rank at risk +25 %", 10.0),
        ("Rank at effort −25 %", 10.0),
        ("Rank at effort +25 %", 10.0),
        ("Owner", 20.0),
        ("Initiatives that raise it", 30.0),
        ("Framework", plan.short_width()),
    ];
    Head {
        purpose: "Priority = risk × (target tier − current tier) ÷ effort in working days, in exact fractions; equal ones by identifier. An effort is at least one day."
            .to_owned(),
        reading: "Risk: stated for the control, else the greatest risk of the register that threatens it, else the default. The four ranks on the right: this gap’s rank if its own risk or effort, and nothing else, were a quarter lower or higher."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "No control stands below its target.",
    }
}

fn cells<'r>(plan: &Plan<'r>, rank: usize, gap: &'r Gap<'r>) -> Vec<Cell<'r>> {
    let assessment = plan.assessment(gap.assessment);
    let framework = assessment.map_or("", |assessment| assessment.framework.as_str());
    let register = match gap.risk_from {
        RiskFrom::Register(risk) => Some(risk),
        RiskFrom::Stated | RiskFrom::Default => None,
    };
    let effort = match gap.effort_is_stated {
        true => "stated",
        false => "default",
    };
    let mut cells = vec![
        Cell::count(rank),
        identifier(plan, &gap.control),
        Cell::text(plan.title(&gap.control)),
        section(plan, &gap.control),
        plan.tier(framework, Some(gap.current)),
        plan.tier(framework, Some(gap.target)),
        Cell::count(gap.risk as usize),
        Cell::muted(words::risk_from(&gap.risk_from)),
        plan.lead.maybe(Thing::Risk, register),
        Cell::count(gap.effort as usize),
        Cell::muted(effort),
        Cell::centred(gap.priority.to_string()),
        Cell::quotient(gap.priority.numerator, gap.priority.denominator),
    ];
    cells.extend(gap.ranks.map(|turned| turned_rank(rank, turned)));
    cells.extend([
        owner(plan, gap.assessment, &gap.control),
        initiatives(plan, &gap.control),
        Cell::muted(plan.short(framework).to_owned()),
    ]);
    cells
}

/// A gap without a known risk: it has no rank, and is listed all the same.
fn unranked<'r>(plan: &Plan<'r>, assessment: &str, control: &'r str) -> Vec<Cell<'r>> {
    let found = plan.assessment(assessment);
    let framework = found.map_or("", |assessment| assessment.framework.as_str());
    let own = plan.index.assessed(control);
    let (current, target) = own.and_then(|own| own.tiers).unzip();
    let mut cells = vec![
        Cell::centred("–"),
        identifier(plan, control),
        Cell::text(plan.title(control)),
        section(plan, control),
        plan.tier(framework, current),
        plan.tier(framework, target),
        Cell::centred("–"),
        Cell::toned("no risk is known", Tone::Fair),
    ];
    cells.resize(17, Cell::BLANK);
    cells.extend([
        owner(plan, assessment, control),
        initiatives(plan, control),
        Cell::muted(plan.short(framework).to_owned()),
    ]);
    cells
}

/// The identifier, leading to the assessed control.
fn identifier<'r>(plan: &Plan<'r>, control: &'r str) -> Cell<'r> {
    let known = plan.known(control);
    let text = known.map_or(control, |known| known.control.identifier);
    plan.lead
        .to(Thing::Assessed, control, Cell::identifier(text))
}

fn section<'r>(plan: &Plan<'r>, control: &str) -> Cell<'r> {
    Cell::muted(plan.known(control).map_or("", |known| known.section.title))
}

/// Who owns an assessed control: its own owner, or the default of the assessment.
fn owner<'r>(plan: &Plan<'r>, assessment: &str, control: &str) -> Cell<'r> {
    let own = plan
        .index
        .assessed(control)
        .and_then(|assessed| assessed.owner);
    let default = plan
        .assessment(assessment)
        .and_then(|found| found.default_owner);
    let owner = own.or(default);
    plan.lead.maybe(Thing::Role, owner)
}

/// What raises a control, leading to the first.
fn initiatives(plan: &Plan<'_>, control: &str) -> Cell<'static> {
    let raising = plan.index.raising(control);
    match raising.is_empty() {
        true => Cell::muted("none"),
        false => plan.lead.all(Thing::Initiative, raising),
    }
}

/// A rank with another input: coloured where it differs.
fn turned_rank(rank: usize, turned: usize) -> Cell<'static> {
    let cell = Cell::count(turned);
    match turned == rank {
        true => cell.look(Look::UnchangedCount),
        false => cell,
    }
}
