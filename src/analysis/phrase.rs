//! Arguments in words that a standards author follows.

use std::collections::BTreeMap;

use super::Contradiction;
use super::argument::{Chain, Ground, Step};
use super::statements::Thing;
use crate::model::Model;
use crate::relation::{Label, Relation};

/// How one thing lies to another, as a verb between their names: `lies inside`, `is equal to`.
#[must_use]
pub fn verb(label: Label) -> &'static str {
    words(label).0
}

/// How one thing is said to lie to another: `to lie inside`, `to be equal to`.
#[must_use]
pub fn infinitive(label: Label) -> &'static str {
    words(label).1
}

fn words(label: Label) -> (&'static str, &'static str) {
    use Relation::{Equal, IntersectsWith, NoRelationship, SubsetOf, SupersetOf};
    let relations: Vec<Relation> = label.relations().collect();
    match relations.as_slice() {
        [Equal] => ("is equal to", "to be equal to"),
        [SubsetOf] => ("lies inside", "to lie inside"),
        [SupersetOf] => ("contains", "to contain"),
        [IntersectsWith] => ("intersects with", "to intersect with"),
        [NoRelationship] => (
            "has nothing in common with",
            "to have nothing in common with",
        ),
        [Equal, SubsetOf] => ("lies inside or equals", "to lie inside or equal"),
        [Equal, SupersetOf] => ("contains or equals", "to contain or equal"),
        [Equal, SubsetOf, SupersetOf, IntersectsWith] => {
            ("shares something with", "to share something with")
        }
        [SubsetOf, IntersectsWith] => (
            "shares something with, and does not contain,",
            "to share something with, and not to contain,",
        ),
        [SupersetOf, IntersectsWith] => (
            "shares something with, and does not lie inside,",
            "to share something with, and not to lie inside,",
        ),
        [IntersectsWith, NoRelationship] => (
            "neither contains nor lies inside",
            "neither to contain nor to lie inside",
        ),
        [SupersetOf, IntersectsWith, NoRelationship] => {
            ("does not lie inside", "not to lie inside")
        }
        [SubsetOf, IntersectsWith, NoRelationship] => ("does not contain", "not to contain"),
        _ => ("lies in some way to", "to lie in some way to"),
    }
}

impl Step {
    /// What it says as a verb between what it starts from and what it leads to: `lies inside`, `is part of`.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self.ground {
            Ground::Row(_) => verb(self.says),
            Ground::Nesting if self.says == Label::WITHIN => "is part of",
            Ground::Nesting => "has as a part",
        }
    }
}

/// The names that an argument uses: identifiers, with their framework where two of them are alike.
#[derive(Debug)]
pub struct Names<'a, 's> {
    model: &'a Model<'s>,
    /// How many different controls of the argument have an identifier.
    bearers: BTreeMap<&'a str, Vec<Thing>>,
}

impl<'a, 's> Names<'a, 's> {
    /// Names for all that occurs in some chains.
    #[must_use]
    pub fn of<'c>(model: &'a Model<'s>, chains: impl IntoIterator<Item = &'c Chain>) -> Self {
        let mut bearers: BTreeMap<&str, Vec<Thing>> = BTreeMap::new();
        for chain in chains {
            let things = chain.steps.iter().map(|step| step.to);
            for thing in std::iter::once(chain.from).chain(things) {
                if let Thing::Control(control) = thing {
                    let bearers = bearers
                        .entry(model.controls[control].identifier)
                        .or_default();
                    if !bearers.contains(&thing) {
                        bearers.push(thing);
                    }
                }
            }
        }
        Self { model, bearers }
    }

    /// `PR.AA-05`, `nist-csf@2.0:PR.AA-05` where another framework has one of that name; `all of iso-27001@2022`.
    #[must_use]
    pub fn name(&self, thing: Thing) -> String {
        match thing {
            Thing::Control(control) => {
                let identifier = self.model.controls[control].identifier;
                let alike = self.bearers.get(identifier).map_or(0, Vec::len);
                if alike > 1 {
                    self.model.qualified(control)
                } else {
                    identifier.to_owned()
                }
            }
            Thing::Whole(framework) => {
                format!("all of {}", self.model.frameworks[framework].label())
            }
        }
    }

    /// A chain as the beginning of a sentence: `` `A` lies inside `B`, which is equal to `C` ``. What is said after
    /// each step, such as its place, comes from `beside`, which gets the number of the step.
    #[must_use]
    pub fn sentence(&self, chain: &Chain, beside: impl Fn(usize) -> String) -> String {
        let mut text = format!("`{}`", self.name(chain.from));
        for (at, step) in chain.steps.iter().enumerate() {
            if at > 0 {
                text += ", which";
            }
            text += &format!(" {} `{}`{}", step.verb(), self.name(step.to), beside(at));
        }
        text
    }

    /// A contradiction in one sentence: what the chain shows, `yet` what the denying row says. What is said after each
    /// step comes from `beside`; after the denial, with the number of steps.
    #[must_use]
    pub fn contradiction(
        &self,
        contradiction: &Contradiction,
        beside: impl Fn(usize) -> String,
    ) -> String {
        let chain = &contradiction.chain;
        let (from, to) = (
            chain.from,
            chain.steps.last().map_or(chain.from, |step| step.to),
        );
        let denial = format!(
            "`{}` is said {} `{}`{}",
            self.name(from),
            infinitive(contradiction.denied),
            self.name(to),
            beside(chain.steps.len())
        );
        if chain.steps.is_empty() {
            return format!("{denial}, and nothing lies so to itself");
        }
        format!("{}, yet {denial}", self.sentence(chain, beside))
    }
}
