//! What would be so, as programs read it.

use std::collections::BTreeMap;

use crate::JsonSchema;
use serde::Serialize;

use crate::contract::{Contract, contract};
use crate::posture::json::{MovedV1, TallyV1};
use xwalk_report::posture::{Changed, Declared, LeftOut, NamedControl, Reason, Treated, WhatIf};
use xwalk_report::published::{Spoken, Word};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "what-if" 1,
    "The answer of `whatif --format json`",
    "docs/answers/what-if.md",
    Contract::schema_of::<DocumentV1<'_>>
);

/// What would change if these initiatives, and nothing else, were done.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The name of the organization.
    organization: &'a str,
    /// The initiatives that are asked for, in the order of the text, each once.
    #[schemars(with = "Vec<String>")]
    initiatives: &'a [Declared<'a>],
    /// What has to be done first and is not among them: what it raises is not counted.
    left_out: &'a [LeftOut<'a>],
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
    treated: &'a [Treated<'a>],
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
    #[serde(skip_serializing_if = "<[Reason]>::is_empty")]
    grounds: &'a [Reason],
    /// Why nobody could tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<&'a str>,
}

impl<'a> DocumentV1<'a> {
    pub fn new(what_if: &'a WhatIf<'_>) -> Self {
        let turned = what_if.turned.iter();
        Self {
            organization: what_if.organization,
            initiatives: &what_if.initiatives,
            left_out: &what_if.left_out,
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
            treated: &what_if.treated,
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
            grounds: &after.reasons,
            doubt: after.doubt.as_deref(),
        }
    }
}
