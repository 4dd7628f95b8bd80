//! The page without a browser: its frame, its policy, its anchors, and that no text can become markup.

use sha2::{Digest as _, Sha256};
use xwalk::emit::html::{Templates, emit};
use xwalk::report::{FrameworkAt, Overlap, Report, RowAt, Table};

use crate::proof_report::report_on;
use crate::synthetic;

fn page(report: &Report<'_>) -> String {
    let artifacts = emit(report, &Templates::default()).unwrap();
    let paths: Vec<&str> = artifacts.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["report.html"]);
    String::from_utf8(artifacts[0].bytes.clone()).unwrap()
}

fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let (_, rest) = page.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

/// The tags of the page outside script and style, and whether they are well nested.
pub fn open_at_end(page: &str) -> Vec<String> {
    const VOID: [&str; 5] = ["meta", "link", "br", "input", "img"];
    let mut open: Vec<String> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').unwrap();
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if tag.starts_with('!') || VOID.contains(&name.as_str()) || tag.ends_with('/') {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(
                open.pop().as_deref(),
                Some(name.as_str()),
                "before {rest:.80}"
            );
            continue;
        }
        if name == "script" || name == "style" {
            let close = format!("</{name}>");
            rest = rest.split_once(&close).unwrap().1;
            continue;
        }
        open.push(name);
    }
    open
}

#[test]
fn every_element_of_the_page_is_closed_where_it_was_opened() {
    assert!(open_at_end(&page(&synthetic::small())).is_empty());
}

/// Fails unless the policy of a page allows its one style and its one script, and nothing else.
pub fn assert_policy(page: &str) {
    let policy = between(page, "Content-Security-Policy\" content=\"", "\">");
    let policy = policy.replace("&#x3D;", "=").replace("&#x27;", "'");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for (start, end, directive) in [
        ("<style>", "</style>", "style-src"),
        ("<script>", "</script>", "script-src"),
    ] {
        let digest = base64(&Sha256::digest(between(page, start, end)));
        let allowed = format!("{directive} 'sha256-{digest}';");
        assert!(policy.contains(&allowed), "{allowed} in {policy}");
    }
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("<style>").count(), 1);
}

#[test]
fn the_policy_allows_the_one_style_and_the_one_script_and_nothing_else() {
    assert_policy(&page(&synthetic::small()));
}

#[test]
fn nothing_is_loaded_and_nothing_runs_inline() {
    let page = page(&synthetic::small());
    let markup = page.replace(between(&page, "<script>", "</script>"), "");
    let markup = markup.replace(between(&page, "id=\"data\">", "</script>"), "");
    assert!(!markup.contains(" style=\""));
    assert!(!markup.contains("src=\"http"));
    assert!(!markup.contains("javascript:"));
    assert!(!markup.contains("@import") && !markup.contains("url(http"));
    for tag in markup.split('<').filter_map(|tag| tag.split('>').next()) {
        assert!(!tag.contains(" on") || !tag.contains("=alert"), "{tag}");
    }
    for link in markup.split("<link").skip(1) {
        assert!(link.starts_with(" rel=\"icon\" href=\"data:,\""));
    }
}

