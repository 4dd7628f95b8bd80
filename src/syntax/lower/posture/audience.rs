//! `audience`

use crate::syntax::ast::posture::{Audience, Field};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::tree::Construct;

const WORDS: Vocabulary = Vocabulary {
    of: "an audience",
    known: &["hides", "valid"],
    repeating: &[],
};

impl<'s> Lower<'s> {
    /// An audience and what is hidden from it.
    pub fn audience(&mut self, construct: Construct<'s>) -> Option<Audience<'s>> {
        let head = self.member_heading(&construct, "a name such as `regulator`")?;
        let mut audience = Audience {
            head: head.clone(),
            hides: Vec::new(),
            valid: None,
        };
        let fields = Field::ALL.map(|field| (field.word(), field));
        let others = self.properties(
            &WORDS,
            &[],
            &head,
            construct.block,
            |lower, property, values| match property.word.text {
                "hides" => {
                    audience.hides =
                        lower.list(values, |lower, values| lower.choice(values, &fields));
                }
                _ => audience.valid = lower.duration(values),
            },
        );
        self.all_misplaced(
            &others,
            WORDS.of,
            "an audience holds properties, one a line",
        );
        Some(audience)
    }
}
