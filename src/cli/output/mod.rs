//! The output folder: written as a whole or not at all, also where the program is killed on the way, and only where nothing
//! of anybody else's is lost.
//!
//! New files are got ready in a folder within it, and a journal there says which files come and go. Then files change
//! places, private ones first and the manifest last: once it has, the build is done. Whatever is found of a build that was cut
//! off before is put back at the next start; what was cut off after is cleared away.

mod earlier;
mod journal;
mod links;
mod private;
mod recovery;
mod stale;
mod swap;

use std::path::{Path, PathBuf};

use super::{RunError, manifest};
use earlier::Earlier;
use journal::{Journal, STAGING, clear};
use links::{link_below, through_a_link};
pub use private::{Places, PrivateFiles};
use xwalk_emit::Artifact;
use xwalk_host::{Host, Lock};

/// What a build found and left beside its own files.
pub struct Beside {
    /// Files of the earlier build that stay, since somebody has changed them.
    pub changed: Vec<PathBuf>,
    /// Files that are not what was signed any more.
    pub unsigned: Vec<PathBuf>,
    /// Folders that look as if a build had left them, and that none on this machine has.
    pub strange: Vec<PathBuf>,
}

impl Beside {
    /// What there is to say of it.
    pub fn notes(&self) -> String {
        let changed = self.changed.iter().map(|path| {
            let path = path.display();
            format!(
                "{path} stays: it was changed since it was built, and this build has no such file\n"
            )
        });
        let unsigned = self.unsigned.iter().map(|path| {
            let path = path.display();
            format!("{path} is not what was signed any more: its signature is now {path}.sig.stale; sign it again\n")
        });
        let strange = self.strange.iter().map(|path| {
            let path = path.display();
            format!(
                "{path} stays: no build on this machine left it; remove it if nobody needs it\n"
            )
        });
        changed.chain(unsigned).chain(strange).collect()
    }
}

/// An output folder that may be written.
pub struct OutputFolder<'h> {
    host: &'h dyn Host,
    folder: PathBuf,
    private: Places,
    /// Held while the folder is there: no other build writes into it.
    lock: Option<Lock>,
}

impl<'h> OutputFolder<'h> {
    /// Looks at a folder: it must be empty, absent, or hold a build. `.gitignore` may be there and stays. What a build that
    /// was cut off left there is put right; another build that runs is waited for.
    pub fn open(host: &'h dyn Host, folder: &Path, private: Places) -> Result<Self, RunError> {
        let lock = match host.exists(folder) {
            true => Some(locked(host, folder)?),
            false => None,
        };
        let folder = folder.to_owned();
        let opened = Self {
            host,
            folder,
            private,
            lock,
        };
        if opened.lock.is_some() {
            opened.earlier()?;
        }
        Ok(opened)
    }

    /// What an earlier build wrote, after what was cut off is put right; and what only looks as if one had.
    fn earlier(&self) -> Result<(Earlier, Vec<PathBuf>), RunError> {
        let strange = recovery::put_right(self.host, &self.folder, &self.private)?;
        Ok((Earlier::of(self.host, &self.folder)?, strange))
    }

    /// Puts the new files, the manifest last among them, in the place of those of the earlier build, and the private ones
    /// in theirs. If anything fails on the way, the earlier files are put back.
    pub fn write(
        mut self,
        artifacts: &[Artifact],
        private: &PrivateFiles,
    ) -> Result<Beside, RunError> {
        let host = self.host;
        private.check(host)?;
        if self.lock.is_none() {
            host.create_folder(&self.folder)?;
            self.lock = Some(locked(host, &self.folder)?);
        }
        let (earlier, strange) = self.earlier()?;
        self.refuse_what_is_in_the_way(artifacts, &earlier)?;
        let unsigned = stale::unsigned(host, &self.folder, &earlier, artifacts)?;
        let staging = Staging::within(host, &self.folder)?;
        let journal = Journal {
            staging: host.identity(&staging.path)?,
            earlier: [
                stale::old_ones(host, &self.folder, &unsigned),
                earlier.to_move(),
            ]
            .concat(),
            unsigned,
            new: artifacts.iter().map(|it| it.path.clone()).collect(),
        };
        journal.begin(host, &staging.path)?;
        for artifact in artifacts {
            host.write_new(
                &journal::new(&staging.path, &artifact.path),
                &artifact.bytes,
            )?;
        }
        let private = private.prepare(host)?;
        // From here on, a person who interrupts waits for the end of the swap.
        let uninterrupted = host.hold_interrupts();
        let swapped = private
            .put()
            .and_then(|()| swap::swap(host, &self.folder, &staging.path, &journal));
        match swapped {
            Ok(()) => swap::remove_empty_folders(host, &self.folder, &journal.earlier),
            Err(_) => private.put_back(),
        }
        drop(staging);
        private.let_go();
        drop(private);
        drop(uninterrupted);
        swapped?;
        let unsigned = journal.unsigned.iter();
        Ok(Beside {
            changed: earlier.changed(),
            unsigned: unsigned.map(|file| self.folder.join(file)).collect(),
            strange,
        })
    }

    /// Nothing is written through a link, nor over what no build wrote or somebody has changed since.
    fn refuse_what_is_in_the_way(
        &self,
        artifacts: &[Artifact],
        earlier: &Earlier,
    ) -> Result<(), RunError> {
        for artifact in artifacts {
            if let Some(link) = link_below(self.host, &self.folder, &artifact.path) {
                return Err(through_a_link(&link));
            }
            let path = self.folder.join(&artifact.path);
            let is_ours = artifact.path == manifest::FILE || earlier.is_unchanged(&artifact.path);
            if is_ours || !self.host.exists(&path) {
                continue;
            }
            let why = match earlier.is_listed(&artifact.path) {
                true => "was changed since it was built",
                false => "is in the way and was not written by a build",
            };
            return Err(RunError::Output(format!(
                "{} {why}; move it, or name another folder with -o",
                path.display()
            )));
        }
        Ok(())
    }
}

/// A new folder in which a build is got ready, cleared away when dropped. It lies within the output, so that moving is
/// renaming on one volume.
struct Staging<'h> {
    host: &'h dyn Host,
    path: PathBuf,
}

impl<'h> Staging<'h> {
    fn within(host: &'h dyn Host, folder: &Path) -> Result<Self, RunError> {
        let path = host.create_folder_within(folder, STAGING)?;
        Ok(Self { host, path })
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        clear(self.host, &self.path);
    }
}

/// The lock of a folder, which another build may hold for a while.
fn locked(host: &dyn Host, folder: &Path) -> Result<Lock, RunError> {
    if let Some(lock) = host.try_lock(folder)? {
        return Ok(lock);
    }
    host.tell(&format!(
        "waiting for another build that writes into {}\n",
        folder.display()
    ));
    Ok(host.lock(folder)?)
}
