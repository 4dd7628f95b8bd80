//! Rows of two rationales: each rationale is a world of its own, and what mixes the two is told in a world of both.
//!
//! What is known is held to all set models of the rows of each rationale, and to those of the rows that contradict none of
//! the other one. A verdict is the best that holds in all models of one of these three.

use proptest::prelude::*;
use xwalk::analysis::{Eligibility, Facts, Logic, Options, Proved, Reason, Verdict};
use xwalk::model::RowId;
use xwalk::relation::{Label, Relation};
use xwalk::syntax::ast::Rationale;

use super::draft::{Claim, Draft, End};
use super::worlds::{Worlds, holds};
use super::{Forced, claims, covered_by, forced};

const RATIONALES: [Rationale; 2] = [Rationale::Semantic, Rationale::Functional];

/// Rows of two rationales.
pub fn claims_of_two(covered: usize, covering: usize) -> impl Strategy<Value = Vec<Claim>> {
    let rationales = prop::collection::vec(0..2_usize, 4);
    (claims(covered, covering), rationales).prop_map(|(claims, rationales)| {
        let claims = claims.into_iter().zip(rationales);
        claims.map(|(claim, at)| claim.of(RATIONALES[at])).collect()
    })
}

/// The models of the rows that are wanted.
fn models(draft: &Draft, is_wanted: impl Fn(usize, &Claim) -> bool) -> Worlds {
    let wanted = draft.claims.iter().enumerate();
    let wanted: Vec<&Claim> = wanted
        .filter(|(at, claim)| is_wanted(*at, claim))
        .map(|(_, claim)| claim)
        .collect();
    Worlds::of(draft).which(|world| wanted.iter().all(|claim| holds(draft, world, claim)))
}

fn id(at: usize) -> RowId {
    RowId(u32::try_from(at).unwrap())
}

fn counts(logic: &Logic, at: usize) -> bool {
    logic.eligibilities[id(at)] == Eligibility::Counts
}

/// All models of what is taken together: what contradicts no row of another rationale, and each rationale by itself. Only
/// models of rows that the analysis lets count, and no row is left out that need not be.
pub fn views(draft: &Draft, logic: &Logic) -> Vec<Worlds> {
    let of_one = RATIONALES.map(|rationale| {
        let own = |_: usize, claim: &Claim| claim.rationale == Some(rationale);
        let disputed =
            (0..draft.claims.len()).any(|at| own(at, &draft.claims[at]) && !counts(logic, at));
        assert!(
            !disputed || models(draft, own).is_empty(),
            "rows of one rationale are set aside that can be true together"
        );
        models(draft, |at, claim| own(at, claim) && counts(logic, at))
    });
    let apart = |at: usize| counts(logic, at) && logic.is_apart(id(at));
    let together = models(draft, |at, _| counts(logic, at) && !apart(at));
    if (0..draft.claims.len()).any(apart) {
        let all = models(draft, |at, _| counts(logic, at));
        assert!(
            all.is_empty(),
            "rows are kept apart that can be true together"
        );
    }
    std::iter::once(together).chain(of_one).collect()
}

fn has_union(draft: &Draft) -> bool {
    let is_union = |end: &End| matches!(end, End::Union(_));
    let mut claims = draft.claims.iter();
    claims.any(|claim| is_union(&claim.of) || is_union(&claim.by))
}

/// How two controls lie in all models.
fn known(worlds: &Worlds, of: usize, by: usize) -> Label {
    let relation = |of: u16, by: u16| match (of & by != 0, of & !by != 0, by & !of != 0) {
        (false, _, _) => Relation::NoRelationship,
        (true, false, false) => Relation::Equal,
        (true, false, true) => Relation::SubsetOf,
        (true, true, false) => Relation::SupersetOf,
        (true, true, true) => Relation::IntersectsWith,
    };
    let mut worlds = worlds.iter();
    let first = worlds.next();
    let first = first.map_or(Label::ANY, |world| {
        Label::only(relation(world.set(of), world.set(by)))
    });
    worlds.fold(first, |known, world| {
        known.or(Label::only(relation(world.set(of), world.set(by))))
    })
}

