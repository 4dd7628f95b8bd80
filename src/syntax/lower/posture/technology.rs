//! `technology` and `playbook`.

use crate::syntax::ast::Name;
use crate::syntax::ast::posture::{Agent, Columns, Measured, Playbook, PlaybookStep, Technology};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::lower::values::Values;
use crate::syntax::tree::{Construct, Property};

use super::A_TECHNOLOGY;

const TECHNOLOGY: Vocabulary = Vocabulary {
    of: "a technology",
    known: &["kind", "supports", "feeds"],
    repeating: &["supports", "feeds"],
};

const PLAYBOOK: Vocabulary = Vocabulary {
    of: "a playbook",
    known: &[
        "trigger",
        "detector",
        "executor",
        "supports",
        "step",
        "exercised",
        "detect",
        "respond",
        "measured",
    ],
    repeating: &["supports", "step"],
};

/// Who or what does a step.
#[derive(Clone, Copy)]
enum Manner {
    Automated,
    Manual,
}

impl<'s> Lower<'s> {
    /// A technology.
    pub fn technology(&mut self, construct: Construct<'s>) -> Option<Technology<'s>> {
        let head = self.member_heading(&construct, "a name such as `siem`")?;
        let mut technology = Technology {
            head: head.clone(),
            kind: None,
            supports: Vec::new(),
            feeds: Vec::new(),
        };
        let others = self.properties(
            &TECHNOLOGY,
            &[("kind", "kind siem")],
            &head,
            construct.block,
            |lower, property, values| match property.word.text {
                "kind" => {
                    technology.kind = lower.named(values, "a word for its kind such as `siem`");
                }
                "supports" => technology.supports.extend(lower.supports(values)),
                _ => {
                    let fed = lower.list(values, Self::technology_value);
                    technology.feeds.extend(fed);
                }
            },
        );
        self.all_misplaced(
            &others,
            TECHNOLOGY.of,
            "a technology holds properties, one a line",
        );
        Some(technology)
    }

    fn technology_value(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        self.named(values, A_TECHNOLOGY)
    }

    /// A playbook.
    pub fn playbook(&mut self, construct: Construct<'s>) -> Option<Playbook<'s>> {
        let head = self.member_heading(&construct, "a name such as `contain-ransomware`")?;
        let mut playbook = Playbook {
            head: head.clone(),
            trigger: None,
            detector: None,
            executor: None,
            supports: Vec::new(),
            steps: Vec::new(),
            exercised: None,
            detect: None,
            respond: None,
            measured: None,
        };
        let others = self.properties(
            &PLAYBOOK,
            &[],
            &head,
            construct.block,
            |lower, property, values| match property.word.text {
                "trigger" => playbook.trigger = lower.text_value(values),
                "detector" => playbook.detector = lower.technology_value(values),
                "executor" => playbook.executor = lower.technology_value(values),
                "supports" => playbook.supports.extend(lower.supports(values)),
                "step" => playbook.steps.extend(lower.step(property, values)),
                "exercised" => playbook.exercised = lower.date(values),
                "detect" => playbook.detect = lower.duration_behind(values, "within"),
                "respond" => playbook.respond = lower.duration_behind(values, "within"),
                _ => playbook.measured = lower.measured(values),
            },
        );
        self.all_misplaced(
            &others,
            PLAYBOOK.of,
            "a playbook holds properties, one a line",
        );
        Some(playbook)
    }

    /// `"Isolate the host" automated by edr`, `"Inform legal" manual by legal`
    fn step(
        &mut self,
        property: &Property<'s>,
        values: &mut Values<'_, 's>,
    ) -> Option<PlaybookStep<'s>> {
        const MANNERS: [(&str, Manner); 2] =
            [("automated", Manner::Automated), ("manual", Manner::Manual)];
        let title = self.text_value(values)?;
        let manner = self.choice(values, &MANNERS)?.value;
        let by = match manner {
            Manner::Automated => {
                self.expect_word(values, "by", "`by` and the technology that does it")?;
                Agent::Automated(self.technology_value(values)?)
            }
            Manner::Manual => {
                self.expect_word(values, "by", "`by` and the role that does it")?;
                Agent::Manual(self.role_value(values)?)
            }
        };
        Some(PlaybookStep {
            span: property.span,
            title,
            by,
        })
    }

    /// `"incidents.csv" occurred "…" detected "…" responded "…"`
    fn measured(&mut self, values: &mut Values<'_, 's>) -> Option<Measured<'s>> {
        let file = self.text_value(values)?;
        let mut column = |word| {
            self.expect_word(
                values,
                word,
                "the three columns, as in `occurred \"…\" detected \"…\" responded \"…\"`",
            )?;
            self.text_value(values)
        };
        let columns = Columns {
            occurred: column("occurred")?,
            detected: column("detected")?,
            responded: column("responded")?,
        };
        Some(Measured { file, columns })
    }
}
