//! `audience`

use super::Member;
use crate::ast::posture::{Audience, Heading};
use crate::lower::value::Value;
use crate::lower::words::Often::Once;
use crate::lower::words::{Block, Word, words};

impl<'s> Block<'s> for Audience<'s> {
    const OF: &'static str = "an audience";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "hides" Once, Value::CHOICES, |audience| audience.hides, "what an export for this audience leaves out";
        "valid" Once, Value::DURATION, |audience| audience.valid, "how long an export may be relied on";
    };
}

impl<'s> Member<'s> for Audience<'s> {
    const NAME: &'static str = "a name such as `regulator`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}
