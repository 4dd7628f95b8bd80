//! `assessment`: its header and properties. Its rows are in `assessed.rs`.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::vocabulary::NUMBER_OUT_OF_RANGE;
use crate::syntax::ast::posture::{Assessment, Defaults, Heading};
use crate::syntax::ast::{FrameworkRef, Spanned};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::lower::values::Values;
use crate::syntax::tree::{Construct, Entry};

use super::organization::GREATEST_RISK;

const WORDS: Vocabulary = Vocabulary {
    of: "an assessment",
    known: &[
        "assessed",
        "assessor",
        "approved",
        "achieved-from",
        "risk-scale",
        "default",
        "rows",
    ],
    repeating: &["default"],
};

impl<'s> Lower<'s> {
    /// An assessment and the controls that it assesses.
    pub fn assessment(&mut self, mut construct: Construct<'s>) -> Option<Assessment<'s>> {
        let block = std::mem::take(&mut construct.block);
        let (head, framework) = self.assessment_heading(&construct)?;
        let mut assessment = Assessment {
            head: head.clone(),
            framework,
            assessed: None,
            assessor: None,
            approved: None,
            achieved_from: None,
            risk_scale: None,
            defaults: Defaults::default(),
            table: None,
            rows: Vec::new(),
        };
        let required = [
            ("assessed", "assessed 2026-09-30"),
            ("achieved-from", "achieved-from 3"),
        ];
        let others = self.properties(
            &WORDS,
            &required,
            &head,
            block,
            |lower, property, values| match property.word.text {
                "assessed" => assessment.assessed = lower.date(values),
                "assessor" => assessment.assessor = lower.attribution(values),
                "approved" => assessment.approved = lower.attribution(values),
                "achieved-from" => assessment.achieved_from = lower.number(values, 0, 1000),
                "risk-scale" => assessment.risk_scale = lower.risk_scale(values),
                "rows" => {
                    const FROM: &str = "`from` and a file, as in `rows from \"assessment.csv\"`";
                    assessment.table = lower
                        .expect_word(values, "from", FROM)
                        .and_then(|_| lower.text_value(values));
                }
                _ => lower.defaults(values, &mut assessment.defaults),
            },
        );
        for entry in others {
            match entry {
                Entry::Row(row) => assessment.rows.extend(self.assessed_row(&row)),
                Entry::Control(control) => assessment.rows.extend(self.assessed_control(&control)),
                entry => self.misplaced(
                    &entry,
                    WORDS.of,
                    "an assessed control is its identifier and where it stands, as in `PR.AC.a tier 2 -> 4`",
                ),
            }
        }
        Some(assessment)
    }

    /// `NAME "title" of FRAMEWORK [for ORGANIZATION]`, the last two in either order.
    fn assessment_heading(
        &mut self,
        construct: &Construct<'s>,
    ) -> Option<(Heading<'s>, FrameworkRef<'s>)> {
        let mut values = Values::new(construct.word, &construct.values);
        let mut head = self.heading(construct, &mut values, "a name such as `acme-2026`")?;
        head.of = self.organization_of(&mut values);
        if values.word("of").is_none() {
            self.finish(&values);
            self.missing_part(
                construct,
                "of",
                "the assessed framework before the block, as in `of iso-ts-27103@2026`",
            );
            return None;
        }
        let framework = self.framework_value(&mut values)?;
        if head.of.is_none() {
            head.of = self.organization_of(&mut values);
        }
        self.finish(&values);
        Some((head, framework))
    }

    /// `1 25`
    fn risk_scale(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<(u32, u32)>> {
        let least = self.number(values, 0, GREATEST_RISK)?;
        let greatest = self.number(values, 0, GREATEST_RISK)?;
        let span = least.span.to(greatest.span);
        if least.value >= greatest.value {
            let message = "the risk scale ends where it begins, or before";
            let help = "write the least risk and then the greatest, as in `risk-scale 1 25`";
            let place = self.place(span);
            self.report(Diagnostic::new(NUMBER_OUT_OF_RANGE, place, message).help(help));
            return None;
        }
        Some(Spanned {
            value: (least.value, greatest.value),
            span,
        })
    }
}
