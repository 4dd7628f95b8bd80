//! What one tier changes on the real frameworks, to the last verdict: a golden file, and an oracle that works the same out
//! by the words of the definition, by nothing but sets that lie within each other.

use std::collections::BTreeSet;

use xwalk::analysis::Floor;
use xwalk::analysis::posture::{CurrentState, Projector, Verdict, changes, logic_of};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::model::posture::OrganizationId;
use xwalk::model::{ControlId, End, Model};
use xwalk::relation::Label;
use xwalk::source::{Origin, Source, SourceMap};
use xwalk::syntax::ast::{Date, Nesting, Status};

use crate::harness;

const ACME: OrganizationId = OrganizationId(0);
const RAISED: &str = "PR.AC.c";
const FRAMEWORKS: [&str; 4] = [
    "iso-27001@2022",
    "nist-csf@2.0",
    "hipaa-security@2013",
    "pci-dss@4.0.1",
];

/// What the rows and the hierarchy say, as facts about sets; rows under a condition say nothing.
struct Facts<'m> {
    model: &'m Model<'m>,
    /// The first lies within the second.
    within: Vec<(ControlId, ControlId)>,
    /// The first lies within what the others ask for together.
    within_union: Vec<(ControlId, Vec<ControlId>)>,
    /// The two share something.
    sharing: Vec<(ControlId, ControlId)>,
}

impl<'m> Facts<'m> {
    fn of(model: &'m Model<'m>) -> Self {
        let mut facts = Self {
            model,
            within: Vec::new(),
            within_union: Vec::new(),
            sharing: Vec::new(),
        };
        for (id, control) in model.controls.iter() {
            let nesting = model.frameworks[control.framework].nesting;
            let parent = control.parent.filter(|_| nesting != Nesting::Group);
            facts.within.extend(parent.map(|parent| (id, parent)));
            let children: Vec<ControlId> = model.children(id).collect();
            if nesting == Nesting::Whole && !children.is_empty() {
                facts.within_union.push((id, children));
            }
        }
        for (_, row) in model.rows.iter() {
            if row.condition().is_none() && model.status(row) != Status::Withdrawn {
                facts.row(&row.source, row.label, &row.target);
                facts.row(&row.target, row.label.converse(), &row.source);
            }
        }
        facts
    }

    /// What a row says, read from one of its ends.
    fn row(&mut self, one: &End, label: Label, other: &End) {
        match (one, other) {
            (End::Control(one), End::Control(other)) => {
                if label.implies(Label::WITHIN) {
                    self.within.push((*one, *other));
                }
                if label.implies(Label::OVERLAPS) {
                    self.sharing.push((*one, *other));
                }
            }
            (End::Control(one), End::Union(parts)) if label.implies(Label::WITHIN) => {
                self.within_union.push((*one, parts.to_vec()));
            }
            (End::Union(parts), End::Control(other)) if label.implies(Label::WITHIN) => {
                let parts = parts.iter();
                self.within.extend(parts.map(|part| (*part, *other)));
            }
            _ => {}
        }
    }

    /// These and all that follows, until nothing more does.
    fn closed(
        &self,
        mut set: BTreeSet<ControlId>,
        follows: impl Fn(&Self, &BTreeSet<ControlId>) -> Vec<ControlId>,
    ) -> BTreeSet<ControlId> {
        loop {
            let known = set.len();
            let more = follows(self, &set);
            set.extend(more);
            if set.len() == known {
                return set;
            }
        }
    }

    /// All that lies within these.
    fn below(&self, set: BTreeSet<ControlId>) -> BTreeSet<ControlId> {
        self.closed(set, |facts, set| {
            let within = facts.within.iter();
            let within = within.filter(|(_, whole)| set.contains(whole));
            within.map(|(part, _)| *part).collect()
        })
    }

    /// All in which one of these lies.
    fn above(&self, set: BTreeSet<ControlId>) -> BTreeSet<ControlId> {
        self.closed(set, |facts, set| {
            let within = facts.within.iter();
            let within = within.filter(|(part, _)| set.contains(part));
            within.map(|(_, whole)| *whole).collect()
        })
    }

    /// All that lies within what these ask for together.
    fn covered(&self, set: BTreeSet<ControlId>) -> BTreeSet<ControlId> {
        self.closed(set, |facts, set| {
            let set = facts.below(set.clone());
            let unions = facts.within_union.iter();
            let unions = unions.filter(|(_, parts)| parts.iter().all(|part| set.contains(part)));
            let wholes: Vec<ControlId> = unions.map(|(whole, _)| *whole).collect();
            set.into_iter().chain(wholes).collect()
        })
    }

