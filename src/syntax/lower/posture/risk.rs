//! `risk`

use crate::syntax::ast::posture::{Risk, Treatment};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::tree::Construct;

const WORDS: Vocabulary = Vocabulary {
    of: "a risk",
    known: &["threatens", "likelihood", "impact", "owner", "treatment"],
    repeating: &[],
};

/// The upper end of the scales of likelihood and impact.
const GREATEST: u32 = 100;

impl<'s> Lower<'s> {
    /// A risk of the register.
    pub fn risk(&mut self, construct: Construct<'s>) -> Option<Risk<'s>> {
        let head = self.member_heading(&construct, "a name such as `ransomware`")?;
        let mut risk = Risk {
            head: head.clone(),
            threatens: Vec::new(),
            likelihood: None,
            impact: None,
            owner: None,
            treatment: None,
        };
        let treatments = Treatment::ALL.map(|treatment| (treatment.word(), treatment));
        let required = [("likelihood", "likelihood 3"), ("impact", "impact 5")];
        let others = self.properties(
            &WORDS,
            &required,
            &head,
            construct.block,
            |lower, property, values| match property.word.text {
                "threatens" => risk.threatens = lower.list(values, Self::reference_value),
                "likelihood" => risk.likelihood = lower.number(values, 1, GREATEST),
                "impact" => risk.impact = lower.number(values, 1, GREATEST),
                "owner" => risk.owner = lower.role_value(values),
                _ => risk.treatment = lower.choice(values, &treatments),
            },
        );
        self.all_misplaced(&others, WORDS.of, "a risk holds properties, one a line");
        Some(risk)
    }
}
