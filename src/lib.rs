#![doc = include_str!("../ARCHITECTURE.md")]

// In the order of the pipeline, and so of reading: text, meaning, answers, outputs, and what drives them.
pub mod source;

pub mod diagnostic;

pub mod relation;

pub mod syntax;

pub mod model;

pub mod similarity;

pub mod resolve;

pub mod reason;

pub mod analysis;

pub mod rules;

pub mod redaction;

pub mod report;

pub mod emit;

pub mod write;

pub mod seal;

pub mod bundled;

pub mod compile;

pub mod cli;
