//! What several parts of the export name.

use xwalk_report::posture;
use xwalk_report::posture::NamedControl;
use xwalk_report::published::{ControlName, Hideable, Name, Word};

/// What is wrong with a piece of evidence.
pub(super) type DeficiencyKind = Word<posture::DeficiencyKind>;

/// Who answers for something: a role, which can be hidden.
pub(super) type Owner<'r> = Option<Hideable<Name<'r>>>;

/// The owner, if there is one.
pub(super) fn owner(name: Option<&str>) -> Owner<'_> {
    name.map(|name| Hideable(Name(name)))
}

/// Several names.
pub(super) fn names<'r>(names: &[&'r str]) -> Vec<Name<'r>> {
    names.iter().copied().map(Name).collect()
}

/// The names of several controls.
pub(super) fn control_names(names: &[NamedControl]) -> Vec<ControlName<'_>> {
    names.iter().map(|name| ControlName(name)).collect()
}
