//! The work that a roadmap asks of each owner, quarter by quarter.

use serde::Serialize;

use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::Kind;
use crate::view::view;
use xwalk_report::posture::{QuarterLoad, Roadmap};

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
        /// The working days that there are, where that is said.
        capacity: Option<String>,
        /// The working days that are too many, if any are.
        excess: Option<String>,
        /// Who does how many of them.
        owners: Names<'r>,
    }
}

pub(super) fn load<'r>(page: Page<'r>, roadmap: &'r Roadmap<'r>) -> Load<'r> {
    let quarters = roadmap.load.iter();
    let effort: u64 = roadmap.load.iter().map(|load| load.effort).sum();
    Load {
        quarters: quarters.map(|load| loaded(page, load)).collect(),
        effort: effort.to_string(),
        owners: owners(page, &roadmap.owners),
    }
}

fn loaded<'r>(page: Page<'r>, load: &QuarterLoad<'r>) -> Loaded<'r> {
    Loaded {
        quarter: load.quarter.to_string(),
        effort: load.effort.to_string(),
        capacity: load.capacity.map(|days| days.to_string()),
        excess: (load.excess > 0).then(|| load.excess.to_string()),
        owners: owners(page, &load.owners),
    }
}

fn owners<'r>(page: Page<'r>, owners: &[(Option<&'r str>, u64)]) -> Names<'r> {
    Names::with(owners.iter().map(|(owner, effort)| {
        let nobody = || Name::word("", "nobody named");
        let owner = owner.map_or_else(nobody, |role| page.places.name(Kind::Role, role));
        (owner, format!(" {effort}"))
    }))
}
