//! What is left of controls of which something is fulfilled: of those that another framework overlaps, and of those that are
//! partly evidenced.

use std::borrow::Cow;

use crate::JsonSchema;
use serde::Serialize;

use super::Named;
use super::namer::{Identified, Namer};
use crate::published::{As, Word};
use crate::remainder::verdict_word;
use crate::{Open, Remainder, described};
use xwalk_analysis::{Facts, Remainders};
use xwalk_model::{ControlId, End, FrameworkId, Model, RowId};
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Confidence, Status};

/// What is left of a control: what is written about it, and what is not shown to be fulfilled.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Remainder")]
pub struct RemainderOf<'m> {
    /// The control.
    #[serde(flatten, with = "As::<Identified>")]
    pub control: Named<'m>,
    /// The strength of its strongest connection, from 0 to 10: the list is in this order, the strongest first. A proof is as
    /// strong as the weakest of its rows. Absent where none is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
    /// The rows of its at most three strongest connections.
    pub rows: Vec<ToldRow<'m>>,
    /// How many more controls share something with it.
    pub more_controls: usize,
    /// What shares something with it, has a tier and is not achieved, the strongest connections. Empty where no
    /// organization is
    /// asked about.
    pub not_achieved: Vec<Unachieved<'m>>,
    /// The unions that the control lies within, and that are not shown to be fulfilled as a whole.
    pub unions: Vec<MissingParts<'m>>,
    /// The controls directly below it that are not shown to be fulfilled, where it asks for all that they ask.
    pub below: Vec<OpenControl<'m>>,
}

/// A control that is not shown to be fulfilled.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OpenControl<'m> {
    /// The control, with its framework.
    pub control: String,
    /// Its title.
    pub title: &'m str,
    /// How it stands, in a few words: its verdict; in a posture its tier, or that it is not applicable.
    pub stands: Cow<'static, str>,
}

/// A control that shares something with another one, and is not achieved.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Unachieved<'m> {
    /// The control.
    #[serde(flatten)]
    pub open: OpenControl<'m>,
    /// The rows that connect the two.
    pub rows: Vec<ToldRow<'m>>,
}

/// A row, and what its author wrote beside it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Row")]
pub struct ToldRow<'m> {
    /// Its mapping and its number in it: `csf2-iso/12`.
    pub row: String,
    /// The controls of its source, with their framework; none for all of it.
    pub source: Vec<String>,
    /// The relation as written.
    pub relation: Cow<'static, str>,
    /// The controls of its target, with their framework; none for all of it.
    pub target: Vec<String>,
    /// How strong the relation is, from 0 to 10. Absent where the row does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
    /// How sure its author is. Absent where the row does not say.
    #[serde(with = "As::<Option<String>>", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// How far it has progressed.
    #[serde(with = "As::<Word<Status>>")]
    pub status: Status,
    /// The note. Absent where nobody wrote one: what is left is not described.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'m str>,
    /// Where it is written, as `file:line`.
    pub place: String,
}

/// The parts of a union that are not shown to be fulfilled.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MissingParts<'m> {
    /// The row that says that the control lies within the union.
    pub row: ToldRow<'m>,
    /// Those of its parts that are not shown to be fulfilled.
    pub missing: Vec<OpenControl<'m>>,
}

/// What is left of the assessable controls of one framework that another one overlaps.
#[must_use]
pub fn remainders<'m>(
    model: &'m Model<'_>,
    sources: &SourceMap,
    facts: &Facts,
    [of, by]: [FrameworkId; 2],
) -> Vec<RemainderOf<'m>> {
    let all = Remainders::with_proofs(model, facts);
    let found = facts.coverage(of, by);
    let found = found.map_or_else(Vec::new, |coverage| all.of_coverage(facts, coverage));
    let stands = |control| verdict_word(&all, facts, control, by);
    RemainderOf::all(model, sources, &found, stands)
}

impl<'m> RemainderOf<'m> {
    /// Names what was found.
    pub(crate) fn all(
        model: &'m Model<'_>,
        sources: &SourceMap,
        found: &[xwalk_analysis::Remainder],
        stands: impl Fn(ControlId) -> Cow<'static, str>,
    ) -> Vec<Self> {
        let namer = Namer::new(model, sources);
        let named = found.iter().filter_map(|found| {
            let control = |id| Some(namer.control(id));
            let row = |id| Ok(ToldRow::of(&namer, id));
            Some(Self::of(Remainder::of(found, control, row, &stands)?))
        });
        named.collect()
    }

    fn of(of: Remainder<Named<'m>, ToldRow<'m>>) -> Self {
        let unions = of.unions.into_iter();
        let pending = of.pending.into_iter();
        Self {
            control: of.control,
            strength: of.strength,
            rows: of.rows,
            more_controls: of.more,
            unions: unions
                .map(|(row, missing)| MissingParts {
                    row,
                    missing: OpenControl::all(missing),
                })
                .collect(),
            not_achieved: pending
                .map(|(open, rows)| Unachieved {
                    open: OpenControl::new(open),
                    rows,
                })
                .collect(),
            below: OpenControl::all(of.children),
        }
    }

    /// Whether nobody has written anything.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.rows.is_empty()
            && self.not_achieved.is_empty()
            && self.unions.is_empty()
            && self.below.is_empty()
    }
}

impl<'m> OpenControl<'m> {
    fn new(open: Open<Named<'m>>) -> Self {
        Self {
            control: open.control.to_string(),
            title: open.control.title,
            stands: open.stands,
        }
    }

    fn all(open: Vec<Open<Named<'m>>>) -> Vec<Self> {
        open.into_iter().map(Self::new).collect()
    }
}

impl<'m> ToldRow<'m> {
    fn of(namer: &Namer<'m, '_, '_>, id: RowId) -> Self {
        let row = &namer.model.rows[id];
        let end = |end: &End| -> Vec<String> {
            let controls = namer.controls(end.controls().iter().copied());
            controls.iter().map(Named::to_string).collect()
        };
        Self {
            row: namer.model.row_name(id),
            source: end(&row.source),
            relation: row.relation_text(),
            target: end(&row.target),
            strength: row.strength,
            confidence: row.confidence,
            status: namer.model.status(row),
            note: described(row.note.as_deref()),
            place: namer.place(row.place),
        }
    }
}
