//! What technology can do, by function and kind.

use crate::columns::Columns;
use xwalk_report::counted;
use xwalk_report::posture::Inquiry;

/// One line for each function of the baseline; nothing where no technology is declared.
pub(super) fn technology(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let (names, found) = (&inquiry.names, inquiry.technology());
    if found.technologies.is_empty() {
        return String::new();
    }
    let mut columns = Columns::default();
    for capability in &found.capabilities {
        let kinds = capability.kinds.iter();
        let kinds: Vec<String> = kinds
            .map(|(kind, technologies)| format!("{kind}: {}", technologies.join(", ")))
            .collect();
        columns.push([
            names.short(&capability.function).to_owned(),
            capability.function.title().to_owned(),
            match kinds.is_empty() {
                true => "none".to_owned(),
                false => kinds.join("; "),
            },
        ]);
    }
    let mut text = format!(
        "\nTechnology that supports something in each function, by kind\n{}",
        columns.indented()
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
            found.isolated.join(", ")
        );
    }
    text
}
