//! What a decision has to be, for an oracle that knows which statements have a model.

use xwalk::reason::{Claim, Conflict, Decision, Network, Statement};
use xwalk::relation::{Label, Relation};

use super::chains::{follow, read};
use super::sets::label_of;

/// Whether there are sets of which all statements are true.
pub type Oracle<'o> = dyn Fn(&[Statement]) -> bool + 'o;

/// Holds a decision to the oracle; how many conflicts were held.
pub fn hold(network: &Network, decision: &Decision, satisfiable: &Oracle<'_>) -> usize {
    let statements = network.statements();
    let conflicts = decision.conflicts();
    assert_eq!(
        decision.is_consistent(),
        satisfiable(statements),
        "consistency of {statements:#?}"
    );
    assert_eq!(decision.is_consistent(), conflicts.is_empty());
    for conflict in conflicts {
        argued(network, conflict);
        minimal(network, conflict, satisfiable);
        read_loosely(network, conflict, satisfiable);
    }
    let mut sets: Vec<&[Claim]> = conflicts.iter().map(|conflict| &*conflict.claims).collect();
    sets.sort_unstable();
    let distinct = sets.windows(2).all(|pair| pair[0] != pair[1]);
    assert!(distinct, "a conflict told twice: {statements:#?}");

    // What contradicts itself in one sense comes first, and what needs several takes nothing of it.
    let needs_one = conflicts
        .iter()
        .take_while(|conflict| !conflict.mixes_senses());
    let (of_one, of_several) = conflicts.split_at(needs_one.count());
    assert!(of_several.iter().all(Conflict::mixes_senses));
    let disputed = with_their_like(network, of_one);
    assert_eq!(decision.disputed(), disputed);
    let mut apart = with_their_like(network, of_several);
    for claim in of_several.iter().flat_map(|conflict| &conflict.claims) {
        assert!(!disputed.contains(claim), "{claim:?} in {statements:#?}");
    }
    apart.retain(|claim| !disputed.contains(claim));
    assert_eq!(decision.apart(), apart);
    for statement in statements {
        let claim = statement.claim;
        assert_eq!(decision.is_disputed(claim), disputed.contains(&claim));
        assert_eq!(decision.is_apart(claim), apart.contains(&claim));
    }
    assert!(
        satisfiable(&without(statements, &[disputed.clone(), apart].concat())),
        "what remains contradicts itself: {statements:#?}"
    );
    for sense in 0..8 {
        let mut own = without(statements, &disputed);
        own.retain(|said| said.sense == sense || said.claim == Claim::GIVEN);
        assert!(satisfiable(&own), "sense {sense} of {statements:#?}");
    }
    conflicts.len()
}

/// The claims of some conflicts, ascending, with what says the same as a statement of one, whichever way round, in the same
/// sense.
fn with_their_like(network: &Network, conflicts: &[Conflict]) -> Vec<Claim> {
    let says_the_same = |one: &Statement, other: &Statement| {
        let as_it_is = (one.a, one.b, one.label) == (other.a, other.b, other.label);
        let turned = (one.a, one.b, one.label) == (other.b, other.a, other.label.converse());
        (as_it_is || turned) && one.sense == other.sense
    };
    let mut claims: Vec<Claim> = Vec::new();
    for conflict in conflicts {
        claims.extend(&conflict.claims);
        let told = own(network, conflict);
        let told = told.iter().filter(|said| said.claim != Claim::GIVEN);
        for said in told {
            let all = network.statements().iter();
            let all = all.filter(|one| one.claim != Claim::GIVEN);
            let same = all.filter(|other| says_the_same(said, other));
            claims.extend(same.map(|other| other.claim));
        }
    }
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// Whether a statement stands together with all others that do, in whatever senses they are made.
pub fn stands(decision: &Decision, statement: &Statement) -> bool {
    !decision.is_disputed(statement.claim) && !decision.is_apart(statement.claim)
}

/// A chain that leads to where the denial is, composed step by step, and nothing left of both; the claims and senses
/// of just these statements.
fn argued(network: &Network, conflict: &Conflict) {
    let (end, known) = follow(network, &conflict.chain);
    let denial = network.statement(conflict.denial).unwrap();
    let denied = read(denial, conflict.chain.from, end);
    assert_eq!(conflict.denied, label_of(denied));
    assert_eq!(known & denied, 0, "both can be: {conflict:#?}");

    let own = own(network, conflict);
    let claimed = own.iter().filter(|said| said.claim != Claim::GIVEN);
    let mut claims: Vec<Claim> = claimed.clone().map(|said| said.claim).collect();
    claims.sort_unstable();
    claims.dedup();
    assert_eq!(conflict.claims, claims);
    let senses = claimed.fold(0, |senses, said| senses | 1 << said.sense);
    assert_eq!(conflict.senses, senses);
    assert_eq!(conflict.mixes_senses(), senses.count_ones() > 1);
}

/// The claims, with what is given, have no model; without any one of them they have.
fn minimal(network: &Network, conflict: &Conflict, satisfiable: &Oracle<'_>) {
    let statements = network.statements();
    let mut others: Vec<Claim> = statements.iter().map(|said| said.claim).collect();
    others.retain(|claim| *claim != Claim::GIVEN && !conflict.claims.contains(claim));
    let own = without(statements, &others);
    assert!(!satisfiable(&own), "no contradiction: {conflict:#?}");
    for claim in &conflict.claims {
        assert!(
            satisfiable(&without(&own, &[*claim])),
            "not minimal, {claim:?} may go: {conflict:#?} of {statements:#?}"
        );
    }
}

/// Whether it stands if every `intersects-with` in it, alone or as one of several, is read as `overlaps`.
fn read_loosely(network: &Network, conflict: &Conflict, satisfiable: &Oracle<'_>) {
    let mut own = own(network, conflict);
    for statement in &mut own {
        if statement.label.allows(Relation::IntersectsWith) {
            statement.label = statement.label.or(Label::OVERLAPS);
        }
    }
    assert_eq!(
        conflict.stands_loosely,
        !satisfiable(&own),
        "the loose reading of {conflict:#?}"
    );
}

/// The statements of a conflict.
fn own(network: &Network, conflict: &Conflict) -> Vec<Statement> {
    let steps = conflict.chain.steps.iter().map(|step| step.statement);
    let statements = steps.chain([conflict.denial]);
    statements
        .map(|id| *network.statement(id).unwrap())
        .collect()
}

/// The statements that belong to none of these claims.
fn without(statements: &[Statement], claims: &[Claim]) -> Vec<Statement> {
    let kept = statements
        .iter()
        .filter(|said| !claims.contains(&said.claim));
    kept.copied().collect()
}
