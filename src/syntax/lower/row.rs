//! Rows: source, relation, targets.

use super::Lower;
use super::clauses::Behind;
use super::message::shortened;
use super::property::Seen;
use super::values::Values;
use super::words::Block;
use crate::ast::{Clauses, Relation, Row, Side};
use crate::explain::{all_relations, meant_relation};
use crate::tree::{self, Atom, Sign};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::syntax::{
    MISSING_RELATION, MISSING_TARGET, SWALLOWED_ROW, UNKNOWN_RELATION,
};
use xwalk_diagnostic::codes::vocabulary::{STAR_NOT_ALLOWED, UNREASONABLE_RELATION};
use xwalk_relation::{Label, Word};
use xwalk_source::Span;

/// What a row of a mapping claims. One of which something is not understood claims nothing: that may have been a
/// condition.
pub fn row<'s>(lower: &mut Lower<'s>, row: &tree::Row<'s>) -> Option<Row<'s>> {
    let mark = lower.mark();
    let made = claims(lower, row);
    made.filter(|_| !lower.has_erred(mark))
}

fn claims<'s>(lower: &mut Lower<'s>, row: &tree::Row<'s>) -> Option<Row<'s>> {
    let source = lower.source_side(row)?;
    let relation = lower.relation(row);
    let of = row.atoms.get(row.relation).copied()?;
    let mut values = Values::new(of, row.rest());
    if relation.is_none() {
        lower.skip_words(&mut values);
    }
    let targets = lower.targets(&mut values);
    let (Some(relation), Some((target, more_targets, comma))) = (relation, targets) else {
        // The row claims nothing that can be kept; what is wrong with its clauses is reported with the rest.
        if lower.at_clause(&values) {
            lower.clauses(&mut values, &mut Behind::default(), &mut Seen::new());
        }
        return None;
    };
    lower.check_sides(
        &relation,
        std::iter::once(&source)
            .chain(std::iter::once(&target))
            .chain(&more_targets),
    )?;
    let mut made = Row {
        span: row.span,
        source,
        relation,
        target,
        more_targets: more_targets.into(),
        clauses: Clauses::default(),
        note: None,
    };
    let swallowed = |atom: &Atom<'s>| atom.is_word() && Word::parse(atom.text).is_some();
    if let Some(word) = values.peek().filter(swallowed) {
        lower.second_relation(&mut made, &word, comma);
    } else {
        let (mut behind, mut seen) = (Behind::default(), Seen::new());
        lower.clauses(&mut values, &mut behind, &mut seen);
        lower.clause_block(row.block.iter().flatten(), &mut behind, &mut seen);
        made.clauses = behind.clauses;
        made.note = behind.note;
    }
    Some(made)
}

impl<'s> Lower<'s> {
    fn source_side(&mut self, row: &tree::Row<'s>) -> Option<Side<'s>> {
        let first = *row.atoms.first()?;
        let mut values = Values::new(first, row.source());
        let side = self.side(&mut values);
        if row.relation >= row.atoms.len() {
            let last = row.atoms.last().map_or(row.span, |atom| atom.span());
            self.missing_relation(last);
            return None;
        }
        side
    }

    /// Says that a row has no relation.
    pub fn missing_relation(&mut self, place: Span) {
        let message = "the row has no relation";
        let help = "write what the source is to the target, as in `PR.AA-05 equal A.5.15`";
        self.report(Diagnostic::new(MISSING_RELATION, self.place(place), message).help(help));
    }

    /// One end of a row.
    fn side(&mut self, values: &mut Values<'_, 's>) -> Option<Side<'s>> {
        let first = values.next()?;
        if values.peek().is_none_or(|atom| atom.sign != Sign::Plus) {
            return match first.sign {
                Sign::Star => Some(Side::Everything(first.span())),
                _ => self.reference(&first).map(Side::Control),
            };
        }
        let mut parts = Vec::with_capacity(2);
        let mut whole = true;
        let mut next = Some(first);
        while let Some(atom) = next {
            if atom.sign == Sign::Star {
                let message = "`*` cannot be part of a union";
                let help = "`*` means the whole other framework and is written alone";
                self.report(
                    Diagnostic::new(STAR_NOT_ALLOWED, self.place(atom.span()), message).help(help),
                );
                return None;
            }
            let part = self.reference(&atom);
            whole &= part.is_some();
            parts.extend(part);
            next = values.sign(Sign::Plus).and_then(|_| self.end(values));
        }
        (whole && parts.len() > 1).then_some(Side::Union(parts))
    }

