//! How machine-readable outputs name controls, rows and frameworks.

use std::borrow::Cow;

use crate::report::{Basis, End, Report};

/// Turns positions of the report into names. Positions come from the report itself, so that an empty name never
/// leaves it.
#[derive(Clone, Copy)]
pub(super) struct Names<'r> {
    report: &'r Report<'r>,
}

impl<'r> Names<'r> {
    /// The names of this report.
    pub(super) const fn new(report: &'r Report<'r>) -> Self {
        Self { report }
    }

    /// `nist-csf@2.0`.
    pub(super) fn framework(self, framework: usize) -> &'r str {
        let framework = self.report.frameworks.get(framework);
        framework.map_or("", |framework| framework.key.as_str())
    }

    /// `PR.AA-05`.
    pub(super) fn identifier(self, control: usize) -> &'r str {
        let control = self.report.controls.get(control);
        control.map_or("", |control| control.identifier)
    }

    /// The title of a control.
    pub(super) fn title(self, control: usize) -> &'r str {
        let control = self.report.controls.get(control);
        control.map_or("", |control| &control.title)
    }

    /// The framework of a control: `nist-csf@2.0`.
    pub(super) fn framework_of(self, control: usize) -> &'r str {
        let control = self.report.controls.get(control);
        control.map_or("", |control| self.framework(control.framework))
    }

    /// `nist-csf@2.0:PR.AA-05`: unique among all frameworks.
    pub(super) fn qualified(self, control: usize) -> String {
        let framework = self.framework_of(control);
        format!("{framework}:{}", self.identifier(control))
    }

    /// The identifier, qualified where the control does not belong to the framework `home`.
    pub(super) fn seen_from(self, home: usize, control: usize) -> Cow<'r, str> {
        match self.report.controls.get(control) {
            Some(found) if found.framework == home => Cow::Borrowed(found.identifier),
            _ => Cow::Owned(self.qualified(control)),
        }
    }

    /// The names of several controls, as [`Self::seen_from`] gives them.
    pub(super) fn all_seen_from(self, home: usize, controls: &[usize]) -> Vec<Cow<'r, str>> {
        let names = controls.iter();
        names
            .map(|control| self.seen_from(home, *control))
            .collect()
    }

    /// `csf2-iso`.
    pub(super) fn mapping(self, mapping: usize) -> &'r str {
        let mapping = self.report.mappings.get(mapping);
        mapping.map_or("", |mapping| mapping.name)
    }

    /// `csf2-iso/12`: the twelfth claim of its mapping.
    pub(super) fn row(self, row: usize) -> String {
        let mapping = self
            .report
            .rows
            .get(row)
            .and_then(|row| self.report.mappings.get(row.mapping));
        let (name, first) = mapping.map_or(("", 0), |mapping| (mapping.name, mapping.rows.start));
        format!("{name}/{}", row.saturating_sub(first) + 1)
    }

    /// The names of one end of a row: one control, the parts of a union, or `*` alone.
    pub(super) fn end(self, home: usize, end: &End) -> Vec<Cow<'r, str>> {
        match end {
            End::Everything => vec![Cow::Borrowed("*")],
            end => self.all_seen_from(home, end.controls()),
        }
    }
}

/// The word for a basis.
pub(super) const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Proved => "proved",
    }
}
