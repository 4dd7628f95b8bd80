//! A small report made by hand, with texts that try to break out of every format.

use xwalk::report::{
    Activity, ActivityKind, Caveat, Chain, Complete, Contradiction, Control, ControlAt,
    ControlElsewhere, Coverage, CoverageCell, Definition, End, Finding, Framework, FrameworkAt,
    FrameworkElsewhere, LeftOut, LevelCoverage, LevelTally, Mapping, MappingAt, Meta, Nesting,
    Open, Overlap, Proved, Rationale, Remainder, Report, Row, RowAt, RowElsewhere, RowName, Run,
    SectionTally, Severity, Status, Step, Style, Table, Tally, Verdict, VerdictLine, Withdrawn,
};
use xwalk::syntax::ast::Date;

/// Texts that a spreadsheet, a browser or a parser might act on.
pub const HOSTILE: [&str; 8] = [
    "=HYPERLINK(\"https://example.org\",\"click\")",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\tindented",
    "\r\nsecond line, \"quoted\"; 'single'",
    "</script><b>ä € 😀\u{2028}\u{0001}",
    "plain, with a comma",
];

/// Two frameworks, one mapping with a row per hostile text, both directions of coverage; proved counts in one.
pub fn sample() -> Report<'static> {
    let rows: Table<RowAt, Row<'static>> = HOSTILE.into_iter().enumerate().map(row).collect();
    let (alpha, beta) = (controls(0, 3), controls(3, 5));
    let frameworks = [framework("alpha@1", alpha), framework("beta@2.0", beta)];
    let controls = [
        control(0, "GV", None, HOSTILE[0]),
        control(0, "GV.1", Some(0), "Leaf"),
        control(0, "Art. 21, one", Some(0), HOSTILE[5]),
        control(1, "1.10", None, HOSTILE[6]),
        control(1, "2", None, "Second"),
    ];
    let mapping = Mapping {
        name: "alpha-beta",
        title: HOSTILE[3],
        doc: None,
        from: FrameworkAt(0),
        to: FrameworkAt(1),
        source: Some(HOSTILE[1]),
        url: None,
        author: Some("Somebody, 2026-02-01".to_owned()),
        reviewer: None,
        published: Date::new(2026, 3, 10),
        version: Some("1.2.0".to_owned()),
        use_case: None,
        submission: Box::leak(Box::default()),
        comprehensive: None,
        status: Status::Draft,
        style: Style::SetTheory,
        complete: Complete::Source,
        rows: Run {
            first: RowAt(0),
            end: rows.next_id(),
        },
        relations: vec![("equal".into(), rows.len())],
        statuses: vec![(Status::Draft, rows.len())],
        conditional: 1,
        place: "a.xwalk:1".to_owned(),
    };
    Report {
        proved: [proved()].into_iter().collect(),
        contradictions: vec![contradiction()],
        overlap: Overlap::default(),
        postures: Vec::new(),
        exports: None,
        meta: Meta {
            title: HOSTILE[0].to_owned(),
            date: Date::new(2026, 11, 23).unwrap(),
            generator: "xwalk 0.1.0",
            public: false,
            status_floor: Status::Draft,
            pivot: Some(FrameworkAt(0)),
            caveats: vec![Caveat {
                framework: FrameworkAt(0),
                text: HOSTILE[4].into(),
            }],
            left_out: LeftOut {
                frameworks: vec![FrameworkElsewhere {
                    key: "gamma@1".to_owned(),
                    heading: HOSTILE[5].to_owned(),
                }],
                mappings: vec!["alpha-gamma"],
                is_asked_for: false,
            },
        },
        frameworks: frameworks.into_iter().collect(),
        controls: controls.into_iter().collect(),
        mappings: [mapping].into_iter().collect(),
        rows,
        coverage: vec![coverage(0, 1, alpha, true), coverage(1, 0, beta, false)],
        findings: vec![Finding {
            code: "XW0302",
            severity: Severity::Warning,
            message: HOSTILE[5].to_owned(),
            place: "a.xwalk:1:1".to_owned(),
            help: None,
        }],
        definitions: vec![Definition {
            key: "verdict-full",
            group: "Verdicts",
            term: "full",
            meaning: HOSTILE[2],
        }],
    }
}

fn open(control: ControlAt) -> Open<ControlAt> {
    Open {
        control,
        stands: HOSTILE[3].into(),
    }
}

fn controls(first: u32, end: u32) -> Run<ControlAt> {
    Run {
        first: ControlAt(first),
        end: ControlAt(end),
    }
}

fn framework(key: &str, controls: Run<ControlAt>) -> Framework<'static> {
    Framework {
        key: key.to_owned(),
        heading: HOSTILE[0].to_owned(),
        short: "Short".to_owned(),
        edition: "1",
        title: "Title",
        doc: Some(HOSTILE[7]),
        publisher: None,
        published: Date::new(2024, 2, 26),
        url: Some("javascript:alert(1)"),
        licence: None,
        language: Some("en"),
        nesting: Nesting::Group,
        reconstruction: Some("Rebuilt"),
        tiers: vec![(1, "Partial")],
        assessable: controls.len() - 1,
        levels: vec![LevelTally {
            name: "function".to_owned(),
            controls: 1,
        }],
        withdrawn: vec![Withdrawn {
            identifier: "OLD",
            successors: vec![ControlAt(1), ControlAt(3)],
            successors_elsewhere: Vec::new(),
            reason: Some(HOSTILE[2]),
        }],
        controls,
        place: "a.xwalk:1".to_owned(),
    }
}