    /// The verdicts on all assessable controls of the organization's frameworks, in order.
    fn verdicts(&self, achieved: &BTreeSet<ControlId>, failed: ControlId) -> Vec<Said> {
        let met = self.covered(achieved.clone());
        let not_met = match achieved.contains(&failed) {
            true => BTreeSet::new(),
            false => self.above([failed].into()),
        };
        let below = self.below(achieved.clone());
        let sharing = self.sharing.iter();
        let shared = sharing.filter(|(one, _)| below.contains(one));
        let shared = shared.map(|(_, other)| *other);
        let partly = self.above(shared.chain(below.iter().copied()).collect());
        let frameworks = self.model.posture.organizations[ACME].frameworks();
        let controls = frameworks.flat_map(|framework| self.model.assessable(framework));
        let verdict = |id: &ControlId| match (met.contains(id), not_met.contains(id)) {
            (true, true) => Verdict::Contradiction,
            (true, false) => Verdict::Met,
            (false, true) => Verdict::NotMet,
            (false, false) if partly.contains(id) => Verdict::PartlyEvidenced,
            (false, false) => Verdict::CannotTell,
        };
        controls.map(|(id, _)| (id, verdict(&id))).collect()
    }
}

/// A control and the verdict on it.
type Said = (ControlId, Verdict);

/// Every subcategory at tier 3, which is the threshold, and one at tier 2.
fn workspace() -> String {
    let bundled = SourceMap::new(xwalk::bundled::sources().collect());
    let catalogue = compile(&bundled, &Levels::default()).model;
    let mut frameworks = catalogue.frameworks.iter();
    let baseline = frameworks.find(|(_, one)| one.name == "iso-ts-27103");
    let mut text = format!(
        "organization acme {{ baseline iso-ts-27103@2026\n adopts {} }}
assessment now of iso-ts-27103@2026 {{\n assessed 2026-09-30\n achieved-from 3\n",
        FRAMEWORKS.join(", ")
    );
    for (_, control) in catalogue.assessable(baseline.unwrap().0) {
        let tier = if control.identifier == RAISED { 2 } else { 3 };
        text += &format!("  {} tier {tier}\n", control.identifier);
    }
    text + "}\n"
}

#[test]
fn one_tier_changes_exactly_these_verdicts() {
    let own = Source::new("own.xwalk", workspace(), Origin::Workspace);
    let sources = SourceMap::new(xwalk::bundled::sources().chain([own]).collect());
    let compilation = compile(&sources, &Levels::default());
    assert!(!compilation.has_errors());
    let model = &compilation.model;
    let organization = &model.posture.organizations[ACME];
    assert_eq!(organization.frameworks().count(), 1 + FRAMEWORKS.len());

    let logic = logic_of(model, ACME, &Floor::of(Status::Draft), None);
    let projector = Projector::new(model, &logic, ACME);
    let mut state = CurrentState::of(model, ACME, Date::new(2026, 11, 24).unwrap());
    let before = projector.verdicts(&state);
    let mut assessed = model.assessable(organization.baseline);
    let (raised, _) = assessed.find(|it| it.1.identifier == RAISED).unwrap();
    state.raise(model, state.assessments[0], raised, 3);
    let after = projector.verdicts(&state);

    // The oracle agrees on every verdict, changed or not, before and after.
    let facts = Facts::of(model);
    let all: BTreeSet<ControlId> = model
        .assessable(organization.baseline)
        .map(|(id, _)| id)
        .collect();
    let others: BTreeSet<ControlId> = all.iter().copied().filter(|id| *id != raised).collect();
    let expected = [&others, &all].map(|achieved| facts.verdicts(achieved, raised));
    for (told, expected) in [&before, &after].into_iter().zip(&expected) {
        let told = told.iter().flat_map(|framework| &framework.controls);
        let told = told.filter(|(id, _)| model.controls[*id].assessable);
        let told: Vec<String> = told.map(|said| line(model, *said)).collect();
        let expected: Vec<String> = expected.iter().map(|said| line(model, *said)).collect();
        assert_eq!(told, expected);
    }

    let changed = changes(model, &before, &after);
    let changed = changed
        .iter()
        .map(|change| ((change.control, change.before), change.after));
    let told = page(model, changed);
    let [before, after] = expected;
    let changed = before.into_iter().zip(after);
    let changed = changed.filter(|(before, after)| before != after);
    assert_eq!(
        told,
        page(model, changed.map(|(before, (_, after))| (before, after)))
    );
    for framework in FRAMEWORKS {
        assert!(told.contains(framework), "{framework}: {told}");
    }
    let path = harness::path("tests/suite/posture_projection/one-tier.txt");
    harness::compare(&path, &told).unwrap();
}

fn line(model: &Model<'_>, (control, verdict): Said) -> String {
    format!("{}: {}", model.qualified(control), verdict.word())
}

fn page(model: &Model<'_>, changed: impl Iterator<Item = (Said, Verdict)>) -> String {
    let lines =
        changed.map(|(before, after)| format!("{} -> {}\n", line(model, before), after.word()));
    let lines: String = lines.collect();
    format!("{RAISED} from tier 2 to tier 3\n\n{lines}")
}
