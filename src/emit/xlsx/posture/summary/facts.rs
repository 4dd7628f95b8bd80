//! Whose posture it is, of which day, and by which conventions.

use rust_xlsxwriter::XlsxError;

use crate::cover::Cover;
use crate::posture::plan::Plan;
use xwalk_report::posture::Verdict;

/// What a reader has to know before anything else.
pub fn cautions(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    for framework in &plan.posture.frameworks {
        if let Some(text) = framework.reconstruction {
            let short = framework.key.short();
            cover.caution(&format!("Caution. {short}: {text}"))?;
        }
    }
    let clashes = count(plan, Verdict::Contradiction);
    if clashes > 0 {
        cover.caution(&format!(
            "Caution. For {clashes} controls the assessments contradict each other: see the sheet Verdicts, filtered for contradiction."
        ))?;
    }
    Ok(())
}

/// Who, what, when.
pub fn who(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let organization = &plan.posture.organization;
    cover.fact("Organization", organization.title)?;
    if let Some(doc) = organization.doc {
        cover.fact("What it is", doc)?;
    }
    if let Some(sector) = organization.sector {
        cover.fact("Sector", sector)?;
    }
    if let Some(scope) = organization.scope {
        cover.fact("Scope", scope)?;
    }
    cover.fact("Day", &plan.report.meta.date.to_string())?;
    for assessment in &plan.posture.assessments {
        let by = assessment.assessor.as_ref();
        let by = by.map_or(String::new(), |by| format!(", by {}", by.name));
        let approved = assessment.approved.as_ref();
        let approved = approved.map_or(String::new(), |by| {
            let on = by.on.map_or(String::new(), |on| format!(" on {on}"));
            format!(", approved by {}{on}", by.name)
        });
        let text = format!(
            "{} ({}) of {}, as of {}{by}{approved}. Controls assessed: {}; assessable but not assessed: {}.",
            assessment.title,
            assessment.name,
            assessment.framework.short(),
            assessment.assessed,
            assessment.extent(),
            assessment.not_assessed
        );
        cover.fact("Assessment", &text)?;
    }
    let adopted: Vec<&str> = organization
        .adopts
        .iter()
        .map(|(framework, _)| framework.short())
        .collect();
    let baseline = organization.baseline.short();
    cover.fact(
        "Frameworks",
        &format!("Baseline: {baseline}. Also adopted: {}.", listed(&adopted)),
    )?;
    if let Some(day) = plan.posture.valid_until {
        cover.fact("Valid until", &day.to_string())?;
    }
    cover.fact("Made by", plan.report.meta.generator)
}

/// The conventions of the posture, and what was held back.
pub fn conventions(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Conventions")?;
    let organization = &plan.posture.organization;
    let mut thresholds: Vec<String> = (plan.posture.assessments.iter())
        .map(|one| {
            let evidence = if one.requires_evidence {
                ", with evidence that holds"
            } else {
                ""
            };
            format!(
                "{}: tier {}{evidence}",
                one.framework.short(),
                one.achieved_from
            )
        })
        .collect();
    thresholds.extend(organization.adopts.iter().filter_map(|(key, own)| {
        Some(format!(
            "{}: tier {} where that is stricter",
            key.short(),
            (*own)?
        ))
    }));
    cover.fact(
        "Fulfilment",
        &format!(
            "That a tier means fulfilment is a convention. A control counts as achieved from a threshold on, whatever its own target. {}.",
            thresholds.join("; ")
        ),
    )?;
    cover.fact(
        "Evidence",
        "Tiers count as claimed. Where evidence does not hold, the control is marked unsupported beside its tier; see the sheets Assessment and Evidence.",
    )?;
    if !organization.holds.is_empty() {
        cover.fact("Conditions that hold", &organization.holds.join("; "))?;
    }
    let floor = plan.report.meta.status_floor.word();
    let held_back = if plan.posture.allow_draft {
        format!(
            "Nothing: verdicts may rest on rows of status {floor} or better; the weakest status is shown beside each verdict."
        )
    } else {
        format!("Rows of a status below {floor} are not considered.")
    };
    cover.fact("Held back", &held_back)?;
    cover.fact(
        "Audience",
        "The organization itself: nothing is hidden here for an audience.",
    )
}

fn listed(names: &[&str]) -> String {
    match names.is_empty() {
        true => "none".to_owned(),
        false => names.join(", "),
    }
}

/// How many assessable controls of all frameworks have a verdict.
fn count(plan: &Plan<'_>, verdict: Verdict) -> usize {
    let verdicts = plan.posture.verdicts.iter();
    verdicts
        .map(|projection| projection.tally.of(verdict))
        .sum()
}
