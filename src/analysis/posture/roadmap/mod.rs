//! The schedule of a roadmap, and the work it asks of each owner.

mod calendar;
mod load;
mod phases;
mod schedule;

pub use calendar::Quarter;
pub use load::{Load, QuarterLoad, load};
pub use phases::phases_out_of_order;
pub use schedule::{Period, Schedule, Scheduled, schedule};
