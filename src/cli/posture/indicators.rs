//! Key activities and maturity indicators.

use super::{Page, indented};
use crate::analysis::posture::{Indicator, Lack, Lacking};
use crate::cli::columns::Columns;
use crate::syntax::ast::ActivityKind;

impl Page<'_, '_> {
    pub(super) fn indicators(&self) -> String {
        let mut text = String::new();
        for (kind, heading) in [
            (ActivityKind::Indicator, "Maturity indicators"),
            (ActivityKind::Activity, "Key activities"),
        ] {
            let all = self.facts.indicators.iter();
            let all: Vec<&Indicator<'_, '_>> =
                all.filter(|one| one.activity.kind == kind).collect();
            if all.is_empty() {
                continue;
            }
            let shown = all.iter().filter(|one| one.is_shown()).count();
            let mut columns = Columns::default();
            for indicator in &all {
                let what = if indicator.is_shown() {
                    "shown".to_owned()
                } else {
                    format!("not shown: {}", self.lacking(&indicator.lacking))
                };
                let control = self.words.name(indicator.control);
                columns.push([control, indicator.activity.title.to_string(), what]);
            }
            text += &format!(
                "\n{heading}: {shown} of {} shown, where all that is named is achieved and supported by evidence\n{}",
                all.len(),
                indented(&columns.text())
            );
        }
        text
    }

    /// `ID.AM.a at tier 2, from 3 is asked, no evidence; ID.AM.b not assessed`.
    fn lacking(&self, lacking: &[Lacking]) -> String {
        let of_one = lacking.chunk_by(|one, next| one.control == next.control);
        let phrases = of_one.filter_map(|of_one| {
            let lacks = of_one.iter().map(|one| self.lack(one.lack));
            let lacks: Vec<String> = lacks.collect();
            let control = self.words.name(of_one.first()?.control);
            Some(format!("{control} {}", lacks.join(", ")))
        });
        phrases.collect::<Vec<_>>().join("; ")
    }

    /// What one control lacks.
    pub(super) fn lack(&self, lack: Lack) -> String {
        match lack {
            Lack::NotAssessed => "not assessed".to_owned(),
            Lack::NotApplicable => "not applicable".to_owned(),
            Lack::Below {
                tier,
                achieved_from,
            } => {
                format!("at tier {tier} of {achieved_from}")
            }
            Lack::NoEvidence => "no evidence".to_owned(),
            Lack::Faulty(evidence, fault) => {
                let evidence = self.model.posture.evidence[evidence].name;
                format!("evidence {evidence} {}", fault.word())
            }
        }
    }
}
