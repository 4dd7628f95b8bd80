//! What would be so, as programs read it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::contract::Contract;
use crate::cli::posture::json::{GroundV1, MovedV1, Spoken, TallyV1};
use crate::report::posture::{Changed, NamedControl, WhatIf};
use crate::report::published::Word;

/// The answer for programs.
pub const CONTRACT: Contract = Contract {
    name: "xwalk-what-if",
    version: 1,
    about: "The answer of `whatif --format json`",
    schema: Contract::schema_of::<DocumentV1<'_>>,
    page: "docs/answers/what-if.md",
};

/// What would change if these initiatives, and nothing else, were done.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The name of the organization.
    organization: &'a str,
    /// The initiatives that are asked for, in the order of the text, each once.
    initiatives: &'a [&'a str],
    /// What has to be done first and is not among them: what it raises is not counted.
    left_out: Vec<LeftOutV1<'a>>,
    /// The tiers that rise.
    raised: Vec<MovedV1<'a>>,
    /// The controls that the initiatives are declared to raise, and do not: they are not applicable, or have that tier
    /// already.
    #[schemars(with = "Vec<String>")]
    not_raised: &'a [NamedControl],
    /// How many assessable controls have each verdict, by framework with its edition.
    verdicts: BTreeMap<&'a str, TurnedV1>,
    /// The verdicts that change, by framework, in the order of its controls.
    changed: Vec<ChangedV1<'a>>,
    /// The risks that are treated.
    treated: Vec<TreatedV1<'a>>,
}

/// An initiative that has to be done first, and is not asked for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LeftOut")]
struct LeftOutV1<'a> {
    /// Which.
    initiative: &'a str,
    /// What directly waits for it, and is asked for, or is itself left out.
    waiting: &'a [&'a str],
}

/// The verdicts on a framework, counted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Turned")]
struct TurnedV1 {
    /// As it is now.
    before: TallyV1,
    /// As it would be.
    after: TallyV1,
}

/// A verdict that changes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Changed")]
struct ChangedV1<'a> {
    /// The control, with its framework.
    control: &'a str,
    /// What it is now.
    before: Word<Spoken>,
    /// What it would be.
    after: Word<Spoken>,
    /// What the verdict after it would rest on. Absent where nobody could tell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grounds: Vec<GroundV1<'a>>,
    /// Why nobody could tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<&'a str>,
}

/// A risk that is treated.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Treated")]
struct TreatedV1<'a> {
    /// Its name.
    risk: &'a str,
    /// Likelihood times impact.
    level: u32,
    /// The initiatives that treat it.
    by: &'a [&'a str],
}

impl<'a> DocumentV1<'a> {
    pub fn new(what_if: &'a WhatIf<'_>) -> Self {
        let left_out = what_if.left_out.iter();
        let turned = what_if.turned.iter();
        let treated = what_if.treated.iter();
        Self {
            organization: what_if.organization,
            initiatives: &what_if.initiatives,
            left_out: left_out
                .map(|one| LeftOutV1 {
                    initiative: one.initiative,
                    waiting: &one.waiting,
                })
                .collect(),
            raised: what_if.moved.iter().map(MovedV1::new).collect(),
            not_raised: &what_if.idle,
            verdicts: turned
                .map(|one| {
                    let counts = TurnedV1 {
                        before: TallyV1::new(&one.before),
                        after: TallyV1::new(&one.after),
                    };
                    (&*one.framework, counts)
                })
                .collect(),
            changed: what_if.changed.iter().map(ChangedV1::new).collect(),
            treated: treated
                .map(|one| TreatedV1 {
                    risk: one.risk,
                    level: one.level,
                    by: &one.by,
                })
                .collect(),
        }
    }
}

impl<'a> ChangedV1<'a> {
    fn new(changed: &'a Changed) -> Self {
        let (change, after) = (&changed.change, &changed.after);
        Self {
            control: &change.control,
            before: Word(Spoken(change.before)),
            after: Word(Spoken(change.after)),
            grounds: after.reasons.iter().map(GroundV1::new).collect(),
            doubt: after.doubt.as_deref(),
        }
    }
}
