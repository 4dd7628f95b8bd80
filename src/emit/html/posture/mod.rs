//! One self-contained page on where an organization stands: for the board, for those who lead the work, for the auditor.
//!
//! All that it says stands in the document as tables and lists, so that nothing is lost without scripts; with them come views
//! instead of one long page, and a search among the verdicts.

mod counts;
mod name;
mod page;
mod places;
mod projection;
mod quoted;
mod row;
mod titled;
pub(super) mod verdict;
mod words;

mod auditor;
mod board;
mod lead;

use serde::Serialize;

use self::auditor::{AssessedRow, Auditor, ClaimRow, DigestRow, VerdictRow};
use self::board::Board;
use self::board::decisions::Decisions;
use self::lead::{
    Answering, Conditional, Dependent, EvidenceRow, Governance, Indicated, Lacked, Landscape, Lead,
    Mover, Planned, Play, Ranked, Registered, Remainders, Risen, Tiers, Time, Used, WithoutRisk,
};
use self::name::{Name, Names};
use self::page::Page;
use self::places::Places;
use self::titled::Titled;
use self::verdict::VerdictView;
use super::anchors;
use super::definitions::{Terms, groups};
use super::fragment::Fragment;
use super::kit::{Kit, part};
use super::rows::Rows;
use super::security;
use super::templates::Templates;
use super::view::view;
use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::posture::definitions;
use xwalk_report::{Posture, Report};

/// The row of this format in the table of formats.
pub const EMITTER: Emitter<Templates> = Emitter {
    name: "posture-html",
    about: "posture.html, a page for board, lead and auditor: tiers, verdicts with proofs, gaps, roadmap, evidence",
    emit,
};

/// The templates of this page.
pub(super) const KIT: Kit = Kit {
    format: "posture-html",
    frame: "posture",
    parts: &[
        part!("posture.hbs", Frame),
        part!("posture-board.hbs", Board),
        part!("posture-board-stand.hbs", Board),
        part!("posture-board-changes.hbs", Board),
        part!("posture-board-ahead.hbs", Board),
        part!("posture-board-decisions.hbs", Decisions),
        part!("posture-lead.hbs", Lead),
        part!("posture-lead-frameworks.hbs", Lead),
        part!("posture-lead-profile.hbs", Lead),
        part!("posture-profile.row.hbs", Tiers),
        part!("posture-lead-changes.hbs", Lead),
        part!("posture-moved.row.hbs", Mover),
        part!("posture-lead-gaps.hbs", Lead),
        part!("posture-gap.row.hbs", Ranked),
        part!("posture-without-risk.row.hbs", WithoutRisk),
        part!("posture-lead-remainder.hbs", Lead),
        part!("posture-remainder.row.hbs", Remainders),
        part!("posture-lead-evidence.hbs", Lead),
        part!("posture-evidence.row.hbs", EvidenceRow),
        part!("posture-lead-roadmap.hbs", Lead),
        part!("posture-initiative.row.hbs", Planned),
        part!("posture-rise.row.hbs", Risen),
        part!("posture-lead-risks.hbs", Lead),
        part!("posture-risk.row.hbs", Registered),
        part!("posture-lead-conditions.hbs", Lead),
        part!("posture-condition.row.hbs", Conditional),
        part!("posture-lead-indicators.hbs", Lead),
        part!("posture-indicator.row.hbs", Indicated),
        part!("posture-lack.row.hbs", Lacked),
        part!("posture-lead-governance.hbs", Governance),
        part!("posture-role.row.hbs", Answering),
        part!("posture-lead-technology.hbs", Landscape),
        part!("posture-technology.row.hbs", Used),
        part!("posture-single.row.hbs", Dependent),
        part!("posture-lead-playbooks.hbs", Lead),
        part!("posture-playbook.row.hbs", Play),
        part!("posture-time.row.hbs", Time),
        part!("posture-auditor.hbs", Auditor),
        part!("posture-auditor-verdicts.hbs", Auditor),
        part!("posture-auditor-assessed.hbs", Auditor),
        part!("posture-auditor-rows.hbs", Auditor),
        part!("posture-auditor-digests.hbs", Auditor),
        part!("posture-verdict.row.hbs", VerdictRow),
        part!("posture-assessed.row.hbs", AssessedRow),
        part!("posture-claim.row.hbs", ClaimRow),
        part!("posture-digest.row.hbs", DigestRow),
        part!("posture-names.row.hbs", Names),
        part!("posture-name.row.hbs", Name),
        part!("posture-titled.row.hbs", Titled),
        part!("posture-word.row.hbs", VerdictView),
        part!("definitions.hbs", Terms),
        part!("common.css"),
        part!("pictures.css"),
        part!("posture.css"),
        part!("common.js"),
        part!("posture.js"),
    ],
};

