//! Arguments in words that a standards author follows.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Contradiction;
use super::argument::{Chain, Ground, Step};
use super::statements::Subject;
use xwalk_model::{ControlId, End, Model, Row};
use xwalk_relation::{Label, Relation};

/// How one thing relates to another, as a verb between their names: `is contained in`, `is equal to`.
#[must_use]
pub fn verb(label: Label) -> &'static str {
    words(label).0
}

/// How one thing is said to relate to another: `to be contained in`, `to be equal to`.
#[must_use]
pub fn infinitive(label: Label) -> &'static str {
    words(label).1
}

fn words(label: Label) -> (&'static str, &'static str) {
    use Relation::{Equal, IntersectsWith, NoRelationship, SubsetOf, SupersetOf};
    let relations: Vec<Relation> = label.relations().collect();
    match relations.as_slice() {
        [Equal] => ("is equal to", "to be equal to"),
        [SubsetOf] => ("is contained in", "to be contained in"),
        [SupersetOf] => ("contains", "to contain"),
        [IntersectsWith] => ("intersects with", "to intersect with"),
        [NoRelationship] => (
            "has nothing in common with",
            "to have nothing in common with",
        ),
        [Equal, SubsetOf] => ("is contained in or equals", "to be contained in or equal"),
        [Equal, SupersetOf] => ("contains or equals", "to contain or equal"),
        [Equal, SubsetOf, SupersetOf, IntersectsWith] => {
            ("shares something with", "to share something with")
        }
        [SubsetOf, IntersectsWith] => (
            "shares something with, and does not contain,",
            "to share something with, and not to contain,",
        ),
        [SupersetOf, IntersectsWith] => (
            "shares something with, and is not contained in,",
            "to share something with, and not to be contained in,",
        ),
        [IntersectsWith, NoRelationship] => (
            "neither contains nor is contained in",
            "neither to contain nor to be contained in",
        ),
        [SupersetOf, IntersectsWith, NoRelationship] => {
            ("is not contained in", "not to be contained in")
        }
        [SubsetOf, IntersectsWith, NoRelationship] => ("does not contain", "not to contain"),
        _ => ("relates in some way to", "to relate in some way to"),
    }
}

/// A row as it is written, without its clauses: `PR.AA-05 equal A.5.15 + A.5.18`.
#[must_use]
pub fn claim(model: &Model<'_>, row: &Row<'_>) -> String {
    let end = |end: &End| {
        let names = end.controls().iter();
        let names: Vec<&str> = names.map(|id| model.controls[*id].identifier).collect();
        match names.as_slice() {
            [] => "*".to_owned(),
            names => names.join(" + "),
        }
    };
    format!(
        "{} {} {}",
        end(&row.source),
        row.relation_text(),
        end(&row.target)
    )
}

impl Step {
    /// What it says as a verb between what it starts from and what it leads to: `is contained in`, `is part of`.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self.ground {
            // A supportive relation, or what is said of several together and of none alone.
            Ground::Row(_) if self.says == Label::ANY => "is mapped to",
            Ground::Row(_) => verb(self.says),
            Ground::Nesting if self.says == Label::WITHIN => "is part of",
            Ground::Nesting => "has the part",
        }
    }
}

/// The names that an argument uses: identifiers, with their framework where two of them are alike.
#[derive(Debug)]
pub struct Names<'a, 's> {
    pub(super) model: &'a Model<'s>,
    /// How many different controls of the argument have an identifier.
    bearers: BTreeMap<&'a str, Vec<Subject>>,
    /// The titles of those that the reader does not have at hand.
    introduced: BTreeMap<ControlId, &'a str>,
}

