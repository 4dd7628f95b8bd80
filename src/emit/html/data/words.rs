//! The texts that recur in the data, each kept once.

use std::collections::BTreeMap;

/// The texts that recur, numbered in the order of their first use.
#[derive(Debug)]
pub(super) struct Words<'r> {
    numbers: BTreeMap<&'r str, usize>,
    list: Vec<&'r str>,
}

impl<'r> Words<'r> {
    /// The empty text alone, as number 0.
    pub(super) fn new() -> Self {
        Self {
            numbers: BTreeMap::from([("", 0)]),
            list: vec![""],
        }
    }

    /// The number of a text; 0 if there is none.
    pub(super) fn number(&mut self, word: Option<&'r str>) -> usize {
        let next = self.list.len();
        let number = *self.numbers.entry(word.unwrap_or("")).or_insert(next);
        if number == next {
            self.list.extend(word);
        }
        number
    }

    /// File and line of `file:line`.
    pub(super) fn place(&mut self, place: &'r str) -> (usize, u32) {
        let (file, line) = place.rsplit_once(':').unwrap_or((place, ""));
        (self.number(Some(file)), line.parse().unwrap_or(0))
    }

    /// All of them.
    pub(super) fn finish(self) -> Vec<&'r str> {
        self.list
    }
}
