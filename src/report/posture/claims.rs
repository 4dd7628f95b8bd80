//! What the rows say that anything here names, so that a reader needs no other document to check a verdict.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::named::{Declared, NamedControl, NamedFramework};
use super::namer::Namer;
use super::uses::Uses;
use super::{Projection, uses};
use xwalk_analysis::{Eligibilities, Eligibility};
use xwalk_model::posture::OrganizationId;
use xwalk_model::{End, Id, RowId};
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Confidence, Rationale, Status};

/// What a row says.
#[derive(Debug)]
pub struct Claim<'m> {
    /// Its name: `csf2-iso/12`.
    pub name: String,
    /// Its mapping.
    pub mapping: Declared<'m>,
    /// Its number in the mapping, from 1.
    pub number: usize,
    /// The source framework.
    pub from: NamedFramework,
    /// The target framework.
    pub to: NamedFramework,
    /// The controls on the left, several of which are meant together; none for all of the framework.
    pub source: Vec<NamedControl>,
    /// The relation as written: `subset-of`.
    pub relation: Cow<'static, str>,
    /// The controls on the right, likewise.
    pub target: Vec<NamedControl>,
    /// How far it has come: `draft`.
    pub status: Status,
    /// In which respect it was judged: `functional`.
    pub rationale: Option<Rationale>,
    /// How strong the relation is, from 0 to 10.
    pub strength: Option<u8>,
    /// How sure its author is.
    pub confidence: Option<Confidence>,
    /// The condition under which alone it holds, and whether the organization says that this is so.
    pub condition: Option<(&'m str, bool)>,
    /// The note.
    pub note: Option<&'m str>,
    /// Why it does not count for the organization, with the conditions that are true there; `None` where it counts.
    pub left_out: Option<&'static str>,
    /// How many verdicts rest on it, and how many lack it.
    pub uses: Uses,
    /// `file:line`.
    pub place: String,
}

/// What the claims of an organization are made from, besides their names.
#[derive(Clone, Copy)]
pub(super) struct Claimed<'a> {
    /// Whose they are.
    pub organization: OrganizationId,
    /// Which rows count, where the conditions hold that it names.
    pub eligibilities: &'a Eligibilities,
    /// The files, for the places of rows.
    pub sources: &'a SourceMap,
}

impl<'m> Claim<'m> {
    /// What these rows say to an organization, by mapping and number, and how often its verdicts name them.
    pub(super) fn all(
        names: Namer<'m, '_>,
        claimed: Claimed<'_>,
        rows: &BTreeSet<RowId>,
        verdicts: &[Projection],
    ) -> Vec<Self> {
        let uses = uses::of(verdicts);
        let rows = rows.iter();
        rows.map(|row| {
            let claim = Self::new(names, claimed, *row);
            let uses = uses.get(claim.name.as_str()).copied().unwrap_or_default();
            Self { uses, ..claim }
        })
        .collect()
    }

    fn new(names: Namer<'m, '_>, claimed: Claimed<'_>, id: RowId) -> Self {
        let row = &names.model.rows[id];
        let mapping = &names.model.mappings[row.mapping];
        let holds = &names.model.posture.organizations[claimed.organization].holds;
        let end = |end: &End| names.controls(end.controls());
        let condition = row.condition();
        Self {
            name: names.row(id),
            mapping: Declared {
                name: mapping.name,
                title: &mapping.title,
                within: None,
            },
            number: id.index() - mapping.first_row.index() + 1,
            from: names.framework(mapping.from),
            to: names.framework(mapping.to),
            source: end(&row.source),
            relation: row.relation_text(),
            target: end(&row.target),
            status: names.model.status(row),
            rationale: names.model.rationale(row),
            strength: row.strength,
            confidence: row.confidence,
            condition: condition.map(|text| {
                let holds = holds.iter().any(|held| held.as_ref() == text);
                (text, holds)
            }),
            note: row.note.as_deref(),
            left_out: Eligibility::left_out(claimed.eligibilities[id]),
            uses: Uses::default(),
            place: claimed.sources.file_line(row.place),
        }
    }
}

impl Claim<'_> {
    /// What it says: `ID.AM-01 subset-of A.5.9 (NIST CSF 2.0 → ISO/IEC 27001:2022)`.
    #[must_use]
    pub fn text(&self) -> String {
        format!(
            "{} {} {} ({} → {})",
            self.source_text(),
            self.relation,
            self.target_text(),
            self.from.short(),
            self.to.short()
        )
    }

    /// Its left side: `ID.AM-01`, `ID.AM-01 + ID.AM-02`, or `*` for all of the framework.
    #[must_use]
    pub fn source_text(&self) -> String {
        end(&self.source)
    }

    /// Its right side, likewise.
    #[must_use]
    pub fn target_text(&self) -> String {
        end(&self.target)
    }
}

fn end(controls: &[NamedControl]) -> String {
    if controls.is_empty() {
        return "*".to_owned();
    }
    let identifiers = controls.iter().map(NamedControl::identifier);
    identifiers.collect::<Vec<_>>().join(" + ")
}
