//! Posture: what is read of it, and what is said of what cannot be read.

mod drawn;

use proptest::prelude::*;
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::model::posture::Agent;
use xwalk::source::{Origin, SourceId, SourceMap};
use xwalk::syntax::ast::posture::{AssessedTier, Decision, Party};
use xwalk::syntax::{ast, parse};
use xwalk::write::format;

use crate::harness::sources;
use crate::syntax::file;
use drawn::workspace;

const ORGANIZATION: &str = "organization acme \"Acme\" { baseline iso-ts-27103@2026 }\n";

const ASSESSMENT: &str =
    "assessment now of iso-ts-27103@2026 {\n  assessed 2026-09-30\n  achieved-from 3\n";

/// What is wrong with the workspace's own text, as code and message; not what the analysis of it finds.
fn found(sources: &SourceMap) -> Vec<String> {
    let compilation = compile(sources, &Levels::default());
    said(&compilation, sources)
}

fn said(compilation: &Compilation<'_>, sources: &SourceMap) -> Vec<String> {
    let own = |source: SourceId| sources.get(source).unwrap().origin == Origin::Workspace;
    compilation
        .diagnostics
        .iter()
        .filter(|found| own(found.primary.place.source) && found.code.id < "XW08")
        .map(|found| format!("{} {}", found.code.id, found.message))
        .collect()
}

fn found_in(text: &str) -> Vec<String> {
    found(&sources([("posture.xwalk", text)]))
}

/// What a value looks like, but for the places in it.
fn without_places(value: &impl std::fmt::Debug) -> String {
    let shown = format!("{value:?}");
    let mut rest = shown.as_str();
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("Span {") {
        kept.push_str(before);
        rest = after.split_once('}').unwrap().1;
    }
    kept + rest
}

#[test]
fn names_of_an_organization_are_linked_whatever_their_order() {
    let text = "
        playbook contain {
          detector edr
          step \"Isolate\" automated by edr
          step \"Inform\"  manual by ciso
        }
        roadmap next for now {
          phase one {
            initiative second { after first
              effort 3d
              treats loss }
            initiative first { raises ID.AM.a to 4
              effort 5d }
          }
        }
        assessment now of iso-ts-27103@2026 {
          assessed 2026-09-30
          achieved-from 3
          default owner ciso
          ID.AM.b not-applicable
          ID.AM.a tier 2 -> 4 evidence register
        }
        evidence register { file \"a.csv\"
          collected 2026-09-01
          valid 3mo }
        risk loss { likelihood 2
          impact 4
          owner ciso }
        technology edr { kind edr }
        role ciso { reports-to board
          represents risk, it
          decides mappings }
        role board { decides targets }
        organization acme { baseline iso-ts-27103@2026 }
    ";
    let sources = sources([("posture.xwalk", text)]);
    let compilation = compile(&sources, &Levels::default());
    assert_eq!(said(&compilation, &sources), Vec::<String>::new());
    let posture = &compilation.model.posture;
    let role = |name: &str| {
        posture
            .roles
            .iter()
            .find(|(_, role)| role.name == name)
            .unwrap()
    };
    let (ciso, board) = (role("ciso"), role("board"));
    assert_eq!(ciso.1.reports_to, Some(board.0));
    assert_eq!((ciso.1.is_board, board.1.is_board), (false, true));
    assert_eq!(ciso.1.represents, [Party::It, Party::Risk]);
    assert_eq!(board.1.decides, [Decision::Targets]);

    let (edr, _) = posture.technologies.iter().next().unwrap();
    let (_, playbook) = posture.playbooks.iter().next().unwrap();
    let by: Vec<Agent> = playbook.steps.iter().map(|step| step.by).collect();
    assert_eq!(
        by,
        [Agent::Automated(Some(edr)), Agent::Manual(Some(ciso.0))]
    );

    let (_, assessment) = posture.assessments.iter().next().unwrap();
    assert_eq!(assessment.default_owner, Some(ciso.0));
    let tier: Vec<AssessedTier> = assessment.controls.iter().map(|row| row.tier).collect();
    let (current, target) = (2, 4);
    assert_eq!(
        tier,
        [
            AssessedTier::Tier { current, target },
            AssessedTier::NotApplicable
        ]
    );
    let (register, evidence) = posture.evidence.iter().next().unwrap();
    assert_eq!(assessment.controls[0].evidence, [register]);
    assert_eq!(evidence.valid_until(), ast::Date::parse("2026-12-01"));

    let (roadmap, _) = posture.roadmaps.iter().next().unwrap();
    let initiatives: Vec<_> = posture.initiatives_of(roadmap).collect();
    assert_eq!(initiatives[0].1.after, [initiatives[1].0]);
    let (loss, risk) = posture.risks.iter().next().unwrap();
    assert_eq!(
        (initiatives[0].1.treats.as_slice(), risk.level()),
        ([loss].as_slice(), 8)
    );
}

