//! What shows the hidden values of an export: beside the output folder, where nobody sends it along, and for its owner alone.

use std::path::{Path, PathBuf};

use super::links::through_a_link;
use crate::RunError;
use xwalk_emit::Artifact;
use xwalk_host::{Host, HostError};

/// Where the private files of a build go.
#[derive(Default)]
pub struct PrivateFiles {
    /// Each file and its place.
    files: Vec<(PathBuf, Vec<u8>)>,
    /// The folder that is made for them, if any.
    folder: Option<PathBuf>,
}

impl PrivateFiles {
    /// Takes the private files of a build: into a file that the user has named, or into the folder beside the output.
    pub fn of(
        host: &dyn Host,
        output: &Path,
        named: Option<&Path>,
        private: Vec<Artifact>,
    ) -> Result<Self, RunError> {
        let Some(named) = named else {
            if private.is_empty() {
                return Ok(Self::default());
            }
            let folder = beside(host, output)?;
            let files = private.into_iter();
            let files = files
                .map(|file| (folder.join(file.path), file.bytes))
                .collect();
            let folder = Some(folder);
            return Ok(Self { files, folder });
        };
        match <[Artifact; 1]>::try_from(private) {
            Ok([file]) => Ok(Self {
                files: vec![(named.to_owned(), file.bytes)],
                folder: None,
            }),
            Err(files) if files.is_empty() => Err(RunError::Usage(
                "nothing is hidden in these exports, so there is nothing for `--disclosure`; leave it out".to_owned(),
            )),
            Err(files) => Err(RunError::Usage(format!(
                "`--disclosure` names one file, and {} exports hide something; leave it out, and each gets its own in {}",
                files.len(),
                beside(host, output)?.display()
            ))),
        }
    }

    /// Where they are.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| &**path)
    }

    /// Writes them. Each replaces the one of an earlier build as a whole; anything else that is there is left alone.
    pub fn write(&self, host: &dyn Host) -> Result<(), RunError> {
        for (path, _) in &self.files {
            refuse_what_is_in_the_way(host, path)?;
        }
        if let Some(folder) = self.folder.as_deref() {
            if host.is_link(folder) {
                return Err(through_a_link(folder));
            }
            if let Some(above) = folder
                .parent()
                .filter(|above| !above.as_os_str().is_empty())
            {
                host.create_folder(above)?;
            }
            host.create_private_folder(folder)?;
            let ignored = folder.join(".gitignore");
            if !host.exists(&ignored) {
                put(host, &ignored, b"*\n")?;
            }
        }
        for (path, bytes) in &self.files {
            put(host, path, bytes)?;
        }
        Ok(())
    }
}

/// `out.private` for `out`.
fn beside(host: &dyn Host, output: &Path) -> Result<PathBuf, RunError> {
    let whole;
    let path = match output.file_name() {
        Some(_) => output,
        // `.` and the like have no name of their own.
        None => {
            whole = host.canonical(output)?;
            &whole
        }
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(path.with_file_name(format!("{name}.private")))
}

fn refuse_what_is_in_the_way(host: &dyn Host, path: &Path) -> Result<(), RunError> {
    if host.is_link(path) {
        return Err(through_a_link(path));
    }
    if host.exists(path) && !is_disclosure(host, path)? {
        return Err(RunError::Output(format!(
            "{} is there already and is no disclosure file; move it, or name another with `--disclosure FILE`",
            path.display()
        )));
    }
    Ok(())
}

/// Whether a file is one that an earlier build wrote here.
fn is_disclosure(host: &dyn Host, path: &Path) -> Result<bool, HostError> {
    if host.is_folder(path) {
        return Ok(false);
    }
    let document: Option<serde_json::Value> = serde_json::from_slice(&host.read(path)?).ok();
    Ok(document.is_some_and(|it| it.get("schema").is_some_and(|of| of == "xwalk-disclosure")))
}

/// Puts a file in its place in one step, readable for its owner alone.
fn put(host: &dyn Host, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
    let written = host.create_beside(path, bytes)?;
    let put = host.rename(&written, path);
    if put.is_err() {
        host.remove_file(&written);
    }
    put
}
