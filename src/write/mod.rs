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

use xwalk_diagnostic::Diagnostic;
use xwalk_source::{Source, SourceId};
use xwalk_syntax::layout::layout;
use xwalk_syntax::parse;

/// Why a file cannot be formatted; it is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unformattable {
    /// An entry makes no sense.
    #[error("line {line} is not understood; `xwalk check` says why")]
    Broken {
        /// The line, from 1.
        line: u32,
    },
    /// Something that is read otherwise than it is written, or not at all.
    #[error("line {line} is reported as {code}; `xwalk check` says what to do")]
    Reported {
        /// The line, from 1.
        line: u32,
        /// The code of the finding.
        code: &'static str,
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

/// The canonical text of a file that its author wrote.
///
/// # Errors
///
/// The file has something that is not read as it is written, so that only its author knows how it should look; or as
/// [`canonical`] says.
pub fn format(source: &Source) -> Result<String, Unformattable> {
    let text = canonical(source)?;
    match unread(source) {
        None => Ok(text),
        Some(found) => Err(Unformattable::Reported {
            line: line(source, found.primary.place.span.start),
            code: found.code.id,
        }),
    }
}

/// The canonical text of a file, whatever its words mean.
///
/// # Errors
///
/// The file has an entry that makes no sense, or the formatter would change what it says.
pub fn canonical(source: &Source) -> Result<String, Unformattable> {
    let broken = |at: usize| Unformattable::Broken {
        line: line(source, u32::try_from(at).unwrap_or(u32::MAX)),
    };
    let nodes = layout(source.text()).map_err(broken)?;
    let formatted = block::file(&nodes);
    let again = layout(&formatted);
    let same = again.as_ref().is_ok_and(|again| same::same(&nodes, again));
    if !same {
        return Err(Unformattable::Changed { line: 1 });
    }
    Ok(formatted)
}

/// The line of an offset, from 1.
fn line(source: &Source, at: u32) -> u32 {
    source.lines().position(source.text(), at).line
}

/// The first thing of a file that is not read as it is written: only who wrote it knows how it should look.
fn unread(source: &Source) -> Option<Diagnostic> {
    const OF_READING: [&str; 2] = ["XW01", "XW02"];
    let found = parse(SourceId(0), source).diagnostics;
    let of_reading = |found: &Diagnostic| {
        OF_READING
            .iter()
            .any(|code| found.code.id.starts_with(code))
    };
    found.into_iter().find(of_reading)
}
