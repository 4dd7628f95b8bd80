//! Posture: the words of each of its constructs, and what their headers and blocks have in common.

mod amounts;
mod assessed;
mod assessment;
mod audience;
mod construct;
mod evidence;
mod mistakes;
mod organization;
mod risk;
mod roadmap;
mod technology;

pub use amounts::MOST_DAYS;
pub use construct::{POSTURE, posture};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::posture::MISSING_CLAUSE;
use crate::source::Span;
use crate::syntax::ast::Name;
use crate::syntax::ast::posture::{Heading, Supports};
use crate::syntax::lower::Lower;
use crate::syntax::lower::clauses::PROPERTIES;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::lower::values::Values;
use crate::syntax::tree::{Construct, Entry, Property};

/// A word of a block without which its construct says nothing, and how it is written.
type Required = (&'static str, &'static str);

/// What a name of each kind is, as a message says it.
const A_ROLE: &str = "the name of a role such as `ciso`";
const A_TECHNOLOGY: &str = "the name of a technology such as `siem`";

impl<'s> Lower<'s> {
    /// `NAME "title"`
    fn heading(
        &mut self,
        construct: &Construct<'s>,
        values: &mut Values<'_, 's>,
        example: &str,
    ) -> Option<Heading<'s>> {
        self.missing_name(construct, values, example)?;
        let name = self.named(values, example)?;
        let title = self.title(values);
        Some(Heading {
            span: construct.span,
            doc: construct.doc.clone(),
            name,
            title,
            of: None,
        })
    }

    /// `NAME "title" [for ORGANIZATION]`, and nothing else.
    fn member_heading(&mut self, construct: &Construct<'s>, example: &str) -> Option<Heading<'s>> {
        let mut values = Values::new(construct.word, &construct.values);
        let mut head = self.heading(construct, &mut values, example)?;
        head.of = self.organization_of(&mut values);
        self.finish(&values);
        Some(head)
    }

    /// `for ORGANIZATION`
    fn organization_of(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        let word = values.word("for")?;
        values.of = word;
        self.named(values, "the name of an organization such as `acme-health`")
    }

    /// Reads the properties of a block, and hands back its other entries. Where a word is missing without which the
    /// construct says nothing, that is reported.
    fn properties(
        &mut self,
        words: &Vocabulary,
        required: &[Required],
        head: &Heading<'s>,
        block: Vec<Entry<'s>>,
        mut each: impl FnMut(&mut Self, &Property<'s>, &mut Values<'_, 's>),
    ) -> Vec<Entry<'s>> {
        let mut seen: Vec<(&'s str, Span)> = Vec::new();
        let mut others = Vec::new();
        for entry in block {
            let Entry::Property(property) = entry else {
                others.push(entry);
                continue;
            };
            if self.admits(words, &mut seen, &property) {
                let mut values = Values::new(property.word, &property.values);
                each(self, &property, &mut values);
                self.finish(&values);
            }
        }
        for (word, example) in required {
            if !seen.iter().any(|(other, _)| other == word) {
                self.missing_clause(head.name, words.of, word, example);
            }
        }
        others
    }

    /// Says that a construct lacks a word without which it says nothing.
    fn missing_clause(&mut self, name: Name<'s>, kind: &str, word: &str, example: &str) {
        let kind = kind.split_once(' ').map_or(kind, |(_, kind)| kind);
        let message = format!("the {kind} `{}` has no `{word}`", name.value);
        let help = format!("write it into the block, as in `{example}`");
        self.report(Diagnostic::new(MISSING_CLAUSE, self.place(name.span), message).help(help));
    }

    /// Says of each entry that it has no place here.
    fn all_misplaced(&mut self, entries: &[Entry<'s>], within: &str, help: &str) {
        for entry in entries {
            self.misplaced(entry, within, help);
        }
    }

    /// `DE.AE.a, DE.CM.a [integral-to]`: the word holds for all of them.
    fn supports(&mut self, values: &mut Values<'_, 's>) -> Vec<Supports<'s>> {
        let controls = self.list(values, Self::reference_value);
        let property = match values.peek() {
            Some(atom) if atom.is_word() => self.choice(values, &PROPERTIES),
            _ => None,
        };
        controls
            .into_iter()
            .map(|control| Supports {
                control,
                property: property.map(|property| property.value),
            })
            .collect()
    }

    /// Names of roles.
    fn roles(&mut self, values: &mut Values<'_, 's>) -> Vec<Name<'s>> {
        self.list(values, |lower, values| lower.named(values, A_ROLE))
    }

    /// The name of a role.
    pub fn role_value(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        self.named(values, A_ROLE)
    }
}
