//! Every way in which a workspace names a framework shows it; what is only history does not.

use xwalk::compile::compile;
use xwalk::diagnostic::{Levels, Severity};
use xwalk::report::{Choice, LeftOut};
use xwalk::source::{Origin, Source, SourceMap};

/// What comes with the program, made small.
const PROGRAM: &str = r#"
framework elm@1 "Elm" {
  E-1 "Elm one"
}
framework fir@1 "Fir" {
  F-1 "Fir one"
}
framework oak@1 "Oak" {
  O-1 "Oak one"
}
mapping elm-fir "Elm to Fir" from elm@1 to fir@1 {
  E-1 equal F-1
}
mapping fir-oak "Fir to Oak" from fir@1 to oak@1 {
  complete both
  F-1 equal O-1
}
"#;

const HOUSE: &str = r#"
framework house@1 "House" {
  tiers 1 "Seldom", 2 "Always"
  H-1 "House one"
}
"#;

const ORGANIZATION: &str = r#"
organization tenants "Tenants" {
  baseline house@1
}
role porter "Porter" {
  decides mappings
}
"#;

fn sources(own: &[&str]) -> SourceMap {
    let program = Source::new("program.xwalk", PROGRAM, Origin::Bundled);
    let own = own.iter().enumerate().map(|(at, text)| {
        let name = format!("{at}.xwalk");
        Source::new(name, (*text).to_owned(), Origin::Workspace)
    });
    SourceMap::new(std::iter::once(program).chain(own).collect())
}

/// The frameworks that are shown of a workspace, and the mappings that are not; fails if something is wrong with its text.
fn shown(own: &[&str]) -> (Vec<String>, Vec<String>) {
    let sources = sources(own);
    let compilation = compile(&sources, &Levels::default());
    let wrong = compilation.diagnostics.iter();
    let wrong: Vec<&str> = wrong
        .filter(|found| found.severity == Severity::Error)
        .map(|found| found.message.as_str())
        .collect();
    assert_eq!(wrong, Vec::<&str>::new(), "{own:#?}");
    let model = &compilation.model;
    let choice = Choice::Named {
        besides: Vec::new(),
    };
    let frameworks = choice.frameworks(model, &sources).into_iter();
    let left_out = LeftOut::of(model, &sources, &choice).mappings.into_iter();
    (
        frameworks.map(|id| model.frameworks[id].label()).collect(),
        left_out.map(str::to_owned).collect(),
    )
}

#[test]
fn every_way_of_naming_a_framework_shows_it() {
    let ways = [
        (
            "mapping m from house@1 to elm@1 { H-1 subset-of E-1 }",
            "elm@1",
        ),
        (
            "mapping m from elm@1 to house@1 { E-1 subset-of H-1 }",
            "elm@1",
        ),
        (
            "mapping m from elm@1 to oak@1 { E-1 overlaps O-1 }",
            "elm@1 oak@1",
        ),
        ("overlay o of oak@1 { O-1 \"Oak in our words\" }", "oak@1"),
        (
            "policy p { require coverage elm@1 by fir@1 full >= 1% }",
            "elm@1 fir@1",
        ),
        (
            "policy p for fir-oak { require note on subset-of }",
            "fir@1 oak@1",
        ),
        ("policy p { require complete fir-oak }", "fir@1 oak@1"),
        ("organization o { baseline oak@1 }", "oak@1"),
        (
            "organization o { baseline house@1\n adopts oak@1, elm@1 }",
            "elm@1 oak@1",
        ),
        (
            "organization o { baseline house@1\n accepts elm-fir digest \"DIGEST\" by r on 2026-01-01 \"Read\" }\nrole r { decides mappings }",
            "elm@1 fir@1",
        ),
        (
            "TENANTS assessment a of oak@1 { assessed 2026-01-01\n achieved-from 2\n default owner porter }",
            "oak@1",
        ),
        ("TENANTS role board { accountable oak@1:O-1 }", "oak@1"),
        (
            "TENANTS risk fire { threatens oak@1:O-1\n likelihood 2\n impact 3\n owner porter }",
            "oak@1",
        ),
        (
            "TENANTS technology alarm { kind siem\n supports oak@1:O-1 }",
            "oak@1",
        ),
        (
            "TENANTS playbook out { supports oak@1:O-1\n step \"Leave\" manual by porter }",
            "oak@1",
        ),
        (
            "TENANTS evidence book { supports oak@1:O-1\n file \"book.csv\"\n collected 2026-01-01\n owner porter }",
            "oak@1",
        ),
    ];
    for (way, named) in ways {
        let text = way.replace("TENANTS ", ORGANIZATION);
        let text = text.replace("DIGEST", &"0".repeat(64));
        let mut expected: Vec<&str> = named.split(' ').collect();
        expected.push("house@1");
        expected.sort_unstable();
        assert_eq!(shown(&[HOUSE, &text]).0, expected, "{way}");
    }
}

#[test]
fn the_mappings_between_what_is_named_are_shown_and_no_others() {
    let policy = "policy p { require coverage elm@1 by fir@1 full >= 1% }";
    let (frameworks, left_out) = shown(&[HOUSE, policy]);
    assert_eq!(frameworks, ["elm@1", "fir@1", "house@1"]);
    assert_eq!(left_out, ["fir-oak"]);
}

#[test]
fn a_framework_of_ones_own_that_replaces_one_is_ones_own() {
    let fir = "framework fir@1 \"Our fir\" { F-1 \"Fir one\" }";
    let (frameworks, left_out) = shown(&[fir]);
    assert_eq!(frameworks, ["fir@1"]);
    assert_eq!(left_out, ["elm-fir", "fir-oak"]);
}

#[test]
fn what_an_edition_succeeds_and_where_a_withdrawn_control_went_is_only_history() {
    let history = r#"
framework fir@2 "Fir" {
  succeeds fir@1
  F-1 "Fir one"
  withdrawn F-0 -> oak@1:O-1 "moved"
}
"#;
    assert_eq!(shown(&[history]).0, ["fir@2"]);
}

#[test]
fn whoever_declares_and_names_nothing_is_shown_all() {
    for own in [&[][..], &["// Nothing yet.\n"]] {
        let (frameworks, left_out) = shown(own);
        assert_eq!(frameworks, ["elm@1", "fir@1", "oak@1"]);
        assert_eq!(left_out, Vec::<String>::new());
    }
}
