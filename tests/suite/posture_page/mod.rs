//! The posture page without a browser: that it says all that the export says, that its links lead somewhere, and that no
//! text can become markup.

mod example;
pub mod said;
mod true_words;

use std::collections::BTreeSet;

use serde_json::Value;
use xwalk::syntax::ast::Status;

pub use self::example::{BAIT, HOSTILE, PLAIN};
use self::said::{list, rows, text};
use crate::html::{assert_policy, open_at_end};
use crate::posture_export::{ALLOWED, Asked, FRAMEWORKS, emitted, emitted_of};

/// The page of a small sample.
pub fn sample(asked: Asked) -> String {
    let artifacts = emitted("posture-html", "", asked);
    String::from_utf8(artifacts[0].bytes.clone()).unwrap()
}

/// The word of the page for a verdict of the export.
fn word(verdict: &Value) -> String {
    match text(verdict) {
        "cannot-tell-draft" => "cannot tell (draft)".to_owned(),
        verdict => verdict.replace('-', " "),
    }
}

/// The words of the page for what a verdict rests on, or why nobody can tell.
fn because(because: &Value) -> &'static str {
    match text(because) {
        "achieved" => "assessed itself, at the threshold or above",
        "contained" => "is contained in: ",
        "together" => "is contained in what is asked together by: ",
        "children-met" => "all directly below are met, by: ",
        "below" => "assessed itself, below the threshold",
        "asks-for-more" => "asks for all of: ",
        "shares" => "shares something with: ",
        "not-applicable" => "not applicable, which proves nothing",
        "between-thresholds" => "between the threshold of the assessment",
        "related-only" => "only called related",
        "assessed-not-applicable" => "assessed itself as not applicable",
        "equal-not-applicable" => "asks for the same, which is not applicable, as: ",
        "unsupported" => "evidence does not hold",
        "only-below" => "shares something only with controls below the threshold",
        "not-assessed" => "not assessed",
        "rows-left-out" => "rows that name it are left out",
        "judged-below" => "judged by the controls below it",
        "unconnected" => "nothing is known that connects it with what is assessed",
        other => panic!("{other}"),
    }
}

/// What a control is called without its framework.
fn identifier(control: &Value) -> &str {
    text(control).split_once(':').unwrap().1
}

#[test]
fn every_verdict_of_the_export_stands_in_the_page_with_all_that_it_rests_on() {
    let rows = rows(&PLAIN.page);
    let mut verdicts = 0;
    for projection in list(&PLAIN.export["verdicts"]) {
        for control in list(&projection["controls"]) {
            let id = text(&control["control"]).replace(' ', "_");
            let row = rows.get(id.as_str()).unwrap_or_else(|| panic!("{id}"));
            let [_, verdict, proof] = &row[..] else {
                panic!("{row:?}");
            };
            let word = word(&control["verdict"]);
            assert!(verdict.ends_with(&format!(" {word}")), "{id}: {verdict}");
            let doubt = control.get("doubt").into_iter();
            for ground in list(&control["grounds"]).iter().chain(doubt) {
                assert!(proof.contains(because(&ground["because"])), "{id}: {proof}");
                let is_itself = ["achieved", "below", "assessed-not-applicable"]
                    .contains(&text(&ground["because"]));
                for control in list(&ground["controls"]).iter().filter(|_| !is_itself) {
                    assert!(proof.contains(identifier(control)), "{id}: {control}");
                }
                for row in list(&ground["rows"]) {
                    let (mapping, number) = text(row).split_once('/').unwrap();
                    let named = format!("row {number} of {mapping}");
                    assert!(proof.contains(&named), "{id}: {row}");
                }
                if let Some(status) = ground.get("status") {
                    assert!(proof.contains(text(status)), "{id}: {proof}");
                }
            }
            verdicts += 1;
        }
    }
    assert!(verdicts > 800, "{verdicts}");
}

#[test]
fn the_counts_of_all_frameworks_are_those_of_the_export() {
    let part = said::part(&PLAIN.page, "id=\"frameworks\"", "</section>");
    let lines = said::cells(part);
    for projection in list(&PLAIN.export["verdicts"]) {
        let tally = &projection["tally"];
        let total = tally["total"].to_string();
        let line = lines.iter().find(|line| {
            let counts = [
                "met",
                "not_met",
                "partly_evidenced",
                "not_applicable",
                "cannot_tell",
                "cannot_tell_draft",
                "contradiction",
            ];
            let counts = counts.map(|verdict| tally["counts"][verdict].to_string());
            let never = match projection["never_not_met"].as_bool() {
                Some(true) => format!("{} never", counts[1]),
                _ => counts[1].clone(),
            };
            // The share stands beside the first.
            line.len() == 11
                && line[1] == total
                && line[2].split(' ').next() == Some(&counts[0])
                && line[3] == never
                && line[4..9] == counts[2..]
        });
        assert!(line.is_some(), "{}: {lines:#?}", projection["framework"]);
    }
}

#[test]
fn every_gap_of_the_export_stands_in_the_page_with_every_input() {
    let rows = rows(&PLAIN.page);
    for gap in list(&PLAIN.export["gaps"]["ranked"]) {
        let row = &rows[format!("gap:{}", text(&gap["control"])).as_str()];
        let number = |name: &str| gap[name].to_string();
        let priority = &gap["priority"];
        let [above, below] = ["numerator", "denominator"].map(|name| priority[name].to_string());
        let turned = |of: &str| {
            let [lower, higher] = ["lower", "higher"].map(|by| &gap["ranks"][format!("{of}_{by}")]);
            format!("{lower} / {higher}")
        };
        assert_eq!(row[0], number("rank"));
        assert_eq!(row[2], format!("{} → {}", gap["current"], gap["target"]));
        assert_eq!(row[3], number("risk"));
        assert_eq!(row[5].split(' ').next().unwrap(), number("effort"));
        let fraction = if below == "1" {
            above
        } else {
            format!("{above}/{below}")
        };
        assert_eq!(row[6], fraction);
        assert_eq!(row[7], turned("risk"));
        assert_eq!(row[8], turned("effort"));
    }
}

