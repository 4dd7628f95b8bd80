//! Policies: requirements linked to the mappings and frameworks that they speak of.

use super::declare::Declared;
use super::finder::Finder;
use super::mappings::Mappings;
use super::unreadable::Unreadable;
use xwalk_diagnostic::codes::names::UNKNOWN_MAPPING;
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_model::{MappingId, Policy, PolicyId, Requirement, RequirementKind, Table};
use xwalk_source::SourceId;
use xwalk_syntax::ast;

/// Links all policies, in the order of their names. A requirement that names something unknown is left out.
pub(super) fn link<'s>(
    items: Vec<Declared<ast::Policy<'s>>>,
    mappings: &Mappings<'s>,
    unreadable: &Unreadable<'_>,
    finder: &mut Finder<'_, 's>,
) -> Table<PolicyId, Policy<'s>> {
    let mut policies = Table::default();
    for Declared {
        source,
        origin,
        item,
    } in items
    {
        let named = find(&item.mappings, mappings, unreadable, source, finder);
        let mappings_of = if item.mappings.is_empty() {
            mappings.of_origin(origin)
        } else {
            named
        };
        let lost = has_lost(&item.mappings, mappings, unreadable);
        let requirements = item.requirements.into_iter().filter_map(|entry| {
            if lost && matches!(entry.kind, ast::RequirementKind::Coverage { .. }) {
                return None;
            }
            let kind = requirement(entry.kind, mappings, unreadable, source, finder)?;
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

/// Whether a mapping of a policy, or any where it names none, was left out as a whole: coverage without it says nothing.
fn has_lost(named: &[ast::Name<'_>], mappings: &Mappings<'_>, unreadable: &Unreadable<'_>) -> bool {
    let of_policy = |name: &str| named.is_empty() || named.iter().any(|of| of.value == name);
    let left_out = mappings
        .names
        .iter()
        .any(|(name, id)| id.is_none() && of_policy(name));
    left_out
        || unreadable
            .mappings()
            .any(|name| !mappings.names.contains_key(name) && of_policy(name))
}

fn requirement<'s>(
    kind: ast::RequirementKind<'s>,
    mappings: &Mappings<'s>,
    unreadable: &Unreadable<'_>,
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
            RequirementKind::Complete(find(&names, mappings, unreadable, source, finder))
        }
        ast::RequirementKind::Note(words) => {
            RequirementKind::Note(words.iter().map(|word| word.value).collect())
        }
        ast::RequirementKind::Reviewer(statuses) => {
            RequirementKind::Reviewer(statuses.iter().map(|status| status.value).collect())
        }
    })
}

/// The mapping with a name. One that was itself left out was reported there.
pub(super) fn find_one<'s>(
    name: &ast::Name<'s>,
    mappings: &Mappings<'s>,
    unreadable: &Unreadable<'_>,
    source: SourceId,
    finder: &mut Finder<'_, 's>,
) -> Option<MappingId> {
    if let Some(id) = mappings.names.get(name.value) {
        return *id;
    }
    // What cannot be read there was reported.
    if unreadable.mappings().any(|lost| lost == name.value) {
        return None;
    }
    let known = mappings.mappings.iter().map(|(_, mapping)| mapping.name);
    let help = nearest(name.value, known).map_or_else(
        || "declare it in a file of the workspace, or correct the name".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("there is no mapping `{}`", name.value);
    let place = name.span.in_source(source);
    finder.report(Diagnostic::new(UNKNOWN_MAPPING, place, message).help(help));
    None
}

/// The mappings with these names, ordered by id. A mapping that was itself left out was reported there.
fn find<'s>(
    names: &[ast::Name<'s>],
    mappings: &Mappings<'s>,
    unreadable: &Unreadable<'_>,
    source: SourceId,
    finder: &mut Finder<'_, 's>,
) -> Vec<MappingId> {
    let mut ids = Vec::with_capacity(names.len());
    for name in names {
        ids.extend(find_one(name, mappings, unreadable, source, finder));
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}