#[test]
fn hostile_text_stays_text() {
    let page = page(&synthetic::small());
    assert!(!page.contains("<img"));
    assert_eq!(page.matches("</script>").count(), 2);
    assert!(page.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; \u{5d0}\u{5d1}"));
    assert!(page.contains("\\u003c/script\\u003e\\u003cimg"));
}

#[test]
fn every_control_and_every_row_has_its_address_once() {
    let report = synthetic::small();
    let page = page(&report);
    for control in report.controls.values() {
        let key = &report.frameworks[control.framework].key;
        let identifier = control
            .identifier
            .replace(' ', "_")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let address = format!(" id=\"{key}:{identifier}\"");
        assert_eq!(page.matches(&address).count(), 1, "{address}");
    }
    for mapping in report.mappings.values() {
        for number in 1..=mapping.rows.len() {
            let address = format!(" id=\"row-{}-{number}\"", mapping.name);
            assert_eq!(page.matches(&address).count(), 1, "{address}");
        }
    }
}

#[test]
fn every_link_within_the_page_leads_somewhere() {
    assert_links_lead_somewhere(&page(&synthetic::small()));
}

/// Fails unless every link within a page leads to an address of it.
pub fn assert_links_lead_somewhere(page: &str) {
    let ids: std::collections::BTreeSet<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    for rest in page.split(" href=\"#").skip(1) {
        let target = rest.split('"').next().unwrap();
        let target = target.replace("%3C", "&lt;").replace("%3E", "&gt;");
        assert!(
            ids.contains(target.as_str()) || target == "everything",
            "{target}"
        );
    }
}

/// Two rationales say of `H-1` and `T-1` what the other one denies: two proofs of one pair.
const RATIONALES: &str = concat!(
    include_str!("../golden/rationales/frameworks.xwalk"),
    include_str!("../golden/rationales/words.xwalk"),
    include_str!("../golden/rationales/effects.xwalk"),
);

#[test]
fn two_proofs_of_one_pair_have_places_of_their_own_and_the_rows_are_not_disputed() {
    report_on(RATIONALES, |report| {
        let page = page(report);
        let mut ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id occurs twice");
        for id in [
            "proved:city@1:T-1/house@1:H-1",
            "proved:city@1:T-1/house@1:H-1/2",
        ] {
            assert!(ids.contains(&id), "{id} in {ids:#?}");
        }
        assert_eq!(report.contradictions.len(), 1);
        let entry = between(&page, "id=\"contradiction-1\"", "</article>");
        let told = "</a> (semantic, functional): the rows may be about different things, so all of them count";
        assert!(
            entry.contains(told) && !entry.contains("disputed"),
            "{entry}"
        );
        assert!(report.rows.values().all(|row| row.left_out.is_none()));
    });
}

#[test]
fn without_scripts_a_control_shows_relation_identifier_and_status_of_each_entry() {
    let report = synthetic::small();
    let page = page(&report);
    let row = &report.rows[RowAt(4)];
    let target = &report.controls[row.target.controls()[0]];
    let entry = between(&page, "id=\"row-alder-m1-5\">", "</li>");
    assert!(entry.contains(&*row.relation));
    assert!(entry.contains(target.identifier));
    assert!(entry.ends_with(row.status.word()));
}

#[test]
fn without_scripts_a_proof_stands_step_by_step_at_the_control_that_it_starts_from() {
    let report = synthetic::small();
    let page = page(&report);
    let pair = report.proved.values().find(|pair| pair.chains.len() == 2);
    let pair = pair.unwrap();
    let [source, target] = [pair.source, pair.target].map(|at| &report.controls[at]);
    let keys = [source, target].map(|end| report.frameworks[end.framework].key.as_str());
    let address = format!(
        "proved:{}:{}/{}:{}",
        keys[0], source.identifier, keys[1], target.identifier
    );
    let entry = between(&page, &format!("id=\"{address}\">"), "</details></li>");
    assert!(entry.contains("<summary>Proof</summary>"));
    assert_eq!(entry.matches("<ol>").count(), 2);
    for step in pair.chains.iter().flat_map(|chain| &chain.steps) {
        let row = step.row.as_ref().unwrap();
        assert!(entry.contains(step.verb) && entry.contains(&row.place));
        assert!(entry.contains(&format!(" of {}</a>", row.mapping)));
    }
    let (from, to) = (source.identifier, target.identifier);
    let follows = format!(
        "<p>so <b>{from}</b> <i>{}</i> does not contain <b>{to}</b>",
        report.frameworks[FrameworkAt(1)].short
    );
    let follows = if from == to {
        follows
    } else {
        format!("<p>so <b>{from}</b> does not contain <b>{to}</b></p>")
    };
    assert!(entry.contains(&follows), "{follows}");
    assert!(entry.contains(&format!("<p>together: <b>{from}</b>")));
    // At the other end the way to it.
    assert!(page.contains(&format!("<a href=\"#{address}\">Proof</a>")));
}

#[test]
fn a_proof_by_the_hierarchy_says_so_and_folds_away_behind_those_of_several_rows() {
    let report = synthetic::small();
    let page = page(&report);
    assert!(page.contains("by the hierarchy</cite>"));
    let folded = between(
        &page,
        "by one row and the hierarchy</summary>",
        "</ul></details>",
    );
    assert!(folded.contains("data-proved="));
}

#[test]
fn every_proved_pair_has_its_address_once_and_stands_at_both_ends() {
    let report = synthetic::small();
    let page = page(&report);
    assert!(!report.proved.is_empty());
    assert_eq!(page.matches(" id=\"proved:").count(), report.proved.len());
    for at in 0..report.proved.len() {
        let entries = page.matches(&format!("<li data-proved=\"{at}\"")).count();
        assert_eq!(entries, 2, "{at}");
    }
}

#[test]
fn what_is_proved_stands_in_no_list_of_what_is_stated() {
    let page = page(&synthetic::small());
    for list in page.split("<ul class=\"rows\">").skip(1) {
        let list = list.split("</ul>").next().unwrap();
        assert!(!list.contains("data-proved") && !list.contains("proved:"));
    }
}

#[test]
fn both_counts_stand_side_by_side_and_what_proofs_change_says_why() {
    let report = synthetic::small();
    let page = page(&report);
    let direction = between(&page, "id=\"coverage:birch@1.0/cedar@2.0\"", "</section>");
    let groups = "class=\"group\">From stated rows</th><th scope=\"colgroup\" colspan=\"6\" class=\"group proved\">With proofs</th>";
    assert!(direction.contains(groups));
    let whole = report.coverage_of(FrameworkAt(1), FrameworkAt(2)).unwrap();
    let (stated, proved) = (whole.stated, whole.proved.unwrap());
    assert!(proved.overlap > 0 && stated.overlap == 0);
    let all = between(direction, "<th scope=\"row\">All</th>", "</tr>");
    assert!(all.contains(&format!("<td class=\"n\">{}</td>", stated.not_reviewed)));
    assert!(all.contains(&format!("<td class=\"n differs\">{}</td>", proved.overlap)));
    let change = format!(
        "Proofs change the verdict on {} controls: {} from not reviewed to overlap",
        proved.overlap, proved.overlap
    );
    assert!(direction.contains(&change), "{change}");
    assert!(direction.contains("Proved to share something with a control"));
}

#[test]
fn a_pair_that_only_proofs_connect_has_a_page_that_says_so() {
    let report = synthetic::small();
    let page = page(&report);
    let view = between(
        &page,
        "id=\"pair:birch@1.0/cedar@2.0\"",
        "class=\"direction\"",
    );
    assert!(view.contains("No mapping is about the two directly"));
    let tally = report.proved_tallies()[&[1, 2].map(FrameworkAt)];
    assert!(view.contains(&format!(
        "<b>{}</b> pairs of controls are proved",
        tally.pairs
    )));
    assert!(view.contains(&format!("<b>{}</b> mix <a", tally.mixed)));
    assert!(!view.contains("aria-label=\"Rows\""));
}

#[test]
fn the_overview_maps_both_counts_and_counts_what_is_proved_apart() {
    let report = synthetic::small();
    let page = page(&report);
    let overview = between(&page, "id=\"overview\"", "id=\"frameworks-title\"");
    assert!(overview.contains("id=\"basis-stated\" checked"));
    for basis in ["basis-stated", "basis-proved"] {
        let opening = format!("<div class=\"scroll {basis}\">");
        let maps = overview.matches(&opening).count();
        assert!(maps > report.frameworks.len(), "{basis}: {maps}");
    }
    let counted = format!(
        "<b>{}</b> <a href=\"#proofs\">proved pairs</a>",
        report.proved.len()
    );
    assert!(overview.contains(&counted));
    assert!(overview.contains("<b>1</b> <a href=\"#contradictions\">contradiction</a>"));
}

#[test]
fn without_proofs_there_is_one_count_and_no_word_of_another() {
    let mut report = synthetic::small();
    report.proved = Table::default();
    report.contradictions.clear();
    for control in report.controls.ids() {
        report.controls[control].proved.clear();
    }
    for entry in &mut report.coverage {
        entry.proved = None;
        for line in &mut entry.verdicts {
            line.proved = None;
        }
        for section in &mut entry.sections {
            section.proved = None;
        }
    }
    let page = page(&report);
    let main = between(&page, "<main", "id=\"methods\"");
    for word in [
        "With proofs",
        "with proofs",
        "basis-proved",
        "Proved",
        "contradiction",
    ] {
        assert!(!main.contains(word), "{word}");
    }
    assert!(open_at_end(&page).is_empty());
}

#[test]
fn a_contradiction_gives_its_argument_in_order_and_its_rows_are_marked_where_they_stand() {
    let report = synthetic::small();
    let page = page(&report);
    let found = &report.contradictions[0];
    let entry = between(&page, "id=\"contradiction-1\"", "</article>");
    let argument = between(entry, "<ol>", "</ol>");
    let places: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            argument
                .find(&format!("<code>{}</code>", row.place))
                .unwrap()
        })
        .collect();
    assert!(places.is_sorted());
    assert!(argument.contains("<li>yet <b>") && argument.contains(found.denied_words));
    assert!(entry.contains("rows are <a href=\"#def-contradiction-disputed\">disputed</a>"));
    assert!(entry.contains("Rationale: functional."));
    assert!(entry.contains("It also remains under the"));
    for row in &found.rows {
        let at = row.position.unwrap().0 + 1;
        let stated = between(&page, &format!("id=\"row-alder-m1-{at}\">"), "</li>");
        assert!(stated.contains("href=\"#contradiction-1\""), "{stated}");
    }
}