/// Writes one page for each organization that is assessed, with these templates: `posture.html`, or `posture-NAME.html` where
/// there are several.
///
/// # Errors
///
/// If a template is not well-formed or asks for something that the page does not have.
pub fn emit(report: &Report<'_>, templates: &Templates) -> Result<Vec<Artifact>, EmitError> {
    let postures = report.postures.iter();
    postures
        .map(|posture| {
            let path = match report.postures.len() {
                1 => "posture.html".to_owned(),
                _ => format!("posture-{}.html", posture.organization.name),
            };
            let bytes = page(report, posture, templates)?.into_bytes();
            Ok(Artifact::new(path, bytes))
        })
        .collect()
}

view! {
    /// What the frame of the page is filled with.
    #[derive(Serialize)]
    struct Frame<'r> {
        /// The title of the organization.
        title: &'r str,
        /// The day of the report.
        date: String,
        /// The program and its version.
        generator: &'r str,
        /// The content security policy.
        policy: String,
        /// The frameworks that are judged, for the contents.
        frameworks: Vec<Linked<'r>>,
        /// The part for the board.
        board: Board<'r>,
        /// The part for auditors.
        auditor: Auditor<'r>,
        /// The definitions, in groups.
        definitions: Vec<Terms<'r>>,
        /// The part for those who lead the work.
        lead: Lead<'r>,
    }
}

view! {
    /// An entry of the contents.
    #[derive(Serialize)]
    struct Linked<'r> {
        /// Where it leads.
        link: String,
        /// Its title.
        title: &'r str,
    }
}

fn page(
    report: &Report<'_>,
    posture: &Posture<'_>,
    templates: &Templates,
) -> Result<String, EmitError> {
    let (style, script) = (templates.all(&KIT, ".css"), templates.all(&KIT, ".js"));
    let rows = Rows {
        kit: &KIT,
        templates,
    };
    let places = &Places::of(posture);
    let page = Page {
        report,
        posture,
        places,
    };
    let frame = Frame {
        title: posture.organization.title,
        date: report.meta.date.to_string(),
        generator: report.meta.generator,
        policy: security::policy(&style, &script),
        frameworks: frameworks(page),
        board: Board::of(page),
        auditor: Auditor::of(page),
        definitions: groups(definitions(report)),
        lead: Lead::of(page),
    };
    let single = |name, html| Fragment::html(name, 0, html);
    let mut fragments = vec![single("style", style), single("script", script)];
    fragments.extend(board::pictures(page));
    fragments.extend(auditor::fragments(page, rows)?);
    fragments.extend(lead::fragments(page, rows)?);
    templates.render(&KIT, &frame, &fragments)
}

/// The entries of the contents, one for each framework.
fn frameworks<'r>(page: Page<'r>) -> Vec<Linked<'r>> {
    let verdicts = page.posture.verdicts.iter();
    verdicts
        .map(|projection| Linked {
            link: anchors::link(&Places::framework_id(&projection.framework)),
            title: projection.framework.short(),
        })
        .collect()
}
