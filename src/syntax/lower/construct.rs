//! The constructs at the top level of a file, and what their headers have in common.

use super::Lower;
use super::clauses::Behind;
use super::message::shortened;
use super::reference::{Words, of};
use super::values::Values;
use crate::ast::{Control, Framework, Item, Mapping, Name, Overlay, Policy, Row, Text, posture};
use crate::explain;
use crate::tree::{Atom, Construct, Entry, Sign};
use xwalk_diagnostic::codes::syntax::{
    MISSING_BLOCK, MISSING_HEADER_PART, MISSING_NAME, MISSPELT_CONSTRUCT, UNKNOWN_CONSTRUCT,
};
use xwalk_diagnostic::{Diagnostic, nearest};

/// How a construct of posture is lowered.
macro_rules! posture {
    ($kind:ident, $lower:expr) => {
        |lower, construct, _| {
            let made = $lower(lower, construct)?;
            Some(Item::Posture(posture::Item::$kind(Box::new(made))))
        }
    };
}

/// A construct of the language.
pub struct Kind {
    /// The word that begins it.
    pub word: &'static str,
    /// How it is written, up to its block.
    pub header: &'static str,
    /// What it describes, in one line.
    pub meaning: &'static str,
    /// The words of its block, and of what stands in that.
    pub blocks: &'static [fn() -> Words],
    /// What it says. The rows of a mapping have been lowered before.
    lower: for<'s> fn(&mut Lower<'s>, Construct<'s>, Vec<Row<'s>>) -> Option<Item<'s>>,
}

/// The constructs, in the order of the reference page.
pub static CONSTRUCTS: [Kind; 15] = [
    Kind {
        word: "framework",
        header: "framework NAME@EDITION \"title\"",
        meaning: "A catalog of controls, nested as the braces nest them.",
        blocks: &[of::<Framework>, of::<Control>],
        lower: |lower, construct, _| lower.framework(construct).map(Item::Framework),
    },
    Kind {
        word: "overlay",
        header: "overlay NAME \"title\" of FRAMEWORK",
        meaning: "Titles and texts for the controls of a framework: licensed wording, or another language.",
        blocks: &[of::<Overlay>],
        lower: |lower, construct, _| lower.overlay(construct).map(Item::Overlay),
    },
    Kind {
        word: "mapping",
        header: "mapping NAME \"title\" from FRAMEWORK to FRAMEWORK",
        meaning: "The correspondences between two frameworks, one claim per row: `SOURCE RELATION TARGET, … clauses \"note\"`.",
        blocks: &[of::<Mapping>, of::<Behind>],
        lower: |lower, construct, rows| lower.mapping(construct, rows).map(Item::Mapping),
    },
    Kind {
        word: "policy",
        header: "policy NAME \"title\" [for MAPPING, …]",
        meaning: "What mappings must satisfy for `check` to pass.",
        blocks: &[of::<Policy>],
        lower: |lower, construct, _| lower.policy(construct).map(Item::Policy),
    },
    Kind {
        word: "organization",
        header: "organization NAME \"title\"",
        meaning: "The organization that is assessed.",
        blocks: &[of::<posture::Organization>],
        lower: posture!(Organization, Lower::organization),
    },
    Kind {
        word: "role",
        header: "role NAME \"title\" [for ORGANIZATION]",
        meaning: "A role that answers for something.",
        blocks: &[of::<posture::Role>],
        lower: posture!(Role, Lower::member),
    },
    Kind {
        word: "committee",
        header: "committee NAME \"title\" [for ORGANIZATION]",
        meaning: "Roles that meet.",
        blocks: &[of::<posture::Committee>],
        lower: posture!(Committee, Lower::member),
    },
    Kind {
        word: "escalation",
        header: "escalation NAME \"title\" [for ORGANIZATION]",
        meaning: "Who informs whom, and how soon: steps such as `soc -> ciso within 1h`, one per line.",
        blocks: &[],
        lower: posture!(Escalation, Lower::escalation),
    },
    Kind {
        word: "risk",
        header: "risk NAME \"title\" [for ORGANIZATION]",
        meaning: "An entry of the risk register.",
        blocks: &[of::<posture::Risk>],
        lower: posture!(Risk, Lower::member),
    },
    Kind {
        word: "technology",
        header: "technology NAME \"title\" [for ORGANIZATION]",
        meaning: "A technology that supports controls.",
        blocks: &[of::<posture::Technology>],
        lower: posture!(Technology, Lower::member),
    },
    Kind {
        word: "playbook",
        header: "playbook NAME \"title\" [for ORGANIZATION]",
        meaning: "What is done when something happens.",
        blocks: &[of::<posture::Playbook>],
        lower: posture!(Playbook, Lower::member),
    },
    Kind {
        word: "evidence",
        header: "evidence NAME \"title\" [for ORGANIZATION]",
        meaning: "A file that shows where controls stand, with the requirements that it must meet.",
        blocks: &[of::<posture::Evidence>],
        lower: posture!(Evidence, Lower::member),
    },
    Kind {
        word: "assessment",
        header: "assessment NAME \"title\" of FRAMEWORK [for ORGANIZATION]",
        meaning: "Where each control stands, one per row, as in `PR.AC.a tier 2 -> 4 clauses \"note\"`.",
        blocks: &[
            of::<posture::Assessment>,
            of::<posture::Assessed>,
            of::<posture::Defaults>,
        ],
        lower: posture!(Assessment, Lower::assessment),
    },
    Kind {
        word: "roadmap",
        header: "roadmap NAME \"title\" for ASSESSMENT",
        meaning: "How the targets of an assessment are reached: `phase NAME \"title\" { … }`, and in each `initiative NAME \"title\" { … }`.",
        blocks: &[of::<posture::Initiative>],
        lower: posture!(Roadmap, Lower::roadmap),
    },
    Kind {
        word: "audience",
        header: "audience NAME \"title\" [for ORGANIZATION]",
        meaning: "An audience to which the posture is shown.",
        blocks: &[of::<posture::Audience>],
        lower: posture!(Audience, Lower::member),
    },
];

