//! Everything that is known about one control, or about an identifier that its framework no longer uses.

use std::borrow::Cow;

use super::Named;
use super::namer::Namer;
use crate::analysis::{Eligibility, Facts, Merit};
use crate::model::{ControlId, Framework, Mapping, Model, Row, RowId, Withdrawn};
use crate::relation::{Label, Word};
use crate::source::SourceMap;
use crate::syntax::ast::{ActivityKind, Confidence, Rationale, Status};

/// Everything that is known of a control.
#[derive(Debug)]
pub struct KnownControl<'m> {
    /// The control.
    pub control: Named<'m>,
    /// The title of its framework.
    pub framework_title: &'m str,
    /// The title that its framework gives it.
    pub own_title: &'m str,
    /// The controls that it is nested in, the outermost first.
    pub above: Vec<Named<'m>>,
    /// What its level is called.
    pub level: Cow<'m, str>,
    /// Whether it is assessed by itself.
    pub assessable: bool,
    /// The controls directly below it.
    pub below: Vec<Named<'m>>,
    /// Its tags.
    pub tags: &'m [&'m str],
    /// Other identifiers of it.
    pub aliases: &'m [&'m str],
    /// The withdrawn identifiers that it continues.
    pub continues: Vec<&'m str>,
    /// Where it is written.
    pub place: String,
    /// The remark on it.
    pub doc: Option<&'m str>,
    /// Its wording.
    pub text: Option<&'m str>,
    /// Its words in overlays.
    pub wordings: Vec<Worded<'m>>,
    /// The key activities and maturity indicators that it declares, or that others say it carries.
    pub activities: Vec<Carried<'m>>,
    /// The mappings with rows that name it.
    pub mappings: Vec<NamingMapping<'m>>,
    /// What rows together prove of it, and none says.
    pub proved: Vec<ProvedPair<'m>>,
}

/// The words of an overlay.
#[derive(Debug)]
pub struct Worded<'m> {
    /// The overlay, by name.
    pub overlay: &'m str,
    /// Whether they are licensed.
    pub licensed: bool,
    /// Its title.
    pub title: Option<&'m str>,
    /// Its wording.
    pub text: Option<&'m str>,
}

/// A key activity or maturity indicator.
#[derive(Debug)]
pub struct Carried<'m> {
    /// Which of the two.
    pub kind: ActivityKind,
    /// What it says.
    pub title: &'m str,
    /// The control that declares it, by its identifier; `None` where that is the control itself.
    pub of: Option<&'m str>,
}

/// A mapping with rows that name a control.
#[derive(Debug)]
pub struct NamingMapping<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The rows, in the order of the text.
    pub rows: Vec<NamingRow<'m>>,
}

/// A row that names a control.
#[derive(Debug)]
pub struct NamingRow<'m> {
    /// The identifiers of its source; none for the whole framework.
    pub source: Vec<&'m str>,
    /// What it says.
    pub claim: Claimed,
    /// The identifiers of its target; none for the whole framework.
    pub target: Vec<&'m str>,
    /// The title of its other end, where that is one control.
    pub title: Option<&'m str>,
    /// How far it has progressed.
    pub status: Status,
    /// In which respect the two ends were compared.
    pub rationale: Option<Rationale>,
    /// How strong the relation is, from 0 to 10.
    pub strength: Option<u8>,
    /// How sure its author is.
    pub confidence: Option<Confidence>,
    /// Whether it counts.
    pub eligibility: Eligibility,
    /// The only condition under which it holds.
    pub condition: Option<&'m str>,
    /// The remark on it.
    pub note: Option<&'m str>,
    /// Where it is written.
    pub place: String,
}

/// What a row says of its two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// The relations that it leaves possible.
    Relation(Label),
    /// A supportive word, which says nothing about sets.
    Support(Word),
}

impl Claimed {
    fn of(row: &Row<'_>) -> Self {
        match row.word.is_supportive() {
            true => Self::Support(row.word),
            false => Self::Relation(row.label),
        }
    }
}

impl std::fmt::Display for Claimed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Relation(label) => label.fmt(formatter),
            Self::Support(word) => formatter.write_str(word.word()),
        }
    }
}

/// What is proved of a control and another one.
#[derive(Debug)]
pub struct ProvedPair<'m> {
    /// The other control.
    pub other: Named<'m>,
    /// How the control relates to it.
    pub label: Label,
    /// What the rows behind it come to.
    pub merit: Merit,
    /// How many rows prove it; one alone does so with the hierarchy.
    pub rows: usize,
}

