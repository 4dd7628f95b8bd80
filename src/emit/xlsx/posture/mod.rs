//! The posture workbook: where an organization stands, for those who answer for it and those who check it.
//!
//! Every sheet is one file with a [`sheet::Sheet`]; [`sheets::SHEETS`] is the table of them, and the summary prints it. Every sheet is
//! there, whatever is declared: one that would be empty says so in its first line.

mod behind;
mod book;
mod index;
mod links;
mod order;
mod plan;
mod sheet;
mod sheets;
mod target;
mod words;

mod accountable;
mod assessment;
mod capabilities;
mod changes;
mod chart;
mod committees;
mod conditions;
mod course;
mod decisions;
mod definitions;
mod escalations;
mod evidence;
mod gantt;
mod gaps;
mod grounds;
mod heat;
mod indicators;
mod load;
mod months;
mod playbooks;
mod profile;
mod remainder;
mod risks;
mod roadmap;
mod roles;
mod rows;
mod single;
mod sources;
mod steps;
mod summary;
mod technology;
mod times;
mod uncovered;
mod verdicts;

pub use book::EMITTER;