#[test]
fn names_are_unique_within_an_organization_only() {
    let text = "
        organization acme { baseline iso-ts-27103@2026 }
        organization bolt { baseline nist-csf@2.0 }
        role ciso for acme { accountable ID.AM.a }
        role ciso for bolt { accountable ID.AM-01 }
        role board for bolt {}
    ";
    assert_eq!(found_in(text), Vec::<String>::new());
    let crossed = format!("{text}\n committee steering for acme {{ chair board }}");
    assert_eq!(
        found_in(&crossed),
        ["XW0702 there is no role `board` in `acme`"]
    );
    let unnamed = format!("{text}\n role board {{}}");
    assert_eq!(
        found_in(&unnamed),
        ["XW0703 the role `board` does not say to which organization it belongs"]
    );
    let twice = format!("{text}\n role ciso for acme {{}}");
    assert_eq!(found_in(&twice), ["XW0401 role `ciso` is declared twice"]);
}

#[test]
fn what_was_left_out_is_not_missed_a_second_time() {
    let text = format!(
        "{ORGANIZATION}risk loss {{ likelihood 3 }}\nevidence e {{ file \"x\"\n collected 2026-02-30 }}\n{ASSESSMENT}  ID.AM.a tier 2 evidence e\n}}\nroadmap r for now {{ phase p {{ initiative i {{ effort 1d\n treats loss\n after j }}\n initiative j {{}} }} }}"
    );
    assert_eq!(
        found_in(&text),
        [
            "XW0701 the risk `loss` has no `impact`",
            "XW0223 there is no date `2026-02-30`",
            "XW0701 the initiative `j` has no `effort`",
        ]
    );
    let without_baseline = "organization acme {}\nrole ciso { accountable X }\n";
    assert_eq!(
        found_in(without_baseline),
        ["XW0701 the organization `acme` has no `baseline`"]
    );
    let unreadable = "organization Acme { baseline iso-ts-27103@2026 }\nrole ciso for Acme {}\n";
    let codes: Vec<String> = found_in(unreadable)
        .iter()
        .map(|found| found[..6].to_owned())
        .collect();
    assert_eq!(codes, ["XW0210", "XW0210"]);
}

#[test]
fn one_wrong_row_of_an_assessment_hides_no_other() {
    let text = format!(
        "{ORGANIZATION}{ASSESSMENT}
  ID.AM.a 2 -> 4
  ID.AM.b Tier 2
  ID.AM.c tier: 2
  ID.AM.d tier 2 - 4
  ID.AM.e tier two
  ID.AM.f tier 2 -> 4 ownr ciso
  ID.GV.a tier 2 -> 9
  ID.GV.b tier 2 -> 4
}}"
    );
    let sources = sources([("posture.xwalk", text)]);
    let compilation = compile(&sources, &Levels::default());
    assert_eq!(
        said(&compilation, &sources),
        [
            "XW0701 `2` does not say which tier the control has",
            "XW0701 `Tier` does not say which tier the control has",
            "XW0701 `tier:` does not say which tier the control has",
            "XW0222 `-` does not join two tiers",
            "XW0222 `tier` takes a whole number from 0 to 1000, not `two`",
            "XW0232 an assessed control has no clause `ownr`",
            "XW0705 `iso-ts-27103@2026` has no tier 9",
        ]
    );
    let (_, assessment) = compilation.model.posture.assessments.iter().next().unwrap();
    assert_eq!(assessment.controls.len(), 1);
}

