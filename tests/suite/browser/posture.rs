//! The posture page in a real browser: its three parts, the search among the verdicts, links, keyboard, both lights, paper.

use std::path::PathBuf;

use serde_json::json;

use super::accessibility::{Depth, LIGHTS, Rules, assert_accessible, checker, lay_open};
use super::{assert_quiet, light};
use crate::posture_export::ALLOWED;
use crate::posture_page::{BAIT, HOSTILE, PLAIN, sample};
use crate::webdriver::{Browser, TAB};

/// Every view.
const VIEWS: [&str; 4] = ["", "#lead", "#auditor", "#definitions"];

const STATUS: &str = "return document.getElementById('sift-status').innerText";

fn written(name: &str, page: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("posture-{name}.html"));
    std::fs::write(&path, page).unwrap();
    path
}

/// Says what is looked for among the verdicts.
fn sift(browser: &Browser, words: &str, framework: &str, verdict: &str) {
    browser.run(&format!(
        "const form = document.getElementById('sift');
         ['sift-words', 'sift-framework', 'sift-verdict'].forEach((id, at) => {{ document.getElementById(id).value = {}[at]; }});
         form.dispatchEvent(new Event('input'));",
        json!([words, framework, verdict])
    ));
}

#[test]
fn the_board_comes_first_and_every_entry_of_the_contents_leads_to_its_part() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("views", &PLAIN.page);
    browser.open(&file, "");
    let current = "return document.querySelector('.view.current').id";
    browser.expect(current, "board");
    assert!(browser.text("#board").contains("What needs a decision"));
    let entries = browser.run(
        "return [...document.querySelectorAll('nav a')].map(entry => entry.getAttribute('href'))",
    );
    for entry in entries.as_array().unwrap() {
        browser.run(&format!("location.hash = {entry}"));
        let id = entry.as_str().unwrap().trim_start_matches('#');
        let id = if id == "everything" { "board" } else { id };
        // What has been reached has the focus, and stands within sight.
        let within_sight = format!(
            "const place = document.getElementById({}), box = place.getBoundingClientRect();
             return document.activeElement === place && box.top < innerHeight && box.bottom > 0 && box.height > 0",
            json!(id)
        );
        browser.expect(&within_sight, true);
    }
    assert_quiet(&browser, &file);
}

#[test]
fn verdicts_are_found_by_words_by_framework_and_by_verdict() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("search", &PLAIN.page);
    browser.open(&file, "#auditor");
    let verdicts = PLAIN.export["verdicts"].as_array().unwrap();
    let controls = |framework: &str| {
        let of = verdicts
            .iter()
            .filter(|one| framework.is_empty() || one["framework"] == framework);
        of.flat_map(|one| one["controls"].as_array().unwrap())
            .collect::<Vec<_>>()
    };
    let all = controls("").len();
    let of_all = |count: usize| format!("{count} of {all} verdicts shown");
    browser.expect(STATUS, of_all(all));
    for (framework, verdict, word) in [
        ("nist-csf@2.0", "met", "met"),
        ("pci-dss@4.0.1", "cannot-tell", "cannot tell"),
        ("", "not-met", "not met"),
    ] {
        sift(&browser, "", framework, word);
        let expected = controls(framework)
            .iter()
            .filter(|one| one["verdict"] == verdict)
            .count();
        browser.expect(STATUS, of_all(expected));
    }
    sift(&browser, "no such words", "", "");
    browser.expect(STATUS, of_all(0));
    sift(&browser, "backups isolated", "iso-ts-27103@2026", "");
    browser.expect(STATUS, of_all(1));
    // A link to a verdict that the filters hide shows it.
    browser.run("location.hash = '#nist-csf@2.0:GV.OC-01'");
    browser.expect(
        "return document.querySelector('.reached').id",
        "nist-csf@2.0:GV.OC-01",
    );
    browser.expect(STATUS, of_all(all));
    assert_quiet(&browser, &file);
}

