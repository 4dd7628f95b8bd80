//! One file or folder per question that is asked of an organization's posture.

mod circle;
mod governance;
mod risk;
mod roadmap;

pub use governance::{
    Accountability, Answers, Clash, Decided, Governance, Heard, Passage, PassageFlaw, governance,
};
pub use risk::{RiskStanding, register};
pub use roadmap::{
    Load, Period, Quarter, QuarterLoad, Schedule, Scheduled, load, phases_out_of_order, schedule,
};
