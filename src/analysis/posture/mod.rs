//! One file or folder per question that is asked of an organization's posture.

mod circle;
mod evidence;
mod files;
mod functions;
mod governance;
mod playbooks;
mod present;
mod risk;
mod roadmap;
mod table;
mod technology;

pub use evidence::{Examined, Failure, Fault, Flaw, Unsupported, examine, unsupported};
pub use files::Files;
pub use governance::{
    Accountability, Answers, Clash, Decided, Governance, Heard, Passage, PassageFlaw, governance,
};
pub use playbooks::{
    IncidentFault, Incidents, Preparedness, Statistics, Steps, incidents, preparedness,
};
pub use present::Present;
pub use risk::{RiskStanding, register};
pub use roadmap::{
    Load, Period, Quarter, QuarterLoad, Schedule, Scheduled, load, phases_out_of_order, schedule,
};
pub use technology::{Capability, Landscape, landscape};
