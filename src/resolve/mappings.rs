//! Mappings: headers linked to frameworks, rows to controls.

use rustc_hash::FxHashMap;

use super::declare::Declared;
use super::finder::Finder;
use super::row::{Ends, Outcome};
use super::unreadable::Unreadable;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::MAPPING_ONTO_ITSELF;
use xwalk_diagnostic::codes::names::{BUNDLED_ROWS_LEFT_OUT, SWAPPED_ENDS};
use xwalk_model::{ControlId, FrameworkId, Mapping, MappingId, Row, RowId, Submission, Table};
use xwalk_source::{Origin, Place, SourceId};
use xwalk_syntax::ast;

/// All mappings as the model will hold them, with the index by name that the model no longer has.
#[derive(Default)]
pub(super) struct Mappings<'s> {
    pub mappings: Table<MappingId, Mapping<'s>>,
    pub rows: Table<RowId, Row<'s>>,
    /// The rows that count nowhere, since something of their mapping is not understood: whatever is wrong with them is
    /// told all the same, and their conditions are known.
    pub nowhere: Table<RowId, Row<'s>>,
    /// What each name stands for: its id, or nothing where the mapping was left out.
    pub names: FxHashMap<&'s str, Option<MappingId>>,
    origins: Vec<Origin>,
}

impl Mappings<'_> {
    /// The mappings of the workspace, or the bundled ones, ordered by id.
    pub fn of_origin(&self, origin: Origin) -> Vec<MappingId> {
        self.mappings
            .ids()
            .zip(&self.origins)
            .filter(|(_, of)| **of == origin)
            .map(|(id, _)| id)
            .collect()
    }
}

/// Links all mappings, in the order of their names.
pub(super) fn link<'s>(
    items: Vec<Declared<ast::Mapping<'s>>>,
    unreadable: &Unreadable<'_>,
    finder: &mut Finder<'_, 's>,
) -> Mappings<'s> {
    let mut linker = Linker {
        linked: Mappings::default(),
        stale: Vec::new(),
        unreadable,
        finder,
    };
    let claims = items.iter().map(|declared| claims(&declared.item.rows));
    linker.linked.rows.reserve(claims.sum());
    for declared in items {
        let name = declared.item.name.value;
        let id = linker.mapping(declared);
        linker.linked.names.insert(name, id);
    }
    linker.report_stale();
    linker.linked
}

struct Linker<'a, 'f, 's> {
    linked: Mappings<'s>,
    /// Bundled mappings with rows that the workspace's framework does not have any more.
    stale: Vec<(FrameworkId, &'s str, usize)>,
    unreadable: &'a Unreadable<'a>,
    finder: &'a mut Finder<'f, 's>,
}

impl<'s> Linker<'_, '_, 's> {
    fn mapping(&mut self, declared: Declared<ast::Mapping<'s>>) -> Option<MappingId> {
        let Declared {
            source,
            origin,
            item,
        } = declared;
        let place = item.name.span.in_source(source);
        let from = self.finder.framework(&item.from, source);
        let to = self.finder.framework(&item.to, source);
        let (from, to) = (from?, to?);
        if from == to {
            self.finder.report(onto_itself(&item, source));
            return None;
        }
        let id = self.linked.mappings.next_id();
        let ends = Ends {
            mapping: id,
            source,
            from,
            to,
            status: item
                .status
                .map_or(ast::Status::Draft, |status| status.value),
        };
        // The author of a bundled mapping knows nothing of the framework that the workspace put in place of another:
        // what no longer resolves is counted, and not reported one by one.
        let own = [from, to]
            .into_iter()
            .find(|end| origin == Origin::Bundled && self.finder.catalogs.is_own(*end));
        let mut aside = own.map(|_| Finder::new(self.finder.catalogs));
        let finder = aside.as_mut().unwrap_or(self.finder);
        let scope: Vec<ControlId> = item
            .scope
            .iter()
            .filter_map(|reference| in_scope(reference, ends, finder))
            .collect();
        let first_row = self.linked.rows.next_id();
        let (written, claims) = (item.rows.len(), claims(&item.rows));
        let into = match item.lost {
            true => &mut self.linked.nowhere,
            false => &mut self.linked.rows,
        };
        let swapped = link_rows(item.rows, ends, into, finder);
        match swapped.first() {
            // Where each and every row is the wrong way round, the header is.
            Some(first) if swapped.len() == written && written > 1 => {
                let place = item.from.span.to(item.to.span).in_source(source);
                finder.report(wrong_header(&item.from, &item.to, place, first, written));
            }
            _ => swapped.into_iter().for_each(|row| finder.report(row)),
        }
        let linked = (self.linked.rows.next_id().0 - first_row.0) as usize;
        let unread = self.unreadable.within(item.span.in_source(source));
        let left_out = claims - linked + unread;
        if let (Some(own), true) = (own, left_out > 0) {
            self.stale.push((own, item.name.value, left_out));
        }
        let attribution = |who: ast::Attribution<'s>| (who.name.value, who.on.map(|on| on.value));
        let file = |origin: ast::Origin<'s>| {
            (
                origin.number.value,
                origin.file.value,
                origin.digest.map(|digest| digest.value),
            )
        };
        // Nor is there a gap where rows count nowhere, or where a scope is meant that is not there.
        let known = !item.lost && scope.len() == item.scope.len();
        let complete = item.complete.filter(|_| known);
        self.linked.origins.push(origin);
        Some(
            self.linked.mappings.push(Mapping {
                name: item.name.value,
                title: item
                    .title
                    .map_or(item.name.value.into(), |title| title.value),
                doc: item.doc,
                from,
                to,
                source: item.source.map(|text| text.value),
                url: item.url.map(|text| text.value),
                author: item.author.map(attribution),
                reviewer: item.reviewer.map(attribution),
                published: item.published.map(|date| date.value),
                version: item.version.map(|version| version.value),
                use_case: item.use_case.map(|text| text.value),
                submission: submission(*item.submission),
                status: ends.status,
                style: item.style.map(|style| style.value).unwrap_or_default(),
                rationale: item.rationale.map(|rationale| rationale.value),
                complete: complete.map(|complete| complete.value).unwrap_or_default(),
                complete_place: complete.map(|complete| complete.span.in_source(source)),
                comprehensive: item
                    .comprehensive
                    .filter(|_| known)
                    .map(|sides| (sides.value, sides.span.in_source(source))),
                scope,
                origins: item.origins.into_iter().map(file).collect(),
                first_row,
                end_row: self.linked.rows.next_id(),
                left_out,
                place,
            }),
        )
    }

    /// One warning for each framework of the workspace that bundled rows no longer fit.
    fn report_stale(&mut self) {
        self.stale.sort();
        for group in self.stale.chunk_by(|one, other| one.0 == other.0) {
            let Some((framework, _, _)) = group.first() else {
                continue;
            };
            let framework = &self.finder.catalogs.frameworks[*framework];
            let lost: usize = group.iter().map(|(_, _, lost)| lost).sum();
            let names: Vec<String> = group
                .iter()
                .map(|(_, name, lost)| format!("`{name}` ({lost})"))
                .collect();
            let message = format!(
                "{lost} bundled rows name controls that this `{}` does not have",
                framework.label()
            );
            let diagnostic = Diagnostic::new(BUNDLED_ROWS_LEFT_OUT, framework.place, message)
                .label("replaces the bundled framework")
                .help(format!(
                    "they are left out of {}; complete the framework, or give it another edition",
                    names.join(", ")
                ));
            self.finder.report(diagnostic);
        }
    }
}

