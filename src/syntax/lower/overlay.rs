//! `overlay`

use super::Lower;
use super::context::Vocabulary;
use super::values::Values;
use crate::syntax::ast::Overlay;
use crate::syntax::tree::{Construct, Entry, Property};

const WORDS: Vocabulary = Vocabulary {
    of: "an overlay",
    known: &["licensed", "language"],
    repeating: &[],
};

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
            licensed: None,
            language: None,
            controls: Vec::new(),
        };
        let mut seen = Vec::new();
        for entry in construct.block {
            match entry {
                Entry::Control(control) => self.control(control, &mut overlay.controls),
                Entry::Property(property) => {
                    if self.admits(&WORDS, &mut seen, &property) {
                        self.overlay_property(&property, &mut overlay);
                    }
                }
                entry => self.misplaced(&entry, "an overlay", "rows belong in a mapping"),
            }
        }
        Some(overlay)
    }

    fn overlay_property(&mut self, property: &Property<'s>, overlay: &mut Overlay<'s>) {
        let mut values = Values::new(property.word, &property.values);
        match property.word.text {
            "licensed" => overlay.licensed = self.text_value(&mut values),
            _ => overlay.language = self.language(&mut values),
        }
        self.finish(&values);
    }
}
