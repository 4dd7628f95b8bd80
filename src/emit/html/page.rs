//! What the templates are filled with. Field names are the contract with `templates/*.hbs`.

use serde::Serialize;

use super::anchors::{self, Anchors};
use super::pairs::Pair;
use crate::report::{Finding, Framework, Mapping, Report};

/// The page.
#[derive(Serialize)]
pub(super) struct Page<'r> {
    title: &'r str,
    date: String,
    generator: &'r str,
    public: bool,
    status_floor: &'r str,
    policy: &'r str,
    controls: usize,
    assessable: usize,
    rows: usize,
    caveats: Vec<Caveat<'r>>,
    frameworks: Vec<FrameworkView<'r>>,
    mappings: Vec<MappingView<'r>>,
    pairs: Vec<PairView<'r>>,
    has_functions: bool,
    has_coverage: bool,
    findings: Vec<FindingView<'r>>,
    severities: Vec<Counted<'r>>,
    definitions: Vec<Group<'r>>,
}

#[derive(Serialize)]
struct Caveat<'r> {
    framework: &'r str,
    link: String,
    text: &'r str,
}

#[derive(Serialize)]
struct FrameworkView<'r> {
    index: usize,
    id: String,
    link: String,
    key: &'r str,
    heading: &'r str,
    short: &'r str,
    doc: Option<&'r str>,
    publisher: Option<&'r str>,
    published: Option<String>,
    url: Option<&'r str>,
    licence: Option<&'r str>,
    language: &'r str,
    nesting: &'r str,
    reconstruction: Option<&'r str>,
    tiers: Vec<Tier<'r>>,
    controls: usize,
    assessable: usize,
    levels: Vec<Counted<'r>>,
    sections: Vec<Named<'r>>,
    withdrawn: Vec<WithdrawnView<'r>>,
    place: &'r str,
}

#[derive(Serialize)]
struct Tier<'r> {
    number: u32,
    title: &'r str,
}

#[derive(Serialize)]
struct WithdrawnView<'r> {
    identifier: &'r str,
    successors: Vec<Named<'r>>,
    reason: Option<&'r str>,
}

#[derive(Serialize)]
struct Named<'r> {
    link: String,
    identifier: &'r str,
    title: &'r str,
}

#[derive(Serialize)]
struct MappingView<'r> {
    name: &'r str,
    title: &'r str,
    doc: Option<&'r str>,
    from: &'r str,
    to: &'r str,
    link: String,
    source: Option<&'r str>,
    url: Option<&'r str>,
    author: Option<&'r str>,
    reviewer: Option<&'r str>,
    published: Option<String>,
    version: Option<&'r str>,
    use_case: Option<&'r str>,
    status: &'r str,
    style: &'r str,
    complete: &'r str,
    rows: usize,
    relations: Vec<Counted<'r>>,
    statuses: Vec<Counted<'r>>,
    conditional: usize,
    place: &'r str,
}

#[derive(Serialize)]
struct Counted<'r> {
    word: &'r str,
    link: String,
    count: usize,
}

#[derive(Serialize)]
struct PairView<'r> {
    index: usize,
    id: String,
    link: String,
    left: &'r str,
    right: &'r str,
    left_heading: &'r str,
    right_heading: &'r str,
    rows: usize,
    mappings: Vec<MappingView<'r>>,
    caveats: Vec<Caveat<'r>>,
}

#[derive(Serialize)]
struct FindingView<'r> {
    code: &'r str,
    severity: &'r str,
    message: &'r str,
    place: &'r str,
    help: Option<&'r str>,
}

#[derive(Serialize)]
struct Group<'r> {
    name: &'r str,
    terms: Vec<Term<'r>>,
}

#[derive(Serialize)]
struct Term<'r> {
    key: &'r str,
    term: &'r str,
    meaning: &'r str,
}

/// Fills the page.
pub(super) fn page<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    pairs: &'r [Pair<'_, '_>],
    policy: &'r str,
) -> Page<'r> {
    let frameworks = report.frameworks.iter().enumerate();
    Page {
        title: &report.meta.title,
        date: report.meta.date.to_string(),
        generator: report.meta.generator,
        public: report.meta.public,
        status_floor: report.meta.status_floor,
        policy,
        controls: report.controls.len(),
        assessable: report
            .frameworks
            .iter()
            .map(|framework| framework.assessable)
            .sum(),
        rows: report.rows.len(),
        caveats: caveats(report, |_| true),
        frameworks: frameworks
            .map(|(at, shown)| framework(report, anchors, at, shown))
            .collect(),
        mappings: report
            .mappings
            .iter()
            .map(|shown| mapping(report, pairs, shown))
            .collect(),
        pairs: pairs
            .iter()
            .enumerate()
            .filter_map(|(at, shown)| pair(report, pairs, at, shown))
            .collect(),
        has_functions: report
            .coverage
            .iter()
            .any(|entry| Some(entry.of) == report.meta.pivot),
        has_coverage: !report.coverage.is_empty(),
        findings: report.findings.iter().map(finding).collect(),
        severities: severities(report),
        definitions: definitions(report),
    }
}

fn caveats<'r>(report: &'r Report<'_>, about: impl Fn(usize) -> bool) -> Vec<Caveat<'r>> {
    report
        .meta
        .caveats
        .iter()
        .filter(|caveat| about(caveat.framework))
        .filter_map(|caveat| {
            let framework = report.frameworks.get(caveat.framework)?;
            Some(Caveat {
                framework: &framework.heading,
                link: anchors::link(&anchors::framework(framework)),
                text: &caveat.text,
            })
        })
        .collect()
}

