//! What is known of a control, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::contract::Contract;
use crate::relation::Label;
use crate::report::answers::{
    Carried, Claimed, KnownControl, KnownWithdrawn, Named, NamingMapping, NamingRow, ProvedPair,
    Worded,
};
use crate::report::published::{LeftOut, Word};
use crate::syntax::ast::{ActivityKind, Rationale, Status};

/// The answer for programs.
pub const CONTRACT: Contract = Contract {
    name: "xwalk-show",
    version: 1,
    about: "The answer of `show --format json`",
    schema: Contract::schema_of::<DocumentV1<'_>>,
    page: "docs/answers/show.md",
};

/// Everything that is known about an identifier: about the control that has it, or about what became of it.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The framework, with its edition.
    framework: &'a str,
    /// The title of the framework.
    framework_title: &'a str,
    /// The identifier within the framework.
    identifier: &'a str,
    /// Where it is written, as `file:line`.
    place: &'a str,
    /// The control. Absent where the identifier is withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    control: Option<ControlV1<'a>>,
    /// What became of an identifier that the framework no longer uses. Absent where there is a control.
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<WithdrawnV1<'a>>,
}

/// An identifier that its framework no longer uses.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Withdrawn")]
struct WithdrawnV1<'a> {
    /// What happened, in the author's word. Absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    /// The controls to see instead.
    successors: Vec<TitledV1<'a>>,
}

/// A control of the same framework.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Titled")]
struct TitledV1<'a> {
    /// Its identifier within the framework.
    identifier: &'a str,
    /// Its title.
    title: &'a str,
}

/// A control with everything that is known about it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Control")]
struct ControlV1<'a> {
    /// Its title, in the words of an overlay where there is one.
    title: &'a str,
    /// The title that its framework gives it.
    own_title: &'a str,
    /// What its level is called.
    level: &'a str,
    /// Whether it is assessed by itself.
    assessable: bool,
    /// The controls that it is nested in, the outermost first.
    above: Vec<TitledV1<'a>>,
    /// The controls directly below it.
    below: Vec<TitledV1<'a>>,
    /// Its tags.
    tags: &'a [&'a str],
    /// Other identifiers of it.
    aliases: &'a [&'a str],
    /// The withdrawn identifiers that it continues.
    continues: &'a [&'a str],
    /// The remark on it. Absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'a str>,
    /// Its wording. Absent where the framework does not give it.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    /// Its words in overlays.
    wordings: Vec<WordingV1<'a>>,
    /// The key activities and maturity indicators that it declares, and those of others that it carries.
    activities: Vec<ActivityV1<'a>>,
    /// The mappings with rows that name it.
    mappings: Vec<MappingV1<'a>>,
    /// What rows together prove about it and another control, and no row says.
    proved: Vec<ProvedV1<'a>>,
}

/// The words of an overlay.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Wording")]
struct WordingV1<'a> {
    /// The overlay, by name.
    overlay: &'a str,
    /// Whether they are licensed: then no public output may show them.
    licensed: bool,
    /// Its title there. Absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// Its wording there. Absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

/// A key activity or maturity indicator.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Activity")]
struct ActivityV1<'a> {
    /// Which of the two.
    kind: Word<ActivityKind>,
    /// What it says.
    title: &'a str,
    /// The control that declares it, by its identifier. Absent where that is the control itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
}

/// A mapping with rows that name the control.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mapping")]
struct MappingV1<'a> {
    /// Its name.
    name: &'a str,
    /// Its title.
    title: &'a str,
    /// The rows, in the order of the text.
    rows: Vec<RowV1<'a>>,
}

/// A row that names the control.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Row")]
struct RowV1<'a> {
    /// The identifiers of its source; none for the whole framework.
    source: &'a [&'a str],
    /// What it says.
    relation: Word<Claimed>,
    /// The identifiers of its target; none for the whole framework.
    target: &'a [&'a str],
    /// The title of the end that is not the control. Absent where that end is not one control.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// How far it has progressed.
    status: Word<Status>,
    /// In which respect the two ends were compared.
    rationale: Word<Option<Rationale>>,
    /// How strong the relation is, from 0 to 10. Absent where the row does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<u8>,
    /// How sure its author is. Absent where the row does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<String>,
    /// Why it does not count. Absent where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Word<LeftOut>>,
    /// The only condition under which it holds. Absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'a str>,
    /// The remark on it. Absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// Where it is written, as `file:line`.
    place: &'a str,
}

