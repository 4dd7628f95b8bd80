//! One self-contained page that works from disk, without a network, and says the essential without scripts.
//!
//! The frame is handlebars; what is long is a row template, filled entry by entry where the frame asks for it. Both can be
//! replaced. What only the script shows (notes, places, the list of rows) is JSON beside them.

mod anchors;
mod arguments;
mod contradictions;
mod controls;
mod coverage;
mod data;
mod definitions;
mod embedded;
mod filler;
mod fragment;
mod gaps;
mod heat;
mod improved;
mod includes;
mod kit;
mod markup;
mod named;
mod overlap;
mod page;
mod pairs;
mod partial;
mod pictures;
pub mod posture;
mod proved;
mod remainder;
mod rows;
mod security;
mod tallies;
mod template_error;
mod templates;
mod view;

pub use kit::Part;
pub use template_error::TemplateError;
pub use templates::Templates;
pub use view::{Shape, Variable};

use self::anchors::Anchors;
use self::arguments::{Arguments, EndView, RowLink, StepView};
use self::contradictions::ContradictionView;
use self::controls::{ControlView, Sections};
use self::coverage::Direction;
use self::definitions::Terms;
use self::fragment::Fragment;
use self::gaps::Gaps;
use self::heat::{FunctionMap, PairMap};
use self::kit::{Kit, part};
use self::overlap::{Cover, Group};
use self::page::{FrameworkView, Page, PairView};
use self::remainder::Remainders;
use self::tallies::VerdictView;
use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::{Id as _, Posture, Report, Verdict};

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
pub const EMITTER: Emitter<Templates> = Emitter {
    name: "html",
    about: "one page that works offline: overview, coverage, gaps, every control and row",
    emit,
};

/// The templates of this page.
const KIT: Kit = Kit {
    format: "html",
    frame: "report",
    parts: &[
        part!("report.hbs", Page),
        part!("overview.hbs", Page),
        part!("pair.hbs", PairView),
        part!("framework.hbs", FrameworkView),
        part!("contradictions.hbs", Page),
        part!("overlap.hbs", Page),
        part!("methods.hbs", Page),
        part!("definitions.hbs", Terms),
        part!("findings.hbs", Page),
        part!("control.row.hbs", ControlView),
        part!("contradiction.row.hbs", ContradictionView),
        part!("argument-step.row.hbs", StepView),
        part!("argument-end.row.hbs", EndView),
        part!("argument-row.row.hbs", RowLink),
        part!("verdict.row.hbs", VerdictView),
        part!("gaps.row.hbs", Gaps),
        part!("remainder.row.hbs", Remainders),
        part!("coverage.row.hbs", Direction),
        part!("heat-function.row.hbs", FunctionMap),
        part!("heat-pair.row.hbs", PairMap),
        part!("overlap-group.row.hbs", Group),
        part!("overlap-cover.row.hbs", Cover),
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
    let control = &templates.row::<ControlView<'_>>(&KIT, "control.row.hbs")?;
    let contradiction = &templates.row::<ContradictionView<'_>>(&KIT, "contradiction.row.hbs")?;
    let gap = &templates.row::<Gaps<'_>>(&KIT, "gaps.row.hbs")?;
    let left = &templates.row::<Remainders<'_>>(&KIT, "remainder.row.hbs")?;
    let direction = &templates.row::<Direction<'_>>(&KIT, "coverage.row.hbs")?;
    let function_map = &templates.row::<FunctionMap<'_>>(&KIT, "heat-function.row.hbs")?;
    let pair_map = &templates.row::<PairMap<'_>>(&KIT, "heat-pair.row.hbs")?;
    let group = &templates.row::<Group<'_>>(&KIT, "overlap-group.row.hbs")?;
    let cover = &templates.row::<Cover<'_>>(&KIT, "overlap-cover.row.hbs")?;
    let anchors = &Anchors::of(report);
    let arguments = Arguments { report, anchors };
    let sections = &Sections::of(report, anchors);
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
        Fragment::rows("heat-by-pair", 0, pair_map, || {
            heat::by_pair(report, &pairs)
        }),
        Fragment::rows("related", 0, gap, || {
            gaps::lists(report, anchors, Verdict::Related)
        }),
        Fragment::rows("gaps", 0, gap, || {
            gaps::lists(report, anchors, Verdict::Gap)
        }),
        Fragment::rows("not-reviewed", 0, gap, || {
            gaps::lists(report, anchors, Verdict::NotReviewed)
        }),
        Fragment::rows("remainder", 0, left, || remainder::lists(report, anchors)),
        Fragment::rows("contradictions", 0, contradiction, move || {
            contradictions::list(arguments)
        }),
        Fragment::rows("overlap-classes", 0, group, || {
            overlap::groups(report, anchors)
        }),
        Fragment::rows("overlap-covers", 0, cover, || {
            overlap::covers(report, anchors)
        }),
    ];
    fragments.extend(pairs.iter().enumerate().map(|(index, pair)| {
        Fragment::rows("coverage", index, direction, move || {
            coverage::directions(pair, anchors)
        })
    }));
    for framework in report.frameworks.ids() {
        let index = framework.index();
        fragments.push(Fragment::rows(
            "heat-by-function",
            index,
            function_map,
            move || heat::by_function(report, anchors, framework),
        ));
        fragments.push(Fragment::rows("controls", index, control, move || {
            sections.controls(framework)
        }));
    }

    let page = page::page(report, anchors, &pairs, &policy);
    let html = templates.render(&KIT, &page, &fragments)?;
    Ok(vec![Artifact::new("report.html", html.into_bytes())])
}
