//! The project's one test binary.
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests read files, and a panic is how a test fails"
)]

mod acceptance;
mod audit;
mod browser;
mod bundled;
mod bundled_report;
mod cacao;
mod catalogs;
#[path = "../../benches/chance.rs"]
mod chance;
mod circles;
mod cli;
mod composition;
mod content;
mod contracts;
mod contradictions;
mod coverage;
mod csv;
mod derive;
mod example;
mod framework_order;
mod generated;
mod generated_networks;
mod golden;
mod guide;
mod harness;
mod html;
mod json;
mod language;
mod messages;
mod migrate;
mod mistakes;
mod named_files;
mod one_pair;
mod orders;
mod output;
mod overlap;
mod pictures;
mod posture;
mod posture_audience;
mod posture_command;
mod posture_conditions;
mod posture_dates;
mod posture_export;
mod posture_facts;
mod posture_fields;
mod posture_findings;
mod posture_initiatives;
mod posture_page;
mod posture_projection;
mod posture_roadmap;
mod posture_zero;
mod program;
mod proof_report;
mod proved_verdicts;
mod published;
mod reading;
mod reasoning;
mod redaction;
mod relation;
mod remainder;
mod rendering;
mod resolving;
mod rewrite;
mod rules;
mod sample_report;
mod seal;
mod selection;
mod show;
mod similarity;
mod skipped;
mod special_files;
mod suggest;
mod superseded;
mod syntax;
mod synthetic;
mod table;
mod templates;
mod tidy;
mod understood;
mod verdicts;
mod views;
mod webdriver;
mod why;
mod write;
mod xlsx;
