//! `technology` and `playbook`.

use super::{A_TECHNOLOGY, Member};
use crate::ast::Name;
use crate::ast::Spanned;
use crate::ast::posture::{
    Agent, Columns, Heading, Measured, Playbook, PlaybookStep, Technology, TechnologyKind,
};
use crate::lower::Lower;
use crate::lower::value::Value;
use crate::lower::values::Values;
use crate::lower::words::Often::{Needed, Once, Repeated};
use crate::lower::words::{Block, Word, words};
use crate::tree::Sign;

impl<'s> Block<'s> for Technology<'s> {
    const OF: &'static str = "a technology";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "kind" Needed("kind siem"), Value::KIND, |technology| technology.kind, "what kind of technology it is: a word from the list that `xwalk explain XW0841` prints, or one of your own in quotation marks";
        "supports" Repeated, Value::SUPPORTS, |technology| technology.supports, "the controls that it supports, and how";
        "feeds" Repeated, Value::TECHNOLOGIES, |technology| technology.feeds, "the technologies to which it passes what it finds";
    };
}

impl<'s> Member<'s> for Technology<'s> {
    const NAME: &'static str = "a name such as `siem`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}

impl<'s> Block<'s> for Playbook<'s> {
    const OF: &'static str = "a playbook";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "trigger" Once, Value::TEXT, |playbook| playbook.trigger, "what starts it";
        "detector" Once, Value::TECHNOLOGY, |playbook| playbook.detector, "the technology that notices it";
        "executor" Once, Value::TECHNOLOGY, |playbook| playbook.executor, "the technology that carries it out";
        "supports" Repeated, Value::SUPPORTS, |playbook| playbook.supports, "the controls that it supports, and how";
        "step" Repeated, Value::STEP, |playbook| playbook.steps, "what is done, and by what or whom, in order";
        "exercised" Once, Value::DATE, |playbook| playbook.exercised, "when it was last exercised";
        "detect" Once, Value::WITHIN, |playbook| playbook.detect, "how soon an incident has to be noticed";
        "respond" Once, Value::WITHIN, |playbook| playbook.respond, "how soon the response has to be complete";
        "measured" Once, Value::MEASURED, |playbook| playbook.measured, "the file of incidents that shows whether both limits are kept";
    };
}

impl<'s> Member<'s> for Playbook<'s> {
    const NAME: &'static str = "a name such as `contain-ransomware`";

    fn head(&mut self) -> &mut Heading<'s> {
        &mut self.head
    }
}

const A_KIND: &str = "a word for its kind such as `siem`, or a text such as `\"signal desk\"`";
const COLUMNS: &str = "the three columns, as in `occurred \"…\" detected \"…\" responded \"…\"`";

impl<'s> Value<'s, Vec<Name<'s>>> {
    const TECHNOLOGIES: Self = Self::list(A_TECHNOLOGY, |lower, values| {
        lower.names(values, A_TECHNOLOGY)
    });
}

impl<'s> Value<'s, Spanned<TechnologyKind<'s>>> {
    const KIND: Self = Self::new(A_KIND, Lower::technology_kind);
}

impl<'s> Value<'s, PlaybookStep<'s>> {
    const STEP: Self = Self::new(
        "a text in quotation marks and who does it, as in `\"Isolate the host\" automated by edr` or `\"Inform legal\" manual by legal`",
        Lower::step,
    );
}

impl<'s> Value<'s, Measured<'s>> {
    const MEASURED: Self = Self::new(
        "a file and its columns, as in `\"incidents.csv\" occurred \"…\" detected \"…\" responded \"…\"`",
        Lower::measured,
    );
}

/// Who or what does a step.
#[derive(Clone, Copy)]
enum Manner {
    Automated,
    Manual,
}

impl<'s> Lower<'s> {
    /// `siem`, or `"signal desk"`
    fn technology_kind(
        &mut self,
        values: &mut Values<'_, 's>,
    ) -> Option<Spanned<TechnologyKind<'s>>> {
        let atom = self.value(values, A_KIND)?;
        let is_quoted = atom.is_text();
        let (word, span) = if is_quoted {
            let text = self.text_of(&atom);
            (text.value, text.span)
        } else if atom.sign == Sign::Bare {
            let name = self.name(atom.text, atom.span())?;
            (name.value.into(), name.span)
        } else {
            self.wrong(values.of.text, &atom, A_KIND);
            return None;
        };
        if word.trim().is_empty() {
            self.wrong(values.of.text, &atom, A_KIND);
            return None;
        }
        Some(Spanned {
            value: TechnologyKind { word, is_quoted },
            span,
        })
    }

    /// `"Isolate the host" automated by edr`, `"Inform legal" manual by legal`
    fn step(&mut self, values: &mut Values<'_, 's>) -> Option<PlaybookStep<'s>> {
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
            span: values.entry,
            title,
            by,
        })
    }

    /// `"incidents.csv" occurred "…" detected "…" responded "…"`
    fn measured(&mut self, values: &mut Values<'_, 's>) -> Option<Measured<'s>> {
        let file = self.text_value(values)?;
        let mut column = |word| {
            self.expect_word(values, word, COLUMNS)?;
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
