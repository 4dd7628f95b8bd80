//! The posture workbook: where an organization stands, for those who answer for it and those who check it.
//!
//! Every sheet is one file with a [`sheet::Sheet`]; [`sheets::SHEETS`] is the table of them, and the summary prints it. Every sheet is
//! there, whatever is declared: one that would be empty says so in its first line.

mod behind;
mod book;
mod index;
mod links;
mod order;
mod plan;
mod sheet;
mod sheets;
mod target;
mod used;
mod words;

mod accountable;
mod assessment;
mod capabilities;
mod changes;
mod chart;
mod committees;
mod conditions;
mod course;
mod decisions;
mod definitions;
mod escalations;
mod evidence;
mod gantt;
mod gaps;
mod grounds;
mod heat;
mod indicators;
mod load;
mod months;
mod playbooks;
mod profile;
mod risks;
mod roadmap;
mod roles;
mod rows;
mod single;
mod sources;
mod steps;
mod summary;
mod technology;
mod times;
mod uncovered;
mod verdicts;

use crate::emit::{Artifact, EmitError, Emitter};
use crate::report::Report;

/// The row of [`EMITTERS`](crate::emit::EMITTERS).
pub(in crate::emit) const EMITTER: Emitter = Emitter {
    name: "posture-xlsx",
    about: "a workbook of an assessed organization: tiers, verdicts, gaps, roadmap, risks, evidence, governance",
    emit: |report, _| emit(report),
};

/// One workbook for each organization that is assessed.
fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let postures = report.postures.iter();
    postures
        .map(|posture| {
            let path = match report.postures.len() {
                1 => "posture.xlsx".to_owned(),
                _ => format!("posture-{}.xlsx", posture.organization.name),
            };
            let bytes = book::write(report, posture).map_err(|error| EmitError {
                format: EMITTER.name,
                reason: crate::emit::xlsx::reason(error),
            })?;
            Ok(Artifact { path, bytes })
        })
        .collect()
}
