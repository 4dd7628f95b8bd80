//! What the compiler had to say.

use super::Finding;
use xwalk_diagnostic::Diagnostic;
use xwalk_source::SourceMap;

/// All findings, most severe first, then by place.
pub(super) fn findings(sources: &SourceMap, diagnostics: &[Diagnostic]) -> Vec<Finding> {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by(|a, b| a.severity.cmp(&b.severity).then_with(|| a.order(b)));
    sorted
        .into_iter()
        .map(|diagnostic| {
            let place = diagnostic.primary.place;
            let column = sources.position(place).column;
            Finding {
                code: diagnostic.code.id,
                severity: diagnostic.severity,
                message: diagnostic.message.clone(),
                place: format!("{}:{column}", sources.file_line(place)),
                help: diagnostic.help.clone(),
            }
        })
        .collect()
}
