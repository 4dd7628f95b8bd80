//! What it comes to: tiers, verdicts, the greatest risks, the roadmap.

use rust_xlsxwriter::XlsxError;

use crate::cell::{Cell, Look};
use crate::column::Column;
use crate::cover::{Cover, FIRST_WIDTH, OTHER_WIDTH};
use crate::place::address;
use crate::posture::plan::Plan;
use crate::posture::target::Target;
use crate::posture::{
    heat, load, order, profile, risks as register, roadmap, verdicts as judged, words,
};
use crate::style::{Rank, Tone};
use xwalk_report::posture::{
    Capacity, Date, NamedControl, Period, Profile, ProfileLine, Projection, Risk, Roadmap, Verdict,
};

/// How many risks are shown.
const RISKS: usize = 3;

/// A line about tiers: the profile, the function or all of them, how they stand.
type Tiers<'r> = (&'r Profile<'r>, Option<&'r NamedControl>, &'r ProfileLine);

/// Current and target tier of each function.
pub fn tiers<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, Tiers<'r>>;
    cover.heading("Tiers by function")?;
    cover.caption("The tier of a function is the lowest tier of its controls, and its target is their lowest target. The deeper the green, the higher a tier is on its scale.")?;
    let columns = vec![
        Of::cell(
            "Function",
            FIRST_WIDTH,
            |(profile, function, _)| match function {
                Some(control) => {
                    let place = address(profile::SHEET.name, 0);
                    Cell::text(Plan::heading(control)).to(place)
                }
                None => Cell::text(format!("all of {}", profile.framework.short())),
            },
        ),
        Of::cell("Current tier", OTHER_WIDTH, |(profile, _, line)| {
            Plan::tier_of(profile, line)
        }),
        Of::cell("Target tier", OTHER_WIDTH, |(profile, _, line)| {
            Plan::tier(&profile.framework, line.target)
        }),
        Of::count("Controls with a tier", OTHER_WIDTH, |(.., line)| {
            line.assessed
        }),
        Of::count("Achieved", OTHER_WIDTH, |(.., line)| line.achieved),
        Of::count("At their target", OTHER_WIDTH, |(.., line)| line.at_target),
        Of::count("Unsupported", OTHER_WIDTH, |(.., line)| line.unsupported),
        Of::count("Not applicable", OTHER_WIDTH, |(.., line)| {
            line.not_applicable
        }),
        Of::count("Not assessed", OTHER_WIDTH, |(.., line)| line.not_assessed),
    ];
    let profiles = plan.posture.profiles.iter();
    let lines = profiles.flat_map(|profile| {
        let functions = profile.lines.iter().filter_map(move |line| {
            let top = line.control.as_ref().filter(|it| it.is_top())?;
            Some((Rank::Leaf, (profile, Some(top), line)))
        });
        functions.chain([(Rank::Top, (profile, None, &profile.total))])
    });
    cover.table("tblSummaryTiers", columns, lines)
}

/// How many controls of each framework have which verdict.
pub fn verdicts<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, &'r Projection>;
    cover.heading("Verdicts by framework")?;
    cover.caption("Distinct assessable controls. There is no blended score: the verdicts of a line belong together.")?;
    let verdicts = &plan.posture.verdicts;
    for projection in verdicts.iter().filter(|it| it.never_not_met) {
        cover.caption(&format!(
            "{}: no control can be not met, since none is known to ask for all of an assessed one; its 0 says nothing.",
            projection.framework.short()
        ))?;
    }
    let mut columns = vec![
        Of::cell("Framework", FIRST_WIDTH, |projection| {
            let name = format!(
                "{} (from tier {})",
                projection.framework.short(),
                judged::thresholds(projection)
            );
            Cell::text(name).to(address(heat::SHEET.name, 0))
        }),
        Of::count("Assessable", OTHER_WIDTH, |projection| {
            projection.tally.total()
        }),
    ];
    columns.extend(Verdict::ALL.map(|verdict| {
        let tone = words::tone(verdict);
        Of::cell(verdict.word(), OTHER_WIDTH, move |projection| {
            let count = projection.tally.of(verdict);
            match count {
                0 => Cell::count(count),
                _ => Cell::count(count).look(Look::TonedCount(tone)),
            }
        })
    }));
    columns.push(Of::cell("met %", OTHER_WIDTH, |projection| {
        heat::share(&projection.tally, Verdict::Met)
    }));
    let lines = plan
        .posture
        .verdicts
        .iter()
        .map(|projection| (Rank::Leaf, projection));
    cover.table("tblSummaryVerdicts", columns, lines)
}

