//! Names, identifiers and references: which characters they may have.

use memchr::memchr;
use unicode_normalization::UnicodeNormalization;

use super::Lower;
use super::message::shortened;
use super::spelling::{
    is_edition, is_identifier, is_invisible, is_name, is_range, misleading, suggestion,
};
use super::values::Values;
use crate::ast::{ControlRef, FrameworkRef, Name, Spanned};
use crate::explain;
use crate::tree::{self, Atom, Sign};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::reading::MISLEADING_IDENTIFIER;
use xwalk_diagnostic::codes::syntax::{BAD_IDENTIFIER, BAD_NAME, BAD_REFERENCE, RANGE};
use xwalk_source::Span;

pub const A_CONTROL: &str = "a control identifier such as `PR.AA-05`";
pub const A_FRAMEWORK: &str = "a framework with its edition such as `nist-csf@2.0`";

impl<'s> Lower<'s> {
    /// A control of the construct's own framework.
    pub fn identifier(&mut self, atom: &Atom<'s>) -> Option<Name<'s>> {
        self.identifier_in(atom, atom.text, atom.span())
    }

    /// A control, bare or with its framework.
    pub fn reference(&mut self, atom: &Atom<'s>) -> Option<ControlRef<'s>> {
        let span = atom.span();
        // Hardly any has a colon, and to ask for that is quick.
        let parts = match memchr(b':', atom.text.as_bytes()) {
            Some(_) if self.colon(atom.text, span) => return None,
            Some(_) if atom.sign == Sign::Bare => atom.text.split_once(':'),
            _ => None,
        };
        let Some((framework, id)) = parts else {
            let name = self.identifier_in(atom, atom.text, span)?;
            return Some(ControlRef {
                framework: None,
                id: name.value,
                span,
            });
        };
        let start = atom.start as usize;
        let framework = self.framework_in(framework, Span::new(start, start + framework.len()))?;
        let inner = Span::new(start + atom.text.len() - id.len(), start + atom.text.len());
        let name = self.identifier_in(atom, id, inner)?;
        Some(ControlRef {
            framework: Some(Box::new(framework)),
            id: name.value,
            span,
        })
    }

    /// The next value as a control.
    pub fn reference_value(&mut self, values: &mut Values<'_, 's>) -> Option<ControlRef<'s>> {
        let atom = self.value(values, A_CONTROL)?;
        if !matches!(atom.sign, Sign::Bare | Sign::Quoted) {
            self.wrong(values.of.text, &atom, A_CONTROL);
            return None;
        }
        self.reference(&atom)
    }

    /// The next value as a control of the construct's own framework.
    pub fn identifier_value(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        let atom = self.value(values, A_CONTROL)?;
        if !matches!(atom.sign, Sign::Bare | Sign::Quoted) {
            self.wrong(values.of.text, &atom, A_CONTROL);
            return None;
        }
        self.identifier(&atom)
    }

    /// The next value as a framework with its edition.
    pub fn framework_value(&mut self, values: &mut Values<'_, 's>) -> Option<FrameworkRef<'s>> {
        let atom = self.value(values, A_FRAMEWORK)?;
        if atom.sign != Sign::Bare {
            self.wrong(values.of.text, &atom, A_FRAMEWORK);
            return None;
        }
        self.framework_in(atom.text, atom.span())
    }

    /// The next value as a name.
    pub fn name_value(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        self.named(values, "a name such as `csf2-iso`")
    }

