//! Each rule by which a control gets its verdict, in a few lines of the language.

use xwalk::analysis::{self, Basis, analyse};
use xwalk::bundled;
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::model::Model;
use xwalk::report::{self, FrameworkAt, Report, RowAt, Tally};
use xwalk::resolve::resolve;
use xwalk::source::{Origin, Source, SourceMap};
use xwalk::syntax::ast::{Date, Status};
use xwalk::syntax::parse;

const TARGETS: &str = r#"
framework t@1 "T" {
  F "Function" {
    F.1 "One"
    F.2 "Two"
    F.3 "Three"
  }
}
"#;

const SOURCES: &str = r#"
framework s@1 "S" {
  A "Alpha"
  B "Beta"
}
"#;

/// Compiles a text, which must be without fault, and looks at what follows from it.
fn with<T>(text: &str, floor: Status, look: impl FnOnce(&Report<'_>, &Model<'_>) -> T) -> T {
    let sources = SourceMap::new(vec![Source::new(
        "test.xwalk",
        text.to_owned(),
        Origin::Workspace,
    )]);
    let mut found = Vec::new();
    let files = sources.iter().map(|(id, source)| {
        let parsed = parse(id, source);
        found.extend(parsed.diagnostics);
        parsed.file
    });
    let (model, diagnostics) = resolve(files.collect(), &sources, &[]);
    found.extend(diagnostics);
    assert!(found.is_empty(), "{found:#?}");
    let facts = analyse(
        &model,
        analysis::Options {
            status_floor: floor,
        },
    );
    let mut options = report::Options::on(Date::new(2026, 11, 23).unwrap());
    options.status_floor = floor;
    let report = report::build(&model, &facts, &sources, &[], &options);
    look(&report, &model)
}

