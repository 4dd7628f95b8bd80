//! Verdicts of posture against an independent oracle, and the laws that they obey.
//!
//! In a set model, the organization does some of the outcomes that there are. All that an achieved control asks for is
//! done; something that a control below the threshold asks for is not. A verdict says what then holds of a control of an
//! adopted framework in every model: that all of it is done, that not all of it is, that something of it is.

pub mod assessed;
mod one_tier;
mod rationales;

use proptest::prelude::*;
use xwalk::analysis::posture::{Because, Projected, Verdict};
use xwalk::syntax::ast::Nesting;
use xwalk::syntax::ast::posture::AssessedTier;

use crate::coverage::draft::{Claim, Draft, End};
use crate::coverage::worlds::{World, Worlds};
use crate::coverage::{claims, models};
use assessed::{ACHIEVED_FROM, Tier, any_tier, model, project, tier};

/// What holds in every model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Forced {
    met: bool,
    not_met: bool,
    shares: bool,
}

/// The smallest set of outcomes that can be done is what achieved controls ask for. All of a control is done in every
/// model if it lies in that; not all of it, if what is below the threshold lies within the two together.
fn forced(worlds: &Worlds, draft: &Draft, tiers: &[Tier], control: usize) -> Forced {
    let which = |wanted: fn(u32) -> bool| -> Vec<usize> {
        let controls = draft.covering().zip(tiers);
        let stand = controls.filter(
            |(_, tier)| matches!(tier, Some(AssessedTier::Tier { current, .. }) if wanted(*current)),
        );
        stand.map(|(control, _)| control).collect()
    };
    let achieved = which(|current| current >= ACHIEVED_FROM);
    let below = which(|current| current < ACHIEVED_FROM);
    let done = |world: World| world.union(achieved.iter().copied());
    let lies_within = |world: World, set: u16| below.iter().any(|at| world.set(*at) & !set == 0);
    Forced {
        met: worlds
            .iter()
            .all(|world| world.set(control) & !done(world) == 0),
        not_met: worlds
            .iter()
            .all(|world| lies_within(world, world.set(control))),
        shares: worlds
            .iter()
            .all(|world| world.set(control) & done(world) != 0),
    }
}

fn says(projected: &Projected) -> Forced {
    let rests_on = |verdict| {
        let mut grounds = projected.grounds.iter();
        grounds.any(|ground| ground.because.verdict() == verdict)
    };
    Forced {
        met: rests_on(Verdict::Met),
        not_met: rests_on(Verdict::NotMet),
        shares: rests_on(Verdict::PartlyEvidenced),
    }
}

fn assert_sound(draft: &Draft, tiers: &[Tier]) {
    let model = model(draft, tiers);
    let (projection, eligibilities) = project(&model);
    let worlds = models(draft, &eligibilities);
    for (at, projected) in projection.controls.iter().enumerate() {
        let (says, forced) = (says(projected), forced(&worlds, draft, tiers, at));
        assert!(says.met <= forced.met, "{projected:?}, but {forced:?}");
        assert!(
            says.not_met <= forced.not_met,
            "{projected:?}, but {forced:?}"
        );
        assert!(
            says.shares <= forced.shares,
            "{projected:?}, but {forced:?}"
        );
        assert_eq!(
            projected.doubt.is_some(),
            projected.verdict == Verdict::CannotTell
        );
    }
}

fn verdicts(draft: &Draft, tiers: &[Tier]) -> Vec<Verdict> {
    let model = model(draft, tiers);
    let (projection, _) = project(&model);
    let controls = projection.controls.iter();
    controls.map(|projected| projected.verdict).collect()
}