    /// The next value as the name of something, which a message says with an example.
    pub fn named(&mut self, values: &mut Values<'_, 's>, expected: &str) -> Option<Name<'s>> {
        let atom = self.value(values, expected)?;
        if atom.sign != Sign::Bare {
            self.wrong(values.of.text, &atom, expected);
            return None;
        }
        self.name(atom.text, atom.span())
    }

    /// A name: a small letter, then small letters, digits and hyphens; it ends in a letter or digit.
    pub fn name(&mut self, text: &'s str, span: Span) -> Option<Name<'s>> {
        if is_name(text) {
            return Some(Spanned { value: text, span });
        }
        if !self.misleading(text, span) {
            let message = format!("`{}` cannot be a name", shortened(text));
            let rule =
                "a name begins with a small letter; small letters, digits and hyphens follow";
            let help = match suggestion(text) {
                Some(name) => format!("{rule}: write `{name}`"),
                None => rule.to_owned(),
            };
            self.report(Diagnostic::new(BAD_NAME, self.place(span), message).help(help));
        }
        None
    }

    fn framework_in(&mut self, text: &'s str, span: Span) -> Option<FrameworkRef<'s>> {
        let Some((name, edition)) = text.split_once('@') else {
            if !self.misleading(text, span) {
                let message = format!("`{}` names no edition", shortened(text));
                let help = "write its edition behind it with an `@`, as in `nist-csf@2.0`";
                self.report(Diagnostic::new(BAD_REFERENCE, self.place(span), message).help(help));
            }
            return None;
        };
        let at = span.start as usize + name.len();
        self.name(name, Span::new(span.start as usize, at))?;
        if !is_edition(edition) {
            let place = Span::new(at + 1, span.end as usize);
            if !self.misleading(edition, place) {
                let place = self.place(if edition.is_empty() { span } else { place });
                let message = format!("`{}` is not an edition", shortened(edition));
                let help = "an edition has letters, digits, `.`, `-` and `_`, and begins and ends with a letter or digit, as in `nist-csf@2.0`";
                self.report(Diagnostic::new(BAD_REFERENCE, place, message).help(help));
            }
            return None;
        }
        Some(FrameworkRef {
            name,
            edition,
            span,
        })
    }

    fn identifier_in(&mut self, atom: &Atom<'s>, text: &'s str, span: Span) -> Option<Name<'s>> {
        if is_identifier(text) {
            return Some(Spanned { value: text, span });
        }
        if let Some(inner) = text
            .strip_prefix('`')
            .and_then(|inner| inner.strip_suffix('`'))
        {
            if inner.trim().is_empty() {
                let message = "between the backticks there is nothing";
                let help = "write the identifier as the framework writes it";
                self.report(Diagnostic::new(BAD_IDENTIFIER, self.place(span), message).help(help));
                return None;
            }
            if self.misleading(inner, span) {
                return None;
            }
            return Some(Spanned { value: inner, span });
        }
        if let Some(diagnostic) = explain::curly_quotes(self.place(span), text) {
            self.report(diagnostic);
            return None;
        }
        if self.colon(text, span)
            || (!is_range(text) && (self.folded(text, span) || self.misleading(text, span)))
        {
            return None;
        }
        if is_range(text) {
            let message = format!("`{}` is a range, and there are no ranges", shortened(text));
            let help = "write every control: a range would hide what a later edition inserts";
            self.report(Diagnostic::new(RANGE, self.place(span), message).help(help));
            return None;
        }
        let message = format!("`{}` is not a control identifier", shortened(atom.text));
        let help = if tree::is_word(text) {
            format!(
                "words of small letters mean something else; if the framework has such a control, write `` `{text}` ``"
            )
        } else {
            "an identifier begins with a letter or digit; letters, digits and `. - _ ( ) / &` follow; put all others in backticks".to_owned()
        };
        self.report(Diagnostic::new(BAD_IDENTIFIER, self.place(span), message).help(help));
        None
    }

    /// Says which plain identifier is meant by one with dashes, digits or blanks of other kinds.
    fn folded(&mut self, text: &str, span: Span) -> bool {
        let Some(odd) = text.chars().find(|character| !character.is_ascii()) else {
            return false;
        };
        let plain: String = text
            .nfkc()
            .filter(|character| !is_invisible(*character) && *character != ' ')
            .map(|character| match character {
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                other => other,
            })
            .collect();
        if !is_identifier(&plain) {
            return false;
        }
        let message = format!(
            "`{}` contains U+{:04X}, which only looks like what belongs there",
            shortened(text),
            u32::from(odd)
        );
        let help = format!("write `{}`", shortened(&plain));
        self.report(Diagnostic::new(MISLEADING_IDENTIFIER, self.place(span), message).help(help));
        true
    }

    /// Says that characters of an identifier look like something else than they are.
    fn misleading(&mut self, text: &str, span: Span) -> bool {
        let Some(why) = misleading(text) else {
            return false;
        };
        let message = format!("`{}` {why}", shortened(text));
        let help = "type it again by hand: copied text often carries such characters";
        self.report(Diagnostic::new(MISLEADING_IDENTIFIER, self.place(span), message).help(help));
        true
    }
}
