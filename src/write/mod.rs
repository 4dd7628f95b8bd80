//! Text of the language, as the program writes it: files in canonical form, edits of files, mappings to be reviewed.
//!
//! All work on the layout of a file, which needs no vocabulary: what a later version of the language brings is
//! formatted and edited as well. The formatter reads its own output again and hands out nothing that says anything
//! else; an edit changes nothing outside its place.

mod block;
mod columns;
mod draft;
mod edit;
mod entry;
mod group;
mod insert;
mod long_text;
mod same;

pub use draft::{Draft, DraftKind, DraftRow};
pub use edit::{Edit, EditError, apply};
pub use insert::{Within, append, set, set_of};
pub use xwalk_syntax::{spelled_identifier, spelled_text};

use xwalk_source::Source;
use xwalk_syntax::layout::layout;

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
