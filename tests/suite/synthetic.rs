//! Reports made up for the tests of outputs: a small one with everything in it, and a large one.

mod proofs;

use std::borrow::Cow;

use xwalk::report::{
    Activity, ActivityKind, Caveat, Complete, Control, ControlAt, Coverage, CoverageCell,
    Definition, End, Finding, Framework, FrameworkAt, Id as _, LeftOut, LevelTally, Mapping,
    MappingAt, Meta, Nesting, Overlap, Rationale, Remainder, Report, Row, RowAt, Run, SectionTally,
    Severity, Status, Style, Table, Tally, Verdict, VerdictLine, Withdrawn,
};
use xwalk::syntax::ast::Date;

/// How large a report is to be.
pub struct Shape {
    pub frameworks: usize,
    pub functions: usize,
    pub categories: usize,
    pub leaves: usize,
    pub rows_per_mapping: usize,
}

/// Two frameworks with a few controls and rows of every kind.
pub fn small() -> Report<'static> {
    let mut report = of(&Shape {
        frameworks: 3,
        functions: 3,
        categories: 2,
        leaves: 3,
        rows_per_mapping: 120,
    });
    let hostile = "</script><img src=x onerror=alert(1)> \u{5d0}\u{5d1} \"quoted\" & 'so'";
    let control = &mut report.controls[ControlAt(2)];
    control.title = Cow::Borrowed(hostile);
    control.identifier = "Art. 21(2)<b>";
    control.doc = Some(hostile);
    control.text = Some(hostile);
    control.tags = &["required"];
    control.aliases = &["A&A-01"];
    control.activities = vec![Activity {
        kind: ActivityKind::Indicator,
        title: hostile,
        on: vec![ControlAt(3), ControlAt(4)],
    }];
    let row = &mut report.rows[RowAt(0)];
    row.note = Some(hostile);
    row.condition = Some("the network carries cardholder data");
    row.left_out = Some("conditional");
    let row = &mut report.rows[RowAt(1)];
    let End::Control(first) = row.target else {
        return report;
    };
    row.target = End::Union(vec![first, after(first, 1)]);
    row.relation = Cow::Borrowed("equal");
    row.converse = Cow::Borrowed("equal");
    let row = &mut report.rows[RowAt(2)];
    row.target = End::Everything;
    row.relation = Cow::Borrowed("no-relationship");
    row.converse = Cow::Borrowed("no-relationship");
    link(&mut report);
    proofs::prove(&mut report, 40);
    proofs::contradict(&mut report, RowAt(30), RowAt(31));
    proofs::group(&mut report);
    report
}

/// A large report: 5,000 controls, 50,000 rows, and more proofs than a page holds.
pub fn large() -> Report<'static> {
    let mut report = of(&Shape {
        frameworks: 5,
        functions: 10,
        categories: 9,
        leaves: 10,
        rows_per_mapping: 12_500,
    });
    proofs::prove(&mut report, 12_000);
    report
}

/// A report of this shape; every framework but the first is mapped from the first.
pub fn of(shape: &Shape) -> Report<'static> {
    let mut report = Report {
        proved: Table::default(),
        contradictions: Vec::new(),
        overlap: Overlap::default(),
        postures: Vec::new(),
        exports: None,
        meta: Meta {
            title: "Crosswalk of made-up frameworks".to_owned(),
            date: Date {
                year: 2026,
                month: 11,
                day: 23,
            },
            generator: "xwalk 0.1.0",
            public: false,
            status_floor: Status::Draft,
            pivot: Some(FrameworkAt(0)),
            caveats: vec![Caveat {
                framework: FrameworkAt(0),
                text: Cow::Borrowed("Follows the public summary; check against a licensed copy."),
            }],
            left_out: LeftOut::default(),
        },
        frameworks: Table::default(),
        controls: Table::default(),
        mappings: Table::default(),
        rows: Table::default(),
        coverage: Vec::new(),
        findings: findings(),
        definitions: definitions(),
    };
    for number in 0..shape.frameworks {
        framework(&mut report, shape, number);
    }
    for to in 1..shape.frameworks {
        mapping(&mut report, shape, to);
    }
    for to in 1..shape.frameworks {
        coverage(&mut report, 0, to);
        coverage(&mut report, to, 0);
    }
    report.coverage.sort_by_key(|entry| (entry.of, entry.by));
    link(&mut report);
    report
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The control so many further on.
fn after(control: ControlAt, count: usize) -> ControlAt {
    ControlAt::from_index(control.index() + count)
}

