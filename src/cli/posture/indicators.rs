//! Key activities and maturity indicators.

use crate::columns::Columns;
use xwalk_report::posture::{Indicator, Inquiry, Lack, Lacking, Names};
use xwalk_syntax::ast::ActivityKind;

pub(super) fn indicators(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let (names, indicators) = (&inquiry.names, inquiry.indicators());
    let mut text = String::new();
    for (kind, heading) in [
        (ActivityKind::Indicator, "Maturity indicators"),
        (ActivityKind::Activity, "Key activities"),
    ] {
        let all = indicators.iter();
        let all: Vec<&Indicator<'_>> = all.filter(|one| one.kind == kind).collect();
        if all.is_empty() {
            continue;
        }
        let shown = all.iter().filter(|one| one.lacking.is_empty()).count();
        let mut columns = Columns::default();
        for indicator in &all {
            let what = if indicator.lacking.is_empty() {
                "shown".to_owned()
            } else {
                format!("not shown: {}", lacking(names, &indicator.lacking))
            };
            let control = names.short(&indicator.control);
            columns.push([control, indicator.title, &what]);
        }
        text += &format!(
            "\n{heading}: {shown} of {} shown: every control that they name is achieved and supported by evidence\n{}",
            all.len(),
            columns.indented()
        );
    }
    text
}

/// `ID.AM.a at tier 2, from 3 is asked, no evidence; ID.AM.b not assessed`.
fn lacking(names: &Names, lacking: &[Lacking<'_>]) -> String {
    let of_one = lacking.chunk_by(|one, next| one.control == next.control);
    let phrases = of_one.filter_map(|of_one| {
        let lacks = of_one.iter().map(lack);
        let lacks: Vec<String> = lacks.collect();
        let control = names.short(&of_one.first()?.control);
        Some(format!("{control} {}", lacks.join(", ")))
    });
    phrases.collect::<Vec<_>>().join("; ")
}

/// What one control lacks.
pub(super) fn lack(lacking: &Lacking<'_>) -> String {
    match lacking.lack {
        Lack::Below {
            tier,
            achieved_from,
        } => format!("at tier {tier} of {achieved_from}"),
        Lack::Faulty { evidence, fault } => format!("evidence {evidence} {}", fault.word()),
        lack => lack.meaning().to_owned(),
    }
}
