//! What the templates are filled with. Field names are the contract with `templates/*.hbs`.

mod framework;
mod pair;
mod parts;
mod whole;

pub(super) use framework::FrameworkView;
pub(super) use pair::PairView;
pub(super) use whole::{Page, page};
