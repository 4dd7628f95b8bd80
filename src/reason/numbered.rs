//! Values by number: one for each node or statement, and lists of several.

use std::ops::{Index, IndexMut, Range};

/// One value for each number from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbered<T>(Vec<T>);

impl<T: Clone> Numbered<T> {
    /// The same value for each.
    pub fn all(value: T, count: usize) -> Self {
        Self(vec![value; count])
    }
}

impl<T> Numbered<T> {
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl<T> From<Vec<T>> for Numbered<T> {
    fn from(values: Vec<T>) -> Self {
        Self(values)
    }
}

impl<T> Index<u32> for Numbered<T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "a network refuses numbers of nodes that there are not"
    )]
    fn index(&self, number: u32) -> &T {
        &self.0[number as usize]
    }
}

impl<T> IndexMut<u32> for Numbered<T> {
    #[expect(
        clippy::indexing_slicing,
        reason = "a network refuses numbers of nodes that there are not"
    )]
    fn index_mut(&mut self, number: u32) -> &mut T {
        &mut self.0[number as usize]
    }
}

/// A list of values for each number, all lists in one piece of memory, so that those of a range of numbers are too.
#[derive(Clone, Debug)]
pub(super) struct Lists<T> {
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// Sorts values under their numbers; those of one number stay in order. The pairs are walked twice.
    pub fn new(count: usize, pairs: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        // Counted one place further up, so that filling moves each start to where it belongs.
        let mut starts = vec![0_u32; count + 2];
        for (number, _) in pairs.clone() {
            if let Some(length) = starts.get_mut(number as usize + 2) {
                *length += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut values = vec![T::default(); sum as usize];
        for (number, value) in pairs {
            if let Some(place) = starts.get_mut(number as usize + 1) {
                if let Some(slot) = values.get_mut(*place as usize) {
                    *slot = value;
                }
                *place += 1;
            }
        }
        starts.pop();
        Self { starts, values }
    }
}

impl<T> Lists<T> {
    /// The values of one number.
    pub fn of(&self, number: u32) -> &[T] {
        self.within(number..number + 1)
    }

    /// The values of all numbers of a range.
    pub fn within(&self, numbers: Range<u32>) -> &[T] {
        let bounds = (
            self.starts.get(numbers.start as usize),
            self.starts.get(numbers.end as usize),
        );
        match bounds {
            (Some(start), Some(end)) => self
                .values
                .get(*start as usize..*end as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }
}
