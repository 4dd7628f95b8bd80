//! `evidence`

use super::Member;
use crate::ast::Text;
use crate::ast::posture::{Decimal, Evidence, Expected, Heading, Probe, Requirement, Test};
use crate::lower::Lower;
use crate::lower::message::{one_of, shortened};
use crate::lower::value::Value;
use crate::lower::values::Values;
use crate::lower::words::Often::{Needed, Once, Repeated};
use crate::lower::words::{Block, Slot, Word, words};
use crate::tree::Sign;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::vocabulary::{UNKNOWN_WORD, WRONG_VALUE};

impl<'s> Block<'s> for Evidence<'s> {
    const OF: &'static str = "evidence";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "supports" Repeated, Value::SUPPORTS, |evidence| evidence.supports, "the controls that it supports, and how";
        "file" Needed("file \"evidence/mfa.json\""), Value::FILE, |evidence| *evidence, "the file, relative to the one that names it, and the SHA-256 of what was approved";
        "require" Repeated, Value::MUST, |evidence| evidence.requirements, "what the file has to show; every requirement must be met";
        "collected" Needed("collected 2026-10-01"), Value::DATE, |evidence| evidence.collected, "the day on which it was collected";
        "valid" Once, Value::DURATION, |evidence| evidence.valid, "how long after that it may be relied on";
        "owner" Once, Value::ROLE, |evidence| evidence.owner, "the role that answers for it";
    };
}

impl<'s> Member<'s> for Evidence<'s> {
    const NAME: &'static str = "a name such as `mfa-export`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}

/// A file, and the digest of what was approved.
struct Approved<'s>(Option<Text<'s>>, Option<Text<'s>>);

impl<'s> Slot<'s, Approved<'s>> for Evidence<'s> {
    fn keep(&mut self, _: &mut Lower<'s>, Approved(file, digest): Approved<'s>) {
        self.file = file;
        self.digest = digest;
    }
}

impl<'s> Value<'s, Approved<'s>> {
    const FILE: Self = Self::new(
        "a text in quotation marks, and perhaps `digest` and a SHA-256 in quotation marks",
        |lower, values| {
            let file = lower.text_value(values);
            let digest = values.word("digest").and_then(|_| lower.digest(values));
            Some(Approved(file, digest))
        },
    );
}

impl<'s> Value<'s, Requirement<'s>> {
    const MUST: Self = Self::new(
        "a place and what has to be there, as in `\"/enrolled_percent\" >= 98`, `column \"enrolled\" is \"yes\"` or `matches \"signed by .+\"`",
        Lower::must,
    );
}

impl<'s> Lower<'s> {
    /// `"…"`, 64 hexadecimal digits
    pub fn digest(&mut self, values: &mut Values<'_, 's>) -> Option<Text<'s>> {
        let digest = self.text_value(values)?;
        let fits = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if digest.value.len() == 64 && digest.value.bytes().all(fits) {
            return Some(digest);
        }
        let message = format!("`{}` is not a SHA-256", shortened(&digest.value));
        let help = "a SHA-256 has 64 hexadecimal digits, `0` to `9` and `a` to `f`";
        let place = self.place(digest.span);
        self.report(Diagnostic::new(WRONG_VALUE, place, message).help(help));
        None
    }

    /// `"/pointer" >= 98`, `column "…" is "…"`, `matches "…"`
    fn must(&mut self, values: &mut Values<'_, 's>) -> Option<Requirement<'s>> {
        let probe = match values.peek() {
            Some(atom) if atom.is_text() => self.pointer(values)?,
            Some(atom) if atom.text == "column" => {
                values.next();
                let column = self.text_value(values)?;
                let (test, expected) = self.test(values)?;
                Probe::Column(column, test, expected)
            }
            Some(atom) if atom.text == "matches" => {
                values.next();
                Probe::Matches(self.text_value(values)?)
            }
            other => {
                const FORMS: &str = "write a JSON pointer and a comparison, as in `\"/enrolled_percent\" >= 98`, a column, as in `column \"enrolled\" is \"yes\"`, or an expression, as in `matches \"signed by .+\"`";
                let what = other.map_or(values.last(), |atom| atom.span());
                let message = "`require` does not say where to look";
                self.report(Diagnostic::new(UNKNOWN_WORD, self.place(what), message).help(FORMS));
                while values.next().is_some() {}
                return None;
            }
        };
        Some(Requirement {
            span: values.entry,
            probe,
        })
    }

    fn pointer(&mut self, values: &mut Values<'_, 's>) -> Option<Probe<'s>> {
        let pointer = self.text_value(values)?;
        if !pointer.value.is_empty() && !pointer.value.starts_with('/') {
            let message = format!("`{}` is not a JSON pointer", shortened(&pointer.value));
            let help = format!(
                "a JSON pointer begins with `/`, as in `\"/{}\"`; for a column of a CSV file write `column \"{}\"`",
                shortened(&pointer.value),
                shortened(&pointer.value)
            );
            let place = self.place(pointer.span);
            self.report(Diagnostic::new(WRONG_VALUE, place, message).help(help));
            return None;
        }
        let (test, expected) = self.test(values)?;
        Some(Probe::Pointer(pointer, test, expected))
    }

    /// `>= 98`, `is "yes"`
    fn test(&mut self, values: &mut Values<'_, 's>) -> Option<(Test, Expected<'s>)> {
        let expected = one_of(Test::ALL.iter().map(|test| test.word()));
        let atom = self.value(values, &expected)?;
        let Some(test) = Test::ALL.into_iter().find(|test| test.word() == atom.text) else {
            let message = format!(
                "a requirement compares with {expected}, not with `{}`",
                shortened(atom.text)
            );
            let help = "write the comparison between what is looked at and what is expected";
            let place = self.place(atom.span());
            self.report(Diagnostic::new(UNKNOWN_WORD, place, message).help(help));
            return None;
        };
        values.of = atom;
        let texts = matches!(test, Test::Is | Test::IsNot);
        let kind = if texts {
            "a text in quotation marks or a number"
        } else {
            "a number such as `98`"
        };
        let value = self.value(values, kind)?;
        let number = Decimal::parse(value.text).filter(|_| value.sign == Sign::Bare);
        match number {
            Some(number) => Some((test, Expected::Number(number))),
            None if texts && value.is_text() => Some((test, Expected::Text(self.text_of(&value)))),
            None => {
                self.wrong(test.word(), &value, kind);
                None
            }
        }
    }
}
