//! What else would be decided if a question about two controls a and b had a certain answer.
//!
//! An answer adds one statement R(a,b). A pair x and y that is decided by it has a chain of statements over the new one
//! that says O(x,y), "they share something", or D(x,y), "they share nothing", and one that goes over it once:
//!
//! - A chain to O goes down from x to something and from there up to y. If it passes a, or b, on both ways, it may as well
//!   turn there, since no control is empty.
//! - A chain to D goes up from x, over a D, and down to y. If it went over the new statement on both ways, a and b would lie
//!   within two sets that share nothing. Then R would contradict what is known, and be no possible answer.
//!
//! So all that an answer brings of x and y is what is known of x and a, R, and what is known of b and y, composed; or the
//! same with a and b in each other's place. O and D are each brought by one chain, so that a pair is decided if one of the
//! two compositions by itself is worth saying, and only if so are both of its ends. And an answer is possible if what is
//! known of a and b allows it: its atoms contradict what is known only one by one.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::logic::{ControlKnowledge, Prover};
use super::possible::Possible;
use super::proved::is_worth_saying;
use super::question::{Decides, Reply};
use super::stated::{Stated, pair};
use xwalk_model::{ControlId, Model};
use xwalk_relation::{Label, Relation};

/// What is needed to find out what answers to some questions decide.
pub(super) struct Decider<'a, 's> {
    model: &'a Model<'s>,
    stated: Stated,
    /// The assessable controls that lie near the ends of the questions.
    near: FxHashMap<ControlId, Near>,
    /// Of all those near a source: against which others something worth saying is known already, ascending.
    settled: FxHashMap<ControlId, Vec<ControlId>>,
}

/// The controls of which something worth saying is known against one, itself among them, by how it relates to them.
type Near = Vec<(Label, Vec<ControlId>)>;

impl<'a, 's> Decider<'a, 's> {
    /// Looks up what is known around the ends of these pairs.
    ///
    /// Nobody knows yet which rationale an answer will have. So it is joined to what is known from the first standpoint,
    /// that of all rationales.
    pub fn new(model: &'a Model<'s>, provers: &[Prover<'_, '_, '_>], pairs: &[Possible]) -> Self {
        let ends = pairs.iter().flat_map(|pair| [pair.source, pair.target]);
        let near = for_each(ends, |end| {
            let known = provers.first().map(|prover| prover.about(end));
            near(model, end, known.as_ref())
        });
        let sources = pairs.iter().filter_map(|pair| near.get(&pair.source));
        let around = sources.flatten().flat_map(|(_, controls)| controls);
        let settled = for_each(around.copied(), |control| {
            let mut settled: Vec<ControlId> = Vec::new();
            for prover in provers {
                let known = prover.about(control);
                let worth = known.iter().filter(|(_, label)| is_worth_saying(*label));
                settled.extend(worth.map(|(other, _)| other));
            }
            settled.sort_unstable();
            settled
        });
        Self {
            model,
            stated: Stated::of(model),
            near,
            settled,
        }
    }

    /// What each answer to a question would decide.
    pub fn answers(&self, question: &Possible) -> [Reply; 5] {
        Relation::ALL.map(|relation| Reply {
            relation,
            decides: question
                .known
                .allows(relation)
                .then(|| self.decides(question, relation)),
        })
    }

    fn decides(&self, question: &Possible, relation: Relation) -> Decides {
        let frameworks = |(one, other)| {
            let framework = |id: ControlId| self.model.controls[id].framework;
            let (one, other) = (framework(one), framework(other));
            (one.min(other), one.max(other))
        };
        let asked = pair(question.source, question.target);
        let mut decided = self.decided(question, Label::only(relation));
        decided.sort_unstable();
        decided.dedup();
        decided.retain(|decided| *decided != asked);
        let (here, elsewhere): (Vec<_>, Vec<_>) = decided
            .into_iter()
            .partition(|decided| frameworks(*decided) == frameworks(asked));
        Decides {
            here: here.len(),
            elsewhere: elsewhere.len(),
        }
    }

    /// The open pairs that one more statement decides, the one that it is about among them; some of them twice.
    fn decided(&self, question: &Possible, said: Label) -> Vec<(ControlId, ControlId)> {
        let near = |end| self.near.get(end).map_or(&[][..], Vec::as_slice);
        let mut decided = Vec::new();
        for (to_source, sources) in near(&question.source) {
            let first = to_source.converse().then(said);
            for (from_target, targets) in near(&question.target) {
                if !is_worth_saying(first.then(*from_target)) {
                    continue;
                }
                for source in sources {
                    let open = targets
                        .iter()
                        .filter(|target| self.is_open(*source, **target));
                    decided.extend(open.map(|target| pair(*source, *target)));
                }
            }
        }
        decided
    }

    /// Whether two assessable controls, the first near a source, make an open pair.
    fn is_open(&self, one: ControlId, other: ControlId) -> bool {
        let framework = |id: ControlId| self.model.controls[id].framework;
        let settled = self.settled.get(&one);
        framework(one) != framework(other)
            && settled.is_none_or(|settled| settled.binary_search(&other).is_err())
            && !self.stated.is_stated(one, other)
    }
}

/// Something about each of these controls, worked out side by side, once for each.
fn for_each<T: Send>(
    controls: impl Iterator<Item = ControlId>,
    work: impl Fn(ControlId) -> T + Sync,
) -> FxHashMap<ControlId, T> {
    let mut controls: Vec<ControlId> = controls.collect();
    controls.sort_unstable();
    controls.dedup();
    let controls = controls.into_par_iter();
    controls.map(|control| (control, work(control))).collect()
}

fn near(model: &Model<'_>, control: ControlId, known: Option<&ControlKnowledge<'_>>) -> Near {
    let itself = (Label::only(Relation::Equal), control);
    let others = known.into_iter().flat_map(ControlKnowledge::iter);
    let others = others.map(|(other, label)| (label, other));
    let mut all: Vec<(Label, ControlId)> = others
        .filter(|(label, other)| is_worth_saying(*label) && model.controls[*other].assessable)
        .chain([itself])
        .collect();
    all.sort_unstable();
    let groups = all.chunk_by(|one, other| one.0 == other.0);
    let groups = groups.filter_map(|group| {
        let controls = group.iter().map(|(_, control)| *control);
        Some((group.first()?.0, controls.collect()))
    });
    groups.collect()
}
