//! One file or folder per question that is asked of an organization's posture.

mod circle;
mod evidence;
mod files;
mod governance;
mod present;
mod risk;
mod roadmap;

pub use evidence::{Examined, Failure, Fault, Flaw, Unsupported, examine, unsupported};
pub use files::Files;
pub use governance::{
    Accountability, Answers, Clash, Decided, Governance, Heard, Passage, PassageFlaw, governance,
};
pub use present::Present;
pub use risk::{RiskStanding, register};
pub use roadmap::{
    Load, Period, Quarter, QuarterLoad, Schedule, Scheduled, load, phases_out_of_order, schedule,
};
