//! The output folder: written as a whole or not at all, and only where nothing of anybody else's is lost.

use std::path::{Path, PathBuf};

use super::{RunError, manifest};
use xwalk_emit::Artifact;
use xwalk_host::{Host, HostError, Staging};

/// The beginning of the names of folders in which a build is got ready.
const STAGING: &str = ".xwalk-";

/// An output folder that may be written.
pub struct OutputFolder<'h> {
    host: &'h dyn Host,
    folder: PathBuf,
    /// What an earlier build wrote, without its manifest: that one is replaced at the very end, so that the folder
    /// is known as ours at every moment.
    earlier: Vec<String>,
}

impl<'h> OutputFolder<'h> {
    /// Looks at a folder: it must be empty, absent, or hold a build. `.gitignore` may be there and stays.
    pub fn open(host: &'h dyn Host, folder: &Path) -> Result<Self, RunError> {
        let there = host.entries(folder)?;
        let mut earlier = Vec::new();
        if there.iter().any(|name| name == manifest::FILE) {
            let path = folder.join(manifest::FILE);
            earlier = manifest::earlier_files(&host.read(&path)?).ok_or_else(|| {
                RunError::Output(format!(
                    "{} is not the manifest of a build; {}",
                    path.display(),
                    elsewhere(folder)
                ))
            })?;
        } else if let Some(name) = there.iter().find(|name| !is_ours(name)) {
            return Err(RunError::Output(format!(
                "{} holds `{name}` and no manifest of an earlier build; {}",
                folder.display(),
                elsewhere(folder)
            )));
        }
        Ok(Self {
            host,
            folder: folder.to_owned(),
            earlier,
        })
    }

    /// Puts the new files, the manifest last among them, in the place of those of the earlier build. If anything
    /// fails on the way, the earlier files are put back.
    pub fn write(&self, artifacts: &[Artifact]) -> Result<(), RunError> {
        let host = self.host;
        for artifact in artifacts
            .iter()
            .filter(|artifact| artifact.path != manifest::FILE)
        {
            let path = self.folder.join(&artifact.path);
            if !self.earlier.contains(&artifact.path) && host.exists(&path) {
                return Err(RunError::Output(format!(
                    "{} is in the way and was not written by a build; move it, or name another folder with -o",
                    path.display()
                )));
            }
        }
        host.create_folder(&self.folder)?;
        // Within the folder, so that moving is renaming on one volume. Dropped, it takes the earlier files with it.
        let staging = Staging::within(host, &self.folder, STAGING)?;
        let (new, old) = (staging.path().join("new"), staging.path().join("old"));
        for artifact in artifacts {
            host.write_new(&new.join(&artifact.path), &artifact.bytes)?;
        }
        let mut moves = Moves {
            host,
            made: Vec::new(),
        };
        let moved = self.swap(artifacts, &new, &old, &mut moves);
        if moved.is_err() {
            moves.undo();
        } else {
            self.remove_empty_folders();
        }
        moved
    }

    fn swap(
        &self,
        artifacts: &[Artifact],
        new: &Path,
        old: &Path,
        moves: &mut Moves<'_>,
    ) -> Result<(), RunError> {
        for file in &self.earlier {
            let path = self.folder.join(file);
            if self.host.exists(&path) {
                moves.make(&path, &old.join(file))?;
            }
        }
        for artifact in artifacts {
            moves.make(&new.join(&artifact.path), &self.folder.join(&artifact.path))?;
        }
        Ok(())
    }

    /// Folders that only held files of the earlier build.
    fn remove_empty_folders(&self) {
        for file in &self.earlier {
            for folder in Path::new(file)
                .ancestors()
                .skip(1)
                .filter(|folder| !folder.as_os_str().is_empty())
            {
                self.host.remove_empty_folder(&self.folder.join(folder));
            }
        }
    }
}

/// Moves of files, to be undone in reverse.
struct Moves<'h> {
    host: &'h dyn Host,
    made: Vec<(PathBuf, PathBuf)>,
}

impl Moves<'_> {
    fn make(&mut self, from: &Path, to: &Path) -> Result<(), HostError> {
        self.host.move_file(from, to)?;
        self.made.push((from.to_owned(), to.to_owned()));
        Ok(())
    }

    fn undo(self) {
        for (from, to) in self.made.into_iter().rev() {
            // What fails here, fails for the reason that is about to be reported.
            let _failed = self.host.move_file(&to, &from);
        }
    }
}

/// What may lie in an output folder without a manifest: the file that keeps it in a repository, and what a build that
/// was cut off left behind.
fn is_ours(name: &str) -> bool {
    name == ".gitignore" || name.starts_with(STAGING)
}

fn elsewhere(folder: &Path) -> String {
    format!(
        "empty it, or name another folder with `-o`, such as `-o {}`",
        folder.join("xwalk").display()
    )
}
