//! From which frameworks and mappings all this is made, with the digests of their files.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::cell::Cell;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Accepted, Framework, Mapping};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Sources",
    table: "tblSources",
    about: "the frameworks and mappings used, with the digests of the files that declare them",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns());
    for framework in &plan.posture.frameworks {
        table.row(Rank::Leaf, 0, Source::Framework(framework));
    }
    for mapping in &plan.posture.mappings {
        table.row(Rank::Leaf, 0, Source::Mapping(mapping));
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "The frameworks that are mentioned here, and the mappings whose rows are named. The digest is that of the whole file that declares it. Rows of a mapping that the organization accepts count in its exports whatever their status.".to_owned(),
        reading: "With the same files, the same date and the same options, the same program writes the same bytes.".to_owned(),
        frozen: 2,
        empty: "No framework is used.",
    }
}

/// A line of the sheet.
#[derive(Clone, Copy)]
enum Source<'r> {
    Framework(&'r Framework<'r>),
    Mapping(&'r Mapping<'r>),
}

impl<'r> Source<'r> {
    fn framework(self) -> Option<&'r Framework<'r>> {
        match self {
            Self::Framework(framework) => Some(framework),
            Self::Mapping(_) => None,
        }
    }

    fn accepted(self) -> Option<&'r Accepted<'r>> {
        self.mapping()?.accepted.as_ref()
    }

    fn mapping(self) -> Option<&'r Mapping<'r>> {
        match self {
            Self::Framework(_) => None,
            Self::Mapping(mapping) => Some(mapping),
        }
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Source<'r>>;

fn columns<'r>() -> Vec<Of<'r>> {
    vec![
        Of::text("Kind", 13.0, |source| match source {
            Source::Framework(_) => "framework",
            Source::Mapping(_) => "mapping",
        }),
        Of::identifier("Name", 28.0, |source| match source {
            Source::Framework(framework) => framework.key.as_str(),
            Source::Mapping(mapping) => mapping.name,
        }),
        Of::text("Title", 46.0, |source| match source {
            Source::Framework(framework) => framework.title,
            Source::Mapping(mapping) => mapping.title,
        }),
        Of::maybe("From", 22.0, move |source| {
            Some(source.mapping()?.from.short())
        }),
        Of::maybe("To", 22.0, move |source| Some(source.mapping()?.to.short())),
        Of::maybe("Version", 10.0, |source| {
            source.mapping()?.version.as_deref()
        }),
        Of::maybe("Status", 10.0, |source| {
            Some(source.mapping()?.status.word())
        }),
        Of::maybe("Accepted by", 24.0, |source| {
            Some(source.accepted()?.by.title)
        }),
        Of::date("Accepted on", 12.0, |source| Some(source.accepted()?.on)),
        Of::maybe("Why it is accepted", 44.0, |source| {
            Some(source.accepted()?.why)
        }),
        Of::maybe("SHA-256 of the accepted claims", 36.0, |source| {
            Some(source.accepted()?.digest)
        }),
        Of::cell("Assessable controls", 11.0, |source| {
            Cell::maybe_count(source.framework().map(|one| one.assessable))
        }),
        Of::maybe("Tiers", 34.0, move |source| {
            Some(Plan::scale(&source.framework()?.key))
        }),
        Of::identifier("SHA-256 of the file", 36.0, |source| match source {
            Source::Framework(framework) => framework.digest.as_str(),
            Source::Mapping(mapping) => mapping.digest.as_str(),
        }),
        Of::maybe("Caution", 44.0, |source| source.framework()?.reconstruction),
    ]
}
