//! Key activities and maturity indicators.

use super::namer::Namer;
use crate::analysis::posture::{self, Lack};
use crate::syntax::ast::ActivityKind;

/// A key activity or maturity indicator of an assessed framework, shown where all that it names is achieved and supported.
#[derive(Debug)]
pub struct Indicator<'m> {
    /// The control that declares it: mostly a function.
    pub control: String,
    /// Whether it is a maturity indicator; else a key activity.
    pub is_indicator: bool,
    /// What it says.
    pub title: &'m str,
    /// What it names: controls, or functions and categories for all below them.
    pub on: Vec<String>,
    /// What keeps it from being shown; nothing where it is shown.
    pub lacking: Vec<Lacking<'m>>,
}

/// What a control lacks.
#[derive(Debug)]
pub struct Lacking<'m> {
    /// The control.
    pub control: String,
    /// What: `not-assessed`, `not-applicable`, `below`, `no-evidence`, `faulty-evidence`.
    pub lack: &'static str,
    /// Where it is below: the tier at which it stands, and the one that is asked for.
    pub below: Option<(u32, u32)>,
    /// Where evidence is faulty: which, and the first thing that is wrong with it.
    pub evidence: Option<(&'m str, &'static str)>,
}

impl<'m> Indicator<'m> {
    pub(super) fn new(names: Namer<'m, '_>, indicator: &posture::Indicator<'m, '_>) -> Self {
        let lacking = indicator.lacking.iter();
        Self {
            control: names.control(indicator.control),
            is_indicator: indicator.activity.kind == ActivityKind::Indicator,
            title: &indicator.activity.title,
            on: names.controls(&indicator.activity.on),
            lacking: lacking
                .map(|lacking| Lacking::new(names, *lacking))
                .collect(),
        }
    }
}

impl<'m> Lacking<'m> {
    fn new(names: Namer<'m, '_>, lacking: posture::Lacking) -> Self {
        let (lack, below, evidence) = match lacking.lack {
            Lack::NotAssessed => ("not-assessed", None, None),
            Lack::NotApplicable => ("not-applicable", None, None),
            Lack::Below {
                tier,
                achieved_from,
            } => ("below", Some((tier, achieved_from)), None),
            Lack::NoEvidence => ("no-evidence", None, None),
            Lack::Faulty(id, fault) => (
                "faulty-evidence",
                None,
                Some((names.evidence(id), fault.word())),
            ),
        };
        Self {
            control: names.control(lacking.control),
            lack,
            below,
            evidence,
        }
    }
}