fn tiers(count: usize) -> impl Strategy<Value = Vec<Tier>> {
    prop::collection::vec(any_tier(), count)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_verdict_holds_in_every_model_of_the_rows(claims in claims(2, 2), tiers in tiers(2)) {
        assert_sound(&Draft::flat(2, 2, claims), &tiers);
    }

    #[test]
    fn a_verdict_on_a_whole_holds_in_every_model_of_the_rows(claims in claims(3, 1), tiers in tiers(1)) {
        let mut draft = Draft::flat(3, 1, claims);
        draft.nesting = Nesting::Whole;
        draft.depths = vec![0, 1, 1, 0];
        assert_sound(&draft, &tiers);
    }

    #[test]
    fn what_every_model_says_of_one_control_is_its_verdict(claims in claims(1, 3), tiers in tiers(3)) {
        // That all but one part of a union are excluded is not reasoned about.
        let is_union = |end: &End| matches!(end, End::Union(_));
        prop_assume!(!claims.iter().any(|claim| is_union(&claim.of) || is_union(&claim.by)));
        let draft = Draft::flat(1, 3, claims);
        let model = model(&draft, &tiers);
        let (projection, eligibilities) = project(&model);
        let worlds = models(&draft, &eligibilities);
        prop_assume!(!worlds.is_empty());
        let forced = forced(&worlds, &draft, &tiers, 0);
        let projected = &projection.controls[0];
        // Not applicable, if every assessed control that is equal in every model is.
        let equal = draft.covering().zip(&tiers).filter(|(at, tier)| {
            tier.is_some() && worlds.iter().all(|world| world.set(*at) == world.set(0))
        });
        let equal: Vec<bool> = equal.map(|(_, tier)| *tier == Some(AssessedTier::NotApplicable)).collect();
        let not_applicable = !equal.is_empty() && equal.iter().all(|not| *not);
        let verdict = match (forced.met, forced.not_met, not_applicable, forced.shares) {
            (true, true, ..) => Verdict::Contradiction,
            (true, false, ..) => Verdict::Met,
            (false, true, ..) => Verdict::NotMet,
            (false, false, true, _) => Verdict::NotApplicable,
            (false, false, false, true) => Verdict::PartlyEvidenced,
            (false, false, false, false) => Verdict::CannotTell,
        };
        prop_assert_eq!(projected.verdict, verdict, "{:?}", projected);
    }

    #[test]
    fn raising_a_tier_takes_back_nothing_that_is_met(claims in claims(2, 2), lower in tiers(2), at in 0..2_usize, to in 1..=4_u32) {
        let draft = Draft::flat(2, 2, claims);
        let mut raised = lower.clone();
        if let Some(AssessedTier::Tier { current, .. }) = raised[at] {
            raised[at] = tier(current.max(to));
        }
        for (before, after) in verdicts(&draft, &lower).into_iter().zip(verdicts(&draft, &raised)) {
            let allowed: &[Verdict] = match before {
                Verdict::Met => &[Verdict::Met],
                Verdict::PartlyEvidenced => &[Verdict::PartlyEvidenced, Verdict::Met],
                Verdict::Contradiction => &[Verdict::Contradiction, Verdict::Met],
                // What was below may now be achieved elsewhere too, so that something contradicts itself.
                Verdict::NotMet => &Verdict::ALL,
                Verdict::NotApplicable => &[Verdict::NotApplicable, Verdict::Met],
                Verdict::CannotTell => &[Verdict::CannotTell, Verdict::PartlyEvidenced, Verdict::Met],
            };
            prop_assert!(allowed.contains(&after), "{before:?} became {after:?}");
        }
    }

    #[test]
    fn the_order_of_rows_and_their_direction_change_no_verdict(claims in claims(2, 2), tiers in tiers(2)) {
        let draft = Draft::flat(2, 2, claims.clone());
        let turned: Vec<Claim> = claims.into_iter().rev().map(Claim::turned).collect();
        let turned = Draft::flat(2, 2, turned);
        prop_assert_eq!(verdicts(&draft, &tiers), verdicts(&turned, &tiers));
    }

    #[test]
    fn what_is_not_applicable_proves_nothing_else(claims in claims(2, 2), tiers in tiers(2)) {
        let unsaid: Vec<Tier> = tiers
            .iter()
            .map(|tier| tier.filter(|tier| *tier != AssessedTier::NotApplicable))
            .collect();
        let draft = Draft::flat(2, 2, claims);
        for (said, unsaid) in verdicts(&draft, &tiers).into_iter().zip(verdicts(&draft, &unsaid)) {
            let alike = said == unsaid
                || said == Verdict::NotApplicable
                    && matches!(unsaid, Verdict::CannotTell | Verdict::PartlyEvidenced);
            prop_assert!(alike, "{said:?}, and without it {unsaid:?}");
        }
    }
}

#[test]
fn what_lies_within_a_union_of_achieved_controls_is_met() {
    let equal = Claim::new(
        End::One(0),
        End::Union(vec![1, 2]),
        crate::coverage::draft::LABELS[0],
        true,
    );
    let draft = Draft::flat(1, 2, vec![equal.unwrap()]);
    let of = |one, other| {
        let model = model(&draft, &[tier(one), tier(other)]);
        let projected = project(&model).0.controls.remove(0);
        let because: Vec<Because> = projected.grounds.iter().map(|it| it.because).collect();
        (projected.verdict, because)
    };
    assert_eq!(of(3, 4), (Verdict::Met, vec![Because::Together]));
    assert_eq!(of(3, 2), (Verdict::NotMet, vec![Because::AsksForMore]));
}
