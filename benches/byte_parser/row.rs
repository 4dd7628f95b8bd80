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
        more_targets: more_targets.into(),
        clauses: Clauses::default(),
        note: None,
    };
    loop {
        cursor.blanks();
        match cursor.peek() {
            b'"' => row.note = Some(cursor.string()?),
            b'a'..=b'z' => clause(cursor, &mut row.clauses)?,
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
    let mut or = Vec::new();
    let mut whole = span;
    while cursor.peek() == b'|' {
        cursor.piece(1);
        let Spanned { value, span } = one_of(cursor, self::word)?;
        or.push(value);
        whole = whole.to(span);
    }
    Ok(Relation {
        word,
        or: or.into(),
        span: whole,
    })
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
    let (word, _) = cursor.bare();
    match word {
        "strength" => clauses.strength = Some(one_of(cursor, |digits| digits.parse().ok())?.value),
        "confidence" => clauses.confidence = Some(one_of(cursor, confidence)?.value),
        "status" => clauses.status = Some(one_of(cursor, status)?.value),
        "reviewer" => {
            let rare = clauses.rare.get_or_insert_default();
            rare.reviewer = Some(cursor.attribution()?);
        }
        _ => clauses.rationale = Some(rationale(word).ok_or(cursor.at())?),
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
