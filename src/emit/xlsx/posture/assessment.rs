//! Every assessed control, as declared, and what its evidence says to that.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Assessed, Assessment};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Assessment",
    table: "tblAssessment",
    about: "every assessed control: tiers, risk, effort, owner, evidence and whether it holds, note, the tier before",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for assessment in &plan.posture.assessments {
        let mut benchmarks = plan.posture.benchmarks.iter();
        let was_assessed = benchmarks.any(|benchmark| benchmark.after == assessment.name);
        for assessed in &assessment.controls {
            let cells = cells(plan, assessment, was_assessed, assessed);
            table.line(Rank::Leaf, 0, cells)?;
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Framework", plan.short_width()),
        ("Control", 11.0),
        ("Title", 38.0),
        ("Function", 13.0),
        ("Category", 26.0),
        ("Current tier", 8.5),
        ("Target tier", 8.5),
        ("Tier before", 8.5),
        ("Achieved", 10.5),
        ("Support", 15.0),
        ("Why it is unsupported", 34.0),
        ("Evidence", 30.0),
        ("Risk", 7.0),
        ("Effort (days)", 8.5),
        ("Owner", 20.0),
        ("Accountable", 20.0),
        ("Note", 52.0),
    ];
    let assessments = plan.posture.assessments.iter();
    let told: Vec<String> = assessments.map(|one| told(plan, one)).collect();
    Head {
        purpose: told.join(" "),
        reading: "Achieved: the current tier is at least the threshold, never the own target. Unsupported: the tier is claimed, and its evidence does not bear it out. Risk, effort and owner in grey are the defaults of the assessment."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "Nothing is assessed.",
    }
}

/// Of which day an assessment speaks, and who answers for it.
fn told(plan: &Plan<'_>, assessment: &Assessment<'_>) -> String {
    let mut told = format!(
        "{} of {}, as of {}",
        assessment.title,
        plan.short(&assessment.framework),
        assessment.assessed
    );
    for (how, signed) in [
        ("assessed by", &assessment.assessor),
        ("approved by", &assessment.approved),
    ] {
        if let Some(signed) = signed {
            told.push_str(&format!(", {how} {}", signed.name));
            if let Some(on) = signed.on {
                told.push_str(&format!(" on {on}"));
            }
        }
    }
    let open = assessment.not_assessed;
    told.push_str(&format!(
        "; {} controls, {open} assessable ones not assessed; achieved from tier {}.",
        assessment.controls.len(),
        assessment.achieved_from
    ));
    told
}

fn cells<'r>(
    plan: &Plan<'r>,
    assessment: &'r Assessment<'r>,
    was_assessed: bool,
    assessed: &'r Assessed<'r>,
) -> Vec<Cell<'r>> {
    let control = assessed.control.as_str();
    let known = plan.known(control);
    let tier = |tier| plan.tier(&assessment.framework, tier);
    let (current, target) = assessed.tiers.unzip();
    let or_default = |own: Option<u32>, default: Option<u32>| match (own, default) {
        (Some(own), _) => Cell::count(own as usize),
        (None, Some(default)) => Cell::muted_count(default as usize),
        (None, None) => Cell::BLANK,
    };
    let owner = match (assessed.owner, assessment.default_owner) {
        (None, Some(default)) => plan.lead.to(Thing::Role, default, Cell::muted(default)),
        (own, _) => plan.lead.maybe(Thing::Role, own),
    };
    let accountable = plan.index.accountable(assessment.name, control);
    vec![
        Cell::muted(plan.short(&assessment.framework).to_owned()),
        plan.control(control),
        Cell::text(plan.title(control)),
        Cell::muted(known.map_or("", |known| known.section.title)),
        Cell::muted(known.map_or(String::new(), |known| Plan::heading(known.parent))),
        tier(current),
        tier(target),
        match was_assessed {
            true => tier(plan.index.before(assessment, assessed)),
            false => Cell::BLANK,
        },
        achieved(assessed),
        support(assessed),
        Cell::text(faults(assessed)),
        plan.lead.all(Thing::Evidence, &assessed.evidence),
        or_default(assessed.risk, assessment.default_risk),
        or_default(assessed.effort, assessment.default_effort),
        owner,
        plan.lead.maybe(Thing::Role, accountable),
        Cell::maybe(assessed.note),
    ]
}

fn achieved(assessed: &Assessed<'_>) -> Cell<'static> {
    match assessed.tiers {
        None => Cell::toned("n/a", Tone::Open),
        Some(_) if assessed.is_achieved => Cell::toned("✓ yes", Tone::Good),
        Some(_) => Cell::toned("✗ no", Tone::Bad),
    }
}

/// Whether the evidence bears the tier out.
fn support(assessed: &Assessed<'_>) -> Cell<'static> {
    match assessed.tiers {
        None => Cell::toned("not applicable", Tone::Open),
        Some(_) if !assessed.unsupported.is_empty() => Cell::toned("✗ unsupported", Tone::Bad),
        Some(_) if assessed.has_evidence => Cell::toned("✓ supported", Tone::Good),
        Some(_) => Cell::toned("? no evidence", Tone::Open),
    }
}

fn faults(assessed: &Assessed<'_>) -> String {
    let faults = assessed.unsupported.iter();
    let faults: Vec<String> = faults
        .map(|(evidence, fault)| format!("{evidence}: {}", fault.word()))
        .collect();
    faults.join("\n")
}
