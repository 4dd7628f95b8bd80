//! What the sheets look up.

use std::collections::BTreeMap;

use super::index::Index;
use super::links::Links;
use super::target::Target;
use super::words;
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::measure;
use crate::emit::xlsx::page::Binding;
use crate::report::Report;
use crate::report::posture::{Assessment, Framework, Named, Posture, Supports};

/// The name of the first sheet.
const SUMMARY: &str = "Summary";
/// The steps of the heat map beyond none.
const STEPS: u32 = 5;

/// What the sheets look up.
pub(super) struct Plan<'r> {
    /// The whole report, for the rows that are named and for the names of frameworks.
    pub report: &'r Report<'r>,
    /// What is written.
    pub posture: &'r Posture<'r>,
    /// What is known of controls.
    pub index: Index<'r>,
    /// Where links lead.
    pub links: Links<'r>,
    title: String,
    controls: BTreeMap<&'r str, PlacedControl<'r>>,
}

/// A control in its framework.
#[derive(Clone, Copy)]
pub(super) struct PlacedControl<'r> {
    /// Its framework.
    pub framework: &'r Framework<'r>,
    /// The control.
    pub control: &'r Named<'r>,
    /// Its function: the control at the top under which it lies; perhaps itself.
    pub section: &'r Named<'r>,
    /// The control directly above it; itself at the top.
    pub parent: &'r Named<'r>,
}

impl<'r> Plan<'r> {
    /// Lays out the workbook.
    pub fn new(report: &'r Report<'r>, posture: &'r Posture<'r>) -> Self {
        Self {
            report,
            posture,
            links: Links::new(posture),
            title: format!("Posture of {}", posture.organization.title),
            controls: controls(&posture.frameworks),
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

    /// A control by its name, `nist-csf@2.0:PR.AA-05`.
    pub fn known(&self, control: &str) -> Option<PlacedControl<'r>> {
        self.controls.get(control).copied()
    }

    /// The title of a control.
    pub fn title(&self, control: &str) -> &'r str {
        self.known(control).map_or("", |known| known.control.title)
    }

    /// The short name of a framework, by its key.
    pub fn short<'a>(&'a self, key: &'a str) -> &'a str {
        let mut frameworks = self.report.frameworks.values();
        let found = frameworks.find(|framework| framework.key == key);
        found.map_or(key, |framework| framework.short.as_str())
    }

    /// The width that the short names of all frameworks need, in digits.
    pub fn short_width(&self) -> f64 {
        let frameworks = self.posture.frameworks.iter();
        let shorts = frameworks.map(|framework| self.short(&framework.key));
        measure::fit(shorts, 12.0, 32.0)
    }

    /// The title of a framework, by its key.
    pub fn short_title(&self, key: &str) -> &'r str {
        self.framework(key).map_or("", |framework| framework.title)
    }

    /// A control as text: bare where it is one of the baseline, else with the short name of its framework.
    pub fn name(&self, control: &str) -> String {
        match self.known(control) {
            Some(known) if known.framework.key == self.posture.organization.baseline => {
                known.control.identifier.to_owned()
            }
            Some(known) => format!(
                "{} {}",
                self.short(&known.framework.key),
                known.control.identifier
            ),
            None => control.to_owned(),
        }
    }

    /// Several controls as text.
    pub fn names(&self, controls: &[impl AsRef<str>]) -> String {
        let names = controls.iter().map(|control| self.name(control.as_ref()));
        let names: Vec<String> = names.collect();
        names.join(", ")
    }

    /// The identifier of a control, leading to its verdict.
    pub fn control<'a>(&self, control: &'a str) -> Cell<'a>
    where
        'r: 'a,
    {
        let cell = match self.known(control) {
            Some(known) => Cell::identifier(known.control.identifier),
            None => Cell::identifier(control),
        };
        self.links.to_verdict(control, cell)
    }

    /// The identifier of a control, leading to its assessment.
    pub fn assessed<'a>(&self, control: &'a str) -> Cell<'a>
    where
        'r: 'a,
    {
        let known = self.known(control);
        let identifier = known.map_or(control, |known| known.control.identifier);
        let cell = Cell::identifier(identifier);
        self.links.to(Target::Assessed, control, cell)
    }

    /// The function in which a control lies.
    pub fn section(&self, control: &str) -> &'r str {
        self.known(control).map_or("", |known| known.section.title)
    }

    /// The category in which a control lies, as `PR.AC Access control`.
    pub fn category(&self, control: &str) -> String {
        let known = self.known(control);
        known.map_or(String::new(), |known| Self::heading(known.parent))
    }

    /// The short name of the framework of a control.
    pub fn short_of(&self, control: &str) -> &str {
        let known = self.known(control);
        known.map_or("", |known| self.short(&known.framework.key))
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
    pub fn controls(&self, controls: &[String]) -> Cell<'static> {
        let cell = Cell::identifier(self.names(controls));
        match controls.first() {
            Some(first) => self.links.to_verdict(first, cell),
            None => cell,
        }
    }

    /// A function or category as `PR.AC Access control`.
    pub fn heading(named: &Named<'_>) -> String {
        format!("{} {}", named.identifier, named.title)
    }

    /// The assessment of this name.
    pub fn assessment(&self, name: &str) -> Option<&'r Assessment<'r>> {
        let mut assessments = self.posture.assessments.iter();
        assessments.find(|assessment| assessment.name == name)
    }

    /// A tier, the deeper the higher it stands in the scale of its framework.
    pub fn tier(&self, framework: &str, tier: Option<u32>) -> Cell<'static> {
        let Some(tier) = tier else {
            return Cell::centred("–");
        };
        let highest = self.highest(framework).max(1);
        let step = (tier.min(highest) * STEPS).div_ceil(highest);
        let step = u8::try_from(step).unwrap_or(u8::MAX);
        Cell::count(tier as usize).look(Look::Heat(step))
    }

    /// The tiers of a framework in words: `1 Partial, 2 Risk informed`.
    pub fn scale(&self, key: &str) -> String {
        let framework = self.framework(key);
        let tiers = framework.iter().flat_map(|framework| &framework.tiers);
        let tiers: Vec<String> = tiers
            .map(|(number, title)| format!("{number} {title}"))
            .collect();
        tiers.join(", ")
    }

    /// The framework of this key.
    pub fn framework(&self, key: &str) -> Option<&'r Framework<'r>> {
        let mut frameworks = self.posture.frameworks.iter();
        frameworks.find(|framework| framework.key == key)
    }

    fn highest(&self, key: &str) -> u32 {
        let framework = self.framework(key);
        let tiers = framework.iter().flat_map(|framework| &framework.tiers);
        tiers.map(|(number, _)| *number).max().unwrap_or(1)
    }
}

/// Every control of these frameworks, with what it lies in.
fn controls<'r>(frameworks: &'r [Framework<'r>]) -> BTreeMap<&'r str, PlacedControl<'r>> {
    let mut known = BTreeMap::new();
    for framework in frameworks {
        // The controls above the one that is looked at, the top first.
        let mut above: Vec<&Named<'_>> = Vec::new();
        for control in &framework.controls {
            above.truncate(control.depth.into());
            let parent = above.last().copied().unwrap_or(control);
            let section = above.first().copied().unwrap_or(control);
            let found = PlacedControl {
                framework,
                control,
                section,
                parent,
            };
            known.insert(control.control.as_str(), found);
            above.push(control);
        }
    }
    known
}
