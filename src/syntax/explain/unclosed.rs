//! What is opened and never closed, closed and never opened, or opened too often.

use crate::outline::{LexicalError, LexicalErrorKind, Unpaired};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::reading::{
    NESTING_TOO_DEEP, UNCLOSED_BRACE, UNOPENED_BRACE, UNTERMINATED_BACKTICKS, UNTERMINATED_COMMENT,
    UNTERMINATED_TEXT,
};
use xwalk_diagnostic::codes::syntax::DITTO_ROW;
use xwalk_diagnostic::codes::vocabulary::CURLY_QUOTES;
use xwalk_source::{SourceId, Span};

/// A text, an identifier in backticks or a comment that is never closed.
pub fn unclosed(source: SourceId, text: &str, fault: &LexicalError) -> Diagnostic {
    let place = fault.opening.in_source(source);
    if fault.kind == LexicalErrorKind::Text && is_ditto(text, fault) {
        return ditto(source, fault.opening);
    }
    if let Some(opening) = curly_opening(text, fault) {
        return Diagnostic::new(
            CURLY_QUOTES,
            opening.in_source(source),
            "this text begins with a quotation mark that is not straight",
        )
        .help("use straight quotation marks: `\"…\"`");
    }
    let (code, what, help) = match fault.kind {
        LexicalErrorKind::Text => (
            UNTERMINATED_TEXT,
            "this text has no closing `\"` on its line",
            "close it with `\"`; a text over several lines is written between `\"\"\"` and `\"\"\"`",
        ),
        LexicalErrorKind::LongText => (
            UNTERMINATED_TEXT,
            "this text has no closing `\"\"\"`",
            "write `\"\"\"` on a line of its own after it",
        ),
        LexicalErrorKind::Backtick => (
            UNTERMINATED_BACKTICKS,
            "this identifier has no closing backtick on its line",
            "close it with a backtick",
        ),
        LexicalErrorKind::Comment => (
            UNTERMINATED_COMMENT,
            "this comment has no closing `*/`",
            "close it with `*/`, or begin it with `//`",
        ),
    };
    Diagnostic::new(code, place, what).help(help)
}

/// A row that begins with a ditto mark instead of its source.
pub fn ditto(source: SourceId, span: Span) -> Diagnostic {
    Diagnostic::new(
        DITTO_ROW,
        span.in_source(source),
        "there is a ditto mark where the row's source should be",
    )
    .help("every row names its source: repeat the identifier of the row above")
}

/// A quotation mark that begins a line and has a blank behind it.
fn is_ditto(text: &str, fault: &LexicalError) -> bool {
    let before = text.get(..fault.opening.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let behind = text.get(fault.opening.end as usize..).unwrap_or_default();
    line.trim().is_empty() && behind.starts_with([' ', '\t'])
}

/// The curly quotation mark of a text that ends in a straight one.
fn curly_opening(text: &str, fault: &LexicalError) -> Option<Span> {
    if fault.kind != LexicalErrorKind::Text {
        return None;
    }
    let end = fault.opening.start as usize;
    let before = text.get(..end)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.get(start..)?;
    let at = line.rfind(['“', '„', '”'])?;
    let open = !line.get(at..)?.contains('"');
    let mark = line.get(at..)?.chars().next()?;
    open.then(|| Span::new(start + at, start + at + mark.len_utf8()))
}

/// A brace without a partner.
pub fn unpaired(source: SourceId, brace: &Unpaired) -> Diagnostic {
    match *brace {
        Unpaired::Opening(at) => {
            let place = Span::new(at, at + 1).in_source(source);
            Diagnostic::new(UNCLOSED_BRACE, place, "this brace is never closed")
                .help("write `}` on a line of its own behind the last entry of its block")
        }
        Unpaired::Closing(at) => {
            let place = Span::new(at, at + 1).in_source(source);
            Diagnostic::new(UNOPENED_BRACE, place, "this brace closes nothing")
                .help("remove it, or write `{` at the end of the line that it belongs to")
        }
    }
}

/// A block that is nested too deep.
pub fn too_deep(source: SourceId, open: usize, deepest: usize) -> Diagnostic {
    let place = Span::new(open, open + 1).in_source(source);
    Diagnostic::new(
        NESTING_TOO_DEEP,
        place,
        format!("blocks are nested more than {deepest} deep"),
    )
    .help("nothing in this block has been read; no framework has so many levels")
}
