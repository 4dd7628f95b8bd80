//! The page in a real browser: search, filters, links, keyboard, both lights, silence on the network.
//!
//! Skipped, said aloud, where Chromium is not installed; the tests of accessibility also where `XWALK_AXE` does not
//! name a copy of axe-core.

mod accessibility;
mod posture;
mod proofs;

use std::path::PathBuf;
use std::time::Instant;

use serde_json::{Value, json};
use xwalk::emit::html::{Templates, emit};
use xwalk::report::Report;

use crate::bundled_report::with_bundled;
use crate::synthetic;
use crate::webdriver::{Browser, ENTER, TAB};

/// Writes the page of a report where a browser can open it.
pub fn written(name: &str, report: &Report<'_>) -> PathBuf {
    let artifacts = emit(report, &Templates::default()).unwrap();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    std::fs::write(&path, &artifacts[0].bytes).unwrap();
    path
}

const PAIR: &str = "#pair:alder@0.0/birch@1.0";

/// One view of each kind.
const VIEWS: [&str; 9] = [
    "",
    PAIR,
    "#pair:birch@1.0/cedar@2.0",
    "#framework:alder@0.0",
    "#gaps",
    "#overlap",
    "#contradictions",
    "#methods",
    "#findings",
];
const CLAIMS: &str = ".view.current .claims";

/// The sentence that says how many rows are shown.
fn shown(browser: &Browser) -> String {
    browser.text(&format!("{CLAIMS} p.status"))
}

/// Waits until the sentence above a list says this.
fn assert_shown(browser: &Browser, list: &str, expected: &str) {
    let status = format!("return document.querySelector('{list} p.status')?.innerText");
    browser.expect(&status, expected);
}

/// Chooses an option of the filter with this label.
fn choose(browser: &Browser, label: &str, value: &str) {
    choose_in(browser, CLAIMS, label, value);
}

fn choose_in(browser: &Browser, list: &str, label: &str, value: &str) {
    browser.run(&format!(
        "const choice = document.querySelector('{list} select[aria-label=\"{label}\"]');
         choice.value = {}; choice.dispatchEvent(new Event('change'));",
        json!(value)
    ));
}

fn assert_quiet(browser: &Browser, file: &std::path::Path) {
    let complaints = browser.log("browser");
    assert!(complaints.is_empty(), "{complaints:#?}");
    for entry in browser.log("performance") {
        let message: Value = serde_json::from_str(entry["message"].as_str().unwrap()).unwrap();
        if message["message"]["method"] == "Network.requestWillBeSent" {
            let address = message["message"]["params"]["request"]["url"]
                .as_str()
                .unwrap();
            let own = address.starts_with(&format!("file://{}", file.display()));
            assert!(
                own || address.starts_with("data:") || address == "about:blank",
                "{address}"
            );
        }
    }
}

#[test]
fn the_list_of_rows_can_be_searched_filtered_and_sorted() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("list", &synthetic::small());
    browser.open(&file, PAIR);
    assert_shown(&browser, CLAIMS, "120 of 120 shown");

    browser.keys(&format!("{CLAIMS} input[type=search]"), "NOTE 117:");
    assert_shown(&browser, CLAIMS, "1 of 120 shown");
    browser.click(&format!("{CLAIMS} form button"));
    assert_shown(&browser, CLAIMS, "120 of 120 shown");

    for (label, value, expected) in [
        ("Relation", "related-to", "24 of 120 shown"),
        ("Status", "final", "40 of 120 shown"),
    ] {
        choose(&browser, label, value);
        assert_shown(&browser, CLAIMS, expected);
        choose(&browser, label, "");
    }
    for (label, value) in [("Function", "0"), ("Verdict", "LG")] {
        choose(&browser, label, value);
        let found = shown(&browser);
        assert!(
            found != "120 of 120 shown" && found != "0 of 120 shown",
            "{label}: {found}"
        );
        choose(&browser, label, "");
    }

    browser.click(&format!("{CLAIMS} th:nth-child(4) button"));
    let header = format!("return document.querySelector('{CLAIMS} th:nth-child(4)').ariaSort");
    browser.expect(&header, "ascending");
    let strength = format!("{CLAIMS} tbody tr:first-child td:nth-child(4)");
    assert_eq!(browser.text(&strength), "1");
    browser.click(&format!("{CLAIMS} th:nth-child(4) button"));
    browser.expect(&header, "descending");
    assert_eq!(browser.text(&strength), "9");
    assert_quiet(&browser, &file);
}

#[test]
fn the_matrix_can_be_filtered_to_holes() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("matrix", &synthetic::small());
    browser.open(&file, PAIR);
    let all = browser.text(".view.current .matrix p.status");
    browser.run(
        "const choice = document.querySelector('.view.current .matrix select[aria-label=\"Shown controls\"]');
         choice.value = 'GN'; choice.dispatchEvent(new Event('change'));",
    );
    let holes = browser.text(".view.current .matrix p.status");
    assert_ne!(all, holes);
    let verdicts = browser.run(
        "return [...document.querySelectorAll('.view.current .matrix td .verdict:first-child')].map(verdict => verdict.innerText.slice(2))",
    );
    let verdicts = verdicts.as_array().unwrap();
    assert!(!verdicts.is_empty());
    assert!(
        verdicts
            .iter()
            .all(|verdict| verdict == "gap" || verdict == "not reviewed")
    );
    assert_quiet(&browser, &file);
}

