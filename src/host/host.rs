//! What a program can ask of the machine.

use std::any::Any;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::HostError;

/// The machine, one method for each single step: what is made of several stands beside the trait, as functions of
/// `dyn Host`. Whatever fails says so with the path that it was about.
pub trait Host {
    /// The arguments of the process, its own name first.
    fn arguments(&self) -> Vec<OsString>;

    /// The value of a variable of the environment, if it is set, not empty, and text.
    fn variable(&self, name: &str) -> Option<String>;

    /// The folder in which the program was started.
    fn current_folder(&self) -> Result<PathBuf, HostError>;

    /// The seconds since 1970-01-01, in UTC.
    fn now(&self) -> u64;

    /// Random bytes of the operating system.
    fn random(&self) -> Result<[u8; 32], HostError>;

    /// Whether something of this name exists, be it a link that leads nowhere.
    fn exists(&self, path: &Path) -> bool;

    /// Whether it is a link, wherever that leads.
    fn is_link(&self, path: &Path) -> bool;

    /// Whether it is a folder, also through links.
    fn is_folder(&self, path: &Path) -> bool;

    /// What tells a folder from every other one of its volume, as long as it is there. Who has not seen the folder does not
    /// know it.
    fn identity(&self, folder: &Path) -> Result<String, HostError>;

    /// The path without links and `..`, which must exist.
    fn canonical(&self, path: &Path) -> Result<PathBuf, HostError>;

    /// The bytes of what somebody has named himself, such as the pipe of `<(…)`: whatever it is, and no more than so many.
    fn read_named(&self, path: &Path, most: u64) -> Result<Regular, HostError>;

    /// The bytes of a regular file of no more than so many, links followed. Nothing else is opened, and nothing is waited
    /// for.
    fn read_regular(&self, path: &Path, most: u64) -> Result<Regular, HostError>;

    /// The names of what lies directly in a folder, ordered; nothing if the folder does not exist.
    fn entries(&self, folder: &Path) -> Result<Vec<String>, HostError>;

    /// The files below a folder whose names, in capitals or not, have one of the endings, in no particular order. Links
    /// are followed; hidden files are left out, what a `.gitignore` there excludes, and any folder below that holds a
    /// file of the name `marker`.
    fn files_below(
        &self,
        folder: &Path,
        endings: &[&str],
        marker: Option<&str>,
    ) -> Result<Vec<PathBuf>, HostError>;

    /// Of these files, those in a folder and so many levels below: a glance, which a large folder does not slow. What cannot
    /// be read is passed over.
    fn files_near(&self, folder: &Path, endings: &[&str], levels: usize) -> Vec<PathBuf>;

    /// Makes a folder with all that lie above it; one that is there stays.
    fn create_folder(&self, path: &Path) -> Result<(), HostError>;

    /// Makes a folder that nobody but its owner may look into; one that is there becomes so. What lies above it must be
    /// there.
    fn create_private_folder(&self, path: &Path) -> Result<(), HostError>;

    /// Makes a folder within another, under a name of its own that begins with `prefix`.
    fn create_folder_within(&self, folder: &Path, prefix: &str) -> Result<PathBuf, HostError>;

    /// Writes a new file into a folder that is there. One that exists is left alone and is an error.
    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError>;

    /// Writes a new file, as [`create`](Self::create) does, which nobody but its owner may read.
    fn create_private(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError>;

    /// Writes a new file beside another, under a name of its own, which nobody but its owner may read.
    fn create_beside(&self, path: &Path, bytes: &[u8]) -> Result<PathBuf, HostError>;

    /// Whether a file is protected against being written: its permissions allow it to nobody, or not to this user.
    fn is_protected(&self, path: &Path) -> bool;

    /// Gives a file the permissions of another, and its owner and group as far as this user may.
    fn copy_permissions(&self, from: &Path, to: &Path) -> Result<(), HostError>;

    /// Gives a file another path on the same volume; what stood there is replaced in one step.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), HostError>;

    /// Removes a file. Best effort, like all that removes: what is left over harms nobody.
    fn remove_file(&self, path: &Path);

    /// Removes a folder if it is empty; one that is not, or is not there, stays as it is.
    fn remove_empty_folder(&self, path: &Path);

    /// Removes a folder with all that is in it.
    fn remove_folder(&self, path: &Path);

    /// Locks a folder against others that lock it, as long as the lock is kept; `None` if another process has locked it. A
    /// process that ends, however it ends, holds no lock.
    fn try_lock(&self, folder: &Path) -> Result<Option<Lock>, HostError>;

    /// The same, waiting until it is free.
    fn lock(&self, folder: &Path) -> Result<Lock, HostError>;

    /// Lets a person who interrupts the program wait as long as this is kept.
    fn hold_interrupts(&self) -> Uninterrupted;

    /// Runs another program with something to read, to its end. Fails if there is none of this name, or none can be run.
    fn run(&self, program: &str, arguments: &[&OsStr], input: &[u8])
    -> Result<Ran, std::io::Error>;

    /// Writes results. A reader that has gone away, such as `head`, has what it wanted.
    fn print(&self, text: &str) -> Result<(), HostError>;

    /// Writes diagnostics and progress. If they cannot be written, there is no other place to say so.
    fn tell(&self, text: &str);

    /// Whether diagnostics and progress are read on a terminal.
    fn tells_terminal(&self) -> bool;

    /// The width of that terminal in characters.
    fn terminal_width(&self) -> Option<usize>;
}

/// What was read of something that should be a regular file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Regular {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is something else: a folder, a device, a pipe.
    Other,
    /// It has so many bytes, which are too many.
    TooLarge(u64),
}

/// A folder that is locked as long as this is kept.
pub struct Lock {
    /// What the lock belongs to; nothing where the system locks no folders.
    _kept: Option<Box<dyn Any>>,
}

impl Lock {
    /// One that lasts as long as this is kept.
    pub fn with(kept: impl Any) -> Self {
        let _kept: Option<Box<dyn Any>> = Some(Box::new(kept));
        Self { _kept }
    }

    /// A lock of a host that locks nothing.
    #[must_use]
    pub const fn of_nothing() -> Self {
        Self { _kept: None }
    }
}

/// While this is kept, an interruption waits.
#[must_use = "interruptions are held only as long as it is kept"]
pub struct Uninterrupted(Option<Box<dyn FnOnce()>>);

impl Uninterrupted {
    /// Does something at the end.
    pub fn until(end: impl FnOnce() + 'static) -> Self {
        Self(Some(Box::new(end)))
    }

    /// Of a host that nobody interrupts.
    pub const fn always() -> Self {
        Self(None)
    }
}

impl Drop for Uninterrupted {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}

/// How a program ended, and what it wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// Whether it says that it succeeded.
    pub succeeded: bool,
    /// What it wrote to its standard output.
    pub output: Vec<u8>,
    /// What it wrote to its standard error.
    pub errors: Vec<u8>,
}
