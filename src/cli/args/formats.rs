//! The forms of answers and diagnostics.

use clap::{Args, ValueEnum};

use xwalk_diagnostic::render::Format;

/// The forms of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// Tables for people.
    Human,
    /// One JSON document.
    Json,
}

/// The forms of answers that are lists as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Tables for people.
    Human,
    /// One JSON document.
    Json,
    /// The list as CSV, for spreadsheets.
    Csv,
}

/// The part that evidence plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EvidenceUse {
    /// It is only shown: tiers count as they are claimed.
    Shown,
    /// A control counts as achieved only with evidence that holds; one below the threshold counts as below with or without
    /// evidence, and so does one whose evidence fails.
    Required,
}

/// The form of diagnostics.
#[derive(Clone, Copy, Debug, Args)]
pub struct DiagnosticFormat {
    /// The form of diagnostics; all but `human` go to standard output
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    pub format: FormatName,
}

/// The names of the forms of diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// For people.
    Human,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

impl From<AnswerFormat> for FormatName {
    fn from(format: AnswerFormat) -> Self {
        match format {
            AnswerFormat::Human => Self::Human,
            AnswerFormat::Json => Self::Json,
        }
    }
}

impl From<ListFormat> for FormatName {
    fn from(format: ListFormat) -> Self {
        match format {
            ListFormat::Human | ListFormat::Csv => Self::Human,
            ListFormat::Json => Self::Json,
        }
    }
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Human => Self::Human,
            FormatName::Json => Self::Json,
            FormatName::Sarif => Self::Sarif,
            FormatName::Github => Self::Github,
        }
    }
}
