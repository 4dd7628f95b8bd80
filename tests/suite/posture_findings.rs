//! What `check` says of an organization, in small cases.

use xwalk::analysis::Share;
use xwalk::analysis::posture::{
    CurrentState, DeficiencyKind, Files, PassageFlaw, examine, governance, incidents, landscape,
    preparedness, register,
};
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::model::ControlId;
use xwalk::model::posture::OrganizationId;
use xwalk::source::SourceMap;
use xwalk::syntax::ast::Date;

use crate::harness::sources;

pub(super) const ACME: OrganizationId = OrganizationId(0);

/// Two functions, one of them deeper.
pub(super) const PRELUDE: &str = r#"framework small@1 "Small" {
  levels function > category > control
  tiers  1 "Low", 2 "Middle", 3 "High"
  PR "Protect" {
    PR.A "Access" {
      PR.A1 "Accounts"
      PR.A2 "Rights"
    }
    PR.B "Backup"
  }
  RS "Respond" {
    RS.A "Plans"
    RS.B "Mitigation"
    RS.C "Calls"
  }
}
organization acme "Acme" {
  baseline  small@1
  tolerance 6
}
assessment now "Now" of small@1 {
  assessed      2026-09-30
  achieved-from 2
  PR.A1 tier 1 -> 3
  PR.A2 tier 2 -> 3
  PR.B  tier 3 evidence restore
  RS.A  tier 3
  RS.C  not-applicable
}
"#;

#[test]
fn the_most_specific_role_answers_and_two_at_one_place_answer_for_nothing() {
    with(
        "role one \"One\" {\n  accountable PR\n}
role two \"Two\" {\n  accountable PR.A, PR.B\n}
role three \"Three\" {\n  accountable PR.A1, PR.B\n}\n",
        |compilation, _| {
            let model = &compilation.model;
            let newest = CurrentState::newest(&model.posture, ACME, today());
            let found = governance(model, ACME, &newest).accountability;
            let name = |control: ControlId| model.controls[control].identifier;
            let told: Vec<_> = found
                .controls
                .iter()
                .map(|answers| {
                    let role = answers.role.map(|role| model.posture.roles[role].name);
                    (name(answers.control), role, answers.at.map(name))
                })
                .collect();
            assert_eq!(
                told,
                [
                    ("PR.A1", Some("three"), Some("PR.A1")),
                    ("PR.A2", Some("two"), Some("PR.A")),
                    ("PR.B", None, Some("PR.B")),
                    ("RS.A", None, None),
                    ("RS.C", None, None),
                ]
            );
            let clashes: Vec<_> = found
                .clashes
                .iter()
                .map(|clash| (name(clash.control), clash.roles.len()))
                .collect();
            assert_eq!(clashes, [("PR.B", 2)]);
            let unowned: Vec<_> = found.unowned_functions.into_iter().map(name).collect();
            assert_eq!(unowned, ["RS"]);
            assert_eq!(codes(compilation), ["XW0804", "XW0805", "XW0806"]);
        },
    );
}

#[test]
fn an_escalation_ends_at_the_board_with_rising_deadlines() {
    const ROLES: &str = "role board \"Board\" {\n}
role chief \"Chief\" {\n  reports-to board\n}
role desk \"Desk\" {\n  reports-to chief\n}\n";
    let flaws = |steps: &str| {
        let mut found = Vec::new();
        with(
            &format!("{ROLES}escalation grave \"Grave\" {{\n{steps}\n}}\n"),
            |compilation, _| {
                let name = |role| compilation.model.posture.roles[role].name;
                let escalations = governance(&compilation.model, ACME, &[]).escalations;
                found = escalations[0]
                    .flaws
                    .iter()
                    .map(|flaw| match flaw {
                        PassageFlaw::Circle(roles) => {
                            let roles: Vec<_> = roles.iter().map(|role| name(*role)).collect();
                            format!("circle {}", roles.join(" "))
                        }
                        PassageFlaw::ShortOfBoard(role) => format!("short {}", name(*role)),
                        PassageFlaw::NotRising(before, at) => format!("not rising {before} {at}"),
                    })
                    .collect();
            },
        );
        found.join(", ")
    };
    assert_eq!(
        flaws("desk -> chief within 1h\nchief -> board within 2h"),
        ""
    );
    assert_eq!(
        flaws("chief -> board within 2h\ndesk -> chief within 119min"),
        ""
    );
    assert_eq!(
        flaws("desk -> chief within 1h\nchief -> board within 60min"),
        "not rising 0 1"
    );
    assert_eq!(flaws("desk -> chief within 1h"), "short chief");
    assert_eq!(
        flaws("desk -> chief within 1h\ndesk -> board within 1h\nchief -> board within 1d"),
        ""
    );
    assert_eq!(
        flaws("desk -> chief within 1h\nchief -> desk within 2h\nchief -> board within 3h"),
        "circle chief desk"
    );
}