/// The verdicts on the controls of T, or of S, one line each: `F.1 full: Equal to A`.
fn verdicts_of(framework: &str, text: &str, floor: Status) -> String {
    let text = format!("{TARGETS}{SOURCES}{text}");
    with(&text, floor, |report, _| {
        let coverage = report
            .coverage
            .iter()
            .find(|one| report.frameworks[one.of].title == framework);
        let lines = coverage.unwrap().verdicts.iter().map(|line| {
            let control = report.controls[line.control].identifier;
            format!(
                "{control} {}: {}",
                line.stated.verdict.word(),
                line.stated.why
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    })
}

fn verdict(control: &str, rows: &str) -> String {
    let verdicts = verdicts_of("T", &mapping("", rows), Status::Draft);
    line(&verdicts, control)
}

fn line(verdicts: &str, control: &str) -> String {
    let line = verdicts.lines().find(|line| line.starts_with(control));
    line.unwrap().split_once(' ').unwrap().1.to_owned()
}

fn mapping(header: &str, rows: &str) -> String {
    format!("mapping ts \"T to S\" from t@1 to s@1 {{\n{header}\n{rows}\n}}\n")
}

#[test]
fn a_control_within_another_is_full() {
    assert_eq!(verdict("F.1", "F.1 subset-of A"), "full: Contained in A");
    assert_eq!(verdict("F.1", "F.1 equal A"), "full: Equal to A");
    assert_eq!(
        verdict("F.1", "F.1 subset-of|equal A"),
        "full: Contained in A"
    );
    assert_eq!(
        verdict("F.1", "F.1 subset-of A, B"),
        "full: Contained in 2 controls: A, B"
    );
}

#[test]
fn rows_are_read_from_either_side() {
    let yonder =
        "mapping st \"S to T\" from s@1 to t@1 {\n A superset-of F.1, F.2\n B subset-of F.3\n}";
    let verdicts = verdicts_of("T", yonder, Status::Draft);
    assert_eq!(
        verdicts,
        "F not reviewed: No row names it: it is judged by the controls below it\n\
         F.1 full: Contained in A\n\
         F.2 full: Contained in A\n\
         F.3 overlap: Shares something with B"
    );
}

#[test]
fn two_rows_on_one_pair_say_more_together() {
    let rows = "F.1 subset-of|equal A\nF.1 superset-of|equal A";
    assert_eq!(verdict("F.1", rows), "full: Contained in A");
    let back = "mapping st \"S to T\" from s@1 to t@1 {\n A overlaps F.1\n}";
    let text = format!(
        "{}{back}",
        mapping("", "F.1 intersects-with A\nF.2 overlaps B")
    );
    let verdicts = verdicts_of("T", &text, Status::Draft);
    assert_eq!(line(&verdicts, "F.1"), "overlap: Shares something with A");
    assert_eq!(line(&verdicts, "F.2"), "overlap: Shares something with B");
}

#[test]
fn a_union_that_contains_a_control_makes_it_full() {
    let together = "full: Contained in several controls together: A + B";
    assert_eq!(verdict("F.1", "F.1 equal A + B"), together);
    assert_eq!(verdict("F.1", "F.1 subset-of A + B"), together);
}

#[test]
fn a_union_within_a_control_is_no_more_than_an_overlap() {
    assert_eq!(
        verdict("F.1", "F.1 superset-of A + B"),
        "overlap: Shares something with 2 controls: A, B"
    );
    assert_eq!(
        verdict("F.1", "F.1 + F.2 superset-of A"),
        "not reviewed: Rows name it, but do not say what it has in common with any one control"
    );
}

#[test]
fn the_parts_of_a_contained_union_are_full() {
    for relation in ["subset-of", "equal"] {
        let rows = format!("F.1 + F.2 {relation} A");
        assert_eq!(verdict("F.1", &rows), "full: Contained in A");
        assert_eq!(verdict("F.2", &rows), "full: Contained in A");
    }
}

#[test]
fn a_whole_is_full_when_all_its_parts_are() {
    let text = |rows: &str| {
        let targets = TARGETS.replace(
            "framework t@1 \"T\" {",
            "framework t@1 \"T\" {\n  nesting whole",
        );
        format!("{targets}{SOURCES}{}", mapping("", rows))
    };
    let top = |rows: &str| {
        with(&text(rows), Status::Draft, |report, _| {
            let coverage = report
                .coverage
                .iter()
                .find(|one| report.frameworks[one.of].title == "T");
            let cell = &coverage.unwrap().verdicts[0].stated;
            (cell.verdict.word(), cell.rows.clone())
        })
    };
    assert_eq!(
        top("F.1 subset-of A\nF.2 equal B\nF.3 subset-of A + B"),
        ("full", [0, 1, 2].map(RowAt).to_vec())
    );
    assert_eq!(
        top("F.1 subset-of A\nF.2 equal B"),
        ("not reviewed", vec![])
    );
}

#[test]
fn a_row_that_rules_everything_out_makes_a_gap() {
    assert_eq!(
        verdict("F.1", "F.1 no-relationship *"),
        "gap: A row says that nothing in S 1 corresponds to it"
    );
    let yonder = "mapping st \"S to T\" from s@1 to t@1 {\n * no-relationship F.2\n}";
    let verdicts = verdicts_of("T", yonder, Status::Draft);
    assert_eq!(
        line(&verdicts, "F.2"),
        "gap: A row says that nothing in S 1 corresponds to it"
    );
}

#[test]
fn a_control_that_shares_nothing_with_any_other_is_a_gap() {
    let gap = "gap: Rows say that it has nothing in common with any control of S 1";
    assert_eq!(verdict("F.1", "F.1 no-relationship A, B"), gap);
    assert_eq!(
        verdict("F.1", "F.1 no-relationship A\nF.3 no-relationship B"),
        { "not reviewed: Rows only say that it has nothing in common with A" }
    );
    let declared = "mapping st \"S to T\" from s@1 to t@1 {\n A no-relationship *\n}";
    let text = format!(
        "{}{declared}",
        mapping("", "F.1 no-relationship B\nF.2 overlaps B")
    );
    let verdicts = verdicts_of("T", &text, Status::Draft);
    assert_eq!(line(&verdicts, "F.1"), gap);
    assert_eq!(line(&verdicts, "F.2"), "overlap: Shares something with B");
}

#[test]
fn silence_is_a_gap_only_where_a_mapping_claims_to_be_complete() {
    assert_eq!(
        verdict("F.2", "F.1 equal A"),
        "not reviewed: No row names it"
    );
    let complete = |side: &str| mapping(&format!("complete {side}"), "F.1 equal A");
    let gap = "gap: No row in T to S, which claims to be complete";
    let verdicts = verdicts_of("T", &complete("source"), Status::Draft);
    assert_eq!(line(&verdicts, "F.2"), gap);
    let verdicts = verdicts_of("S", &complete("both"), Status::Draft);
    assert_eq!(line(&verdicts, "B"), gap);
    let verdicts = verdicts_of("T", &complete("target"), Status::Draft);
    assert_eq!(line(&verdicts, "F.2"), "not reviewed: No row names it");
}

#[test]
fn a_claim_to_be_complete_speaks_of_its_scope() {
    let text = mapping("complete source\nscope F.1, F.2", "F.1 equal A");
    let verdicts = verdicts_of("T", &text, Status::Draft);
    assert_eq!(
        line(&verdicts, "F.2"),
        "gap: No row in T to S, which claims to be complete"
    );
    assert_eq!(line(&verdicts, "F.3"), "not reviewed: No row names it");
}

#[test]
fn only_ruling_single_controls_out_is_silence_too() {
    let verdicts = verdicts_of(
        "T",
        &mapping("complete source", "F.1 no-relationship A"),
        Status::Draft,
    );
    assert_eq!(
        line(&verdicts, "F.1"),
        "gap: No row shares something with it, and T to S claims to be complete"
    );
}

#[test]
fn the_overlap_of_another_mapping_wins_over_silence_and_is_reported() {
    let other = "mapping zz \"Other\" from s@1 to t@1 {\n B intersects-with F.2\n}";
    let text = format!("{}{other}", mapping("complete source", "F.1 equal A"));
    let verdicts = verdicts_of("T", &text, Status::Draft);
    assert_eq!(line(&verdicts, "F.2"), "overlap: Shares something with B");
    with(
        &format!("{TARGETS}{SOURCES}{text}"),
        Status::Draft,
        |_, model| {
            let options = analysis::Options::default();
            let silences: Vec<_> = analysis::contradicted_silences(model, options).collect();
            let [silence] = silences.as_slice() else {
                panic!("{silences:?}");
            };
            let [(control, row)] = silence.mapped[..] else {
                panic!("{silence:?}");
            };
            assert_eq!(model.mappings[silence.silent].name, "ts");
            assert_eq!(model.controls[control].identifier, "F.2");
            assert_eq!(model.rows[row].target.single(), Some(control));
        },
    );
}

#[test]
fn a_row_above_leaves_the_controls_below_open_also_under_a_claim() {
    let expected = "not reviewed: No row names it: the rows are at F above it";
    assert_eq!(verdict("F.1", "F intersects-with A"), expected);
    let text = mapping("complete source", "F intersects-with A\nF.2 equal B");
    let verdicts = verdicts_of("T", &text, Status::Draft);
    assert_eq!(line(&verdicts, "F "), "overlap: Shares something with A");
    assert_eq!(line(&verdicts, "F.1"), expected);
}

#[test]
fn rows_of_a_lower_status_leave_their_controls_open_also_under_a_claim() {
    let text = mapping(
        "complete source\nstatus final",
        "F.1 equal A status draft\nF.2 equal B",
    );
    let verdicts = verdicts_of("T", &text, Status::Final);
    assert_eq!(
        line(&verdicts, "F.1"),
        "not reviewed: No row that counts: 1 below the status asked for"
    );
    assert_eq!(line(&verdicts, "F.2"), "full: Equal to B");
    assert_eq!(
        line(&verdicts, "F.3"),
        "gap: No row in T to S, which claims to be complete"
    );
    let verdicts = verdicts_of("T", &text, Status::Draft);
    assert_eq!(line(&verdicts, "F.1"), "full: Equal to A");
}

#[test]
fn the_claim_of_a_mapping_of_a_lower_status_makes_no_gap() {
    let text = mapping("complete source\nstatus draft", "F.1 equal A");
    let verdicts = verdicts_of("T", &text, Status::Reviewed);
    assert_eq!(
        line(&verdicts, "F.2"),
        "not reviewed: No row names it; T to S claims to be complete, but its status is below the one asked for"
    );
}

#[test]
fn rows_that_name_what_is_not_there_are_no_silence() {
    let rows = "F.1 equal A\nF.2 equal C";
    let text = format!("{TARGETS}{SOURCES}{}", mapping("complete source", rows));
    let sources = SourceMap::new(vec![Source::new("test.xwalk", text, Origin::Workspace)]);
    let model = compile(&sources, &Levels::default()).model;
    let facts = analyse(&model, analysis::Options::default());
    let options = report::Options::on(Date::new(2026, 11, 23).unwrap());
    let report = report::build(&model, &facts, &sources, &[], &options);
    let coverage = report.coverage_of(FrameworkAt(1), FrameworkAt(0)).unwrap();
    let whys: Vec<&str> = coverage
        .verdicts
        .iter()
        .map(|line| line.stated.why.as_ref())
        .collect();
    let open = "No row names it; T to S claims to be complete, but some of its rows cannot be read or name controls that are not there";
    assert_eq!(whys[1..], ["Equal to A", open, open]);
}

#[test]
fn withdrawn_rows_count_nowhere_not_even_as_looked_at() {
    let text = mapping(
        "complete source",
        "F.1 equal A status withdrawn\nF.2 equal B",
    );
    let verdicts = verdicts_of("T", &text, Status::Draft);
    assert_eq!(
        line(&verdicts, "F.1"),
        "gap: No row in T to S, which claims to be complete"
    );
}

#[test]
fn a_row_under_a_condition_carries_no_verdict() {
    let rows = "F.1 equal A {\n when \"the network carries cardholder data\"\n}\nF.2 equal B";
    let verdicts = verdicts_of("T", &mapping("complete source", rows), Status::Draft);
    assert_eq!(
        line(&verdicts, "F.1"),
        "not reviewed: No row that counts: 1 under a condition only"
    );
}

#[test]
fn rows_that_cannot_be_true_together_carry_no_verdict() {
    let contradicted = "not reviewed: No row that counts: 2 contradicted by other rows";
    assert_eq!(
        verdict("F.1", "F.1 equal A\nF.1 intersects-with A"),
        contradicted
    );
    assert_eq!(
        verdict("F.1", "F.1 equal A\nF.1 no-relationship *"),
        contradicted
    );
    let rows = "F.1 equal A\nF.1 intersects-with A\nF.1 overlaps B";
    assert_eq!(verdict("F.1", rows), "overlap: Shares something with B");
}

#[test]
fn rows_that_only_relate_give_a_verdict_of_their_own() {
    assert_eq!(
        verdict("F.1", "F.1 supports A\nF.1 related-to B"),
        "related: Only called related to 2 controls: A, B"
    );
    assert_eq!(
        verdict("F.1", "F.1 contrary A"),
        "not reviewed: Rows name it, but do not say what it has in common with any one control"
    );
    // What is known of the sets comes first, whoever says it.
    assert_eq!(
        verdict("F.1", "F.1 related-to A\nF.1 overlaps B"),
        "overlap: Shares something with B"
    );
    assert_eq!(
        verdict("F.1", "F.1 related-to A\nF.1 no-relationship *"),
        "gap: A row says that nothing in S 1 corresponds to it"
    );
}

#[test]
fn a_mark_on_a_parent_says_nothing_of_its_parts() {
    assert_eq!(
        verdict("F.1", "F related-to A"),
        "not reviewed: No row names it: F above it is only called related, which says nothing of its parts"
    );
}

#[test]
fn tallies_count_distinct_assessable_controls_at_every_level() {
    let text = format!(
        "{TARGETS}{SOURCES}{}",
        mapping(
            "",
            "F.1 equal A\nF.1 overlaps B\nF.2 overlaps A, B\nF equal A + B"
        )
    );
    with(&text, Status::Draft, |report, _| {
        let coverage = report
            .coverage
            .iter()
            .find(|one| report.frameworks[one.of].title == "T")
            .unwrap();
        let counts = |tally: Tally| [tally.full, tally.overlap, tally.gap, tally.not_reviewed];
        assert_eq!(counts(coverage.stated), [1, 1, 0, 1]);
        assert_eq!(
            coverage
                .levels
                .iter()
                .map(|level| counts(level.stated))
                .collect::<Vec<_>>(),
            [[0; 4], [1, 1, 0, 1]]
        );
        assert_eq!(
            coverage
                .sections
                .iter()
                .map(|one| counts(one.stated))
                .collect::<Vec<_>>(),
            [[1, 1, 0, 1]]
        );
        // Nothing is proved here that no row says.
        assert_eq!(coverage.tally(Basis::Proved), Some(coverage.stated));
    });
}

#[test]
fn silence_that_another_mapping_contradicts_is_warned_of_once_for_each_side() {
    let other = "mapping zz \"Other\" from s@1 to t@1 {\n B intersects-with F.2, F.3\n}";
    let text = format!(
        "{TARGETS}{SOURCES}{}{other}",
        mapping("complete both", "F.1 equal A")
    );
    let sources = SourceMap::new(vec![Source::new("test.xwalk", text, Origin::Workspace)]);
    let compilation = compile(&sources, &Levels::default());
    let warnings: Vec<(&str, &str)> = compilation
        .diagnostics
        .iter()
        .filter(|found| found.code.id == "XW0606")
        .map(|found| (found.message.as_str(), found.others[0].text.as_str()))
        .collect();
    assert_eq!(
        warnings,
        [
            (
                "`ts` claims to be complete, and has no row for 1 control that other mappings map",
                "mapped by `zz`"
            ),
            (
                "`ts` claims to be complete, and has no row for 2 controls that other mappings map",
                "mapped by `zz`"
            ),
        ]
    );
}

#[test]
fn the_bundled_mappings_have_verdicts_that_add_up() {
    let sources = SourceMap::new(bundled::sources().collect());
    let compilation = compile(&sources, &Levels::default());
    let facts = analyse(&compilation.model, analysis::Options::default());
    let options = report::Options::on(Date::new(2026, 11, 23).unwrap());
    let report = report::build(&compilation.model, &facts, &sources, &[], &options);
    assert_eq!(
        report.frameworks[report.meta.pivot.unwrap()].key,
        "iso-ts-27103@2026"
    );
    for coverage in &report.coverage {
        let of = &report.frameworks[coverage.of];
        assert_eq!(coverage.stated.total(), of.assessable);
        let mut levels = Tally::default();
        coverage
            .levels
            .iter()
            .for_each(|level| levels += level.stated);
        assert_eq!(levels, coverage.stated);
        let map = report.heat_map(coverage.of, Basis::Stated);
        let column = map.by.iter().position(|by| *by == coverage.by).unwrap();
        let mut functions = Tally::default();
        map.lines
            .iter()
            .for_each(|line| functions += line.cells[column]);
        assert_eq!(functions, coverage.stated);
        let open = report
            .gaps(Basis::Stated)
            .filter(|gap| std::ptr::eq(gap.coverage, coverage));
        assert_eq!(
            open.count(),
            coverage.stated.related + coverage.stated.gap + coverage.stated.not_reviewed
        );
    }
}
