//! The report and its views: names, selections, wordings, crosswalk and matrix.

use xwalk::analysis::{self, analyse};
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::report::{
    self, Basis, Choice, ControlAt, FrameworkAt, MappingAt, Options, Report, RowAt, Run, Status,
};
use xwalk::source::{Origin, Source, SourceMap};
use xwalk::syntax::ast::Date;

const WORKSPACE: &str = r#"
framework acme@1 "Acme controls" {
  A "Alpha" {
    A.1 "One"
    A.2 "Two"
  }
}
framework beta-long-name@2022 "A title that no column header could ever hold 27001" {
  status reconstruction "Check against a licensed copy."
  X "Ex"
  Y "Why"
}
framework gamma@3.1 "Gamma" {
  G "Gee"
}
overlay beta-copy "Our licensed copy" of beta-long-name@2022 {
  licensed "Acme, three seats"
  X "Licensed title" {
    text "Licensed words"
  }
}
overlay beta-german "German" of beta-long-name@2022 {
  X "Deutscher Titel"
  Y "Warum"
}
mapping ab "A to B" from acme@1 to beta-long-name@2022 {
  author "Team" on 2026-02-01
  source "A study"
  A.1 subset-of X strength 7
  A.1 intersects-with Y status withdrawn
  A.1 + A.2 superset-of Y
  A.2 no-relationship * status final
}
mapping ga "G to A" from gamma@3.1 to acme@1 {
  style supportive
  G supports A.1, A.2 integral-to
}
mapping bg "B to G" from beta-long-name@2022 to gamma@3.1 {
  X overlaps G {
    when "the moon is full"
  }
}
"#;

fn sources() -> SourceMap {
    SourceMap::new(vec![Source::new(
        "views.xwalk",
        WORKSPACE,
        Origin::Workspace,
    )])
}

fn options() -> Options {
    Options::on(Date::new(2026, 11, 23).unwrap())
}

fn build<'m>(
    compilation: &'m Compilation<'_>,
    sources: &'m SourceMap,
    options: &Options,
) -> Report<'m> {
    let facts = analyse(
        &compilation.model,
        analysis::Options {
            status_floor: options.status_floor,
        },
    );
    report::build(
        &compilation.model,
        &facts,
        sources,
        &compilation.diagnostics,
        options,
    )
}