#[test]
fn a_gap_leads_to_its_verdict_and_back_and_its_owner_to_the_role() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("links", &PLAIN.page);
    let reached = "return document.querySelector('.reached').id";
    browser.open(&file, "#gap:iso-ts-27103@2026:DE.CM.d");
    browser.click(".reached .id");
    browser.expect(reached, "iso-ts-27103@2026:DE.CM.d");
    browser.expect(
        "return document.querySelector('.view.current').id",
        "auditor",
    );
    browser.run("document.querySelector('.reached a[href^=\"#gap:\"]').click()");
    browser.expect(reached, "gap:iso-ts-27103@2026:DE.CM.d");
    browser.run("document.querySelector('.reached a[href^=\"#role:\"]').click()");
    browser.expect(&format!("{reached}.startsWith('role:')"), true);
    assert_quiet(&browser, &file);
}

#[test]
fn the_keyboard_alone_leads_from_the_board_to_the_lead() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("keyboard", &PLAIN.page);
    browser.open(&file, "");
    let focused = "return document.activeElement.getAttribute('href')";
    browser.press(TAB);
    browser.expect(focused, "#main");
    for _ in 0..3 {
        browser.press(TAB);
    }
    browser.expect(focused, "#lead");
    browser.press(crate::webdriver::ENTER);
    browser.expect("return document.querySelector('.view.current').id", "lead");
    browser.expect("return document.activeElement.id", "lead");
    assert_quiet(&browser, &file);
}

#[test]
fn the_checker_finds_nothing_in_any_part_in_light_and_dark() {
    let Some(checker) = checker() else {
        return;
    };
    let file = written("axe", &sample(ALLOWED));
    for view in VIEWS {
        lay_open(&checker, &file, view, Depth::View);
        for (scheme, rules) in LIGHTS {
            light(&checker.0, scheme);
            assert_accessible(&checker, "html", rules);
        }
    }
    // What the sample lacks: technology, playbooks, many of everything.
    let file = written("axe-example", &PLAIN.page);
    for (view, part) in [
        ("#board", "#board"),
        ("#lead", "#technology, #playbooks, #gaps"),
    ] {
        lay_open(&checker, &file, view, Depth::View);
        assert_accessible(&checker, part, Rules::All);
    }
}

#[test]
fn nothing_runs_off_a_narrow_screen() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("narrow", &PLAIN.page);
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false }),
    );
    for view in VIEWS {
        browser.open(&file, view);
        browser.run("document.querySelectorAll('.view.current details').forEach(fold => { fold.open = true })");
        let wide = browser.run("return document.documentElement.scrollWidth");
        assert!(wide.as_u64().unwrap() <= 320, "{view}: {wide}");
    }
}

#[test]
fn the_board_is_printed_on_one_page_of_a4() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("paper", &PLAIN.page);
    browser.open(&file, "");
    let printed = browser.command("Page.printToPDF", &json!({ "preferCSSPageSize": true }));
    let pages = pages(printed["data"].as_str().unwrap());
    assert_eq!(pages, 1);
}

/// How many pages a PDF has, by the objects that say so in plain text.
fn pages(pdf: &str) -> usize {
    let pdf = base64(pdf);
    let pdf = String::from_utf8_lossy(&pdf);
    pdf.matches("/Type /Page\n").count()
}

fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits: Vec<usize> = text
        .chars()
        .filter_map(|letter| ALPHABET.find(letter))
        .collect();
    let groups = digits.chunks(4);
    groups
        .flat_map(|group| {
            let bits =
                group.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - group.len()));
            let bytes = [bits >> 16 & 0xff, bits >> 8 & 0xff, bits & 0xff];
            let bytes = bytes.map(|byte| u8::try_from(byte).unwrap());
            bytes.into_iter().take(group.len() - 1).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn without_scripts_all_parts_can_be_read_and_nothing_hostile_runs() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("plain", &HOSTILE.page);
    let scripts = |disabled| {
        browser.command(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": disabled }),
        );
    };
    scripts(true);
    browser.open(&file, "");
    scripts(false);
    let shown = browser.run(
        "return [...document.querySelectorAll('.view')].every(view => view.offsetParent !== null)",
    );
    assert_eq!(shown, true);
    let hidden = browser.run(
        "return [...document.querySelectorAll('.needs-script')].every(part => part.offsetParent === null)",
    );
    assert_eq!(hidden, true);
    browser.open(&file, "");
    assert!(browser.text("h1").contains(BAIT));
    assert_eq!(browser.run("return document.images.length"), 0);
    assert_quiet(&browser, &file);
}
