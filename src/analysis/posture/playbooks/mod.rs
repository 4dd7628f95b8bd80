//! Whether there are playbooks, whether they run by themselves, were tried, and are fast enough.

mod incidents;
mod instant;
mod preparedness;
mod statistics;
mod times;

pub use incidents::{IncidentFault, Incidents, incidents};
pub use preparedness::{Preparedness, Steps, preparedness};
pub use statistics::{Statistics, spelled};
pub use times::Times;
