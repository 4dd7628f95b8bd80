//! Generated files are honest: the program reads them without a finding, and the yardstick reads the same.

#[path = "../../benches/byte_parser/mod.rs"]
mod byte_parser;
#[path = "../../benches/generator/mod.rs"]
mod generator;

use generator::{Plan, generate};
use xwalk::source::{Origin, Source, SourceId};
use xwalk::syntax::ast::Item;
use xwalk::syntax::parse;

const PLANS: [Plan; 3] = [
    Plan {
        rows: 2_000,
        controls: 900,
        frameworks: 2,
        mappings: 1,
    },
    Plan {
        rows: 1_500,
        controls: 1_000,
        frameworks: 10,
        mappings: 60,
    },
    Plan {
        rows: 7,
        controls: 90,
        frameworks: 3,
        mappings: 2,
    },
];

fn generated(plan: Plan) -> Source {
    Source::new("generated.xwalk", generate(plan), Origin::Workspace)
}

#[test]
fn a_plan_is_kept() {
    for plan in PLANS {
        let source = generated(plan);
        let parsed = parse(SourceId(0), &source);
        assert!(parsed.diagnostics.is_empty(), "{:#?}", parsed.diagnostics);
        let (mut frameworks, mut mappings, mut rows) = (0, 0, 0);
        for item in &parsed.file.items {
            match item {
                Item::Framework(_) => frameworks += 1,
                Item::Mapping(mapping) => {
                    mappings += 1;
                    rows += mapping.rows.len();
                }
                _ => {}
            }
        }
        assert_eq!(
            (frameworks, mappings, rows),
            (plan.frameworks, plan.mappings, plan.rows)
        );
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert!(generate(PLANS[0]) == generate(PLANS[0]));
}

#[test]
fn the_yardstick_reads_what_the_program_reads() {
    for plan in PLANS {
        let source = generated(plan);
        let yardstick = byte_parser::parse(SourceId(0), source.text());
        let parsed = parse(SourceId(0), &source).file;
        for (ours, theirs) in parsed.items.iter().zip(&yardstick.as_ref().unwrap().items) {
            similar(ours, theirs);
        }
        assert!(yardstick == Ok(parsed));
    }
}

fn similar(ours: &Item<'_>, theirs: &Item<'_>) {
    match (ours, theirs) {
        (Item::Mapping(ours), Item::Mapping(theirs)) => {
            for (ours, theirs) in ours.rows.iter().zip(&theirs.rows) {
                assert_eq!(ours, theirs);
            }
        }
        (Item::Framework(ours), Item::Framework(theirs)) => {
            for (ours, theirs) in ours.controls.iter().zip(&theirs.controls) {
                assert_eq!(ours, theirs);
            }
            assert_eq!(ours.span, theirs.span);
        }
        _ => assert_eq!(ours, theirs),
    }
}
