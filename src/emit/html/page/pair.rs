//! Mappings and pairs as the templates see them.

use serde::Serialize;

use super::parts::{Caveat, Counted, caveats, counted};
use crate::emit::html::anchors;
use crate::emit::html::pairs::Pair;
use crate::report::{Mapping, Report};

#[derive(Serialize)]
pub(super) struct MappingView<'r> {
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
pub(super) struct PairView<'r> {
    index: usize,
    id: String,
    link: String,
    left: &'r str,
    right: &'r str,
    left_heading: &'r str,
    right_heading: &'r str,
    rows: usize,
    proved: usize,
    mixed: usize,
    several_rows: usize,
    one_row: usize,
    by_proofs_alone: bool,
    mappings: Vec<MappingView<'r>>,
    caveats: Vec<Caveat<'r>>,
}

pub(super) fn mapping<'r>(
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

fn link_of(report: &Report<'_>, pair: &Pair<'_, '_>) -> String {
    let left = report.frameworks.get(pair.left);
    let ends = left.zip(report.frameworks.get(pair.right));
    ends.map_or_else(String::new, |(left, right)| {
        anchors::link(&anchors::pair(left, right))
    })
}

pub(super) fn pair<'r>(
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
        proved: pair.proved.pairs,
        mixed: pair.proved.mixed,
        several_rows: pair.proved.pairs - pair.proved.one_row,
        one_row: pair.proved.one_row,
        by_proofs_alone: pair.mappings.is_empty(),
        mappings: own.map(|own| mapping(report, pairs, own)).collect(),
        caveats: caveats(report, |at| at == pair.left || at == pair.right),
    })
}