#[test]
fn a_link_leads_to_a_control_and_to_a_row() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("links", &synthetic::small());
    let within_sight = "const place = document.querySelector('.reached').getBoundingClientRect();
        return place.top >= 0 && place.top < innerHeight && place.height > 0";
    browser.open(&file, "#birch@1.0:F1.C1-02");
    browser.expect(
        "return document.querySelector('.reached').id",
        "birch@1.0:F1.C1-02",
    );
    browser.expect(within_sight, true);
    assert!(
        browser
            .text(".reached .path")
            .contains("frameworks/f1.xwalk:")
    );

    browser.open(&file, "#row-alder-m1-17");
    browser.expect(
        "return document.querySelector('.reached').id",
        "row-alder-m1-17",
    );
    browser.expect(within_sight, true);
    let row = browser.text(".reached");
    assert!(
        row.contains("Note 16:") && row.contains("crosswalks/m1.xwalk:28"),
        "{row}"
    );

    browser.open(&file, "#alder@0.0:Art._21(2)%3Cb%3E");
    browser.expect(within_sight, true);
    assert!(
        browser
            .text(".reached h3")
            .contains("</script><img src=x onerror=alert(1)>")
    );
    browser.open(&file, "#no-such-place");
    browser.expect(
        "return document.querySelector('.view.current').id",
        "overview",
    );
    assert_quiet(&browser, &file);
}

#[test]
fn a_control_is_found_by_its_identifier_with_the_keyboard_alone() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("keyboard", &synthetic::small());
    browser.open(&file, "");
    let focused = "return document.activeElement.id || document.activeElement.className";
    browser.press(TAB);
    browser.expect(focused, "skip");
    browser.press(TAB);
    browser.press(TAB);
    browser.expect(focused, "find");
    for letter in ["f", "1", ".", "c", "0", "-", "0", "1"] {
        browser.press(letter);
    }
    browser.expect(
        "return document.getElementById('find-status').innerText",
        "3 of 3 shown",
    );
    browser.press(ENTER);
    browser.expect(focused, "alder@0.0:F1.C0-01");
    browser.expect(
        "return decodeURIComponent(location.hash)",
        "#alder@0.0:F1.C0-01",
    );
    assert_quiet(&browser, &file);
}

#[test]
fn the_page_wears_the_light_of_the_system_until_another_is_chosen() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("light", &synthetic::small());
    browser.open(&file, "");
    let paper = "return getComputedStyle(document.body).backgroundColor";
    light(&browser, "light");
    let light_paper = browser.run(paper);
    light(&browser, "dark");
    let dark_paper = browser.run(paper);
    assert_ne!(light_paper, dark_paper);
    browser.run("const theme = document.getElementById('theme'); theme.value = 'light'; theme.dispatchEvent(new Event('change'))");
    browser.expect(paper, light_paper);
    assert_quiet(&browser, &file);
}

#[test]
fn without_scripts_the_essential_can_be_read() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("plain", &synthetic::small());
    browser.command(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    browser.open(&file, "");
    browser.command(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": false }),
    );
    let seen = browser.run("return document.body.textContent");
    let seen = seen.as_str().unwrap();
    for words in [
        "Coverage by function",
        "covered by",
        "Gaps: somebody looked",
        "F2.C1-02",
        "intersects-with",
    ] {
        assert!(seen.contains(words), "{words}");
    }
    let hidden = browser.run(
        "return [...document.querySelectorAll('.needs-script')].every(part => part.offsetParent === null)",
    );
    assert_eq!(hidden, true);
}

#[test]
fn nothing_runs_off_a_narrow_screen() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = written("narrow", &synthetic::small());
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
fn the_bundled_frameworks_can_be_read_view_by_view() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = with_bundled(|report| written("bundled", report));
    browser.open(&file, "");
    let views = browser.run(
        "return [...document.querySelectorAll('nav a')].map(entry => entry.getAttribute('href'))",
    );
    let views = views.as_array().unwrap();
    assert!(views.len() > 20, "{views:?}");
    browser.run("window.seen = document.querySelector('main').innerText");
    // From the first, which is open, to each of the others and back to it.
    for view in views.iter().skip(1).chain(views.first()) {
        browser.run(&format!(
            "window.before = window.seen; location.hash = {view}"
        ));
        browser.expect(
            "const seen = window.seen = document.querySelector('main').innerText;
             return seen !== window.before && seen.length > 100",
            true,
        );
    }
    assert_quiet(&browser, &file);
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "what is measured here depends on the machine, so it is shown, not judged"
)]
fn a_large_page_answers_quickly() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let started = Instant::now();
    let file = written("large", &synthetic::large());
    let written = started.elapsed();
    let size = std::fs::metadata(&file).unwrap().len();
    browser.open(&file, PAIR);
    let ready = browser.run(
        "const entry = performance.getEntriesByType('navigation')[0];
         return [Math.round(entry.domInteractive), Math.round(entry.domContentLoadedEventEnd), Math.round(entry.loadEventEnd)]",
    );
    let keystrokes = browser.run_async(&format!(
        "const done = arguments[arguments.length - 1];
         const times = [];
         const next = letters => {{
           const search = document.querySelector('{CLAIMS} input[type=search]');
           const from = performance.now();
           search.value += letters[0];
           search.dispatchEvent(new Event('input'));
           requestAnimationFrame(() => setTimeout(() => {{
             times.push(Math.round(performance.now() - from));
             if (letters.length > 1) next(letters.slice(1)); else done(times);
           }}));
         }};
         next('register 7');"
    ));
    eprintln!(
        "large page: {size} bytes written in {written:?}; interactive, ready, loaded after {ready} ms; keystrokes {keystrokes} ms; {}",
        shown(&browser)
    );
    assert_quiet(&browser, &file);
}

fn light(browser: &Browser, scheme: &str) {
    browser.command(
        "Emulation.setEmulatedMedia",
        &json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            // What would pass slowly from one light to the other is there at once.
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] }),
    );
}
