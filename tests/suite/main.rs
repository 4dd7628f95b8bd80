//! The project's one test binary.

mod rendering;
mod tidy;
