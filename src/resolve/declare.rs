//! What all files declare: one item for each name.

use std::cmp::Reverse;

use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::DUPLICATE_DECLARATION;
use xwalk_source::{Origin, SourceId, SourceMap, Span};
use xwalk_syntax::ast;

use crate::in_order::in_order;

/// An item with the file that declares it.
pub(super) struct Declared<T> {
    pub source: SourceId,
    pub origin: Origin,
    pub item: T,
}

/// The items of all files, by kind, each ordered by name.
#[derive(Default)]
pub(super) struct Items<'s> {
    pub frameworks: Vec<Declared<ast::Framework<'s>>>,
    pub overlays: Vec<Declared<ast::Overlay<'s>>>,
    pub mappings: Vec<Declared<ast::Mapping<'s>>>,
    pub policies: Vec<Declared<ast::Policy<'s>>>,
    /// Names of posture are unique within an organization only, so nothing is sorted out here.
    pub posture: Vec<Declared<ast::posture::Item<'s>>>,
}

/// Collects the items of all files and keeps one for each name. The workspace's own replace bundled ones silently;
/// of two with the same origin the first stands, and the other one is reported.
pub(super) fn declare<'s>(
    files: Vec<ast::File<'s>>,
    sources: &SourceMap,
) -> (Items<'s>, Vec<Diagnostic>) {
    let mut items = Items::default();
    for file in files {
        let source = file.source;
        let origin = sources
            .get(source)
            .map_or(Origin::Workspace, |source| source.origin);
        for item in file.items {
            match item {
                ast::Item::Framework(item) => items.frameworks.push(Declared {
                    source,
                    origin,
                    item,
                }),
                ast::Item::Overlay(item) => items.overlays.push(Declared {
                    source,
                    origin,
                    item,
                }),
                ast::Item::Mapping(item) => items.mappings.push(Declared {
                    source,
                    origin,
                    item,
                }),
                ast::Item::Policy(item) => items.policies.push(Declared {
                    source,
                    origin,
                    item,
                }),
                ast::Item::Posture(item) => items.posture.push(Declared {
                    source,
                    origin,
                    item,
                }),
            }
        }
    }
    let mut found = Vec::new();
    let items = Items {
        frameworks: one_per_name(items.frameworks, &mut found),
        overlays: one_per_name(items.overlays, &mut found),
        mappings: one_per_name(items.mappings, &mut found),
        policies: one_per_name(items.policies, &mut found),
        posture: items.posture,
    };
    (items, found)
}

/// An item that others refer to by its name.
trait Named<'s> {
    /// What a user calls such an item.
    const KIND: &'static str;
    /// Its name, and its edition if it has one.
    fn name(&self) -> (&'s str, &'s str);
    /// Where the name stands.
    fn name_span(&self) -> Span;
}

impl<'s> Named<'s> for ast::Framework<'s> {
    const KIND: &'static str = "framework";
    fn name(&self) -> (&'s str, &'s str) {
        (self.id.name, self.id.edition)
    }
    fn name_span(&self) -> Span {
        self.id.span
    }
}

macro_rules! named {
    ($($item:ident $kind:literal),+) => {$(
        impl<'s> Named<'s> for ast::$item<'s> {
            const KIND: &'static str = $kind;
            fn name(&self) -> (&'s str, &'s str) {
                (self.name.value, "")
            }
            fn name_span(&self) -> Span {
                self.name.span
            }
        }
    )+};
}
named!(Overlay "overlay", Mapping "mapping", Policy "policy");

fn one_per_name<'s, T: Named<'s>>(
    all: Vec<Declared<T>>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Declared<T>> {
    let mut kept: Vec<Declared<T>> = Vec::with_capacity(all.len());
    let all = in_order(all, |declared| {
        let item = &declared.item;
        (
            item.name(),
            Reverse(declared.origin),
            declared.source,
            item.name_span(),
        )
    });
    for declared in all {
        match kept.last() {
            Some(first) if first.item.name() == declared.item.name() => {
                if first.origin == declared.origin {
                    found.push(duplicate(first, &declared));
                }
            }
            _ => kept.push(declared),
        }
    }
    kept
}

fn duplicate<'s, T: Named<'s>>(first: &Declared<T>, second: &Declared<T>) -> Diagnostic {
    let kind = T::KIND;
    let name = match second.item.name() {
        (name, "") => name.to_owned(),
        (name, edition) => format!("{name}@{edition}"),
    };
    let place = second.item.name_span().in_source(second.source);
    Diagnostic::new(DUPLICATE_DECLARATION, place, format!("{kind} `{name}` is declared twice"))
        .label("declared again here, and left out")
        .also(first.item.name_span().in_source(first.source), "declared first here")
        .help(format!("rename one of the two, or delete it: in all files of a workspace together, a name stands for one {kind}"))
}