#[test]
fn a_risk_above_what_is_tolerated_wants_an_initiative_or_a_decision() {
    let neglected = |treatment: &str, treats: &str| {
        let text = format!(
            "risk fire \"Fire\" {{\n  threatens PR.B\n  likelihood 2\n  impact 4\n{treatment}\n}}
roadmap next \"Next\" for now {{\n  phase first \"First\" {{\n    initiative it \"It\" {{\n      effort 1d\n{treats}\n    }}\n  }}\n}}\n"
        );
        let mut neglected = false;
        with(&text, |compilation, _| {
            let register = register(&compilation.model.posture, ACME);
            assert_eq!((register[0].level, register[0].is_above), (8, Some(true)));
            neglected = register[0].is_neglected();
            assert_eq!(codes(compilation).contains(&"XW0813"), neglected);
        });
        neglected
    };
    assert!(neglected("", ""));
    assert!(neglected("  treatment mitigate", ""));
    assert!(!neglected("  treatment mitigate", "      treats fire"));
    assert!(!neglected("", "      treats fire"));
    assert!(!neglected("  treatment accept", ""));
    // What waits for itself never begins, and neither does what waits for that.
    let never = "      treats fire\n      after  other\n    }\n    initiative other \"Other\" {\n      effort 1d\n      after  it";
    assert!(neglected("", never));
}

#[test]
fn technology_is_told_by_function_and_kind() {
    with(
        "technology lock \"Lock\" {\n  kind iam\n  supports PR.A1, PR.A2\n  feeds eye\n}
technology eye \"Eye\" {\n  kind siem\n  supports PR.A1\n  feeds lock\n}
technology box \"Box\" {\n  kind backup\n  supports PR.B\n}\n",
        |compilation, _| {
            let model = &compilation.model;
            let found = landscape(model, ACME);
            let technology = |id| model.posture.technologies[id].name;
            let kinds: Vec<Vec<&str>> = found
                .capabilities
                .iter()
                .map(|capability| capability.kinds.iter().map(|(kind, _)| *kind).collect())
                .collect();
            assert_eq!(kinds, [vec!["backup", "iam", "siem"], vec![]]);
            let isolated: Vec<_> = found.isolated.iter().map(|id| technology(*id)).collect();
            assert_eq!(isolated, ["box"]);
            let single: Vec<_> = found
                .single
                .iter()
                .map(|(control, id)| (model.controls[*control].identifier, technology(*id)))
                .collect();
            assert_eq!(single, [("PR.A2", "lock"), ("PR.B", "box")]);
            let circles: Vec<Vec<_>> = found
                .circles
                .iter()
                .map(|circle| circle.iter().map(|id| technology(*id)).collect())
                .collect();
            assert_eq!(circles, [["eye", "lock"]]);
            assert_eq!(
                codes(compilation),
                ["XW0814", "XW0815", "XW0816", "XW0817", "XW0842"]
            );
        },
    );
}

#[test]
fn steps_are_counted_and_what_is_not_applicable_needs_no_playbook() {
    with(
        "technology edr \"EDR\" {\n  kind edr\n}
role desk \"Desk\" {\n}
playbook plan \"Plan\" {
  supports RS.A
  step \"Isolate\" automated by edr
  step \"Search\" automated by nothing-declared
  step \"Call\" manual by desk
}\n",
        |compilation, _| {
            let newest = CurrentState::newest(&compilation.model.posture, ACME, today());
            let found = preparedness(&compilation.model, ACME, &newest);
            let uncovered: Vec<_> = found
                .uncovered
                .iter()
                .map(|control| compilation.model.controls[*control].identifier)
                .collect();
            assert_eq!(uncovered, ["RS.B"]);
            let (_, steps) = found.playbooks[0];
            assert_eq!((steps.all, steps.automated, steps.undeclared), (3, 1, 1));
            assert_eq!(steps.automated_share().map(Share::basis_points), Some(3333));
        },
    );
}

