//! `roadmap`, with `phase` and `initiative`.

use super::Member;
use crate::ast::Name;
use crate::ast::posture::{Heading, Initiative, Phase, Raise, Roadmap};
use crate::lower::Lower;
use crate::lower::value::Value;
use crate::lower::values::Values;
use crate::lower::words::Often::{Needed, Once, Repeated};
use crate::lower::words::{Block, Word, words};
use crate::tree::{Construct, Entry};

const A_RISK: &str = "the name of a risk such as `ransomware`";
const AN_INITIATIVE: &str = "the name of an initiative such as `asset-register`";

/// Neither a roadmap nor a phase has words of its own.
impl<'s> Block<'s> for Roadmap<'s> {
    const OF: &'static str = "a roadmap";
    const WORDS: &'s [Word<'s, Self>] = &[];
}

impl<'s> Block<'s> for Phase<'s> {
    const OF: &'static str = "a phase";
    const WORDS: &'s [Word<'s, Self>] = &[];
}

impl<'s> Block<'s> for Initiative<'s> {
    const OF: &'static str = "an initiative";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "raises" Repeated, Value::RAISES, |initiative| initiative.raises, "the controls that it raises, and to which tier";
        "treats" Once, Value::RISKS, |initiative| initiative.treats, "the risks that it lessens";
        "after" Once, Value::INITIATIVES, |initiative| initiative.after, "the initiatives that have to be complete before it begins";
        "effort" Needed("effort 30d"), Value::EFFORT, |initiative| initiative.effort, "how much work it is, in working days of one person";
        "owner" Once, Value::ROLE, |initiative| initiative.owner, "the role that answers for it";
        "starts" Once, Value::DATE, |initiative| initiative.starts, "the day before which it does not begin";
        "lasts" Once, Value::DURATION, |initiative| initiative.lasts, "how long it takes";
    };
}

impl<'s> Member<'s> for Initiative<'s> {
    const NAME: &'static str = "a name such as `asset-register`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}

impl<'s> Value<'s, Vec<Name<'s>>> {
    const RISKS: Self = Self::list(A_RISK, |lower, values| lower.names(values, A_RISK));
    const INITIATIVES: Self = Self::list(AN_INITIATIVE, |lower, values| {
        lower.names(values, AN_INITIATIVE)
    });
}

impl<'s> Value<'s, Vec<Raise<'s>>> {
    const RAISES: Self = Self::new(
        "controls, and `to` and a tier, as in `ID.AM.a, ID.AM.b to 4`",
        Lower::raises,
    );
}

impl<'s> Lower<'s> {
    /// A roadmap and its phases.
    pub fn roadmap(&mut self, mut construct: Construct<'s>) -> Option<Roadmap<'s>> {
        let block = std::mem::take(&mut construct.block);
        let mut values = Values::new(construct.word, &construct.values);
        let mut head = self.heading(&construct, &mut values, "a name such as `acme-2027`")?;
        let Some(word) = values.word("for") else {
            self.finish(&values);
            self.missing_part(
                &construct,
                "for",
                "the assessment it starts from before the block, as in `for acme-2026`",
            );
            return None;
        };
        values.of = word;
        head.of = Some(self.named(&mut values, "the name of an assessment such as `acme-2026`")?);
        self.finish(&values);
        let name = head.name;
        let mut roadmap = Roadmap {
            head,
            ..Roadmap::default()
        };
        let others = self.properties(&mut roadmap, name, block);
        for entry in others {
            match entry {
                Entry::Construct(construct) if construct.word.text == "phase" => {
                    roadmap.phases.extend(self.phase(construct));
                }
                entry => self.misplaced(
                    &entry,
                    Roadmap::OF,
                    "a roadmap contains phases, and a phase contains initiatives",
                ),
            }
        }
        Some(roadmap)
    }

    fn phase(&mut self, mut construct: Construct<'s>) -> Option<Phase<'s>> {
        let block = std::mem::take(&mut construct.block);
        let mut values = Values::new(construct.word, &construct.values);
        let head = self.heading(&construct, &mut values, "a name such as `foundations`")?;
        self.finish(&values);
        let name = head.name;
        let mut phase = Phase {
            head,
            ..Phase::default()
        };
        let others = self.properties(&mut phase, name, block);
        for entry in others {
            match entry {
                Entry::Construct(construct) if construct.word.text == "initiative" => {
                    phase.initiatives.extend(self.initiative(construct));
                }
                entry => self.misplaced(
                    &entry,
                    Phase::OF,
                    "a phase contains initiatives, as in `initiative asset-register \"Build the asset register\" { … }`",
                ),
            }
        }
        Some(phase)
    }

    fn initiative(&mut self, mut construct: Construct<'s>) -> Option<Initiative<'s>> {
        let block = std::mem::take(&mut construct.block);
        let mut values = Values::new(construct.word, &construct.values);
        let head = self.heading(&construct, &mut values, Initiative::NAME)?;
        self.finish(&values);
        Some(self.described(head, block))
    }

    /// `ID.AM.a, ID.AM.b to 4`
    fn raises(&mut self, values: &mut Values<'_, 's>) -> Option<Vec<Raise<'s>>> {
        let controls = self.list(values, Self::reference_value);
        self.expect_word(
            values,
            "to",
            "`to` and the tier after the controls, as in `raises ID.AM.a to 4`",
        )?;
        let to = self.number(values, 0, 1000)?;
        let raise = |control| Raise {
            span: values.entry,
            control,
            to,
        };
        Some(controls.into_iter().map(raise).collect())
    }
}
