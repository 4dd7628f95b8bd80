//! Mappings: header, properties and rows.

use std::borrow::Cow;

use xwalk::source::Span;
use xwalk::syntax::ast::{Mapping, Rationale, Spanned, Status, Style, Version};

use super::cursor::Cursor;
use super::framework_ref;
use super::row::row;

/// A mapping behind its keyword.
pub fn mapping<'s>(
    cursor: &mut Cursor<'s>,
    start: usize,
    doc: Option<Cow<'s, str>>,
) -> Result<Mapping<'s>, usize> {
    let name = cursor.name()?;
    let title = cursor.string()?;
    keyword(cursor, "from")?;
    let from = framework_ref(cursor)?;
    keyword(cursor, "to")?;
    let to = framework_ref(cursor)?;
    cursor.expect(b'{')?;
    let mut mapping = Mapping {
        span: Span::default(),
        doc,
        name,
        title: Some(title),
        from,
        to,
        ..Mapping::default()
    };
    loop {
        cursor.space();
        match cursor.peek() {
            b'}' => break,
            b'a'..=b'z' => property(cursor, &mut mapping)?,
            _ => mapping.rows.push(row(cursor)?),
        }
    }
    cursor.expect(b'}')?;
    mapping.span = Span::new(start, cursor.at());
    Ok(mapping)
}

fn keyword(cursor: &mut Cursor<'_>, word: &str) -> Result<(), usize> {
    (cursor.bare().0 == word).then_some(()).ok_or(cursor.at())
}

fn property<'s>(cursor: &mut Cursor<'s>, mapping: &mut Mapping<'s>) -> Result<(), usize> {
    match cursor.bare().0 {
        "source" => mapping.source = Some(cursor.string()?),
        "author" => mapping.author = Some(cursor.attribution()?),
        "version" => mapping.version = Some(version(cursor)?),
        "use-case" => mapping.use_case = Some(cursor.string()?),
        "status" => mapping.status = Some(one_of(cursor, status)?),
        "style" => mapping.style = Some(one_of(cursor, style)?),
        "rationale" => mapping.rationale = Some(one_of(cursor, rationale)?),
        _ => return Err(cursor.at()),
    }
    Ok(())
}

/// A word of a vocabulary.
pub fn one_of<T>(
    cursor: &mut Cursor<'_>,
    meaning: impl Fn(&str) -> Option<T>,
) -> Result<Spanned<T>, usize> {
    let (word, span) = cursor.bare();
    let value = meaning(word).ok_or(cursor.at())?;
    Ok(Spanned { value, span })
}

pub fn status(word: &str) -> Option<Status> {
    Some(match word {
        "draft" => Status::Draft,
        "reviewed" => Status::Reviewed,
        "final" => Status::Final,
        "withdrawn" => Status::Withdrawn,
        _ => return None,
    })
}

pub fn rationale(word: &str) -> Option<Rationale> {
    Some(match word {
        "syntactic" => Rationale::Syntactic,
        "semantic" => Rationale::Semantic,
        "functional" => Rationale::Functional,
        _ => return None,
    })
}

fn style(word: &str) -> Option<Style> {
    Some(match word {
        "set-theory" => Style::SetTheory,
        "supportive" => Style::Supportive,
        "crosswalk" => Style::Crosswalk,
        _ => return None,
    })
}

fn version(cursor: &mut Cursor<'_>) -> Result<Spanned<Version>, usize> {
    one_of(cursor, |written| {
        let mut numbers = written.split('.').map(|number| number.parse().ok());
        Some(Version {
            major: numbers.next()??,
            minor: numbers.next()??,
            administrative: numbers.next()??,
        })
    })
}