fn submission(written: ast::Submission<'_>) -> Submission<'_> {
    let citations = written.citations.into_iter();
    Submission {
        audience: written.audience.map(|text| text.value),
        home: written.home.map(|text| text.value),
        contact: written.contact.map(|text| text.value),
        authority: written.authority.map(|text| text.value),
        citations: citations.map(|text| text.value).collect(),
    }
}

/// The number of claims that rows make: one for each target.
fn claims(rows: &[ast::Row<'_>]) -> usize {
    rows.iter().map(|row| 1 + row.more_targets.len()).sum()
}

/// Bare identifiers of a scope are the source's; the target's are qualified.
fn in_scope<'s>(
    reference: &ast::ControlRef<'s>,
    ends: Ends,
    finder: &mut Finder<'_, 's>,
) -> Option<ControlId> {
    let is_target = |written: &ast::FrameworkRef<'_>| {
        finder.catalogs.framework(written.name, written.edition) == Some(ends.to)
    };
    let end = match reference.framework.as_deref() {
        Some(written) if is_target(written) => ends.to,
        _ => ends.from,
    };
    ends.control(reference, end, finder)
}

/// Links rows, each by itself: what is wrong with one is reported, and the row left out. Rows that are the wrong way
/// round are handed back.
fn link_rows<'s>(
    rows: Vec<ast::Row<'s>>,
    ends: Ends,
    linked: &mut Table<RowId, Row<'s>>,
    finder: &mut Finder<'_, 's>,
) -> Vec<Diagnostic> {
    let link = |row| match ends.link(row, linked, finder) {
        Outcome::Linked => None,
        Outcome::Swapped(diagnostic) => Some(diagnostic),
    };
    blocks(rows).flatten().filter_map(link).collect()
}

/// Rows in blocks, first to last: the memory of each is given back when it has been linked, and not that of all when
/// the last one has. Files have millions of rows.
fn blocks<T>(mut rows: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    const LENGTH: usize = 1 << 14;
    let mut blocks = Vec::with_capacity(rows.len() / LENGTH + 1);
    while rows.len() > LENGTH {
        // Cut off the end, which leaves the rest where it is.
        let last = (rows.len() - 1) / LENGTH * LENGTH;
        blocks.push(rows.split_off(last));
        rows.shrink_to_fit();
    }
    blocks.push(rows);
    blocks.into_iter().rev()
}

fn wrong_header(
    from: &ast::FrameworkRef<'_>,
    to: &ast::FrameworkRef<'_>,
    place: Place,
    first: &Diagnostic,
    count: usize,
) -> Diagnostic {
    let message =
        format!("the ends of all {count} rows are swapped: the header is the wrong way round");
    Diagnostic::new(SWAPPED_ENDS, place, message)
        .also(first.primary.place, "the first of them")
        .help(format!(
            "write `from {} to {}`; the rows can stay as they are",
            label(to),
            label(from)
        ))
}

fn label(reference: &ast::FrameworkRef<'_>) -> String {
    format!("{}@{}", reference.name, reference.edition)
}

fn onto_itself(item: &ast::Mapping<'_>, source: SourceId) -> Diagnostic {
    let place: Place = item.from.span.to(item.to.span).in_source(source);
    Diagnostic::new(MAPPING_ONTO_ITSELF, place, format!("the mapping goes from `{}` to itself", label(&item.from)))
        .help("name the other framework or edition; what a hierarchy means is said with `nesting` in the framework")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_keep_all_rows_in_order() {
        for count in [0, 1, 1 << 14, (1 << 14) + 1, 100_000] {
            let rows: Vec<usize> = (0..count).collect();
            assert!(blocks(rows).flatten().eq(0..count));
        }
    }
}
