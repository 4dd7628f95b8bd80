//! What every command is given besides its own arguments.

use super::args::Common;
use xwalk_host::Host;

/// The machine on which a command runs, and the options that hold for every command.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Files, clock, environment, and where results and diagnostics go.
    pub host: &'a dyn Host,
    /// Options of every command.
    pub common: &'a Common,
}
