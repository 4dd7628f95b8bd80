//! What is left of a control of which something is fulfilled.

use std::borrow::Cow;

use super::context::Context;
use super::{ControlAt, RowAt, RowElsewhere};
use xwalk_analysis::{Coverage, Facts, Remainders, Unfulfilled, Verdict};
use xwalk_model::{ControlId, FrameworkId, RowId};

/// What is left of a control of which something is fulfilled: what is written about it, and what is not shown to be
/// fulfilled.
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
    /// What shares something with it, has a tier and is not achieved, the strongest connections: each with its rows. Only
    /// of a
    /// posture.
    pub pending: Vec<(Open<Control>, Vec<Row>)>,
    /// The unions that it lies within, each with its parts that are not shown to be fulfilled.
    pub unions: Vec<(Row, Vec<Open<Control>>)>,
    /// The controls directly below it that are not shown to be fulfilled, where it asks for all that they ask.
    pub children: Vec<Open<Control>>,
    /// The rows of all this that the report leaves out.
    pub elsewhere: Vec<RowElsewhere>,
}

/// A control that is not shown to be fulfilled.
#[derive(Clone, Debug)]
pub struct Open<Control> {
    /// The control.
    pub control: Control,
    /// How it stands, in a few words: its verdict; in a posture its tier, or that it is not applicable.
    pub stands: Cow<'static, str>,
}

/// What stands in the place of a note that nobody wrote.
pub const NOT_DESCRIBED: &str = "not described";

/// A note, unless there is nothing in it.
#[must_use]
pub fn described(note: Option<&str>) -> Option<&str> {
    note.filter(|note| !note.trim().is_empty())
}

/// One thing that is said of what is left of a control, for lists with a line for each.
#[derive(Debug)]
pub enum Left<'r, Control, Row> {
    /// A row, whose note says what there is to say.
    Row(&'r Row),
    /// A row that connects it with a control that is not achieved.
    Pending(&'r Open<Control>, &'r Row),
    /// Parts of a union that are not shown to be fulfilled.
    Parts(&'r Row, &'r [Open<Control>]),
    /// A control below it that is not shown to be fulfilled.
    Child(&'r Open<Control>),
    /// A row that the report leaves out.
    Elsewhere(&'r RowElsewhere),
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
            Self::Pending(..) => "not achieved",
            Self::Parts(..) => "missing parts",
            Self::Child(_) => "control below",
            Self::Elsewhere(_) => "row left out here",
            Self::Nothing => NOT_DESCRIBED,
        }
    }
}

impl<Control, Row> Remainder<Control, Row> {
    /// All that is said, in the order in which it is read. At least one thing.
    pub fn lines(&self) -> impl Iterator<Item = Left<'_, Control, Row>> {
        let pending = self.pending.iter();
        let pending =
            pending.flat_map(|(open, rows)| rows.iter().map(move |row| Left::Pending(open, row)));
        let unions = self.unions.iter();
        let said = self.rows.iter().map(Left::Row).chain(pending);
        let said = said.chain(unions.map(|(row, parts)| Left::Parts(row, parts)));
        let said = said.chain(self.children.iter().map(Left::Child));
        let said = said.chain(self.elsewhere.iter().map(Left::Elsewhere));
        said.chain(self.is_silent().then_some(Left::Nothing))
    }

    /// Whether nobody has written anything of it.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.rows.is_empty()
            && self.pending.is_empty()
            && self.unions.is_empty()
            && self.children.is_empty()
            && self.elsewhere.is_empty()
    }

    /// Names what was found. Rows that have no name here are named by their places.
    pub(super) fn of(
        found: &xwalk_analysis::Remainder,
        control: impl Fn(ControlId) -> Option<Control>,
        row: impl Fn(RowId) -> Result<Row, RowElsewhere>,
        stands: impl Fn(ControlId) -> Cow<'static, str>,
    ) -> Option<Self> {
        let rows = |ids: &[RowId]| -> Vec<Row> {
            let rows = ids.iter().filter_map(|id| row(*id).ok());
            rows.collect()
        };
        let pending = found.pending.iter().flat_map(|one| &one.rows);
        let named = found.rows.iter().chain(pending);
        let named = named.chain(found.unions.iter().map(|union| &union.row));
        let mut elsewhere: Vec<RowElsewhere> = Vec::new();
        for left_out in named.filter_map(|id| row(*id).err()) {
            if !elsewhere.contains(&left_out) {
                elsewhere.push(left_out);
            }
        }
        let open = |id: ControlId| {
            Some(Open {
                control: control(id)?,
                stands: stands(id),
            })
        };
        let all = |ids: &[ControlId]| ids.iter().filter_map(|id| open(*id)).collect();
        let union = |union: &Unfulfilled| Some((row(union.row).ok()?, all(&union.missing)));
        let pending = found.pending.iter();
        Some(Self {
            control: control(found.control)?,
            strength: found.strength,
            rows: rows(&found.rows),
            more: found.more,
            pending: pending
                .filter_map(|one| Some((open(one.other)?, rows(&one.rows))))
                .collect(),
            unions: found.unions.iter().filter_map(union).collect(),
            children: all(&found.children),
            elsewhere,
        })
    }
}

/// How a control stands that another framework does not fulfil.
pub(super) fn verdict_word(
    all: &Remainders<'_, '_>,
    facts: &Facts,
    control: ControlId,
    by: FrameworkId,
) -> Cow<'static, str> {
    let verdict = all.verdict(facts, control, by);
    verdict.unwrap_or(Verdict::NotReviewed).word().into()
}

/// What is left of the controls of one framework that another one overlaps: the strongest first.
pub(super) fn of_coverage(
    context: &Context<'_, '_, '_>,
    all: &Remainders<'_, '_>,
    coverage: &Coverage,
) -> Vec<Remainder<ControlAt, RowAt>> {
    let (model, facts, selection) = (context.model, context.facts, &context.selection);
    let found = all.of_coverage(facts, coverage);
    let named = found.iter().filter_map(|one| {
        Remainder::of(
            one,
            |id| selection.control(model, id),
            |id| {
                selection
                    .row(model, id)
                    .ok_or_else(|| context.elsewhere(id))
            },
            |id| verdict_word(all, facts, id, coverage.by),
        )
    });
    named.collect()
}
