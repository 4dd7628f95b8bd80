//! `framework`

use super::Lower;
use super::identifier::A_FRAMEWORK;
use super::value::Value;
use super::values::Values;
use super::words::Often::{Once, Repeated};
use super::words::{Block, Word, words};
use crate::ast::{Framework, FrameworkRef, Name, Text, Tier, Withdrawn};
use crate::tree::{Construct, Entry, Sign};

impl<'s> Block<'s> for Framework<'s> {
    const OF: &'static str = "a framework";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "publisher" Once, Value::TEXT, |framework| framework.publisher, "who publishes it";
        "published" Once, Value::DATE, |framework| framework.published, "the day on which this edition was published";
        "url" Once, Value::TEXT, |framework| framework.url, "where it can be read or bought";
        "licence" Once, Value::TEXT, |framework| framework.licence, "under which terms its text may be used";
        "language" Once, Value::LANGUAGE, |framework| framework.language, "the language of its titles and texts";
        "levels" Once, Value::LEVELS, |framework| framework.levels, "what its levels are called, from the top";
        "nesting" Once, Value::CHOICE, |framework| framework.nesting, "what the hierarchy means: only an arrangement, children as parts of their parent, or children that together are their parent";
        "tiers" Once, Value::TIERS, |framework| framework.tiers, "its scale of tiers, each a number and a name";
        "succeeds" Once, Value::FRAMEWORKS, |framework| framework.succeeds, "the frameworks or editions that it replaces";
        "status" Once, Value::RECONSTRUCTION, |framework| framework.reconstruction, "that it is rebuilt from public summaries, with the caveat that every output prints";
        "withdrawn" Repeated, Value::WITHDRAWN, |framework| framework.withdrawn, "an identifier that is no longer used, where its content went, and why";
    };
}

impl<'s> Value<'s, Vec<Name<'s>>> {
    const LEVELS: Self = Self::new(
        "names from the top, as in `function > category > subcategory`",
        |lower, values| Some(lower.levels(values)),
    );
}

impl<'s> Value<'s, Vec<Tier<'s>>> {
    const TIERS: Self = Self::list(
        "a number and a text, as in `1 \"Partial\"`",
        |lower, values| Some(lower.list(values, Lower::tier)),
    );
}

impl<'s> Value<'s, Vec<FrameworkRef<'s>>> {
    const FRAMEWORKS: Self = Self::list(A_FRAMEWORK, |lower, values| {
        Some(lower.list(values, Lower::framework_value))
    });
}

impl<'s> Value<'s, Text<'s>> {
    const RECONSTRUCTION: Self = Self::new(
        "`reconstruction` and a text in quotation marks",
        |lower, values| {
            lower.choice(values, &[("reconstruction", ())])?;
            lower.text_value(values)
        },
    );
}

impl<'s> Value<'s, Withdrawn<'s>> {
    const WITHDRAWN: Self = Self::new(
        "an identifier, perhaps an arrow and controls, perhaps a text, as in `ID.AM-06 -> GV.RR-02, GV.SC-02 \"incorporated\"`",
        Lower::withdrawn,
    );
}

impl<'s> Lower<'s> {
    /// A framework and its controls.
    pub fn framework(&mut self, construct: Construct<'s>) -> Option<Framework<'s>> {
        let (id, title) = self.framework_header(&construct)?;
        let mut framework = Framework {
            span: construct.span,
            doc: construct.doc,
            id,
            title,
            ..Framework::default()
        };
        let mut seen = Vec::new();
        for entry in construct.block {
            match entry {
                Entry::Control(control) => self.control(control, &mut framework.controls),
                Entry::Property(property) => self.property(&mut framework, &mut seen, &property),
                entry => self.misplaced(&entry, "a framework", "rows belong in a mapping"),
            }
        }
        Some(framework)
    }

    fn framework_header(
        &mut self,
        construct: &Construct<'s>,
    ) -> Option<(FrameworkRef<'s>, Option<Text<'s>>)> {
        let mut values = Values::new(construct.word, &construct.values);
        self.missing_name(
            construct,
            &values,
            "a name with an edition such as `nist-csf@2.0`",
        )?;
        let id = self.framework_value(&mut values)?;
        let title = self.title(&mut values);
        self.finish(&values);
        Some((id, title))
    }

    /// `function > category > subcategory`
    fn levels(&mut self, values: &mut Values<'_, 's>) -> Vec<Name<'s>> {
        let mut levels = Vec::new();
        loop {
            levels.extend(self.name_value(values));
            if values.next_if(|atom| atom.text == ">").is_none() {
                return levels;
            }
        }
    }

    /// `1 "Partial"`
    fn tier(&mut self, values: &mut Values<'_, 's>) -> Option<Tier<'s>> {
        let number = self.number(values, 0, 1000)?;
        let title = self.text_value(values)?;
        Some(Tier { number, title })
    }

    /// `ID.AM-06 -> GV.RR-02, GV.SC-02 "incorporated"`
    fn withdrawn(&mut self, values: &mut Values<'_, 's>) -> Option<Withdrawn<'s>> {
        let id = self.identifier_value(values)?;
        let successors = match values.sign(Sign::Arrow) {
            Some(_) => self.list(values, Self::reference_value),
            None => Vec::new(),
        };
        let reason = self.title(values);
        Some(Withdrawn {
            span: values.entry,
            id,
            successors,
            reason,
        })
    }
}
