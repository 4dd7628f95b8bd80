//! The posture of one organization as a reader sees it: where it stands against all frameworks that it answers to.
//!
//! The unified export, the posture report and the posture workbook are written from it. Its parts name each other by text
//! and not by position in the report: controls are named `framework@edition:identifier`, rows `mapping/number` as in
//! `crosswalk.json`, all else by its name in the text.

mod definitions;
mod options;
mod view;

mod named;
mod namer;
mod names;
mod tally;

mod assessed;
mod audience;
mod backing;
mod benchmark;
mod capacity;
mod claims;
mod conditions;
mod course;
mod doubt;
mod evidence;
mod exports;
mod gaps;
mod governance;
mod indicators;
mod organization;
mod playbooks;
mod profile;
mod relied;
mod remainder;
mod risks;
mod roadmap;
mod roadmap_findings;
mod span;
mod technology;
mod used;
mod uses;
mod verdicts;

mod comparison;
mod explained;
mod inquiry;
mod planned;
mod what_if;

mod build;

pub use definitions::definitions;
pub use options::{ForAudience, PostureOptions, Previous};
pub use view::Posture;

pub use assessed::{Assessed, Assessment, Signature};
pub use audience::Audience;
pub use backing::Backing;
pub use benchmark::{Benchmark, Moved};
pub use capacity::Capacity;
pub use claims::Claim;
pub use comparison::{Comparison, Counts, Yardstick};
pub use conditions::{Change, Condition};
pub use course::{Dates, QuarterLoad, Rise, RiseStep};
pub use doubt::DoubtReason;
pub use evidence::{Evidence, EvidenceDeficiency, Supports};
pub use explained::{Explained, Reason};
pub use exports::Exports;
pub use gaps::{Gap, Gaps, RiskFrom};
pub use governance::{Accountable, Committee, Escalation, EscalationStep, Governance, Role};
pub use indicators::{Indicator, Lack, Lacking};
pub use inquiry::{Inquiry, Judged, JudgedControl, Profiled, Stood, Unsupported};
pub use named::{Declared, Named, NamedControl, NamedFramework};
pub use names::Names;
pub use organization::Organization;
pub use planned::Planned;
pub use playbooks::{Measured, Playbook, PlaybookStep, Preparedness};
pub use profile::{Profile, ProfileLine};
pub use remainder::Remaining;
pub use risks::Risk;
pub use roadmap::{Initiative, Phase, Raise, Roadmap};
pub use tally::{Tally, Verdict};
pub use technology::{Capability, Fact, Landscape, Place, Technology};
pub use used::{Accepted, Framework, Mapping};
pub use uses::Uses;
pub use verdicts::{Control, Doubt, Ground, HeldBack, Projection, Threshold};
pub use what_if::{Changed, LeftOut, Treated, Turned, WhatIf};

pub use xwalk_analysis::posture::{
    Because, DeficiencyKind, Fraction, Period, Quarter, Statistics, Times, spelled,
};
pub use xwalk_syntax::ast::posture::{Decision, Field, Party, Treatment};
pub use xwalk_syntax::ast::{ActivityKind, Date, Duration, Rationale, Status, SupportProperty};

pub(super) use build::postures;
