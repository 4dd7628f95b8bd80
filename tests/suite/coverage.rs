//! Coverage against an independent oracle: all ways in which a few sets can lie.
//!
//! Up to four controls split the world into at most fifteen regions, each empty or not. A set model is a choice of the
//! regions that are inhabited; what rows force is what holds in every model that satisfies them. That is decided here
//! by walking all models, which knows nothing of labels.

pub mod draft;
pub mod rationales;
pub mod worlds;

use proptest::prelude::*;
use xwalk::analysis::{Coverage, Eligibilities, Facts, Options, Reason, Verdict, analyse};
use xwalk::model::FrameworkId;
use xwalk::relation::Label;
use xwalk::syntax::ast::Nesting;

use draft::{Claim, Draft, End};
use worlds::{Worlds, holds};

/// The framework that is covered comes first in every draft.
const COVERED: FrameworkId = FrameworkId(0);
const COVERING: FrameworkId = FrameworkId(1);

pub fn covered_by(facts: &Facts) -> &Coverage {
    facts.coverage(COVERED, COVERING).unwrap()
}

fn end(controls: std::ops::Range<usize>) -> impl Strategy<Value = End> {
    let (first, last) = (controls.start, controls.end - 1);
    let one = controls.prop_map(End::One);
    if first == last {
        return one.boxed();
    }
    prop_oneof![4 => one, 1 => Just(End::Union(vec![first, last])), 1 => Just(End::All)].boxed()
}

/// Any row that the language has between the first `covered` controls and the `covering` ones after them.
fn claim(covered: usize, covering: usize) -> impl Strategy<Value = Claim> {
    let ends = (end(0..covered), end(covered..covered + covering));
    (ends, 0..draft::LABELS.len(), any::<bool>()).prop_filter_map(
        "the language has such a row",
        |((of, by), label, forward)| Claim::new(of, by, draft::LABELS[label], forward),
    )
}

pub fn claims(covered: usize, covering: usize) -> impl Strategy<Value = Vec<Claim>> {
    prop::collection::vec(claim(covered, covering), 1..5)
}

/// What holds of a control in every model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forced {
    contained: bool,
    shares: bool,
    disjoint: bool,
}

pub fn forced(worlds: &Worlds, draft: &Draft, control: usize) -> Forced {
    let all = draft.covering();
    let always = |says: &dyn Fn(u16, u16) -> bool| {
        worlds
            .iter()
            .all(|world| says(world.set(control), world.union(all.clone())))
    };
    Forced {
        contained: always(&|own, union| own & !union == 0),
        shares: always(&|own, union| own & union != 0),
        disjoint: always(&|own, union| own & union == 0),
    }
}

/// The models of the rows that count. Those that contradict each other on one pair are left out by the analysis, which
/// is only right if no model satisfies all rows.
pub fn models(draft: &Draft, eligibilities: &Eligibilities) -> Worlds {
    let counted: Vec<&Claim> = draft
        .claims
        .iter()
        .zip(eligibilities.iter())
        .filter(|(_, (_, standing))| standing.left_out().is_none())
        .map(|(claim, _)| claim)
        .collect();
    let all = Worlds::of(draft);
    if counted.len() < draft.claims.len() {
        let contradicted = all
            .iter()
            .all(|world| !draft.claims.iter().all(|claim| holds(draft, world, claim)));
        assert!(
            contradicted,
            "rows were left out that a model satisfies together"
        );
    }
    all.which(|world| counted.iter().all(|claim| holds(draft, world, claim)))
}

