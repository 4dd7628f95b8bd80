//! Overlays: wording linked to the controls that it words.

use super::declare::Declared;
use super::finder::Finder;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::DUPLICATE_IDENTIFIER;
use xwalk_model::{FrameworkId, Overlay, OverlayId, Table, Wording};
use xwalk_source::SourceId;
use xwalk_syntax::ast;

/// Links all overlays, in the order of their names. One of an unknown framework is left out.
pub(super) fn link<'s>(
    items: Vec<Declared<ast::Overlay<'s>>>,
    finder: &mut Finder<'_, 's>,
) -> Table<OverlayId, Overlay<'s>> {
    let mut overlays = Table::default();
    for Declared { source, item, .. } in items {
        let Some(of) = finder.framework(&item.of, source) else {
            continue;
        };
        let mut wordings = Vec::new();
        collect(item.controls, of, source, &mut wordings, finder);
        // Stable, so that of two wordings for one control the first in the text stays first.
        wordings.sort_by_key(|wording| wording.control);
        wordings.dedup_by(|second, first| {
            let same = second.control == first.control;
            if same {
                finder.report(worded_twice(first, second, finder));
            }
            same
        });
        overlays.push(Overlay {
            name: item.name.value,
            title: item
                .title
                .map_or(item.name.value.into(), |title| title.value),
            of,
            licensed: item.licensed.map(|text| text.value),
            language: item.language.map(|name| name.value),
            wordings,
            place: item.name.span.in_source(source),
        });
    }
    overlays
}

/// Collects the wordings of controls and of what is nested in them: nesting has no meaning here.
fn collect<'s>(
    controls: Vec<ast::Control<'s>>,
    of: FrameworkId,
    source: SourceId,
    wordings: &mut Vec<Wording<'s>>,
    finder: &mut Finder<'_, 's>,
) {
    for control in controls {
        if let Some(id) = finder.identifier(control.id.value, of, control.id.span.in_source(source))
        {
            wordings.push(Wording {
                control: id,
                title: control.title.map(|title| title.value),
                text: control.text.map(|text| text.value),
                place: control.span.in_source(source),
            });
        }
        collect(control.children, of, source, wordings, finder);
    }
}

fn worded_twice(first: &Wording<'_>, second: &Wording<'_>, finder: &Finder<'_, '_>) -> Diagnostic {
    let identifier = finder.catalogs.controls[first.control].identifier;
    Diagnostic::new(
        DUPLICATE_IDENTIFIER,
        second.place,
        format!("`{identifier}` is worded twice in this overlay"),
    )
    .label("worded again here, and left out")
    .also(first.place, "worded first here")
    .help("keep one wording for each control; another language or copy is an overlay of its own")
}
