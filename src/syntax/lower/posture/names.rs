//! Names of roles and technologies.

use crate::ast::Name;
use crate::lower::Lower;
use crate::lower::values::Values;

/// What a name of each kind is, as a message says it.
pub const A_ROLE: &str = "the name of a role such as `ciso`";
pub const A_TECHNOLOGY: &str = "the name of a technology such as `siem`";

impl<'s> Lower<'s> {
    /// The name of a role.
    pub fn role_value(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        self.named(values, A_ROLE)
    }

    /// The name of a technology.
    pub fn technology_value(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        self.named(values, A_TECHNOLOGY)
    }
}
