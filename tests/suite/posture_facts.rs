//! What is told of an organization's posture, in a few lines of the language.

use proptest::prelude::*;
use xwalk::analysis::Options;
use xwalk::analysis::posture::{
    Doubt, Facts, Files, Lack, Projection, RiskFrom, Turn, Verdict, examine,
};
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::{Levels, Severity};
use xwalk::model::posture::OrganizationId;
use xwalk::model::{ControlId, Model};
use xwalk::source::{Origin, Source, SourceMap};
use xwalk::syntax::ast::Date;

use crate::harness;

const ACME: OrganizationId = OrganizationId(0);

/// B is assessed; T is adopted, and U too, from a higher tier.
const FRAMEWORKS: &str = r#"
framework b@1 "B" {
  levels function > control
  tiers 1 "One", 2 "Two", 3 "Three", 4 "Four"
  F "First" {
    activity "Watch" on F.1, F.2
    indicator "All" on F
    F.1 "One"
    F.2 "Two"
    F.3 "Three"
  }
  G "Second" {
    G.1 "Four"
    G.2 "Five"
  }
}
framework t@1 "T" {
  T.1 "One"
  T.2 "Two"
  T.3 "Three"
}
framework u@1 "U" {
  tiers 1 "Low", 2 "High"
  U.1 "One"
  U.2 "Two"
}
organization acme "Acme" {
  baseline b@1
  adopts t@1
  adopts u@1 achieved-from 4
}
role ciso "Officer" { }
"#;

const ASSESSMENT: &str = r#"
assessment now "Now" of b@1 {
  assessed 2026-09-30
  achieved-from 3
  default risk 6 effort 10d
  F.1 tier 3 -> 4 risk 8 effort 20d
  F.2 tier 2 -> 3
  F.3 not-applicable
  G.1 tier 4
}
"#;

fn sources<'t>(texts: impl IntoIterator<Item = &'t str>) -> SourceMap {
    let texts = texts
        .into_iter()
        .enumerate()
        .map(|(at, text)| Source::new(format!("{at}.xwalk"), text.to_owned(), Origin::Workspace));
    SourceMap::new(texts.collect())
}

fn compiled(sources: &SourceMap) -> Compilation<'_> {
    let compilation = compile(sources, &Levels::default());
    let errors = compilation.diagnostics.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    harness::all_well(errors.map(|one| format!("{one:#?}")));
    compilation
}

fn day() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// What is told of Acme, with files that say what is right.
fn facts_of<'m, 's>(model: &'m Model<'s>, evidence_is_required: bool) -> Facts<'m, 's> {
    let mut files = Files::default();
    for (source, name) in Files::named(&model.posture) {
        files.add(source, name, Ok((*b"right").into()));
    }
    let examined = examine(&model.posture, &files, day());
    Facts::of(
        model,
        ACME,
        Options::default(),
        day(),
        &examined,
        evidence_is_required,
    )
}

