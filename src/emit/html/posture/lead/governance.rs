//! Who answers for what, who decides, who is heard, and how an incident reaches the board.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::fragment::Fragment;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, owner_name};
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Committee, Decision, Declared, Escalation, Party, Role};

view! {
    /// Who answers, decides and is represented.
    #[derive(Serialize)]
    pub(in crate::posture) struct Governance<'r> {
        /// Functions for which no role is accountable as a whole.
        unowned: Names<'r>,
        /// Controls for which no single role answers.
        unaccounted: Names<'r>,
        /// Whether somebody answers for all of them.
        is_complete: bool,
        /// How many roles there are.
        roles: usize,
        /// Who takes each kind of decision.
        decisions: Vec<Decided<'r>>,
        /// The committees.
        committees: Vec<Hearing<'r>>,
        /// How incidents are passed on.
        escalations: Vec<Passing<'r>>,
    }
}

view! {
    /// A role.
    pub(in crate::posture) struct Answering<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its title.
        title: &'r str,
        /// Whether it is the board.
        is_board: bool,
        /// To whom it reports.
        reports_to: Name<'r>,
        /// Whom it represents.
        represents: Names<'r>,
        /// What it answers for, with everything below.
        accountable: Names<'r>,
        /// For how many assessed controls that is.
        controls: usize,
        /// What it decides.
        decides: Names<'r>,
    }
}

view! {
    /// A kind of decision.
    #[derive(Serialize)]
    struct Decided<'r> {
        /// Which.
        decision: &'static str,
        /// Who takes it.
        by: Names<'r>,
        /// Whether these are several.
        several: bool,
    }
}

view! {
    /// A committee.
    #[derive(Serialize)]
    struct Hearing<'r> {
        /// Its title.
        title: &'r str,
        /// Who chairs it.
        chair: Name<'r>,
        /// Its members.
        members: Names<'r>,
        /// How often it meets at least, if that is said.
        meets: Option<String>,
        /// Parties that it does not represent.
        unheard: Names<'r>,
    }
}

view! {
    /// How an incident is passed on.
    #[derive(Serialize)]
    struct Passing<'r> {
        /// Its title.
        title: &'r str,
        /// From one to the next.
        steps: Vec<Passed<'r>>,
    }
}

view! {
    /// A step of it.
    #[derive(Serialize)]
    struct Passed<'r> {
        /// Who passes it on.
        from: Name<'r>,
        /// To whom.
        to: Name<'r>,
        /// How long after its beginning at most.
        within: String,
    }
}

impl<'r> Governance<'r> {
    pub(super) fn of(page: Page<'r>) -> Self {
        let (governance, places) = (&page.posture.governance, page.places);
        let alone = governance.accountable.iter();
        let alone = alone.filter(|one| one.role.is_none());
        let decisions = governance.decisions.iter();
        let committees = governance.committees.iter();
        let escalations = governance.escalations.iter();
        let unowned = governance.unowned_functions.iter();
        let unowned = places.controls(unowned);
        let unaccounted = places.controls(alone.map(|one| &one.control));
        Self {
            is_complete: unowned.is_empty() && unaccounted.is_empty(),
            unowned,
            unaccounted,
            roles: governance.roles.len(),
            decisions: decisions
                .map(|(decision, by)| decided(*decision, by))
                .collect(),
            committees: committees.map(|one| hearing(one)).collect(),
            escalations: escalations.map(|one| passing(one)).collect(),
        }
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let mut answers: BTreeMap<&str, usize> = BTreeMap::new();
    for role in &page.posture.governance.accountable {
        if let Some(role) = role.role {
            *answers.entry(role.name).or_default() += 1;
        }
    }
    let roles = move || {
        let roles = page.posture.governance.roles.iter();
        let answers = answers.clone();
        roles.map(move |role| {
            let controls = answers.get(role.name).copied().unwrap_or(0);
            answering(page, role, controls)
        })
    };
    Ok(vec![rows.fragment("posture-role", 0, roles)?])
}

fn answering<'r>(page: Page<'r>, role: &'r Role<'r>, controls: usize) -> Answering<'r> {
    let places = page.places;
    let decides = role.decides.iter();
    Answering {
        id: Kind::Role.id(role.name),
        title: role.title,
        is_board: role.is_board,
        reports_to: owner_name(role.reports_to),
        represents: parties(&role.represents),
        accountable: places.controls(role.accountable.iter()),
        controls,
        decides: Names::of(decides.map(|decision| Name::word("", decision.word()))),
    }
}

fn parties(parties: &[Party]) -> Names<'static> {
    let parties = parties.iter();
    Names::of(parties.map(|party| Name::word("", party.name())))
}

fn decided<'r>(decision: Decision, by: &[Declared<'r>]) -> Decided<'r> {
    Decided {
        decision: decision.word(),
        by: Kind::Role.names(by),
        several: by.len() > 1,
    }
}

fn hearing<'r>(committee: &'r Committee<'r>) -> Hearing<'r> {
    Hearing {
        title: committee.title,
        chair: owner_name(committee.chair),
        members: Kind::Role.names(&committee.members),
        meets: committee.meets.map(|span| span.to_string()),
        unheard: parties(&committee.not_heard),
    }
}

fn passing<'r>(escalation: &'r Escalation<'r>) -> Passing<'r> {
    let steps = escalation.steps.iter().map(|step| Passed {
        from: Kind::Role.name(step.from),
        to: Kind::Role.name(step.to),
        within: step.within.to_string(),
    });
    Passing {
        title: escalation.title,
        steps: steps.collect(),
    }
}
