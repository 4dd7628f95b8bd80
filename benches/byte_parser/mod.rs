//! A parser written by hand for the part of the language that generated files use: the yardstick that the real one is
//! measured with.
//!
//! It reads every byte once and makes the same tree, with every span. What it leaves out is what makes a parser a
//! compiler's: messages, recovery, and everything that generated files do not use.

mod cursor;
mod framework;
mod mapping;
mod row;

use cursor::Cursor;
use xwalk::source::SourceId;
use xwalk::syntax::ast::{File, FrameworkRef, Item};

/// What the text of a generated file says; or the offset of what it has no business to say.
pub fn parse(source: SourceId, text: &str) -> Result<File<'_>, usize> {
    let mut cursor = Cursor::new(text);
    let mut items = Vec::new();
    loop {
        cursor.blank_lines();
        let start = cursor.at();
        let doc = cursor.space();
        if cursor.is_at_end() {
            return Ok(File { source, items });
        }
        items.push(match cursor.bare().0 {
            "framework" => Item::Framework(framework::framework(&mut cursor, start, doc)?),
            "mapping" => Item::Mapping(mapping::mapping(&mut cursor, start, doc)?),
            _ => return Err(start),
        });
    }
}

/// `generated-0@2026`
fn framework_ref<'s>(cursor: &mut Cursor<'s>) -> Result<FrameworkRef<'s>, usize> {
    let (written, span) = cursor.bare();
    let (name, edition) = written.split_once('@').ok_or(cursor.at())?;
    Ok(FrameworkRef {
        name,
        edition,
        span,
    })
}
