//! What a reader sees: titles, tables, ordered rows. No ids of the model, no spans.
//!
//! The report is made once and every output is written from it, so that no two outputs can disagree. Parts name
//! each other by position in the report's own tables, which are in the order in which readers expect
//! them: frameworks by name and edition, controls as the framework orders them, rows as the mapping orders them.

mod build;
mod context;
mod counted;
mod definitions;
mod elsewhere;
mod end;
mod options;
mod position;
mod view;

mod controls;
mod coverage;
mod findings;
mod frameworks;
mod left_out;
mod mappings;
mod meta;
mod names;
mod overlap;
mod proofs;
mod remainder;
mod rows;
mod selection;
mod why;
mod wording;

pub mod answers;
pub mod drafts;
pub mod posture;
pub mod published;

mod crosswalk;
mod derived;
mod gaps;
mod heat;
mod matrix;

#[cfg(feature = "schemas")]
use schemars::JsonSchema;
#[cfg(not(feature = "schemas"))]
use xwalk_schema::JsonSchema;

pub use build::build;
pub use counted::counted;
pub use crosswalk::{Correspondence, Crosswalk, CrosswalkLine};
pub use definitions::of_verdict;
pub use derived::{ProvedCorrespondence, ProvedTally};
pub use elsewhere::{ControlElsewhere, RowElsewhere};
pub use end::End;
pub use gaps::Gap;
pub use heat::{HeatLine, HeatMap};
pub use left_out::{FrameworkElsewhere, LeftOut};
pub use matrix::{Matrix, MatrixLine};
pub use options::Options;
pub use overlap::{Covers, Overlap};
pub use position::{ControlAt, FrameworkAt, MappingAt, ProvedAt, RowAt, Run};
pub use posture::{ForAudience, Posture, PostureOptions, Previous};
pub use proofs::{Chain, Contradiction, Proved, RowName, Step};
pub use remainder::{Left, NOT_DESCRIBED, Open, Remainder, described};
pub use selection::Choice;

pub use view::{
    Activity, Caveat, Control, Coverage, CoverageCell, Definition, Finding, Framework,
    LevelCoverage, LevelTally, Mapping, Meta, Report, Row, SectionTally, Superseded, VerdictLine,
    Withdrawn,
};

pub use wording::{Wordings, licensed_left_out};
pub use xwalk_analysis::{Basis, Share, Tally, Verdict};
pub use xwalk_diagnostic::Severity;
pub use xwalk_model::{Id, Table};
pub use xwalk_syntax::ast::{
    ActivityKind, Complete, Nesting, Rationale, Status, Style, SupportProperty,
};
