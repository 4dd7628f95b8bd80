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

/// How much of a page is left for the checker, which takes most of its time for what is hidden and for what stands
/// there a thousand times.
#[derive(Clone, Copy)]
pub(super) enum Depth {
    /// All of it, alike siblings but twice.
    Whole,
    /// The view that is open.
    View,
    /// The same, alike siblings but twice.
    Alike,
}

impl Depth {
    /// Takes away the rest.
    fn prepare(self, browser: &Browser) {
        if !matches!(self, Self::Whole) {
            browser.run(
                "document.querySelectorAll('.view:not(.current)').forEach(view => view.remove())",
            );
        }
        if !matches!(self, Self::View) {
            let lost = browser.run(&format!("{ALIKE} return lost;"));
            assert_eq!(lost, json!([]), "kinds of elements that are not left");
        }
    }
}

/// Elements are alike if they have the same name and attributes, a text or none, and the same elements in them, each
/// once or more often. Of attributes that lead somewhere or name something only counts that they are there.
const ALIKE: &str = "
    const NAMES = new Set(['id', 'href', 'title', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers']);
    const kindOf = element => {
      const attributes = [...element.attributes].map(({ name, value }) => NAMES.has(name) ? `${name} ${value !== ''}` : `${name}=${value}`);
      const text = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
      return [element.localName, text, ...attributes.sort()].join('\\n');
    };
    const kinds = () => new Set([...document.body.querySelectorAll('*')].map(kindOf));
    const numbers = new Map();
    const thin = element => {
      const seen = new Map(), own = kindOf(element);
      for (const child of [...element.children]) {
        const alike = thin(child), count = (seen.get(alike) ?? 0) + 1;
        seen.set(alike, count);
        if (count > 2) child.remove();
      }
      const key = [own, ...[...seen.keys()].sort()].join('\\n\\n');
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      return numbers.get(key);
    };
    const before = kinds();
    thin(document.body);
    const after = kinds();
    const lost = [...before].filter(kind => !after.has(kind));";

/// Which rules are asked for.
#[derive(Clone, Copy)]
pub(super) enum Rules {
    All,
    /// All but those on colours, which are those of a small page.
    Structure,
    /// What else there is to say does not depend on the light.
    Colours,
}

impl Rules {
    fn asked(self) -> &'static str {
        match self {
            Self::All => "runOnly: STANDARDS",
            Self::Structure => {
                "runOnly: STANDARDS, rules: Object.fromEntries(COLOURS.map(rule => [rule, { enabled: false }]))"
            }
            Self::Colours => "runOnly: COLOURS",
        }
    }
}

/// What is asked for in which light.
pub(super) const LIGHTS: [(&str, Rules); 2] = [("light", Rules::All), ("dark", Rules::Colours)];

/// Opens a view with all that folds, for the checker.
pub(super) fn lay_open((browser, axe): &(Browser, String), file: &Path, view: &str, depth: Depth) {
    browser.open(file, view);
    browser.run(
        "document.querySelectorAll('.view.current details').forEach(fold => { fold.open = true });
         document.querySelectorAll('article.control').forEach(article => { article.style.contentVisibility = 'visible' })",
    );
    depth.prepare(browser);
    browser.run(axe);
}

/// Looks at what stands at a selector of what is open.
pub(super) fn assert_accessible((browser, _): &(Browser, String), part: &str, rules: Rules) {
    let violations = browser.run_async(&format!(
        "const done = arguments[arguments.length - 1];
         const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
         const COLOURS = ['color-contrast', 'link-in-text-block'];
         axe.run('{part}', {{ {}, resultTypes: ['violations'], selectors: false }})
           .then(found => done(found.violations.map(entry => ({{ id: entry.id, help: entry.help, nodes: entry.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary) }}))));",
        rules.asked()
    ));
    assert_eq!(violations, json!([]), "{part}: {violations:#}");
}

#[test]
fn the_checker_finds_nothing_in_light_and_dark() {
    let Some(checker) = checker() else {
        return;
    };
    let file = written("axe", &synthetic::small());
    for view in VIEWS {
        lay_open(&checker, &file, view, Depth::View);
        for (scheme, rules) in LIGHTS {
            light(&checker.0, scheme);
            assert_accessible(&checker, "html", rules);
        }
    }
    lay_open(&checker, &file, "#everything", Depth::Whole);
    assert_accessible(&checker, "html", Rules::Structure);
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
    let looked_at =
        ["", "#overlap", "#gaps", "#methods", &pair].map(|view| (view, ".view.current"));
    for (view, part) in looked_at
        .into_iter()
        .chain([(control.as_str(), ".reached")])
    {
        lay_open(&checker, &file, view, Depth::Alike);
        assert_accessible(&checker, part, Rules::Structure);
    }
}
