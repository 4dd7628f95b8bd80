//! Proofs that go through what the outputs leave out: they can be read all the same, and nothing in the page leads nowhere.

use serde_json::Value;
use xwalk::analysis::{self, analyse};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::emit::EMITTERS;
use xwalk::emit::html::Templates;
use xwalk::report::{Choice, Options, Report, build};
use xwalk::source::{Origin, Source, SourceMap};
use xwalk::syntax::ast::Date;

use crate::html::assert_links_lead_somewhere;
use crate::webdriver::Browser;
use crate::xlsx::book;

/// Two frameworks and the crosswalk between them, of which one is named; what is named besides comes of the other.
const PROGRAM: &str = r#"
framework law@1 "Law on doors" {
  L-1 "Doors are <locked>"
}
framework guild@7 "Rules of the guild of locksmiths and porters" {
  P-1 "Porters `lock` up & go"
  P-2 "Keys are kept"
}
mapping guild-law "Guild to law" from guild@7 to law@1 {
  P-1 equal L-1 "The law took it from the guild"
}
mapping guild-town "Guild to town" from guild@7 to town@1 {
  P-1 subset-of T-1
  P-2 equal T-2
}
framework town@1 "Town" {
  T-1 "Buildings are closed"
  T-2 "Keys"
}
"#;

const OWN: &str = r#"
framework house@1 "House" {
  H-1 "The porter locks the doors"
  H-2 "Something else"
}
mapping house-law "House to law" from house@1 to law@1 {
  H-1 equal L-1
}
policy town "Town" {
  require coverage house@1 by town@1 full >= 0%
}
"#;

fn with_report<T>(own: &[(&str, &str)], look: impl FnOnce(&Report<'_>) -> T) -> T {
    let own = own
        .iter()
        .map(|(name, text)| Source::new(*name, (*text).to_owned(), Origin::Workspace));
    let program = Source::new("program.xwalk", PROGRAM, Origin::Bundled);
    let sources = SourceMap::new(own.chain([program]).collect());
    let compilation = compile(&sources, &Levels::default());
    assert!(!compilation.has_errors(), "{:#?}", compilation.diagnostics);
    let facts = analyse(&compilation.model, analysis::Options::default());
    let options = Options {
        choice: Choice::Named {
            besides: Vec::new(),
        },
        ..Options::on(Date::new(2026, 11, 23).unwrap())
    };
    let (model, found) = (&compilation.model, &compilation.diagnostics);
    look(&build(model, &facts, &sources, found, &options))
}

/// The file of an output.
fn artifact(report: &Report<'_>, path: &str) -> Vec<u8> {
    let templates = Templates::default();
    let mut files = EMITTERS
        .iter()
        .flat_map(|emitter| (emitter.emit)(report, &templates).unwrap());
    files.find(|file| file.path == path).unwrap().bytes
}

fn text(report: &Report<'_>, path: &str) -> String {
    String::from_utf8(artifact(report, path)).unwrap()
}

/// The sentence that proves that the house closes its buildings.
const SENTENCE: &str = "`H-1` is equal to `L-1`, which is equal to `guild@7:P-1` (Porters 'lock' up & go), which is contained in `T-1`, so `H-1` is contained in `T-1`";

#[test]
fn a_proof_names_what_is_left_out_with_framework_and_title() {
    with_report(&[("own.xwalk", OWN)], |report| {
        let keys = report.frameworks.values().map(|one| one.key.as_str());
        assert_eq!(keys.collect::<Vec<_>>(), ["house@1", "law@1", "town@1"]);
        let mappings = report.mappings.values().map(|one| one.name);
        assert_eq!(mappings.collect::<Vec<_>>(), ["house-law"]);

        let table = text(report, "csv/proved.csv");
        assert!(table.contains(SENTENCE), "{table}");
        assert!(table.contains("guild-law (program.xwalk:10)"), "{table}");

        let document: Value = serde_json::from_str(&text(report, "crosswalk.json")).unwrap();
        let proved = document["proved"].as_array().unwrap().iter();
        let mut of_house = proved.filter(|pair| pair["source"] == "house@1:H-1");
        let pair = of_house.next().unwrap();
        assert_eq!(pair["target"], "town@1:T-1");
        let steps = &pair["chains"][0]["steps"];
        assert_eq!(steps[0].get("to_title"), None);
        assert_eq!(steps[1]["to"], "guild@7:P-1");
        assert_eq!(steps[1]["to_title"], "Porters `lock` up & go");
        assert_eq!(steps[1]["elsewhere"]["mapping"], "guild-law");

        let sheets = book::sheets(&artifact(report, "crosswalk.xlsx"));
        let cells = sheets.iter().flat_map(|(_, lines)| lines.iter().flatten());
        let told = SENTENCE.replace('`', "");
        assert!(cells.into_iter().any(|cell| cell.contains(&told)));
    });
}

#[test]
fn the_page_shows_such_a_proof_with_identifier_framework_and_title_and_no_dead_link() {
    with_report(&[("own.xwalk", OWN)], |report| {
        let page = text(report, "report.html");
        let step = "is equal to <b>P-1</b> <i>guild 7</i> (<span class=\"t\">Porters `lock` up &amp; go</span>)";
        assert!(page.contains(step), "{page}");
        assert!(page.contains("<cite>a row of guild-law, <code>program.xwalk:10</code></cite>"));
        // It is said anew where the argument goes on, by its name alone.
        assert!(!page.contains("#guild@7"));
        assert_links_lead_somewhere(&page);
    });
}

#[test]
fn in_the_browser_nothing_leads_nowhere() {
    let Some(browser) = Browser::start() else {
        return;
    };
    let file = with_report(&[("own.xwalk", OWN)], |report| {
        crate::browser::written("selection", report)
    });
    browser.open(&file, "#everything");
    let dead = "return [...document.querySelectorAll('a[href^=\"#\"]')].map(link => link.getAttribute('href').slice(1))
        .filter(id => id !== 'everything' && !document.getElementById(decodeURIComponent(id)))";
    browser.expect(dead, Value::Array(Vec::new()));
    let proof = "return [...document.querySelectorAll('.argument')].some(argument => argument.textContent.includes('P-1 guild 7 (Porters `lock` up & go)'))";
    browser.open(&file, "#proved:house@1:H-1/town@1:T-1");
    browser.expect(proof, true);
}

#[test]
fn no_order_of_files_changes_a_byte() {
    let (framework, rest) = OWN.split_once("mapping").unwrap();
    let rest = format!("mapping{rest}");
    let files = [("a.xwalk", framework), ("b.xwalk", rest.as_str())];
    let outputs = |files: &[(&str, &str)]| {
        with_report(files, |report| {
            let templates = Templates::default();
            let files = EMITTERS
                .iter()
                .flat_map(|emitter| (emitter.emit)(report, &templates).unwrap());
            files
                .map(|file| (file.path, file.bytes))
                .collect::<Vec<_>>()
        })
    };
    let [one, other] = files;
    assert!(outputs(&[one, other]) == outputs(&[other, one]));
}
