//! Rows.

use xwalk::relation::{Relation as Set, Word};
use xwalk::source::Span;
use xwalk::syntax::ast::{Clauses, Confidence, ControlRef, Relation, Row, Side, Spanned};

use super::cursor::Cursor;
use super::mapping::{one_of, rationale, status};

/// `source relation target, target clauses "note"`
pub fn row<'s>(cursor: &mut Cursor<'s>) -> Result<Row<'s>, usize> {
    let start = cursor.at();
    let source = side(cursor)?;
    let relation = relation(cursor)?;
    let target = side(cursor)?;
    let mut end = cursor.at();
    let mut more_targets = Vec::new();
    while cursor.take(b',') {
        more_targets.push(side(cursor)?);
        end = cursor.at();
    }
    let mut row = Row {
        span: Span::default(),
        source,
        relation,
        target,
        more_targets,
        clauses: None,
        note: None,
    };
    loop {
        cursor.blanks();
        match cursor.peek() {
            b'"' => row.note = Some(cursor.string()?),
            b'a'..=b'z' => clause(cursor, row.clauses.get_or_insert_default())?,
            _ => break,
        }
        end = cursor.at();
    }
    row.span = Span::new(start, end);
    Ok(row)
}

fn side<'s>(cursor: &mut Cursor<'s>) -> Result<Side<'s>, usize> {
    let (id, span) = cursor.bare();
    if id.is_empty() {
        return Err(cursor.at());
    }
    Ok(Side::Control(ControlRef {
        framework: None,
        id,
        span,
    }))
}

fn relation(cursor: &mut Cursor<'_>) -> Result<Relation, usize> {
    let Spanned { value: word, span } = one_of(cursor, word)?;
    let mut relation = Relation {
        word,
        or: Vec::new(),
        span,
    };
    while cursor.peek() == b'|' {
        cursor.piece(1);
        let Spanned { value, span } = one_of(cursor, self::word)?;
        relation.or.push(value);
        relation.span = relation.span.to(span);
    }
    Ok(relation)
}

fn word(word: &str) -> Option<Word> {
    Some(Word::Set(match word {
        "equal" => Set::Equal,
        "subset-of" => Set::SubsetOf,
        "superset-of" => Set::SupersetOf,
        "intersects-with" => Set::IntersectsWith,
        "no-relationship" => Set::NoRelationship,
        _ => return None,
    }))
}

fn clause<'s>(cursor: &mut Cursor<'s>, clauses: &mut Clauses<'s>) -> Result<(), usize> {
    let (word, span) = cursor.bare();
    match word {
        "strength" => clauses.strength = Some(one_of(cursor, |digits| digits.parse().ok())?),
        "confidence" => clauses.confidence = Some(one_of(cursor, confidence)?),
        "status" => clauses.status = Some(one_of(cursor, status)?),
        "reviewer" => clauses.reviewer = Some(Box::new(cursor.attribution()?)),
        _ => {
            let value = rationale(word).ok_or(cursor.at())?;
            clauses.rationale = Some(Spanned { value, span });
        }
    }
    Ok(())
}

fn confidence(word: &str) -> Option<Confidence> {
    Some(match word {
        "low" => Confidence::Low,
        "medium" => Confidence::Medium,
        "high" => Confidence::High,
        _ => Confidence::Percent(word.strip_suffix('%')?.parse().ok()?),
    })
}
