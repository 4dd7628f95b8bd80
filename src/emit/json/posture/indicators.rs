//! Key activities and maturity indicators.

use crate::JsonSchema;
use serde::Serialize;

use super::words::{DeficiencyKind, control_names};
use xwalk_report::posture;
use xwalk_report::published::{ControlName, Hideable, Name, Word};

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
    /// What keeps it from being shown; empty where it is shown.
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
    fault: Option<DeficiencyKind>,
}

impl<'r> Indicator<'r> {
    pub(super) fn new(indicator: &'r posture::Indicator<'r>) -> Self {
        Self {
            control: ControlName(&indicator.control),
            kind: indicator.kind.word(),
            title: indicator.title,
            on: control_names(&indicator.on),
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
            evidence: evidence.map(|evidence| Hideable(Name(evidence.name))),
            fault: fault.map(Word),
        }
    }
}
