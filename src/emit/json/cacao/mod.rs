//! Playbooks in the form in which such things are exchanged: CACAO Security Playbooks Version 2.0 (OASIS Committee
//! Specification 01 of 27 November 2023), one document each.
//!
//! `docs/cacao.md` says what is carried over. Where this speaks of sections, they are those of the specification.

mod agents;
mod dictionary;
mod identifiers;
mod playbook;
mod steps;

use self::playbook::Playbook;
use super::lines::written;
use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::{Meta, Posture, Report};

/// The row of `EMITTERS`.
pub const EMITTER: Emitter = Emitter {
    name: "cacao",
    about: "cacao/NAME.json, for incident responders: each playbook as a CACAO 2.0 document",
    emit: |report, _| emit(report),
};

/// One document for each playbook that has steps, in a folder for each organization where there are several.
fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let postures = report.postures.iter();
    let folders = postures.map(|posture| match report.postures.len() {
        1 => ("cacao".to_owned(), posture),
        _ => (format!("cacao/{}", posture.organization.name), posture),
    });
    folders
        .flat_map(|(folder, posture)| documents(&report.meta, posture, folder))
        .collect()
}

fn documents<'r>(
    meta: &'r Meta<'r>,
    posture: &'r Posture<'r>,
    folder: String,
) -> impl Iterator<Item = Result<Artifact, EmitError>> + 'r {
    let documents = Playbook::all(posture, meta);
    documents.map(move |(name, document)| {
        // Members in the order of the specification, steps in the order in which they are done.
        let bytes = written(&document).map_err(|error| EmitError {
            format: EMITTER.name,
            reason: error.to_string(),
        })?;
        Ok(Artifact::new(format!("{folder}/{name}.json"), bytes))
    })
}
