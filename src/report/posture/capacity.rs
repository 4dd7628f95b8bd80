//! Whether an organization can do in each quarter what a roadmap asks for.

use super::{Posture, Roadmap};
use xwalk_analysis::posture::Quarter;

/// How the work of a roadmap stands to what the organization can do in a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// The organization does not say what it can do, so nobody can tell.
    NotStated,
    /// No quarter asks for more.
    Kept,
    /// These quarters ask for more.
    Exceeded(Vec<Quarter>),
}

impl Capacity {
    /// The quarters that ask for more, in words: `none`, `2027 Q1, 2027 Q2`, or that no capacity is stated.
    #[must_use]
    pub fn beyond(&self) -> String {
        match self {
            Self::NotStated => "no capacity is stated".to_owned(),
            Self::Kept => "none".to_owned(),
            Self::Exceeded(quarters) => {
                let quarters = quarters.iter().map(ToString::to_string);
                quarters.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

impl Posture<'_> {
    /// How the work of one of its roadmaps stands to what the organization can do in a quarter.
    #[must_use]
    pub fn capacity_for(&self, roadmap: &Roadmap<'_>) -> Capacity {
        if self.organization.capacity.is_none() {
            return Capacity::NotStated;
        }
        let beyond = roadmap.load.iter().filter(|quarter| quarter.excess > 0);
        let beyond: Vec<Quarter> = beyond.map(|quarter| quarter.quarter).collect();
        match beyond.is_empty() {
            true => Capacity::Kept,
            false => Capacity::Exceeded(beyond),
        }
    }
}
