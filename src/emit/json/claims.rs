//! Mappings and their rows.

use std::borrow::Cow;

use crate::JsonSchema;
use serde::Serialize;

use super::words::{Identifiers, Relation, Status};
use xwalk_format::names::Names;
use xwalk_report::published::{Day, FrameworkKey, RowId};
use xwalk_report::{Report, RowAt};

/// The correspondences between two frameworks, from one author.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Mapping<'r> {
    /// Its name, unique in the document.
    name: &'r str,
    /// Its title.
    title: &'r str,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'r str>,
    /// The framework of all sources.
    from: FrameworkKey<'r>,
    /// The framework of all targets.
    to: FrameworkKey<'r>,
    /// The document behind the rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    source_document: Option<&'r str>,
    /// Where that is available, as its author wrote it: not checked to be a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'r str>,
    /// Who wrote it, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'r str>,
    /// Who reviewed it, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<&'r str>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Day>,
    /// Its version: major, minor, administrative.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'r str>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    use_case: Option<&'r str>,
    /// For whom it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<&'r str>,
    /// Where the mapping itself can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    home: Option<&'r str>,
    /// Whom to ask about it, by an e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'r str>,
    /// What entitles its author to speak: owner of one of the documents, or a third party.
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<&'r str>,
    /// The publications that it relies on.
    citations: &'r [Cow<'r, str>],
    /// The status of rows that name none.
    status: Status,
    /// The style of NIST IR 8477.
    #[schemars(extend("enum" = ["set-theory", "supportive", "crosswalk"]))]
    style: &'static str,
    /// The sides on which every assessable control has been looked at.
    #[schemars(extend("enum" = ["none", "source", "target", "both"]))]
    complete: &'static str,
    /// The sides on which every assessable control is said to have something that corresponds, if any.
    #[schemars(extend("enum" = ["source", "target", "both"]))]
    #[serde(skip_serializing_if = "Option::is_none")]
    comprehensive: Option<&'static str>,
    /// How many rows claim each relation.
    relations: Vec<RelationTally<'r>>,
    /// How many rows have each status, weakest first.
    statuses: Vec<StatusTally>,
    /// How many rows hold only under a condition, and so count in nothing.
    conditional: usize,
    /// Its rows, in the order of its text.
    rows: Vec<Row<'r>>,
    /// `file:line` of its header.
    place: &'r str,
}

/// How many rows claim a relation.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RelationTally<'r> {
    /// The relation.
    relation: Relation<'r>,
    /// The number of rows.
    rows: usize,
}

/// How many rows have a status.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct StatusTally {
    /// The status.
    status: Status,
    /// The number of rows.
    rows: usize,
}

/// One claim: how what the source asks for relates to what the target asks for.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Row<'r> {
    /// Its name, unique in the document. It stays the same while no claim before it in its mapping is added or removed.
    id: RowId,
    /// The source: the identifier of one control, those of several for what they ask together, or `*` alone for the
    /// whole framework.
    #[schemars(length(min = 1))]
    source: Identifiers<'r>,
    /// What is claimed, read from source to target.
    relation: Relation<'r>,
    /// The target, in the same form as the source.
    #[schemars(length(min = 1))]
    target: Identifiers<'r>,
    /// The same claim, read from target to source.
    converse: Relation<'r>,
    /// In which respect the two were compared (NIST IR 8477).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["syntactic", "semantic", "functional"]))]
    rationale: Option<&'static str>,
    /// How much the two have in common (NIST IR 8278A): 10 for equal, 0 for nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 10))]
    strength: Option<u8>,
    /// How sure the author is: `low`, `medium`, `high` or a percentage.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^(low|medium|high|[0-9]{1,3}%)$"))]
    confidence: Option<&'r str>,
    /// How far the claim has progressed.
    status: Status,
    /// What a supportive relation means more exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["example-of", "integral-to", "precedes"]))]
    property: Option<&'static str>,
    /// The author's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'r str>,
    /// Who wrote it, and when: the row's own author, else the mapping's.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'r str>,
    /// Who reviewed it, and when: the row's own reviewer, else the mapping's.
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<&'r str>,
    /// The document behind it: the row's own, else the mapping's.
    #[serde(skip_serializing_if = "Option::is_none")]
    source_document: Option<&'r str>,
    /// The only condition under which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'r str>,
    /// Why it carries no verdict; absent if it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<&'static str>,
    /// `file:line`.
    place: &'r str,
}

impl<'r> Mapping<'r> {
    /// All mappings of the report.
    pub(super) fn all(report: &'r Report<'r>, names: Names<'r>) -> Vec<Self> {
        let mappings = report.mappings.values();
        mappings
            .map(|mapping| {
                let rows = mapping.rows.iter();
                let rows = rows.map(|at| Row::new(at, &report.rows[at], mapping, names));
                Self::new(mapping, rows.collect(), names)
            })
            .collect()
    }

    fn new(mapping: &'r xwalk_report::Mapping<'r>, rows: Vec<Row<'r>>, names: Names<'r>) -> Self {
        let relations = mapping.relations.iter();
        let statuses = mapping.statuses.iter();
        Self {
            name: mapping.name,
            title: mapping.title,
            doc: mapping.doc,
            from: FrameworkKey(names.framework(mapping.from)),
            to: FrameworkKey(names.framework(mapping.to)),
            source_document: mapping.source,
            url: mapping.url,
            author: mapping.author.as_deref(),
            reviewer: mapping.reviewer.as_deref(),
            published: mapping.published.map(Day::of),
            version: mapping.version.as_deref(),
            use_case: mapping.use_case,
            audience: mapping.submission.audience.as_deref(),
            home: mapping.submission.home.as_deref(),
            contact: mapping.submission.contact.as_deref(),
            authority: mapping.submission.authority.as_deref(),
            citations: &mapping.submission.citations,
            status: Status::of(mapping.status),
            style: mapping.style.word(),
            complete: mapping.complete.word(),
            comprehensive: mapping.comprehensive.map(|sides| sides.word()),
            relations: relations
                .map(|(relation, rows)| RelationTally {
                    relation: Relation(relation),
                    rows: *rows,
                })
                .collect(),
            statuses: statuses
                .map(|&(status, rows)| StatusTally {
                    status: Status::of(status),
                    rows,
                })
                .collect(),
            conditional: mapping.conditional,
            rows,
            place: &mapping.place,
        }
    }
}

impl<'r> Row<'r> {
    fn new(
        at: RowAt,
        row: &'r xwalk_report::Row<'r>,
        mapping: &xwalk_report::Mapping<'_>,
        names: Names<'r>,
    ) -> Self {
        Self {
            id: RowId(names.row(at)),
            source: names.end(mapping.from, &row.source),
            relation: Relation(&row.relation),
            target: names.end(mapping.to, &row.target),
            converse: Relation(&row.converse),
            rationale: row.rationale.map(|rationale| rationale.word()),
            strength: row.strength,
            confidence: row.confidence.as_deref(),
            status: Status::of(row.status),
            property: row.property.map(|property| property.word()),
            note: row.note,
            author: row.author.as_deref(),
            reviewer: row.reviewer.as_deref(),
            source_document: row.source_document,
            condition: row.condition,
            left_out: row.left_out,
            place: &row.place,
        }
    }
}
