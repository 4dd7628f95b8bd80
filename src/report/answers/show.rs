//! Everything that is known about one control, or about an identifier that its framework no longer uses.

use std::borrow::Cow;

use crate::JsonSchema;
use serde::Serialize;

use super::Named;
use super::namer::Namer;
use crate::published::{As, Day, LeftOut, Word, written_as};
use xwalk_analysis::{Facts, Merit};
use xwalk_model::{ControlId, Framework, FrameworkId, Mapping, Model, Row, RowId, Withdrawn};
use xwalk_relation::Label;
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{ActivityKind, Confidence, Date, Rationale, Status};

/// A control with everything that is known about it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Control")]
pub struct KnownControl<'m> {
    /// The control.
    #[serde(flatten, with = "As::<Entitled>")]
    pub control: Named<'m>,
    /// The title of its framework.
    #[serde(skip)]
    pub framework_title: &'m str,
    /// The title that its framework gives it.
    pub own_title: &'m str,
    /// What its level is called.
    pub level: Cow<'m, str>,
    /// Whether it is assessed by itself.
    pub assessable: bool,
    /// The controls that it is nested in, the outermost first.
    #[serde(with = "As::<Vec<Titled>>")]
    pub above: Vec<Named<'m>>,
    /// The controls directly below it.
    #[serde(with = "As::<Vec<Titled>>")]
    pub below: Vec<Named<'m>>,
    /// Its tags.
    pub tags: &'m [&'m str],
    /// Other identifiers of it.
    pub aliases: &'m [&'m str],
    /// The withdrawn identifiers that it continues.
    pub continues: Vec<&'m str>,
    /// That it no longer applies, since others took its place. Absent where it applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded: Option<KnownSuperseded<'m>>,
    /// The controls of which it took the place, by their identifiers.
    pub supersedes: Vec<&'m str>,
    /// Where it is written.
    #[serde(skip)]
    pub place: String,
    /// The remark on it. Absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc: Option<&'m str>,
    /// Its wording. Absent where the framework does not give it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'m str>,
    /// Its words in overlays.
    pub wordings: Vec<Worded<'m>>,
    /// The key activities and maturity indicators that it declares, and those of others that it carries.
    pub activities: Vec<Carried<'m>>,
    /// The mappings with rows that name it.
    pub mappings: Vec<NamingMapping<'m>>,
    /// What rows together prove about it and another control, and no row says.
    pub proved: Vec<ProvedPair<'m>>,
}

/// A control by its title.
#[derive(Serialize, JsonSchema)]
struct Entitled<'r> {
    /// Its title, in the words of an overlay where there is one.
    title: &'r str,
}

written_as!(Entitled<'_>: Named<'_>, |named| Entitled { title: named.title });

/// A control of the same framework.
#[derive(Serialize, JsonSchema)]
struct Titled<'r> {
    /// Its identifier within the framework.
    identifier: &'r str,
    /// Its title.
    title: &'r str,
}

written_as!(Titled<'_>: Named<'_>, |named| Titled {
    identifier: named.identifier,
    title: named.title,
});

/// That a control no longer applies.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Superseded")]
pub struct KnownSuperseded<'m> {
    /// What took its place.
    #[serde(with = "As::<Vec<Titled>>")]
    pub by: Vec<Named<'m>>,
    /// Since when.
    #[serde(with = "As::<Day>")]
    pub on: Date,
}

/// The words of an overlay.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Wording")]
pub struct Worded<'m> {
    /// The overlay, by name.
    pub overlay: &'m str,
    /// Whether they are licensed: then no public output may show them.
    pub licensed: bool,
    /// Its title there. Absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'m str>,
    /// Its wording there. Absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'m str>,
}

/// A key activity or maturity indicator.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Activity")]
pub struct Carried<'m> {
    /// Which of the two.
    #[serde(with = "As::<Word<ActivityKind>>")]
    pub kind: ActivityKind,
    /// What it says.
    pub title: &'m str,
    /// The control that declares it, by its identifier. Absent where that is the control itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<&'m str>,
}

/// A mapping with rows that name the control.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Mapping")]
pub struct NamingMapping<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The rows, in the order of the text.
    pub rows: Vec<NamingRow<'m>>,
}

