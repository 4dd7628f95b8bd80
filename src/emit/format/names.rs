//! How machine-readable outputs name controls, rows and frameworks.

use std::borrow::Cow;

use xwalk_report::{Basis, ControlAt, End, FrameworkAt, MappingAt, Report, RowAt};

/// Turns positions of the report into names.
#[derive(Clone, Copy)]
pub struct Names<'r> {
    report: &'r Report<'r>,
}

impl<'r> Names<'r> {
    /// The names of this report.
    pub const fn new(report: &'r Report<'r>) -> Self {
        Self { report }
    }

    /// `nist-csf@2.0`.
    pub fn framework(self, framework: FrameworkAt) -> &'r str {
        &self.report.frameworks[framework].key
    }

    /// `PR.AA-05`.
    pub fn identifier(self, control: ControlAt) -> &'r str {
        self.report.controls[control].identifier
    }

    /// The title of a control.
    pub fn title(self, control: ControlAt) -> &'r str {
        &self.report.controls[control].title
    }

    /// The framework of a control: `nist-csf@2.0`.
    pub fn framework_of(self, control: ControlAt) -> &'r str {
        self.framework(self.report.controls[control].framework)
    }

    /// `nist-csf@2.0:PR.AA-05`: unique among all frameworks.
    pub fn qualified(self, control: ControlAt) -> String {
        let framework = self.framework_of(control);
        format!("{framework}:{}", self.identifier(control))
    }

    /// The identifier, qualified where the control does not belong to the framework `home`.
    pub fn seen_from(self, home: FrameworkAt, control: ControlAt) -> Cow<'r, str> {
        let found = &self.report.controls[control];
        if found.framework == home {
            Cow::Borrowed(found.identifier)
        } else {
            Cow::Owned(self.qualified(control))
        }
    }

    /// The names of several controls, as [`Self::seen_from`] gives them.
    pub fn all_seen_from(self, home: FrameworkAt, controls: &[ControlAt]) -> Vec<Cow<'r, str>> {
        let names = controls.iter();
        names
            .map(|control| self.seen_from(home, *control))
            .collect()
    }

    /// `csf2-iso`.
    pub fn mapping(self, mapping: MappingAt) -> &'r str {
        self.report.mappings[mapping].name
    }

    /// `csf2-iso/12`: the twelfth claim of its mapping.
    pub fn row(self, row: RowAt) -> String {
        let mapping = &self.report.mappings[self.report.rows[row].mapping];
        format!("{}/{}", mapping.name, self.report.row_number(row))
    }

    /// The names of one end of a row: one control, the parts of a union, or `*` alone.
    pub fn end(self, home: FrameworkAt, end: &End) -> Vec<Cow<'r, str>> {
        match end {
            End::Everything => vec![Cow::Borrowed("*")],
            end => self.all_seen_from(home, end.controls()),
        }
    }
}

/// The word for a basis.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Proved => "proved",
    }
}
