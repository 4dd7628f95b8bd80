//! `mapping`: its header. Its rows are in `row.rs`.

use super::Lower;
use super::clauses::{self, RATIONALES, STATUSES};
use super::context::Vocabulary;
use super::values::{Values, shortened};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::syntax::DITTO_ROW;
use crate::diagnostic::codes::vocabulary::WRONG_VALUE;
use crate::relation::Word;
use crate::syntax::ast::{Complete, FrameworkRef, Mapping, Origin, Row, Spanned, Style, Version};
use crate::syntax::tree::{Construct, Entry, Property};

const WORDS: Vocabulary = Vocabulary {
    of: "a mapping",
    known: &[
        "source",
        "url",
        "author",
        "reviewer",
        "published",
        "version",
        "use-case",
        "status",
        "style",
        "rationale",
        "complete",
        "scope",
        "origin",
    ],
    repeating: &["origin"],
};

const STYLES: [(&str, Style); 3] = [
    (Style::SetTheory.word(), Style::SetTheory),
    (Style::Supportive.word(), Style::Supportive),
    (Style::Crosswalk.word(), Style::Crosswalk),
];

const SIDES: [(&str, Complete); 4] = [
    (Complete::None.word(), Complete::None),
    (Complete::Source.word(), Complete::Source),
    (Complete::Target.word(), Complete::Target),
    (Complete::Both.word(), Complete::Both),
];

impl<'s> Lower<'s> {
    /// A mapping with its rows, which have been lowered run by run.
    pub fn mapping(&mut self, construct: Construct<'s>, rows: Vec<Row<'s>>) -> Option<Mapping<'s>> {
        let mut values = Values::new(construct.word, &construct.values);
        let name = self.header_name(&construct, &mut values)?;
        let title = self.title(&mut values);
        let (from, to) = self.ends(&construct, &mut values)?;
        self.finish(&values);
        let mut mapping = Mapping {
            span: construct.span,
            doc: construct.doc,
            name,
            title,
            from,
            to,
            source: None,
            url: None,
            author: None,
            reviewer: None,
            published: None,
            version: None,
            use_case: None,
            status: None,
            style: None,
            rationale: None,
            complete: None,
            scope: Vec::new(),
            origins: Vec::new(),
            rows,
        };
        let mut seen = Vec::new();
        for entry in construct.block {
            match entry {
                Entry::Property(property) if begins_with_relation(&property) => {
                    self.ditto(&property);
                }
                Entry::Property(property) if continues_row(&property) => self.misplaced(
                    &Entry::Property(property),
                    "a mapping",
                    "a row is one line: join this to the row above",
                ),
                Entry::Property(property) => {
                    if self.admits(&WORDS, &mut seen, &property) {
                        self.mapping_property(&property, &mut mapping);
                    }
                }
                entry => self.misplaced(
                    &entry,
                    "a mapping",
                    "a row is a source, a relation and a target, as in `PR.AA-05 equal A.5.15`",
                ),
            }
        }
        Some(mapping)
    }

    /// `from FRAMEWORK to FRAMEWORK`, in either order.
    fn ends(
        &mut self,
        construct: &Construct<'s>,
        values: &mut Values<'_, 's>,
    ) -> Option<(FrameworkRef<'s>, FrameworkRef<'s>)> {
        let (mut from, mut to) = (None, None);
        loop {
            if from.is_none() && values.word("from").is_some() {
                from = Some(self.framework_value(values)?);
            } else if to.is_none() && values.word("to").is_some() {
                to = Some(self.framework_value(values)?);
            } else {
                break;
            }
        }
        if from.is_none() {
            self.missing_part(
                construct,
                "from",
                "both frameworks, as in `from nist-csf@2.0 to iso-27001@2022`",
            );
        } else if to.is_none() {
            self.missing_part(
                construct,
                "to",
                "the other framework, as in `to iso-27001@2022`",
            );
        }
        from.zip(to)
    }

    fn mapping_property(&mut self, property: &Property<'s>, mapping: &mut Mapping<'s>) {
        let mut values = Values::new(property.word, &property.values);
        let values = &mut values;
        match property.word.text {
            "source" => mapping.source = self.text_value(values),
            "url" => mapping.url = self.text_value(values),
            "author" => mapping.author = self.attribution(values),
            "reviewer" => mapping.reviewer = self.attribution(values),
            "published" => mapping.published = self.date(values),
            "version" => mapping.version = self.version(values),
            "use-case" => mapping.use_case = self.text_value(values),
            "status" => mapping.status = self.choice(values, &STATUSES),
            "style" => mapping.style = self.choice(values, &STYLES),
            "rationale" => mapping.rationale = self.choice(values, &RATIONALES),
            "complete" => mapping.complete = self.choice(values, &SIDES),
            "scope" => mapping.scope = self.list(values, Self::reference_value),
            _ => mapping.origins.extend(self.origin(values)),
        }
        self.finish(values);
    }

    /// `1.2.0`
    fn version(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<Version>> {
        const EXPECTED: &str = "a version such as `1.2.0`";
        let atom = self.value(values, EXPECTED)?;
        let numbers: Vec<u32> = atom
            .text
            .split('.')
            .map_while(|part| part.parse().ok())
            .collect();
        let plain = atom
            .text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        match numbers.as_slice() {
            [major, minor, administrative] if plain && atom.text.split('.').count() == 3 => {
                let value = Version {
                    major: *major,
                    minor: *minor,
                    administrative: *administrative,
                };
                Some(Spanned {
                    value,
                    span: atom.span(),
                })
            }
            _ => {
                let message = format!(
                    "`version` takes three numbers, not `{}`",
                    shortened(atom.text)
                );
                let help = "write major, minor and administrative version with dots, as in `1.2.0`";
                self.report(
                    Diagnostic::new(WRONG_VALUE, self.place(atom.span()), message).help(help),
                );
                None
            }
        }
    }

    /// `1 "file.xlsx" digest "…"`
    fn origin(&mut self, values: &mut Values<'_, 's>) -> Option<Origin<'s>> {
        let number = self.number(values, 0, u32::MAX)?;
        let file = self.text_value(values)?;
        let digest = values.word("digest").and_then(|_| self.text_value(values));
        Some(Origin {
            number,
            file,
            digest,
        })
    }

    fn ditto(&mut self, property: &Property<'s>) {
        let message = "the row has no source";
        let help = "every row names its source: repeat the identifier of the row above";
        let place = self.place(property.word.span());
        self.report(Diagnostic::new(DITTO_ROW, place, message).help(help));
    }
}

/// Whether a line of its own holds what only a row can say.
fn continues_row(property: &Property<'_>) -> bool {
    let word = property.word.text;
    clauses::WORDS.known.contains(&word) && !WORDS.known.contains(&word)
}

fn begins_with_relation(property: &Property<'_>) -> bool {
    Word::parse(property.word.text).is_some()
}
