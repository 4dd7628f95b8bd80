//! What the rows of a made-up report prove, and two of them that cannot both be true. The words are those of a real
//! report; whether anything follows is not the concern of who tests outputs.

use std::collections::BTreeSet;

use xwalk::report::{
    Chain, Contradiction, ControlAt, Coverage, CoverageCell, Covers, FrameworkAt, Id as _,
    MappingAt, Overlap, Proved, Report, RowAt, RowName, Status, Step, Tally, Verdict,
};

use super::after;

/// Adds proved pairs of the second and the third framework, each by two rows through the first, and of the first and
/// the second, each by a row and the hierarchy; and counts coverage with them.
pub fn prove(report: &mut Report<'static>, pairs: usize) {
    let mut taken = BTreeSet::new();
    let mut proved = Vec::new();
    let [first, second] = [0, 1].map(|mapping| report.mappings[MappingAt(mapping)].rows);
    // The very first rows of the small report are unlike the others.
    for one in first.iter().skip(3) {
        if taken.len() >= pairs {
            break;
        }
        let other = RowAt::from_index(second.first.index() + one.index() * 13 % second.len());
        let ends = |row: RowAt| {
            let row = &report.rows[row];
            (row.source.controls()[0], row.target.controls()[0])
        };
        let ((hub, source), (_, target)) = (ends(one), ends(other));
        if taken.insert((source, target)) {
            let pair = through(report, (one, other), (source, hub, target));
            proved.push(pair);
        }
        let parent = report.controls[source].parent.unwrap();
        if one.index().is_multiple_of(2) && taken.insert((hub, parent)) {
            let pair = lifted(report, one, (hub, source, parent));
            proved.push(pair);
        }
    }
    proved.sort_by_key(|pair| (pair.source, pair.target));
    report.proved = proved.into_iter().collect();
    super::coverage(report, 1, 2);
    super::coverage(report, 2, 1);
    for entry in report.coverage.iter_mut().rev().take(2) {
        entry.mappings.clear();
        for line in &mut entry.verdicts {
            line.stated = cell(Verdict::NotReviewed, "No row names it");
        }
    }
    report.coverage.sort_by_key(|entry| (entry.of, entry.by));
    for (at, pair) in report.proved.iter() {
        for end in [pair.source, pair.target] {
            report.controls[end].proved.push(at);
        }
    }
    let mut coverage = std::mem::take(&mut report.coverage);
    for entry in &mut coverage {
        count(report, entry);
    }
    report.coverage = coverage;
}

/// Two rows of the first mapping say what cannot be true together.
pub fn contradict(report: &mut Report<'static>, first: RowAt, second: RowAt) {
    let row = &report.rows[first];
    let (from, to) = (row.source.controls()[0], row.target.controls()[0]);
    let step = step(
        report,
        Some(first),
        "is equal to",
        (from, to),
        "is equal to",
    );
    let names = [from, to].map(|at| report.controls[at].identifier);
    report.contradictions.push(Contradiction {
        sentence: format!(
            "`{}` is equal to `{}`, yet `{}` is said to have nothing in common with `{}`",
            names[0], names[1], names[0], names[1]
        ),
        chain: chain(report, from, vec![step]),
        denial: name(report, second),
        denied: "no-relationship".to_owned(),
        denied_words: "to have nothing in common with",
        rows: vec![name(report, first), name(report, second)],
        rationales: vec!["functional"],
        stands_loosely: true,
    });
    for disputed in [first, second] {
        report.rows[disputed].left_out = Some("contradicted by another row");
    }
}

/// Two groups of controls that ask for the same, and one control that covers several.
pub fn group(report: &mut Report<'static>) {
    let first = |at| after(report.frameworks[FrameworkAt(at)].controls.first, 3);
    let [alder, birch, cedar] = [0, 1, 2].map(first);
    report.overlap = Overlap {
        assessable: 54,
        distinct: 51,
        classes: vec![
            vec![alder, birch, cedar],
            vec![after(alder, 1), after(birch, 1)],
        ],
        covers: vec![
            Covers {
                control: alder,
                covered: vec![birch, after(birch, 2), cedar, after(cedar, 2)],
            },
            Covers {
                control: after(alder, 1),
                covered: vec![after(birch, 1)],
            },
        ],
    };
}

