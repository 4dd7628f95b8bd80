//! `manifest.json`: what a build wrote, and from what.

use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use super::RunError;
use super::date::BuildDate;
use xwalk_emit::Artifact;
use xwalk_host::Host;
use xwalk_redaction::sha256;
use xwalk_report::Meta;
use xwalk_source::Origin;
use xwalk_workspace::{SETTINGS, Workspace};

/// The name of the file, which is written last.
pub const FILE: &str = "manifest.json";
const SCHEMA: &str = "xwalk-manifest";
const VERSION: u32 = 1;

#[derive(Serialize)]
struct ManifestV1<'a> {
    schema: &'static str,
    version: u32,
    generator: &'a str,
    date: String,
    /// Where the date came from.
    date_from: &'static str,
    /// Whether licensed wording was left out.
    public: bool,
    /// The weakest status that counts.
    status: &'a str,
    /// The frameworks that the outputs do not show, although the inputs have them.
    left_out: Vec<&'a str>,
    inputs: Vec<InputV1>,
    files: Vec<FileV1>,
}

#[derive(Serialize)]
struct InputV1 {
    name: String,
    /// Whether it comes with the program.
    bundled: bool,
    /// Of its bytes; of a text of the language, of its text with line feeds alone at the ends of lines.
    sha256: String,
}

#[derive(Serialize)]
struct FileV1 {
    path: String,
    bytes: usize,
    sha256: String,
}

/// The manifest of a build.
pub fn manifest(
    host: &dyn Host,
    workspace: &Workspace,
    meta: &Meta<'_>,
    date: BuildDate,
    artifacts: &[Artifact],
) -> Result<Artifact, RunError> {
    let mut inputs = Vec::new();
    if let Some(root) = &workspace.root {
        let sha256 = sha256(&host.read(&root.join(SETTINGS))?);
        inputs.push(InputV1 {
            name: SETTINGS.to_owned(),
            bundled: false,
            sha256,
        });
    }
    for (id, source) in workspace.sources.iter() {
        let sha256 = workspace
            .digest(id)
            .trim_start_matches("sha256:")
            .to_owned();
        inputs.push(InputV1 {
            name: source.name.clone(),
            bundled: source.origin == Origin::Bundled,
            sha256,
        });
    }
    let files = artifacts
        .iter()
        .map(|file| FileV1 {
            path: file.path.clone(),
            bytes: file.bytes.len(),
            sha256: sha256(&file.bytes),
        })
        .collect();
    let text = super::contract::json_text(&ManifestV1 {
        schema: SCHEMA,
        version: VERSION,
        generator: meta.generator,
        date: date.date.to_string(),
        date_from: date.origin,
        public: meta.public,
        status: meta.status_floor.word(),
        left_out: (meta.left_out.frameworks.iter())
            .map(|framework| framework.key.as_str())
            .collect(),
        inputs,
        files,
    });
    Ok(Artifact::new(FILE, text.into_bytes()))
}

/// A file that a manifest lists.
#[derive(Deserialize)]
pub struct Listed {
    /// Where it lies in the folder.
    pub path: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// The files that an earlier build wrote into a folder, from its manifest; `None` if it is none of ours.
pub fn earlier_files(bytes: &[u8]) -> Option<Vec<Listed>> {
    #[derive(Deserialize)]
    struct Earlier {
        schema: String,
        files: Vec<Listed>,
    }
    let earlier: Earlier = serde_json::from_slice(bytes).ok()?;
    // A manifest that somebody has altered must not make the program touch what lies outside the folder.
    let stays = |file: &Listed| stays_within(&file.path);
    (earlier.schema == SCHEMA && earlier.files.iter().all(stays)).then_some(earlier.files)
}

/// Whether a path leads to something within the folder from which it is read.
pub fn stays_within(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::earlier_files;

    #[test]
    fn only_a_manifest_of_ours_that_stays_within_its_folder_counts() {
        let of = |schema: &str, path: &str| {
            let file = format!(r#"{{"path":"{path}","sha256":"00"}}"#);
            let text = format!(r#"{{"schema":"{schema}","files":[{file}]}}"#);
            let listed = earlier_files(text.as_bytes())?.into_iter();
            Some(listed.map(|file| file.path).collect::<Vec<_>>())
        };
        assert_eq!(
            of("xwalk-manifest", "csv/rows.csv"),
            Some(vec!["csv/rows.csv".to_owned()])
        );
        assert_eq!(of("other", "csv/rows.csv"), None);
        assert_eq!(of("xwalk-manifest", "../rows.csv"), None);
        assert_eq!(of("xwalk-manifest", "/etc/passwd"), None);
        assert!(earlier_files(b"{}").is_none());
        assert!(earlier_files(b"not json").is_none());
    }
}
