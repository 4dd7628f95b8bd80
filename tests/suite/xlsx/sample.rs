//! A report made by hand: two frameworks, one mapping in which every relation and every nasty text occurs, and a
//! third framework that nothing is said of.

use std::borrow::Cow;

use xwalk::report::{
    Activity, ActivityKind, Caveat, Complete, Control, ControlAt, Coverage, CoverageCell,
    Definition, End, Finding, Framework, FrameworkAt, Id as _, LeftOut, LevelCoverage, LevelTally,
    Mapping, MappingAt, Meta, Nesting, Overlap, Rationale, Remainder, Report, Row, RowAt, Run,
    SectionTally, Severity, Status, Style, Table, Tally, Verdict, VerdictLine, Withdrawn,
};

/// All controls.
type Controls = Table<ControlAt, Control<'static>>;

/// All rows.
type Rows = Table<RowAt, Row<'static>>;
use xwalk::syntax::ast::Date;

/// What spreadsheets evaluate, cut, or choke on, if they are let.
pub const NASTY: &[&str] = &[
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "+1+1",
    "@SUM(A1)",
    "-2",
    "\tTab first",
    "Quote \" and <b>markup</b> & ampersand",
    "1.10",
    "_x0041_ is no escape",
    "línea; 管理; 🔒",
    "two\nlines",
];

const RELATIONS: &[(&str, &str)] = &[
    ("equal", "equal"),
    ("subset-of", "superset-of"),
    ("superset-of", "subset-of"),
    ("intersects-with", "intersects-with"),
    ("subset-of|equal", "superset-of|equal"),
    ("related-to", "related-to"),
    ("no-relationship", "no-relationship"),
    ("supports", "supported-by"),
];

/// A report with `functions` times 12 controls to assess at the left, as many at the right, and that many rows.
pub fn report(functions: usize, rows: usize) -> Report<'static> {
    let mut controls = Controls::default();
    let left = framework(
        FrameworkAt(0),
        "demo",
        "Demo & Framework [draft]: 2026",
        functions,
        &mut controls,
    );
    let right = framework(
        FrameworkAt(1),
        "other",
        "Other/Framework 2.0",
        functions,
        &mut controls,
    );
    let apart = framework(FrameworkAt(2), "apart", "Apart 1.0", 1, &mut controls);
    let mut rows: Rows = (0..rows)
        .map(|at| row(at, &left, &right, &controls))
        .collect();
    if let Some(last) = rows.ids().next_back() {
        let row = &mut rows[last];
        row.target = End::Everything;
        row.relation = "no-relationship".into();
        row.converse = "no-relationship".into();
    }
    for (at, row) in rows.iter() {
        for end in [&row.source, &row.target] {
            for control in end.controls() {
                controls[*control].rows.push(at);
            }
        }
    }
    let coverage = vec![
        coverage(FrameworkAt(0), FrameworkAt(1), &left, &controls, &rows),
        coverage(FrameworkAt(1), FrameworkAt(0), &right, &controls, &rows),
    ];
    Report {
        proved: Table::default(),
        contradictions: Vec::new(),
        overlap: Overlap::default(),
        postures: Vec::new(),
        exports: None,
        meta: Meta {
            title: "Crosswalk of the Demo Framework & others".to_owned(),
            date: Date::new(2026, 11, 23).unwrap(),
            generator: "xwalk 0.1.0",
            public: false,
            status_floor: Status::Draft,
            pivot: Some(FrameworkAt(0)),
            caveats: vec![Caveat {
                framework: FrameworkAt(0),
                text: "It follows the public summary; check it against a licensed copy before relying on it, since \
                       wording and numbering of the standard itself may differ in places that matter."
                    .into(),
            }],
            left_out: LeftOut::default(),
        },
        mappings: [mapping(&rows)].into_iter().collect(),
        frameworks: [left, right, apart].into_iter().collect(),
        controls,
        rows,
        coverage,
        findings: vec![Finding {
            code: "XW0001",
            severity: Severity::Warning,
            message: "a message".to_owned(),
            place: "demo.xwalk:1:1".to_owned(),
            help: None,
        }],
        definitions: vec![Definition {
            key: "verdict-full",
            group: "Verdicts",
            term: "full",
            meaning: "Whoever fulfils the covering framework fulfils all that this control asks.",
        }],
    }
}

