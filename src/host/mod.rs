//! The machine that a program runs on: files, clock, environment, randomness, other programs, standard output and error.
//!
//! Nothing else of the program touches them. Who needs them is given a [`Host`]; [`System`] is the real one. What takes
//! several steps, such as replacing a file, is written over the steps of the trait, so that the host of a test can stop it
//! between any two of them.

mod error;
mod host;

mod reading;
mod signing;
mod writing;

mod system;

pub use error::HostError;
pub use host::{Host, Lock, Ran, Regular, Uninterrupted};
pub use reading::text;
pub use system::System;
