//! From which frameworks and mappings the workbook is made.

use rust_xlsxwriter::XlsxError;

use crate::cell::Cell;
use crate::column::Column;
use crate::cover::{Cover, FIRST_WIDTH, OTHER_WIDTH};
use crate::place::web;
use crate::plan::Plan;
use crate::style::Rank;
use xwalk_report::{Framework, FrameworkAt, Mapping};

/// One line per framework.
pub(super) fn frameworks<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, (FrameworkAt, &'r Framework<'r>)>;
    cover.heading("Frameworks")?;
    let columns = vec![
        Of::text("Framework", FIRST_WIDTH, |(_, framework)| {
            &*framework.heading
        }),
        Of::maybe("Publisher", OTHER_WIDTH, |(_, framework)| {
            framework.publisher
        }),
        Of::maybe("Published", OTHER_WIDTH, |(_, framework)| {
            framework.published.map(|day| day.to_string())
        }),
        Of::maybe("Licence", OTHER_WIDTH, |(_, framework)| framework.licence),
        Of::cell("Controls", OTHER_WIDTH, |(position, framework)| {
            Cell::count(framework.controls.len()).to(plan.framework_address(position))
        }),
        Of::count("Assessable", OTHER_WIDTH, |(_, framework)| {
            framework.assessable
        }),
        Of::count("Withdrawn", OTHER_WIDTH, |(_, framework)| {
            framework.withdrawn.len()
        }),
        Of::cell("Web", OTHER_WIDTH, |(_, framework)| web_cell(framework.url)),
        Of::maybe("Remark", OTHER_WIDTH, |(_, framework)| {
            let reconstruction = framework.reconstruction;
            reconstruction.map(|_| "rebuilt from public summaries")
        }),
    ];
    let lines = plan.report.frameworks.iter();
    let lines = lines.map(|line| (Rank::Leaf, line));
    cover.table("tblFrameworksUsed", columns, lines)
}

/// One line per mapping, with the number of rows by status and relation.
pub(super) fn mappings<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, &'r Mapping<'r>>;
    cover.heading("Mappings")?;
    let columns = vec![
        Of::text("Mapping", FIRST_WIDTH, |mapping| mapping.title),
        Of::text("From", OTHER_WIDTH, |mapping| plan.short(mapping.from)),
        Of::text("To", OTHER_WIDTH, |mapping| plan.short(mapping.to)),
        Of::maybe("Source document", OTHER_WIDTH, |mapping| mapping.source),
        Of::maybe("Author", OTHER_WIDTH, |mapping| mapping.author.as_deref()),
        Of::maybe("Reviewer", OTHER_WIDTH, |mapping| {
            mapping.reviewer.as_deref()
        }),
        Of::maybe("Contact", OTHER_WIDTH, |mapping| {
            mapping.submission.contact.as_deref()
        }),
        Of::maybe("Version", OTHER_WIDTH, |mapping| mapping.version.as_deref()),
        Of::cell("Rows", OTHER_WIDTH, |mapping| {
            let rows = Cell::count(mapping.rows.len());
            match mapping.rows.is_empty() {
                true => rows,
                false => rows.to(plan.row_address(mapping.rows.first)),
            }
        }),
        Of::text("Rows by status", OTHER_WIDTH, |mapping| {
            let statuses = mapping.statuses.iter();
            counts(statuses.map(|(status, rows)| (status.word(), *rows)))
        }),
        Of::text("Rows by relation", OTHER_WIDTH, |mapping| {
            let relations = mapping.relations.iter();
            counts(relations.map(|(relation, rows)| (&**relation, *rows)))
        }),
        Of::count("Conditional rows", OTHER_WIDTH, |mapping| {
            mapping.conditional
        }),
        Of::text("Complete", OTHER_WIDTH, |mapping| mapping.complete.word()),
        Of::maybe("Comprehensive", OTHER_WIDTH, |mapping| {
            mapping.comprehensive.map(|sides| sides.word())
        }),
        Of::cell("Web", OTHER_WIDTH, |mapping| {
            web_cell(mapping.submission.home.as_deref().or(mapping.url))
        }),
    ];
    let lines = plan
        .report
        .mappings
        .values()
        .map(|mapping| (Rank::Leaf, mapping));
    cover.table("tblMappings", columns, lines)
}

/// How much there is of each of these, one per line.
fn counts<'a>(counts: impl Iterator<Item = (&'a str, usize)>) -> String {
    let counts = counts.map(|(word, count)| format!("{count} {word}"));
    counts.collect::<Vec<_>>().join("\n")
}

/// Where something is to be had: the host's name, leading there.
fn web_cell(url: Option<&str>) -> Cell<'_> {
    let Some(url) = url else {
        return Cell::BLANK;
    };
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.strip_prefix("www.").unwrap_or(host);
    match (host.split('/').next(), web(url)) {
        (Some(host), Some(address)) => Cell::text(host).to(address.to_owned()),
        _ => Cell::muted(url),
    }
}