/// So many controls further.
fn further(control: ControlAt, by: usize) -> ControlAt {
    ControlAt::from_index(control.index() + by)
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn framework(
    position: FrameworkAt,
    name: &'static str,
    short: &str,
    functions: usize,
    controls: &mut Controls,
) -> Framework<'static> {
    let start = controls.next_id();
    let mut add = |identifier: String, depth: u8, parent: Option<ControlAt>, section: ControlAt| {
        let at = controls.len();
        let title = match NASTY.get(at % 23) {
            Some(nasty) => Cow::Borrowed(*nasty),
            None => Cow::Owned(format!(
                "Outcome number {at} is reached, kept up and shown to be so"
            )),
        };
        controls.push(Control {
            proved: Vec::new(),
            framework: position,
            identifier: leak(identifier),
            title,
            depth,
            level: ["function", "category", "subcategory"][usize::from(depth)].into(),
            parent,
            section,
            assessable: depth == 2,
            doc: (depth == 1).then_some("What the category is about."),
            text: None,
            tags: if depth == 2 {
                &["core", "required"]
            } else {
                &[]
            },
            aliases: &[],
            superseded: None,
            activities: Vec::new(),
            rows: Vec::new(),
            place: format!("{name}.xwalk:{}", at + 1),
        })
    };
    for function in 0..functions {
        let top = add(
            format!("{}{function}", &name[..1].to_uppercase()),
            0,
            None,
            ControlAt(0),
        );
        for category in 0..3 {
            let inner = add(format!("{function}.{category}"), 1, Some(top), top);
            for leaf in 1..=4 {
                add(format!("{function}.{category}{leaf}"), 2, Some(inner), top);
            }
        }
    }
    let own = Run {
        first: start,
        end: controls.next_id(),
    };
    for at in own.iter() {
        let control = &mut controls[at];
        if control.depth == 0 {
            control.section = at;
            control.activities = vec![Activity {
                kind: ActivityKind::Indicator,
                title: "Comprehensive register",
                on: vec![further(at, 2)],
            }];
        }
    }
    Framework {
        key: format!("{name}@2026"),
        heading: format!("The {short} for Everybody"),
        short: short.to_owned(),
        edition: "2026",
        title: "The Framework",
        doc: Some("What it is for."),
        publisher: Some("Standards Body"),
        published: Date::new(2024, 2, 26),
        url: Some(if position == FrameworkAt(0) {
            "https://example.org/demo#part"
        } else {
            "javascript:alert(1)"
        }),
        licence: Some("free to use"),
        language: Some("en"),
        nesting: Nesting::Subset,
        reconstruction: (position == FrameworkAt(0)).then_some("follows the public summary"),
        tiers: vec![(1, "Partial"), (2, "Risk informed")],
        controls: own,
        assessable: functions * 12,
        levels: vec![LevelTally {
            name: "function".to_owned(),
            controls: functions,
        }],
        withdrawn: vec![Withdrawn {
            identifier: "0.99",
            successors: vec![further(start, 2)],
            successors_elsewhere: Vec::new(),
            reason: Some("incorporated"),
        }],
        place: format!("{name}.xwalk:1"),
    }
}

fn row(
    at: usize,
    left: &Framework<'_>,
    right: &Framework<'_>,
    controls: &Controls,
) -> Row<'static> {
    // Two strides without a common divisor spread the rows; every sixth control stays without one.
    let pick = |framework: &Framework<'_>, stride: usize| {
        let leaves: Vec<ControlAt> = framework
            .controls
            .iter()
            .filter(|control| controls[*control].assessable && control.index() % 6 != 0)
            .collect();
        leaves[at * stride % leaves.len()]
    };
    let (relation, converse) = RELATIONS[at % RELATIONS.len()];
    let source = pick(left, 7);
    let target = pick(right, 11);
    let joint = relation == "equal" && at.is_multiple_of(3);
    Row {
        mapping: MappingAt(0),
        source: End::Control(source),
        target: if joint {
            End::Union(vec![target, further(target, 1)])
        } else {
            End::Control(target)
        },
        relation: relation.into(),
        converse: converse.into(),
        rationale: Some(Rationale::Semantic),
        strength: Some((at % 11) as u8),
        confidence: Some("80%".to_owned()),
        status: Status::Draft,
        property: None,
        note: NASTY.get(at % (NASTY.len() * 3)).copied(),
        author: Some("Standards team, 2026-02-01".to_owned()),
        reviewer: None,
        source_document: Some("working paper 7, p. 14"),
        condition: (at % 17 == 3).then_some("the network carries cardholder data"),
        left_out: (at % 17 == 3).then_some("holds under a condition only"),
        place: format!("demo-other.xwalk:{}", at + 12),
    }
}