/// A row that names the control.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Row")]
pub struct NamingRow<'m> {
    /// The identifiers of its source; none for the whole framework.
    pub source: Vec<&'m str>,
    /// What it says.
    #[serde(rename = "relation", with = "As::<Word<Claimed>>")]
    pub claim: Claimed,
    /// The identifiers of its target; none for the whole framework.
    pub target: Vec<&'m str>,
    /// The title of the end that is not the control. Absent where that end is not one control.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'m str>,
    /// How far it has progressed.
    #[serde(with = "As::<Word<Status>>")]
    pub status: Status,
    /// In which respect the two ends were compared.
    #[serde(with = "As::<Word<Option<Rationale>>>")]
    pub rationale: Option<Rationale>,
    /// How strong the relation is, from 0 to 10. Absent where the row does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
    /// How sure its author is. Absent where the row does not say.
    #[serde(with = "As::<Option<String>>", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Why it does not count. Absent where it does.
    #[serde(
        with = "As::<Option<Word<LeftOut>>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub left_out: Option<&'static str>,
    /// The only condition under which it holds. Absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<&'m str>,
    /// The remark on it. Absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'m str>,
    /// Where it is written, as `file:line`.
    pub place: String,
}

/// What a row says of its two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// The relations that it leaves possible.
    Relation(Label),
    /// A word that says nothing about sets: `related-to`, or a supportive one.
    Named(xwalk_relation::Word),
}

impl Claimed {
    fn of(row: &Row<'_>) -> Self {
        match row.label == Label::ANY {
            true => Self::Named(row.word),
            false => Self::Relation(row.label),
        }
    }
}

impl std::fmt::Display for Claimed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Relation(label) => label.fmt(formatter),
            Self::Named(word) => formatter.write_str(word.word()),
        }
    }
}

/// What is proved about the control and another one.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Proved")]
pub struct ProvedPair<'m> {
    /// How the control relates to the other one.
    #[serde(rename = "relation", with = "As::<Word<Label>>")]
    pub label: Label,
    /// The other one, with its framework.
    #[serde(rename = "control")]
    pub other: String,
    /// Its title.
    pub title: &'m str,
    /// The weakest status among the rows that prove it.
    #[serde(with = "As::<Word<Status>>")]
    pub status: Status,
    /// The rationales of these rows.
    #[serde(rename = "rationales", with = "As::<Vec<Word<Option<Rationale>>>>")]
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
            superseded: control.superseded.as_deref().map(|one| KnownSuperseded {
                by: namer.controls(one.by.iter().copied()),
                on: one.on,
            }),
            supersedes: superseded_by(model, control.framework, id).collect(),
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
                    let other = namer.control(other);
                    ProvedPair {
                        label,
                        other: other.to_string(),
                        title: other.title,
                        status: pair.proof.merit.status,
                        merit: pair.proof.merit.clone(),
                        rows: pair.proof.rows().len(),
                    }
                })
                .collect(),
        }
    }
}

/// The controls of a framework that one of them took the place of.
fn superseded_by<'m>(
    model: &'m Model<'_>,
    framework: FrameworkId,
    id: ControlId,
) -> impl Iterator<Item = &'m str> {
    let controls = model.controls_of(framework);
    controls.filter_map(move |(_, control)| {
        let superseded = control.superseded.as_deref()?;
        superseded.by.contains(&id).then_some(control.identifier)
    })
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
        left_out: facts.eligibilities[id].left_out(),
        condition: row.condition(),
        note: row.note.as_deref(),
        place: namer.place(row.place),
    }
}

/// Whether a row names a control, on either side.
fn names(row: &Row<'_>, id: ControlId) -> bool {
    row.source.controls().contains(&id) || row.target.controls().contains(&id)
}

/// An identifier that its framework no longer uses.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Withdrawn")]
pub struct KnownWithdrawn<'m> {
    /// The framework, with its edition.
    #[serde(skip)]
    pub framework: String,
    /// The title of the framework.
    #[serde(skip)]
    pub framework_title: &'m str,
    /// The identifier.
    #[serde(skip)]
    pub identifier: &'m str,
    /// What happened, in the author's word. Absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'m str>,
    /// The controls to see instead.
    #[serde(with = "As::<Vec<Titled>>")]
    pub successors: Vec<Named<'m>>,
    /// Where it is written.
    #[serde(skip)]
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
