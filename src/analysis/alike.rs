//! Which controls of two frameworks are alike in words.

use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_similarity::{Index, Words};

/// The words of the assessable controls of two frameworks. How much a word says depends on how rare it is among them.
pub(super) struct Alike {
    index: Index,
    /// Ascending; the place of a control is the number of its text.
    controls: Vec<ControlId>,
}

impl Alike {
    pub fn of(model: &Model<'_>, frameworks: [FrameworkId; 2]) -> Self {
        let assessable = frameworks
            .into_iter()
            .flat_map(|framework| model.assessable(framework));
        let mut controls: Vec<ControlId> = assessable.map(|(id, _)| id).collect();
        controls.sort_unstable();
        let words = controls.iter().map(|control| words(model, *control));
        Self {
            index: Index::new(words),
            controls,
        }
    }

    /// The other controls that share a word with this one, and how much they speak of the same, from 1 to 100.
    pub fn to(&self, control: ControlId) -> impl Iterator<Item = (ControlId, u8)> {
        let number = self.number(control);
        let alike = number.map(|number| self.index.similar_to(number));
        let alike = alike.into_iter().flatten();
        alike.filter_map(|(other, similarity)| Some((*self.controls.get(other)?, similarity)))
    }

    /// The words that two controls share, the weightiest first.
    pub fn shared_words(&self, one: ControlId, other: ControlId) -> Vec<String> {
        let (Some(one), Some(other)) = (self.number(one), self.number(other)) else {
            return Vec::new();
        };
        let shared = self.index.shared_words(one, other);
        shared.into_iter().map(str::to_owned).collect()
    }

    fn number(&self, control: ControlId) -> Option<usize> {
        self.controls.binary_search(&control).ok()
    }
}

/// Title and text of a control, its own and those of overlays in its framework's language.
fn words(model: &Model<'_>, id: ControlId) -> Words {
    let control = &model.controls[id];
    let mut words = Words::default().title(&control.title);
    if let Some(text) = &control.text {
        words = words.text(text);
    }
    let own = model.frameworks[control.framework].language;
    let overlays = model.overlays.iter().map(|(_, overlay)| overlay);
    for overlay in overlays.filter(|overlay| overlay.of == control.framework) {
        let foreign = overlay.language.is_some() && overlay.language != own;
        let at = overlay
            .wordings
            .binary_search_by_key(&id, |wording| wording.control);
        let wording = at.ok().and_then(|at| overlay.wordings.get(at));
        if let Some(wording) = wording.filter(|_| !foreign) {
            words = words.title(wording.title.as_deref().unwrap_or_default());
            words = words.text(wording.text.as_deref().unwrap_or_default());
        }
    }
    words
}