fn mapping(rows: &Rows) -> Mapping<'static> {
    let counts = RELATIONS.iter().map(|(relation, _)| {
        let rows = rows
            .values()
            .filter(|row| row.relation == *relation)
            .count();
        (Cow::Borrowed(*relation), rows)
    });
    Mapping {
        name: "demo-other",
        title: "The Demo Framework to the Other Framework",
        doc: None,
        from: FrameworkAt(0),
        to: FrameworkAt(1),
        source: Some("The published crosswalk"),
        url: Some("https://example.org/crosswalk"),
        author: Some("Standards team, 2026-02-01".to_owned()),
        reviewer: None,
        published: None,
        version: None,
        use_case: None,
        submission: Box::leak(Box::default()),
        comprehensive: None,
        status: Status::Draft,
        style: Style::SetTheory,
        complete: Complete::Both,
        rows: Run {
            first: RowAt(0),
            end: rows.next_id(),
        },
        relations: counts.collect(),
        statuses: vec![(Status::Draft, rows.len())],
        conditional: rows.values().filter(|row| row.condition.is_some()).count(),
        place: "demo-other.xwalk:1".to_owned(),
    }
}

/// A stand-in for the analysis: the best single row decides.
fn coverage(
    of: FrameworkAt,
    by: FrameworkAt,
    framework: &Framework<'_>,
    controls: &Controls,
    rows: &Rows,
) -> Coverage {
    let verdict = |control: ControlAt| {
        let said = controls[control].rows.iter().map(|at| &rows[*at]);
        said.filter(|row| row.left_out.is_none())
            .map(|row| {
                match if of == FrameworkAt(0) {
                    &*row.relation
                } else {
                    &*row.converse
                } {
                    "equal" | "subset-of" | "subset-of|equal" => Verdict::Full,
                    "no-relationship" => Verdict::Gap,
                    _ => Verdict::Overlap,
                }
            })
            .min()
            .unwrap_or(Verdict::NotReviewed)
    };
    let tally = |under: &dyn Fn(ControlAt) -> bool| -> Tally {
        framework
            .controls
            .iter()
            .filter(|control| controls[*control].assessable && under(*control))
            .map(verdict)
            .collect()
    };
    let sections = framework
        .controls
        .iter()
        .filter(|at| controls[*at].depth < 2);
    Coverage {
        of,
        by,
        mappings: vec![MappingAt(0)],
        stated: tally(&|_| true),
        proved: None,
        levels: vec![LevelCoverage {
            name: "subcategory".to_owned(),
            stated: tally(&|_| true),
            proved: None,
        }],
        sections: sections
            .map(|branch| SectionTally {
                control: branch,
                stated: tally(&|leaf| {
                    controls[leaf].parent == Some(branch) || controls[leaf].section == branch
                }),
                proved: None,
            })
            .collect(),
        remainders: vec![Remainder {
            control: framework.controls.first,
            strength: Some(4),
            rows: vec![RowAt(0)],
            more: 2,
            pending: Vec::new(),
            elsewhere: Vec::new(),
            unions: Vec::new(),
            children: Vec::new(),
        }],
        verdicts: framework
            .controls
            .iter()
            .map(|control| VerdictLine {
                control,
                stated: CoverageCell {
                    verdict: verdict(control),
                    why: "A row says so".into(),
                    rows: controls[control].rows.clone(),
                    elsewhere: Vec::new(),
                },
                proved: None,
            })
            .collect(),
    }
}
