//! One file or folder per question that is asked of an organization's posture: where it stands, what follows from it for
//! every framework that it adopts, what is missing, who answers, what is planned.

mod acceptance;
mod files;
mod fraction;
mod functions;
mod layers;
mod present;

mod evidence;

mod state;
mod support;
mod verdict;

mod bearing;
mod fulfilled;
mod ground;
mod projector;
mod reached;

mod judge;
mod projection;
mod remainder;

mod benchmark;
mod conditions;
mod gaps;
mod indicators;
mod profile;

mod facts;

mod governance;
mod playbooks;
mod risk;
mod roadmap;
mod technology;

mod rising;

mod burn_up;
mod what_if;

pub use acceptance::{Standing, accepted, standing};

pub use evidence::{
    Deficiency, DeficiencyKind, Examined, Failure, Unsupported, examine, unsupported, why,
};
pub use files::Files;
pub use fraction::Fraction;
pub use layers::Place;
pub use present::Present;

pub use state::{AssessedState, Credit, CurrentState, earlier};
pub use support::Support;
pub use verdict::{Change, Tally, Verdict, Verdicts, changes};

pub use ground::{Because, Doubt, Ground};
pub use projection::{Projected, Projection, Threshold};
pub use projector::Projector;

pub use benchmark::{Benchmark, Counts, Moved, Yardstick};
pub use conditions::Condition;
pub use gaps::{Gap, Gaps, RiskFrom, Threats, Turn};
pub use indicators::{Indicator, Lack, Lacking};
pub use profile::{Distribution, Line, Profile};

pub use facts::{Facts, logic_of};

pub use governance::{
    Accountability, Answers, Clash, Decided, Governance, Heard, Passage, PassageFlaw, governance,
};
pub use playbooks::{
    IncidentFault, Incidents, Preparedness, Statistics, Steps, Times, incidents, preparedness,
    spelled,
};
pub use risk::{RiskStanding, register};
pub use roadmap::{
    EarlyPhase, Load, Loads, Period, Quarter, QuarterLoad, Schedule, Scheduled, phases_begun_early,
    phases_out_of_order, schedule, working_day,
};
pub use technology::{Capability, Landscape, landscape};

pub use burn_up::{BurnUp, Step};
pub use what_if::{Changed, LeftOut, Treated, Turned, WhatIf};
