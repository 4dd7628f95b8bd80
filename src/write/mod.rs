//! Canonical text: what `xwalk fmt` writes.
//!
//! The formatter works on the layout of a file, which needs no vocabulary: what a later version of the language
//! brings is formatted as well. It reads its own output again and hands out nothing that says anything else.

mod block;
mod columns;
mod entry;
mod group;
mod long_text;
mod same;
mod spell;

pub use spell::{spelled_identifier, spelled_text};

use crate::source::Source;
use crate::syntax::layout::layout;

/// Why a file cannot be formatted; it is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unformattable {
    /// An entry makes no sense.
    #[error("line {line} is not understood; `xwalk check` says why")]
    Broken {
        /// The line, from 1.
        line: u32,
    },
    /// Blocks are nested too deep.
    #[error("blocks are nested too deep")]
    Deep,
    /// The formatted text would say something else: a defect of this program.
    #[error("formatting would change what the file says near line {line}; please report this")]
    Changed {
        /// The line of the formatted text, from 1.
        line: u32,
    },
}

/// The canonical text of a file.
///
/// # Errors
///
/// The file has an entry that makes no sense, or the formatter would change what it says.
pub fn format(source: &Source) -> Result<String, Unformattable> {
    let text = source.text();
    let line = |at: usize| {
        source
            .lines()
            .position(text, u32::try_from(at).unwrap_or(u32::MAX))
            .line
    };
    let nodes = layout(text).map_err(|at| Unformattable::Broken { line: line(at) })?;
    let formatted = block::file(&nodes);
    let again = layout(&formatted);
    let same = again.as_ref().is_ok_and(|again| same::same(&nodes, again));
    if !same {
        return Err(Unformattable::Changed { line: 1 });
    }
    Ok(formatted)
}
