//! Key activities and maturity indicators, and the conditions of rows.

use schemars::JsonSchema;
use serde::Serialize;

use super::hidden::Hideable;
use super::verdicts::Verdict;
use super::words::{ControlName, Fault, Name};
use crate::emit::json::words::RowId;
use crate::report::posture;

/// A key activity or maturity indicator of an assessed framework.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Indicator<'r> {
    /// The control that declares it: mostly a function.
    control: ControlName<'r>,
    /// Whether it is a key `activity` or a maturity `indicator`.
    #[schemars(extend("enum" = ["activity", "indicator"]))]
    kind: &'static str,
    /// What it says.
    title: &'r str,
    /// What it names: controls, or functions and categories for all below them.
    on: Vec<ControlName<'r>>,
    /// Whether it is shown: all that it names is achieved and supported.
    shown: bool,
    /// What keeps it from being shown; nothing where it is shown.
    lacking: Vec<Lacking<'r>>,
}

/// What a control lacks.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Lacking<'r> {
    /// The control.
    control: ControlName<'r>,
    /// What: it is `not-assessed`, `not-applicable`, `below` the tier that is asked for, has `no-evidence` or
    /// `faulty-evidence`.
    #[schemars(extend("enum" = ["not-assessed", "not-applicable", "below", "no-evidence", "faulty-evidence"]))]
    lack: &'static str,
    /// Where it is below: the tier that it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<u32>,
    /// Where it is below: the tier that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    achieved_from: Option<u32>,
    /// Where evidence is faulty: which.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Hideable<Name<'r>>>,
    /// Where evidence is faulty: the first thing that is wrong with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<Fault>,
}

/// A condition under which rows hold.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Condition<'r> {
    /// As it is written beside the rows.
    text: &'r str,
    /// Whether the organization says that it holds: then its rows count.
    holds: bool,
    /// The rows.
    rows: Vec<RowId>,
    /// The verdicts that would be others if it held too; none where it does.
    would_change: Vec<Change<'r>>,
}

/// A verdict that would be another one.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Change<'r> {
    /// The control.
    control: ControlName<'r>,
    /// What it is.
    before: Verdict,
    /// What it would be.
    after: Verdict,
}

impl<'r> Indicator<'r> {
    pub(super) fn new(indicator: &'r posture::Indicator<'r>) -> Self {
        Self {
            control: ControlName(&indicator.control),
            kind: indicator.kind.word(),
            title: indicator.title,
            on: ControlName::all(&indicator.on),
            shown: indicator.lacking.is_empty(),
            lacking: indicator.lacking.iter().map(Lacking::new).collect(),
        }
    }
}

impl<'r> Lacking<'r> {
    fn new(lacking: &'r posture::Lacking<'r>) -> Self {
        let (tier, achieved_from) = match lacking.lack {
            posture::Lack::Below {
                tier,
                achieved_from,
            } => (Some(tier), Some(achieved_from)),
            _ => (None, None),
        };
        let (evidence, fault) = match lacking.lack {
            posture::Lack::Faulty { evidence, fault } => (Some(evidence), Some(fault)),
            _ => (None, None),
        };
        Self {
            control: ControlName(&lacking.control),
            lack: lacking.lack.word(),
            tier,
            achieved_from,
            evidence: evidence.map(|name| Hideable(Name(name))),
            fault: fault.map(Fault::of),
        }
    }
}

impl<'r> Condition<'r> {
    pub(super) fn new(condition: &'r posture::Condition<'r>) -> Self {
        let changes = condition.would_change.iter();
        Self {
            text: condition.text,
            holds: condition.holds,
            rows: condition.rows.iter().cloned().map(RowId).collect(),
            would_change: changes
                .map(|change| Change {
                    control: ControlName(&change.control),
                    before: change.before.into(),
                    after: change.after.into(),
                })
                .collect(),
        }
    }
}
