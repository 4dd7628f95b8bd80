#![doc = include_str!("../ARCHITECTURE.md")]

// In the order of the pipeline, and so of reading: the machine, text, meaning, answers, outputs, and what drives them.
pub use xwalk_host as host;

pub use xwalk_source as source;

pub use xwalk_diagnostic as diagnostic;

pub use xwalk_relation as relation;

pub use xwalk_table as table;

pub use xwalk_syntax as syntax;

pub use xwalk_model as model;

pub use xwalk_similarity as similarity;

pub use xwalk_resolve as resolve;

pub use xwalk_reason as reason;

pub use xwalk_analysis as analysis;

pub use xwalk_rules as rules;

pub use xwalk_redaction as redaction;

pub use xwalk_report as report;

pub use xwalk_emit as emit;

pub use xwalk_write as write;

pub use xwalk_seal as seal;

pub use xwalk_bundled as bundled;

pub use xwalk_compile as compile;

pub use xwalk_workspace as workspace;

pub use xwalk_cli as cli;
