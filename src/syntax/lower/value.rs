//! The kinds of value that words take: what a message says is expected, and what reads it.

use std::borrow::Cow;

use super::Lower;
use super::date::A_DATE;
use super::identifier::{A_CONTROL, A_FRAMEWORK};
use super::language::A_LANGUAGE;
use super::message::one_of;
use super::posture::{A_DURATION, A_ROLE, A_TECHNOLOGY, AN_EFFORT};
use super::values::{A_TEXT, Values, WholeNumber};
use crate::ast::posture::{Decision, Field, Party, Treatment};
use crate::ast::{
    Attribution, Complete, ControlRef, Date, Duration, FrameworkRef, Name, Nesting, Rationale,
    Spanned, Status, Style, SupportProperty, Text,
};

/// What stands behind a word that says all by itself.
pub const NOTHING: &str = "nothing";

/// A kind of value.
pub struct Value<'s, T> {
    expected: Expected,
    read: fn(&mut Lower<'s>, &mut Values<'_, 's>) -> Option<T>,
}

/// What is expected: written out, or made of the words or bounds that are allowed.
enum Expected {
    One(&'static str),
    Several(&'static str),
    Made(fn() -> String),
}

impl<'s, T> Value<'s, T> {
    /// What is expected, and what reads it.
    pub const fn new(
        expected: &'static str,
        read: fn(&mut Lower<'s>, &mut Values<'_, 's>) -> Option<T>,
    ) -> Self {
        let expected = Expected::One(expected);
        Self { expected, read }
    }

    /// What each is expected to be, and what reads them all.
    pub const fn list(
        each: &'static str,
        read: fn(&mut Lower<'s>, &mut Values<'_, 's>) -> Option<T>,
    ) -> Self {
        let expected = Expected::Several(each);
        Self { expected, read }
    }

    /// What is expected.
    pub fn expected(&self) -> Cow<'static, str> {
        match self.expected {
            Expected::One(text) => Cow::Borrowed(text),
            Expected::Several(one) => Cow::Owned(several(one)),
            Expected::Made(make) => Cow::Owned(make()),
        }
    }

    /// Reads it; what is wrong with it is reported.
    pub fn read(&self, lower: &mut Lower<'s>, values: &mut Values<'_, 's>) -> Option<T> {
        (self.read)(lower, values)
    }
}

impl<'s> Value<'s, Text<'s>> {
    pub const TEXT: Self = Self::new(A_TEXT, Lower::text_value);
}

impl<'s> Value<'s, Spanned<Date>> {
    pub const DATE: Self = Self::new(A_DATE, Lower::date);
}

impl<'s> Value<'s, Attribution<'s>> {
    pub const ATTRIBUTION: Self = Self::new(
        "a text in quotation marks, and perhaps a day, as in `\"Ada Berg\" on 2026-11-23`",
        Lower::attribution,
    );
}

impl<'s> Value<'s, FrameworkRef<'s>> {
    pub const FRAMEWORK: Self = Self::new(A_FRAMEWORK, Lower::framework_value);
}

impl<'s> Value<'s, Vec<ControlRef<'s>>> {
    pub const CONTROLS: Self = Self::list(A_CONTROL, |lower, values| {
        Some(lower.list(values, Lower::reference_value))
    });
}

impl Value<'_, Spanned<Duration>> {
    pub const DURATION: Self = Self::new(A_DURATION, Lower::duration);
}

impl Value<'_, Spanned<u32>> {
    pub const EFFORT: Self = Self::new(AN_EFFORT, Lower::effort);

    /// A whole number between two bounds.
    pub const fn number<const LEAST: u32, const MOST: u32>() -> Self {
        Self {
            expected: Expected::Made(|| {
                let (least, most) = (LEAST, MOST);
                WholeNumber { least, most }.to_string()
            }),
            read: |lower, values| lower.number(values, LEAST, MOST),
        }
    }

    /// A tier of the assessed framework's scale.
    pub const TIER: Self = Self::number::<0, 1000>();
}

impl<'s> Value<'s, Name<'s>> {
    pub const LANGUAGE: Self = Self::new(A_LANGUAGE, Lower::language);
    pub const ROLE: Self = Self::new(A_ROLE, Lower::role_value);
    pub const TECHNOLOGY: Self = Self::new(A_TECHNOLOGY, Lower::technology_value);
}

/// Words of which one is chosen.
pub trait Choice: Copy + 'static {
    /// All of them, in the order of a message.
    const ALL: &'static [Self];
    /// The word of the language.
    fn word(self) -> &'static str;
}

macro_rules! choices {
    ($($kind:ident: $all:expr;)*) => {
        $(impl Choice for $kind {
            const ALL: &'static [Self] = &$all;
            fn word(self) -> &'static str {
                Self::word(self)
            }
        })*
    };
}

choices! {
    Complete: [Self::None, Self::Source, Self::Target, Self::Both];
    Decision: Self::ALL;
    Field: Self::ALL;
    Nesting: [Self::Group, Self::Subset, Self::Whole];
    Party: Self::ALL;
    Rationale: [Self::Syntactic, Self::Semantic, Self::Functional];
    Status: [Self::Draft, Self::Reviewed, Self::Final, Self::Withdrawn];
    Style: [Self::SetTheory, Self::Supportive, Self::Crosswalk];
    SupportProperty: Self::ALL;
    Treatment: Self::ALL;
}

impl<T: Choice> Value<'_, Spanned<T>> {
    pub const CHOICE: Self = Self {
        expected: Expected::Made(words_of::<T>),
        read: |lower, values| lower.chosen(values),
    };
}

impl<T: Choice> Value<'_, T> {
    /// For rows, which are many: without its place.
    pub const UNPLACED: Self = Self {
        expected: Expected::Made(words_of::<T>),
        read: |lower, values| lower.chosen(values).map(|choice| choice.value),
    };
}

impl<T: Choice> Value<'_, Vec<Spanned<T>>> {
    pub const CHOICES: Self = Self {
        expected: Expected::Made(|| several(&words_of::<T>())),
        read: |lower, values| Some(lower.list(values, Lower::chosen)),
    };
}

impl<'s> Lower<'s> {
    /// One of the words of a kind.
    pub fn chosen<T: Choice>(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<T>> {
        self.choice_of(values, T::ALL.iter().map(|choice| (choice.word(), *choice)))
    }
}

fn words_of<T: Choice>() -> String {
    one_of(T::ALL.iter().map(|choice| choice.word()))
}

fn several(one: &str) -> String {
    format!("{one}; several with commas between them")
}
