//! What each verdict rests on, one thing a line, or why nobody can tell.

use super::target::Target;
use xwalk_report::posture::{Control, NamedControl, Posture, Projection, Verdict};

/// More lines than these nobody filters: what is beyond stands in `posture.json`.
const MOST: usize = 100_000;

/// One thing behind a verdict.
#[derive(Clone, Copy)]
pub(super) struct Line<'r> {
    /// The framework that is judged.
    pub projection: &'r Projection,
    /// The control that is judged.
    pub control: &'r Control,
    /// What it speaks for.
    pub speaks_for: &'static str,
    /// How, or why it says nothing.
    pub how: &'static str,
    /// A control, or a row.
    pub ground: Behind<'r>,
}

/// What a verdict rests on, or why nobody can tell.
#[derive(Clone, Copy)]
pub(super) enum Behind<'r> {
    /// A control that is assessed, or would have to be.
    Control(&'r NamedControl),
    /// A row, by its name.
    Row(&'r str),
}

impl Behind<'_> {
    /// Where it has a line of its own.
    pub fn target(&self) -> (Target, &str) {
        match self {
            Self::Control(control) => (Target::Assessed, control),
            Self::Row(row) => (Target::Row, row),
        }
    }
}

/// What is behind any verdict, in the order of the sheet, as much as that holds.
pub(super) fn all<'r>(posture: &'r Posture<'_>) -> impl Iterator<Item = Line<'r>> {
    whole(posture).take(MOST)
}

/// How many lines the sheet does not hold.
pub(super) fn beyond(posture: &Posture<'_>) -> usize {
    whole(posture).skip(MOST).count()
}

fn whole<'r>(posture: &'r Posture<'_>) -> impl Iterator<Item = Line<'r>> {
    posture.verdicts.iter().flat_map(|projection| {
        let controls = projection.controls.iter();
        controls.flat_map(move |control| behind(projection, control))
    })
}

/// What is behind a verdict, in the order of the sheet.
fn behind<'r>(projection: &'r Projection, control: &'r Control) -> impl Iterator<Item = Line<'r>> {
    let grounds = control.grounds.iter().map(|ground| {
        let why = (
            Verdict::from(ground.because.verdict()).word(),
            ground.because.meaning(),
        );
        (why, &ground.controls, &ground.rows)
    });
    let doubt = control.doubt.iter().map(|doubt| {
        let why = ("cannot tell", doubt.because.meaning());
        (why, &doubt.controls, &doubt.rows)
    });
    grounds
        .chain(doubt)
        .flat_map(move |((speaks_for, how), controls, rows)| {
            let controls = controls.iter().map(Behind::Control);
            let rows = rows.iter().map(|row| Behind::Row(row));
            controls.chain(rows).map(move |ground| Line {
                projection,
                control,
                speaks_for,
                how,
                ground,
            })
        })
}
