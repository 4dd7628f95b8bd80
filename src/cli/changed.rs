//! What proofs change about the verdicts on one framework by another.

use super::columns::Columns;
use xwalk_report::answers::CoverageWay;
use xwalk_report::counted;

/// What is proved of the two frameworks, and the controls that get another verdict by it, with why.
pub fn text(way: &CoverageWay<'_>) -> String {
    let mut columns = Columns::default();
    let changed = way.controls.iter();
    let changed = changed.filter_map(|judged| Some((judged, judged.by_proofs()?)));
    let changed: Vec<_> = changed.collect();
    for (judged, proved) in &changed {
        let (stated, with_proofs) = (judged.stated.verdict.word(), proved.verdict.word());
        columns.push([
            judged.control.identifier,
            judged.control.title,
            &format!("{stated} -> {with_proofs}"),
            &proved.why,
            proved.place(),
        ]);
    }
    let mut text = format!("Proved beyond what rows say: {}.\n", pairs(way));
    text += &match changed.len() {
        0 => "Proofs change no verdict.\n".to_owned(),
        1 => "Proofs give 1 control another verdict:\n".to_owned(),
        changed => format!("Proofs give {changed} controls another verdict:\n"),
    };
    text += &columns.indented();
    if !changed.is_empty() {
        text += "`xwalk why A B` shows the proof for two controls A and B.\n";
    }
    text
}

/// `8 pairs of controls, 1 of them by rows of mixed rationales`.
fn pairs(way: &CoverageWay<'_>) -> String {
    let counted = match way.proofs.pairs {
        0 => return "nothing".to_owned(),
        pairs => counted(pairs, "pair of controls", "pairs of controls"),
    };
    match way.proofs.mixed {
        0 => counted,
        mixed => format!("{counted}, {mixed} of them by rows of mixed rationales"),
    }
}
