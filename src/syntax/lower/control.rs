//! Controls: identifier, title, tags, wording, activities, and the controls below.

use super::Lower;
use super::identifier::A_CONTROL;
use super::value::Value;
use super::values::Values;
use super::words::Often::{Once, Repeated};
use super::words::{Block, Word, words};
use crate::ast::{Activity, ActivityKind, Control, Name, Spanned, Superseded};
use crate::tree::{self, Entry, Sign};
use xwalk_source::Span;

impl<'s> Block<'s> for Control<'s> {
    const OF: &'static str = "a control";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "alias" Repeated, Value::IDENTIFIERS, |control| control.aliases, "other identifiers by which it is known";
        "text" Once, Value::TEXT, |control| control.text, "its wording, where the author may reproduce it";
        "superseded" Once, Value::SUPERSEDED, |control| control.superseded, "that it no longer applies, whatever its tags say: what does in its place, and since when";
        "activity" Repeated, Value::ACTIVITY, |control| control.activities, "a key activity, and the controls that carry it";
        "indicator" Repeated, Value::INDICATOR, |control| control.activities, "a maturity indicator, and the controls that carry it";
    };
}

impl<'s> Value<'s, Vec<Name<'s>>> {
    const IDENTIFIERS: Self = Self::list(A_CONTROL, |lower, values| {
        Some(lower.list(values, Lower::identifier_value))
    });
}

const AN_ACTIVITY: &str = "a text in quotation marks, and perhaps `on` and controls, as in `\"Keep the register\" on ID.AM-01, ID.AM-02`";

impl<'s> Value<'s, Activity<'s>> {
    const ACTIVITY: Self = Self::new(AN_ACTIVITY, |lower, values| {
        lower.activity(values, ActivityKind::Activity)
    });
    const INDICATOR: Self = Self::new(AN_ACTIVITY, |lower, values| {
        lower.activity(values, ActivityKind::Indicator)
    });
}

const A_SUCCESSION: &str =
    "`by`, controls of the same framework, `on` and a day, as in `by 6.4.2 on 2025-03-31`";

impl<'s> Value<'s, Superseded<'s>> {
    const SUPERSEDED: Self = Self::new(A_SUCCESSION, Lower::superseded);
}

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
            ..Control::default()
        };
        let mut seen = Vec::new();
        for entry in control.block {
            match entry {
                Entry::Control(child) => self.control(child, &mut made.children),
                Entry::Property(property) => self.property(&mut made, &mut seen, &property),
                entry => self.misplaced(&entry, "a control", "rows belong in a mapping"),
            }
        }
        match id {
            Some(_) => into.push(made),
            None => into.append(&mut made.children),
        }
    }

    /// `by 6.4.2 on 2025-03-31`
    fn superseded(&mut self, values: &mut Values<'_, 's>) -> Option<Superseded<'s>> {
        self.expect_word(values, "by", A_SUCCESSION)?;
        let by = self.list(values, Self::reference_value);
        if by.is_empty() {
            // What stands there instead is reported already.
            return None;
        }
        self.expect_word(values, "on", A_SUCCESSION)?;
        let on = self.date(values)?;
        Some(Superseded {
            span: values.entry,
            by,
            on,
        })
    }

    /// `"Keep the register" on ID.AM-01, ID.AM-02`
    fn activity(
        &mut self,
        values: &mut Values<'_, 's>,
        kind: ActivityKind,
    ) -> Option<Activity<'s>> {
        let title = self.text_value(values)?;
        let on = match values.word("on") {
            Some(_) => self.list(values, Self::reference_value),
            None => Vec::new(),
        };
        Some(Activity {
            span: values.entry,
            kind,
            title,
            on,
        })
    }
}
