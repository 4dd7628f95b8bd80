//! The posture of one organization as a reader sees it: where it stands against all frameworks that it answers to.
//!
//! The unified export, the posture report and the posture workbook are written from it. Its parts name each other by text
//! and not by position in the report: controls are named `framework@edition:identifier`, rows `mapping/number` as in
//! `crosswalk.json`, all else by its name in the text.

mod options;
mod view;

mod namer;
mod tally;

mod assessed;
mod evidence;
mod gaps;
mod governance;
mod organization;
mod risks;
mod roadmap;
mod used;
mod verdicts;

mod build;

pub use options::{PostureOptions, Previous};
pub use view::Posture;

pub use assessed::{Assessed, Assessment, Signature};
pub use evidence::{Evidence, Supports};
pub use gaps::{Gap, Gaps, RiskFrom};
pub use governance::{Accountable, Committee, Escalation, EscalationStep, Governance, Role};
pub use organization::Organization;
pub use risks::Risk;
pub use roadmap::{Initiative, Phase, Raise, Roadmap};
pub use tally::{Tally, Verdict};
pub use used::{Framework, Mapping};
pub use verdicts::{Control, Doubt, Ground, Projection, Threshold};

pub(super) use build::postures;
