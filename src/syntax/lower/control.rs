//! Controls: identifier, title, tags, wording, activities, and the controls below.

use super::Lower;
use super::context::Vocabulary;
use super::values::Values;
use crate::source::Span;
use crate::syntax::ast::{Activity, ActivityKind, Control, Spanned};
use crate::syntax::tree::{self, Entry, Property, Sign};

const WORDS: Vocabulary = Vocabulary {
    of: "a control",
    known: &["alias", "text", "activity", "indicator"],
    repeating: &["alias", "activity", "indicator"],
};

impl<'s> Lower<'s> {
    /// A control with what is nested in it. If its identifier makes no sense, what is below it stands in its place.
    pub fn control(&mut self, control: tree::Control<'s>, into: &mut Vec<Control<'s>>) {
        let id = self.identifier(&control.id);
        let mut values = Values::new(control.id, &control.values);
        let title = self.title(&mut values);
        let mut tags = Vec::new();
        while let Some(tag) = values.sign(Sign::Tag) {
            let (span, text) = (tag.span(), tag.text.strip_prefix('#').unwrap_or_default());
            tags.extend(self.name(
                text,
                Span {
                    start: span.start + 1,
                    end: span.end,
                },
            ));
        }
        let mut made = Control {
            span: control.span,
            doc: control.doc,
            id: id.unwrap_or(Spanned {
                value: "",
                span: control.span,
            }),
            title,
            tags,
            aliases: Vec::new(),
            text: None,
            activities: Vec::new(),
            children: Vec::new(),
        };
        let mut seen = Vec::new();
        for entry in control.block {
            match entry {
                Entry::Control(child) => self.control(child, &mut made.children),
                Entry::Property(property) => {
                    if self.admits(&WORDS, &mut seen, &property) {
                        self.control_property(&property, &mut made);
                    }
                }
                entry => self.misplaced(&entry, "a control", "rows belong in a mapping"),
            }
        }
        match id {
            Some(_) => into.push(made),
            None => into.append(&mut made.children),
        }
    }

    fn control_property(&mut self, property: &Property<'s>, control: &mut Control<'s>) {
        let mut values = Values::new(property.word, &property.values);
        match property.word.text {
            "alias" => control
                .aliases
                .extend(self.list(&mut values, Self::identifier_value)),
            "text" => control.text = self.text_value(&mut values),
            kind => {
                let Some(title) = self.text_value(&mut values) else {
                    return;
                };
                let on = match values.word("on") {
                    Some(_) => self.list(&mut values, Self::reference_value),
                    None => Vec::new(),
                };
                let kind = if kind == "activity" {
                    ActivityKind::Activity
                } else {
                    ActivityKind::Indicator
                };
                control.activities.push(Activity {
                    span: property.span,
                    kind,
                    title,
                    on,
                });
            }
        }
        self.finish(&values);
    }
}
