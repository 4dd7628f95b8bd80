//! What shows the hidden values of an export: beside the output folder, where nobody sends it along, and for its owner alone.

use std::path::{Path, PathBuf};

use super::links::through_a_link;
use crate::RunError;
use xwalk_emit::Artifact;
use xwalk_host::{Host, HostError, Regular};

/// The largest file that is looked at to see whether it is one of these.
const LARGEST: u64 = 256 << 20;

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

    /// Refuses what stands where they go.
    pub fn check(&self, host: &dyn Host) -> Result<(), RunError> {
        if let Some(folder) = self.folder.as_deref().filter(|it| host.is_link(it)) {
            return Err(through_a_link(folder));
        }
        for (path, _) in &self.files {
            refuse_what_is_in_the_way(host, path)?;
        }
        Ok(())
    }

    /// Writes them beside their places. Each will replace the one of an earlier build as a whole; anything else that is
    /// there is left alone.
    pub(super) fn prepare<'h>(&self, host: &'h dyn Host) -> Result<Waiting<'h>, RunError> {
        self.check(host)?;
        if let Some(folder) = self.folder.as_deref() {
            if let Some(above) = folder
                .parent()
                .filter(|above| !above.as_os_str().is_empty())
            {
                host.create_folder(above)?;
            }
            host.create_private_folder(folder)?;
            let ignored = folder.join(".gitignore");
            if !host.exists(&ignored) {
                host.create(&ignored, b"*\n")?;
            }
        }
        let mut waiting = Waiting {
            host,
            places: Vec::new(),
        };
        for (path, bytes) in &self.files {
            let written = with_ending(path, WAITING);
            host.remove_file(&written);
            waiting.places.push(path.clone());
            host.create_private(&written, bytes)?;
        }
        Ok(waiting)
    }
}

/// Behind the name of a file that is ready and not in its place.
const WAITING: &str = ".waiting";
/// Behind the name of a file that was in its place before. It stays until the export that it belongs to is gone.
const PREVIOUS: &str = ".previous";

/// Private files that are ready. They change places within the swap, so that the file that is there shows what the export
/// hides that is there.
pub(super) struct Waiting<'h> {
    host: &'h dyn Host,
    places: Vec<PathBuf>,
}

impl Waiting<'_> {
    /// Puts them in their places, and keeps what was there.
    pub fn put(&self) -> Result<(), HostError> {
        for place in &self.places {
            if self.host.exists(place) {
                self.host.rename(place, &with_ending(place, PREVIOUS))?;
            }
            self.host.rename(&with_ending(place, WAITING), place)?;
        }
        Ok(())
    }

    /// Puts back what was there.
    pub fn put_back(&self) {
        for place in &self.places {
            let previous = with_ending(place, PREVIOUS);
            if self.host.exists(&previous) {
                // What fails here, fails for the reason that is about to be reported.
                let _failed = self.host.rename(&previous, place);
            }
        }
    }

    /// Lets go of what was there.
    pub fn let_go(&self) {
        for place in &self.places {
            self.host.remove_file(&with_ending(place, PREVIOUS));
        }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        for place in &self.places {
            self.host.remove_file(&with_ending(place, WAITING));
        }
    }
}

/// Where the private files of builds into a folder may be.
#[derive(Default)]
pub struct Places {
    /// The folder that is made for them.
    folder: PathBuf,
    /// The file that the user has named.
    named: Option<PathBuf>,
}

impl Places {
    /// Those of builds into this folder.
    pub fn of(host: &dyn Host, output: &Path, named: Option<&Path>) -> Result<Self, RunError> {
        Ok(Self {
            folder: beside(host, output)?,
            named: named.map(Path::to_owned),
        })
    }

    /// Puts back what a build that was cut off had kept.
    pub(super) fn put_back(&self, host: &dyn Host) -> Result<(), RunError> {
        for place in self.with(host, PREVIOUS)? {
            host.rename(&with_ending(&place, PREVIOUS), &place)?;
        }
        Ok(())
    }

    /// Removes what builds that were cut off had kept or got ready.
    pub(super) fn let_go(&self, host: &dyn Host) -> Result<(), RunError> {
        for ending in [PREVIOUS, WAITING] {
            for place in self.with(host, ending)? {
                host.remove_file(&with_ending(&place, ending));
            }
        }
        Ok(())
    }

    /// The places of which there is a file with this ending.
    fn with(&self, host: &dyn Host, ending: &str) -> Result<Vec<PathBuf>, RunError> {
        let mut places = Vec::new();
        if host.is_folder(&self.folder) && !host.is_link(&self.folder) {
            let names = host.entries(&self.folder)?.into_iter();
            let of_disclosures = names.filter_map(|name| {
                let name = name.strip_suffix(ending)?;
                let is_ours = name.ends_with(".disclosure.json");
                is_ours.then(|| self.folder.join(name))
            });
            places.extend(of_disclosures);
        }
        let named = self.named.iter();
        places.extend(
            named
                .filter(|it| host.exists(&with_ending(it, ending)))
                .cloned(),
        );
        Ok(places)
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
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
    let Regular::Bytes(bytes) = host.read_regular(path, LARGEST)? else {
        return Ok(false);
    };
    let document: Option<serde_json::Value> = serde_json::from_slice(&bytes).ok();
    Ok(document.is_some_and(|it| it.get("schema").is_some_and(|of| of == "xwalk-disclosure")))
}
