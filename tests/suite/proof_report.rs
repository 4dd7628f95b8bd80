//! A report on four small frameworks between which something is proved, sharpened, mixed and contradicted.

use xwalk::analysis::{self, analyse};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::report::{Choice, ControlAt, Options, ProvedAt, Report, build};
use xwalk::source::{Origin, Source, SourceMap};
use xwalk::syntax::ast::Date;

/// `acme` and `far` are connected by proofs only; it takes two chains to prove `A.8` equal to `N.8`; the last three rows of `acme-norm` contradict others, the last of
/// them in the strict reading only.
const WORKSPACE: &str = r#"
framework acme@1 "Acme" {
  A "Access" {
    A.1 "Passwords"
    A.2 "Cards"
    A.3 "Logs"
    A.4 "Keys"
    A.5 "Guests"
    A.6 "Alarms"
    A.7 "Nobody speaks of it"
    A.8 "Backups"
  }
}
framework far@1 "Far" {
  F.1 "All secrets"
  F.2 "Something else"
}
framework house@1 "House" {
  H.1 "Secrets"
  H.2 "Badges"
  H.3 "Records"
  H.4 "Locks"
  H.5 "Visitors"
  H.6 "Sensors"
  H.8 "Copies"
  H.9 "Copies elsewhere"
}
framework norm@1 "Norm" {
  N.1 "Credentials"
  N.2 "Identification"
  N.3 "Evidence"
  N.4 "Closing"
  N.5 "Strangers"
  N.6 "Detection"
  N.8 "Restoration"
}
mapping acme-house "Acme to House" from acme@1 to house@1 {
  rationale functional
  status reviewed
  A.1 subset-of       H.1 strength 7 confidence high
  A.2 equal           H.2 strength 10
  A.3 equal           H.3 semantic
  A.4 subset-of       H.4
  A.6 intersects-with H.6
  A.8 subset-of|equal   H.8
  A.8 superset-of|equal H.9
}
mapping acme-norm "Acme to Norm" from acme@1 to norm@1 {
  rationale functional
  complete source
  A.1 overlaps N.1 "Both speak of passwords"
  A.4 equal      N.4
  A.5 equal      N.5
  A.5 no-relationship N.5 semantic
  A.6 subset-of  N.6
}
mapping house-norm "House to Norm" from house@1 to norm@1 {
  rationale functional
  H.1 equal           N.1 strength 10 confidence medium
  H.2 subset-of       N.2 strength 6
  H.3 superset-of     N.3
  H.4 equal           N.4
  H.6 equal           N.6
  H.8 equal           N.8
  H.9 equal           N.8
}
mapping norm-far "Norm to Far" from norm@1 to far@1 {
  rationale functional
  N.1 subset-of F.1
}
"#;

/// Hands the report to a test.
pub fn with_proofs<T>(look: impl FnOnce(&Report<'_>) -> T) -> T {
    report_on(WORKSPACE, look)
}

/// Hands the report on a workspace of one file to a test.
pub fn report_on<T>(text: &str, look: impl FnOnce(&Report<'_>) -> T) -> T {
    report_on_only(text, &[], look)
}

/// Hands the report on some of its frameworks to a test.
pub fn report_on_only<T>(text: &str, only: &[&str], look: impl FnOnce(&Report<'_>) -> T) -> T {
    let file = Source::new("proofs.xwalk", text.to_owned(), Origin::Workspace);
    let sources = SourceMap::new(vec![file]);
    let compilation = compile(&sources, &Levels::default());
    let facts = analyse(&compilation.model, analysis::Options::default());
    let mut options = Options::on(Date::new(2026, 11, 23).unwrap());
    let frameworks = compilation.model.frameworks.iter();
    let kept = frameworks.filter(|(_, one)| only.contains(&one.label().as_str()));
    if !only.is_empty() {
        options.choice = Choice::Only(kept.map(|(id, _)| id).collect());
    }
    let (model, diagnostics) = (&compilation.model, &compilation.diagnostics);
    look(&build(model, &facts, &sources, diagnostics, &options))
}

/// The position of a control.
pub fn control(report: &Report<'_>, identifier: &str) -> ControlAt {
    let mut known = report.controls.iter();
    let found = known.find(|(_, control)| control.identifier == identifier);
    found.unwrap().0
}

#[test]
fn what_is_proved_of_a_control_is_read_from_it() {
    with_proofs(|report| {
        let of = |identifier: &str| -> Vec<(&str, &str)> {
            let found = report.proved_of(control(report, identifier));
            found
                .map(|found| (found.relation, report.controls[found.other].identifier))
                .collect()
        };
        assert_eq!(of("A.1"), [("subset-of", "F.1"), ("subset-of", "N.1")]);
        assert_eq!(of("F.1"), [("superset-of", "A.1"), ("superset-of", "H.1")]);
        assert_eq!(of("A.3"), [("superset-of", "N.3")]);
        assert_eq!(of("A.4"), []);
    });
}

#[test]
fn a_chain_ends_in_what_follows_from_it() {
    with_proofs(|report| {
        let mut found = report.proved_of(control(report, "A.1"));
        let chains = &found.next().unwrap().proved.chains;
        let last = chains.last().unwrap();
        assert_eq!(
            (last.sentence.as_str(), last.conclusion.as_str()),
            (
                "`A.1` is contained in `H.1`, which is equal to `N.1`, which is contained in `F.1`",
                "so `A.1` is contained in `F.1`"
            )
        );
    });
}

#[test]
fn proved_pairs_are_counted_by_frameworks_and_those_of_mixed_rationales_apart() {
    with_proofs(|report| {
        let tallies = report.proved_tallies();
        let counts = tallies.iter().map(|(ends, tally)| {
            let [one, other] = ends.map(|at| report.frameworks[at].short.as_str());
            (one, other, tally.pairs, tally.mixed, tally.first)
        });
        assert_eq!(
            counts.collect::<Vec<_>>(),
            [
                ("Acme 1", "Far 1", 1, 0, ProvedAt(0)),
                ("Acme 1", "House 1", 2, 0, ProvedAt(4)),
                ("Acme 1", "Norm 1", 4, 1, ProvedAt(1)),
                ("Far 1", "House 1", 1, 0, ProvedAt(7)),
            ]
        );
    });
}

#[test]
fn what_is_equal_is_assessed_once_and_what_a_control_covers_is_listed() {
    with_proofs(|report| {
        let named = |controls: &[ControlAt]| -> Vec<&str> {
            let all = controls.iter();
            all.map(|at| report.controls[*at].identifier).collect()
        };
        let overlap = &report.overlap;
        let classes: Vec<Vec<&str>> = overlap.classes.iter().map(|class| named(class)).collect();
        assert_eq!(
            classes,
            [
                vec!["A.2", "H.2"],
                vec!["A.3", "H.3"],
                vec!["A.5", "N.5"],
                vec!["A.8", "H.8", "H.9", "N.8"],
                vec!["H.1", "N.1"]
            ]
        );
        assert_eq!(
            (overlap.assessable, overlap.distinct, overlap.saved()),
            (25, 18, 7)
        );
        let covers = overlap.covers.iter();
        let covers: Vec<_> = covers
            .map(|one| (named(&[one.control]), named(&one.covered)))
            .take(2)
            .collect();
        assert_eq!(
            covers,
            [
                (vec!["A.8"], vec!["H.8", "H.9", "N.8"]),
                (vec!["F.1"], vec!["A.1", "H.1", "N.1"]),
            ]
        );
    });
}