#[test]
fn incidents_are_measured_line_by_line() {
    let csv = "case,began,seen,over
1,2026-05-01T08:00:00Z,2026-05-01T10:10:00+02:00,2026-05-01T09:10:00Z
2,2026-05-02T08:00:00Z,2026-05-02T08:20:00Z,
3,2026-05-03,,
4,soon,2026-05-04T08:00:00Z,2026-05-04T07:00:00Z
5,2026-03-29T01:49,2026-03-29T03:15,2026-03-29T05:00:00Z
6,2026-05-02T08:00:00+02:00,2026-05-02T08:10,
7,2026-11-23T23:00:00Z,,
8,2028-01-01T00:00:00Z,,
";
    with(
        "playbook plan \"Plan\" {\n  detect within 2h\n  measured \"i.csv\" occurred \"began\" detected \"seen\" responded \"over\"\n}\n",
        |compilation, sources| {
            let files = beside(sources, "i.csv", csv);
            let (_, playbook) = compilation.model.posture.playbooks.iter().next().unwrap();
            let found = incidents(playbook, &files, today()).unwrap();
            assert_eq!(found.count, 8);
            // Two are open; one of them for less than the limit of two hours.
            let detect = &found.detect;
            assert_eq!((detect.open, detect.overdue, detect.late), (2, 1, 0));
            assert_eq!(detect.oldest, Date::new(2026, 5, 3));
            assert_eq!(detect.is_kept, Some(false));
            assert_eq!(found.without_zone, Vec::<u64>::new());
            let detect = found.detect.statistics.unwrap();
            assert_eq!(
                (
                    detect.count,
                    detect.mean,
                    detect.median,
                    detect.percentile_90
                ),
                // Lines 5 and 6 are left out whole: two of their times cannot be held against each other.
                (2, 900, 900, 1200)
            );
            assert_eq!(
                found.respond.statistics.map(|it| (it.count, it.mean)),
                Some((1, 3600))
            );
            let faults: Vec<String> = found
                .faults
                .iter()
                .map(|fault| format!("{fault:?}"))
                .collect();
            assert_eq!(
                faults,
                [
                    "NoTime(5, \"began\", \"soon\")",
                    "Backwards(5, \"seen\", \"over\")",
                    "MixedZones(6, \"seen\", \"over\")",
                    "MixedZones(7, \"seen\", \"began\")",
                    "Future(9, \"began\", \"2028-01-01\")"
                ]
            );
        },
    );
}

#[test]
fn evidence_can_be_wrong_in_five_ways_at_once_or_in_none() {
    let evidence = |collected: &str, more: &str| {
        format!(
            "evidence restore \"Restore\" {{\n  supports PR.A2\n  file \"r.json\"{more}\n  require \"/passed\" >= 9\n  collected {collected}\n  valid 30d\n}}\n"
        )
    };
    let other = format!(" digest \"{}\"", "0".repeat(64));
    let faults = |text: &str, json: Option<&str>| {
        let mut told = Vec::new();
        with(text, |compilation, sources| {
            let files = json.map_or_else(Files::default, |json| beside(sources, "r.json", json));
            let examined = examine(&compilation.model.posture, &files, today());
            told = examined[0].flaws.iter().map(|flaw| flaw.fault()).collect();
        });
        told
    };
    use DeficiencyKind::{Changed, Failing, FutureDated, Missing, Stale};
    let good = Some("{\"passed\": 9}");
    let bad = Some("{\"passed\": 8}");
    assert_eq!(faults(&evidence("2026-11-01", ""), good), []);
    assert_eq!(faults(&evidence("2026-11-24", ""), good), []);
    assert_eq!(faults(&evidence("2026-11-25", ""), good), [FutureDated]);
    assert_eq!(faults(&evidence("2026-10-25", ""), good), []);
    assert_eq!(faults(&evidence("2026-10-24", ""), good), [Stale]);
    assert_eq!(faults(&evidence("2026-11-01", ""), None), [Missing]);
    assert_eq!(faults(&evidence("2026-11-01", &other), good), [Changed]);
    assert_eq!(
        faults(&evidence("2026-10-01", &other), bad),
        [Stale, Changed, Failing]
    );
    assert_eq!(
        faults(&evidence("2027-10-01", &other), None),
        [Missing, FutureDated]
    );
    // Worked out by another program.
    let digest = " digest \"a247f8220bb0acc1502ffe3ffde3c01f27b51b40bbb14981826c9fb931cba2f7\"";
    assert_eq!(faults(&evidence("2026-11-01", digest), good), []);
}

