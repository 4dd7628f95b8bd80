//! Policies: requirements linked to the mappings and frameworks that they speak of.

use super::declare::Declared;
use super::finder::Finder;
use super::mappings::Mappings;
use crate::diagnostic::codes::names::UNKNOWN_MAPPING;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{MappingId, Policy, PolicyId, Requirement, RequirementKind, Table};
use crate::source::SourceId;
use crate::syntax::ast;

/// Links all policies, in the order of their names. A requirement that names something unknown is left out.
pub(super) fn link<'s>(
    items: Vec<Declared<ast::Policy<'s>>>,
    mappings: &Mappings<'s>,
    finder: &mut Finder<'_, 's>,
) -> Table<PolicyId, Policy<'s>> {
    let mut policies = Table::default();
    for Declared {
        source,
        origin,
        item,
    } in items
    {
        let named = find(&item.mappings, mappings, source, finder);
        let mappings_of = if item.mappings.is_empty() {
            mappings.of_origin(origin)
        } else {
            named
        };
        let requirements = item.requirements.into_iter().filter_map(|entry| {
            let kind = requirement(entry.kind, mappings, source, finder)?;
            Some(Requirement {
                place: entry.span.in_source(source),
                kind,
            })
        });
        policies.push(Policy {
            name: item.name.value,
            title: item
                .title
                .map_or(item.name.value.into(), |title| title.value),
            requirements: requirements.collect(),
            mappings: mappings_of,
            place: item.name.span.in_source(source),
        });
    }
    policies
}

fn requirement<'s>(
    kind: ast::RequirementKind<'s>,
    mappings: &Mappings<'s>,
    source: SourceId,
    finder: &mut Finder<'_, 's>,
) -> Option<RequirementKind> {
    Some(match kind {
        ast::RequirementKind::Coverage {
            of,
            by,
            proved,
            bounds,
        } => {
            let (of, by) = (finder.framework(&of, source), finder.framework(&by, source));
            RequirementKind::Coverage {
                of: of?,
                by: by?,
                proved,
                bounds,
            }
        }
        ast::RequirementKind::Complete(names) => {
            RequirementKind::Complete(find(&names, mappings, source, finder))
        }
        ast::RequirementKind::Note(words) => {
            RequirementKind::Note(words.iter().map(|word| word.value).collect())
        }
        ast::RequirementKind::Reviewer(statuses) => {
            RequirementKind::Reviewer(statuses.iter().map(|status| status.value).collect())
        }
    })
}

/// The mappings with these names, ordered by id. A mapping that was itself left out was reported there.
fn find<'s>(
    names: &[ast::Name<'s>],
    mappings: &Mappings<'s>,
    source: SourceId,
    finder: &mut Finder<'_, 's>,
) -> Vec<MappingId> {
    let mut ids = Vec::with_capacity(names.len());
    for name in names {
        match mappings.names.get(name.value) {
            Some(id) => ids.extend(*id),
            None => {
                let near = nearest(
                    name.value,
                    mappings.mappings.iter().map(|(_, mapping)| mapping.name),
                );
                let help = near.map_or_else(
                    || "declare it in a file of the workspace, or correct the name".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                let message = format!("there is no mapping `{}`", name.value);
                finder.report(
                    Diagnostic::new(UNKNOWN_MAPPING, name.span.in_source(source), message)
                        .help(help),
                );
            }
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}