fn with<T>(options: &Options, look: impl FnOnce(&Report<'_>) -> T) -> T {
    let sources = sources();
    let compilation = compile(&sources, &Levels::default());
    look(&build(&compilation, &sources, options))
}

#[test]
fn a_framework_has_a_heading_and_a_name_that_fits_a_column() {
    with(&options(), |report| {
        let names = report
            .frameworks
            .values()
            .map(|one| (one.heading.as_str(), one.short.as_str()));
        assert_eq!(
            names.collect::<Vec<_>>(),
            [
                ("Acme controls 1", "Acme controls 1"),
                (
                    "A title that no column header could ever hold 27001:2022",
                    "BETA LONG NAME 2022"
                ),
                ("Gamma 3.1", "Gamma 3.1"),
            ]
        );
    });
}

#[test]
fn the_framework_with_most_rows_is_the_pivot_where_nobody_chose() {
    with(&options(), |report| {
        assert_eq!(report.meta.pivot, Some(FrameworkAt(0)));
        assert_eq!(report.meta.title, "Crosswalks from Acme controls 1");
    });
}

#[test]
fn what_the_workspace_declares_comes_before_what_is_bundled() {
    let mut files: Vec<Source> = xwalk::bundled::sources().collect();
    files.push(Source::new(
        "own.xwalk",
        r#"
framework house@1 "House rules" {
  DOOR-1 "Doors are locked at night"
}
mapping house-iso "House to ISO" from house@1 to iso-27001@2022 {
  DOOR-1 subset-of A.7.2 functional
}
"#,
        Origin::Workspace,
    ));
    let sources = SourceMap::new(files);
    let compilation = compile(&sources, &Levels::default());
    let report = build(&compilation, &sources, &options());
    assert_eq!(report.meta.title, "Crosswalks from House rules 1");
}

#[test]
fn caveats_of_reconstructions_stand_in_front() {
    with(&options(), |report| {
        let caveats = report
            .meta
            .caveats
            .iter()
            .map(|one| (one.framework, one.text.as_ref()));
        assert_eq!(
            caveats.collect::<Vec<_>>(),
            [(FrameworkAt(1), "Check against a licensed copy.")]
        );
    });
}

#[test]
fn only_keeps_frameworks_and_the_mappings_between_them() {
    let sources = sources();
    let compilation = compile(&sources, &Levels::default());
    let kept = compilation
        .model
        .frameworks
        .iter()
        .filter(|(_, one)| one.name != "acme");
    let mut options = options();
    options.choice = Choice::Only(kept.map(|(id, _)| id).collect());
    let report = build(&compilation, &sources, &options);
    let keys: Vec<&str> = report
        .frameworks
        .values()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(keys, ["beta-long-name@2022", "gamma@3.1"]);
    let identifiers: Vec<&str> = report.controls.values().map(|one| one.identifier).collect();
    assert_eq!(identifiers, ["X", "Y", "G"]);
    let mappings: Vec<&str> = report.mappings.values().map(|one| one.name).collect();
    assert_eq!(mappings, ["bg"]);
    let (first, end) = (RowAt(0), RowAt(1));
    assert_eq!(report.mappings[MappingAt(0)].rows, Run { first, end });
    assert_eq!(report.controls[ControlAt(0)].rows, [first]);
    let row = &report.rows[first];
    assert_eq!(row.source, report::End::Control(ControlAt(0)));
    assert_eq!(row.target, report::End::Control(ControlAt(2)));
    let pairs: Vec<_> = report.coverage.iter().map(|one| (one.of, one.by)).collect();
    let (beta, gamma) = (FrameworkAt(0), FrameworkAt(1));
    assert_eq!(pairs, [(beta, gamma), (gamma, beta)]);
}

#[test]
fn the_words_of_overlays_win_and_licensed_ones_stay_out_of_public_reports() {
    let wording = |public: bool| {
        let mut options = options();
        options.public = public;
        with(&options, |report| {
            let words = [3, 4].map(|at| &report.controls[ControlAt(at)]).into_iter();
            words
                .map(|one| format!("{} / {}", one.title, one.text.unwrap_or("-")))
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(
        wording(false),
        ["Licensed title / Licensed words", "Warum / -"]
    );
    assert_eq!(wording(true), ["Deutscher Titel / -", "Warum / -"]);
}

#[test]
fn what_a_public_report_leaves_out_is_known() {
    let sources = sources();
    let model = compile(&sources, &Levels::default()).model;
    let mut options = options();
    assert_eq!(report::licensed_left_out(&model, &sources, &options), []);
    options.public = true;
    let left_out = report::licensed_left_out(&model, &sources, &options);
    let names: Vec<&str> = left_out.iter().map(|id| model.overlays[*id].name).collect();
    assert_eq!(names, ["beta-copy"]);
    let acme = model.frameworks.iter().find(|(_, one)| one.name == "acme");
    options.choice = Choice::Only(acme.map(|(id, _)| id).into_iter().collect());
    assert_eq!(report::licensed_left_out(&model, &sources, &options), []);
}

#[test]
fn a_mapping_is_summed_up_by_relation_and_status() {
    with(&options(), |report| {
        let mapping = &report.mappings[MappingAt(0)];
        assert_eq!(mapping.name, "ab");
        let relations: Vec<_> = mapping
            .relations
            .iter()
            .map(|(word, count)| (word.as_ref(), *count))
            .collect();
        let expected = [
            ("subset-of", 1),
            ("superset-of", 1),
            ("intersects-with", 1),
            ("no-relationship", 1),
        ];
        assert_eq!(relations, expected);
        assert_eq!(
            mapping.statuses,
            [
                (Status::Withdrawn, 1),
                (Status::Draft, 2),
                (Status::Final, 1)
            ]
        );
        let [first, second] = [0, 1].map(|at| &report.rows[RowAt(at)]);
        assert_eq!(first.author.as_deref(), Some("Team, 2026-02-01"));
        assert_eq!(first.source_document, Some("A study"));
        assert_eq!(second.left_out, Some("withdrawn"));
        assert_eq!(report.mappings[MappingAt(1)].conditional, 1);
    });
}

#[test]
fn the_crosswalk_reads_every_relation_from_the_pivot() {
    with(&options(), |report| {
        let lines = |pivot: u32| -> Vec<String> {
            let crosswalk = report.crosswalk(FrameworkAt(pivot));
            let lines = crosswalk.lines.iter();
            lines
                .map(|line| {
                    let cells = line
                        .cells
                        .iter()
                        .map(|cell| report.cell_text(cell).replace('\n', "; "));
                    let cells = cells.collect::<Vec<_>>().join(" | ");
                    format!("{}: {cells}", report.controls[line.control].identifier)
                })
                .collect()
        };
        assert_eq!(
            lines(0),
            [
                "A:  | ",
                "A.1: subset-of X; superset-of Y (together with A.2) | supported-by G",
                "A.2: superset-of Y (together with A.1); no-relationship * | supported-by G",
            ]
        );
        assert_eq!(
            lines(1),
            [
                "X: superset-of A.1 | overlaps G (under a condition only)",
                "Y: subset-of A.1 + A.2 | ",
            ]
        );
    });
}

#[test]
fn a_matrix_has_only_the_cells_that_rows_fill() {
    with(&options(), |report| {
        let (acme, beta) = (FrameworkAt(0), FrameworkAt(1));
        let matrix = report.matrix(acme, beta).unwrap();
        let cells = matrix.lines.iter().map(|line| {
            let cells = line.cells.iter();
            let cells: Vec<_> = cells
                .map(|(other, found)| (report.controls[*other].identifier, found.relation))
                .collect();
            (cells, line.nothing)
        });
        assert_eq!(
            cells.collect::<Vec<_>>(),
            [
                (vec![], None),
                (vec![("X", "subset-of"), ("Y", "superset-of")], None),
                (vec![("Y", "superset-of")], Some(RowAt(3))),
            ]
        );
        assert!(report.matrix(acme, acme).is_none());
    });
}

#[test]
fn the_heat_map_counts_each_function_by_each_framework() {
    with(&options(), |report| {
        let [acme, beta, gamma] = [0, 1, 2].map(FrameworkAt);
        let map = report.heat_map(acme, Basis::Stated);
        assert_eq!(map.by, [beta, gamma]);
        let [line] = map.lines.as_slice() else {
            panic!("{map:?}");
        };
        assert_eq!(line.control, ControlAt(0));
        assert_eq!(line.cells, map.total);
        assert_eq!((map.total[0].full, map.total[0].gap), (1, 1));
        // Supportive rows relate, and say no more.
        assert_eq!(map.total[1].related, 2);
        assert_eq!(report.heat_map(acme, Basis::Proved).by, map.by);
        // A framework without hierarchy has its controls as lines.
        assert_eq!(report.heat_map(beta, Basis::Stated).lines.len(), 2);
    });
}

#[test]
fn findings_come_gravest_first() {
    with(&options(), |report| {
        assert!(report.findings.is_sorted_by_key(|finding| finding.severity));
        assert!(
            report
                .findings
                .iter()
                .all(|finding| finding.place.starts_with("views.xwalk:"))
        );
    });
}
