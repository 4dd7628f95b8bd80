//! What initiatives change: laws on small models, and one workspace told to the last verdict.

use std::borrow::Cow;
use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use xwalk::analysis::Floor;
use xwalk::analysis::posture::{
    BurnUp, CurrentState, Projector, Tally, Verdict, Verdicts, WhatIf, changes, logic_of, schedule,
};
use xwalk::compile::compile;
use xwalk::diagnostic::{Levels, Severity};
use xwalk::model::posture::{
    AssessmentId, Initiative, InitiativeId, OrganizationId, Phase, Raise, Roadmap, RoadmapId,
};
use xwalk::model::{ControlId, Id as _, Model};
use xwalk::source::{Origin, Place, Source, SourceId, SourceMap, Span};
use xwalk::syntax::ast::{Date, Nesting, Status};

use crate::coverage::claims;
use crate::coverage::draft::{Claim, Draft};
use crate::harness;
use crate::posture_projection::assessed::{Tier, any_tier, model};
use crate::program::{write, xwalk};

const ACME: OrganizationId = OrganizationId(0);
const ROADMAP: RoadmapId = RoadmapId(0);
const NOWHERE: Place = Place {
    source: SourceId(0),
    span: Span { start: 0, end: 0 },
};
const COVERED: usize = 3;
const COVERING: usize = 3;
const NAMES: [&str; 4] = ["a", "b", "c", "d"];

/// What each initiative raises: the position of an assessed control, and the tier.
type Raises = Vec<Vec<(usize, u32)>>;

fn raises() -> impl Strategy<Value = Raises> {
    let one = prop::collection::vec((0..COVERING, 1..=4_u32), 0..3);
    prop::collection::vec(one, 1..=NAMES.len())
}

fn tiers() -> impl Strategy<Value = Vec<Tier>> {
    prop::collection::vec(any_tier(), COVERING)
}

/// The first control has the two others below it, or not.
fn draft(claims: Vec<Claim>, is_whole: bool) -> Draft {
    let mut draft = Draft::flat(COVERED, COVERING, claims);
    if is_whole {
        draft.nesting = Nesting::Whole;
        draft.depths = vec![0, 1, 1, 0, 0, 0];
    }
    draft
}

/// The model of a draft with a roadmap of these initiatives, which wait for nothing.
fn planned(draft: &Draft, tiers: &[Tier], raises: &Raises) -> Model<'static> {
    let mut model = model(draft, tiers);
    let end = InitiativeId::from_index(raises.len());
    let first = draft.covering().start;
    for (name, raises) in NAMES.into_iter().zip(raises) {
        let mut raises: Vec<Raise> = raises
            .iter()
            .map(|(at, to)| Raise {
                control: ControlId::from_index(first + at),
                to: *to,
                place: NOWHERE,
            })
            .collect();
        raises.sort_by_key(|raise| (raise.control, std::cmp::Reverse(raise.to)));
        raises.dedup_by_key(|raise| raise.control);
        model.posture.initiatives.push(Initiative {
            roadmap: ROADMAP,
            phase: 0,
            name,
            title: Cow::Borrowed(name),
            doc: None,
            raises,
            treats: Vec::new(),
            after: Vec::new(),
            effort: 1,
            owner: None,
            starts: None,
            lasts: None,
            place: NOWHERE,
        });
    }
    model.posture.roadmaps.push(Roadmap {
        organization: ACME,
        name: "way",
        title: Cow::Borrowed("Way"),
        doc: None,
        assessment: AssessmentId(0),
        phases: vec![Phase {
            name: "all",
            title: Cow::Borrowed("All"),
            doc: None,
            first_initiative: InitiativeId(0),
            end_initiative: end,
            place: NOWHERE,
        }],
        first_initiative: InitiativeId(0),
        end_initiative: end,
        place: NOWHERE,
    });
    model
}

/// Hands on what a model says of where its organization stands.
fn asked<'s, T>(model: &Model<'s>, ask: impl FnOnce(&Projector<'_, 's>, &CurrentState) -> T) -> T {
    let logic = logic_of(model, ACME, &Floor::of(Status::Draft), None);
    let projector = Projector::new(model, &logic, ACME);
    ask(
        &projector,
        &CurrentState::of(model, ACME, Date::new(2026, 11, 24).unwrap()),
    )
}

