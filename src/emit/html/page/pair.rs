//! Mappings and pairs as the templates see them.

use serde::Serialize;

use super::parts::{Caveat, Counted, caveats, counted};
use crate::anchors;
use crate::named::short;
use crate::pairs::Pair;
use crate::view::view;
use xwalk_report::{MappingAt, Report};

view! {
    #[derive(Serialize)]
    pub(super) struct MappingView<'r> {
        /// The name.
        name: &'r str,
        /// The title.
        title: &'r str,
        /// What its author says about it.
        doc: Option<&'r str>,
        /// The short name of the framework at the source.
        from: &'r str,
        /// The short name of the framework at the target.
        to: &'r str,
        /// The link to it.
        link: String,
        /// The document that it comes from.
        source: Option<&'r str>,
        /// Where that is available.
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
        /// For whom it is made.
        audience: Option<&'r str>,
        /// Where the mapping itself can be read.
        home: Option<&'r str>,
        /// Whom to ask about it.
        contact: Option<&'r str>,
        /// What entitles its author to speak.
        authority: Option<&'r str>,
        /// The publications that it relies on.
        citations: Vec<&'r str>,
        /// The status.
        status: &'r str,
        /// The style.
        style: &'r str,
        /// On which side it claims to be complete.
        complete: &'r str,
        /// On which side everything is said to have something that corresponds, if it says so.
        comprehensive: Option<&'r str>,
        /// How many rows there are.
        rows: usize,
        /// How many rows there are of each relation.
        relations: Vec<Counted<'r>>,
        /// How many rows there are of each status.
        statuses: Vec<Counted<'r>>,
        /// How many rows are under a condition.
        conditional: usize,
        /// Where it is, file and line.
        place: &'r str,
    }
}

view! {
    #[derive(Serialize)]
    pub(crate) struct PairView<'r> {
        /// The position, which names its fragments.
        index: usize,
        /// The `id` of its place in the page.
        id: String,
        /// The link to it.
        link: String,
        /// The short name of the framework on the left.
        left: &'r str,
        /// The short name of the framework on the right.
        right: &'r str,
        /// The full name of the framework on the left.
        left_heading: &'r str,
        /// The full name of the framework on the right.
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
        /// Whether no mapping is about the two directly.
        by_proofs_alone: bool,
        /// The mappings.
        mappings: Vec<MappingView<'r>>,
        /// What has to be known before relying on this.
        caveats: Vec<Caveat<'r>>,
    }
}

/// The mappings of all pairs, in the order of the report.
pub(super) fn mappings<'r>(
    report: &'r Report<'_>,
    pairs: &'r [Pair<'_, '_>],
) -> Vec<MappingView<'r>> {
    let pairs = pairs.iter();
    let mut all: Vec<(MappingAt, &Pair<'_, '_>)> = pairs
        .flat_map(|pair| pair.mappings.iter().map(move |&at| (at, pair)))
        .collect();
    all.sort_by_key(|&(position, _)| position);
    all.into_iter()
        .map(|(position, pair)| mapping(report, pair, position))
        .collect()
}

/// A mapping of a pair.
fn mapping<'r>(
    report: &'r Report<'_>,
    pair: &Pair<'_, '_>,
    position: MappingAt,
) -> MappingView<'r> {
    let mapping = &report.mappings[position];
    let status = || anchors::link("def-claim-status");
    MappingView {
        name: mapping.name,
        title: mapping.title,
        doc: mapping.doc,
        from: short(report, mapping.from),
        to: short(report, mapping.to),
        link: anchors::link(&id(report, pair)),
        source: mapping.source,
        url: anchors::outward(mapping.url),
        author: mapping.author.as_deref(),
        reviewer: mapping.reviewer.as_deref(),
        published: mapping.published.map(|date| date.to_string()),
        version: mapping.version.as_deref(),
        use_case: mapping.use_case,
        audience: mapping.submission.audience.as_deref(),
        home: anchors::outward(mapping.submission.home.as_deref()),
        contact: mapping.submission.contact.as_deref(),
        authority: mapping.submission.authority.as_deref(),
        citations: mapping
            .submission
            .citations
            .iter()
            .map(|it| &**it)
            .collect(),
        status: mapping.status.word(),
        style: mapping.style.word(),
        complete: mapping.complete.word(),
        comprehensive: mapping.comprehensive.map(|sides| sides.word()),
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

/// The `id` of the view of a pair.
fn id(report: &Report<'_>, pair: &Pair<'_, '_>) -> String {
    let [left, right] = [pair.left, pair.right].map(|end| &report.frameworks[end]);
    anchors::pair(left, right)
}

pub(super) fn pair<'r>(
    report: &'r Report<'_>,
    index: usize,
    pair: &'r Pair<'_, '_>,
) -> PairView<'r> {
    let [left, right] = [pair.left, pair.right].map(|end| &report.frameworks[end]);
    let own = pair.mappings.iter();
    let id = id(report, pair);
    PairView {
        index,
        link: anchors::link(&id),
        id,
        left: &left.short,
        right: &right.short,
        left_heading: &left.heading,
        right_heading: &right.heading,
        rows: own
            .clone()
            .map(|&position| report.mappings[position].rows.len())
            .sum(),
        proved: pair.proved.pairs,
        mixed: pair.proved.mixed,
        several_rows: pair.proved.pairs - pair.proved.one_row,
        one_row: pair.proved.one_row,
        by_proofs_alone: pair.mappings.is_empty(),
        mappings: own
            .map(|&position| mapping(report, pair, position))
            .collect(),
        caveats: caveats(report, |at| at == pair.left || at == pair.right),
    }
}