    /// The next control of a row; says so where there is none.
    fn end(&mut self, values: &mut Values<'_, 's>) -> Option<Atom<'s>> {
        let end = |atom: &Atom<'s>| {
            matches!(atom.sign, Sign::Bare | Sign::Quoted | Sign::Star) && !atom.is_word()
        };
        let found = values.next_if(end);
        if found.is_none() {
            let last = values.last();
            let behind = self.text.get(last.range()).unwrap_or_default();
            let message = match behind {
                "," | "+" => format!("nothing that could be a control follows the `{behind}`"),
                _ => "the row has no target".to_owned(),
            };
            let help = match behind {
                "," | "+" => format!("remove the `{behind}`, or write a control identifier such as `A.5.15` after it"),
                _ => "write the control it relates to; `*`, with `no-relationship`, means the whole other framework".to_owned(),
            };
            self.report(Diagnostic::new(MISSING_TARGET, self.place(last), message).help(help));
        }
        found
    }

    /// The targets, and the last comma between them.
    fn targets(
        &mut self,
        values: &mut Values<'_, 's>,
    ) -> Option<(Side<'s>, Vec<Side<'s>>, Option<Span>)> {
        let mut sides = Vec::new();
        let mut whole = true;
        let mut comma = None;
        let mut first = None;
        loop {
            let target = |atom: &Atom<'s>| {
                matches!(atom.sign, Sign::Bare | Sign::Quoted | Sign::Star) && !atom.is_word()
            };
            let side = if values.peek().is_some_and(|atom| target(&atom)) {
                self.side(values)
            } else {
                self.end(values);
                None
            };
            whole &= side.is_some();
            match (first.is_some(), side) {
                (false, side) => first = side,
                (true, side) => sides.extend(side),
            }
            match values.sign(Sign::Comma) {
                Some(atom) => comma = Some(atom.span()),
                None => break,
            }
        }
        sides.shrink_to_fit();
        first.filter(|_| whole).map(|first| (first, sides, comma))
    }

    /// The relation of a row.
    fn relation(&mut self, row: &tree::Row<'s>) -> Option<Relation> {
        let atom = row.atoms.get(row.relation)?;
        if let Some(end) = row.rest().iter().take_while(|atom| atom.is_word()).last() {
            // In no row does a word follow the relation: it is written as one would say it.
            let span = atom.span().to(end.span());
            let text = self.text.get(span.range()).unwrap_or(atom.text);
            self.unknown_relation(text, span);
            return None;
        }
        if let Some(word) = Word::parse(atom.text) {
            return Some(Relation {
                word,
                or: Box::default(),
                span: atom.span(),
            });
        }
        let mut words = Vec::new();
        let mut at = atom.start as usize;
        for written in atom.text.split('|') {
            let text = written.trim();
            let start = at + (written.len() - written.trim_start().len());
            at += written.len() + 1;
            match Word::parse(text) {
                Some(word) => words.push(word),
                None => {
                    self.unknown_relation(text, Span::new(start, start + text.len()));
                    return None;
                }
            }
        }
        let (word, or) = words.split_first()?;
        let relation = Relation {
            word: *word,
            or: or.into(),
            span: atom.span(),
        };
        let label = words
            .iter()
            .fold(Label::NONE, |label, word| label.or(word.label()));
        let supportive = words.iter().any(|word| word.is_supportive());
        if supportive && !words.iter().all(|word| word.is_supportive()) {
            let message = format!("`{}` mixes relations of two styles", shortened(atom.text));
            let help = "`supports`, `supported-by` and the like belong to the style `supportive`, the others to `set-theory`: choose one";
            self.report(
                Diagnostic::new(UNREASONABLE_RELATION, self.place(atom.span()), message).help(help),
            );
            return None;
        }
        if let Some(alone) = words
            .iter()
            .find(|word| matches!(word, Word::Overlaps | Word::RelatedTo))
        {
            self.alone(*alone, &relation, atom.text);
            return None;
        }
        if supportive || label.atoms().is_none() || label == Label::ANY {
            self.unreasonable(&relation, atom.text);
            return None;
        }
        Some(relation)
    }

    /// Says that there is no such relation.
    pub fn unknown_relation(&mut self, text: &str, span: Span) {
        let message = format!("there is no relation `{}`", shortened(text));
        let near = meant_relation(text);
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the relations are {}", all_relations()),
        };
        self.report(Diagnostic::new(UNKNOWN_RELATION, self.place(span), message).help(help));
    }

    /// Skips the words of a relation that is written in several.
    fn skip_words(&self, values: &mut Values<'_, 's>) {
        while values.next_if(Atom::is_word).is_some() {}
    }

    fn at_clause(&self, values: &Values<'_, 's>) -> bool {
        values.peek().is_some_and(|atom| Behind::knows(atom.text))
    }

    fn unreasonable(&mut self, relation: &Relation, text: &str) {
        let message = format!("`{}` cannot be reasoned about exactly", shortened(text));
        let combinations: Vec<String> = combinations().map(|label| format!("`{label}`")).collect();
        let help = format!("these combinations can: {}", combinations.join(", "));
        let place = self.place(relation.span);
        self.report(Diagnostic::new(UNREASONABLE_RELATION, place, message).help(help));
    }

    /// A word that takes no other beside it: either it says already that several are possible, or nothing about sets.
    fn alone(&mut self, word: Word, relation: &Relation, text: &str) {
        let message = format!(
            "`{}` goes with no other relation: `{}`",
            word.word(),
            shortened(text)
        );
        let help = match word {
            Word::Overlaps => {
                "`overlaps` says already that the two share something in one way or another: write it alone, or only the relations that are possible"
            }
            _ => {
                "`related-to` says that there is a relationship, and nothing about sets: write it alone, or only the relations that are possible"
            }
        };
        let place = self.place(relation.span);
        self.report(Diagnostic::new(UNREASONABLE_RELATION, place, message).help(help));
    }

    /// A second relation in one row: most often a comma at the end of a line has swallowed the next row.
    fn second_relation(&mut self, row: &mut Row<'s>, word: &Atom<'s>, comma: Option<Span>) {
        let swallowed = comma.filter(|comma| {
            let between = self.text.get(comma.end as usize..word.start as usize);
            between.is_some_and(|between| between.contains('\n'))
        });
        let diagnostic = match swallowed {
            Some(comma) => {
                let mut targets = std::mem::take(&mut row.more_targets).into_vec();
                targets.pop();
                row.more_targets = targets.into();
                Diagnostic::new(
                    SWALLOWED_ROW,
                    self.place(comma),
                    "this comma makes the next row part of this one",
                )
                .also(self.place(word.span()), "the next row's relation")
                .help("remove the comma")
            }
            None => {
                let message = format!("`{}` is a second relation in one row", word.text);
                Diagnostic::new(SWALLOWED_ROW, self.place(word.span()), message)
                    .also(self.place(row.relation.span), "the first one")
                    .help("begin a new line for another claim")
            }
        };
        self.report(diagnostic);
    }
}

/// The combinations of several relations that can be reasoned about exactly.
fn combinations() -> impl Iterator<Item = Label> {
    Label::SAYABLE.into_iter().filter(|label| {
        label.relations().count() > 1 && *label != Label::ANY && *label != Label::OVERLAPS
    })
}
