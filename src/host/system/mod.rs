//! The machine itself.

mod changes;
mod environment;
mod files;
mod interrupts;
mod locks;
mod programs;
mod terminal;
mod walk;

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use super::{Host, HostError, Lock, Ran, Regular, Uninterrupted};

/// The machine on which the program runs.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Host for System {
    fn arguments(&self) -> Vec<OsString> {
        environment::arguments()
    }

    fn variable(&self, name: &str) -> Option<String> {
        environment::variable(name)
    }

    fn current_folder(&self) -> Result<PathBuf, HostError> {
        environment::current_folder()
    }

    fn now(&self) -> u64 {
        environment::now()
    }

    fn random(&self) -> Result<[u8; 32], HostError> {
        environment::random()
    }

    fn exists(&self, path: &Path) -> bool {
        files::exists(path)
    }

    fn is_link(&self, path: &Path) -> bool {
        files::is_link(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        files::is_folder(path)
    }

    fn identity(&self, folder: &Path) -> Result<String, HostError> {
        files::identity(folder)
    }

    fn canonical(&self, path: &Path) -> Result<PathBuf, HostError> {
        files::canonical(path)
    }

    fn read_named(&self, path: &Path, most: u64) -> Result<Regular, HostError> {
        files::read_named(path, most)
    }

    fn read_regular(&self, path: &Path, most: u64) -> Result<Regular, HostError> {
        files::read_regular(path, most)
    }

    fn entries(&self, folder: &Path) -> Result<Vec<String>, HostError> {
        files::entries(folder)
    }

    fn files_below(
        &self,
        folder: &Path,
        endings: &[&str],
        marker: Option<&str>,
    ) -> Result<Vec<PathBuf>, HostError> {
        walk::below(folder, endings, marker)
    }

    fn files_near(&self, folder: &Path, endings: &[&str], levels: usize) -> Vec<PathBuf> {
        walk::near(folder, endings, levels)
    }

    fn create_folder(&self, path: &Path) -> Result<(), HostError> {
        changes::create_folder(path)
    }

    fn create_private_folder(&self, path: &Path) -> Result<(), HostError> {
        changes::create_private_folder(path)
    }

    fn create_folder_within(&self, folder: &Path, prefix: &str) -> Result<PathBuf, HostError> {
        changes::create_folder_within(folder, prefix)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        changes::create(path, bytes)
    }

    fn create_private(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        changes::create_private(path, bytes)
    }

    fn create_beside(&self, path: &Path, bytes: &[u8]) -> Result<PathBuf, HostError> {
        changes::create_beside(path, bytes)
    }

    fn is_protected(&self, path: &Path) -> bool {
        changes::is_protected(path)
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> Result<(), HostError> {
        changes::copy_permissions(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), HostError> {
        changes::rename(from, to)
    }

    fn remove_file(&self, path: &Path) {
        changes::remove_file(path);
    }

    fn remove_empty_folder(&self, path: &Path) {
        changes::remove_empty_folder(path);
    }

    fn remove_folder(&self, path: &Path) {
        changes::remove_folder(path);
    }

    fn try_lock(&self, folder: &Path) -> Result<Option<Lock>, HostError> {
        locks::try_lock(folder)
    }

    fn lock(&self, folder: &Path) -> Result<Lock, HostError> {
        locks::lock(folder)
    }

    fn hold_interrupts(&self) -> Uninterrupted {
        interrupts::hold()
    }

    fn run(&self, program: &str, arguments: &[&OsStr], input: &[u8]) -> io::Result<Ran> {
        programs::run(program, arguments, input)
    }

    fn print(&self, text: &str) -> Result<(), HostError> {
        terminal::print(text)
    }

    fn tell(&self, text: &str) {
        terminal::tell(text);
    }

    fn tells_terminal(&self) -> bool {
        terminal::tells_terminal()
    }

    fn terminal_width(&self) -> Option<usize> {
        terminal::width()
    }
}
