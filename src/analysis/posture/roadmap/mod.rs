//! The schedule of a roadmap, and the work it asks of each owner.

mod calendar;
mod load;
mod phases;
mod schedule;
mod whole_days;

pub use calendar::{Quarter, working_day};
pub use load::{Load, Loads, QuarterLoad};
pub use phases::{EarlyPhase, phases_begun_early, phases_out_of_order};
pub use schedule::{Period, Schedule, Scheduled, schedule};
