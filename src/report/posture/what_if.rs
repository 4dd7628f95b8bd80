//! What would be so if some initiatives were done, and nothing else.

use std::collections::BTreeSet;

use crate::JsonSchema;
use serde::Serialize;

use super::explained::{Explained, Explainer};
use super::named::{Declared, NameTable, NamedControl, NamedFramework};
use super::namer::Namer;
use super::{Change, Moved, Names, Tally};
use xwalk_analysis::Floor;
use xwalk_analysis::posture::{self, CurrentState, Present, Projector, logic_of};
use xwalk_model::Model;
use xwalk_model::posture::{InitiativeId, OrganizationId};
use xwalk_source::SourceMap;
use xwalk_syntax::ast::Status;

/// What would be so if some initiatives were done, and nothing else.
#[derive(Debug)]
pub struct WhatIf<'m> {
    /// The name of the organization.
    pub organization: &'m str,
    /// The title of the organization.
    pub title: &'m str,
    /// The initiatives, in the order of the text, each once.
    pub initiatives: Vec<Declared<'m>>,
    /// What must come before them and is not among them.
    pub left_out: Vec<LeftOut<'m>>,
    /// The tiers that rise.
    pub moved: Vec<Moved>,
    /// What the initiatives say that they raise, and do not: what is not applicable, or stands there already.
    pub idle: Vec<NamedControl>,
    /// The verdicts on the baseline and on each adopted framework, counted.
    pub turned: Vec<Turned>,
    /// The verdicts that change, by framework and control.
    pub changed: Vec<Changed>,
    /// The risks that are treated.
    pub treated: Vec<Treated<'m>>,
    /// What controls are called.
    pub names: Names,
}

/// An initiative that has to be done first, and is not asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LeftOut<'m> {
    /// Which.
    #[schemars(with = "String")]
    pub initiative: Declared<'m>,
    /// What directly waits for it, and is asked for, or is itself left out.
    #[schemars(with = "Vec<String>")]
    pub waiting: Vec<Declared<'m>>,
}

/// The verdicts on one framework, counted before and after.
#[derive(Debug)]
pub struct Turned {
    /// The framework.
    pub framework: NamedFramework,
    /// As it is now.
    pub before: Tally,
    /// As it would be.
    pub after: Tally,
}

/// A verdict that would be another one.
#[derive(Debug)]
pub struct Changed {
    /// What it is, and what it would be.
    pub change: Change,
    /// What it would rest on.
    pub after: Explained,
}

/// A risk that is treated.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Treated<'m> {
    /// Its name.
    #[schemars(with = "String")]
    pub risk: Declared<'m>,
    /// Likelihood times impact.
    pub level: u32,
    /// Whether that is more than the organization tolerates.
    #[serde(skip)]
    pub is_above: bool,
    /// The initiatives that treat it.
    #[schemars(with = "Vec<String>")]
    pub by: Vec<Declared<'m>>,
}

impl<'m> WhatIf<'m> {
    /// Answers for some initiatives of an organization on a day, with the rows that have come far enough.
    #[must_use]
    pub fn of(
        model: &'m Model<'_>,
        sources: &SourceMap,
        id: OrganizationId,
        initiatives: &BTreeSet<InitiativeId>,
        status_floor: Status,
        present: &Present,
    ) -> Self {
        let table = NameTable::new(model, false);
        let namer = Namer {
            model,
            table: &table,
        };
        let names = Names::of(namer, id);
        let organization = &model.posture.organizations[id];
        let logic = logic_of(model, id, &Floor::of(status_floor), None);
        let projector = Projector::new(model, &logic, id);
        let now = CurrentState::believed(model, id, present);
        let found = posture::WhatIf::of(model, &projector, &now, initiatives);
        let explainer = Explainer {
            namer,
            names: &names,
            sources,
            state: &found.state,
        };
        let named = |ids: &[InitiativeId]| ids.iter().map(|id| namer.initiative(*id)).collect();
        let left_out = found.left_out.iter();
        let turned = found.turned.iter();
        let changed = found.changed.iter();
        let treated = found.treated.iter();
        Self {
            organization: organization.name,
            title: &organization.title,
            initiatives: named(&found.initiatives),
            left_out: left_out
                .map(|one| LeftOut {
                    initiative: namer.initiative(one.initiative),
                    waiting: named(&one.waiting),
                })
                .collect(),
            moved: Moved::all(namer, &found.moved),
            idle: namer.controls(&found.idle),
            turned: turned
                .map(|one| Turned {
                    framework: namer.framework(one.framework),
                    before: (&one.before).into(),
                    after: (&one.after).into(),
                })
                .collect(),
            changed: changed
                .map(|one| Changed {
                    change: Change::new(namer, &one.change),
                    after: explainer.explain(&one.after),
                })
                .collect(),
            treated: treated
                .map(|one| {
                    let risk = &model.posture.risks[one.risk];
                    Treated {
                        risk: namer.risk(one.risk),
                        level: risk.level(),
                        is_above: organization
                            .tolerance
                            .is_some_and(|tolerance| risk.level() > tolerance),
                        by: named(&one.by),
                    }
                })
                .collect(),
            names,
        }
    }
}
