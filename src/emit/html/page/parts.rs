//! What several views of the page show.

use serde::Serialize;

use crate::anchors;
use crate::view::view;
use xwalk_report::{FrameworkAt, Report};

view! {
    /// A word with a count, and where it leads.
    #[derive(Serialize)]
    pub(super) struct Counted<'r> {
        /// The word.
        pub(super) word: &'r str,
        /// The link to it.
        pub(super) link: String,
        /// How many.
        pub(super) count: usize,
    }
}

view! {
    /// A caveat and the framework that it is about.
    #[derive(Serialize)]
    pub(super) struct Caveat<'r> {
        /// The framework.
        framework: &'r str,
        /// The link to it.
        link: String,
        /// The text.
        text: &'r str,
    }
}

pub(super) fn counted(word: &str, link: String, count: usize) -> Counted<'_> {
    Counted { word, link, count }
}

pub(super) fn caveats<'r>(
    report: &'r Report<'_>,
    about: impl Fn(FrameworkAt) -> bool,
) -> Vec<Caveat<'r>> {
    report
        .meta
        .caveats
        .iter()
        .filter(|caveat| about(caveat.framework))
        .map(|caveat| {
            let framework = &report.frameworks[caveat.framework];
            Caveat {
                framework: &framework.heading,
                link: anchors::link(&anchors::framework(framework)),
                text: &caveat.text,
            }
        })
        .collect()
}