fn facts(draft: &Draft) -> (Facts, Logic) {
    let model = draft.model();
    let logic = Logic::of(&model, Options::default());
    (Facts::of(&model, &logic), logic)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_verdict_holds_in_every_model_of_one_rationale_or_of_both(claims in claims_of_two(2, 2)) {
        let draft = Draft::flat(2, 2, claims);
        let (facts, logic) = facts(&draft);
        let views = views(&draft, &logic);
        prop_assume!(views.iter().all(|worlds| !worlds.is_empty()) || has_union(&draft));
        for (at, covered) in covered_by(&facts).controls.iter().enumerate() {
            let forced: Vec<Forced> = views.iter().map(|worlds| forced(worlds, &draft, at)).collect();
            for judgement in [&covered.stated, covered.proved.as_ref().unwrap()] {
                let right = match judgement.verdict {
                    Verdict::Full => forced.iter().any(|forced| forced.contained),
                    Verdict::Overlap => forced.iter().any(|forced| forced.shares),
                    // Rows of several rationales may say it of one control each.
                    Verdict::Gap if judgement.reason == Reason::DisjointFromAll => true,
                    Verdict::Gap => forced.iter().any(|forced| forced.disjoint),
                    Verdict::Related | Verdict::NotReviewed => true,
                };
                prop_assert!(right, "{:?} of control {}, but {:?}", judgement, at, forced);
            }
        }
    }

    /// No model is missing, so that what is known of every pair is exactly what all models of some rows say.
    #[test]
    fn of_every_pair_is_known_what_each_rationale_says_and_what_both_say(claims in claims_of_two(2, 2)) {
        let draft = Draft::flat(2, 2, claims);
        // What unions exclude is not reasoned about.
        prop_assume!(!has_union(&draft));
        let (facts, logic) = facts(&draft);
        let views = views(&draft, &logic);
        let disjoint = Label::only(Relation::NoRelationship);
        let worth_saying = |label: Label| label.implies(Label::OVERLAPS) || label == disjoint;
        for worlds in &views {
            prop_assert!(!worlds.is_empty(), "what is taken together contradicts itself");
        }
        for (of, covered) in covered_by(&facts).controls.iter().enumerate() {
            let labels = |by: usize| views.iter().map(move |worlds| known(worlds, of, by));
            let any = |label: Label| draft.covering().any(|by| labels(by).any(|known| known.implies(label)));
            let proved = covered.proved.as_ref().unwrap();
            prop_assert_eq!(proved.verdict == Verdict::Full, any(Label::WITHIN), "{:?}", proved);
            prop_assert_eq!(proved.verdict <= Verdict::Overlap, any(Label::OVERLAPS), "{:?}", proved);
            for by in draft.covering() {
                let listed: Vec<&Proved> = facts.proved.iter().filter(|proved| {
                    (proved.source.0 as usize, proved.target.0 as usize) == (of, by)
                }).collect();
                for one in &listed {
                    prop_assert!(labels(by).any(|known| known == one.proof.label), "{:?}", one);
                    prop_assert!(!one.proof.merit.mixes_rationales() || !one.proof.rows().iter().any(|row| logic.is_apart(*row)));
                    let others = listed.iter().filter(|other| other.proof.label != one.proof.label);
                    prop_assert!(others.clone().all(|other| !other.proof.label.implies(one.proof.label)));
                }
                // None is lost: a row says it, or a proof of it is listed.
                for known in labels(by).filter(|known| worth_saying(*known)) {
                    let said = |worlds: &dyn Fn(usize, &Claim) -> bool| {
                        let rows = draft.claims.iter().enumerate().filter(|(at, claim)| counts(&logic, *at) && worlds(*at, claim));
                        let on_pair = rows.filter(|(_, claim)| match (&claim.of, &claim.by) {
                            (End::One(one), End::One(other)) => (*one, *other) == (of, by),
                            (End::One(one), End::All) => *one == of,
                            (End::All, End::One(other)) => *other == by,
                            _ => false,
                        });
                        on_pair.fold(Label::ANY, |said, (_, claim)| said.and(claim.label))
                    };
                    let of_all = said(&|at, _| !logic.is_apart(id(at)));
                    let of_one = RATIONALES.map(|it| said(&|_, claim| claim.rationale == Some(it)));
                    let is_said = [of_all].into_iter().chain(of_one).any(|said| said.implies(known));
                    prop_assert!(is_said || listed.iter().any(|one| one.proof.label.implies(known)), "{:?}", known);
                }
            }
        }
    }

    #[test]
    fn the_order_of_rows_and_their_direction_change_nothing(claims in claims_of_two(2, 2)) {
        let draft = Draft::flat(2, 2, claims.clone());
        let turned: Vec<Claim> = claims.into_iter().rev().map(Claim::turned).collect();
        let turned = Draft::flat(2, 2, turned);
        let found = |draft: &Draft| {
            let (facts, _) = facts(draft);
            let controls = covered_by(&facts).controls.iter();
            let verdicts: Vec<_> = controls.map(|covered| {
                (covered.stated.verdict, covered.proved.as_ref().unwrap().verdict)
            }).collect();
            let proved = facts.proved.iter();
            let proved: Vec<_> = proved.map(|one| {
                (one.source, one.target, one.stated, one.proof.label, one.proof.merit.clone())
            }).collect();
            (verdicts, proved, facts.contradictions.len())
        };
        prop_assert_eq!(found(&draft), found(&turned));
    }
}