impl<'m> KnownControl<'m> {
    /// Looks up a control.
    #[must_use]
    pub fn of(model: &'m Model<'_>, sources: &SourceMap, facts: &Facts, id: ControlId) -> Self {
        let namer = Namer::new(model, sources);
        let control = &model.controls[id];
        let framework = &model.frameworks[control.framework];
        let mut above = Vec::new();
        let mut parent = control.parent;
        while let Some(id) = parent {
            above.push(id);
            parent = model.controls[id].parent;
        }
        let continued = framework.withdrawn.iter();
        let continued = continued.filter(|gone| gone.successors.contains(&id));
        let mappings = model.mappings.iter().filter_map(|(mapping_id, mapping)| {
            let rows = model.rows_of(mapping_id);
            let rows = rows.filter(|(_, row)| names(row, id));
            let rows = rows.map(|(row_id, row)| naming(&namer, facts, id, row_id, row));
            NamingMapping::with(mapping, rows.collect())
        });
        let proved = facts.proved.iter();
        let proved = proved.filter(|pair| [pair.source, pair.target].contains(&id));
        Self {
            control: namer.control(id),
            framework_title: &framework.title,
            own_title: &control.title,
            above: namer.controls(above.into_iter().rev()),
            level: framework.level_name(control.depth),
            assessable: control.assessable,
            below: namer.controls(model.children(id)),
            tags: &control.tags,
            aliases: &control.aliases,
            continues: continued.map(|gone| gone.identifier).collect(),
            place: namer.place(control.place),
            doc: control.doc.as_deref(),
            text: control.text.as_deref(),
            wordings: wordings(model, id),
            activities: activities(model, id),
            mappings: mappings.collect(),
            proved: proved
                .map(|pair| {
                    let (other, label) = match pair.source == id {
                        true => (pair.target, pair.proof.label),
                        false => (pair.source, pair.proof.label.converse()),
                    };
                    ProvedPair {
                        other: namer.control(other),
                        label,
                        merit: pair.proof.merit.clone(),
                        rows: pair.proof.rows().len(),
                    }
                })
                .collect(),
        }
    }
}

fn wordings<'m>(model: &'m Model<'_>, id: ControlId) -> Vec<Worded<'m>> {
    let overlays = model.overlays.iter().map(|(_, overlay)| overlay);
    let words = overlays.flat_map(|overlay| {
        let of_it = overlay.wordings.iter();
        let of_it = of_it.filter(move |wording| wording.control == id);
        of_it.map(move |wording| Worded {
            overlay: overlay.name,
            licensed: overlay.licensed.is_some(),
            title: wording.title.as_deref(),
            text: wording.text.as_deref(),
        })
    });
    words.collect()
}

fn activities<'m>(model: &'m Model<'_>, id: ControlId) -> Vec<Carried<'m>> {
    let all = model.controls.iter().flat_map(|(holder, control)| {
        let carried = control.activities.iter();
        let carried = carried.filter(move |one| holder == id || one.on.contains(&id));
        carried.map(move |one| Carried {
            kind: one.kind,
            title: &one.title,
            of: (holder != id).then_some(control.identifier),
        })
    });
    all.collect()
}

impl<'m> NamingMapping<'m> {
    /// A mapping, if it has such rows.
    fn with(mapping: &'m Mapping<'_>, rows: Vec<NamingRow<'m>>) -> Option<Self> {
        (!rows.is_empty()).then_some(Self {
            name: mapping.name,
            title: &mapping.title,
            rows,
        })
    }
}

fn naming<'m, 's>(
    namer: &Namer<'m, 's, '_>,
    facts: &Facts,
    control: ControlId,
    id: RowId,
    row: &'m Row<'s>,
) -> NamingRow<'m> {
    let other = match row.source.controls().contains(&control) {
        true => &row.target,
        false => &row.source,
    };
    NamingRow {
        source: namer.end(&row.source),
        claim: Claimed::of(row),
        target: namer.end(&row.target),
        title: other.single().map(|id| namer.control(id).title),
        status: namer.model.status(row),
        rationale: namer.model.rationale(row),
        strength: row.strength,
        confidence: row.confidence,
        eligibility: facts.eligibilities[id],
        condition: row.condition(),
        note: row.note.as_deref(),
        place: namer.place(row.place),
    }
}

/// Whether a row names a control, on either side.
fn names(row: &Row<'_>, id: ControlId) -> bool {
    row.source.controls().contains(&id) || row.target.controls().contains(&id)
}

/// What is known of an identifier that its framework no longer uses.
#[derive(Debug)]
pub struct KnownWithdrawn<'m> {
    /// The framework, with its edition.
    pub framework: String,
    /// The title of the framework.
    pub framework_title: &'m str,
    /// The identifier.
    pub identifier: &'m str,
    /// What happened, in the author's word.
    pub reason: Option<&'m str>,
    /// The controls to see instead.
    pub successors: Vec<Named<'m>>,
    /// Where it is written.
    pub place: String,
}

impl<'m> KnownWithdrawn<'m> {
    /// Looks up a withdrawn identifier.
    #[must_use]
    pub fn of(
        model: &'m Model<'_>,
        sources: &SourceMap,
        framework: &'m Framework<'_>,
        withdrawn: &'m Withdrawn<'_>,
    ) -> Self {
        let namer = Namer::new(model, sources);
        Self {
            framework: framework.label(),
            framework_title: &framework.title,
            identifier: withdrawn.identifier,
            reason: withdrawn.reason.as_deref(),
            successors: namer.controls(withdrawn.successors.iter().copied()),
            place: namer.place(withdrawn.place),
        }
    }
}