/// The construct that a word begins.
pub fn kind(word: &str) -> Option<&'static Kind> {
    CONSTRUCTS.iter().find(|kind| kind.word == word)
}

/// The words that begin a construct.
pub fn keywords() -> impl Iterator<Item = &'static str> {
    CONSTRUCTS.iter().map(|kind| kind.word)
}

/// What an entry at the top level of a file says. The rows of a mapping have been lowered before.
pub fn construct<'s>(
    lower: &mut Lower<'s>,
    entry: Entry<'s>,
    rows: Vec<Row<'s>>,
) -> Option<Item<'s>> {
    match entry {
        Entry::Construct(construct) => match kind(construct.word.text) {
            Some(kind) => (kind.lower)(lower, construct, rows),
            None => {
                lower.unknown_construct(&construct.word);
                None
            }
        },
        Entry::Property(property) if kind(property.word.text).is_some() => {
            let word = property.word.text;
            let message = format!("the {word} has no block");
            let place = lower.place(property.span);
            let behind = lower.text.get(property.span.end as usize..);
            let help = if behind.is_some_and(|behind| behind.trim_start().starts_with('{')) {
                "put the `{` of the next line at the end of this one; then what is below it is read"
            } else {
                "end the line with `{` and close the block with `}`, perhaps `{}`; then what is below it is read"
            };
            lower.report(Diagnostic::new(MISSING_BLOCK, place, message).help(help));
            None
        }
        Entry::Property(property) if nearest(property.word.text, keywords()).is_some() => {
            lower.unknown_construct(&property.word);
            None
        }
        Entry::Row(row) if capital_construct(&row.atoms).is_some() => {
            capital_construct(&row.atoms).inspect(|word| lower.unknown_construct(word));
            None
        }
        entry => {
            let help = "a file contains frameworks, mappings, policies and the like; put it into the block to which it belongs";
            lower.misplaced(&entry, "a file by itself", help);
            None
        }
    }
}

/// The first word, if it is a construct but for its capital letters.
fn capital_construct<'s>(atoms: &[Atom<'s>]) -> Option<Atom<'s>> {
    let first = atoms.first()?;
    kind(&first.text.to_lowercase()).map(|_| *first)
}

impl<'s> Lower<'s> {
    fn unknown_construct(&mut self, word: &Atom<'s>) {
        let message = format!("there is no construct `{}`", word.text);
        let place = self.place(word.span());
        let diagnostic = match nearest(word.text, keywords()) {
            Some(near) => Diagnostic::new(MISSPELT_CONSTRUCT, place, message)
                .help(format!("did you mean `{near}`? Nothing in its block has been read")),
            None => Diagnostic::new(UNKNOWN_CONSTRUCT, place, message)
                .help("perhaps it was written for a newer xwalk; it is skipped and everything else is kept"),
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
        let help = format!("write {expected} after `{}`", word.text);
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
        let message = format!("the {} has no `{part}`", construct.word.text);
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
