//! From pest's pairs to the tree.

use std::borrow::Cow;

use pest::Parser;
use pest::iterators::{Pair, Pairs};

use super::{Atom, Construct, Control, Doc, Entry, Property, Row, Sign};
use crate::grammar::{Grammar, Rule};
use xwalk_source::Span;

/// The entries of a run, which begins `base` bytes into the file; or the offset at which it makes no sense.
pub fn run(text: &str, base: usize) -> Result<Vec<Entry<'_>>, usize> {
    let pairs = parse(Rule::run, text, base)?;
    Ok(Build { base }.entries(pairs))
}

/// The head of an entry whose block is read apart; or the offset at which it makes no sense.
pub fn head(text: &str, base: usize) -> Result<Option<Entry<'_>>, usize> {
    let pairs = parse(Rule::head, text, base)?;
    Ok(Build { base }.entries(pairs).into_iter().next())
}

fn parse(rule: Rule, text: &str, base: usize) -> Result<Pairs<'_, Rule>, usize> {
    let mut pairs = Grammar::parse(rule, text).map_err(|error| match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => {
            base + at
        }
    })?;
    Ok(pairs.next().map_or(pairs, Pair::into_inner))
}

struct Build {
    /// How far into the file the text begins.
    base: usize,
}

impl Build {
    fn entries<'s>(&self, pairs: Pairs<'s, Rule>) -> Vec<Entry<'s>> {
        let mut entries = Vec::with_capacity(pairs.len());
        let mut doc = None;
        for pair in pairs {
            match pair.as_rule() {
                Rule::doc => add_line(&mut doc, pair.as_str()),
                Rule::named | Rule::named_head => entries.extend(self.named(pair, doc.take())),
                Rule::marked | Rule::marked_head => entries.extend(self.marked(pair, doc.take())),
                _ => {}
            }
        }
        entries
    }

    fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        // Blanks behind the last atom are read with it, and belong to nothing.
        let start = self.base + span.start();
        Span::new(start, start + span.as_str().trim_end().len())
    }

    /// The atoms of an entry, and the entries of its block.
    fn parts<'s>(&self, pair: Pair<'s, Rule>) -> (Vec<Atom<'s>>, Option<Vec<Entry<'s>>>) {
        let pairs = pair.into_inner();
        let mut atoms = Vec::with_capacity(pairs.len());
        let mut block = None;
        for pair in pairs {
            match sign(pair.as_rule()) {
                Some(sign) => {
                    let start =
                        u32::try_from(self.base + pair.as_span().start()).unwrap_or(u32::MAX);
                    atoms.push(Atom {
                        sign,
                        start,
                        text: pair.as_str(),
                    });
                }
                None if pair.as_rule() == Rule::block => {
                    block = Some(self.entries(pair.into_inner()));
                }
                None => {}
            }
        }
        (atoms, block)
    }

    fn named<'s>(&self, pair: Pair<'s, Rule>, doc: Doc<'s>) -> Option<Entry<'s>> {
        let span = self.span(&pair);
        let opens = pair.as_rule() == Rule::named_head;
        let (mut atoms, block) = self.parts(pair);
        if atoms.get(1).is_some_and(|atom| atom.sign == Sign::Arrow) {
            return Some(Entry::Row(Row {
                span,
                atoms,
                relation: 1,
                block,
            }));
        }
        let word = *atoms.first()?;
        atoms.remove(0);
        Some(match block {
            None if !opens => Entry::Property(Property {
                span,
                word,
                values: atoms,
            }),
            block => Entry::Construct(Construct {
                span,
                doc,
                word,
                values: atoms,
                block: block.unwrap_or_default(),
                lost: false,
            }),
        })
    }

    fn marked<'s>(&self, pair: Pair<'s, Rule>, doc: Doc<'s>) -> Option<Entry<'s>> {
        let span = self.span(&pair);
        let opens = pair.as_rule() == Rule::marked_head;
        let (mut atoms, block) = self.parts(pair);
        let relation = atoms.iter().position(|atom| atom.sign == Sign::Relation);
        let id = *atoms.first()?;
        let alone =
            id.sign != Sign::Star && atoms.get(1).is_none_or(|atom| atom.sign != Sign::Plus);
        if relation.is_none() && alone {
            atoms.remove(0);
            let span = atoms
                .last()
                .map_or(id.span(), |last| id.span().to(last.span()));
            return Some(Entry::Control(Control {
                span,
                doc,
                id,
                values: atoms,
                block: block.unwrap_or_default(),
            }));
        }
        let relation = relation.unwrap_or(atoms.len());
        let block = if opens { Some(Vec::new()) } else { block };
        Some(Entry::Row(Row {
            span,
            atoms,
            relation,
            block,
        }))
    }
}

/// What a rule looks like, if it is that of an atom.
pub fn sign(rule: Rule) -> Option<Sign> {
    Some(match rule {
        Rule::bare | Rule::word => Sign::Bare,
        Rule::relation => Sign::Relation,
        Rule::quoted => Sign::Quoted,
        Rule::line_text => Sign::Text,
        Rule::long_text => Sign::LongText,
        Rule::tag => Sign::Tag,
        Rule::comma => Sign::Comma,
        Rule::plus => Sign::Plus,
        Rule::arrow => Sign::Arrow,
        Rule::star => Sign::Star,
        Rule::compare => Sign::Compare,
        _ => return None,
    })
}

/// Adds a line of a doc comment, without its slashes and the space behind them.
fn add_line<'s>(doc: &mut Doc<'s>, line: &'s str) {
    let line = line.strip_prefix("///").unwrap_or(line);
    let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
    match doc {
        None => *doc = Some(Cow::Borrowed(line)),
        Some(text) => {
            let text = text.to_mut();
            text.push('\n');
            text.push_str(line);
        }
    }
}
