//! What may have been meant by a name that does not exist.

use rustc_hash::FxHashMap;

use super::catalogs::{Catalogs, Meaning};
use xwalk_diagnostic::nearest;
use xwalk_model::{ControlId, FrameworkId};

/// How many names may be compared in one compilation. A file of nothing but wrong identifiers must not take time
/// that grows with the square of its size; after so many comparisons a diagnostic goes without its suggestion.
const PATIENCE: usize = 1_000_000;

/// Finds names that may have been meant.
pub(super) struct Suggestions<'a, 's> {
    catalogs: &'a Catalogs<'s>,
    /// What was found before, since one mistake is often made in many rows.
    known: FxHashMap<(FrameworkId, &'s str), Option<String>>,
    patience: usize,
}

impl<'a, 's> Suggestions<'a, 's> {
    pub fn new(catalogs: &'a Catalogs<'s>) -> Self {
        Self {
            catalogs,
            known: FxHashMap::default(),
            patience: PATIENCE,
        }
    }

    /// A control as a help names it: `` `GV.RR-02` (Roles and responsibilities) ``.
    pub fn titled(&self, control: ControlId) -> String {
        let control = &self.catalogs.controls[control];
        match control.title.as_ref() {
            "" => format!("`{}`", control.identifier),
            title => format!("`{}` ({title})", control.identifier),
        }
    }

    /// The editions of a framework, each in backticks.
    pub fn editions(&self, name: &str) -> Vec<String> {
        let frameworks = self.catalogs.frameworks.iter();
        frameworks
            .filter(|(_, other)| other.name == name)
            .map(|(_, other)| format!("`{}`", other.edition))
            .collect()
    }

    /// What to do about a framework name that does not exist.
    pub fn framework(&self, name: &str) -> String {
        let frameworks = || {
            self.catalogs
                .frameworks
                .iter()
                .map(|(_, framework)| framework)
        };
        match nearest(name, frameworks().map(|framework| framework.name)) {
            Some(near) => {
                let labels = frameworks().filter(|framework| framework.name == near);
                let labels: Vec<String> = labels
                    .map(|framework| format!("`{}`", framework.label()))
                    .collect();
                format!("did you mean {}?", labels.join(" or "))
            }
            None => "declare it in a file of the workspace, or correct the name".to_owned(),
        }
    }

    /// What to do about an identifier that its framework does not have.
    pub fn control(&mut self, identifier: &'s str, framework: FrameworkId) -> Option<String> {
        if let Some(known) = self.known.get(&(framework, identifier)) {
            return known.clone();
        }
        let controls = &self.catalogs.frameworks[framework];
        let count = (controls.end_control.0 - controls.first_control.0) as usize
            + self.catalogs.frameworks.len();
        let Some(patience) = self.patience.checked_sub(count) else {
            return self.specimen(framework);
        };
        self.patience = patience;
        let help = self.search(identifier, framework);
        let help = help.or_else(|| self.specimen(framework));
        self.known.insert((framework, identifier), help.clone());
        help
    }

    /// What an identifier of a framework looks like; nothing if it has no controls.
    fn specimen(&self, framework: FrameworkId) -> Option<String> {
        let framework = &self.catalogs.frameworks[framework];
        let controls = || {
            self.catalogs
                .controls
                .range(framework.first_control, framework.end_control)
        };
        let (_, control) = controls()
            .find(|(_, control)| control.assessable)
            .or_else(|| controls().next())?;
        let (label, identifier) = (framework.label(), control.identifier);
        Some(format!(
            "write an identifier of `{label}`, such as `{identifier}`"
        ))
    }

    fn search(&self, identifier: &str, framework: FrameworkId) -> Option<String> {
        let near = self
            .nearest_control(identifier, framework)
            .map(|near| format!("did you mean {}?", self.titled(near)));
        let elsewhere = self.elsewhere(identifier, framework).map(|other| {
            let family = self.catalogs.frameworks[framework].name;
            let other = &self.catalogs.frameworks[other];
            let kind = if other.name == family {
                ", another edition"
            } else {
                ""
            };
            format!("`{identifier}` is a control of `{}`{kind}", other.label())
        });
        match (near, elsewhere) {
            (Some(near), Some(elsewhere)) => Some(format!("{near} ({elsewhere})")),
            (near, elsewhere) => near.or(elsewhere),
        }
    }

    fn nearest_control(&self, identifier: &str, framework: FrameworkId) -> Option<ControlId> {
        let range = &self.catalogs.frameworks[framework];
        let controls = || {
            self.catalogs
                .controls
                .range(range.first_control, range.end_control)
        };
        let near = nearest(
            identifier,
            controls().map(|(_, control)| control.identifier),
        )?;
        controls()
            .find(|(_, control)| control.identifier == near)
            .map(|(id, _)| id)
    }

    /// Another framework that has the identifier: another edition first, else the first in order.
    fn elsewhere(&self, identifier: &str, framework: FrameworkId) -> Option<FrameworkId> {
        let family = self.catalogs.frameworks[framework].name;
        let has = |id: &FrameworkId| {
            !matches!(
                self.catalogs.meaning(*id, identifier),
                None | Some(Meaning::Withdrawn(_))
            )
        };
        let others = || self.catalogs.frameworks.ids().filter(has);
        others()
            .find(|id| self.catalogs.frameworks[*id].name == family)
            .or_else(|| others().next())
    }
}
