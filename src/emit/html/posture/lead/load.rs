//! The work that a roadmap asks of each owner, quarter by quarter.

use serde::Serialize;

use crate::posture::name::{Name, Names};
use crate::posture::places::Kind;
use crate::view::view;
use xwalk_report::posture::{Declared, QuarterLoad, Roadmap};

view! {
    /// The work that a roadmap asks for.
    #[derive(Serialize)]
    pub(super) struct Load<'r> {
        /// Its quarters.
        quarters: Vec<Loaded<'r>>,
        /// The working days of all.
        effort: String,
        /// Who does how many of them.
        owners: Names<'r>,
    }
}

view! {
    /// A quarter.
    #[derive(Serialize)]
    struct Loaded<'r> {
        /// Which.
        quarter: String,
        /// The working days that it asks for.
        effort: String,
        /// The working days that other roadmaps ask for, if they do.
        others: Option<String>,
        /// The working days that there are, where that is said.
        capacity: Option<String>,
        /// The working days that are too many, if any are.
        excess: Option<String>,
        /// Who does how many of them.
        owners: Names<'r>,
    }
}

pub(super) fn load<'r>(roadmap: &'r Roadmap<'r>) -> Load<'r> {
    let quarters = roadmap.load.iter();
    let effort: u64 = roadmap.load.iter().map(|load| load.effort).sum();
    Load {
        quarters: quarters.map(loaded).collect(),
        effort: effort.to_string(),
        owners: owners(&roadmap.owners),
    }
}

fn loaded<'r>(load: &QuarterLoad<'r>) -> Loaded<'r> {
    Loaded {
        quarter: load.quarter.to_string(),
        effort: load.effort.to_string(),
        others: (load.elsewhere > 0).then(|| load.elsewhere.to_string()),
        capacity: load.capacity.map(|days| days.to_string()),
        excess: (load.excess > 0).then(|| load.excess.to_string()),
        owners: owners(&load.owners),
    }
}

fn owners<'r>(owners: &[(Option<Declared<'r>>, u64)]) -> Names<'r> {
    Names::with(owners.iter().map(|(owner, effort)| {
        let nobody = || Name::word("", "nobody named");
        let owner = owner.map_or_else(nobody, |role| Kind::Role.name(role));
        (owner, format!(" {effort}"))
    }))
}
