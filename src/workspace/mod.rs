//! Opening a folder: its settings, its files with the tables that they name, what is pinned of what it builds on.
//!
//! [`Workspace::open`] does it in one go. Who has something to say in between takes the steps of which it consists:
//! [`Files::find`], [`Settings::of`], [`Workspace::read`]. Nothing here prints.

mod error;

pub mod codes;
pub mod readers;

mod files;
mod settings;

mod pins;
mod repinned;

mod workspace;

pub use error::WorkspaceError;
pub use files::{Files, SETTINGS};
pub use repinned::Repinned;
pub use settings::{BuildDefaults, Pin, Settings};
pub use workspace::Workspace;
