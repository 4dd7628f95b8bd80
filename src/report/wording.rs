//! The words of overlays: they win over those of the framework, unless they are licensed and the report is public.

use std::collections::BTreeMap;

use super::Options;
use xwalk_model::{Control, ControlId, Model, Overlay, OverlayId};
use xwalk_source::SourceMap;

/// The words that overlays give to controls.
pub struct Wordings<'m> {
    titles: BTreeMap<ControlId, &'m str>,
    texts: BTreeMap<ControlId, &'m str>,
}

impl<'m> Wordings<'m> {
    /// The words of all overlays that may be shown. Where two word one control, the first by name wins.
    #[must_use]
    pub fn of(model: &'m Model<'_>, public: bool) -> Self {
        let mut wordings = Self {
            titles: BTreeMap::new(),
            texts: BTreeMap::new(),
        };
        let shown = model.overlays.iter().map(|(_, overlay)| overlay);
        for overlay in shown.filter(|overlay| !is_hidden(overlay, public)) {
            for wording in &overlay.wordings {
                if let Some(title) = &wording.title {
                    wordings.titles.entry(wording.control).or_insert(title);
                }
                if let Some(text) = &wording.text {
                    wordings.texts.entry(wording.control).or_insert(text);
                }
            }
        }
        wordings
    }

    /// The title of a control.
    #[must_use]
    pub fn title(&self, id: ControlId, control: &'m Control<'_>) -> &'m str {
        self.titles.get(&id).copied().unwrap_or(&control.title)
    }

    /// The wording of a control.
    #[must_use]
    pub fn text(&self, id: ControlId, control: &'m Control<'_>) -> Option<&'m str> {
        self.texts.get(&id).copied().or(control.text.as_deref())
    }
}

/// The overlays whose words a public report leaves out, although it shows their frameworks; none, if the report is not
/// public.
#[must_use]
pub fn licensed_left_out(
    model: &Model<'_>,
    sources: &SourceMap,
    options: &Options,
) -> Vec<OverlayId> {
    let shown = options.choice.frameworks(model, sources);
    model
        .overlays
        .iter()
        .filter(|(_, overlay)| is_hidden(overlay, options.public) && !overlay.wordings.is_empty())
        .filter(|(_, overlay)| shown.binary_search(&overlay.of).is_ok())
        .map(|(id, _)| id)
        .collect()
}

fn is_hidden(overlay: &Overlay<'_>, public: bool) -> bool {
    public && overlay.licensed.is_some()
}
