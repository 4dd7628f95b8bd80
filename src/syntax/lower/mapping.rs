//! `mapping`: its header. Its rows are in `row.rs`.

use super::Lower;
use super::clauses::Behind;
use super::message::shortened;
use super::value::Value;
use super::values::Values;
use super::words::Often::{Once, Repeated};
use super::words::{self, Block, words};
use crate::ast::{FrameworkRef, Mapping, Origin, Row, Spanned, Version};
use crate::explain::is_like_word;
use crate::tree::{Construct, Entry, Property};
use xwalk_diagnostic::codes::syntax::DITTO_ROW;
use xwalk_diagnostic::codes::vocabulary::{UNKNOWN_LIMIT, WRONG_VALUE};
use xwalk_diagnostic::{Code, Diagnostic};
use xwalk_relation::Word;

impl<'s> Block<'s> for Mapping<'s> {
    const OF: &'static str = "a mapping";
    const UNKNOWN: &'static Code = UNKNOWN_LIMIT;
    const WORDS: &'s [words::Word<'s, Self>] = words! {
        "source" Once, Value::TEXT, |mapping| mapping.source, "where its rows come from";
        "url" Once, Value::TEXT, |mapping| mapping.url, "where that can be read";
        "author" Once, Value::ATTRIBUTION, |mapping| mapping.author, "who wrote it";
        "reviewer" Once, Value::ATTRIBUTION, |mapping| mapping.reviewer, "who reviewed it";
        "published" Once, Value::DATE, |mapping| mapping.published, "the day on which it was published";
        "version" Once, Value::VERSION, |mapping| mapping.version, "its version: major, minor, administrative";
        "use-case" Once, Value::TEXT, |mapping| mapping.use_case, "what it is made for";
        "audience" Once, Value::TEXT, |mapping| mapping.submission.audience, "for whom it is made";
        "home" Once, Value::TEXT, |mapping| mapping.submission.home, "where the mapping itself can be read";
        "contact" Once, Value::TEXT, |mapping| mapping.submission.contact, "whom to ask about it, by an e-mail address";
        "authority" Once, Value::TEXT, |mapping| mapping.submission.authority, "what entitles its author to speak: owner of one of the documents, or a third party";
        "citation" Repeated, Value::TEXT, |mapping| mapping.submission.citations, "a publication that it relies on";
        "status" Once, Value::CHOICE, |mapping| mapping.status, "the status of rows that do not give one";
        "style" Once, Value::CHOICE, |mapping| mapping.style, "the style of NIST IR 8477 in which it is written";
        "rationale" Once, Value::CHOICE, |mapping| mapping.rationale, "the rationale of rows that do not give one";
        "complete" Once, Value::CHOICE, |mapping| mapping.complete, "on which side every control has been looked at";
        "comprehensive" Once, Value::CHOICE, |mapping| mapping.comprehensive, "on which side every control has something that corresponds";
        "scope" Once, Value::CONTROLS, |mapping| mapping.scope, "the controls to which `complete` applies; without it, all";
        "origin" Repeated, Value::ORIGIN, |mapping| mapping.origins, "a file from which rows were imported";
    };
}

impl Value<'_, Spanned<Version>> {
    const VERSION: Self = Self::new(A_VERSION, Lower::version);
}

impl<'s> Value<'s, Origin<'s>> {
    const ORIGIN: Self = Self::new(
        "a number and a file, and perhaps its digest, as in `1 \"olir.xlsx\" digest \"…\"`",
        Lower::origin,
    );
}

const A_VERSION: &str = "a version such as `1.2.0`";

impl<'s> Lower<'s> {
    /// A mapping with its rows, which have been lowered run by run.
    pub fn mapping(&mut self, construct: Construct<'s>, rows: Vec<Row<'s>>) -> Option<Mapping<'s>> {
        let mark = self.mark();
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
            rows,
            lost: construct.lost || self.has_erred(mark),
            ..Mapping::default()
        };
        let mut seen = Vec::new();
        for entry in construct.block {
            let mark = self.mark();
            let is_row = is_row(&entry);
            match entry {
                Entry::Property(property) if begins_with_relation(&property) => {
                    self.ditto(&property);
                }
                Entry::Property(property) if continues_row(&property) => self.misplaced(
                    &Entry::Property(property),
                    Mapping::OF,
                    "a row is one line: join this to the row above; until then no row of the mapping counts",
                ),
                Entry::Property(property) => self.property(&mut mapping, &mut seen, &property),
                entry => self.misplaced(
                    &entry,
                    Mapping::OF,
                    "a row is a source, a relation and a target, as in `PR.AA-05 equal A.5.15`",
                ),
            }
            mapping.lost |= !is_row && self.has_erred(mark);
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

    /// `1.2.0`
    fn version(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<Version>> {
        let atom = self.value(values, A_VERSION)?;
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

/// Whether an entry was to be a row: what is wrong with it concerns no other.
fn is_row(entry: &Entry<'_>) -> bool {
    match entry {
        Entry::Row(_) => true,
        Entry::Control(control) => !is_like_word(control.id.text),
        Entry::Property(property) => begins_with_relation(property),
        Entry::Construct(_) => false,
    }
}

/// Whether a line of its own holds what only a row can say.
fn continues_row(property: &Property<'_>) -> bool {
    let word = property.word.text;
    Behind::knows(word) && !Mapping::knows(word)
}

fn begins_with_relation(property: &Property<'_>) -> bool {
    Word::parse(property.word.text).is_some()
}