fn through(
    report: &Report<'_>,
    (one, other): (RowAt, RowAt),
    (source, hub, target): (ControlAt, ControlAt, ControlAt),
) -> Proved<'static> {
    let says = |at: RowAt| {
        if at.index().is_multiple_of(2) {
            "contains"
        } else {
            "is contained in"
        }
    };
    let steps = |known| {
        vec![
            step(report, Some(one), says(one), (source, hub), says(one)),
            step(report, Some(other), says(other), (source, target), known),
        ]
    };
    let sharp = one.index().is_multiple_of(4);
    let mut chains = vec![chain(report, source, steps("shares something with"))];
    if sharp {
        chains.push(chain(report, source, steps("does not contain")));
    }
    let relation = if sharp {
        "subset-of|intersects-with"
    } else {
        "overlaps"
    };
    let converse = if sharp {
        "superset-of|intersects-with"
    } else {
        "overlaps"
    };
    let verb = if sharp {
        "shares something with, and does not contain,"
    } else {
        "shares something with"
    };
    Proved {
        source,
        target,
        before: 0,
        relation: relation.to_owned(),
        converse: converse.to_owned(),
        verb,
        stated: sharp.then(|| "overlaps".to_owned()),
        status: [Status::Draft, Status::Reviewed, Status::Final][one.index() % 3],
        rationales: if one.index().is_multiple_of(3) {
            vec!["functional", "none given"]
        } else {
            vec!["functional"]
        },
        strength: Some(3),
        confidence: None,
        chains,
    }
}

fn lifted(
    report: &Report<'_>,
    row: RowAt,
    (source, through, target): (ControlAt, ControlAt, ControlAt),
) -> Proved<'static> {
    let shares = "shares something with";
    let steps = vec![
        step(report, Some(row), shares, (source, through), shares),
        step(report, None, "is part of", (source, target), shares),
    ];
    Proved {
        source,
        target,
        before: 0,
        relation: "overlaps".to_owned(),
        converse: "overlaps".to_owned(),
        verb: shares,
        stated: None,
        status: Status::Draft,
        rationales: vec!["functional"],
        strength: None,
        confidence: Some("high".to_owned()),
        chains: vec![chain(report, source, steps)],
    }
}

fn chain(report: &Report<'_>, start: ControlAt, steps: Vec<Step<'static>>) -> Chain<'static> {
    let last = steps.last().unwrap();
    Chain {
        from: qualified(report, start),
        start: Some(start),
        start_elsewhere: None,
        relation: last.known.clone(),
        sentence: format!(
            "`{}` {}",
            report.controls[start].identifier, last.known_verb
        ),
        conclusion: String::new(),
        steps,
    }
}

fn step(
    report: &Report<'_>,
    row: Option<RowAt>,
    verb: &'static str,
    (_, to): (ControlAt, ControlAt),
    known_verb: &'static str,
) -> Step<'static> {
    Step {
        row: row.map(|row| name(report, row)),
        says: "overlaps".to_owned(),
        verb,
        to: qualified(report, to),
        control: Some(to),
        elsewhere: None,
        known: "overlaps".to_owned(),
        known_verb,
    }
}

fn name(report: &Report<'_>, row: RowAt) -> RowName<'static> {
    let claim = &report.rows[row];
    RowName {
        position: Some(row),
        mapping: super::leak(report.mappings[claim.mapping].name.to_owned()),
        place: claim.place.clone(),
    }
}

fn qualified(report: &Report<'_>, control: ControlAt) -> String {
    let shown = &report.controls[control];
    format!(
        "{}:{}",
        report.frameworks[shown.framework].key, shown.identifier
    )
}

fn cell(verdict: Verdict, why: &'static str) -> CoverageCell {
    CoverageCell {
        verdict,
        why: why.into(),
        rows: Vec::new(),
        elsewhere: Vec::new(),
    }
}

/// Counts an entry on both bases: what is proved to share something overlaps, if it was nothing better.
fn count(report: &Report<'_>, entry: &mut Coverage) {
    for line in &mut entry.verdicts {
        let proved = report.proved_of(line.control);
        let shares = proved.filter(|found| found.framework == entry.by).count() > 0;
        let stated = line.stated.verdict;
        line.proved = Some(if shares && stated == Verdict::NotReviewed {
            cell(Verdict::Overlap, "Proved to share something with a control")
        } else {
            cell(stated, "Rows say so")
        });
    }
    let lines = &entry.verdicts;
    let tally = |within: &dyn Fn(ControlAt) -> bool| {
        let counted = lines
            .iter()
            .filter(|line| report.controls[line.control].assessable && within(line.control));
        let (mut stated, mut proved) = (Tally::default(), Tally::default());
        for line in counted {
            stated.add(line.stated.verdict);
            proved.add(line.proved.as_ref().unwrap().verdict);
        }
        (stated, Some(proved))
    };
    (entry.stated, entry.proved) = tally(&|_| true);
    for section in &mut entry.sections {
        let own = section.control;
        let within = |at: ControlAt| {
            let control = &report.controls[at];
            control.section == own || control.parent == Some(own)
        };
        (section.stated, section.proved) = tally(&within);
    }
}
