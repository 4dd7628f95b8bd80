//! Pictures of a posture, as SVG inside of the page.
//!
//! Every picture says in numbers and signs what it says in colours, has a title and a sentence that tells what it shows,
//! and is drawn in whole numbers of its own units, so that the same posture is always the same bytes. Colours and faces
//! are classes of `templates/pictures.css`. What there is nothing to show of is an empty text.

mod area;
mod calendar;
mod drawing;
mod face;
mod figure;
mod fit;
mod hatch;
mod spread;

mod architecture;
mod bar;
mod burn_up;
mod gantt;
mod risks;
mod tiers;
mod verdicts;

pub(super) use architecture::architecture;
pub(super) use bar::bar;
pub(super) use burn_up::burn_up;
pub(super) use gantt::gantt;
pub(super) use risks::risks;
pub(super) use tiers::tiers;
pub(super) use verdicts::verdicts;
