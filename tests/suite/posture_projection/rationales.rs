//! Rows of two rationales that contradict each other: what is met by the one may be not met by the other.

use proptest::prelude::*;
use xwalk::analysis::posture::{Because, Verdict, logic_of};
use xwalk::analysis::{Floor, Logic};
use xwalk::syntax::ast::{Rationale, Status};

use super::assessed::{ORGANIZATION, Tier, model, project, tier};
use super::{Forced, forced, says, tiers};
use crate::coverage::draft::{Claim, Draft, End, LABELS};
use crate::coverage::rationales::{claims_of_two, views};

fn forced_somewhere(draft: &Draft, logic: &Logic, tiers: &[Tier], control: usize) -> Forced {
    let views = views(draft, logic);
    let views = views.iter().filter(|worlds| !worlds.is_empty());
    let forced: Vec<Forced> = views
        .map(|worlds| forced(worlds, draft, tiers, control))
        .collect();
    Forced {
        met: forced.iter().any(|forced| forced.met),
        not_met: forced.iter().any(|forced| forced.not_met),
        shares: forced.iter().any(|forced| forced.shares),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_every_model_of_some_rows_says_is_the_verdict(claims in claims_of_two(1, 3), tiers in tiers(3)) {
        // That all but one part of a union are excluded is not reasoned about; what is not applicable is told elsewhere.
        let is_union = |end: &End| matches!(end, End::Union(_));
        prop_assume!(!claims.iter().any(|claim| is_union(&claim.of) || is_union(&claim.by)));
        let draft = Draft::flat(1, 3, claims);
        let model = model(&draft, &tiers);
        let logic = logic_of(&model, ORGANIZATION, &Floor::of(Status::Draft), None);
        let (projection, _) = project(&model);
        let projected = &projection.controls[0];
        prop_assume!(projected.verdict != Verdict::NotApplicable);
        let forced = forced_somewhere(&draft, &logic, &tiers, 0);
        let verdict = match (forced.met, forced.not_met, forced.shares) {
            (true, true, _) => Verdict::Contradiction,
            (true, false, _) => Verdict::Met,
            (false, true, _) => Verdict::NotMet,
            (false, false, true) => Verdict::PartlyEvidenced,
            (false, false, false) => Verdict::CannotTell,
        };
        prop_assert_eq!(projected.verdict, verdict, "{:?}, but {:?}", projected, forced);
        let says = says(projected);
        prop_assert!(says.met <= forced.met && says.not_met <= forced.not_met && says.shares <= forced.shares);
    }
}

/// By its meaning the control is what one assessed control asks for, by its results nothing of that; another one lies within
/// it by its results.
#[test]
fn what_one_rationale_calls_met_and_another_not_met_is_a_contradiction() {
    let [equal, disjoint, contains] = [LABELS[0], LABELS[4], LABELS[2]];
    let row = |by, label, rationale| {
        let claim = Claim::new(End::One(0), End::One(by), label, true);
        claim.unwrap().of(rationale)
    };
    let of = |one, other, claims: Vec<Claim>| {
        let draft = Draft::flat(1, 2, claims);
        let model = model(&draft, &[tier(one), tier(other)]);
        let projected = project(&model).0.controls.remove(0);
        let because: Vec<Because> = projected.grounds.iter().map(|it| it.because).collect();
        (projected.verdict, because)
    };
    let both = vec![
        row(1, equal, Rationale::Semantic),
        row(1, disjoint, Rationale::Functional),
        row(2, contains, Rationale::Functional),
    ];
    assert_eq!(
        of(3, 1, both.clone()),
        (
            Verdict::Contradiction,
            vec![Because::Contained, Because::AsksForMore]
        )
    );
    // Each by itself.
    assert_eq!(of(3, 3, both.clone()).0, Verdict::Met);
    assert_eq!(of(1, 1, both.clone()).0, Verdict::NotMet);
    // Within one rationale the two rows dispute each other, and what is left decides.
    let mut one = both;
    one[0].rationale = Some(Rationale::Functional);
    assert_eq!(of(3, 1, one), (Verdict::NotMet, vec![Because::AsksForMore]));
}
