//! The constructs at the top level of a file, and what their headers have in common.

use super::Lower;
use super::posture::{POSTURE, posture};
use super::values::{Values, shortened};
use crate::diagnostic::codes::syntax::{
    MISSING_BLOCK, MISSING_HEADER_PART, MISSING_NAME, MISSPELT_CONSTRUCT, UNKNOWN_CONSTRUCT,
};
use crate::diagnostic::{Diagnostic, nearest};
use crate::syntax::ast::{Item, Name, Row, Text};
use crate::syntax::explain;
use crate::syntax::tree::{Atom, Construct, Entry, Sign};

/// The constructs of the language.
pub const CONSTRUCTS: [&str; 15] = {
    let [a, b, c, d, e, f, g, h, i, j, k] = POSTURE;
    [
        "framework",
        "overlay",
        "mapping",
        "policy",
        a,
        b,
        c,
        d,
        e,
        f,
        g,
        h,
        i,
        j,
        k,
    ]
};

/// What an entry at the top level of a file says. The rows of a mapping have been lowered before.
pub fn construct<'s>(
    lower: &mut Lower<'s>,
    entry: Entry<'s>,
    rows: Vec<Row<'s>>,
) -> Option<Item<'s>> {
    match entry {
        Entry::Construct(construct) => match construct.word.text {
            "framework" => lower.framework(construct).map(Item::Framework),
            "overlay" => lower.overlay(construct).map(Item::Overlay),
            "mapping" => lower.mapping(construct, rows).map(Item::Mapping),
            "policy" => lower.policy(construct).map(Item::Policy),
            word if POSTURE.contains(&word) => posture(lower, construct).map(Item::Posture),
            _ => {
                lower.unknown_construct(&construct.word);
                None
            }
        },
        Entry::Property(property) if CONSTRUCTS.contains(&property.word.text) => {
            let behind = lower
                .text
                .get(property.span.end as usize..)
                .unwrap_or_default();
            if behind.trim_start().starts_with('{') {
                // The brace on the next line has been complained of.
                return None;
            }
            let word = property.word.text;
            let message = format!("the {word} has no block");
            let place = lower.place(property.span);
            let help = "end the line with `{` and close the block with `}`, perhaps `{}`; what stands below it is read then";
            lower.report(Diagnostic::new(MISSING_BLOCK, place, message).help(help));
            None
        }
        Entry::Property(property) if nearest(property.word.text, CONSTRUCTS).is_some() => {
            lower.unknown_construct(&property.word);
            None
        }
        Entry::Row(row) if capital_construct(&row.atoms).is_some() => {
            capital_construct(&row.atoms).inspect(|word| lower.unknown_construct(word));
            None
        }
        entry => {
            let help = "a file holds frameworks, mappings, policies and the like; put it into the block it belongs to";
            lower.misplaced(&entry, "a file by itself", help);
            None
        }
    }
}

/// The first word, if it is a construct but for its capital letters.
fn capital_construct<'s>(atoms: &[Atom<'s>]) -> Option<Atom<'s>> {
    let first = atoms.first()?;
    CONSTRUCTS
        .contains(&first.text.to_lowercase().as_str())
        .then_some(*first)
}

impl<'s> Lower<'s> {
    fn unknown_construct(&mut self, word: &Atom<'s>) {
        let message = format!("there is no construct `{}`", word.text);
        let place = self.place(word.span());
        let diagnostic = match nearest(word.text, CONSTRUCTS) {
            Some(near) => Diagnostic::new(MISSPELT_CONSTRUCT, place, message)
                .help(format!("did you mean `{near}`? Nothing in its block has been read")),
            None => Diagnostic::new(UNKNOWN_CONSTRUCT, place, message)
                .help("perhaps it was written for a newer xwalk; it is skipped and everything else stands"),
        };
        self.report(diagnostic);
    }

    /// The name in a header.
    pub fn header_name(
        &mut self,
        construct: &Construct<'s>,
        values: &mut Values<'_, 's>,
    ) -> Option<Name<'s>> {
        self.missing_name(construct, values, "a name such as `csf2-iso`")?;
        self.name_value(values)
    }

    /// Says so, and answers `None`, where a header does not begin with a name.
    pub fn missing_name(
        &mut self,
        construct: &Construct<'s>,
        values: &Values<'_, 's>,
        expected: &str,
    ) -> Option<()> {
        let header_word = ["from", "to", "of", "for"];
        let named = values
            .peek()
            .is_some_and(|atom| atom.sign == Sign::Bare && !header_word.contains(&atom.text));
        if named {
            return Some(());
        }
        let word = construct.word;
        let message = format!("the {} has no name", word.text);
        let help = format!("write {expected} behind `{}`", word.text);
        self.report(Diagnostic::new(MISSING_NAME, self.place(word.span()), message).help(help));
        None
    }

    /// The title in a header, which may be left out.
    pub fn title(&mut self, values: &mut Values<'_, 's>) -> Option<Text<'s>> {
        if let Some(atom) = values.next_if(Atom::is_text) {
            return Some(self.text_of(&atom));
        }
        let atom = values.peek()?;
        let diagnostic = explain::curly_quotes(self.place(atom.span()), &shortened(atom.text))?;
        self.report(diagnostic);
        // The title goes on up to the word that says what the construct speaks of.
        let header_word = ["from", "to", "of", "for"];
        while values
            .next_if(|atom| !header_word.contains(&atom.text))
            .is_some()
        {}
        None
    }

    /// Says that a header lacks a part.
    pub fn missing_part(&mut self, construct: &Construct<'s>, part: &str, example: &str) {
        let message = format!("the {} does not say `{part}`", construct.word.text);
        let header = construct
            .values
            .last()
            .map_or(construct.word.span(), |last| {
                construct.word.span().to(last.span())
            });
        let help = format!("write {example}");
        self.report(Diagnostic::new(MISSING_HEADER_PART, self.place(header), message).help(help));
    }
}
