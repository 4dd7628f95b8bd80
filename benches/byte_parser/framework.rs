//! Frameworks: properties and nested controls.

use std::borrow::Cow;

use xwalk::source::Span;
use xwalk::syntax::ast::{Control, Framework, Nesting, Spanned};

use super::cursor::Cursor;
use super::framework_ref;

/// A framework behind its keyword.
pub fn framework<'s>(
    cursor: &mut Cursor<'s>,
    start: usize,
    doc: Option<Cow<'s, str>>,
) -> Result<Framework<'s>, usize> {
    let mut framework = Framework {
        span: Span::default(),
        doc,
        id: framework_ref(cursor)?,
        title: Some(cursor.string()?),
        publisher: None,
        published: None,
        url: None,
        licence: None,
        language: None,
        levels: Vec::new(),
        nesting: None,
        tiers: Vec::new(),
        succeeds: Vec::new(),
        reconstruction: None,
        controls: Vec::new(),
        withdrawn: Vec::new(),
    };
    cursor.expect(b'{')?;
    loop {
        let doc = cursor.space();
        match cursor.peek() {
            b'}' => break,
            b'a'..=b'z' => property(cursor, &mut framework)?,
            _ => framework.controls.push(control(cursor, doc)?),
        }
    }
    cursor.expect(b'}')?;
    framework.span = Span::new(start, cursor.at());
    Ok(framework)
}

fn property<'s>(cursor: &mut Cursor<'s>, framework: &mut Framework<'s>) -> Result<(), usize> {
    match cursor.bare().0 {
        "publisher" => framework.publisher = Some(cursor.string()?),
        "published" => framework.published = Some(cursor.date()?),
        "url" => framework.url = Some(cursor.string()?),
        "language" => framework.language = Some(cursor.name()?),
        "levels" => {
            framework.levels.push(cursor.name()?);
            while cursor.take(b'>') {
                framework.levels.push(cursor.name()?);
            }
        }
        "nesting" => {
            let Spanned { value, span } = cursor.name()?;
            let value = match value {
                "group" => Nesting::Group,
                "subset" => Nesting::Subset,
                "whole" => Nesting::Whole,
                _ => return Err(cursor.at()),
            };
            framework.nesting = Some(Spanned { value, span });
        }
        _ => return Err(cursor.at()),
    }
    Ok(())
}

/// A control with what is nested in it.
fn control<'s>(cursor: &mut Cursor<'s>, doc: Option<Cow<'s, str>>) -> Result<Control<'s>, usize> {
    let start = cursor.at();
    let id = cursor.name()?;
    let title = cursor.string()?;
    let mut end = cursor.at();
    let mut tags = Vec::new();
    while cursor.take(b'#') {
        tags.push(cursor.name()?);
        end = cursor.at();
    }
    let mut children = Vec::new();
    if cursor.take(b'{') {
        loop {
            let doc = cursor.space();
            if cursor.take(b'}') {
                break;
            }
            children.push(control(cursor, doc)?);
        }
    }
    Ok(Control {
        span: Span::new(start, end),
        doc,
        id,
        title: Some(title),
        tags,
        aliases: Vec::new(),
        text: None,
        superseded: None,
        activities: Vec::new(),
        children,
    })
}
