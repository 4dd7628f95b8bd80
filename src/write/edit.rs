//! Edits of a file: places with the text that comes to stand there. All else stays as it is, to the byte.

use xwalk_source::Span;

/// A place in a text, and what is written there; an empty place is where text goes in, an empty text deletes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What gives way, in bytes.
    pub span: Span,
    /// What stands there instead.
    pub text: String,
}

/// Why a text cannot be edited; it is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// What is edited, or what is to be put in, has an entry that makes no sense.
    #[error("the text makes no sense at byte {at}")]
    Broken {
        /// Where, in the text that makes no sense.
        at: usize,
    },
    /// Two edits change the same text.
    #[error("two edits change the text at byte {at}")]
    Overlap {
        /// Where the second of them begins.
        at: usize,
    },
    /// A place is not in the text, or cuts a character.
    #[error("the text has no place for an edit at byte {at}")]
    NoPlace {
        /// Where it was sought.
        at: usize,
    },
}

/// The text with all edits made, in whatever order they are given. An edit that is given twice is made once; of
/// several that put something in at one place, the first given comes first.
///
/// # Errors
///
/// Edits overlap, or a place is not in the text.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut sorted: Vec<&Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        if !sorted.contains(&edit) {
            sorted.push(edit);
        }
    }
    sorted.sort_by_key(|edit| edit.span);
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in sorted {
        let place = edit.span.range();
        if place.start < done {
            return Err(EditError::Overlap { at: place.start });
        }
        let kept = text
            .get(done..place.start)
            .filter(|_| text.get(place.clone()).is_some());
        edited.push_str(kept.ok_or(EditError::NoPlace { at: place.start })?);
        edited.push_str(&edit.text);
        done = place.end;
    }
    edited.push_str(text.get(done..).unwrap_or_default());
    Ok(edited)
}