#[test]
fn what_is_declared_by_a_name_has_its_place_and_what_was_assessed_too() {
    let rows = rows(&PLAIN.page);
    let export = &PLAIN.export;
    for (kind, all) in [
        ("risk", &export["risks"]),
        ("evidence", &export["evidence"]),
        ("role", &export["governance"]["roles"]),
        ("mapping", &export["mappings"]),
    ] {
        for one in list(all) {
            let id = format!("{kind}:{}", text(&one["name"]));
            let row = rows.get(id.as_str()).unwrap_or_else(|| panic!("{id}"));
            assert!(row[0].contains(text(&one["title"])), "{row:?}");
        }
    }
    for assessment in list(&export["assessments"]) {
        for control in list(&assessment["controls"]) {
            let row = &rows[format!("assessed:{}", text(&control["control"])).as_str()];
            let tier = control
                .get("current")
                .map_or("–".to_owned(), Value::to_string);
            assert_eq!(row[1], tier, "{row:?}");
        }
    }
    for mapping in list(&export["mappings"]) {
        let row = &rows[format!("mapping:{}", text(&mapping["name"])).as_str()];
        assert_eq!(row[1], text(&mapping["sha256"]));
    }
}

#[test]
fn every_link_leads_somewhere_and_no_address_stands_twice() {
    for page in [&PLAIN.page, &HOSTILE.page, &sample(ALLOWED)] {
        let ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len());
        for rest in page.split(" href=\"#").skip(1) {
            let target = rest.split('"').next().unwrap();
            let target = target.replace("%3C", "&lt;").replace("%3E", "&gt;");
            assert!(
                unique.contains(target.as_str()) || target == "everything",
                "{target}"
            );
        }
    }
}

#[test]
fn every_word_that_decides_leads_to_its_meaning() {
    let page = &PLAIN.page;
    for verdict in ["met", "not-met", "partly-evidenced", "cannot-tell"] {
        let link = format!("href=\"#def-posture-{verdict}\"");
        assert!(page.contains(&link), "{verdict}");
    }
    let convention = "that a tier means that something is fulfilled is a convention";
    assert!(page.contains(convention));
}

#[test]
fn every_element_is_closed_where_it_was_opened_and_nothing_comes_from_outside() {
    for page in [&PLAIN.page, &HOSTILE.page, &sample(ALLOWED)] {
        assert!(open_at_end(page).is_empty());
        assert_policy(page);
        assert_eq!(page.matches("</script>").count(), 1);
        for tag in page.split('<').filter_map(|tag| tag.split('>').next()) {
            assert!(!tag.contains("=\"http") || tag.starts_with("svg "), "{tag}");
            // What stands between quotes is text.
            let names: String = tag.split('"').step_by(2).collect();
            for outside in [" src=", " style=", " onclick=", "url(", "@import"] {
                assert!(!names.contains(outside), "{tag}");
            }
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let escaped = BAIT
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\'', "&#39;");
    // The organization, a role, a risk, a piece of evidence, an initiative, a technology, a playbook; most several times.
    assert!(HOSTILE.page.matches(&escaped).count() > 20);
    assert!(!HOSTILE.page.contains(BAIT));
    assert!(!HOSTILE.page.contains("<img"));
}

#[test]
fn the_same_workspace_makes_the_same_bytes() {
    let again = example::built(str::to_owned);
    assert!(again.page == PLAIN.page);
}

#[test]
fn there_is_a_page_for_each_organization_that_is_assessed_and_none_without() {
    let organization = |name| format!("organization {name} {{\n  baseline house@1\n}}\n");
    let assessment = |name| {
        format!(
            "assessment now of house@1 for {name} {{\n  assessed 2026-01-01\n  achieved-from 2\n  ACC-1 tier 2\n}}\n"
        )
    };
    let three = ["idle", "books", "shop"].map(organization).concat();
    let paths = |assessments: &str| -> Vec<String> {
        let artifacts = emitted_of("posture-html", &[FRAMEWORKS, &three, assessments], ALLOWED);
        artifacts.into_iter().map(|file| file.path).collect()
    };
    assert_eq!(paths(""), Vec::<String>::new());
    assert_eq!(paths(&assessment("shop")), ["posture.html"]);
    assert_eq!(
        paths(&["shop", "books"].map(assessment).concat()),
        ["posture-books.html", "posture-shop.html"]
    );
}

#[test]
fn what_rests_on_drafts_says_so_and_without_them_the_page_says_that_they_are_left_out() {
    let rests =
        "<a href=\"#def-claim-status\">draft</a> rows</strong>, which nobody has reviewed yet";
    let allowed = sample(ALLOWED);
    assert!(allowed.contains("<strong>Draft rows count here</strong>"));
    assert!(allowed.contains(rests));
    let reviewed = sample(Asked {
        allow_draft: false,
        status_floor: Status::Reviewed,
    });
    assert!(reviewed.contains("<strong>Drafts are left out</strong>"));
    assert!(!reviewed.contains(rests));
}
