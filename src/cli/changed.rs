//! What proofs change about the verdicts on one framework by another.

use super::columns::Columns;
use crate::report::{Control, Coverage, CoverageCell, Report, VerdictLine};

/// The verdict with proofs, if it is another one than rows show by themselves.
pub fn by_proofs(line: &VerdictLine) -> Option<&CoverageCell> {
    let proved = line.proved.as_ref();
    proved.filter(|proved| proved.verdict != line.stated.verdict)
}

/// `file:line` of the rows that a verdict rests on; those in mappings with other frameworks come last.
pub fn places<'r>(report: &'r Report<'_>, cell: &'r CoverageCell) -> impl Iterator<Item = &'r str> {
    let shown = cell.rows.iter().filter_map(|row| report.rows.get(*row));
    let elsewhere = cell.elsewhere.iter();
    shown
        .map(|row| row.place.as_str())
        .chain(elsewhere.map(|row| row.place.as_str()))
}

/// How many pairs of controls of the two frameworks are proved, and how many of them by rows of several rationales.
pub fn tally(report: &Report<'_>, coverage: &Coverage) -> (usize, usize) {
    let ends = [coverage.of.min(coverage.by), coverage.of.max(coverage.by)];
    let tallies = report.proved_tallies();
    let tally = tallies.get(&ends);
    tally.map_or((0, 0), |tally| (tally.pairs, tally.mixed))
}

/// What is proved of the two frameworks, and the controls that get another verdict by it, with why.
pub fn text(report: &Report<'_>, coverage: &Coverage) -> String {
    let mut columns = Columns::default();
    let lines = coverage.verdicts.iter().filter_map(|line| {
        let control: &Control<'_> = report.controls.get(line.control)?;
        Some((control, &line.stated, by_proofs(line)?))
    });
    let mut changed = 0;
    for (control, stated, proved) in lines.filter(|(control, ..)| control.assessable) {
        changed += 1;
        let verdicts = format!("{} -> {}", stated.verdict.word(), proved.verdict.word());
        let place = places(report, proved).next().unwrap_or_default();
        let cells = [
            control.identifier,
            &control.title,
            &verdicts,
            &proved.why,
            place,
        ];
        columns.push(cells);
    }
    let mut text = format!(
        "Proved beyond what rows say: {}.\n",
        pairs(tally(report, coverage))
    );
    text += &match changed {
        0 => "Proofs change no verdict.\n".to_owned(),
        1 => "Proofs give 1 control another verdict:\n".to_owned(),
        changed => format!("Proofs give {changed} controls another verdict:\n"),
    };
    for line in columns.text().lines() {
        text += &format!("  {line}\n");
    }
    if changed > 0 {
        text += "`xwalk why A B` shows the proof for two controls A and B.\n";
    }
    text
}

/// `8 pairs of controls, 1 of them by rows of mixed rationales`.
fn pairs((pairs, mixed): (usize, usize)) -> String {
    let counted = match pairs {
        0 => return "nothing".to_owned(),
        1 => "1 pair of controls".to_owned(),
        pairs => format!("{pairs} pairs of controls"),
    };
    match mixed {
        0 => counted,
        mixed => format!("{counted}, {mixed} of them by rows of mixed rationales"),
    }
}
