//! What the sheets look up.

use super::index::Index;
use super::links::Links;
use super::target::Target;
use super::words;
use crate::cell::{Cell, Look};
use crate::measure;
use crate::page::Binding;
use xwalk_report::Report;
use xwalk_report::posture::{
    NamedControl, NamedFramework, Posture, Profile, ProfileLine, Supports,
};

/// The name of the first sheet.
const SUMMARY: &str = "Summary";
/// The steps of the heat map beyond none.
const STEPS: u32 = 5;

/// What the sheets look up.
pub(super) struct Plan<'r> {
    /// The whole report, for the day, the status that counts and the definitions.
    pub report: &'r Report<'r>,
    /// What is written.
    pub posture: &'r Posture<'r>,
    /// What is known of controls.
    pub index: Index<'r>,
    /// Where links lead.
    pub links: Links<'r>,
    title: String,
}

impl<'r> Plan<'r> {
    /// Lays out the workbook.
    pub fn new(report: &'r Report<'r>, posture: &'r Posture<'r>) -> Self {
        Self {
            report,
            posture,
            links: Links::new(posture),
            title: format!("Posture of {}", posture.organization.title),
            index: Index::new(posture),
        }
    }

    /// What all sheets have in common.
    pub fn binding(&self) -> Binding<'_> {
        Binding {
            title: &self.title,
            summary: SUMMARY,
        }
    }

    /// The width that the short names of all frameworks need, in digits.
    pub fn short_width(&self) -> f64 {
        let frameworks = self.posture.frameworks.iter();
        let shorts = frameworks.map(|framework| framework.key.short());
        measure::fit(shorts, 12.0, 32.0)
    }

    /// A control as text: bare where it is one of the baseline, else with the short name of its framework.
    pub fn name(&self, control: &NamedControl) -> String {
        if control.named().framework == self.posture.organization.baseline {
            return control.identifier().to_owned();
        }
        format!("{} {}", control.short(), control.identifier())
    }

    /// Several controls as text.
    pub fn names<'a>(&self, controls: impl IntoIterator<Item = &'a NamedControl>) -> String {
        let names = controls.into_iter().map(|control| self.name(control));
        let names: Vec<String> = names.collect();
        names.join(", ")
    }

    /// The identifier of a control, leading to its verdict.
    pub fn control<'a>(&self, control: &'a NamedControl) -> Cell<'a> {
        let cell = Cell::identifier(control.identifier());
        self.links.to_verdict(control, cell)
    }

    /// The identifier of a control, leading to its assessment.
    pub fn assessed<'a>(&self, control: &'a NamedControl) -> Cell<'a> {
        let cell = Cell::identifier(control.identifier());
        self.links.to(Target::Assessed, control, cell)
    }

    /// What something supports, leading to the first control.
    pub fn supports(&self, target: Target, supports: &[Supports]) -> Cell<'static> {
        let cell = Cell::identifier(words::supports(supports, |control| self.name(control)));
        match supports.first() {
            Some(first) => self.links.to(target, &first.control, cell),
            None => cell,
        }
    }

    /// Several controls, leading to the verdict of the first.
    pub fn controls(&self, controls: &[NamedControl]) -> Cell<'static> {
        let cell = Cell::identifier(self.names(controls));
        match controls.first() {
            Some(first) => self.links.to_verdict(first, cell),
            None => cell,
        }
    }

    /// A function or category as `PR.AC Access control`.
    pub fn heading(control: &NamedControl) -> String {
        format!("{} {}", control.identifier(), control.title())
    }

    /// A tier, the deeper the higher it stands in the scale of its framework.
    pub fn tier(framework: &NamedFramework, tier: Option<u32>) -> Cell<'static> {
        let Some(tier) = tier else {
            return Cell::centred("–");
        };
        let Some(highest) = framework.highest_tier().filter(|highest| *highest > 0) else {
            return Cell::count(tier as usize).look(Look::Centred);
        };
        let step = (tier.min(highest) * STEPS).div_ceil(highest);
        let step = u8::try_from(step).unwrap_or(u8::MAX);
        Cell::count(tier as usize).look(Look::Heat(step))
    }

    /// The tier of a line of a profile; with a sign where it cannot be higher, but may be lower.
    pub fn tier_of(profile: &Profile<'_>, line: &ProfileLine) -> Cell<'static> {
        let cell = Self::tier(&profile.framework, line.tier);
        match line.is_at_best() {
            true => cell.at_most(),
            false => cell,
        }
    }

    /// The width that the identifiers of all controls need, in digits.
    pub fn identifier_width(&self) -> f64 {
        let controls = self.posture.frameworks.iter().flat_map(|one| &one.controls);
        measure::fit(controls.map(NamedControl::identifier), 11.0, 26.0)
    }

    /// The tiers of a framework in words: `1 Partial, 2 Risk informed`.
    pub fn scale(framework: &NamedFramework) -> String {
        let tiers = framework.tiers().iter();
        let tiers = tiers.map(|(number, title)| format!("{number} {title}"));
        tiers.collect::<Vec<_>>().join(", ")
    }
}