impl<'a, 's> Names<'a, 's> {
    /// Names for all that occurs in some chains.
    #[must_use]
    pub fn of<'c>(model: &'a Model<'s>, chains: impl IntoIterator<Item = &'c Chain>) -> Self {
        Self::of_things(model, chains.into_iter().flat_map(Chain::subjects))
    }

    /// Names for these.
    #[must_use]
    pub fn of_things(model: &'a Model<'s>, subjects: impl IntoIterator<Item = Subject>) -> Self {
        let mut bearers: BTreeMap<&str, Vec<Subject>> = BTreeMap::new();
        for subject in subjects {
            if let Subject::Control(control) = subject {
                let bearers = bearers
                    .entry(model.controls[control].identifier)
                    .or_default();
                if !bearers.contains(&subject) {
                    bearers.push(subject);
                }
            }
        }
        Self {
            model,
            bearers,
            introduced: BTreeMap::new(),
        }
    }

    /// The same names, but these controls, which the reader does not have at hand, with their framework and this title.
    #[must_use]
    pub fn introducing(mut self, controls: impl IntoIterator<Item = (ControlId, &'a str)>) -> Self {
        self.introduced.extend(controls);
        self
    }

    /// `PR.AA-05`, `nist-csf@2.0:PR.AA-05` where another framework has one of that name; `all of iso-27001@2022`.
    #[must_use]
    pub fn name(&self, subject: Subject) -> String {
        match subject {
            Subject::Control(control) => self.control(control),
            Subject::Whole(framework) => {
                format!("all of {}", self.model.frameworks[framework].label())
            }
        }
    }

    /// The name as a sentence quotes it: `` `PR.AA-05` ``, `` all of `iso-27001@2022` ``.
    #[must_use]
    pub fn quoted(&self, subject: Subject) -> String {
        match subject {
            Subject::Control(control) => {
                let name = format!("`{}`", self.control(control));
                match self.introduced.get(&control) {
                    None | Some(&"") => name,
                    // Backticks are for names.
                    Some(title) => format!("{name} ({})", title.replace('`', "'")),
                }
            }
            Subject::Whole(framework) => {
                format!("all of `{}`", self.model.frameworks[framework].label())
            }
        }
    }

    fn control(&self, control: ControlId) -> String {
        let identifier = self.model.controls[control].identifier;
        let alike = self.bearers.get(identifier).map_or(0, Vec::len);
        if alike > 1 || self.introduced.contains_key(&control) {
            self.model.qualified(control)
        } else {
            identifier.to_owned()
        }
    }

    /// A chain as the beginning of a sentence: `` `A` is contained in `B`, which is equal to `C` ``. What is said after
    /// each step, such as its place, comes from `beside`, which gets the number of the step. Of a long chain, the
    /// steps in the [`middle`] are only counted.
    #[must_use]
    pub fn sentence(&self, chain: &Chain, beside: impl Fn(usize) -> String) -> String {
        let passed_over = middle(chain);
        let mut text = self.quoted(chain.from);
        for (at, step) in chain.steps.iter().enumerate() {
            if at + 1 == passed_over.end {
                let count = passed_over.len();
                text += &format!(
                    ", and so on for {count} more steps to {}",
                    self.quoted(step.to)
                );
            }
            if !passed_over.contains(&at) {
                text += if at > 0 { ", which " } else { " " };
                text += &format!("{}{}", self.predicate(step), beside(at));
            }
        }
        text
    }

    /// `` is equal to `B` ``.
    fn predicate(&self, step: &Step) -> String {
        format!("{} {}", step.verb(), self.quoted(step.to))
    }

    /// Each step of a chain as a sentence by itself: `` `B` is equal to `C` ``.
    pub fn steps(&self, chain: &Chain) -> impl Iterator<Item = String> {
        let starts = chain.steps.iter().map(|step| step.to);
        let starts = std::iter::once(chain.from).chain(starts);
        let steps = starts.zip(&chain.steps);
        steps.map(|(from, step)| format!("{} {}", self.quoted(from), self.predicate(step)))
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
        let denial = format!(
            "{} is declared {} {}{}",
            self.quoted(chain.from),
            infinitive(contradiction.denied),
            self.quoted(chain.to()),
            beside(chain.steps.len())
        );
        if chain.steps.is_empty() {
            return format!("{denial}, and nothing relates to itself in that way");
        }
        format!("{}, yet {denial}", self.sentence(chain, beside))
    }

    /// What the denying row of a contradiction says: `` `A` is equal to `C` ``.
    #[must_use]
    pub fn denial(&self, contradiction: &Contradiction) -> String {
        let chain = &contradiction.chain;
        format!(
            "{} {} {}",
            self.quoted(chain.from),
            verb(contradiction.denied),
            self.quoted(chain.to())
        )
    }
}

/// The steps of a chain that a sentence only counts: none, unless there are more than a person keeps in mind.
#[must_use]
pub fn middle(chain: &Chain) -> Range<usize> {
    const TOLD: usize = 8;
    const AT_EACH_END: usize = 3;
    if chain.steps.len() > TOLD {
        AT_EACH_END..chain.steps.len() - AT_EACH_END
    } else {
        0..0
    }
}
