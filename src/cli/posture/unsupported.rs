//! The claimed tiers that evidence does not bear out.

use super::{Page, indented};
use crate::analysis::posture::Credit;
use crate::cli::columns::Columns;
use crate::model::ControlId;

impl Page<'_, '_> {
    /// The assessed controls whose evidence does not hold, with the tiers that are claimed for them.
    pub(super) fn unsupported(&self) -> String {
        let mut columns = Columns::default();
        for control in self.facts.support.faulty() {
            let stand = self.facts.stands.of_control(control);
            let Some((stand, tier)) = stand.and_then(|stand| Some((stand, stand.tier?))) else {
                continue;
            };
            let counts = match stand.credit {
                Credit::Claimed => "counts as claimed",
                Credit::Unsupported => "counts neither as achieved nor as below",
                Credit::Refuted => "counts as below",
            };
            columns.push([
                self.words.name(control),
                self.words.title(control).to_owned(),
                format!("claimed tier {tier}, unsupported"),
                self.faults(control).join(", "),
                counts.to_owned(),
            ]);
        }
        let text = columns.text();
        if text.is_empty() {
            return text;
        }
        format!(
            "\nTiers that evidence does not bear out (`--evidence required` believes none of them)\n{}",
            indented(&text)
        )
    }

    /// `mfa-export is stale`.
    pub(super) fn faults(&self, control: ControlId) -> Vec<String> {
        let faults = self.facts.support.faults(control);
        faults
            .map(|(evidence, fault)| {
                let evidence = self.model.posture.evidence[evidence].name;
                format!("{evidence} is {}", fault.word())
            })
            .collect()
    }
}