fn framework(report: &mut Report<'static>, shape: &Shape, number: usize) {
    const NAMES: [&str; 5] = ["Alder", "Birch", "Cedar", "Damson", "Elder"];
    let name = NAMES.get(number).copied().unwrap_or("Further");
    let first = report.controls.next_id();
    for function in 0..shape.functions {
        let top = report.controls.next_id();
        control(report, number, format!("F{function}"), 0, None, top);
        for category in 0..shape.categories {
            let middle = report.controls.next_id();
            control(
                report,
                number,
                format!("F{function}.C{category}"),
                1,
                Some(top),
                top,
            );
            for leaf in 0..shape.leaves {
                let identifier = format!("F{function}.C{category}-{leaf:02}");
                control(report, number, identifier, 2, Some(middle), top);
            }
        }
    }
    let assessable = shape.functions * shape.categories * shape.leaves;
    let level = |name: &str, controls| LevelTally {
        name: name.to_owned(),
        controls,
    };
    report.frameworks.push(Framework {
        key: format!("{}@{number}.0", name.to_lowercase()),
        heading: format!("{name} Framework for Testing {number}.0"),
        short: format!("{name} {number}.0"),
        edition: "1.0",
        title: "Framework for Testing",
        doc: Some("What it is for, in a sentence."),
        publisher: Some("Institute of Trees"),
        published: Date::new(2024, 2, 26),
        url: Some(if number == 1 {
            "javascript:alert(1)"
        } else {
            "https://example.org/doc"
        }),
        licence: Some("public domain"),
        language: Some("en"),
        nesting: Nesting::Group,
        reconstruction: (number == 0).then_some("Rebuilt from public summaries."),
        tiers: vec![(1, "Partial"), (2, "Risk informed")],
        controls: Run {
            first,
            end: report.controls.next_id(),
        },
        assessable,
        levels: vec![
            level("function", shape.functions),
            level("category", shape.functions * shape.categories),
            level("subcategory", assessable),
        ],
        withdrawn: vec![Withdrawn {
            identifier: "F0.C0-99",
            successors: vec![after(first, 2)],
            successors_elsewhere: Vec::new(),
            reason: Some("incorporated"),
        }],
        place: format!("frameworks/{}.xwalk:3", name.to_lowercase()),
    });
}

fn control(
    report: &mut Report<'static>,
    framework: usize,
    identifier: String,
    depth: u8,
    parent: Option<ControlAt>,
    section: ControlAt,
) {
    const WORDS: [&str; 7] = [
        "inventories kept current",
        "duties laid down and known",
        "access granted by need",
        "weaknesses found and mended",
        "events seen in time",
        "plans exercised with partners",
        "losses restored as agreed",
    ];
    let at = report.controls.len();
    let words = WORDS.get(at % WORDS.len()).copied().unwrap_or("");
    report.controls.push(Control {
        proved: Vec::new(),
        framework: FrameworkAt::from_index(framework),
        title: Cow::Owned(format!("Control {at}: {words}")),
        identifier: leak(identifier),
        depth,
        level: Cow::Borrowed(["function", "category", "subcategory"][usize::from(depth)]),
        parent,
        section,
        assessable: depth == 2,
        doc: (depth == 2).then_some("Who does what, how often, and how it is shown to be done."),
        text: None,
        tags: &[],
        aliases: &[],
        superseded: None,
        activities: Vec::new(),
        rows: Vec::new(),
        place: format!("frameworks/f{framework}.xwalk:{}", at + 4),
    });
}

