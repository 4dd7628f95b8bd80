//! What belongs to an organization: one of each kind and name, in order, so that ids are known before anything is linked.

use std::borrow::Cow;
use std::collections::BTreeMap;

use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::DUPLICATE_DECLARATION;
use xwalk_model::Id;
use xwalk_model::posture::OrganizationId;
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast::posture::Heading;

use super::context::Context;
use super::names::Names;
use super::sort::{Headed, Items};
use crate::in_order::in_order;

/// A construct whose organization is known, with what it cannot do without.
pub struct Member<T, W> {
    pub source: SourceId,
    pub organization: OrganizationId,
    pub item: T,
    /// What it cannot do without.
    pub whole: W,
}

/// The title of a header, or the name.
pub fn title<'s>(head: &Heading<'s>) -> Cow<'s, str> {
    let title = head.title.as_ref();
    title.map_or(head.name.value.into(), |title| title.value.clone())
}

/// The organization that a header names, or the only one.
pub fn of_heading<'s, T: Headed<'s>>(
    item: &T,
    kind: &str,
    source: SourceId,
    context: &mut Context<'_, '_, 's>,
) -> Option<OrganizationId> {
    context.organization(item.head(), kind, source)
}

/// Keeps one construct for each name of an organization, in order of both, and names it. The position of each among
/// those handed out is its id.
pub fn declare<'s, T: Headed<'s>, W, I: Id>(
    items: Items<T>,
    kind: &'static str,
    context: &mut Context<'_, '_, 's>,
    mut organization: impl FnMut(&T, &str, SourceId, &mut Context<'_, '_, 's>) -> Option<OrganizationId>,
    mut whole: impl FnMut(&T, SourceId, &mut Context<'_, '_, 's>) -> Option<W>,
) -> (Vec<Member<T, W>>, Names<'s, I>) {
    let all: Vec<(OrganizationId, SourceId, T)> = items
        .into_iter()
        .filter_map(|(source, item)| {
            let of = organization(&item, kind, source, context)?;
            Some((of, source, item))
        })
        .collect();
    let mut members: Vec<Member<T, W>> = Vec::with_capacity(all.len());
    let mut names: BTreeMap<(OrganizationId, &'s str), Option<I>> = BTreeMap::new();
    let mut first: Option<(OrganizationId, &'s str, Place)> = None;
    let all = in_order(all, |(of, source, item)| {
        let name = item.head().name;
        (*of, name.value, *source, name.span)
    });
    for (of, source, item) in all {
        let name = item.head().name;
        let place = name.span.in_source(source);
        match first {
            Some((other, value, first)) if (other, value) == (of, name.value) => {
                context
                    .finder
                    .report(duplicate(kind, "organization", value, place, first));
                continue;
            }
            _ => first = Some((of, name.value, place)),
        }
        let whole = whole(&item, source, context);
        let id = whole.as_ref().map(|_| I::from_index(members.len()));
        names.insert((of, name.value), id);
        members.extend(whole.map(|whole| Member {
            source,
            organization: of,
            item,
            whole,
        }));
    }
    (members, Names::new(kind, names))
}

/// Says that a name is declared twice within something.
pub fn duplicate(kind: &str, within: &str, name: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(
        DUPLICATE_DECLARATION,
        place,
        format!("{kind} `{name}` is declared twice"),
    )
    .label("declared again here, and left out")
    .also(first, "declared first here")
    .help(format!(
        "rename one of the two, or delete it: in one {within}, a name stands for one {kind}"
    ))
}
