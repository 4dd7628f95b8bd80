//! Mappings and pairs as the templates see them.

use serde::Serialize;

use super::parts::{Caveat, Counted, caveats, counted};
use crate::emit::html::anchors;
use crate::emit::html::pairs::Pair;
use crate::emit::html::view::view;
use crate::report::{Mapping, Report};

view! {
    #[derive(Serialize)]
    pub(super) struct MappingView<'r> {
        /// The name.
        name: &'r str,
        /// The title.
        title: &'r str,
        /// What its author says of it.
        doc: Option<&'r str>,
        /// The short name of the framework at the source.
        from: &'r str,
        /// The short name of the framework at the target.
        to: &'r str,
        /// The link to it.
        link: String,
        /// The document that it comes from.
        source: Option<&'r str>,
        /// Where that is to be had.
        url: Option<&'r str>,
        /// The author.
        author: Option<&'r str>,
        /// The reviewer.
        reviewer: Option<&'r str>,
        /// The day of publication.
        published: Option<String>,
        /// The version.
        version: Option<&'r str>,
        /// The use case.
        use_case: Option<&'r str>,
        /// The status.
        status: &'r str,
        /// The style.
        style: &'r str,
        /// On which side it claims to be complete.
        complete: &'r str,
        /// How many rows there are.
        rows: usize,
        /// How many rows there are of each relation.
        relations: Vec<Counted<'r>>,
        /// How many rows there are of each status.
        statuses: Vec<Counted<'r>>,
        /// How many rows are under a condition.
        conditional: usize,
        /// Where it stands, file and line.
        place: &'r str,
    }
}

view! {
    #[derive(Serialize)]
    pub(in crate::emit::html) struct PairView<'r> {
        /// The position, which names its fragments.
        index: usize,
        /// The `id` of its place in the page.
        id: String,
        /// The link to it.
        link: String,
        /// The short name of the framework at the left.
        left: &'r str,
        /// The short name of the framework at the right.
        right: &'r str,
        /// The full name of the framework at the left.
        left_heading: &'r str,
        /// The full name of the framework at the right.
        right_heading: &'r str,
        /// How many rows there are.
        rows: usize,
        /// How many pairs of controls are proved.
        proved: usize,
        /// How many of these mix rationales.
        mixed: usize,
        /// How many of these by several rows.
        several_rows: usize,
        /// How many of these by one row and the hierarchy.
        one_row: usize,
        /// Whether no mapping speaks of the two directly.
        by_proofs_alone: bool,
        /// The mappings.
        mappings: Vec<MappingView<'r>>,
        /// What has to be known before relying on this.
        caveats: Vec<Caveat<'r>>,
    }
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
        status: mapping.status.word(),
        style: mapping.style.word(),
        complete: mapping.complete.word(),
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
            .map(|&(of, count)| counted(of.word(), status(), count))
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