#[test]
fn requirements_say_where_they_look_and_what_they_want_to_see() {
    let evidence = |requirement: &str| {
        found_in(&format!(
            "{ORGANIZATION}evidence e {{\n file \"e.json\"\n collected 2026-10-01\n require {requirement}\n}}"
        ))
    };
    for right in [
        "\"/enrolled\" >= 98.5",
        "\"\" is \"yes\"",
        "column \"mfa\" is-not \"no\"",
        "column \"age\" < 90",
        "matches \"^signed\"",
    ] {
        assert_eq!(evidence(right), Vec::<String>::new(), "{right}");
    }
    for (wrong, said) in [
        (
            "\"enrolled\" >= 98",
            "XW0222 `enrolled` is not a JSON pointer",
        ),
        (
            "\"/enrolled\" >= \"98\"",
            "XW0222 `>=` takes a number such as `98`, not `\"98\"`",
        ),
        ("\"/enrolled\" = 98", "XW0201 `=` is not a comparison"),
        (
            "enrolled >= 98",
            "XW0225 `require` does not say where to look",
        ),
        (
            "\"/enrolled\" >= 98%",
            "XW0222 `>=` takes a number such as `98`, not `98%`",
        ),
    ] {
        assert_eq!(evidence(wrong), [said], "{wrong}");
    }
}

#[test]
fn durations_and_efforts_are_told_how_they_are_written() {
    let meets = |every: &str| {
        let text = format!("{ORGANIZATION}committee c {{ meets every {every} }}");
        let sources = sources([("posture.xwalk", text)]);
        let compilation = compile(&sources, &Levels::default());
        let found = compilation
            .diagnostics
            .iter()
            .find(|found| found.code.id == "XW0707");
        found.and_then(|found| found.help.clone())
    };
    for (written, meant) in [
        ("3 months", "3mo"),
        ("2weeks", "14d"),
        ("90 days", "90d"),
        ("1 quarter", "3mo"),
        ("4 hrs", "4h"),
    ] {
        assert_eq!(
            meets(written),
            Some(format!("write `{meant}`")),
            "{written}"
        );
    }
    assert!(meets("0d").is_some());
    assert_eq!(meets("90d"), None);
}

#[test]
fn rows_of_a_table_are_read_as_if_they_stood_in_the_text() {
    let text = format!(
        "{ORGANIZATION}role ciso {{}}\nevidence e {{ file \"e\"\n collected 2026-01-01 }}\nevidence f {{ file \"f\"\n collected 2026-01-01 }}\n"
    );
    let rows = "
  ID.AM.a tier 2 -> 4 risk 8 effort 20d owner ciso evidence e, f \"Reviewed, but \\\"rarely\\\"\"
  ID.AM.b tier 3 -> 4 effort 5d
  ID.AM.c not-applicable
}";
    let tables = [
        "control,tier,risk,effort,owner,evidence,note\r\nID.AM.a,2 -> 4,8,20d,ciso,\"e, f\",\"Reviewed, but \"\"rarely\"\"\"\r\nID.AM.b,3->4,,5,,,\r\nID.AM.c,not-applicable,,,,,\r\n",
        "Note;Evidence;Owner;Effort;Risk;Target;Tier;Control\n\"Reviewed, but \"\"rarely\"\"\";e f;ciso;20;8;4;2;ID.AM.a\n;;;5d;;4;3;ID.AM.b\n;;;;;;;\n;;;;;;not-applicable;ID.AM.c",
    ];
    let assessed = |sources: &SourceMap| {
        let compilation = compile(sources, &Levels::default());
        assert_eq!(said(&compilation, sources), Vec::<String>::new());
        let (_, assessment) = compilation.model.posture.assessments.iter().next().unwrap();
        let rows = assessment.controls.iter().map(|row| {
            let (tier, note) = (row.tier, row.note.clone());
            format!(
                "{:?} {tier:?} {:?} {:?} {:?} {:?} {note:?}",
                row.control, row.risk, row.effort, row.owner, row.evidence
            )
        });
        rows.collect::<Vec<_>>()
    };
    let expected = assessed(&sources([(
        "posture.xwalk",
        format!("{text}{ASSESSMENT}{rows}"),
    )]));
    assert_eq!(expected.len(), 3);
    for table in tables {
        let named = format!("{text}{ASSESSMENT}  rows from \"../in.csv\"\n}}");
        let files = [("posture/acme.xwalk", named.as_str()), ("in.csv", table)];
        assert_eq!(assessed(&sources(files)), expected);
    }
}