/// Hands on what is told of Acme, given these texts besides the frameworks.
fn with<T>(texts: &[&str], look: impl FnOnce(&Model<'_>, &Facts<'_, '_>) -> T) -> T {
    let sources = sources([FRAMEWORKS].into_iter().chain(texts.iter().copied()));
    let model = compiled(&sources).model;
    look(&model, &facts_of(&model, false))
}

fn mapping(name: &str, ends: [&str; 2], rows: &str) -> String {
    let [from, to] = ends;
    format!("mapping {name} from {from} to {to} {{\n  status reviewed\n{rows}\n}}\n")
}

/// `T.1 met`, one line for each control of a framework.
fn verdicts(model: &Model<'_>, projections: &[Projection], framework: &str) -> Vec<String> {
    let is_meant = |one: &&Projection| model.frameworks[one.framework].label() == framework;
    let controls = projections
        .iter()
        .filter(is_meant)
        .flat_map(|one| &one.controls);
    controls
        .map(|one| {
            let identifier = model.controls[one.control].identifier;
            format!("{identifier} {}", one.verdict.word())
        })
        .collect()
}

#[test]
fn a_line_of_the_profile_stands_where_its_weakest_control_stands() {
    with(&[ASSESSMENT], |model, facts| {
        let profile = &facts.profiles[0];
        let lines: Vec<_> = profile
            .lines
            .iter()
            .chain([&profile.total])
            .map(|line| {
                let name = line
                    .control
                    .map_or("all", |id| model.controls[id].identifier);
                let tiers = (line.tier(), line.target.minimum());
                let counts = [line.assessed(), line.achieved, line.at_target];
                (name, tiers, counts, line.not_applicable, line.not_assessed)
            })
            .collect();
        assert_eq!(
            lines,
            [
                ("F", (Some(2), Some(3)), [2, 1, 0], 1, 0),
                ("G", (Some(4), Some(4)), [1, 1, 1], 0, 1),
                ("all", (Some(2), Some(3)), [3, 2, 1], 1, 1),
            ]
        );
    });
}

/// `requires evidence` in the assessment says the same as asking for it; what has none is no longer achieved.
#[test]
fn an_assessment_can_require_evidence_by_itself() {
    let evidence = "evidence fresh { supports F.1\n file \"list.txt\"\n collected 2026-10-01 }\n";
    let rows = mapping(
        "bt",
        ["b@1", "t@1"],
        "F.1 equal T.1\nG.1 equal T.2\nF.2 equal T.3",
    );
    let requires = ASSESSMENT.replace("achieved-from 3", "achieved-from 3\n  requires evidence");
    assert_ne!(requires, ASSESSMENT);
    with(&[&requires, evidence, &rows], |model, facts| {
        assert_eq!(
            verdicts(model, &facts.projections, "t@1"),
            // Achieved with evidence; claimed without any; admitted, for which none is needed.
            ["T.1 met", "T.2 cannot tell", "T.3 not met"]
        );
        let total = &facts.profiles[0].total;
        assert_eq!(
            (total.achieved, total.without_evidence),
            (1, total.assessed() - 1)
        );
    });
}

#[test]
fn each_framework_is_judged_by_its_own_threshold_where_that_is_stricter() {
    let to_t = mapping("bt", ["b@1", "t@1"], "F.1 equal T.1\nG.1 equal T.2");
    let to_u = mapping("bu", ["b@1", "u@1"], "F.1 equal U.1\nG.1 equal U.2");
    with(&[ASSESSMENT, &to_t, &to_u], |model, facts| {
        let of = |framework| verdicts(model, &facts.projections, framework);
        assert_eq!(of("t@1"), ["T.1 met", "T.2 met", "T.3 cannot tell"]);
        // F.1 stands between the two thresholds: a stricter one makes nothing false.
        assert_eq!(of("u@1"), ["U.1 cannot tell", "U.2 met"]);
        assert_eq!(
            of("b@1"),
            [
                // The children of F are only arranged in it: nothing follows for F.
                "F cannot tell",
                "F.1 met",
                "F.2 not met",
                "F.3 not applicable",
                "G cannot tell",
                "G.1 met",
                "G.2 cannot tell",
            ]
        );
    });
}

#[test]
fn assessments_of_several_frameworks_are_taken_together_and_contradict_each_other_openly() {
    let rows = mapping("bt", ["b@1", "t@1"], "F.1 equal T.1\nF.2 subset-of T.2");
    let own = "assessment of-t of t@1 {\n assessed 2026-10-01\n achieved-from 2\n T.1 tier 1\n T.3 tier 2\n}";
    with(&[ASSESSMENT, &rows, own], |model, facts| {
        let of = |framework| verdicts(model, &facts.projections, framework);
        assert_eq!(of("t@1"), ["T.1 contradiction", "T.2 not met", "T.3 met"]);
        assert_eq!(of("b@1")[1], "F.1 contradiction");
        let clash = &facts.projections[1].controls[0];
        assert_eq!(clash.grounds.len(), 2);
        assert_eq!(clash.grounds[0].because.verdict(), Verdict::Met);
        assert_eq!(clash.grounds[1].because.verdict(), Verdict::NotMet);
    });
}

#[test]
fn a_verdict_carries_the_best_status_by_which_it_can_be_shown() {
    let drafts =
        "mapping d from b@1 to t@1 {\n status draft\n F.1 equal T.1\n F.1 superset-of T.2\n}\n";
    let good = mapping("good", ["b@1", "t@1"], "F.1 superset-of|equal T.1");
    with(&[ASSESSMENT, drafts, &good], |model, facts| {
        let of_t = &facts.projections[1].controls;
        let status = |at: usize| of_t[at].grounds[0].status.word();
        assert_eq!(status(0), "reviewed");
        assert_eq!(status(1), "draft");
        let row = of_t[0].grounds[0].rows[0];
        assert_eq!(model.mappings[model.rows[row].mapping].name, "good");
    });
}

#[test]
fn a_condition_counts_where_it_holds_and_else_says_what_it_would_change() {
    let rows = mapping(
        "bt",
        ["b@1", "t@1"],
        "F.1 equal T.1 when \"cards\"\nG.1 superset-of T.2 when \"cards\"\nG.1 overlaps T.3",
    );
    with(&[ASSESSMENT, &rows], |model, facts| {
        let of_t = verdicts(model, &facts.projections, "t@1");
        assert_eq!(
            of_t,
            ["T.1 cannot tell", "T.2 cannot tell", "T.3 partly evidenced"]
        );
        let [condition] = facts.conditions.as_slice() else {
            panic!("one condition")
        };
        assert_eq!((condition.text, condition.holds), ("cards", false));
        assert_eq!(condition.rows.len(), 2);
        let would: Vec<_> = condition
            .would_change
            .iter()
            .map(|one| (model.controls[one.control].identifier, one.after.word()))
            .collect();
        assert_eq!(would, [("T.1", "met"), ("T.2", "met")]);
    });
    let holding = FRAMEWORKS.replace("adopts t@1\n", "adopts t@1\n  holds \"cards\"\n");
    let sources = sources([holding.as_str(), ASSESSMENT, &rows]);
    let model = compiled(&sources).model;
    let facts = facts_of(&model, false);
    let of_t = verdicts(&model, &facts.projections, "t@1");
    assert_eq!(of_t, ["T.1 met", "T.2 met", "T.3 partly evidenced"]);
    assert!(facts.conditions[0].holds && facts.conditions[0].would_change.is_empty());
}

#[test]
fn the_newest_assessment_of_a_framework_counts_and_is_compared_with_the_one_before() {
    let before = "assessment then of b@1 {\n assessed 2025-09-30\n achieved-from 3\n F.1 tier 2\n F.2 tier 3\n G.1 tier 4\n G.2 tier 1\n}";
    with(&[ASSESSMENT, before], |model, facts| {
        let names = facts.state.assessments.iter();
        let names: Vec<_> = names
            .map(|id| model.posture.assessments[*id].name)
            .collect();
        assert_eq!(names, ["now"]);
        let [benchmark] = facts.benchmarks.as_slice() else {
            panic!("one comparison")
        };
        let moved = benchmark.moved.iter();
        let moved: Vec<_> = moved
            .map(|one| {
                (
                    model.controls[one.control].identifier,
                    one.before,
                    one.after,
                )
            })
            .collect();
        assert_eq!(
            moved,
            [
                ("F.1", Some(2), Some(3)),
                ("F.2", Some(3), Some(2)),
                ("G.2", Some(1), None)
            ]
        );
        let counts = (benchmark.raised(), benchmark.lowered(), benchmark.same);
        assert_eq!(counts, (1, 1, 1));
    });
}

#[test]
fn a_risk_is_the_stated_one_else_the_greatest_that_threatens_else_the_default() {
    let risks = "risk small { threatens F\n likelihood 2\n impact 2\n treatment accept }\nrisk great { threatens F.2\n likelihood 3\n impact 5\n treatment accept }\n";
    let with_g = ASSESSMENT.replace("G.1 tier 4", "G.1 tier 1 -> 4 effort 1d");
    with(&[&with_g, risks], |model, facts| {
        let gaps = &facts.gaps.ranked;
        let told: Vec<_> = gaps
            .iter()
            .map(|gap| {
                let from = match gap.risk_from {
                    RiskFrom::Stated => "stated",
                    RiskFrom::Register(risk) => model.posture.risks[risk].name,
                    RiskFrom::Default => "default",
                };
                let control = model.controls[gap.control].identifier;
                (
                    control,
                    gap.risk,
                    from,
                    gap.effort,
                    gap.priority.to_string(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("G.1", 6, "default", 1, "18".to_owned()),
                ("F.2", 15, "great", 10, "3/2".to_owned()),
                ("F.1", 8, "stated", 20, "2/5".to_owned()),
            ]
        );
        // Effort is never less than a day.
        assert_eq!(gaps[0].turned, [1, 1, 1, 1]);
    });
}

#[test]
fn an_indicator_is_shown_when_all_that_it_names_is_achieved_and_supported() {
    let evidence = "evidence scan { supports F.1\n file \"scan.json\"\n collected 2026-10-01\n valid 30d }\nevidence list { supports F.2\n file \"list.json\"\n collected 2026-10-01 }\n";
    with(&[ASSESSMENT, evidence], |model, facts| {
        let [watch, all] = facts.indicators.as_slice() else {
            panic!("two of them")
        };
        let lacks = |one: &xwalk::analysis::posture::Indicator<'_, '_>| -> Vec<String> {
            let lacking = one.lacking.iter();
            let lacking = lacking.map(|it| {
                let what = match it.lack {
                    Lack::Below { tier, .. } => format!("tier {tier}"),
                    Lack::Faulty(_, fault) => fault.word().to_owned(),
                    other => format!("{other:?}"),
                };
                format!("{} {what}", model.controls[it.control].identifier)
            });
            lacking.collect()
        };
        assert_eq!(lacks(watch), ["F.1 stale", "F.2 tier 2"]);
        assert_eq!(
            lacks(all),
            [
                "F.1 stale",
                "F.2 tier 2",
                "F.3 NotApplicable",
                "F.3 NoEvidence"
            ]
        );
    });
    let enough = ASSESSMENT.replace("F.2 tier 2 -> 3", "F.2 tier 3");
    let fresh = evidence.replace("valid 30d", "valid 90d");
    with(&[&enough, &fresh], |_, facts| {
        assert!(facts.indicators[0].is_shown());
        assert!(!facts.indicators[1].is_shown());
    });
}

#[test]
fn where_evidence_is_required_a_claim_without_it_says_nothing_an_admission_counts_and_a_refuted_tier_says_the_contrary()
 {
    let evidence = "evidence stale { supports F.1, F.2\n file \"scan.json\"\n collected 2026-10-01\n valid 30d }\nevidence wrong { supports G.1\n file \"list.txt\"\n require matches \"left\"\n collected 2026-10-01 }\n";
    let rows = mapping(
        "bt",
        ["b@1", "t@1"],
        "F.1 equal T.1\nF.2 equal T.2\nG.1 equal T.3",
    );
    let sources = sources([FRAMEWORKS, ASSESSMENT, evidence, &rows]);
    let model = compiled(&sources).model;
    let of_t = |facts: &Facts<'_, '_>| verdicts(&model, &facts.projections, "t@1");
    let shown = facts_of(&model, false);
    assert_eq!(of_t(&shown), ["T.1 met", "T.2 not met", "T.3 met"]);
    let required = facts_of(&model, true);
    assert_eq!(
        of_t(&required),
        ["T.1 cannot tell", "T.2 not met", "T.3 not met"]
    );
    let doubt = &required.projections[1].controls[0].doubt;
    assert!(matches!(doubt, Some(Doubt::Unsupported(controls)) if controls.len() == 1));
    for facts in [&shown, &required] {
        assert_eq!(facts.profiles[0].total.unsupported, 3);
    }
}

/// The text of an assessment with gaps of these risks, distances and efforts.
fn with_gaps(gaps: &[(u32, u32, u32)]) -> String {
    let mut text = "framework many@1 \"Many\" {\n".to_owned();
    for at in 0..gaps.len() {
        text += &format!("  M.{at} \"M\"\n");
    }
    text += "}\norganization acme { baseline many@1 }\nassessment now of many@1 {\n assessed 2026-09-30\n achieved-from 3\n risk-scale 1 100\n";
    for (at, (risk, distance, effort)) in gaps.iter().enumerate() {
        let target = 1 + distance;
        text += &format!("  M.{at} tier 1 -> {target} risk {risk} effort {effort}d\n");
    }
    text + "}\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_gap_takes_the_rank_that_ranking_anew_gives_it(gaps in prop::collection::vec((1..=25_u32, 1..=4_u32, 1..=40_u32), 1..24)) {
        let text = with_gaps(&gaps);
        let sources = sources([text.as_str()]);
        let model = compile(&sources, &Levels::default()).model;
        let facts = facts_of(&model, false);
        let input = |control: ControlId| {
            let at: usize = model.controls[control].identifier[2..].parse().unwrap();
            gaps[at]
        };
        // Risk, distance and effort, in quarters; ranked by cross-multiplying.
        let rank = |turned: ControlId, turn: Option<Turn>| {
            let mut all: Vec<_> = model.controls.ids().map(|id| {
                let (risk, distance, effort) = input(id);
                let (mut above, mut below) = (u64::from(risk * distance) * 4, u64::from(effort) * 4);
                if id == turned {
                    match turn {
                        Some(Turn::RiskLower) => above = above / 4 * 3,
                        Some(Turn::RiskHigher) => above = above / 4 * 5,
                        Some(Turn::EffortLower) => below = (below / 4 * 3).max(4),
                        Some(Turn::EffortHigher) => below = below / 4 * 5,
                        None => {}
                    }
                }
                (above, below, id)
            }).collect();
            all.sort_by(|(above, below, id), (other_above, other_below, other)| {
                (other_above * below).cmp(&(above * other_below)).then(id.cmp(other))
            });
            1 + all.iter().position(|(.., id)| *id == turned).unwrap()
        };
        for (at, gap) in facts.gaps.ranked.iter().enumerate() {
            prop_assert_eq!(rank(gap.control, None), at + 1);
            for (turn, told) in Turn::ALL.into_iter().zip(gap.turned) {
                prop_assert_eq!(rank(gap.control, Some(turn)), told, "{:?} of {:?}", turn, gap);
            }
        }
    }
}

#[test]
fn no_order_of_files_and_declarations_changes_an_answer() {
    let to_t = mapping(
        "bt",
        ["b@1", "t@1"],
        "F.1 equal T.1\nF.2 subset-of T.2\nG.1 superset-of T.3",
    );
    let back = mapping(
        "ub",
        ["u@1", "b@1"],
        "U.1 equal F.1 + G.1\nU.2 subset-of F.1",
    );
    let texts = [FRAMEWORKS, ASSESSMENT, to_t.as_str(), back.as_str()];
    let told = |texts: &[&str]| {
        let sources = sources(texts.iter().copied());
        let model = compiled(&sources).model;
        let facts = facts_of(&model, false);
        format!("{:#?}", (&facts.projections, &facts.gaps, &facts.profiles))
    };
    let turned: Vec<&str> = texts.iter().rev().copied().collect();
    assert_eq!(told(&texts), told(&turned));
}
