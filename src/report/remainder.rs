//! What is left of a control of which something is fulfilled.

use super::context::Context;
use super::{ControlAt, RowAt};
use xwalk_analysis::Unfulfilled;
use xwalk_model::{ControlId, RowId};

/// What is left of a control of which something is fulfilled: what is written about it, and what is known to be missing.
#[derive(Clone, Debug)]
pub struct Remainder<Control, Row> {
    /// The control.
    pub control: Control,
    /// The strength of the strongest connection, from 0 to 10. Lists of what is left are in this order, the strongest first.
    pub strength: Option<u8>,
    /// The rows of the strongest connections, at most three, whose notes say what the two sides share and what they do not.
    pub rows: Vec<Row>,
    /// How many more controls share something with it.
    pub more: usize,
    /// The unions that it lies within, each with its parts that are not fulfilled.
    pub unions: Vec<(Row, Vec<Control>)>,
    /// The controls directly below it that are not fulfilled, where it asks for all that they ask.
    pub children: Vec<Control>,
}

/// What stands in the place of a note that nobody wrote.
pub const NOT_DESCRIBED: &str = "not described";

/// One thing that is said of what is left of a control, for lists with a line for each.
#[derive(Debug)]
pub enum Left<'r, Control, Row> {
    /// A row, whose note says what there is to say.
    Row(&'r Row),
    /// Parts of a union that are not fulfilled.
    Parts(&'r Row, &'r [Control]),
    /// A control below it that is not fulfilled.
    Child(&'r Control),
    /// Nobody has written anything.
    Nothing,
}

impl<Control, Row> Copy for Left<'_, Control, Row> {}

impl<Control, Row> Clone for Left<'_, Control, Row> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Control, Row> Left<'_, Control, Row> {
    /// What kind of thing it is, in the words of all outputs.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Row(_) => "row",
            Self::Parts(..) => "missing part",
            Self::Child(_) => "control below",
            Self::Nothing => NOT_DESCRIBED,
        }
    }
}

impl<Control, Row> Remainder<Control, Row> {
    /// All that is said, in the order in which it is read. At least one thing.
    pub fn lines(&self) -> impl Iterator<Item = Left<'_, Control, Row>> {
        let unions = self.unions.iter();
        let said = self.rows.iter().map(Left::Row);
        let said = said.chain(unions.map(|(row, parts)| Left::Parts(row, parts)));
        let said = said.chain(self.children.iter().map(Left::Child));
        let is_silent = self.rows.is_empty() && self.unions.is_empty() && self.children.is_empty();
        said.chain(is_silent.then_some(Left::Nothing))
    }

    /// Names what was found. What has no name is left out.
    pub(super) fn of(
        found: &xwalk_analysis::Remainder,
        control: impl Fn(ControlId) -> Option<Control>,
        row: impl Fn(RowId) -> Option<Row>,
    ) -> Option<Self> {
        let rows: Vec<Row> = found.rows.iter().filter_map(|id| row(*id)).collect();
        let controls = |ids: &[ControlId]| ids.iter().filter_map(|id| control(*id)).collect();
        let union = |union: &Unfulfilled| Some((row(union.row)?, controls(&union.missing)));
        Some(Self {
            control: control(found.control)?,
            strength: found.strength,
            more: found.more,
            rows,
            unions: found.unions.iter().filter_map(union).collect(),
            children: controls(&found.children),
        })
    }
}

/// What is left of the controls of one framework that another one overlaps: the strongest first.
pub(super) fn of_coverage(
    context: &Context<'_, '_, '_>,
    found: &[xwalk_analysis::Remainder],
) -> Vec<Remainder<ControlAt, RowAt>> {
    let (model, selection) = (context.model, &context.selection);
    let named = found.iter().filter_map(|one| {
        Remainder::of(
            one,
            |id| selection.control(model, id),
            |id| selection.row(model, id),
        )
    });
    named.collect()
}
