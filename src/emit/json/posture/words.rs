//! What several parts of the export name.

use xwalk_report::posture;
use xwalk_report::posture::{Declared, NamedControl};
use xwalk_report::published::{ControlName, Hideable, Name, Word};

/// What is wrong with a piece of evidence.
pub(super) type DeficiencyKind = Word<posture::DeficiencyKind>;

/// Who answers for something: a role, which can be hidden.
pub(super) type Owner<'r> = Option<Hideable<Name<'r>>>;

/// The owner, if there is one.
pub(super) fn owner(role: Option<Declared<'_>>) -> Owner<'_> {
    role.map(|role| Hideable(Name(role.name)))
}

/// Several names.
pub(super) fn names<'r>(names: &[Declared<'r>]) -> Vec<Name<'r>> {
    names.iter().map(|named| Name(named.name)).collect()
}

/// The names of several controls.
pub(super) fn control_names(names: &[NamedControl]) -> Vec<ControlName<'_>> {
    names.iter().map(|name| ControlName(name)).collect()
}