/// What is proved about the control and another one.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Proved")]
struct ProvedV1<'a> {
    /// How the control relates to the other one.
    relation: Word<Label>,
    /// The other one, with its framework.
    control: String,
    /// Its title.
    title: &'a str,
    /// The weakest status among the rows that prove it.
    status: Word<Status>,
    /// The rationales of these rows.
    rationales: Vec<Word<Option<Rationale>>>,
    /// How many rows prove it; one alone does so with the hierarchy.
    rows: usize,
}

impl<'a> DocumentV1<'a> {
    pub fn of_control(known: &'a KnownControl<'_>) -> Self {
        Self {
            framework: &known.control.framework,
            framework_title: known.framework_title,
            identifier: known.control.identifier,
            place: &known.place,
            control: Some(ControlV1::new(known)),
            withdrawn: None,
        }
    }

    pub fn of_withdrawn(known: &'a KnownWithdrawn<'_>) -> Self {
        Self {
            framework: &known.framework,
            framework_title: known.framework_title,
            identifier: known.identifier,
            place: &known.place,
            control: None,
            withdrawn: Some(WithdrawnV1 {
                reason: known.reason,
                successors: known.successors.iter().map(TitledV1::new).collect(),
            }),
        }
    }
}

impl<'a> TitledV1<'a> {
    fn new(control: &'a Named<'_>) -> Self {
        Self {
            identifier: control.identifier,
            title: control.title,
        }
    }
}

impl<'a> ControlV1<'a> {
    fn new(known: &'a KnownControl<'_>) -> Self {
        Self {
            title: known.control.title,
            own_title: known.own_title,
            level: &known.level,
            assessable: known.assessable,
            above: known.above.iter().map(TitledV1::new).collect(),
            below: known.below.iter().map(TitledV1::new).collect(),
            tags: known.tags,
            aliases: known.aliases,
            continues: &known.continues,
            doc: known.doc,
            text: known.text,
            wordings: known.wordings.iter().map(WordingV1::new).collect(),
            activities: known.activities.iter().map(ActivityV1::new).collect(),
            mappings: known.mappings.iter().map(MappingV1::new).collect(),
            proved: known.proved.iter().map(ProvedV1::new).collect(),
        }
    }
}

impl<'a> WordingV1<'a> {
    fn new(worded: &'a Worded<'_>) -> Self {
        Self {
            overlay: worded.overlay,
            licensed: worded.licensed,
            title: worded.title,
            text: worded.text,
        }
    }
}

impl<'a> ActivityV1<'a> {
    fn new(carried: &'a Carried<'_>) -> Self {
        Self {
            kind: Word(carried.kind),
            title: carried.title,
            of: carried.of,
        }
    }
}

impl<'a> MappingV1<'a> {
    fn new(mapping: &'a NamingMapping<'_>) -> Self {
        Self {
            name: mapping.name,
            title: mapping.title,
            rows: mapping.rows.iter().map(RowV1::new).collect(),
        }
    }
}

impl<'a> RowV1<'a> {
    fn new(row: &'a NamingRow<'_>) -> Self {
        Self {
            source: &row.source,
            relation: Word(row.claim),
            target: &row.target,
            title: row.title,
            status: Word(row.status),
            rationale: Word(row.rationale),
            strength: row.strength,
            confidence: row.confidence.map(|it| it.to_string()),
            left_out: LeftOut::of(row.eligibility),
            condition: row.condition,
            note: row.note,
            place: &row.place,
        }
    }
}

impl<'a> ProvedV1<'a> {
    fn new(pair: &'a ProvedPair<'_>) -> Self {
        Self {
            relation: Word(pair.label),
            control: pair.other.qualified(),
            title: pair.other.title,
            status: Word(pair.merit.status),
            rationales: pair.merit.rationales.iter().copied().map(Word).collect(),
            rows: pair.rows,
        }
    }
}
