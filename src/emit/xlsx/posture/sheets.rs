//! Which sheets there are: a new one is a file and a row here.

use super::sheet::Sheet;
use super::{
    accountable, assessment, capabilities, changes, committees, conditions, course, decisions,
    definitions, escalations, evidence, gantt, gaps, grounds, heat, indicators, load, playbooks,
    profile, remainder, risks, roadmap, roles, rows, single, sources, steps, technology, times,
    uncovered, verdicts,
};

/// All sheets behind the summary, in their order.
pub(super) const SHEETS: &[Sheet] = &[
    profile::SHEET,
    assessment::SHEET,
    changes::SHEET,
    verdicts::SHEET,
    heat::SHEET,
    grounds::SHEET,
    rows::SHEET,
    gaps::SHEET,
    remainder::SHEET,
    roadmap::SHEET,
    gantt::SHEET,
    load::SHEET,
    course::SHEET,
    risks::SHEET,
    evidence::SHEET,
    roles::SHEET,
    accountable::SHEET,
    decisions::SHEET,
    committees::SHEET,
    escalations::SHEET,
    technology::SHEET,
    capabilities::SHEET,
    single::SHEET,
    playbooks::SHEET,
    times::SHEET,
    steps::SHEET,
    uncovered::SHEET,
    conditions::SHEET,
    indicators::SHEET,
    definitions::SHEET,
    sources::SHEET,
];
