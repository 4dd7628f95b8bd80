//! `framework`

use super::Lower;
use super::context::Vocabulary;
use super::values::Values;
use crate::syntax::ast::{Framework, FrameworkRef, Name, Nesting, Spanned, Text, Tier, Withdrawn};
use crate::syntax::tree::{Construct, Entry, Property, Sign};

const WORDS: Vocabulary = Vocabulary {
    of: "a framework",
    known: &[
        "publisher",
        "published",
        "url",
        "licence",
        "language",
        "levels",
        "nesting",
        "tiers",
        "succeeds",
        "status",
        "withdrawn",
    ],
    repeating: &["withdrawn"],
};

const NESTING: [(&str, Nesting); 3] = [
    ("group", Nesting::Group),
    ("subset", Nesting::Subset),
    ("whole", Nesting::Whole),
];

impl<'s> Lower<'s> {
    /// A framework and its controls.
    pub fn framework(&mut self, construct: Construct<'s>) -> Option<Framework<'s>> {
        let (id, title) = self.framework_header(&construct)?;
        let mut framework = Framework {
            span: construct.span,
            doc: construct.doc,
            id,
            title,
            publisher: None,
            published: None,
            url: None,
            licence: None,
            language: None,
            levels: Vec::new(),
            nesting: None,
            tiers: Vec::new(),
            succeeds: Vec::new(),
            reconstruction: None,
            controls: Vec::new(),
            withdrawn: Vec::new(),
        };
        let mut seen = Vec::new();
        for entry in construct.block {
            match entry {
                Entry::Control(control) => self.control(control, &mut framework.controls),
                Entry::Property(property) => {
                    if self.admits(&WORDS, &mut seen, &property) {
                        self.framework_property(&property, &mut framework);
                    }
                }
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

    fn framework_property(&mut self, property: &Property<'s>, framework: &mut Framework<'s>) {
        let mut values = Values::new(property.word, &property.values);
        let values = &mut values;
        match property.word.text {
            "publisher" => framework.publisher = self.text_value(values),
            "published" => framework.published = self.date(values),
            "url" => framework.url = self.text_value(values),
            "licence" => framework.licence = self.text_value(values),
            "language" => framework.language = self.language(values),
            "levels" => framework.levels = self.levels(values),
            "nesting" => framework.nesting = self.choice(values, &NESTING),
            "tiers" => framework.tiers = self.list(values, Self::tier),
            "succeeds" => framework.succeeds = self.list(values, Self::framework_value),
            "status" => {
                let reconstruction = self.choice(values, &[("reconstruction", ())]);
                framework.reconstruction = reconstruction.and_then(|_| self.text_value(values));
            }
            _ => framework.withdrawn.extend(self.withdrawn(property, values)),
        }
        self.finish(values);
    }

    /// A language tag as of BCP 47: `en`, `pt-BR`.
    pub fn language(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        const EXPECTED: &str = "a language such as `en` or `pt-BR`";
        let atom = self.value(values, EXPECTED)?;
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let letters = atom.text.split('-').next().unwrap_or_default();
        let tag = (2..=8).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
        if atom.sign != Sign::Bare || !tag || !atom.text.bytes().all(fits) {
            self.wrong(values.of.text, &atom, EXPECTED);
            return None;
        }
        Some(Spanned {
            value: atom.text,
            span: atom.span(),
        })
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
    fn withdrawn(
        &mut self,
        property: &Property<'s>,
        values: &mut Values<'_, 's>,
    ) -> Option<Withdrawn<'s>> {
        let id = self.identifier_value(values)?;
        let successors = match values.sign(Sign::Arrow) {
            Some(_) => self.list(values, Self::reference_value),
            None => Vec::new(),
        };
        let reason = self.title(values);
        Some(Withdrawn {
            span: property.span,
            id,
            successors,
            reason,
        })
    }
}
