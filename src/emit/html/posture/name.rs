//! What is named in the page, as templates show it: a link to its place, or a word where it has none.

use std::borrow::Cow;

use serde::Serialize;

use crate::view::view;

/// How many names stand in one sentence before the rest is folded away.
const FEW: usize = 6;

view! {
    /// A name, and where it leads.
    #[derive(Debug, Default, Serialize)]
    pub(super) struct Name<'r> {
        /// The class of its look, if it has one.
        class: &'static str,
        /// The link to its place; empty where it has none.
        link: String,
        /// What it is called.
        text: Cow<'r, str>,
    }
}

view! {
    /// A name in a list, and what follows it.
    #[derive(Debug, Serialize)]
    struct Listed<'r> {
        /// The name.
        name: Name<'r>,
        /// What follows it.
        after: String,
    }
}

view! {
    /// Several names: the first few, and the rest to be folded away.
    #[derive(Debug, Serialize)]
    pub(super) struct Names<'r> {
        /// How many there are.
        count: usize,
        /// The first few.
        shown: Vec<Listed<'r>>,
        /// How many are folded away.
        more: usize,
        /// Those.
        folded: Vec<Listed<'r>>,
    }
}

impl<'r> Name<'r> {
    /// What has a place.
    pub(super) fn link(class: &'static str, link: String, text: impl Into<Cow<'r, str>>) -> Self {
        let text = text.into();
        Self { class, link, text }
    }

    /// What has none.
    pub(super) fn word(class: &'static str, text: impl Into<Cow<'r, str>>) -> Self {
        Self::link(class, String::new(), text)
    }
}

impl<'r> Names<'r> {
    /// Names with nothing between them but commas.
    pub(super) fn of(names: impl IntoIterator<Item = Name<'r>>) -> Self {
        Self::with(names.into_iter().map(|name| (name, String::new())))
    }

    /// Names, each with what follows it.
    pub(super) fn with(names: impl IntoIterator<Item = (Name<'r>, String)>) -> Self {
        let names = names.into_iter();
        let all: Vec<_> = names.map(|(name, after)| Listed { name, after }).collect();
        let count = all.len();
        let (shown, folded) = folded(all);
        Self {
            count,
            shown,
            more: folded.len(),
            folded,
        }
    }

    /// Whether there are none.
    pub(super) const fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// The first few of a list, and the rest to be folded away.
pub(super) fn folded<T>(mut all: Vec<T>) -> (Vec<T>, Vec<T>) {
    // What folds away has to be worth it.
    let rest = if all.len() <= FEW + 2 {
        Vec::new()
    } else {
        all.split_off(FEW)
    };
    (all, rest)
}
