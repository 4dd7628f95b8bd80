//! `roadmap`, with `phase` and `initiative`.

use crate::syntax::ast::Name;
use crate::syntax::ast::posture::{Initiative, Phase, Raise, Roadmap};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::lower::values::Values;
use crate::syntax::tree::{Construct, Entry, Property};

const ROADMAP: Vocabulary = Vocabulary {
    of: "a roadmap",
    known: &[],
    repeating: &[],
};

const PHASE: Vocabulary = Vocabulary {
    of: "a phase",
    known: &[],
    repeating: &[],
};

const INITIATIVE: Vocabulary = Vocabulary {
    of: "an initiative",
    known: &[
        "raises", "treats", "after", "effort", "owner", "starts", "lasts",
    ],
    repeating: &["raises"],
};

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
        let others = self.properties(&ROADMAP, &[], &head, block, |_, _, _| {});
        let mut phases = Vec::with_capacity(others.len());
        for entry in others {
            match entry {
                Entry::Construct(construct) if construct.word.text == "phase" => {
                    phases.extend(self.phase(construct));
                }
                entry => self.misplaced(
                    &entry,
                    ROADMAP.of,
                    "a roadmap holds phases, and a phase holds initiatives",
                ),
            }
        }
        Some(Roadmap { head, phases })
    }

    fn phase(&mut self, mut construct: Construct<'s>) -> Option<Phase<'s>> {
        let block = std::mem::take(&mut construct.block);
        let mut values = Values::new(construct.word, &construct.values);
        let head = self.heading(&construct, &mut values, "a name such as `foundations`")?;
        self.finish(&values);
        let others = self.properties(&PHASE, &[], &head, block, |_, _, _| {});
        let mut initiatives = Vec::with_capacity(others.len());
        for entry in others {
            match entry {
                Entry::Construct(construct) if construct.word.text == "initiative" => {
                    initiatives.extend(self.initiative(construct));
                }
                entry => self.misplaced(
                    &entry,
                    PHASE.of,
                    "a phase holds initiatives, as in `initiative asset-register \"Build the asset register\" { … }`",
                ),
            }
        }
        Some(Phase { head, initiatives })
    }

    fn initiative(&mut self, mut construct: Construct<'s>) -> Option<Initiative<'s>> {
        let block = std::mem::take(&mut construct.block);
        let mut values = Values::new(construct.word, &construct.values);
        let head = self.heading(&construct, &mut values, "a name such as `asset-register`")?;
        self.finish(&values);
        let mut initiative = Initiative {
            head: head.clone(),
            raises: Vec::new(),
            treats: Vec::new(),
            after: Vec::new(),
            effort: None,
            owner: None,
            starts: None,
            lasts: None,
        };
        let others = self.properties(
            &INITIATIVE,
            &[("effort", "effort 30d")],
            &head,
            block,
            |lower, property, values| match property.word.text {
                "raises" => lower.raises(property, values, &mut initiative.raises),
                "treats" => {
                    initiative.treats =
                        lower.names(values, "the name of a risk such as `ransomware`");
                }
                "after" => {
                    initiative.after =
                        lower.names(values, "the name of an initiative such as `asset-register`");
                }
                "effort" => initiative.effort = lower.effort(values),
                "owner" => initiative.owner = lower.role_value(values),
                "starts" => initiative.starts = lower.date(values),
                _ => initiative.lasts = lower.duration(values),
            },
        );
        self.all_misplaced(
            &others,
            INITIATIVE.of,
            "an initiative holds properties, one a line",
        );
        Some(initiative)
    }

    /// `ID.AM.a, ID.AM.b to 4`
    fn raises(
        &mut self,
        property: &Property<'s>,
        values: &mut Values<'_, 's>,
        raises: &mut Vec<Raise<'s>>,
    ) {
        let controls = self.list(values, Self::reference_value);
        let to = self
            .expect_word(
                values,
                "to",
                "`to` and the tier behind the controls, as in `raises ID.AM.a to 4`",
            )
            .and_then(|_| self.number(values, 0, 1000));
        raises.extend(to.into_iter().flat_map(|to| {
            let raise = move |control| Raise {
                span: property.span,
                control,
                to,
            };
            controls.clone().into_iter().map(raise)
        }));
    }

    fn names(&mut self, values: &mut Values<'_, 's>, expected: &'static str) -> Vec<Name<'s>> {
        self.list(values, |lower, values| lower.named(values, expected))
    }
}