fn framework<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    index: usize,
    framework: &'r Framework<'_>,
) -> FrameworkView<'r> {
    let named = |at: usize| {
        let control = report.controls.get(at)?;
        Some(Named {
            link: anchors::link(anchors.control(at)),
            identifier: control.identifier,
            title: &control.title,
        })
    };
    let top = |at: &usize| {
        report
            .controls
            .get(*at)
            .is_some_and(|control| control.parent.is_none())
    };
    FrameworkView {
        index,
        id: anchors::framework(framework),
        link: anchors::link(&anchors::framework(framework)),
        key: &framework.key,
        heading: &framework.heading,
        short: &framework.short,
        doc: framework.doc,
        publisher: framework.publisher,
        published: framework.published.map(|date| date.to_string()),
        url: anchors::outward(framework.url),
        licence: framework.licence,
        language: framework.language.unwrap_or("en"),
        nesting: framework.nesting,
        reconstruction: framework.reconstruction,
        tiers: framework
            .tiers
            .iter()
            .map(|&(number, title)| Tier { number, title })
            .collect(),
        controls: framework.controls.len(),
        assessable: framework.assessable,
        levels: framework
            .levels
            .iter()
            .map(|level| counted(&level.name, String::new(), level.controls))
            .collect(),
        sections: framework
            .controls
            .clone()
            .filter(top)
            .filter_map(named)
            .collect(),
        withdrawn: framework
            .withdrawn
            .iter()
            .map(|withdrawn| WithdrawnView {
                identifier: withdrawn.identifier,
                successors: withdrawn
                    .successors
                    .iter()
                    .copied()
                    .filter_map(named)
                    .collect(),
                reason: withdrawn.reason,
            })
            .collect(),
        place: &framework.place,
    }
}

fn mapping<'r>(
    report: &'r Report<'_>,
    pairs: &'r [Pair<'_, '_>],
    mapping: &'r Mapping<'_>,
) -> MappingView<'r> {
    let short = |at: usize| {
        let framework = report.frameworks.get(at);
        framework.map_or("", |framework| framework.short.as_str())
    };
    let ends = [(mapping.from, mapping.to), (mapping.to, mapping.from)];
    let pair = pairs
        .iter()
        .find(|pair| ends.contains(&(pair.left, pair.right)));
    let status = || anchors::link("def-claim-status");
    MappingView {
        name: mapping.name,
        title: mapping.title,
        doc: mapping.doc,
        from: short(mapping.from),
        to: short(mapping.to),
        link: pair.map_or_else(String::new, |pair| link_of(report, pair)),
        source: mapping.source,
        url: anchors::outward(mapping.url),
        author: mapping.author.as_deref(),
        reviewer: mapping.reviewer.as_deref(),
        published: mapping.published.map(|date| date.to_string()),
        version: mapping.version.as_deref(),
        use_case: mapping.use_case,
        status: mapping.status,
        style: mapping.style,
        complete: mapping.complete,
        rows: mapping.rows.len(),
        relations: mapping
            .relations
            .iter()
            .map(|(word, count)| {
                counted(
                    word,
                    anchors::link(&anchors::relation(report, word)),
                    *count,
                )
            })
            .collect(),
        statuses: mapping
            .statuses
            .iter()
            .map(|&(word, count)| counted(word, status(), count))
            .collect(),
        conditional: mapping.conditional,
        place: &mapping.place,
    }
}

fn counted(word: &str, link: String, count: usize) -> Counted<'_> {
    Counted { word, link, count }
}

fn link_of(report: &Report<'_>, pair: &Pair<'_, '_>) -> String {
    let left = report.frameworks.get(pair.left);
    let ends = left.zip(report.frameworks.get(pair.right));
    ends.map_or_else(String::new, |(left, right)| {
        anchors::link(&anchors::pair(left, right))
    })
}

fn pair<'r>(
    report: &'r Report<'_>,
    pairs: &'r [Pair<'_, '_>],
    index: usize,
    pair: &'r Pair<'_, '_>,
) -> Option<PairView<'r>> {
    let left = report.frameworks.get(pair.left)?;
    let right = report.frameworks.get(pair.right)?;
    let own = pair
        .mappings
        .iter()
        .filter_map(|&at| report.mappings.get(at));
    Some(PairView {
        index,
        id: anchors::pair(left, right),
        link: link_of(report, pair),
        left: &left.short,
        right: &right.short,
        left_heading: &left.heading,
        right_heading: &right.heading,
        rows: own.clone().map(|own| own.rows.len()).sum(),
        mappings: own.map(|own| mapping(report, pairs, own)).collect(),
        caveats: caveats(report, |at| at == pair.left || at == pair.right),
    })
}

fn finding<'r>(finding: &'r Finding) -> FindingView<'r> {
    FindingView {
        code: finding.code,
        severity: finding.severity,
        message: &finding.message,
        place: &finding.place,
        help: finding.help.as_deref(),
    }
}

/// How many findings there are of each severity, gravest first as they stand.
fn severities<'r>(report: &'r Report<'_>) -> Vec<Counted<'r>> {
    let mut severities: Vec<Counted<'r>> = Vec::new();
    for finding in &report.findings {
        match severities.last_mut() {
            Some(last) if last.word == finding.severity => last.count += 1,
            _ => severities.push(counted(finding.severity, String::new(), 1)),
        }
    }
    severities
}

fn definitions<'r>(report: &'r Report<'_>) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for definition in &report.definitions {
        let term = Term {
            key: definition.key,
            term: definition.term,
            meaning: definition.meaning,
        };
        match groups.last_mut() {
            Some(last) if last.name == definition.group => last.terms.push(term),
            _ => groups.push(Group {
                name: definition.group,
                terms: vec![term],
            }),
        }
    }
    groups
}
