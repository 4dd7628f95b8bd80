//! Arguments of the commands that speak of posture, and of its exports.

use std::path::PathBuf;

use clap::Args;

use super::formats::{AnswerFormat, EvidenceUse, ListFormat};
use super::question::Question;
use super::readers::date;
use xwalk_syntax::ast::Date;

/// Arguments of `posture`.
#[derive(Debug, Args)]
pub struct Posture {
    /// The organization; without it, the only one
    pub organization: Option<String>,
    /// Show every verdict on one framework, with what it rests on; JSON always has all
    #[arg(long, value_name = "FRAMEWORK")]
    pub framework: Option<String>,
    /// Compare the newest assessment with another one of the same framework: its name, or ORGANIZATION/NAME
    #[arg(long, value_name = "ASSESSMENT", conflicts_with = "framework")]
    pub against: Option<String>,
    /// With `--against`: compare it with the targets of that one, which may be itself, and not with its tiers
    #[arg(long, requires = "against")]
    pub targets: bool,
    /// Print all gaps and changes, not only the first; JSON always has all
    #[arg(long)]
    pub all: bool,
    /// What becomes of a claimed tier without evidence that holds: shown (it counts as claimed), or required (it does not
    /// count as achieved)
    #[arg(long, value_name = "USE", value_enum, default_value = "shown")]
    pub evidence: EvidenceUse,
    /// The day on which evidence and assessments are judged; by default that of SOURCE_DATE_EPOCH, or else today in UTC
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    /// Print a work list instead of the usual tables (JSON has both): what is left of the controls that are partly
    /// evidenced, as far as it is written down
    #[arg(long, conflicts_with = "against")]
    pub remainder: bool,
    #[command(flatten)]
    pub question: Question<ListFormat>,
}

/// Arguments of `roadmap`.
#[derive(Debug, Args)]
pub struct Roadmap {
    /// The roadmap; without it, the only one
    pub roadmap: Option<String>,
    /// The organization; without it, the only one
    #[arg(long, value_name = "NAME")]
    pub organization: Option<String>,
    /// Also print the counts of all verdicts after each initiative, one table for each framework; JSON always has all
    #[arg(long)]
    pub all: bool,
    /// The day on which it is judged which assessment is the newest; by default that of SOURCE_DATE_EPOCH, or else today in UTC
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    #[command(flatten)]
    pub question: Question,
}

/// Arguments of `whatif`.
#[derive(Debug, Args)]
pub struct WhatIf {
    /// The initiatives; where several roadmaps have one of that name, ROADMAP/INITIATIVE
    #[arg(value_name = "INITIATIVE", required = true)]
    pub initiatives: Vec<String>,
    /// The organization; without it, the only one
    #[arg(long, value_name = "NAME")]
    pub organization: Option<String>,
    /// The day on which it is judged which assessment is the newest; by default that of SOURCE_DATE_EPOCH, or else today in UTC
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    #[command(flatten)]
    pub question: Question,
}

/// Arguments of `sign`.
#[derive(Debug, Args)]
pub struct Sign {
    /// The file to sign, such as out/posture.json
    pub file: PathBuf,
    /// An Ed25519 key: the private key, or the public one where the agent holds the private one
    #[arg(long, value_name = "KEY")]
    pub key: PathBuf,
    /// Overwrite the signature if it exists
    #[arg(long)]
    pub force: bool,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The posture export to check
    pub file: PathBuf,
    /// The file of keys that may sign, with lines such as `who@example.org namespaces="posture-export-v1@xwalk" ssh-ed25519
    /// AAAA…`
    #[arg(long, value_name = "SIGNERS")]
    pub signers: PathBuf,
    /// The audience that reads it: an export for another audience, or for everybody, is refused
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,
    /// The previous export: its number and digest have to be those that this export follows
    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,
    /// The file that discloses hidden values of the export: each has to be the one that is hidden there
    #[arg(long, value_name = "FILE")]
    pub disclosure: Option<PathBuf>,
    /// The day on which the export is relied on, and for which the key has to be valid; by default today in UTC
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    /// The form of the answer
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    pub format: AnswerFormat,
}
