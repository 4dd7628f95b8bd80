//! `overlay`

use super::Lower;
use super::value::Value;
use super::values::Values;
use super::words::Often::Once;
use super::words::{Block, Word, words};
use crate::ast::Overlay;
use crate::tree::{Construct, Entry};

impl<'s> Block<'s> for Overlay<'s> {
    const OF: &'static str = "an overlay";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "licensed" Once, Value::TEXT, |overlay| overlay.licensed, "to whom the wording is licensed: it is not written to any public output";
        "language" Once, Value::LANGUAGE, |overlay| overlay.language, "the language of the wording";
    };
}

impl<'s> Lower<'s> {
    /// An overlay and the controls it words.
    pub fn overlay(&mut self, construct: Construct<'s>) -> Option<Overlay<'s>> {
        let mut values = Values::new(construct.word, &construct.values);
        let name = self.header_name(&construct, &mut values)?;
        let title = self.title(&mut values);
        if values.word("of").is_none() {
            self.finish(&values);
            self.missing_part(
                &construct,
                "of",
                "the framework it words before the block, as in `of iso-27001@2022`",
            );
            return None;
        }
        let of = self.framework_value(&mut values)?;
        self.finish(&values);
        let (span, doc) = (construct.span, construct.doc);
        let mut overlay = Overlay {
            span,
            doc,
            name,
            title,
            of,
            ..Overlay::default()
        };
        let mut seen = Vec::new();
        for entry in construct.block {
            match entry {
                Entry::Control(control) => self.control(control, &mut overlay.controls),
                Entry::Property(property) => self.property(&mut overlay, &mut seen, &property),
                entry => self.misplaced(&entry, "an overlay", "rows belong in a mapping"),
            }
        }
        Some(overlay)
    }
}
