//! Coverage: counts, verdicts and gaps. What rows show by themselves and what follows with proofs stand on lines of their
//! own.

use std::borrow::Cow;

use super::table::{Columns, list, place, shown, table};
use xwalk_format::names;
use xwalk_report::{Basis, Control, ControlAt, Coverage, CoverageCell, Report, Tally, Verdict};

/// The counts of one part of a framework on one basis.
struct Count<'r> {
    coverage: &'r Coverage,
    part: Part<'r>,
    basis: Basis,
    tally: Tally,
}

/// What is counted.
#[derive(Clone, Copy)]
enum Part<'r> {
    Whole,
    Level(&'r str),
    Section(ControlAt),
}

/// `coverage.csv`: one line per direction, part of the framework and basis.
pub(super) fn coverage<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, Count<'r>> = &[
        ("of", |names, count| {
            names.framework(count.coverage.of).into()
        }),
        ("by", |names, count| {
            names.framework(count.coverage.by).into()
        }),
        ("level", |_, count| match count.part {
            Part::Level(name) => name.into(),
            Part::Whole | Part::Section(_) => "".into(),
        }),
        ("section", |names, count| match count.part {
            Part::Section(control) => names.qualified(control).into(),
            Part::Whole | Part::Level(_) => "".into(),
        }),
        ("section_title", |names, count| match count.part {
            Part::Section(control) => names.title(control).into(),
            Part::Whole | Part::Level(_) => "".into(),
        }),
        ("basis", |_, count| names::basis(count.basis).into()),
        ("full", |_, count| shown(count.tally.full)),
        ("overlap", |_, count| shown(count.tally.overlap)),
        ("related", |_, count| shown(count.tally.related)),
        ("gap", |_, count| shown(count.tally.gap)),
        ("not_reviewed", |_, count| shown(count.tally.not_reviewed)),
        ("total", |_, count| shown(count.tally.total())),
        ("full_basis_points", |_, count| share(count, Verdict::Full)),
        ("overlap_basis_points", |_, count| {
            share(count, Verdict::Overlap)
        }),
        ("related_basis_points", |_, count| {
            share(count, Verdict::Related)
        }),
        ("gap_basis_points", |_, count| share(count, Verdict::Gap)),
        ("not_reviewed_basis_points", |_, count| {
            share(count, Verdict::NotReviewed)
        }),
    ];
    table(report, columns, report.coverage.iter().flat_map(counts))
}

fn counts(coverage: &Coverage) -> impl Iterator<Item = Count<'_>> {
    let whole = std::iter::once((Part::Whole, coverage.stated, coverage.proved));
    let levels = coverage.levels.iter();
    let levels = levels.map(|level| (Part::Level(&level.name), level.stated, level.proved));
    let sections = coverage.sections.iter();
    let sections = sections.map(|section| {
        (
            Part::Section(section.control),
            section.stated,
            section.proved,
        )
    });
    let parts = whole.chain(levels).chain(sections);
    parts.flat_map(move |(part, stated, proved)| {
        bases(stated, proved).map(move |(basis, tally)| Count {
            coverage,
            part,
            basis,
            tally,
        })
    })
}

fn share<'r>(count: &Count<'_>, verdict: Verdict) -> Cow<'r, str> {
    let share = count.tally.share(verdict);
    share.map_or("".into(), |share| shown(share.basis_points()))
}

/// The verdict on one control, on one basis.
struct Judgement<'r> {
    coverage: &'r Coverage,
    control: ControlAt,
    basis: Basis,
    cell: &'r CoverageCell,
}

/// `verdicts.csv`: one line per direction, control and basis.
pub(super) fn verdicts<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let judgements = report.coverage.iter().flat_map(|coverage| {
        let lines = coverage.verdicts.iter();
        lines.flat_map(move |line| {
            bases(&line.stated, line.proved.as_ref()).map(move |(basis, cell)| Judgement {
                coverage,
                control: line.control,
                basis,
                cell,
            })
        })
    });
    write_judgements(report, judgements)
}

/// `gaps.csv`: the lines of `verdicts.csv` that say gap or not reviewed of an assessable control.
pub(super) fn gaps<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let bases = [Basis::Stated, Basis::Proved].into_iter();
    let judgements = bases.flat_map(|basis| {
        report.gaps(basis).map(move |gap| Judgement {
            coverage: gap.coverage,
            control: gap.control,
            basis,
            cell: gap.cell,
        })
    });
    write_judgements(report, judgements)
}

fn write_judgements<'r>(
    report: &'r Report<'r>,
    judgements: impl Iterator<Item = Judgement<'r>>,
) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, (Judgement<'r>, &'r Control<'r>)> = &[
        ("of", |names, (line, _)| {
            names.framework(line.coverage.of).into()
        }),
        ("by", |names, (line, _)| {
            names.framework(line.coverage.by).into()
        }),
        ("control", |names, (line, _)| {
            names.qualified(line.control).into()
        }),
        ("title", |_, (_, control)| control.title.as_ref().into()),
        ("section", |names, (_, control)| {
            names.qualified(control.section).into()
        }),
        ("assessable", |_, (_, control)| shown(control.assessable)),
        ("basis", |_, (line, _)| names::basis(line.basis).into()),
        ("verdict", |_, (line, _)| line.cell.verdict.word().into()),
        ("why", |_, (line, _)| line.cell.why.as_ref().into()),
        ("rows", |names, (line, _)| {
            list(line.cell.rows.iter().map(|row| names.row(*row)))
        }),
        ("elsewhere", |_, (line, _)| {
            let rows = line.cell.elsewhere.iter();
            list(rows.map(|row| place(&row.mapping, &row.place)))
        }),
    ];
    let records = judgements.map(|line| (&report.controls[line.control], line));
    table(
        report,
        columns,
        records.map(|(control, line)| (line, control)),
    )
}

/// What is said on each basis that there is.
fn bases<T>(stated: T, proved: Option<T>) -> impl Iterator<Item = (Basis, T)> {
    let proved = proved.map(|proved| (Basis::Proved, proved));
    std::iter::once((Basis::Stated, stated)).chain(proved)
}
