//! What the rows that count say themselves of pairs of controls.

use rustc_hash::FxHashSet;

use super::logic::Logic;
use super::standpoint::Standpoint;
use super::statements::Subject;
use xwalk_model::{ControlId, FrameworkId, Model, Table};
use xwalk_relation::{Label, Relation};

/// What rows say themselves, looked at from each standpoint.
pub(super) struct Said {
    /// From each standpoint, in order.
    from: Vec<Words>,
    /// Which controls a reader wants to hear of: those that are assessed, and those that rows name. What is known of the
    /// others only sums up what is known of the controls below them.
    wanted: Table<ControlId, bool>,
}

/// What rows say themselves, of those that are taken from one standpoint.
#[derive(Default)]
struct Words {
    /// Of each pair of controls, in order of pairs, lower control first.
    pairs: Vec<(ControlId, ControlId, Label)>,
    /// Which controls share nothing with all of a framework.
    declared: FxHashSet<(ControlId, FrameworkId)>,
}

impl Said {
    pub fn of(model: &Model<'_>, logic: &Logic) -> Self {
        let assessable = model.controls.iter().map(|(_, control)| control.assessable);
        let mut said = Self {
            from: Vec::new(),
            wanted: assessable.collect(),
        };
        for standpoint in &logic.standpoints {
            let words = Words::of(logic, *standpoint, &mut said.wanted);
            said.from.push(words);
        }
        said
    }

    /// Whether a reader wants to hear of a control.
    pub fn is_wanted(&self, control: ControlId) -> bool {
        self.wanted[control]
    }

    /// What the rows on a pair say of it, first to second, that are taken from the standpoint at a position.
    pub fn of_pair(&self, model: &Model<'_>, at: usize, a: ControlId, b: ControlId) -> Label {
        let words = self.from.get(at);
        words.map_or(Label::ANY, |words| words.of_pair(model, a, b))
    }

    /// Whether the rows on a pair say as much as this of it, from whatever standpoint.
    pub fn says(&self, model: &Model<'_>, [a, b]: [ControlId; 2], label: Label) -> bool {
        let mut from = self.from.iter();
        from.any(|words| words.of_pair(model, a, b).implies(label))
    }
}

impl Words {
    /// Marks the controls that rows name as wanted, too.
    fn of(logic: &Logic, standpoint: Standpoint, wanted: &mut Table<ControlId, bool>) -> Self {
        let mut said = Self::default();
        for (ends, label) in logic.said(standpoint) {
            for end in ends {
                if let Subject::Control(control) = end {
                    wanted[control] = true;
                }
            }
            match ends {
                [Subject::Control(a), Subject::Control(b)] if a < b => {
                    said.pairs.push((a, b, label));
                }
                [Subject::Control(a), Subject::Control(b)] => {
                    said.pairs.push((b, a, label.converse()));
                }
                [Subject::Control(control), Subject::Whole(framework)]
                | [Subject::Whole(framework), Subject::Control(control)] => {
                    said.declared.insert((control, framework));
                }
                [Subject::Whole(_), Subject::Whole(_)] => {}
            }
        }
        said.pairs.sort_unstable();
        said.pairs.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            if same {
                kept.2 = kept.2.and(next.2);
            }
            same
        });
        said
    }

    /// What the rows on a pair say of it, first to second.
    fn of_pair(&self, model: &Model<'_>, a: ControlId, b: ControlId) -> Label {
        let pair = (a.min(b), a.max(b));
        let at = self.pairs.binary_search_by_key(&pair, |(a, b, _)| (*a, *b));
        let stated = at.ok().and_then(|at| self.pairs.get(at));
        let stated = stated.map_or(Label::ANY, |(first, _, label)| {
            if *first == a {
                *label
            } else {
                label.converse()
            }
        });
        let framework = |control: ControlId| model.controls[control].framework;
        let declared = self.declared.contains(&(a, framework(b)))
            || self.declared.contains(&(b, framework(a)));
        if declared {
            stated.and(Label::only(Relation::NoRelationship))
        } else {
            stated
        }
    }
}
