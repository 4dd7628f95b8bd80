//! Proofs and contradictions for people: every step on a line of its own.

use crate::columns::Columns;
use xwalk_analysis::Merit;
use xwalk_report::answers::{ArgumentChain, Discord, KnownProof};

pub(super) fn proof(proof: &KnownProof<'_>) -> String {
    let mut text = "\nProof\n".to_owned();
    for (number, one) in (1..).zip(&proof.chains) {
        text += &format!("  {number}. {}\n{}", one.sentence, chain(one, None));
    }
    if let Some(together) = &proof.together {
        text += &format!("  Together: {together}\n");
    }
    if !proof.statuses.is_empty() {
        text += &format!("\nIt rests on\n{}", merit(proof));
    }
    text
}

/// The steps of a chain, one per line, and after each what is known so far.
pub(super) fn chain(chain: &ArgumentChain<'_>, loss: Option<&(usize, String)>) -> String {
    let mut columns = Columns::default();
    for step in &chain.steps {
        columns.push([&step.sentence, &step.ground]);
    }
    let lines = columns.text();
    let mut text = String::new();
    for (at, (line, step)) in lines.lines().zip(&chain.steps).enumerate() {
        text += &format!("     {line}\n");
        if let Some((_, why)) = loss.filter(|(lost, _)| *lost == at) {
            text += &format!("       here the knowledge is lost: {why}\n");
        } else if let Some(known) = &step.so {
            text += &format!("       so {known}\n");
        }
    }
    text
}

/// What a proof is worth: it is as good as the weakest of its rows.
fn merit(proof: &KnownProof<'_>) -> String {
    let (rows, merit) = (proof.statuses.len(), &proof.merit);
    let statuses: Vec<_> = proof.statuses.chunk_by(|one, next| one == next).collect();
    let phrases = statuses.iter().filter_map(|of_one| {
        let word = of_one.first()?.word();
        Some(match statuses.len() {
            1 => word.to_owned(),
            _ => format!("{} {word}", of_one.len()),
        })
    });
    let phrases: Vec<String> = phrases.collect();
    let missing = match rows {
        1 => "none given",
        _ => "not every row gives one",
    };
    let least = |known: Option<String>| known.unwrap_or_else(|| missing.to_owned());
    let mut columns = Columns::default();
    columns.push(["  rows", &rows.to_string()]);
    columns.push(["  status", &phrases.join(", ")]);
    columns.push(["  rationale", &rationales(merit)]);
    let strength = least(merit.strength.map(|it| it.to_string()));
    columns.push(["  least strength", &strength]);
    let confidence = least(merit.confidence.map(|it| it.to_string()));
    columns.push(["  least confidence", &confidence]);
    columns.text()
}

pub(super) fn contradiction(found: &Discord<'_>) -> String {
    let denial = &found.sentence;
    let (yet, indeed) = match found.chain.steps.is_empty() {
        true => ("", ", and nothing relates to itself in that way"),
        false => ("yet ", ""),
    };
    let mut text = format!(
        "\nRows that cannot all be true\n{}     {yet}{denial}{indeed}  {}\n",
        chain(&found.chain, None),
        found.ground,
    );
    if found.merit.mixes_rationales() {
        text += &format!(
            "  Their rationales are {}. They may be about different things, so each of them counts, alone and in proofs of its own rationale; only proofs that mix rationales do without them.\n",
            rationales(&found.merit)
        );
    } else {
        text +=
            "  They are set aside: nothing here rests on them, until one of them is corrected.\n";
    }
    if !found.stands_loosely {
        text += "  With every `intersects-with` read as `overlaps` they could all be true.\n";
    }
    text
}

/// `semantic`; where they are mixed, that too.
fn rationales(merit: &Merit) -> String {
    let words = merit.rationales.iter();
    let words: Vec<&str> = words
        .map(|rationale| rationale.map_or("none given", |rationale| rationale.word()))
        .collect();
    if merit.mixes_rationales() {
        format!("mixed: {}", words.join(", "))
    } else {
        words.concat()
    }
}
