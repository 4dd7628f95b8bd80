//! A machine on which the program is killed at its n-th step.

use std::cell::Cell;
use std::ffi::{OsStr, OsString};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::path::{Path, PathBuf};

use xwalk::host::{Host, HostError, Lock, Ran, Regular, System, Uninterrupted};

/// What a killed program says, to tell it from one that fails.
struct Killed;

/// The real machine, until the program is killed. After that nothing happens any more, whatever is asked on the way out.
pub struct Mortal {
    left: Cell<usize>,
    is_dead: Cell<bool>,
}

impl Mortal {
    /// One that does so many steps.
    pub fn after(steps: usize) -> Self {
        Self {
            left: Cell::new(steps),
            is_dead: Cell::new(false),
        }
    }

    /// Runs something to its end, or until it is killed: whether it came to its end.
    pub fn runs(&self, what: impl FnOnce(&dyn Host)) -> bool {
        let ended = catch_unwind(AssertUnwindSafe(|| what(self)));
        match ended {
            Ok(()) => true,
            Err(cause) if cause.is::<Killed>() => false,
            Err(cause) => std::panic::resume_unwind(cause),
        }
    }

    /// One step more; the program may be killed before it.
    fn step(&self) -> &System {
        assert!(!self.is_dead.get(), "nothing is asked of the dead");
        if self.left.get() == 0 {
            self.is_dead.set(true);
            panic_any(Killed);
        }
        self.left.set(self.left.get() - 1);
        &System
    }

    /// What is removed on the way out is not removed by the dead.
    fn removes(&self, remove: impl FnOnce(&System)) {
        if !self.is_dead.get() {
            remove(self.step());
        }
    }
}

impl Host for Mortal {
    fn arguments(&self) -> Vec<OsString> {
        self.step().arguments()
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.step().variable(name)
    }

    fn current_folder(&self) -> Result<PathBuf, HostError> {
        self.step().current_folder()
    }

    fn now(&self) -> u64 {
        self.step().now()
    }

    fn random(&self) -> Result<[u8; 32], HostError> {
        self.step().random()
    }

    fn exists(&self, path: &Path) -> bool {
        self.step().exists(path)
    }

    fn is_link(&self, path: &Path) -> bool {
        self.step().is_link(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.step().is_folder(path)
    }

    fn identity(&self, folder: &Path) -> Result<String, HostError> {
        self.step().identity(folder)
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, HostError> {
        self.step().canonical(path)
    }

    fn read_named(&self, path: &Path, most: u64) -> Result<Regular, HostError> {
        self.step().read_named(path, most)
    }

    fn read_regular(&self, path: &Path, most: u64) -> Result<Regular, HostError> {
        self.step().read_regular(path, most)
    }

    fn entries(&self, folder: &Path) -> Result<Vec<String>, HostError> {
        self.step().entries(folder)
    }

    fn files_below(
        &self,
        folder: &Path,
        endings: &[&str],
        marker: Option<&str>,
    ) -> Result<Vec<PathBuf>, HostError> {
        self.step().files_below(folder, endings, marker)
    }

    fn files_near(&self, folder: &Path, endings: &[&str], levels: usize) -> Vec<PathBuf> {
        self.step().files_near(folder, endings, levels)
    }

    fn create_folder(&self, path: &Path) -> Result<(), HostError> {
        self.step().create_folder(path)
    }

    fn create_private_folder(&self, path: &Path) -> Result<(), HostError> {
        self.step().create_private_folder(path)
    }

    fn create_folder_within(&self, folder: &Path, prefix: &str) -> Result<PathBuf, HostError> {
        self.step().create_folder_within(folder, prefix)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        // A file is not written at once: half of it may be there.
        if self.left.get() == 0 {
            std::fs::write(path, bytes.get(..bytes.len() / 2).unwrap_or_default()).unwrap();
        }
        self.step().create(path, bytes)
    }

    fn create_private(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        if self.left.get() == 0 {
            std::fs::write(path, bytes.get(..bytes.len() / 2).unwrap_or_default()).unwrap();
        }
        self.step().create_private(path, bytes)
    }

    fn create_beside(&self, path: &Path, bytes: &[u8]) -> Result<PathBuf, HostError> {
        self.step().create_beside(path, bytes)
    }

    fn is_protected(&self, path: &Path) -> bool {
        self.step().is_protected(path)
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> Result<(), HostError> {
        self.step().copy_permissions(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), HostError> {
        // On the way out, what is to be cleared away is closed first.
        if self.is_dead.get() {
            return Ok(());
        }
        self.step().rename(from, to)
    }

    fn remove_file(&self, path: &Path) {
        self.removes(|system| system.remove_file(path));
    }

    fn remove_empty_folder(&self, path: &Path) {
        self.removes(|system| system.remove_empty_folder(path));
    }

    fn remove_folder(&self, path: &Path) {
        // Nor does a folder go at once: some of its files may be gone.
        if self.left.get() == 0 && !self.is_dead.get() {
            for file in files(path).iter().step_by(2) {
                std::fs::remove_file(file).unwrap();
            }
        }
        self.removes(|system| system.remove_folder(path));
    }

    fn try_lock(&self, folder: &Path) -> Result<Option<Lock>, HostError> {
        self.step().try_lock(folder)
    }

    fn lock(&self, folder: &Path) -> Result<Lock, HostError> {
        self.step().lock(folder)
    }

    fn hold_interrupts(&self) -> Uninterrupted {
        Uninterrupted::always()
    }

    fn run(&self, program: &str, arguments: &[&OsStr], input: &[u8]) -> io::Result<Ran> {
        self.step().run(program, arguments, input)
    }

    fn print(&self, text: &str) -> Result<(), HostError> {
        self.step().print(text)
    }

    fn tell(&self, text: &str) {
        self.step().tell(text);
    }

    fn tells_terminal(&self) -> bool {
        self.step().tells_terminal()
    }

    fn terminal_width(&self) -> Option<usize> {
        self.step().terminal_width()
    }
}

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let below = paths.into_iter().map(|path| match path.is_dir() {
        true => files(&path),
        false => vec![path],
    });
    below.flatten().collect()
}