#[test]
fn controls_that_ask_for_the_same_stand_in_one_group() {
    let report = synthetic::small();
    let page = page(&report);
    let view = between(&page, "id=\"overlap\"", "class=\"view\"");
    let overlap = &report.overlap;
    assert!(view.contains(&format!("<b>{}</b> different things", overlap.distinct)));
    assert!(view.contains(&format!("saves <b>{}</b> assessments", overlap.saved())));
    let group = between(view, "<ol class=\"groups\"><li>", "</ul></li>");
    for control in &overlap.classes[0] {
        assert!(group.contains(report.controls[*control].identifier));
    }
    let covers = &overlap.covers[0];
    let line = between(view, "<tbody><tr>", "</tr>");
    assert!(line.contains(&format!("<td class=\"n\">{}</td>", covers.covered.len())));
}

#[test]
fn the_caveats_stand_before_the_first_number() {
    let page = page(&synthetic::small());
    let caveat = page.find("Follows the public summary").unwrap();
    assert!(caveat < page.find("class=\"heatmap\"").unwrap());
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(page(&synthetic::small()), page(&synthetic::small()));
}

#[test]
fn a_report_of_nothing_is_a_page_too() {
    let mut report = synthetic::small();
    report.frameworks = Table::default();
    report.controls = Table::default();
    report.mappings = Table::default();
    report.rows = Table::default();
    report.coverage.clear();
    report.findings.clear();
    report.meta.pivot = None;
    report.meta.caveats.clear();
    report.proved = Table::default();
    report.contradictions.clear();
    report.overlap = Overlap::default();
    assert!(open_at_end(&page(&report)).is_empty());
}

#[test]
fn a_template_can_be_replaced_and_one_that_asks_for_what_there_is_not_is_an_error() {
    let mut templates = Templates::default();
    templates
        .replace("findings.hbs", "<p>{{title}}</p>".to_owned())
        .unwrap();
    emit(&synthetic::small(), &templates).unwrap();
    let broken = templates.replace("findings.hbs", "{{no_such_field}}".to_owned());
    broken.unwrap_err();
}

#[test]
fn a_large_report_stays_within_forty_megabytes() {
    let report = synthetic::large();
    assert_eq!(report.controls.len(), 5_000);
    assert_eq!(report.rows.len(), 50_000);
    let page = page(&report);
    let size = page.len();
    assert!(size <= 40_000_000, "{size}");
    // The proofs that it does not hold can be asked for.
    assert_eq!(page.matches("<summary>Proof</summary>").count(), 5_000);
    assert!(page.contains("<code class=\"ask\">xwalk why \""));
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    let mut text: String = bits
        .chunks(6)
        .map(|chunk| {
            let value = (0..6).fold(0, |value, at| {
                value << 1 | chunk.get(at).copied().unwrap_or(0)
            });
            char::from(ALPHABET[usize::from(value)])
        })
        .collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}
