//! Opening a folder: its settings, its files with the tables that they name, what is pinned of what it builds on.
//!
//! [`Workspace::open`] does it in one go. Who has something to say in between takes the steps of which it consists:
//! [`Files::find`], [`Settings::of`], [`Workspace::read`]. Nothing here prints.
//!
//! ```
//! use xwalk_host::System;
//! use xwalk_workspace::Workspace;
//!
//! let folder = "../../mappings/examples/acme-health".into();
//! let workspace = Workspace::open(&System, &[folder])?;
//! let compilation = workspace.compile()?;
//! assert!(!compilation.has_errors());
//! # Ok::<(), xwalk_workspace::WorkspaceError>(())
//! ```
//!
//! `examples/findings.rs` counts what is found in a folder, by code. [`Workspace`] and the steps to it are meant for others
//! as well. Before version 1.0, names may change with a minor version.

mod error;

pub mod codes;
pub mod readers;

mod bounds;
mod files;
mod settings;

mod named;
mod pins;
mod repinned;

mod workspace;

pub use bounds::Bounds;
pub use error::WorkspaceError;
pub use files::{Files, SETTINGS};
pub use named::NamedFiles;
pub use repinned::Repinned;
pub use settings::{BuildDefaults, Pin, Settings};
pub use workspace::Workspace;