#[test]
fn what_is_wrong_in_a_table_is_told_by_line_and_column() {
    let table = "control,tier,owner,remark,efort\nID.AM.a,2,ciso,\nID.AM.x,3,,\nID.AM.b,two,,\nID.AM.c,,,\nID.AM.d,7,,\n,1,,\nID.AM.e,1,,a,b,c\nID.AM.f,3,,\nID.AM.f,3,,\nID.GV.a,\"3,,\n";
    let text = format!("{ORGANIZATION}role cisso {{}}\n{ASSESSMENT}  rows from \"in.csv\"\n}}");
    let sources = sources([("posture.xwalk", text.as_str()), ("in.csv", table)]);
    let compilation = compile(&sources, &Levels::default());
    let told = compilation.diagnostics.iter().filter_map(|found| {
        let place = found.primary.place;
        let at = sources.position(place);
        let table = sources.name(place.source) == "in.csv" && found.code.id < "XW08";
        table.then(|| {
            format!(
                "{}:{} {} {}",
                at.line, at.column, found.code.id, found.message
            )
        })
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "1:20 XW0713 the column `remark` is not read",
            "1:27 XW0712 there is no column `efort`",
            "2:11 XW0702 there is no role `ciso`",
            "3:1 XW0303 `ID.AM.x` is not a control of `iso-ts-27103@2026`",
            "4:9 XW0222 `tier` takes a whole number from 0 to 1000, not `two`",
            "5:1 XW0717 `ID.AM.c` has no tier, and counts as not assessed",
            "6:9 XW0705 `iso-ts-27103@2026` has no tier 7",
            "7:1 XW0701 this line names no control",
            "8:16 XW0712 this cell is beyond the last of the 5 columns",
            "10:1 XW0704 `ID.AM.f` is assessed twice",
            "11:9 XW0712 the quotation mark that begins this cell is never closed",
        ]
    );
    let (_, assessment) = compilation.model.posture.assessments.iter().next().unwrap();
    assert_eq!(assessment.controls.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn posture_that_is_formatted_says_the_same(items in workspace()) {
        let text = items.concat();
        let before = file(&text);
        let parsed = parse(SourceId(0), &before);
        prop_assert!(parsed.diagnostics.is_empty(), "{:#?}\n{text}", parsed.diagnostics);
        let formatted = format(&before).unwrap();
        let after = file(&formatted);
        let again = parse(SourceId(0), &after);
        prop_assert_eq!(without_places(&parsed.file), without_places(&again.file));
        prop_assert_eq!(format(&after).unwrap(), formatted);
    }

    #[test]
    fn the_order_of_declarations_changes_no_posture(items in workspace()) {
        let forwards = sources([("posture.xwalk", items.concat())]);
        let reversed: Vec<String> = items.iter().rev().cloned().collect();
        let backwards = sources([("posture.xwalk", reversed.concat())]);
        let one = compile(&forwards, &Levels::default());
        let other = compile(&backwards, &Levels::default());
        prop_assert_eq!(said(&one, &forwards), Vec::<String>::new());
        prop_assert_eq!(without_places(&one.model.posture), without_places(&other.model.posture));
    }

    #[test]
    fn a_damaged_construct_takes_no_other_with_it(
        items in workspace(),
        which in any::<prop::sample::Index>(),
        line in any::<prop::sample::Index>(),
        damage in prop::sample::select(vec!["", "{", "\"", "= ;", "}", "tier -> ->", "«x»"]),
    ) {
        // A doc comment stands before the keyword by which a construct is found again.
        let items: Vec<String> = items.iter().map(|item| item.replace("/// What it is.\n", "")).collect();
        let which = which.index(items.len());
        let mut damaged = items.clone();
        let mut lines: Vec<&str> = items[which].lines().collect();
        let line = line.index(lines.len());
        lines[line] = damage;
        damaged[which] = lines.join("\n") + "\n";
        let (whole, broken) = (file(&items.concat()), file(&damaged.concat()));
        let intact = parse(SourceId(0), &whole).file.items;
        let kept = parse(SourceId(0), &broken).file.items;
        let kept: Vec<String> = kept.iter().map(without_places).collect();
        for (at, item) in intact.iter().enumerate().filter(|(at, _)| *at != which) {
            prop_assert!(kept.contains(&without_places(item)), "item {at} is lost:\n{}", damaged.concat());
        }
    }
}
