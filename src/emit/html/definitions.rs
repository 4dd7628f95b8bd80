//! What the words of a page mean, in groups.

use serde::Serialize;

use super::view::view;
use xwalk_report::Definition;

view! {
    /// Definitions that belong together.
    #[derive(Serialize)]
    pub(super) struct Terms<'r> {
        /// The name.
        name: &'r str,
        /// The terms.
        terms: Vec<Term<'r>>,
    }
}

view! {
    /// A term.
    #[derive(Serialize)]
    struct Term<'r> {
        /// The key.
        key: &'r str,
        /// The term.
        term: &'r str,
        /// What it means.
        meaning: &'r str,
    }
}

/// Definitions by their groups, in their order.
pub(super) fn groups<'r>(definitions: impl Iterator<Item = &'r Definition>) -> Vec<Terms<'r>> {
    let mut groups: Vec<Terms<'r>> = Vec::new();
    for definition in definitions {
        let term = Term {
            key: definition.key,
            term: definition.term,
            meaning: definition.meaning,
        };
        match groups.last_mut() {
            Some(last) if last.name == definition.group => last.terms.push(term),
            _ => groups.push(Terms {
                name: definition.group,
                terms: vec![term],
            }),
        }
    }
    groups
}
