//! What a checker of accessibility says of the page.

use std::path::Path;

use serde_json::json;
use xwalk::report::FrameworkAt;

use super::{VIEWS, light, written};
use crate::bundled_report::with_bundled;
use crate::skipped::skipped;
use crate::synthetic;
use crate::webdriver::Browser;

/// A browser and the text of axe-core; `None`, said aloud, where one of them is not there.
pub(super) fn checker() -> Option<(Browser, String)> {
    let Some(axe) = std::env::var_os("XWALK_AXE") else {
        skipped("XWALK_AXE does not name a copy of axe-core");
        return None;
    };
    let axe = std::fs::read_to_string(axe).unwrap();
    Some((Browser::start()?, axe))
}

/// How much of a page is looked at.
#[derive(Clone, Copy)]
pub(super) enum Depth {
    /// All of it.
    Whole,
    /// The view that is open: what is hidden beside it takes the checker most of its time.
    View,
    /// The same without its colours, which are those of a small page.
    Structure,
    /// The colours of the view that is open: what else there is to say does not depend on the light.
    Colours,
}

impl Depth {
    /// What is done before.
    fn prepared(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::View | Self::Structure | Self::Colours => {
                "document.querySelectorAll('.view:not(.current)').forEach(view => view.remove())"
            }
        }
    }

    /// The rules that are asked for.
    fn rules(self) -> &'static str {
        match self {
            Self::Whole | Self::View => "runOnly: STANDARDS",
            Self::Structure => {
                "runOnly: STANDARDS, rules: { 'color-contrast': { enabled: false } }"
            }
            Self::Colours => "runOnly: ['color-contrast', 'link-in-text-block']",
        }
    }
}

/// What is looked at in which light.
pub(super) const LIGHTS: [(&str, Depth); 2] = [("light", Depth::View), ("dark", Depth::Colours)];

/// Opens a view with all that folds, and looks at what stands at a selector.
pub(super) fn assert_accessible(
    (browser, axe): &(Browser, String),
    file: &Path,
    view: &str,
    (part, depth): (&str, Depth),
) {
    browser.open(file, view);
    browser.run(
        "document.querySelectorAll('.view.current details').forEach(fold => { fold.open = true });
         document.querySelectorAll('article.control').forEach(article => { article.style.contentVisibility = 'visible' })",
    );
    browser.run(depth.prepared());
    browser.run(axe);
    let violations = browser.run_async(&format!(
        "const done = arguments[arguments.length - 1];
         const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
         axe.run('{part}', {{ {}, resultTypes: ['violations'], selectors: false }})
           .then(found => done(found.violations.map(entry => ({{ id: entry.id, help: entry.help, nodes: entry.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary) }}))));",
        depth.rules()
    ));
    assert_eq!(violations, json!([]), "{view}: {violations:#}");
}

#[test]
fn the_checker_finds_nothing_in_light_and_dark() {
    let Some(checker) = checker() else {
        return;
    };
    let file = written("axe", &synthetic::small());
    for (scheme, depth) in LIGHTS {
        light(&checker.0, scheme);
        for view in VIEWS {
            assert_accessible(&checker, &file, view, ("html", depth));
        }
    }
    assert_accessible(&checker, &file, "#everything", ("html", Depth::Whole));
}

#[test]
fn the_checker_finds_nothing_in_the_bundled_frameworks() {
    let Some(checker) = checker() else {
        return;
    };
    let (file, pair, control) = with_bundled(|report| {
        let key = |framework: FrameworkAt| report.frameworks[framework].key.clone();
        // The pair with the shortest list, and the richest proof at the control that it starts from.
        let tallies = report.proved_tallies().into_iter();
        let ([one, other], _) = tallies.min_by_key(|(_, tally)| tally.pairs).unwrap();
        let richest = report.proved.values().max_by_key(|pair| pair.chains.len());
        let control = &report.controls[richest.unwrap().source];
        (
            written("axe-bundled", report),
            format!("#coverage:{}/{}", key(one), key(other)),
            format!("#{}:{}", key(control.framework), control.identifier),
        )
    });
    for view in ["", "#overlap", "#gaps", "#methods", &pair] {
        assert_accessible(&checker, &file, view, (".view.current", Depth::Structure));
    }
    assert_accessible(&checker, &file, &control, (".reached", Depth::Structure));
}
