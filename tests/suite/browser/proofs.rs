//! What is proved and what contradicts itself, in the browser.

use serde_json::json;
use xwalk::report::{ControlAt, FrameworkAt, Proved, Report};

use super::{CLAIMS, PAIR, assert_quiet, assert_shown, choose_in, written};
use crate::synthetic;
use crate::webdriver::Browser;

const PROVED: &str = ".view.current .forced";

/// The address of a control within the page.
fn address_of(report: &Report<'_>, control: ControlAt) -> String {
    let control = &report.controls[control];
    format!(
        "{}:{}",
        report.frameworks[control.framework].key, control.identifier
    )
}

/// The link to a proved pair.
fn link_to(report: &Report<'_>, pair: &Proved<'_>) -> String {
    let [source, target] = [pair.source, pair.target].map(|end| address_of(report, end));
    format!("#proved:{source}/{target}")
}

#[test]
fn the_list_of_proved_pairs_can_be_searched_filtered_and_sorted_apart_from_the_rows() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let report = synthetic::small();
    let file = written("proved", &report);
    browser.open(&file, "#pair:birch@1.0/cedar@2.0");
    let tally = report.proved_tallies()[&[1, 2].map(FrameworkAt)];
    let of_all = |count: usize| format!("{count} of {} shown", tally.pairs);
    assert_shown(&browser, PROVED, &of_all(tally.pairs));
    let rows = format!("return document.querySelector('{CLAIMS}') === null");
    assert_eq!(browser.run(&rows), true);

    let between = |pair: &&Proved<'_>| {
        [pair.source, pair.target].map(|end| report.controls[end].framework)
            == [1, 2].map(FrameworkAt)
    };
    let sharp = report.proved.values().filter(between);
    let sharp = sharp.filter(|pair| pair.relation != "overlaps").count();
    for (label, value, expected) in [
        ("Rationales", "mixed", tally.mixed),
        ("Rows behind it", "one", 0),
        ("Relation", "subset-of|intersects-with", sharp),
        ("Verdict", "LO", tally.pairs),
    ] {
        choose_in(&browser, PROVED, label, value);
        assert_shown(&browser, PROVED, &of_all(expected));
        choose_in(&browser, PROVED, label, "");
    }
    browser.keys(&format!("{PROVED} input[type=search]"), "no such words");
    assert_shown(&browser, PROVED, &of_all(0));
    browser.click(&format!("{PROVED} form button"));
    browser.click(&format!("{PROVED} tbody details summary"));
    let proof = format!(
        "return document.querySelector('{PROVED} .argument')?.innerText.includes('crosswalks/m1.xwalk:')"
    );
    browser.expect(&proof, true);
    browser.click(&format!("{PROVED} th:nth-child(4) button"));
    let header = format!("return document.querySelector('{PROVED} th:nth-child(4)').ariaSort");
    browser.expect(&header, "ascending");
    assert_quiet(&browser, &file);
}

#[test]
fn the_matrix_shows_what_is_stated_or_what_is_proved_and_never_both() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("matrices", &synthetic::small());
    browser.open(&file, PAIR);
    let links = "return [...document.querySelectorAll('.view.current .matrix td a:not(.verdict)')].map(link => link.hash.slice(1, 5))";
    for (value, kind) in [("0", "row-"), ("1", "prov")] {
        choose_in(&browser, ".view.current .matrix", "Shown entries", value);
        let links = browser.run(links);
        let links = links.as_array().unwrap();
        assert!(
            !links.is_empty() && links.iter().all(|link| link == kind),
            "{kind}"
        );
    }
    assert_quiet(&browser, &file);
}

#[test]
fn one_of_the_two_maps_is_shown_also_without_scripts_and_both_are_printed() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("maps", &synthetic::small());
    let disabled = |value| {
        browser.command(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": value }),
        );
    };
    let seen = "return ['basis-stated', 'basis-proved'].map(basis =>
        [...document.querySelectorAll('#overview > section > .' + basis)].filter(map => map.offsetParent !== null).length)";
    for without_scripts in [true, false] {
        disabled(without_scripts);
        browser.open(&file, "");
        disabled(false);
        assert_eq!(browser.run(seen), json!([2, 0]));
        browser.click("#basis-proved");
        browser.expect(seen, json!([0, 2]));
    }
    browser.command("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    assert_eq!(browser.run(seen), json!([2, 2]));
}

#[test]
fn a_disputed_row_leads_to_its_contradiction_and_back() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("contradiction", &synthetic::small());
    browser.open(&file, "#row-alder-m1-31");
    browser.click(".reached .left-out a");
    let reached = "return document.querySelector('.reached').id";
    browser.expect(reached, "contradiction-1");
    browser.click(".reached cite a");
    browser.expect(reached, "row-alder-m1-31");
    assert_quiet(&browser, &file);
}

#[test]
fn a_proof_opens_where_it_stands_and_at_the_other_end() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let report = synthetic::small();
    let mut pairs = report.proved.iter();
    let (at, pair) = pairs.find(|(_, pair)| pair.chains.len() == 2).unwrap();
    let file = written("proof", &report);
    // A link to the pair opens its proof.
    browser.open(&file, &link_to(&report, pair));
    let at_home = browser.text(".reached .argument");
    assert!(at_home.contains("together: ") && at_home.contains("crosswalks/m1.xwalk:"));
    let merits = browser.text(".reached .particulars");
    assert!(merits.contains("more exact than the rows on this pair, which say overlaps"));

    // At the other end it opens when it is asked for, and the address stays unique.
    browser.open(&file, &format!("#{}", address_of(&report, pair.target)));
    let entry = ".reached [data-proved]";
    let entry = format!("{entry}[data-proved=\"{}\"]", at.0);
    let link = format!("document.querySelector('{entry} summary')");
    browser.run(&format!("{link}.click()"));
    let elsewhere = format!("return document.querySelector('{entry} .argument')?.innerText");
    browser.expect(&elsewhere, at_home);
    let twice = browser.run(
        "return [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)",
    );
    assert_eq!(twice, json!([]));
    assert_quiet(&browser, &file);
}

#[test]
fn the_details_of_a_row_and_of_a_proof_lead_to_the_definitions_of_their_words() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let report = synthetic::small();
    let file = written("terms", &report);
    let pair = link_to(&report, report.proved.values().next_back().unwrap());
    let terms = [
        ("#row-alder-m2-4", "claim-status", "claim-strength"),
        (pair.as_str(), "proof-status", "proof-strength"),
    ];
    for (address, status, strength) in terms {
        browser.open(&file, address);
        let links = browser
            .run("return [...document.querySelectorAll('.reached a')].map(link => link.hash)");
        for term in [status, strength, "rationale-functional"] {
            let link = json!(format!("#def-{term}"));
            assert!(
                links.as_array().unwrap().contains(&link),
                "{address} {term}"
            );
        }
    }
    assert_quiet(&browser, &file);
}
