//! Every assessed control, as declared, and what its evidence says to that.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Assessed, Assessment, Backing, RiskFrom};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Assessed.sheet(),
    table: "tblAssessment",
    about: "every assessed control: tiers, risk, effort, owner, evidence and whether it holds, note, the previous tier",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for assessment in &plan.posture.assessments {
        for assessed in &assessment.controls {
            table.row(Rank::Leaf, 0, (assessment, assessed));
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let assessments = plan.posture.assessments.iter();
    let summary: Vec<String> = assessments.map(summary).collect();
    Head {
        purpose: summary.join(" "),
        reading: "Achieved: the current tier is at least the threshold, whatever the control's own target. Evidence: what the assessment names, and what says that it supports the control. Unsupported: the tier is claimed, and its evidence does not bear it out. Risk: as stated for the control, else the greatest of the register that threatens it. Risk, effort and owner in grey are the defaults of the assessment."
            .to_owned(),
        frozen: 3,
        empty: "Nothing is assessed.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Assessment<'r>, &'r Assessed<'r>)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Framework", plan.short_width(), move |(assessment, _)| {
            assessment.framework.short().to_owned()
        }),
        Of::cell("Control", plan.identifier_width(), move |(_, assessed)| {
            plan.control(&assessed.control)
        }),
        Of::text("Title", 38.0, move |(_, assessed)| assessed.control.title()),
        Of::muted("Function", 13.0, move |(_, assessed)| {
            assessed.control.section().title()
        }),
        Of::muted("Category", 26.0, move |(_, assessed)| {
            Plan::heading(assessed.control.parent())
        }),
        Of::cell("Current tier", 8.5, move |(assessment, assessed)| {
            Plan::tier(
                &assessment.framework,
                assessed.tiers.map(|(current, _)| current),
            )
        }),
        Of::cell("Target tier", 8.5, move |(assessment, assessed)| {
            Plan::tier(
                &assessment.framework,
                assessed.tiers.map(|(_, target)| target),
            )
        }),
        Of::cell("Tier before", 8.5, move |(assessment, assessed)| {
            before(plan, assessment, assessed)
        }),
        Of::cell("Achieved", 10.5, |(_, assessed)| achieved(assessed)),
        Of::cell("Support", 15.0, |(_, assessed)| support(assessed)),
        Of::text("Why it is unsupported", 34.0, |(_, assessed)| {
            faults(assessed)
        }),
        Of::cell("Evidence", 30.0, move |(_, assessed)| {
            plan.links.all(Target::Evidence, &assessed.all_evidence)
        }),
        Of::cell("Risk", 7.0, |(_, one)| risk(one)),
        Of::cell("Effort (days)", 8.5, |(all, one)| {
            or_default(one.effort, all.default_effort)
        }),
        Of::cell("Owner", 20.0, move |(assessment, assessed)| {
            owner(plan, assessment, assessed)
        }),
        Of::cell("Accountable", 20.0, move |(assessment, assessed)| {
            let accountable = plan.index.accountable(assessment.name, &assessed.control);
            plan.links.maybe(Target::Role, accountable)
        }),
        Of::maybe("Note", 52.0, |(_, assessed)| assessed.note),
    ]
}

/// The tier in the assessment before this one; nothing where there is none.
fn before(plan: &Plan<'_>, assessment: &Assessment<'_>, assessed: &Assessed<'_>) -> Cell<'static> {
    let mut benchmarks = plan.posture.benchmarks.iter();
    match benchmarks.any(|benchmark| benchmark.after == assessment.name) {
        true => Plan::tier(
            &assessment.framework,
            plan.index.before(assessment, assessed),
        ),
        false => Cell::BLANK,
    }
}

/// The risk that counts, in grey where it is the default of the assessment.
fn risk(assessed: &Assessed<'_>) -> Cell<'static> {
    match assessed.counted_risk {
        Some((risk, RiskFrom::Default)) => Cell::muted_count(risk as usize),
        Some((risk, RiskFrom::Stated | RiskFrom::Register(_))) => Cell::count(risk as usize),
        None => Cell::BLANK,
    }
}

/// A number of a control's own, or in grey the default of its assessment.
fn or_default(own: Option<u32>, default: Option<u32>) -> Cell<'static> {
    match (own, default) {
        (Some(own), _) => Cell::count(own as usize),
        (None, Some(default)) => Cell::muted_count(default as usize),
        (None, None) => Cell::BLANK,
    }
}

fn owner<'r>(
    plan: &Plan<'r>,
    assessment: &'r Assessment<'r>,
    assessed: &'r Assessed<'r>,
) -> Cell<'r> {
    match (assessed.owner, assessment.default_owner) {
        (None, Some(default)) => plan
            .links
            .to(Target::Role, &default, Cell::muted(default.name)),
        (own, _) => plan.links.maybe(Target::Role, own),
    }
}

/// Of which day an assessment speaks, and who answers for it.
fn summary(assessment: &Assessment<'_>) -> String {
    let mut summary = format!(
        "{} of {}, as of {}",
        assessment.title,
        assessment.framework.short(),
        assessment.assessed
    );
    for (how, signed) in [
        ("assessed by", &assessment.assessor),
        ("approved by", &assessment.approved),
    ] {
        if let Some(signed) = signed {
            summary.push_str(&format!(", {how} {}", signed.name));
            if let Some(on) = signed.on {
                summary.push_str(&format!(" on {on}"));
            }
        }
    }
    let open = assessment.not_assessed;
    summary.push_str(&format!(
        "; controls assessed: {}; assessable but not assessed: {open}; achieved from tier {}{}.",
        assessment.extent(),
        assessment.achieved_from,
        if assessment.requires_evidence {
            ", and only with evidence that holds"
        } else {
            ""
        }
    ));
    summary
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
    let backing = assessed.backing();
    let (sign, tone) = match backing {
        Backing::NotApplicable => return Cell::toned(backing.word(), Tone::Open),
        Backing::Unsupported => ("✗", Tone::Bad),
        Backing::Supported => ("✓", Tone::Good),
        Backing::NoEvidence => ("?", Tone::Open),
    };
    Cell::toned(format!("{sign} {}", backing.word()), tone)
}

fn faults(assessed: &Assessed<'_>) -> String {
    let faults = assessed.unsupported.iter();
    let faults: Vec<String> = faults
        .map(|(evidence, fault)| format!("{evidence}: {}", fault.word()))
        .collect();
    faults.join("\n")
}