fn control(
    framework: u32,
    identifier: &'static str,
    parent: Option<u32>,
    title: &'static str,
) -> Control<'static> {
    Control {
        proved: Vec::new(),
        framework: FrameworkAt(framework),
        identifier,
        title: title.into(),
        depth: u8::from(parent.is_some()),
        level: "function".into(),
        parent: parent.map(ControlAt),
        section: ControlAt(if framework == 0 { 0 } else { 3 }),
        assessable: parent.is_some() || framework == 1,
        doc: None,
        text: Some(HOSTILE[6]),
        tags: &["core", "required"],
        aliases: &["ALIAS"],
        superseded: None,
        activities: vec![Activity {
            kind: ActivityKind::Indicator,
            title: HOSTILE[1],
            on: vec![ControlAt(1)],
        }],
        rows: vec![RowAt(0), RowAt(1)],
        place: "a.xwalk:2".to_owned(),
    }
}

fn row((at, text): (usize, &'static str)) -> Row<'static> {
    let everything = at == 1;
    Row {
        mapping: MappingAt(0),
        source: if everything {
            End::Everything
        } else {
            End::Union(vec![ControlAt(1), ControlAt(2)])
        },
        target: End::Control(ControlAt(3)),
        relation: "subset-of|equal".into(),
        converse: "superset-of|equal".into(),
        rationale: Some(Rationale::Functional),
        strength: u8::try_from(at).ok(),
        confidence: Some("80%".to_owned()),
        status: Status::Draft,
        property: None,
        note: Some(text),
        author: Some(text.to_owned()),
        reviewer: None,
        source_document: Some("Working paper"),
        condition: everything.then_some("if so"),
        left_out: everything.then_some("conditional"),
        place: "a.xwalk:9".to_owned(),
    }
}

/// A pair proved by way of a row that the report leaves out.
fn proved() -> Proved<'static> {
    Proved {
        source: ControlAt(1),
        target: ControlAt(3),
        before: 0,
        relation: "subset-of".to_owned(),
        converse: "superset-of".to_owned(),
        verb: "is contained in",
        stated: Some("related-to".to_owned()),
        status: Status::Draft,
        rationales: vec!["functional", "none given"],
        strength: Some(3),
        confidence: Some("80%".to_owned()),
        chains: vec![chain()],
    }
}

fn chain() -> Chain<'static> {
    let step = |row, to: &str, control| Step {
        row,
        says: "equal|subset-of".to_owned(),
        verb: "is contained in or equals",
        to: to.to_owned(),
        control,
        elsewhere: control.is_none().then(|| ControlElsewhere {
            identifier: "1",
            framework: "Gamma 1".to_owned(),
            title: HOSTILE[5],
        }),
        known: "subset-of".to_owned(),
        known_verb: "is contained in",
    };
    Chain {
        from: "alpha@1:GV.1".to_owned(),
        start: Some(ControlAt(1)),
        start_elsewhere: None,
        relation: "subset-of".to_owned(),
        sentence: HOSTILE[0].to_owned(),
        conclusion: HOSTILE[6].to_owned(),
        steps: vec![
            step(None, "alpha@1:GV", Some(ControlAt(0))),
            step(Some(elsewhere()), "gamma@1:1", None),
            step(Some(here()), "beta@2.0:1.10", Some(ControlAt(3))),
        ],
    }
}

fn here() -> RowName<'static> {
    RowName {
        position: Some(RowAt(2)),
        mapping: "alpha-beta",
        place: "a.xwalk:9".to_owned(),
    }
}

fn elsewhere() -> RowName<'static> {
    RowName {
        position: None,
        mapping: "alpha-gamma",
        place: "-c.xwalk:3".to_owned(),
    }
}

fn contradiction() -> Contradiction<'static> {
    Contradiction {
        sentence: HOSTILE[1].to_owned(),
        chain: chain(),
        denial: here(),
        denied: "no-relationship".to_owned(),
        denied_words: "to have nothing in common with",
        rows: vec![elsewhere(), here()],
        rationales: vec!["functional"],
        stands_loosely: true,
    }
}

fn coverage(of: u32, by: u32, controls: Run<ControlAt>, proved: bool) -> Coverage {
    let tally = Tally {
        full: 1,
        gap: 2,
        ..Tally::default()
    };
    let cell = |verdict| CoverageCell {
        verdict,
        why: HOSTILE[3].into(),
        rows: vec![RowAt(0), RowAt(2)],
        elsewhere: vec![RowElsewhere {
            mapping: "alpha-gamma".to_owned(),
            place: "-c.xwalk:3".to_owned(),
        }],
    };
    Coverage {
        of: FrameworkAt(of),
        by: FrameworkAt(by),
        mappings: vec![MappingAt(0)],
        stated: tally,
        proved: proved.then_some(tally),
        levels: vec![LevelCoverage {
            name: "function".to_owned(),
            stated: tally,
            proved: proved.then_some(tally),
        }],
        sections: vec![SectionTally {
            control: controls.first,
            stated: tally,
            proved: proved.then_some(tally),
        }],
        remainders: vec![Remainder {
            control: controls.first,
            strength: Some(7),
            rows: vec![RowAt(0), RowAt(2)],
            more: 1,
            pending: Vec::new(),
            elsewhere: Vec::new(),
            unions: vec![(RowAt(0), vec![open(controls.first)])],
            children: controls.iter().skip(1).map(open).collect(),
        }],
        verdicts: controls
            .iter()
            .zip([Verdict::Full, Verdict::Gap, Verdict::NotReviewed])
            .map(|(control, verdict)| VerdictLine {
                control,
                stated: cell(verdict),
                proved: proved.then(|| cell(Verdict::Overlap)),
            })
            .collect(),
    }
}
