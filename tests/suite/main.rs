//! The project's one test binary.
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests read files, and a panic is how a test fails"
)]

mod bundled;
mod catalogs;
mod coverage;
mod csv;
mod guide;
mod json;
mod pages;
mod published;
mod rendering;
mod sample_report;
mod syntax;
mod tidy;
mod verdicts;
