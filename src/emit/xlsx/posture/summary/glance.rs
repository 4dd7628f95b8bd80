//! What it comes to: tiers, verdicts, the greatest risks, the roadmap.

use rust_xlsxwriter::XlsxError;

use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::cover::Cover;
use crate::emit::xlsx::place::address;
use crate::emit::xlsx::posture::plan::Plan;
use crate::emit::xlsx::posture::thing::Thing;
use crate::emit::xlsx::posture::{
    heat, load, order, profile, risks as register, roadmap, verdicts as judged, words,
};
use crate::emit::xlsx::style::{Rank, Tone};
use crate::report::posture::{ProfileLine, Verdict};

/// How many risks are shown.
const RISKS: usize = 3;

/// Current and target tier of each function.
pub fn tiers(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Tiers by function")?;
    cover.caption("A function stands at the lowest tier of its controls, and its target is their lowest target. The deeper the green, the higher a tier stands on its scale.")?;
    let mut lines = Vec::new();
    for profile in &plan.posture.profiles {
        let Some(assessment) = plan.assessment(profile.assessment) else {
            continue;
        };
        let framework = assessment.framework.as_str();
        let cells = |first: Cell<'static>, line: &ProfileLine| {
            vec![
                first,
                plan.tier(framework, line.tier),
                plan.tier(framework, line.target),
                Cell::count(line.assessed),
                Cell::count(line.achieved),
                Cell::count(line.at_target),
                Cell::count(line.unsupported),
                Cell::count(line.not_applicable),
                Cell::count(line.not_assessed),
            ]
        };
        for line in &profile.lines {
            let known = line
                .control
                .as_deref()
                .and_then(|control| plan.known(control));
            let Some(known) = known.filter(|known| known.control.depth == 0) else {
                continue;
            };
            let name = Cell::text(Plan::heading(known.control)).to(address(profile::SHEET.name, 0));
            lines.push((Rank::Leaf, cells(name, line)));
        }
        let all = Cell::text(format!("all of {}", plan.short(framework)));
        lines.push((Rank::Top, cells(all, &profile.total)));
    }
    let headers = [
        "Function",
        "Current tier",
        "Target tier",
        "Controls assessed",
        "Achieved",
        "At their target",
        "Unsupported",
        "Not applicable",
        "Not assessed",
    ];
    cover.table("tblSummaryTiers", &headers.map(str::to_owned), &lines)
}

/// How many controls of each framework have which verdict.
pub fn verdicts(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Verdicts by framework")?;
    cover.caption("Distinct assessable controls. There is no blended score: the six verdicts belong together.")?;
    let lines: Vec<_> = (plan.posture.verdicts.iter())
        .map(|projection| {
            let name = Cell::text(format!(
                "{} (from tier {})",
                plan.short(&projection.framework),
                judged::thresholds(projection)
            ));
            let mut cells = vec![
                name.to(address(heat::SHEET.name, 0)),
                Cell::count(projection.tally.total()),
            ];
            cells.extend(Verdict::ALL.map(|verdict| {
                let tone = words::tone(verdict);
                let count = projection.tally.of(verdict);
                let cell = Cell::count(count);
                match count {
                    0 => cell,
                    _ => cell.look(Look::TonedCount(tone)),
                }
            }));
            cells.push(heat::share(&projection.tally, Verdict::Met));
            (Rank::Leaf, cells)
        })
        .collect();
    let mut headers = vec!["Framework".to_owned(), "Assessable".to_owned()];
    headers.extend(Verdict::ALL.map(|verdict| verdict.word().to_owned()));
    headers.push("met %".to_owned());
    cover.table("tblSummaryVerdicts", &headers, &lines)
}

/// The greatest risks of the register.
pub fn risks(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Biggest risks")?;
    cover.caption(&match plan.posture.organization.tolerance {
        Some(most) => format!(
            "By level, which is likelihood × impact; the organization accepts up to {most}."
        ),
        None => "By level, which is likelihood × impact; the organization states no tolerance."
            .to_owned(),
    })?;
    let risks = order::risks(plan.posture);
    let lines: Vec<_> = (risks.into_iter().take(RISKS))
        .map(|risk| {
            let title = plan.lead.to(Thing::Risk, risk.name, Cell::text(risk.title));
            let cells = vec![
                title,
                Cell::count(risk.level as usize),
                register::standing(risk),
                Cell::maybe(risk.treatment.map(|treatment| treatment.word())),
                plan.lead.maybe(Thing::Role, risk.owner),
                plan.lead.all(Thing::Initiative, &risk.treated_by),
            ];
            (Rank::Leaf, cells)
        })
        .collect();
    let headers = [
        "Risk",
        "Level",
        "Within tolerance",
        "Treatment",
        "Owner",
        "Treated by",
    ];
    cover.table("tblSummaryRisks", &headers.map(str::to_owned), &lines)
}

/// When each roadmap is over, and whether it can be done.
pub fn roadmaps(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Roadmap")?;
    let lines: Vec<_> = (plan.posture.roadmaps.iter())
        .map(|one| {
            let initiatives = one.phases.iter().map(|phase| phase.initiatives.len()).sum();
            let effort: u64 = one.load.iter().map(|quarter| quarter.effort).sum();
            let beyond = one.load.iter().filter(|quarter| quarter.excess > 0);
            let beyond: Vec<String> = beyond.map(|quarter| quarter.quarter.to_string()).collect();
            let cells = vec![
                Cell::text(one.title).to(address(roadmap::SHEET.name, 0)),
                Cell::date(one.whole.begins),
                Cell::date(one.whole.last_day()),
                Cell::count(initiatives),
                Cell::count(one.critical.len()),
                Cell::count(usize::try_from(effort).unwrap_or(usize::MAX)),
                match beyond.is_empty() {
                    true => Cell::toned("✓ none", Tone::Good),
                    false => Cell::toned(beyond.join(", "), Tone::Bad),
                }
                .to(address(load::SHEET.name, 0)),
            ];
            (Rank::Leaf, cells)
        })
        .collect();
    let headers = [
        "Roadmap",
        "Begins",
        "Ends",
        "Initiatives",
        "On the critical path",
        "Working days",
        "Quarters beyond capacity",
    ];
    cover.table("tblSummaryRoadmaps", &headers.map(str::to_owned), &lines)
}
