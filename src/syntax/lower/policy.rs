//! `policy`

use super::Lower;
use super::message::shortened;
use super::value::Value;
use super::values::Values;
use super::words::Often::Repeated;
use super::words::{self, Block, words};
use crate::ast::{Bound, Comparison, CoverageVerdict, Policy, Requirement, RequirementKind};
use crate::tree::{Atom, Construct, Entry, Sign};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::vocabulary::WRONG_VALUE;
use xwalk_relation::Word;

impl<'s> Block<'s> for Policy<'s> {
    const OF: &'static str = "a policy";
    const WORDS: &'s [words::Word<'s, Self>] = words! {
        "require" Repeated, Value::REQUIREMENT, |policy| policy.requirements, "what the mappings, or coverage, must satisfy";
    };
}

impl<'s> Value<'s, Requirement<'s>> {
    const REQUIREMENT: Self = Self::new(
        "`coverage` with two frameworks and bounds, `complete` and mappings, `note on` and relations, or `reviewer on` and statuses, as in `coverage iso-27001@2022 by nist-csf@2.0 full >= 80%` or `note on intersects-with`",
        Lower::requirement,
    );
}

/// What can be required.
#[derive(Clone, Copy)]
enum Kind {
    Coverage,
    Complete,
    Note,
    Reviewer,
}

const KINDS: [(&str, Kind); 4] = [
    ("coverage", Kind::Coverage),
    ("complete", Kind::Complete),
    ("note", Kind::Note),
    ("reviewer", Kind::Reviewer),
];

impl<'s> Lower<'s> {
    /// A policy and what it requires.
    pub fn policy(&mut self, construct: Construct<'s>) -> Option<Policy<'s>> {
        let mut values = Values::new(construct.word, &construct.values);
        let name = self.header_name(&construct, &mut values)?;
        let title = self.title(&mut values);
        let mappings = match values.word("for") {
            Some(_) => self.list(&mut values, Self::name_value),
            None => Vec::new(),
        };
        self.finish(&values);
        let (span, doc) = (construct.span, construct.doc);
        let mut policy = Policy {
            span,
            doc,
            name,
            title,
            mappings,
            ..Policy::default()
        };
        let mut seen = Vec::new();
        for entry in construct.block {
            match entry {
                Entry::Property(property) => self.property(&mut policy, &mut seen, &property),
                entry => self.misplaced(
                    &entry,
                    "a policy",
                    "a policy contains entries that begin with `require`",
                ),
            }
        }
        Some(policy)
    }

    fn requirement(&mut self, values: &mut Values<'_, 's>) -> Option<Requirement<'s>> {
        let first = values.peek();
        let kind = self.choice(values, &KINDS)?.value;
        values.of = first.unwrap_or(values.of);
        let kind = match kind {
            Kind::Coverage => self.coverage(values)?,
            Kind::Complete => RequirementKind::Complete(self.list(values, Self::name_value)),
            Kind::Note => {
                self.expect_word(values, "on", "`on` and the relations that need a note")?;
                let relations = Word::ALL.map(|word| (word.word(), word));
                RequirementKind::Note(
                    self.list(values, |lower, values| lower.choice(values, &relations)),
                )
            }
            Kind::Reviewer => {
                self.expect_word(values, "on", "`on` and the statuses that need a reviewer")?;
                RequirementKind::Reviewer(self.list(values, Self::chosen))
            }
        };
        Some(Requirement {
            span: values.entry,
            kind,
        })
    }

    /// `T by S [proved] full >= 10%, gap <= 20%`
    fn coverage(&mut self, values: &mut Values<'_, 's>) -> Option<RequirementKind<'s>> {
        let of = self.framework_value(values)?;
        self.expect_word(values, "by", "`by` and the framework that covers it")?;
        let by = self.framework_value(values)?;
        let proved = values.word("proved").is_some();
        let bounds = self.list(values, Self::bound);
        Some(RequirementKind::Coverage {
            of,
            by,
            proved,
            bounds,
        })
    }

    /// `full >= 10%`
    fn bound(&mut self, values: &mut Values<'_, 's>) -> Option<Bound> {
        let verdicts = CoverageVerdict::ALL.map(|verdict| (verdict.word(), verdict));
        let verdict = self.choice(values, &verdicts)?;
        let word = verdict.value.word();
        let sign = self.value(values, "`>=` or `<=`")?;
        let comparison = match sign.text {
            ">=" => Comparison::AtLeast,
            "<=" => Comparison::AtMost,
            _ => {
                let message = format!(
                    "`{word}` takes `>=` or `<=`, not `{}`",
                    shortened(sign.text)
                );
                let meant = if sign.text.starts_with('<') || sign.text == "=<" {
                    "<="
                } else {
                    ">="
                };
                let help = format!("write `{meant}`, as in `{word} {meant} 90%`");
                self.report(
                    Diagnostic::new(WRONG_VALUE, self.place(sign.span()), message).help(help),
                );
                return None;
            }
        };
        let atom = self.value(values, "a percentage such as `20%`")?;
        let basis_points = self.basis_points(word, &atom)?;
        Some(Bound {
            span: verdict.span.to(atom.span()),
            verdict: verdict.value,
            comparison,
            basis_points,
        })
    }

    /// A percentage with up to two decimals, in hundredths of a percent.
    fn basis_points(&mut self, of: &str, atom: &Atom<'s>) -> Option<u32> {
        const EXPECTED: &str = "a percentage from `0%` to `100%`";
        let number = atom
            .text
            .strip_suffix('%')
            .filter(|_| atom.sign == Sign::Bare);
        let Some(number) = number else {
            let message = format!("`{of}` takes {EXPECTED}, not `{}`", shortened(atom.text));
            let number = atom
                .text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
            let help = number.then(|| format!("write `{}%`", shortened(atom.text)));
            self.report(
                Diagnostic::new(WRONG_VALUE, self.place(atom.span()), message).maybe_help(help),
            );
            return None;
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let whole = self.number_of(of, atom, whole, 0..=100, EXPECTED)?;
        let fraction: u32 = match (decimals.len(), decimals.parse()) {
            (0, _) if !number.contains('.') => 0,
            (1, Ok(tenths)) => 10_u32.saturating_mul(tenths),
            (2, Ok(hundredths)) => hundredths,
            _ => {
                let message = format!("`{}` has more decimals than are counted", atom.text);
                let help = "write at most two decimals, as in `12.25%`";
                self.report(
                    Diagnostic::new(WRONG_VALUE, self.place(atom.span()), message).help(help),
                );
                return None;
            }
        };
        let points = whole * 100 + fraction;
        if points > 10_000 {
            self.number_of(of, atom, "101", 0..=100, EXPECTED)?;
        }
        Some(points)
    }
}
