//! The words of a construct, each in one row of a table: how often it may stand, what it takes, what it sets and what it
//! means.
//!
//! What is known, how it is lowered, what stands twice or is missing, and the reference page all come from the rows. A
//! row names the field that it sets, with the type of its value: there is none that sets nothing.

use std::borrow::Cow;

use super::Lower;
use super::value::Value;
use super::values::Values;
use xwalk_diagnostic::Code;
use xwalk_diagnostic::codes::syntax::UNKNOWN_PROPERTY;

/// A construct whose words stand in a table.
pub trait Block<'s>: Sized + 's {
    /// The construct, as a message names it: `a framework`.
    const OF: &'static str;
    /// Its words, in the order of the reference page.
    const WORDS: &'s [Word<'s, Self>];
    /// What a word is that it does not know. Where claims are made it may be a condition or a scope, and is an error.
    const UNKNOWN: &'static Code = UNKNOWN_PROPERTY;

    /// The row of a word.
    fn word(text: &str) -> Option<&'s Word<'s, Self>> {
        Self::WORDS.iter().find(|word| word.word == text)
    }

    /// Whether there is such a word.
    fn knows(text: &str) -> bool {
        Self::word(text).is_some()
    }

    /// All its words.
    fn known() -> impl Iterator<Item = &'static str> {
        Self::WORDS.iter().map(|word| word.word)
    }
}

/// A word of a construct that is made into `N`.
pub struct Word<'s, N> {
    /// The word.
    pub word: &'static str,
    /// How often it may stand.
    pub often: Often,
    /// What it takes and sets.
    pub sets: &'s dyn Sets<'s, N>,
    /// What it says, in one line.
    pub meaning: &'static str,
}

impl<N> Word<'_, N> {
    /// What this word and all that say the same are found by, where they may stand only once.
    pub fn slot(&self) -> &'static str {
        match self.often {
            Often::OneOf(slot) => slot,
            Often::Once | Often::Needed(_) | Often::Repeated => self.word,
        }
    }
}

/// How often a word may stand in one construct.
#[derive(Clone, Copy)]
pub enum Often {
    /// Once, or not at all.
    Once,
    /// Once; without it the construct says nothing. How it is written.
    Needed(&'static str),
    /// As often as wanted.
    Repeated,
    /// Once among several words that say the same thing, which is named here.
    OneOf(&'static str),
}

/// What a word takes, and where that goes.
pub trait Sets<'s, N> {
    /// What is expected behind the word.
    fn expected(&self) -> Cow<'static, str>;
    /// Reads the values and keeps what they say.
    fn set(&self, lower: &mut Lower<'s>, values: &mut Values<'_, 's>, node: &mut N);
}

/// A value, and the place in `N` that it is for.
pub struct Field<'s, N, T, F> {
    /// What it takes.
    pub value: Value<'s, T>,
    /// What it sets.
    pub place: fn(&mut N) -> &mut F,
}

impl<'s, N, T, F: Slot<'s, T>> Sets<'s, N> for Field<'s, N, T, F> {
    fn expected(&self) -> Cow<'static, str> {
        self.value.expected()
    }

    fn set(&self, lower: &mut Lower<'s>, values: &mut Values<'_, 's>, node: &mut N) {
        if let Some(value) = self.value.read(lower, values) {
            (self.place)(node).keep(lower, value);
        }
    }
}

/// A place for a value.
pub trait Slot<'s, T> {
    /// Keeps it there.
    fn keep(&mut self, lower: &mut Lower<'s>, value: T);
}

impl<T> Slot<'_, T> for Option<T> {
    fn keep(&mut self, _: &mut Lower<'_>, value: T) {
        *self = Some(value);
    }
}

impl<T> Slot<'_, T> for Vec<T> {
    fn keep(&mut self, _: &mut Lower<'_>, value: T) {
        self.push(value);
    }
}

impl<T> Slot<'_, Vec<T>> for Vec<T> {
    fn keep(&mut self, _: &mut Lower<'_>, value: Vec<T>) {
        self.extend(value);
    }
}

/// A table of words: `"owner" Once, Value::ROLE, |risk| risk.owner, "who answers for it";`
macro_rules! words {
    ($($word:literal $often:expr, $value:expr, |$node:ident| $place:expr, $meaning:literal;)*) => {
        &[$(
            $crate::lower::words::Word {
                word: $word,
                often: $often,
                sets: &$crate::lower::words::Field::<Self, _, _> {
                    value: $value,
                    place: |$node| &mut $place,
                },
                meaning: $meaning,
            },
        )*]
    };
}
pub(in crate::lower) use words;
