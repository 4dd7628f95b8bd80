//! What technology can do, by function and kind.

use super::{Page, counted, indented};
use crate::analysis::posture::landscape;
use crate::cli::columns::Columns;
use crate::model::posture::TechnologyId;

impl Page<'_, '_> {
    /// One line for each function of the baseline; nothing where no technology is declared.
    pub(super) fn technology(&self) -> String {
        let posture = &self.model.posture;
        if posture.of(&posture.technologies, self.id).next().is_none() {
            return String::new();
        }
        let found = landscape(self.model, self.id);
        let mut columns = Columns::default();
        for capability in &found.capabilities {
            let kinds = capability.kinds.iter();
            let kinds: Vec<String> = kinds
                .map(|(kind, technologies)| format!("{kind}: {}", self.technologies(technologies)))
                .collect();
            columns.push([
                self.words.name(capability.function),
                self.words.title(capability.function).to_owned(),
                match kinds.is_empty() {
                    true => "none".to_owned(),
                    false => kinds.join("; "),
                },
            ]);
        }
        let mut text = format!(
            "\nTechnology that supports something in each function, by kind\n{}",
            indented(&columns.text())
        );
        if !found.single.is_empty() {
            text += &format!(
                "  Depending on one technology alone: {}.\n",
                counted(found.single.len(), "control", "controls")
            );
        }
        if !found.isolated.is_empty() {
            text += &format!(
                "  Feeding nothing and fed by nothing: {}.\n",
                self.technologies(&found.isolated)
            );
        }
        text
    }

    fn technologies(&self, ids: &[TechnologyId]) -> String {
        let technologies = &self.model.posture.technologies;
        let names: Vec<&str> = ids.iter().map(|id| technologies[*id].name).collect();
        names.join(", ")
    }
}
