//! From which frameworks and mappings the workbook is made.

use rust_xlsxwriter::XlsxError;

use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::cover::Cover;
use crate::emit::xlsx::place::web;
use crate::emit::xlsx::plan::Plan;
use crate::emit::xlsx::style::Rank;

/// One line per framework.
pub(super) fn frameworks(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Frameworks")?;
    let lines: Vec<_> = (0..)
        .zip(&plan.report.frameworks)
        .map(|(position, framework)| {
            let published = framework.published.map(|date| date.to_string());
            let note = match framework.reconstruction {
                Some(_) => "rebuilt from public summaries",
                None => "",
            };
            let cells = vec![
                Cell::text(&*framework.heading),
                Cell::maybe(framework.publisher),
                Cell::maybe(published),
                Cell::maybe(framework.licence),
                Cell::count(framework.controls.len()).to(plan.framework_address(position)),
                Cell::count(framework.assessable),
                Cell::count(framework.withdrawn.len()),
                web_cell(framework.url),
                Cell::text(note),
            ];
            (Rank::Leaf, cells)
        })
        .collect();
    let headers = [
        "Framework",
        "Publisher",
        "Published",
        "Licence",
        "Controls",
        "Assessable",
        "Withdrawn",
        "Web",
        "Remark",
    ];
    cover.table("tblFrameworksUsed", &headers.map(str::to_owned), &lines)
}

/// One line per mapping, with the number of rows by status and relation.
pub(super) fn mappings(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Mappings")?;
    let lines: Vec<_> = (plan.report.mappings.iter())
        .map(|mapping| {
            let by_status: Vec<String> = (mapping.statuses.iter())
                .map(|(status, rows)| format!("{rows} {}", status.word()))
                .collect();
            let by_relation: Vec<String> = (mapping.relations.iter())
                .map(|(relation, rows)| format!("{rows} {relation}"))
                .collect();
            let rows = Cell::count(mapping.rows.len());
            let cells = vec![
                Cell::text(mapping.title),
                Cell::text(plan.short(mapping.from)),
                Cell::text(plan.short(mapping.to)),
                Cell::maybe(mapping.source),
                Cell::maybe(mapping.author.as_deref()),
                match mapping.rows.is_empty() {
                    true => rows,
                    false => rows.to(plan.row_address(mapping.rows.start)),
                },
                Cell::text(by_status.join("\n")),
                Cell::text(by_relation.join("\n")),
                Cell::count(mapping.conditional),
                web_cell(mapping.url),
            ];
            (Rank::Leaf, cells)
        })
        .collect();
    let headers = [
        "Mapping",
        "From",
        "To",
        "Source document",
        "Author",
        "Rows",
        "Rows by status",
        "Rows by relation",
        "Conditional rows",
        "Web",
    ];
    cover.table("tblMappings", &headers.map(str::to_owned), &lines)
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
