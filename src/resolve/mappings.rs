//! Mappings: headers linked to frameworks, rows to controls.

use rustc_hash::FxHashMap;

use super::declare::Declared;
use super::finder::Finder;
use super::row::{Ends, Outcome};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::declarations::MAPPING_ONTO_ITSELF;
use crate::diagnostic::codes::names::{BUNDLED_ROWS_LEFT_OUT, SWAPPED_ENDS};
use crate::model::{ControlId, FrameworkId, Mapping, MappingId, Row, RowId, Table};
use crate::source::{Origin, Place, SourceId};
use crate::syntax::ast;

/// All mappings as the model will hold them, with the index by name that the model no longer has.
#[derive(Default)]
pub(super) struct Mappings<'s> {
    pub mappings: Table<MappingId, Mapping<'s>>,
    pub rows: Table<RowId, Row<'s>>,
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
    finder: &mut Finder<'_, 's>,
) -> Mappings<'s> {
    let mut linker = Linker {
        linked: Mappings::default(),
        stale: Vec::new(),
        finder,
    };
    let claims = items
        .iter()
        .flat_map(|declared| &declared.item.rows)
        .map(|row| 1 + row.more_targets.len())
        .sum();
    linker.linked.rows.reserve(claims);
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
        };
        let scope = item
            .scope
            .iter()
            .filter_map(|reference| self.in_scope(reference, ends))
            .collect();
        let first_row = self.linked.rows.next_id();
        let own = [from, to]
            .into_iter()
            .find(|end| origin == Origin::Bundled && self.finder.catalogs.is_own(*end));
        match own {
            None => self.rows(item.rows, ends, &item.from, &item.to),
            Some(own) => self.bundled_rows(item.rows, ends, own, item.name.value),
        }
        let attribution = |who: ast::Attribution<'s>| (who.name.value, who.on.map(|on| on.value));
        let file = |origin: ast::Origin<'s>| {
            (
                origin.number.value,
                origin.file.value,
                origin.digest.map(|digest| digest.value),
            )
        };
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
                status: item
                    .status
                    .map_or(ast::Status::Draft, |status| status.value),
                style: item.style.map(|style| style.value).unwrap_or_default(),
                rationale: item.rationale.map(|rationale| rationale.value),
                complete: item
                    .complete
                    .map(|complete| complete.value)
                    .unwrap_or_default(),
                complete_place: item
                    .complete
                    .map(|complete| complete.span.in_source(source)),
                scope,
                origins: item.origins.into_iter().map(file).collect(),
                first_row,
                end_row: self.linked.rows.next_id(),
                place,
            }),
        )
    }

    /// Bare identifiers of a scope are the source's; the target's are qualified.
    fn in_scope(&mut self, reference: &ast::ControlRef<'s>, ends: Ends) -> Option<ControlId> {
        let end = match reference.framework.as_deref() {
            Some(written)
                if self
                    .finder
                    .catalogs
                    .framework(written.name, written.edition)
                    == Some(ends.to) =>
            {
                ends.to
            }
            _ => ends.from,
        };
        ends.control(reference, end, self.finder)
    }

    /// Links rows, each by itself: what is wrong with one is reported, and the row left out.
    fn rows(
        &mut self,
        rows: Vec<ast::Row<'s>>,
        ends: Ends,
        from: &ast::FrameworkRef<'s>,
        to: &ast::FrameworkRef<'s>,
    ) {
        let (first, count) = (self.linked.rows.next_id(), rows.len());
        let mut swapped = Vec::new();
        for row in rows {
            match ends.link(row, &mut self.linked.rows, self.finder) {
                Outcome::Linked => {}
                Outcome::Swapped(diagnostic) => swapped.push(diagnostic),
            }
        }
        // Where each and every row is the wrong way round, the header is.
        if swapped.len() == count && count > 1 && self.linked.rows.next_id() == first {
            let place = from.span.to(to.span).in_source(ends.source);
            let (from, to) = (label(from), label(to));
            let message = format!(
                "all {count} rows have the source's control on the right: the header is the wrong way round"
            );
            let mut diagnostic = Diagnostic::new(SWAPPED_ENDS, place, message).help(format!(
                "write `from {to} to {from}`; the rows can stay as they are"
            ));
            if let Some(row) = swapped.first() {
                diagnostic = diagnostic.also(row.primary.place, "the first of them");
            }
            self.finder.report(diagnostic);
        } else {
            swapped
                .into_iter()
                .for_each(|diagnostic| self.finder.report(diagnostic));
        }
    }

    /// Links the rows of a bundled mapping to a framework that the workspace replaced: its author cannot mend them,
    /// so those that no longer resolve are counted and not reported one by one.
    fn bundled_rows(
        &mut self,
        rows: Vec<ast::Row<'s>>,
        ends: Ends,
        own: FrameworkId,
        name: &'s str,
    ) {
        let mut aside = Finder::new(self.finder.catalogs);
        let claims: usize = rows.iter().map(|row| 1 + row.more_targets.len()).sum();
        let before = self.linked.rows.len();
        for row in rows {
            ends.link(row, &mut self.linked.rows, &mut aside);
        }
        let lost = claims - (self.linked.rows.len() - before);
        if lost > 0 {
            self.stale.push((own, name, lost));
        }
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

fn label(reference: &ast::FrameworkRef<'_>) -> String {
    format!("{}@{}", reference.name, reference.edition)
}

fn onto_itself(item: &ast::Mapping<'_>, source: SourceId) -> Diagnostic {
    let place: Place = item.from.span.to(item.to.span).in_source(source);
    Diagnostic::new(MAPPING_ONTO_ITSELF, place, format!("the mapping goes from `{}` to itself", label(&item.from)))
        .help("name the other framework or edition; what a hierarchy means is said with `nesting` in the framework")
}
