//! Who asks about two frameworks alone, or about what they have in common, is told what the answer to everything says.

use std::fmt::Write as _;

use proptest::prelude::*;
use xwalk::analysis::Options;
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::model::{ControlId, FrameworkId};
use xwalk::source::{Origin, Source, SourceMap};

use crate::bundled::compilation;

/// Compares the two answers for every pair of frameworks.
fn is_told_alike(compilation: &Compilation<'_>) -> usize {
    let whole = compilation.facts(Options::default());
    assert_eq!(whole.overlap, compilation.overlap(Options::default()));
    let model = &compilation.model;
    let frameworks: Vec<FrameworkId> = model.frameworks.ids().collect();
    let framework = |control: ControlId| model.controls[control].framework;
    let mut told = 0;
    for one in &frameworks {
        for other in frameworks.iter().filter(|other| one < *other) {
            let pair = [*one, *other];
            let alone = compilation.facts_of(Options::default(), [pair[1], pair[0]]);
            for [of, by] in [pair, [pair[1], pair[0]]] {
                let (of, by) = (whole.coverage(of, by), alone.coverage(of, by));
                assert_eq!(format!("{of:?}"), format!("{by:?}"));
                told += usize::from(of.is_some());
            }
            let between = |ends: [ControlId; 2]| {
                let ends = ends.map(framework);
                ends == pair || ends == [pair[1], pair[0]]
            };
            let proved = whole.proved.iter();
            let proved: Vec<_> = proved
                .filter(|it| between([it.source, it.target]))
                .collect();
            assert_eq!(proved, alone.proved.iter().collect::<Vec<_>>());
        }
    }
    told
}

#[test]
fn the_bundled_frameworks_are() {
    assert_eq!(is_told_alike(compilation()), 30);
}

/// One claim: which two of three frameworks, the sides with one control or two, and how they relate.
type Claim = (usize, (usize, usize), (usize, usize), usize);

const RELATIONS: [&str; 8] = [
    "equal",
    "subset-of",
    "superset-of",
    "intersects-with",
    "overlaps",
    "no-relationship",
    "related-to",
    "superset-of|equal",
];

/// Three frameworks of a group with two controls and a control by itself, and rows between each two of them.
fn text(claims: &[Claim], nesting: &str) -> String {
    let mut text = String::new();
    for name in ["a", "b", "c"] {
        let _ = write!(
            text,
            "framework {name}@1 \"F\" {{\n  levels x > y\n  nesting {nesting}\n  G \"g\" {{\n    C0 \"0\"\n    C1 \"1\"\n  }}\n  C2 \"2\"\n}}\n"
        );
    }
    for (pair, (from, to)) in [("a", "b"), ("b", "c"), ("a", "c")].into_iter().enumerate() {
        let _ = write!(
            text,
            "mapping m{pair} \"M\" from {from}@1 to {to}@1 {{\n  author \"x\" on 2026-01-01\n  rationale functional\n"
        );
        let mut seen = std::collections::BTreeSet::new();
        for (_, source, target, relation) in claims.iter().filter(|claim| claim.0 == pair) {
            let control = |at: usize| ["C0", "C1", "C2", "G"][at];
            let side = |(one, other): (usize, usize), union: bool| match union && one != other {
                true => format!("{} + {}", control(one.min(other)), control(one.max(other))),
                false => control(one).to_owned(),
            };
            let relation = RELATIONS[*relation];
            // A union stands on one side only, and takes only some relations.
            let takes = ["equal", "superset-of", "subset-of"].contains(&relation);
            let (source, target) = (side(*source, takes), side(*target, false));
            if seen.insert((source.clone(), target.clone())) {
                let _ = writeln!(text, "  {source} {relation} {target}");
            }
        }
        text += "}\n";
    }
    text
}

fn claims() -> impl Strategy<Value = Vec<Claim>> {
    let side = || (0..4_usize, 0..4_usize);
    proptest::collection::vec((0..3_usize, side(), side(), 0..RELATIONS.len()), 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn frameworks_are_whatever_rows_say_of_a_third_one(claims in claims(), whole in any::<bool>()) {
        let text = text(&claims, if whole { "whole" } else { "subset" });
        let source = Source::new("x.xwalk", text, Origin::Workspace);
        let sources = SourceMap::new(vec![source]);
        is_told_alike(&compile(&sources, &Levels::default()));
    }
}
