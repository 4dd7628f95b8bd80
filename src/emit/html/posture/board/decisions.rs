//! What somebody has to decide: all that this posture finds wrong and that no work of its own mends.

use serde::Serialize;

use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::Kind;
use crate::view::view;
use xwalk_report::posture::{Backing, Roadmap, Verdict};

view! {
    /// What needs a decision.
    #[derive(Serialize)]
    pub(in crate::posture) struct Decisions<'r> {
        /// Whether anything does.
        any: bool,
        /// Risks above the tolerance about which nothing is done.
        untreated: Names<'r>,
        /// Controls whose verdicts contradict.
        contradictions: Names<'r>,
        /// Controls whose tiers are claimed but not supported by their evidence.
        unsupported: Names<'r>,
        /// How many assessed controls have no evidence at all.
        without_evidence: usize,
        /// Of how many.
        assessed: usize,
        /// The roadmaps, each with what is wrong with it.
        roadmaps: Vec<Overload<'r>>,
        /// Gaps that no initiative closes.
        open: Names<'r>,
        /// Decisions that are not taken by exactly one role.
        unanswered: Vec<Unanswered<'r>>,
        /// Functions for which no role is accountable as a whole.
        unowned: Names<'r>,
        /// Controls for which no single role answers.
        unaccounted: Names<'r>,
        /// Committees, and the parties that they do not represent.
        unheard: Vec<Unheard<'r>>,
    }
}

view! {
    /// What is wrong with a roadmap.
    #[derive(Serialize)]
    struct Overload<'r> {
        /// Quarters that ask for more than the organization can do.
        overloaded: Names<'r>,
        /// Initiatives that wait for each other.
        circles: Vec<Names<'r>>,
    }
}

view! {
    /// A decision that nobody takes, or several do.
    #[derive(Serialize)]
    struct Unanswered<'r> {
        /// Which.
        decision: &'static str,
        /// Who takes it.
        by: Names<'r>,
    }
}

view! {
    /// Parties that a committee does not hear.
    #[derive(Serialize)]
    struct Unheard<'r> {
        /// Its title.
        committee: &'r str,
        /// They.
        parties: Names<'r>,
    }
}

impl<'r> Decisions<'r> {
    pub(super) fn of(page: Page<'r>) -> Self {
        let (posture, places) = (page.posture, page.places);
        let governance = &posture.governance;
        let roadmaps = posture.roadmaps.iter();
        let takers = governance.decisions.iter().filter(|(_, by)| by.len() != 1);
        let alone = governance.accountable.iter();
        let alone = alone.filter(|one| one.role.is_none());
        let committees = governance.committees.iter();
        let committees = committees.filter(|committee| !committee.not_heard.is_empty());
        let mut all = Self {
            any: false,
            untreated: untreated(page),
            contradictions: contradictions(page),
            unsupported: unsupported(page),
            without_evidence: posture
                .profiles
                .iter()
                .map(|it| it.total.without_evidence)
                .sum(),
            assessed: posture.profiles.iter().map(|it| it.total.assessed).sum(),
            roadmaps: roadmaps.map(|roadmap| overload(roadmap)).collect(),
            open: open(page),
            unanswered: takers
                .map(|(decision, by)| Unanswered {
                    decision: decision.word(),
                    by: Kind::Role.names(by),
                })
                .collect(),
            unowned: places.controls(governance.unowned_functions.iter()),
            unaccounted: places.controls(alone.map(|one| &one.control)),
            unheard: committees
                .map(|committee| Unheard {
                    committee: committee.title,
                    parties: Names::of(
                        committee
                            .not_heard
                            .iter()
                            .map(|party| Name::word("", party.name())),
                    ),
                })
                .collect(),
        };
        let lists = [
            &all.untreated,
            &all.contradictions,
            &all.unsupported,
            &all.open,
            &all.unowned,
            &all.unaccounted,
        ];
        let wrong = |one: &Overload<'_>| !one.overloaded.is_empty() || !one.circles.is_empty();
        all.any = lists.into_iter().any(|list| !list.is_empty())
            || all.roadmaps.iter().any(wrong)
            || !all.unanswered.is_empty()
            || !all.unheard.is_empty();
        all
    }
}

fn untreated(page: Page<'_>) -> Names<'_> {
    let risks = page.posture.risks.iter();
    let risks = risks.filter(|risk| risk.is_neglected);
    Names::of(risks.map(|risk| Kind::Risk.titled(risk.name, risk.title)))
}

fn contradictions(page: Page<'_>) -> Names<'_> {
    let projections = page.posture.verdicts.iter();
    let controls = projections.flat_map(|projection| &projection.controls);
    let controls = controls.filter(|one| one.assessable && one.verdict == Verdict::Contradiction);
    page.places.controls(controls.map(|one| &one.control))
}

fn unsupported(page: Page<'_>) -> Names<'_> {
    let assessments = page.posture.assessments.iter();
    let controls = assessments.flat_map(|assessment| &assessment.controls);
    let controls = controls.filter(|one| one.backing() == Backing::Unsupported);
    page.places.controls(controls.map(|one| &one.control))
}

fn overload<'r>(roadmap: &'r Roadmap<'r>) -> Overload<'r> {
    let load = roadmap.load.iter().filter(|load| load.excess > 0);
    let circles = roadmap.circles.iter();
    Overload {
        overloaded: Names::with(load.map(|load| {
            let quarter = Name::word("", load.quarter.to_string());
            (quarter, format!(" ({} days over)", load.excess))
        })),
        circles: circles
            .map(|circle| Kind::Initiative.names(circle))
            .collect(),
    }
}

/// Gaps that no initiative closes, where there is a roadmap at all.
fn open(page: Page<'_>) -> Names<'_> {
    let gaps = page.posture.gaps.controls();
    let open = gaps
        .filter(|control| !page.posture.roadmaps.is_empty() && page.raised_by(control).is_empty());
    page.places.controls(open)
}
