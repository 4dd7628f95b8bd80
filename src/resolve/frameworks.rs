//! Frameworks with their controls: declared, then linked to one another.

use rustc_hash::FxHashMap;

use super::alike::{appearance, difference};
use super::catalogs::Catalogs;
use super::dead_ends::dead_ends;
use super::declare::Declared;
use super::finder::Finder;
use super::hierarchy::Hierarchy;
use super::references::References;
use super::superseded;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::ALIKE_IDENTIFIERS;
use xwalk_diagnostic::codes::names::UNKNOWN_PREDECESSOR;
use xwalk_model::{Activity, Framework, FrameworkId, Tier};
use xwalk_source::SourceId;
use xwalk_syntax::ast;

/// Declares all frameworks with their controls.
pub(super) fn declare<'s>(
    frameworks: Vec<Declared<ast::Framework<'s>>>,
    found: &mut Vec<Diagnostic>,
) -> (Catalogs<'s>, References<'s>) {
    let mut catalogs = Catalogs::default();
    let mut references = References::default();
    for Declared {
        source,
        origin,
        item,
    } in frameworks
    {
        let id = catalogs.frameworks.next_id();
        catalogs.by_name.insert((item.id.name, item.id.edition), id);
        catalogs.origins.push(origin);
        let first_control = catalogs.controls.next_id();
        let mut hierarchy =
            Hierarchy::new(id, source, &mut catalogs.controls, &mut references, found);
        hierarchy.add_all(item.controls, None, 0);
        hierarchy.add_aliases();
        hierarchy.check_levels(&item.levels, item.id.span);
        let (withdrawn, identifiers) = hierarchy.withdraw(item.withdrawn);
        catalogs.identifiers.push(identifiers);
        if !item.succeeds.is_empty() {
            references.predecessors.push((id, source, item.succeeds));
        }
        catalogs.frameworks.push(Framework {
            name: item.id.name,
            edition: item.id.edition,
            title: item.title.map_or(item.id.name.into(), |title| title.value),
            doc: item.doc,
            publisher: item.publisher.map(|text| text.value),
            published: item.published.map(|date| date.value),
            url: item.url.map(|text| text.value),
            licence: item.licence.map(|text| text.value),
            language: item.language.map(|name| name.value),
            levels: item.levels.iter().map(|level| level.value).collect(),
            nesting: item
                .nesting
                .map(|nesting| nesting.value)
                .unwrap_or_default(),
            tiers: item
                .tiers
                .into_iter()
                .map(|tier| Tier {
                    number: tier.number.value,
                    title: tier.title.value,
                })
                .collect(),
            succeeds: Vec::new(),
            reconstruction: item.reconstruction.map(|text| text.value),
            first_control,
            end_control: catalogs.controls.next_id(),
            withdrawn,
            place: item.id.span.in_source(source),
        });
    }
    find_alike(&catalogs, found);
    (catalogs, references)
}

/// Editions are the only part of a framework's name that may differ in case alone.
fn find_alike(catalogs: &Catalogs<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<String, FrameworkId> = FxHashMap::default();
    for (id, framework) in catalogs.frameworks.iter() {
        let label = framework.label();
        if let Some(first) = seen.insert(appearance(&label).into_owned(), id) {
            let first = &catalogs.frameworks[first];
            let message = format!(
                "the frameworks `{label}` and `{}` differ only in {}",
                first.label(),
                difference(&label, &first.label())
            );
            found.push(
                Diagnostic::new(ALIKE_IDENTIFIERS, framework.place, message)
                    .also(first.place, "the other one")
                    .help("give the two editions names that a reader can tell apart"),
            );
        }
    }
}

/// Links what the declarations of frameworks refer to.
pub(super) fn link<'s>(
    catalogs: &mut Catalogs<'s>,
    references: References<'s>,
    found: &mut Vec<Diagnostic>,
) {
    // Successors first and silently: what is said about a withdrawn identifier names them.
    for (framework, position, _, successors) in &references.successors {
        let successors = successors
            .iter()
            .filter_map(|successor| catalogs.control(successor, *framework))
            .collect();
        if let Some(withdrawn) = catalogs.frameworks[*framework].withdrawn.get_mut(*position) {
            withdrawn.successors = successors;
        }
    }

    catalogs.dead_ends = dead_ends(catalogs, &references);

    let mut finder = Finder::new(catalogs);
    for (framework, _, source, successors) in &references.successors {
        for successor in successors {
            finder.control(successor, *framework, *source);
        }
    }
    let mut activities = Vec::with_capacity(references.activities.len());
    for (control, source, entries) in references.activities {
        let home = catalogs.controls[control].framework;
        let linked: Vec<Activity<'s>> = entries
            .into_iter()
            .map(|entry| Activity {
                kind: entry.kind,
                on: entry
                    .on
                    .iter()
                    .filter_map(|reference| finder.control(reference, home, source))
                    .collect(),
                title: entry.title.value,
                place: entry.span.in_source(source),
            })
            .collect();
        activities.push((control, linked));
    }
    let mut superseded = Vec::with_capacity(references.superseded.len());
    for (control, source, entry) in references.superseded {
        let linked = superseded::link(control, &entry, source, &mut finder);
        superseded.push((control, linked));
    }
    found.append(&mut finder.finish());

    for (control, linked) in superseded {
        catalogs.controls[control].superseded = Some(Box::new(linked));
    }
    for (control, linked) in activities {
        catalogs.controls[control].activities = linked;
    }
    for (framework, source, predecessors) in references.predecessors {
        for predecessor in predecessors {
            match catalogs.framework(predecessor.name, predecessor.edition) {
                Some(earlier) => catalogs.frameworks[framework].succeeds.push(earlier),
                None => found.push(unknown_predecessor(&predecessor, source)),
            }
        }
    }
}

fn unknown_predecessor(reference: &ast::FrameworkRef<'_>, source: SourceId) -> Diagnostic {
    let message = format!(
        "`{}@{}`, which this framework succeeds, is not here",
        reference.name, reference.edition
    );
    Diagnostic::new(
        UNKNOWN_PREDECESSOR,
        reference.span.in_source(source),
        message,
    )
    .help("check the name; if it is right, nothing needs to be done")
}