fn assert_sound(draft: &Draft) {
    let model = draft.model();
    let facts = analyse(&model, Options::default());
    let worlds = models(draft, &facts.eligibilities);
    for (at, covered) in covered_by(&facts).controls.iter().enumerate() {
        let forced = forced(&worlds, draft, at);
        let proved = covered.proved.as_ref().unwrap();
        // Only what is related can turn out to share nothing.
        let stated = covered.stated.verdict;
        assert!(
            proved.verdict <= stated || stated == Verdict::Related,
            "{covered:?}"
        );
        for judgement in [&covered.stated, proved] {
            let right = match judgement.verdict {
                Verdict::Full => forced.contained,
                Verdict::Overlap => forced.shares,
                Verdict::Gap => forced.disjoint,
                // What these say is no statement about sets: see below.
                Verdict::Related | Verdict::NotReviewed => true,
            };
            assert!(right, "{judgement:?} of control {at}, but {forced:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_verdict_holds_in_every_model_of_the_rows(claims in claims(2, 2)) {
        assert_sound(&Draft::flat(2, 2, claims));
    }

    #[test]
    fn a_verdict_on_a_whole_holds_in_every_model_of_the_rows(claims in claims(3, 1)) {
        let mut draft = Draft::flat(3, 1, claims);
        draft.nesting = Nesting::Whole;
        draft.depths = vec![0, 1, 1, 0];
        assert_sound(&draft);
    }

    #[test]
    fn what_every_model_says_of_one_control_is_its_verdict(claims in claims(1, 3)) {
        let draft = Draft::flat(1, 3, claims);
        let model = draft.model();
        let facts = analyse(&model, Options::default());
        let worlds = models(&draft, &facts.eligibilities);
        // Without a model everything is forced. That is left when a union contains what rows say is not in its parts.
        prop_assume!(!worlds.is_empty());
        let forced = forced(&worlds, &draft, 0);
        let covered = &covered_by(&facts).controls[0];
        for judgement in [&covered.stated, covered.proved.as_ref().unwrap()] {
            prop_assert_eq!(judgement.verdict == Verdict::Full, forced.contained);
            prop_assert_eq!(judgement.verdict <= Verdict::Overlap, forced.shares);
            prop_assert_eq!(judgement.verdict == Verdict::Gap, forced.disjoint);
        }
    }

    /// A row that says nothing of sets marks its two ends, and whatever equals them in every model, unless no model has them
    /// share anything.
    #[test]
    fn related_is_what_equals_the_ends_of_a_row_that_only_relates(claims in claims(2, 2)) {
        let is_union = |end: &End| matches!(end, End::Union(_));
        // What unions exclude is not reasoned about.
        prop_assume!(!claims.iter().any(|claim| is_union(&claim.of) || is_union(&claim.by)));
        let draft = Draft::flat(2, 2, claims);
        let model = draft.model();
        let facts = analyse(&model, Options::default());
        let worlds = models(&draft, &facts.eligibilities);
        prop_assume!(!worlds.is_empty());
        let equal = |one: usize, other: usize| worlds.iter().all(|world| world.set(one) == world.set(other));
        let apart = |one: usize, other: usize| worlds.iter().all(|world| world.set(one) & world.set(other) == 0);
        for (at, covered) in covered_by(&facts).controls.iter().enumerate() {
            let forced = forced(&worlds, &draft, at);
            let related = draft.covering().any(|by| {
                let marked = draft.claims.iter().any(|claim| match (&claim.of, &claim.by) {
                    (End::One(of), End::One(other)) => {
                        claim.label == Label::ANY && equal(at, *of) && equal(by, *other)
                    }
                    _ => false,
                });
                marked && !apart(at, by)
            });
            let verdict = covered.proved.as_ref().unwrap().verdict;
            let expected = related && !forced.shares && !forced.disjoint;
            prop_assert_eq!(verdict == Verdict::Related, expected, "{:?} of {}", verdict, at);
        }
    }

    #[test]
    fn the_order_of_rows_and_their_direction_change_no_verdict(claims in claims(2, 2)) {
        let draft = Draft::flat(2, 2, claims.clone());
        let turned: Vec<Claim> = claims.into_iter().rev().map(Claim::turned).collect();
        let turned = Draft::flat(2, 2, turned);
        let verdicts = |draft: &Draft| -> Vec<(Verdict, Reason)> {
            let model = draft.model();
            let facts = analyse(&model, Options::default());
            let controls = &covered_by(&facts).controls;
            controls.iter().map(|covered| (covered.stated.verdict, covered.stated.reason)).collect()
        };
        prop_assert_eq!(verdicts(&draft), verdicts(&turned));
    }
}

#[test]
fn the_oracle_finds_the_regions_of_two_sets() {
    let claim = Claim::new(End::One(0), End::One(1), draft::LABELS[0], true).unwrap();
    let draft = Draft::flat(1, 1, vec![claim]);
    // Of the seven ways in which two sets can be inhabited, five have both non-empty, one of them with equal sets.
    assert_eq!(Worlds::of(&draft).iter().count(), 5);
    let equal = Worlds::of(&draft).which(|world| holds(&draft, world, &draft.claims[0]));
    assert_eq!(equal.iter().count(), 1);
}
