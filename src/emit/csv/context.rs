//! What a reader needs beside the tables: what they are, what was found wrong, what the terms mean.

use std::borrow::Cow;

use super::table::{Columns, maybe, shown, table};
use xwalk_format::names::Names;
use xwalk_report::{Definition, Finding, Report};

/// `about.csv`: one line per property; a caveat is a line of its own.
pub(super) fn about<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let meta = &report.meta;
    let names = Names::new(report);
    let pivot = meta.pivot.map(|pivot| names.framework(pivot));
    let properties = [
        ("title", Cow::Borrowed(meta.title.as_str())),
        ("date", shown(meta.date)),
        ("generator", Cow::Borrowed(meta.generator)),
        ("public", shown(meta.public)),
        ("status_floor", Cow::Borrowed(meta.status_floor.word())),
        ("pivot", maybe(pivot)),
        (
            "left_out",
            meta.left_out
                .sentence()
                .map_or_else(Cow::default, Cow::Owned),
        ),
    ];
    let caveats = meta.caveats.iter().map(|caveat| {
        let framework = names.framework(caveat.framework);
        ("caveat", shown(format!("{framework}: {}", caveat.text)))
    });
    let columns: &Columns<'r, (&str, Cow<'r, str>)> = &[
        ("property", |_, (property, _)| shown(property)),
        ("value", |_, (_, value)| value.clone()),
    ];
    table(report, columns, properties.into_iter().chain(caveats))
}

/// `findings.csv`: what the compiler had to say.
pub(super) fn findings<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, &'r Finding> = &[
        ("code", |_, finding| finding.code.into()),
        ("severity", |_, finding| finding.severity.word().into()),
        ("message", |_, finding| finding.message.as_str().into()),
        ("help", |_, finding| maybe(finding.help.as_deref())),
        ("place", |_, finding| finding.place.as_str().into()),
    ];
    table(report, columns, &report.findings)
}

/// `definitions.csv`: the terms and what they mean.
pub(super) fn definitions<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, &'r Definition> = &[
        ("key", |_, definition| definition.key.into()),
        ("group", |_, definition| definition.group.into()),
        ("term", |_, definition| definition.term.into()),
        ("meaning", |_, definition| definition.meaning.into()),
    ];
    table(report, columns, &report.definitions)
}
