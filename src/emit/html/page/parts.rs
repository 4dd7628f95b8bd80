//! What several views of the page show.

use serde::Serialize;

use crate::emit::html::anchors;
use crate::report::Report;

/// A word with a count, and where it leads.
#[derive(Serialize)]
pub(super) struct Counted<'r> {
    pub(super) word: &'r str,
    pub(super) link: String,
    pub(super) count: usize,
}

/// A caveat and the framework that it is about.
#[derive(Serialize)]
pub(super) struct Caveat<'r> {
    framework: &'r str,
    link: String,
    text: &'r str,
}

pub(super) fn counted(word: &str, link: String, count: usize) -> Counted<'_> {
    Counted { word, link, count }
}

pub(super) fn caveats<'r>(
    report: &'r Report<'_>,
    about: impl Fn(usize) -> bool,
) -> Vec<Caveat<'r>> {
    report
        .meta
        .caveats
        .iter()
        .filter(|caveat| about(caveat.framework))
        .filter_map(|caveat| {
            let framework = report.frameworks.get(caveat.framework)?;
            Some(Caveat {
                framework: &framework.heading,
                link: anchors::link(&anchors::framework(framework)),
                text: &caveat.text,
            })
        })
        .collect()
}
