//! What the rows say that anything here names, so that a reader needs no other document to check a verdict.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::named::{Declared, NamedControl, NamedFramework};
use super::namer::Namer;
use xwalk_model::posture::OrganizationId;
use xwalk_model::{End, Id, RowId};
use xwalk_syntax::ast::{Rationale, Status};

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
    /// The condition under which alone it holds, and whether the organization says that this is so.
    pub condition: Option<(&'m str, bool)>,
    /// The note.
    pub note: Option<&'m str>,
}

impl<'m> Claim<'m> {
    /// What these rows say to an organization, by mapping and number.
    pub(super) fn all(
        names: Namer<'m, '_>,
        organization: OrganizationId,
        rows: &BTreeSet<RowId>,
    ) -> Vec<Self> {
        let rows = rows.iter();
        rows.map(|row| Self::new(names, organization, *row))
            .collect()
    }

    fn new(names: Namer<'m, '_>, organization: OrganizationId, id: RowId) -> Self {
        let row = &names.model.rows[id];
        let mapping = &names.model.mappings[row.mapping];
        let holds = &names.model.posture.organizations[organization].holds;
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
            condition: condition.map(|text| {
                let holds = holds.iter().any(|held| held.as_ref() == text);
                (text, holds)
            }),
            note: row.note.as_deref(),
        }
    }
}