fn mapping(report: &mut Report<'static>, shape: &Shape, to: usize) {
    const RELATIONS: [(&str, &str); 5] = [
        ("subset-of", "superset-of"),
        ("superset-of", "subset-of"),
        ("intersects-with", "intersects-with"),
        ("related-to", "related-to"),
        ("subset-of|equal", "superset-of|equal"),
    ];
    let leaves = |framework: usize| -> Vec<ControlAt> {
        let run = report.frameworks[FrameworkAt::from_index(framework)].controls;
        run.iter()
            .filter(|&at| report.controls[at].assessable)
            .collect()
    };
    let (sources, targets) = (leaves(0), leaves(to));
    let first = report.rows.next_id();
    for number in 0..shape.rows_per_mapping {
        // A third of the controls stays without a row.
        let source = sources[number * 7 % (sources.len() * 2 / 3)];
        let target = targets[(number * 11 + number / sources.len()) % (targets.len() * 2 / 3)];
        let (relation, converse) = RELATIONS[number % RELATIONS.len()];
        report.rows.push(Row {
            mapping: MappingAt::from_index(to - 1),
            source: End::Control(source),
            target: End::Control(target),
            relation: Cow::Borrowed(relation),
            converse: Cow::Borrowed(converse),
            rationale: Some(Rationale::Functional),
            strength: Some(u8::try_from(1 + number % 9).unwrap()),
            confidence: number.is_multiple_of(3).then(|| "high".to_owned()),
            status: [Status::Draft, Status::Reviewed, Status::Final][number % 3],
            property: None,
            note: Some(leak(format!(
                "Note {number}: both ask for the same register, yet only one of them names an owner and an interval"
            ))),
            author: Some("Standards team, 2026-02-01".to_owned()),
            reviewer: None,
            source_document: Some("Working paper 7"),
            condition: None,
            left_out: None,
            place: format!("crosswalks/m{to}.xwalk:{}", number + 12),
        });
    }
    report.mappings.push(Mapping {
        name: leak(format!("alder-m{to}")),
        title: leak(format!("Alder to framework {to}")),
        doc: None,
        from: FrameworkAt(0),
        to: FrameworkAt::from_index(to),
        source: Some("Own judgements, row by row"),
        url: Some("https://example.org/source"),
        author: Some("Standards team, 2026-02-01".to_owned()),
        reviewer: Some("Second reader, 2026-03-01".to_owned()),
        published: Date::new(2026, 3, 10),
        version: Some("1.2.0".to_owned()),
        use_case: Some("Reuse of evidence"),
        submission: Box::leak(Box::default()),
        comprehensive: None,
        status: Status::Draft,
        style: Style::SetTheory,
        complete: Complete::Source,
        rows: Run {
            first,
            end: report.rows.next_id(),
        },
        relations: vec![(Cow::Borrowed("subset-of"), shape.rows_per_mapping / 5)],
        statuses: vec![(Status::Draft, shape.rows_per_mapping / 3)],
        conditional: 1,
        place: format!("crosswalks/m{to}.xwalk:2"),
    });
}

fn coverage(report: &mut Report<'static>, of: usize, by: usize) {
    let run = report.frameworks[FrameworkAt::from_index(of)].controls;
    let mut stated = Tally::default();
    let mut sections: Vec<SectionTally> = Vec::new();
    let mut verdicts = Vec::new();
    for at in run.iter() {
        let verdict = Verdict::ALL[(at.index() / 3 + by) % 4];
        verdicts.push(VerdictLine {
            control: at,
            stated: CoverageCell {
                verdict,
                why: Cow::Borrowed("rows say so, and nothing else is known of it"),
                rows: Vec::new(),
                elsewhere: Vec::new(),
            },
            proved: None,
        });
        if !report.controls[at].assessable {
            sections.push(SectionTally {
                control: at,
                stated: Tally::default(),
                proved: None,
            });
            continue;
        }
        stated.add(verdict);
        let parent = report.controls[at].parent;
        let section = report.controls[at].section;
        for above in &mut sections {
            if above.control == section || Some(above.control) == parent {
                above.stated.add(verdict);
            }
        }
    }
    report.coverage.push(Coverage {
        of: FrameworkAt::from_index(of),
        by: FrameworkAt::from_index(by),
        mappings: vec![MappingAt::from_index(of.max(by) - 1)],
        stated,
        proved: None,
        levels: Vec::new(),
        sections,
        remainders: overlapping(&verdicts),
        verdicts,
    });
}

