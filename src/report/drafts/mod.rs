//! Mappings that the program drafts: what is proved, as rows that a person has to review.

mod derive;
mod migrate;
mod writer;

pub use derive::derived;
pub use migrate::CarriedOver;
