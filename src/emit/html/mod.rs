//! One self-contained page that works from disk, without a network, and says the essential without scripts.
//!
//! The frame is handlebars and can be replaced; what is long is written from Rust and put into the frame as
//! finished fragments; what only the script shows (notes, places, the list of rows) is JSON beside them.

mod anchors;
mod arguments;
mod contradictions;
mod controls;
mod coverage;
mod data;
mod filler;
mod fragment;
mod gaps;
mod heat;
mod improved;
mod markup;
mod named;
mod overlap;
mod page;
mod pairs;
mod percent;
mod pictures;
pub mod posture;
mod proved;
mod security;
mod tallies;
mod templates;
mod view;

pub use templates::{Part, TemplateError, Templates};
pub use view::{Shape, Variable};

use self::anchors::Anchors;
use self::arguments::Arguments;
use self::controls::Sections;
use self::fragment::Fragment;
use self::gaps::Gaps;
use self::templates::{Kit, part};
use super::{Artifact, EmitError, Emitter};
use crate::report::{Posture, Report, Verdict};

/// The pictures of a posture, as the fragments of HTML that its page shows: tiers, verdicts, risks and technology, then chart
/// and burn-up of each roadmap; empty where there is nothing to show.
#[must_use]
pub fn pictures(posture: &Posture<'_>) -> Vec<String> {
    let mut all = vec![
        pictures::tiers(posture),
        pictures::verdicts(posture),
        pictures::risks(posture),
        pictures::architecture(&posture.technology),
    ];
    for roadmap in &posture.roadmaps {
        all.push(pictures::gantt(roadmap, posture));
        all.push(pictures::burn_up(roadmap));
    }
    all
}

/// The row of this format in the table of formats.
pub(super) const EMITTER: Emitter = Emitter {
    name: "html",
    about: "one page that works offline: overview, coverage, gaps, every control and row",
    emit,
};

/// The templates of this page.
const KIT: Kit = Kit {
    format: "html",
    frame: "report",
    parts: &[
        part!("report.hbs"),
        part!("overview.hbs"),
        part!("pair.hbs"),
        part!("framework.hbs"),
        part!("contradictions.hbs"),
        part!("overlap.hbs"),
        part!("methods.hbs"),
        part!("findings.hbs"),
        part!("gaps.row.hbs", Gaps),
        part!("common.css"),
        part!("report.css"),
        part!("common.js"),
        part!("report.js"),
    ],
};

/// Writes the report as `report.html` with these templates.
///
/// # Errors
///
/// If a template is not well-formed or asks for something that the page does not have.
pub fn emit(report: &Report<'_>, templates: &Templates) -> Result<Vec<Artifact>, EmitError> {
    let (style, script) = (templates.all(&KIT, ".css"), templates.all(&KIT, ".js"));
    let gap = &templates.row::<Gaps<'_>>(&KIT, "gaps.row.hbs")?;
    let anchors = &Anchors::of(report);
    let arguments = Arguments { report, anchors };
    let sections = Sections::of(report, anchors);
    let pairs = pairs::pairs(report);
    let policy = security::policy(&style, &script);
    let data = data::json(report, anchors, &pairs).map_err(|error| EmitError {
        format: "html",
        reason: error.to_string(),
    })?;

    let single = |name, html| Fragment::html(name, 0, html);
    let mut fragments = vec![
        single("style", style),
        single("script", script),
        single("data", data),
        single("heat-by-pair", heat::by_pair(report, &pairs)),
        Fragment::rows("gaps", 0, gap, || {
            gaps::lists(report, anchors, Verdict::Gap)
        }),
        Fragment::rows("not-reviewed", 0, gap, || {
            gaps::lists(report, anchors, Verdict::NotReviewed)
        }),
        single("contradictions", contradictions::list(arguments)),
        single("overlap-classes", overlap::classes(arguments)),
        single("overlap-covers", overlap::covers(arguments)),
    ];
    fragments.extend(
        pairs.iter().enumerate().map(|(index, pair)| {
            Fragment::html("coverage", index, coverage::tables(pair, anchors))
        }),
    );
    for index in 0..report.frameworks.len() {
        let of_framework = |name, html| Fragment::html(name, index, html);
        fragments.push(of_framework(
            "heat-by-function",
            heat::by_function(report, index),
        ));
        fragments.push(of_framework("controls", sections.framework_controls(index)));
    }

    let page = page::page(report, anchors, &pairs, &policy);
    let html = templates.render(&KIT, &page, &fragments)?;
    Ok(vec![Artifact {
        path: "report.html".to_owned(),
        bytes: html.into_bytes(),
    }])
}
