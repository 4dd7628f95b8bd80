//! `assessment`: its header and properties. Its rows are in `assessed.rs`.

use crate::ast::posture::{Assessment, Heading, Required};
use crate::ast::{FrameworkRef, Spanned, Text};
use crate::explain::is_like_word;
use crate::lower::Lower;
use crate::lower::value::{Choice, Value};
use crate::lower::values::Values;
use crate::lower::words::Often::{Needed, Once, Repeated};
use crate::lower::words::{Block, Word, words};
use crate::tree::{Construct, Entry};
use xwalk_diagnostic::codes::vocabulary::{NUMBER_OUT_OF_RANGE, UNKNOWN_LIMIT};
use xwalk_diagnostic::{Code, Diagnostic};

use super::organization::GREATEST_RISK;

impl<'s> Block<'s> for Assessment<'s> {
    const OF: &'static str = "an assessment";
    const UNKNOWN: &'static Code = UNKNOWN_LIMIT;
    const WORDS: &'s [Word<'s, Self>] = words! {
        "assessed" Needed("assessed 2026-09-30"), Value::DATE, |assessment| assessment.assessed, "the day to which it refers";
        "assessor" Once, Value::ATTRIBUTION, |assessment| assessment.assessor, "who assessed";
        "approved" Once, Value::ATTRIBUTION, |assessment| assessment.approved, "who approved it";
        "achieved-from" Needed("achieved-from 3"), Value::TIER, |assessment| assessment.achieved_from, "the tier from which a control counts as fulfilled";
        "requires" Once, Value::REQUIRED, |assessment| assessment.requires, "`evidence`: what is claimed as achieved counts only with evidence that holds";
        "risk-scale" Once, Value::RISK_SCALE, |assessment| assessment.risk_scale, "the least and the greatest risk that a control can have";
        "default" Repeated, Value::DEFAULTS, |assessment| assessment.defaults, "what applies to rows that do not state it";
        "rows" Once, Value::TABLE, |assessment| assessment.table, "a CSV file with further rows, relative to the file that names it";
    };
}

impl<'s> Value<'s, Spanned<(u32, u32)>> {
    const RISK_SCALE: Self = Self::new("two whole numbers, as in `1 25`", Lower::risk_scale);
}

impl Value<'_, Spanned<Required>> {
    const REQUIRED: Self = Self::CHOICE;
}

impl Choice for Required {
    const ALL: &'static [Self] = &[Self::Evidence];
    fn word(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
        }
    }
}

impl<'s> Value<'s, Text<'s>> {
    const TABLE: Self = Self::new(A_TABLE, |lower, values| {
        lower.expect_word(values, "from", A_TABLE)?;
        lower.text_value(values)
    });
}

const A_TABLE: &str = "`from` and a file, as in `rows from \"assessment.csv\"`";

impl<'s> Lower<'s> {
    /// An assessment and the controls that it assesses.
    pub fn assessment(&mut self, mut construct: Construct<'s>) -> Option<Assessment<'s>> {
        let mark = self.mark();
        let block = std::mem::take(&mut construct.block);
        let (head, framework) = self.assessment_heading(&construct)?;
        let name = head.name;
        let mut assessment = Assessment {
            head,
            framework,
            ..Assessment::default()
        };
        let others = self.properties(&mut assessment, name, block);
        assessment.lost = construct.lost || self.has_erred(mark);
        for entry in others {
            match entry {
                Entry::Row(row) => assessment.rows.extend(self.assessed_row(&row)),
                Entry::Control(control) => {
                    assessment.lost |= is_like_word(control.id.text);
                    assessment.rows.extend(self.assessed_control(&control));
                }
                entry => {
                    assessment.lost = true;
                    self.misplaced(
                        &entry,
                        Assessment::OF,
                        "an assessed control is its identifier and its tier, as in `PR.AC.a tier 2 -> 4`",
                    );
                }
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