fn all(model: &Model<'_>) -> BTreeSet<InitiativeId> {
    model.posture.initiatives.ids().collect()
}

fn tallies(model: &Model<'_>, verdicts: &[Verdicts]) -> Vec<Tally> {
    verdicts.iter().map(|of_one| of_one.tally(model)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_step_of_the_burn_up_is_what_a_new_projection_says(
        claims in claims(COVERED, COVERING), is_whole: bool, tiers in tiers(), raises in raises()
    ) {
        let model = planned(&draft(claims, is_whole), &tiers, &raises);
        asked(&model, |projector, state| {
            let schedule = schedule(&model.posture, ROADMAP);
            let burn_up = BurnUp::of(&model, projector, state, &schedule);
            assert_eq!(burn_up.now, tallies(&model, &projector.verdicts(state)));
            assert_eq!(burn_up.steps.len(), raises.len());
            let mut by_then = state.clone();
            for step in &burn_up.steps {
                by_then.finish(&model, step.initiative);
                assert_eq!(step.tallies, tallies(&model, &projector.verdicts(&by_then)));
            }
        });
    }

    #[test]
    fn all_initiatives_at_once_lead_where_the_burn_up_ends(
        claims in claims(COVERED, COVERING), is_whole: bool, tiers in tiers(), raises in raises()
    ) {
        let model = planned(&draft(claims, is_whole), &tiers, &raises);
        asked(&model, |projector, state| {
            let schedule = schedule(&model.posture, ROADMAP);
            let burn_up = BurnUp::of(&model, projector, state, &schedule);
            let what_if = WhatIf::of(&model, projector, state, &all(&model));
            let after: Vec<Tally> = what_if.turned.iter().map(|it| it.after).collect();
            assert_eq!(after, burn_up.steps.last().unwrap().tallies);
            assert!(what_if.state.iter().eq(burn_up.state.iter()));
        });
    }

    #[test]
    fn the_order_of_initiatives_changes_nothing(
        claims in claims(COVERED, COVERING), is_whole: bool, tiers in tiers(), raises in raises()
    ) {
        let draft = draft(claims, is_whole);
        let turned: Raises = raises.iter().rev().cloned().collect();
        let [there, back] = [raises, turned].map(|raises| {
            let model = planned(&draft, &tiers, &raises);
            asked(&model, |projector, state| {
                let what_if = WhatIf::of(&model, projector, state, &all(&model));
                (what_if.moved, what_if.idle, what_if.turned, what_if.changed)
            })
        });
        prop_assert_eq!(there, back);
    }

    #[test]
    fn nothing_that_is_met_is_lost_and_every_change_is_told(
        claims in claims(COVERED, COVERING), is_whole: bool, tiers in tiers(), raises in raises()
    ) {
        let model = planned(&draft(claims, is_whole), &tiers, &raises);
        asked(&model, |projector, state| {
            let what_if = WhatIf::of(&model, projector, state, &all(&model));
            let (before, after) = (projector.verdicts(state), projector.verdicts(&what_if.state));
            let told: Vec<_> = what_if.changed.iter().map(|it| it.change).collect();
            assert_eq!(told, changes(&model, &before, &after));
            // A control that nobody had assessed may come to stand too low: that alone can contradict what was met.
            let found_low = what_if.moved.iter().any(|moved| moved.before.is_none());
            for changed in &what_if.changed {
                let contradicted = found_low && changed.change.after == Verdict::Contradiction;
                assert!(changed.change.before != Verdict::Met || contradicted);
                assert_eq!(changed.change.control, changed.after.control);
                assert_eq!(changed.change.after, changed.after.verdict);
            }
            for moved in &what_if.moved {
                assert!(moved.before < moved.after);
            }
        });
    }
}

const WORKSPACE: &str = r#"
framework b@1 "B" {
  tiers 1 "One", 2 "Two", 3 "Three", 4 "Four"
  B.1 "One"
  B.2 "Two"
  B.3 "Three"
  B.4 "Four"
}
framework t@1 "T" {
  T.1 "Contained in B.1"
  T.2 "What B.1 and B.2 ask together"
  T.3 "Shares with B.2"
  T.4 "Contains B.3"
  T.5 "Unknown"
}
framework u@1 "U" {
  U.1 "The same as B.1"
  U.2 "The same as B.3"
}
mapping b-t from b@1 to t@1 {
  status reviewed
  B.1       superset-of T.1
  B.1 + B.2 superset-of T.2
  B.2       intersects-with T.3
  B.3       subset-of T.4
}
mapping b-u from b@1 to u@1 {
  status draft
  B.1 equal U.1
  B.3 equal U.2
}
organization acme "Acme" {
  baseline b@1
  adopts t@1
  adopts u@1 achieved-from 4
  tolerance 9
}
role ciso "Officer" { }
risk loss "Loss" {
  threatens  B.1
  likelihood 3
  impact     4
}
assessment now "Now" of b@1 {
  assessed 2026-09-30
  achieved-from 3
  B.1 tier 1 -> 4
  B.2 tier 2 -> 4
  B.3 tier 1 -> 3
  B.4 not-applicable
}
roadmap way "Way" for now {
  phase all "All" {
    initiative first "First" {
      raises B.1 to 3
      treats loss
      effort 10d
      starts 2027-01-04
    }
    initiative second "Second" {
      after  first
      raises B.2, B.4 to 3
      effort 5d
    }
    initiative third "Third" {
      after  second
      raises B.1, B.3 to 4
      effort 5d
    }
  }
}
"#;

/// Hands on what these initiatives of the workspace change.
fn what_if<T>(names: &[&str], look: impl FnOnce(&Model<'_>, &WhatIf) -> T) -> T {
    let source = Source::new("a.xwalk", WORKSPACE.to_owned(), Origin::Workspace);
    let sources = SourceMap::new(vec![source]);
    let compilation = compile(&sources, &Levels::default());
    let errors = compilation.diagnostics.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    harness::all_well(errors.map(|one| format!("{one:#?}")));
    let model = &compilation.model;
    let initiatives = model.posture.initiatives.iter();
    let initiatives = initiatives.filter(|(_, one)| names.contains(&one.name));
    let initiatives = initiatives.map(|(id, _)| id).collect();
    asked(model, |projector, state| {
        look(model, &WhatIf::of(model, projector, state, &initiatives))
    })
}

/// One line for each verdict that changes.
fn told(names: &[&str]) -> Vec<String> {
    what_if(names, |model, what_if| {
        let changed = what_if.changed.iter();
        changed
            .map(|changed| {
                let name = |id: &ControlId| model.controls[*id].identifier;
                let grounds = changed.after.grounds.iter();
                let grounds = grounds.map(|ground| {
                    let controls: Vec<&str> = ground.controls.iter().map(name).collect();
                    let (because, status) = (ground.because, ground.status.word());
                    format!(" by {because:?} {} [{status}]", controls.join(" "))
                });
                format!(
                    "{} {} -> {}{}",
                    model.qualified(changed.change.control),
                    changed.change.before.word(),
                    changed.change.after.word(),
                    grounds.collect::<String>()
                )
            })
            .collect()
    })
}

#[test]
fn exactly_the_verdicts_that_an_initiative_changes_are_told() {
    assert_eq!(
        told(&["first"]),
        [
            "b@1:B.1 not met -> met by Achieved B.1 [final]",
            "t@1:T.1 cannot tell -> met by Contained B.1 [reviewed]",
            // What no longer stands below, and not yet at the stricter threshold.
            "u@1:U.1 not met -> cannot tell",
        ]
    );
    assert_eq!(
        told(&["second"]),
        [
            "b@1:B.2 not met -> met by Achieved B.2 [final]",
            "t@1:T.3 cannot tell -> partly evidenced by Shares B.2 [reviewed]",
        ]
    );
    assert_eq!(
        told(&["second", "first"]),
        [
            "b@1:B.1 not met -> met by Achieved B.1 [final]",
            "b@1:B.2 not met -> met by Achieved B.2 [final]",
            "t@1:T.1 cannot tell -> met by Contained B.1 [reviewed]",
            "t@1:T.2 cannot tell -> met by Together B.1 B.2 [reviewed]",
            "t@1:T.3 cannot tell -> partly evidenced by Shares B.2 [reviewed]",
            "u@1:U.1 not met -> cannot tell",
        ]
    );
    assert_eq!(
        told(&["third"]),
        [
            "b@1:B.1 not met -> met by Achieved B.1 [final]",
            "b@1:B.3 not met -> met by Achieved B.3 [final]",
            "t@1:T.1 cannot tell -> met by Contained B.1 [reviewed]",
            "t@1:T.4 not met -> partly evidenced by Shares B.3 [reviewed]",
            "u@1:U.1 not met -> met by Contained B.1 [draft]",
            "u@1:U.2 not met -> met by Contained B.3 [draft]",
        ]
    );
    assert_eq!(told(&[]), Vec::<String>::new());
}

#[test]
fn what_has_to_be_done_first_what_does_not_rise_and_what_is_treated_are_told() {
    what_if(&["third"], |model, what_if| {
        let name = |id: &InitiativeId| model.posture.initiatives[*id].name;
        let left_out = what_if.left_out.iter();
        let left_out: Vec<_> = left_out
            .map(|it| (name(&it.initiative), it.waiting.iter().map(name).collect()))
            .collect();
        let expected: [(&str, Vec<&str>); 2] =
            [("first", vec!["second"]), ("second", vec!["third"])];
        assert_eq!(left_out, expected);
        assert!(what_if.treated.is_empty() && what_if.idle.is_empty());
    });
    what_if(&["first", "second"], |model, what_if| {
        assert!(what_if.left_out.is_empty());
        let idle = what_if.idle.iter();
        let idle: Vec<&str> = idle.map(|id| model.controls[*id].identifier).collect();
        assert_eq!(idle, ["B.4"]);
        let treated = what_if.treated.iter();
        let treated: Vec<_> = treated
            .map(|it| (model.posture.risks[it.risk].name, it.by.len()))
            .collect();
        assert_eq!(treated, [("loss", 1)]);
    });
}

/// A folder with the workspace.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "acme.xwalk", WORKSPACE);
    folder
}

fn json(answer: &str) -> Value {
    serde_json::from_str(answer).unwrap()
}

#[test]
fn a_roadmap_is_told_with_its_dates_its_load_and_its_burn_up() {
    let folder = folder();
    let told = xwalk(folder.path(), &["roadmap"]).ended(0).out;
    assert!(
        told.contains("critical path: first -> second -> third"),
        "{told}"
    );
    let idle = "second does not raise B.4: not applicable, or at that tier by then";
    assert!(told.contains(idle), "{told}");
    let all = xwalk(folder.path(), &["roadmap", "way", "--all"])
        .ended(0)
        .out;
    assert!(all.contains("Verdicts on u@1"), "{all}");

    let document = json(
        &xwalk(folder.path(), &["roadmap", "--format", "json"])
            .ended(0)
            .out,
    );
    assert_eq!(document["schema"], "xwalk-roadmap");
    let first = &document["phases"][0]["initiatives"][0];
    assert_eq!(first["dates"]["earliest"]["begins"], "2027-01-04");
    assert_eq!(first["dates"]["earliest"]["over"], "2027-01-16");
    assert_eq!(first["dates"]["slack_days"], 0);
    assert_eq!(document["quarters"][0]["effort_days"], 20);
    let met: Vec<_> = document["after"].as_array().unwrap().iter().collect();
    let met: Vec<_> = met
        .iter()
        .map(|it| it["verdicts"]["t@1"]["met"].as_u64())
        .collect();
    assert_eq!(met, [Some(1), Some(2), Some(2)]);
}

#[test]
fn what_if_is_asked_by_the_names_of_initiatives() {
    let folder = folder();
    let told = xwalk(folder.path(), &["whatif", "third", "way/first"])
        .ended(0)
        .out;
    assert!(
        told.contains("what if only first, third are done"),
        "{told}"
    );
    assert!(told.contains("second: third waits for it"), "{told}");
    assert!(told.contains("not met -> partly evidenced"), "{told}");

    let answer = xwalk(folder.path(), &["whatif", "first", "--format", "json"])
        .ended(0)
        .out;
    let document = json(&answer);
    assert_eq!(document["schema"], "xwalk-what-if");
    assert_eq!(document["changed"].as_array().unwrap().len(), 3);
    assert_eq!(document["changed"][1]["control"], "t@1:T.1");
    assert_eq!(document["verdicts"]["t@1"]["after"]["met"], 1);

    let unknown = xwalk(folder.path(), &["whatif", "thrid"]).ended(2).err;
    assert!(unknown.contains("the nearest is `third`"), "{unknown}");
    let unknown = xwalk(folder.path(), &["roadmap", "ways"]).ended(2).err;
    assert!(unknown.contains("the nearest is `way`"), "{unknown}");
}
