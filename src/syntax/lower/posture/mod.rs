//! Posture: the words of each of its constructs, and what their headers and blocks have in common.

mod amounts;
mod assessed;
mod assessment;
mod audience;
mod defaults;
mod escalation;
mod evidence;
mod mistakes;
mod names;
mod organization;
mod risk;
mod roadmap;
mod technology;

pub use amounts::{A_DURATION, AN_EFFORT, MOST_DAYS};
pub use names::{A_ROLE, A_TECHNOLOGY};

use crate::ast::posture::{Heading, Supports};
use crate::ast::{Duration, Name, Spanned};
use crate::lower::Lower;
use crate::lower::value::Value;
use crate::lower::values::Values;
use crate::lower::words::{Block, Often};
use crate::tree::{Construct, Entry};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::MISSING_CLAUSE;

/// A construct of which nothing stands in the block but its words, one per line.
pub trait Member<'s>: Block<'s> + Default {
    /// What its name is, as a message says it.
    const NAME: &'static str;

    /// Its header.
    fn head(&mut self) -> &mut Heading<'s>;
}

impl<'s> Value<'s, Vec<Supports<'s>>> {
    const SUPPORTS: Self = Self::new(
        "controls, and perhaps `example-of`, `integral-to` or `precedes`, as in `DE.AE.a, DE.CM.a integral-to`",
        Lower::supports,
    );
}

impl Value<'_, Spanned<Duration>> {
    const WITHIN: Self = Self::new(
        "`within` and a duration, as in `within 4h`",
        |lower, values| lower.duration_behind(values, "within"),
    );
}

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

    /// `keyword NAME "title" [for ORGANIZATION] { … }`
    pub fn member<N: Member<'s>>(&mut self, construct: Construct<'s>) -> Option<N> {
        let head = self.member_heading(&construct, N::NAME)?;
        Some(self.described(head, construct.block))
    }

    /// What a header and the words of its block describe.
    fn described<N: Member<'s>>(&mut self, head: Heading<'s>, block: Vec<Entry<'s>>) -> N {
        let mut node = N::default();
        let others = self.properties(&mut node, head.name, block);
        *node.head() = head;
        let help = format!("{} contains properties, one per line", N::OF);
        self.all_misplaced(&others, N::OF, &help);
        node
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
    fn properties<N: Block<'s>>(
        &mut self,
        node: &mut N,
        name: Name<'s>,
        block: Vec<Entry<'s>>,
    ) -> Vec<Entry<'s>> {
        let mut seen = Vec::new();
        let mut others = Vec::new();
        for entry in block {
            match entry {
                Entry::Property(property) => self.property(node, &mut seen, &property),
                entry => others.push(entry),
            }
        }
        for word in N::WORDS {
            if let Often::Needed(example) = word.often
                && !seen.iter().any(|(other, _)| *other == word.word)
            {
                self.missing_clause(name, N::OF, word.word, example);
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
    fn supports(&mut self, values: &mut Values<'_, 's>) -> Option<Vec<Supports<'s>>> {
        let controls = self.list(values, Self::reference_value);
        let property = match values.peek() {
            Some(atom) if atom.is_word() => self.chosen(values),
            _ => None,
        };
        let supports = |control| Supports {
            control,
            property: property.map(|property| property.value),
        };
        Some(controls.into_iter().map(supports).collect())
    }

    /// Names, each of which is what a message says.
    fn names(&mut self, values: &mut Values<'_, 's>, expected: &str) -> Option<Vec<Name<'s>>> {
        Some(self.list(values, |lower, values| lower.named(values, expected)))
    }
}