/// The greatest risks of the register.
pub fn risks<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, &'r Risk<'r>>;
    cover.heading("Biggest risks")?;
    cover.caption(&match plan.posture.organization.tolerance {
        Some(most) => format!(
            "By level, which is likelihood × impact; the organization accepts up to {most}."
        ),
        None => "By level, which is likelihood × impact; the organization states no tolerance."
            .to_owned(),
    })?;
    let columns = vec![
        Of::cell("Risk", FIRST_WIDTH, |risk| {
            plan.links
                .to(Target::Risk, risk.name, Cell::text(risk.title))
        }),
        Of::count("Level", OTHER_WIDTH, |risk| risk.level as usize),
        Of::cell("Within tolerance", OTHER_WIDTH, register::within_tolerance),
        Of::maybe("Treatment", OTHER_WIDTH, |risk| {
            Some(risk.treatment?.word())
        }),
        Of::cell("Owner", OTHER_WIDTH, |risk| {
            plan.links.maybe(Target::Role, risk.owner)
        }),
        Of::cell("Treated by", OTHER_WIDTH, |risk| {
            plan.links.initiatives(&risk.treated_by)
        }),
    ];
    let risks = order::risks(plan.posture).into_iter().take(RISKS);
    cover.table(
        "tblSummaryRisks",
        columns,
        risks.map(|risk| (Rank::Leaf, risk)),
    )
}

/// When each roadmap is over, and whether it can be done.
pub fn roadmaps<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, &'r Roadmap<'r>>;
    cover.heading("Roadmap")?;
    let columns = vec![
        Of::cell("Roadmap", FIRST_WIDTH, |one| {
            Cell::text(one.title).to(address(roadmap::SHEET.name, 0))
        }),
        Of::cell("Begins", OTHER_WIDTH, |one| day(one, |whole| whole.begins)),
        Of::cell("Ends", OTHER_WIDTH, |one| day(one, Period::last_day)),
        Of::count("Initiatives", OTHER_WIDTH, |one| one.initiatives().count()),
        Of::count("On the critical path", OTHER_WIDTH, |one| {
            one.critical.len()
        }),
        Of::count("Working days", OTHER_WIDTH, |one| {
            usize::try_from(one.effort()).unwrap_or(usize::MAX)
        }),
        Of::cell("Quarters beyond capacity", OTHER_WIDTH, |one| {
            let capacity = plan.posture.capacity_for(one);
            let text = capacity.beyond();
            let cell = match capacity {
                Capacity::NotStated => Cell::toned(format!("? {text}"), Tone::Open),
                Capacity::Kept => Cell::toned(format!("✓ {text}"), Tone::Good),
                Capacity::Exceeded(_) => Cell::toned(text, Tone::Bad),
            };
            cell.to(address(load::SHEET.name, 0))
        }),
    ];
    let lines = plan.posture.roadmaps.iter().map(|one| (Rank::Leaf, one));
    cover.table("tblSummaryRoadmaps", columns, lines)
}

/// A day of a roadmap; a dash where none of its initiatives has dates.
fn day(roadmap: &Roadmap<'_>, day: fn(Period) -> Date) -> Cell<'static> {
    let span = roadmap.span();
    span.map_or(Cell::centred("–"), |span| Cell::date(day(span)))
}
