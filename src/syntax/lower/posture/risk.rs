//! `risk`

use super::Member;
use crate::ast::posture::{Heading, Risk};
use crate::lower::value::Value;
use crate::lower::words::Often::{Needed, Once};
use crate::lower::words::{Block, Word, words};

/// The upper end of the scales of likelihood and impact.
const GREATEST: u32 = 100;

impl<'s> Block<'s> for Risk<'s> {
    const OF: &'static str = "a risk";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "threatens" Once, Value::CONTROLS, |risk| risk.threatens, "the controls that it threatens";
        "likelihood" Needed("likelihood 3"), Value::number::<1, GREATEST>(), |risk| risk.likelihood, "how likely it is; the risk is likelihood times impact";
        "impact" Needed("impact 5"), Value::number::<1, GREATEST>(), |risk| risk.impact, "how much harm it does";
        "owner" Once, Value::ROLE, |risk| risk.owner, "the role that answers for it";
        "treatment" Once, Value::CHOICE, |risk| risk.treatment, "what is done about it";
    };
}

impl<'s> Member<'s> for Risk<'s> {
    const NAME: &'static str = "a name such as `ransomware`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}