#[test]
fn a_tier_is_unsupported_where_one_of_its_pieces_of_evidence_is_wrong() {
    let text = "evidence restore \"Restore\" {\n  supports PR.A2\n  file \"r.json\"\n  collected 2026-10-01\n}\n";
    with(text, |compilation, sources| {
        let posture = &compilation.model.posture;
        let unsupported = |files: &Files| {
            let examined = examine(posture, files, today());
            let (assessment, _) = posture.assessments.iter().next().unwrap();
            let found = xwalk::analysis::posture::unsupported(posture, assessment, &examined);
            let names = found
                .iter()
                .map(|found| compilation.model.controls[found.control].identifier);
            names.map(str::to_owned).collect::<Vec<_>>()
        };
        // By its own `supports`, and by the row that names it.
        assert_eq!(unsupported(&Files::default()), ["PR.A2", "PR.B"]);
        assert_eq!(
            unsupported(&beside(sources, "r.json", "{}")),
            Vec::<String>::new()
        );
    });
}

#[test]
fn of_an_assessment_that_another_replaced_nothing_is_asked_any_more() {
    let before = "role ciso \"CISO\" {\n  accountable PR, RS.B, RS.C\n  decides targets, mappings, risk-acceptance\n}
assessment before \"Before\" of small@1 {\n  assessed 2025-09-30\n  achieved-from 2\n  RS.A not-applicable\n  RS.B not-applicable\n  PR.A2 tier 3\n}\n";
    with(before, |compilation, _| {
        let newest = CurrentState::newest(&compilation.model.posture, ACME, today());
        let accountability = governance(&compilation.model, ACME, &newest).accountability;
        let names = accountability
            .controls
            .iter()
            .map(|answers| compilation.model.posture.assessments[answers.assessment].name);
        assert!(names.into_iter().all(|name| name == "now"));
        // What was not applicable before is applicable now, and wants a playbook.
        let uncovered = preparedness(&compilation.model, ACME, &newest).uncovered;
        let uncovered: Vec<_> = uncovered
            .into_iter()
            .map(|control| compilation.model.controls[control].identifier)
            .collect();
        assert_eq!(uncovered, ["RS.A", "RS.B"]);
    });
}

#[test]
fn where_two_of_decisions_committee_and_escalation_are_declared_the_third_is_missed() {
    let board = "role board \"Board\" {\n  accountable PR, RS\n}
role ciso \"Officer\" {\n  reports-to board\n  represents it, legal, compliance, risk, business\n}\n";
    let decides = "role chief \"Chief\" {\n  reports-to board\n  decides risk-acceptance, targets, mappings\n}\n";
    let committee = "committee steering \"Steering\" {\n  members ciso\n}\n";
    let escalation = "escalation major \"Major\" {\n  ciso -> board within 1h\n}\n";
    let governance = |text: &str| {
        let mut found = Vec::new();
        with(&format!("{board}{text}"), |compilation, _| {
            found = codes(compilation);
            found.retain(|code| ["XW0807", "XW0809", "XW0811"].contains(code));
        });
        found
    };
    for one in [decides, committee, escalation] {
        assert!(governance(one).is_empty(), "{one}");
    }
    for (two, missed) in [
        ([committee, escalation], "XW0807"),
        ([decides, escalation], "XW0809"),
        ([decides, committee], "XW0811"),
    ] {
        assert_eq!(governance(&two.concat()), [missed]);
    }
    assert!(governance(&[decides, committee, escalation].concat()).is_empty());
}

#[test]
fn an_organization_that_is_only_sketched_is_left_in_peace() {
    with("", |compilation, _| {
        assert_eq!(codes(compilation), Vec::<&str>::new());
    });
    let sketch = "organization acme \"Acme\" {\n  baseline iso-ts-27103@2026\n}
role desk \"Desk\" {\n  accountable ID.AM\n  decides targets\n}
technology edr \"EDR\" {\n  kind edr\n  supports PR.PT.f\n}\n";
    let sources = sources([("own.xwalk", sketch)]);
    let compilation = compile(&sources, &Levels::default());
    assert_eq!(codes(&compilation), Vec::<&str>::new());
}

pub(super) fn with(text: &str, look: impl FnOnce(&Compilation<'_>, &SourceMap)) {
    let sources = sources([("own.xwalk", format!("{PRELUDE}{text}"))]);
    look(&compile(&sources, &Levels::default()), &sources);
}

/// The codes of the findings on posture, in order.
pub(super) fn codes(compilation: &Compilation<'_>) -> Vec<&'static str> {
    let found = compilation.diagnostics.iter().map(|found| found.code.id);
    let mut codes: Vec<_> = found.filter(|id| id.starts_with("XW08")).collect();
    codes.sort_unstable();
    codes
}

fn beside(sources: &SourceMap, name: &str, text: &str) -> Files {
    let mut files = Files::default();
    for (source, _) in sources.iter() {
        files.add(source, name, Ok(text.as_bytes().into()));
    }
    files
}

pub(super) fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}
