//! What a verdict rests on, in sentences and with the places of the rows, for whoever asks on the command line.

use crate::JsonSchema;
use serde::Serialize;

use super::named::NamedControl;
use super::namer::Namer;
use super::{DoubtReason, Names, Verdict};
use crate::published::{As, Spoken, Word};
use xwalk_analysis::posture::{Because, Credit, CurrentState, Doubt, Ground, Projected};
use xwalk_model::{ControlId, RowId};
use xwalk_source::SourceMap;
use xwalk_syntax::ast::Status;

/// How many controls are named in one sentence.
const NAMED: usize = 6;

/// How many rows of one reason are named in a sentence.
const ROWS_SHOWN: usize = 3;

/// What a verdict rests on, or why nobody can tell.
#[derive(Debug)]
pub struct Explained {
    /// All that it rests on.
    pub reasons: Vec<Reason>,
    /// Why nobody can tell.
    pub doubt: Option<String>,
}

/// One thing that a verdict rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Ground")]
pub struct Reason {
    /// The verdict for which it speaks.
    #[serde(with = "As::<Word<Spoken>>")]
    pub verdict: Verdict,
    /// How it speaks, in a sentence.
    pub why: String,
    /// The assessed controls that speak, with their frameworks.
    #[schemars(with = "Vec<String>")]
    pub controls: Vec<NamedControl>,
    /// The weakest status among the rows; `final` where there are none.
    #[serde(with = "As::<Word<Status>>")]
    pub status: Status,
    /// The rows that connect them with the control, as `file:line`.
    pub rows: Vec<String>,
}

impl Explained {
    /// All of it in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let reasons = self.reasons.iter().map(|reason| {
            let why = &reason.why;
            if reason.rows.is_empty() {
                return why.clone();
            }
            format!("{why} [{}]{}", reason.status.word(), reason.by())
        });
        let all: Vec<String> = reasons.chain(self.doubt.clone()).collect();
        all.join("; ")
    }
}

impl Reason {
    /// `, by csf2-iso.xwalk:12 and 3 more rows`.
    #[must_use]
    pub fn by(&self) -> String {
        let rows = &self.rows;
        let named: Vec<&str> = rows.iter().take(ROWS_SHOWN).map(String::as_str).collect();
        let named = named.join(", ");
        match rows.len().saturating_sub(ROWS_SHOWN) {
            _ if rows.is_empty() => String::new(),
            0 => format!(", by {named}"),
            1 => format!(", by {named} and 1 more row"),
            more => format!(", by {named} and {more} more rows"),
        }
    }
}

/// What is known to whoever explains verdicts.
pub(super) struct Explainer<'a, 'm> {
    pub namer: Namer<'m, 'a>,
    pub names: &'a Names,
    pub sources: &'a SourceMap,
    /// Where the organization stands, or would stand.
    pub state: &'a CurrentState,
}

impl Explainer<'_, '_> {
    pub fn explain(&self, projected: &Projected) -> Explained {
        let grounds = projected.grounds.iter();
        Explained {
            reasons: grounds.map(|ground| self.reason(ground)).collect(),
            doubt: projected.doubt.as_ref().map(|doubt| self.doubt(doubt)),
        }
    }

    fn reason(&self, ground: &Ground) -> Reason {
        Reason {
            verdict: ground.because.verdict().into(),
            why: self.because(ground),
            controls: self.namer.controls(&ground.controls),
            status: ground.status,
            rows: self.places(&ground.rows),
        }
    }

    /// `file:line` of each row.
    pub fn places(&self, rows: &[RowId]) -> Vec<String> {
        let places = rows.iter().map(|row| self.namer.model.rows[*row].place);
        places.map(|place| self.sources.file_line(place)).collect()
    }

    fn because(&self, ground: &Ground) -> String {
        let controls = &ground.controls;
        let stand = || self.tiers(controls);
        match ground.because {
            Because::Achieved | Because::Below => {
                let tier = controls.first().and_then(|id| self.tier(*id));
                tier.map_or_else(String::new, |tier| format!("stands at {tier}"))
            }
            Because::NotApplicable => match controls.first().and_then(|id| self.note(*id)) {
                Some(note) => format!("assessed as not applicable: {note}"),
                None => "assessed as not applicable".to_owned(),
            },
            Because::EqualNotApplicable => {
                let named = self.listed(controls, |id| match self.note(id) {
                    Some(note) => format!("{} ({note})", self.name(id)),
                    None => self.name(id),
                });
                format!("{} {named}", ground.because.phrase())
            }
            Because::ChildrenMet => {
                format!("all controls directly below it are met, by {}", stand())
            }
            Because::Contained | Because::Together | Because::AsksForMore | Because::Shares => {
                format!("{} {}", ground.because.phrase(), stand())
            }
        }
    }

    fn doubt(&self, doubt: &Doubt) -> String {
        let worded = |reason: DoubtReason, controls| format!("{}: {controls}", reason.phrase());
        match doubt {
            Doubt::Between(controls) => worded(DoubtReason::Between, self.tiers(controls)),
            Doubt::RelatedOnly(controls) => worded(DoubtReason::RelatedOnly, self.few(controls)),
            Doubt::NotApplicable(controls) => {
                worded(DoubtReason::NotApplicable, self.few(controls))
            }
            Doubt::OnlyBelow(controls) => worded(DoubtReason::OnlyBelow, self.tiers(controls)),
            Doubt::Unsupported(controls) => worded(DoubtReason::Unsupported, self.tiers(controls)),
            Doubt::NotAssessed(controls) => worded(DoubtReason::NotAssessed, self.few(controls)),
            Doubt::RowsLeftOut(rows) => match rows.len() {
                1 => "1 row that names it is left out".to_owned(),
                rows => format!("{rows} rows that name it are left out"),
            },
            Doubt::JudgedBelow => DoubtReason::JudgedBelow.phrase().to_owned(),
            Doubt::Unconnected => DoubtReason::Unconnected.phrase().to_owned(),
        }
    }

    /// `ID.AM.a (tier 3), ID.AM.b (tier 4)`.
    fn tiers(&self, controls: &[ControlId]) -> String {
        self.listed(controls, |id| match self.tier(id) {
            Some(tier) => format!("{} ({tier})", self.name(id)),
            None => self.name(id),
        })
    }

    fn few(&self, controls: &[ControlId]) -> String {
        self.listed(controls, |id| self.name(id))
    }

    fn listed(&self, controls: &[ControlId], worded: impl Fn(ControlId) -> String) -> String {
        let first = controls.iter().take(NAMED);
        let named: Vec<String> = first.map(|id| worded(*id)).collect();
        match controls.len().saturating_sub(NAMED) {
            0 => named.join(", "),
            more => format!("{} and {more} more", named.join(", ")),
        }
    }

    fn name(&self, control: ControlId) -> String {
        self.names.short(&self.namer.control(control)).to_owned()
    }

    /// What the assessment notes beside a control.
    fn note(&self, control: ControlId) -> Option<&str> {
        let stand = self.state.of_control(control)?;
        let assessment = &self.namer.model.posture.assessments[stand.assessment];
        assessment.of(control)?.note.as_deref()
    }

    /// `tier 3`, and what its evidence makes of it where evidence is required.
    fn tier(&self, control: ControlId) -> Option<String> {
        let stand = self.state.of_control(control)?;
        let credit = match stand.credit {
            Credit::Claimed => "",
            Credit::Unsupported => ", unsupported",
            Credit::Refuted => ", refuted by its evidence",
        };
        Some(format!("tier {}{credit}", stand.tier?))
    }
}
