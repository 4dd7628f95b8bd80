//! What has to be assessed only once, although several frameworks ask for it.

use super::ControlAt;
use super::context::Context;

/// The assessable controls that ask for the same, and those that one other control covers: all that is known, stated
/// or proved, by way of whatever frameworks.
#[derive(Debug, Default)]
pub struct Overlap {
    /// How many controls are assessable.
    pub assessable: usize,
    /// How many different things there are to assess: the classes, each control without an equal being one by itself.
    pub distinct: usize,
    /// The classes of two and more controls that are equal, each ascending, in the order of their first controls.
    pub classes: Vec<Vec<ControlAt>>,
    /// What single controls cover: the largest sets first, then in the order of the controls.
    pub covers: Vec<Covers>,
}

/// A control, and everything that whoever fulfils it also fulfils elsewhere.
#[derive(Debug)]
pub struct Covers {
    /// The control.
    pub control: ControlAt,
    /// The controls of other frameworks that it contains or equals, ascending; never empty.
    pub covered: Vec<ControlAt>,
}

impl Overlap {
    /// How many assessments are saved by assessing each class once.
    #[must_use]
    pub const fn saved(&self) -> usize {
        self.assessable.saturating_sub(self.distinct)
    }
}

/// What has to be assessed only once among the frameworks that are kept.
pub(super) fn overlap(context: &Context<'_, '_, '_>) -> Overlap {
    let (model, selection) = (context.model, &context.selection);
    let frameworks: Vec<_> = selection.frameworks.values().copied().collect();
    let among = context.facts.overlap.among(model, &frameworks);
    let classes = among.classes.iter();
    let covers = among.covers.iter().filter_map(|(control, covered)| {
        Some(Covers {
            control: selection.control(model, *control)?,
            covered: selection.controls(model, covered),
        })
    });
    Overlap {
        assessable: among.assessable,
        distinct: among.distinct(),
        classes: classes
            .map(|class| selection.controls(model, class))
            .collect(),
        covers: covers.collect(),
    }
}
