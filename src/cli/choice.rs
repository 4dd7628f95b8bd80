//! Which frameworks are shown: what the command line says, and where it says nothing the settings.

use super::{RunError, find};
use xwalk_model::{FrameworkId, Model};
use xwalk_report::Choice;
use xwalk_workspace::BuildDefaults;

/// Which frameworks are to be shown, by name.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Only these, if any.
    only: Vec<String>,
    /// All that comes with the program too.
    bundled: bool,
    /// The one at the left.
    pivot: Option<String>,
}

impl Asked {
    /// What the command line asks for; it goes before the settings.
    pub fn of(
        only: &[String],
        bundled: bool,
        pivot: Option<&String>,
        defaults: &BuildDefaults,
    ) -> Self {
        let only = if only.is_empty() {
            &defaults.only
        } else {
            only
        };
        Self {
            only: only.to_vec(),
            bundled: bundled || defaults.bundled,
            pivot: pivot.or(defaults.pivot.as_ref()).cloned(),
        }
    }

    /// The choice, and the framework at the left. Whoever names the frameworks to show gets these and no others.
    pub fn choice(&self, model: &Model<'_>) -> Result<(Choice, Option<FrameworkId>), RunError> {
        let only = self.only.iter().map(|name| find::framework(model, name));
        let only: Vec<FrameworkId> = only.collect::<Result<_, _>>()?;
        let pivot = self.pivot.as_deref();
        let pivot = pivot.map(|name| find::framework(model, name)).transpose()?;
        if let Some(excluded) = pivot.filter(|pivot| !only.is_empty() && !only.contains(pivot)) {
            return Err(RunError::Usage(format!(
                "`{}` is to be on the left, but is not among the frameworks to keep; add it to `only`, or choose one of them as the pivot",
                model.frameworks[excluded].label()
            )));
        }
        let choice = match (only.as_slice(), self.bundled) {
            ([], true) => Choice::Everything,
            ([], false) => Choice::Named {
                besides: pivot.into_iter().collect(),
            },
            _ => Choice::Only(only),
        };
        Ok((choice, pivot))
    }
}
