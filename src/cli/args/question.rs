//! From what questions are answered.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::formats::{AnswerFormat, FormatName};
use super::readers::status;
use xwalk_syntax::ast::Status;

/// From what a question is answered, and in which form.
#[derive(Debug, Args)]
pub struct Question<F: ValueEnum + Send + Sync + 'static = AnswerFormat> {
    /// The weakest status that counts: draft, reviewed or final
    #[arg(long, value_name = "STATUS", value_parser = status, default_value = "draft")]
    pub status: Status,
    /// The form of the answer
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    pub format: F,
    #[command(flatten)]
    pub workspace: WorkspacePath,
}

impl<F: ValueEnum + Send + Sync + Copy + Into<FormatName>> Question<F> {
    /// The form in which a program expects diagnostics.
    pub fn diagnostics(&self) -> FormatName {
        self.format.into()
    }
}

/// The workspace of commands whose arguments are not paths.
#[derive(Debug, Args)]
pub struct WorkspacePath {
    /// The file or folder to work on
    #[arg(short, long, value_name = "PATH")]
    pub workspace: Option<PathBuf>,
}

impl WorkspacePath {
    /// The path, if one is given.
    pub fn path(&self) -> &[PathBuf] {
        self.workspace.as_slice()
    }
}