/// What is left of what overlaps: the rows behind the verdict.
fn overlapping(verdicts: &[VerdictLine]) -> Vec<Remainder<ControlAt, RowAt>> {
    let overlapping = verdicts.iter();
    let overlapping = overlapping.filter(|line| line.stated.verdict == Verdict::Overlap);
    overlapping
        .map(|line| Remainder {
            control: line.control,
            strength: None,
            rows: line.stated.rows.clone(),
            more: 0,
            pending: Vec::new(),
            elsewhere: Vec::new(),
            unions: Vec::new(),
            children: Vec::new(),
        })
        .collect()
}

/// Lists at every control the rows that name it.
fn link(report: &mut Report<'static>) {
    for at in report.controls.ids() {
        report.controls[at].rows.clear();
    }
    for (at, row) in report.rows.iter() {
        for &control in row.source.controls().iter().chain(row.target.controls()) {
            report.controls[control].rows.push(at);
        }
    }
}

fn findings() -> Vec<Finding> {
    vec![
        Finding {
            code: "XW0302",
            severity: Severity::Warning,
            message: "`F0.C0-01` has no row, though the mapping claims to be complete".to_owned(),
            place: "crosswalks/m1.xwalk:9:3".to_owned(),
            help: Some("add a row, or narrow the claim with `scope`".to_owned()),
        },
        Finding {
            code: "XW0410",
            severity: Severity::Note,
            message: "the row `<b>` is at an end that is not assessable".to_owned(),
            place: "crosswalks/m1.xwalk:14:3".to_owned(),
            help: None,
        },
    ]
}

fn definitions() -> Vec<Definition> {
    [
        ("Verdicts", "verdict-full", "full"),
        ("Verdicts", "verdict-overlap", "overlap"),
        ("Verdicts", "verdict-related", "related"),
        ("Verdicts", "verdict-gap", "gap"),
        ("Verdicts", "verdict-not-reviewed", "not reviewed"),
        ("Counting", "counting-controls", "assessable control"),
        ("Counting", "counting-conditional", "conditional"),
        ("Relations", "relation-equal", "equal"),
        ("Relations", "relation-subset-of", "subset-of"),
        ("Relations", "relation-superset-of", "superset-of"),
        ("Relations", "relation-intersects-with", "intersects-with"),
        ("Relations", "relation-no-relationship", "no-relationship"),
        ("Relations", "relation-overlaps", "overlaps"),
        ("Relations", "relation-related-to", "related-to"),
        ("Relations", "relation-either", "a|b"),
        ("Relations", "relation-supportive", "supports"),
        ("Counting", "counting-stated", "stated"),
        ("Counting", "counting-proved", "proved"),
        ("Counting", "remainder", "remainder"),
        ("Counting", "counting-with-proofs", "with proofs"),
        ("Rationale", "rationale-functional", "functional"),
        ("Claims", "claim-status", "status"),
        ("Claims", "claim-strength", "strength"),
        ("Claims", "claim-confidence", "confidence"),
        ("Claims", "claim-complete", "complete"),
        ("Proofs", "proof", "proof"),
        ("Proofs", "proof-hierarchy", "hierarchy step"),
        ("Proofs", "proof-status", "status of a proof"),
        ("Proofs", "proof-strength", "strength of a proof"),
        ("Proofs", "proof-mixed", "mixed rationales"),
        ("Contradictions", "contradiction", "contradiction"),
        ("Contradictions", "contradiction-disputed", "disputed"),
        ("Contradictions", "contradiction-loose", "loose reading"),
        ("Overlap groups", "overlap-group", "overlap group"),
        ("Frameworks", "nesting-group", "nesting group"),
        ("Frameworks", "framework-reconstruction", "reconstruction"),
    ]
    .map(|(group, key, term)| Definition {
        key,
        group,
        term,
        meaning: "What it means, in a sentence or two that anybody can follow.",
    })
    .into()
}
