//! Coverage: counts, verdicts and gaps.

use crate::JsonSchema;
use serde::Serialize;

use super::proofs::Elsewhere;
use super::words::Verdict;
use xwalk_format::names;
use xwalk_format::names::Names;
use xwalk_report::published::{FrameworkKey, RowId};
use xwalk_report::{Basis, Report};

/// The coverage of one framework by another: suppose all of `by` is fulfilled; what of `of` is then fulfilled?
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Coverage<'r> {
    /// The framework that is covered.
    of: FrameworkKey<'r>,
    /// The framework that covers it.
    by: FrameworkKey<'r>,
    /// The names of the mappings between the two, in either direction; none where only proofs connect them.
    mappings: Vec<&'r str>,
    /// How much is proved about the two. Both directions say the same, since a pair can be read from either side.
    proofs: ProofTally,
    /// How many assessable controls of `of` have each verdict, from stated rows alone.
    stated: Tally,
    /// The same, from stated rows and what they prove; absent where nothing was proved from rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<Tally>,
    /// The same counts for every level of the hierarchy, outermost first.
    levels: Vec<Level<'r>>,
    /// The same counts for every control that has others below it.
    sections: Vec<Section<'r>>,
    /// The verdict on every control of `of`, assessable or not, in the order of the framework.
    verdicts: Vec<VerdictOn<'r>>,
}

/// How many pairs of controls of two frameworks are proved. These are not rows, and must never be added to a number of
/// rows.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ProofTally {
    /// All pairs that are proved.
    pairs: usize,
    /// Those of them whose proof mixes rationales.
    mixed_rationales: usize,
}

/// The counts at one level of the hierarchy.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LevelCoverage", deny_unknown_fields)]
struct Level<'r> {
    /// The name of the level.
    name: &'r str,
    /// From stated rows alone.
    stated: Tally,
    /// From stated rows and what they prove.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<Tally>,
}

/// The counts within one branch of the hierarchy.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Section<'r> {
    /// The identifier of the control at its top.
    control: &'r str,
    /// From stated rows alone.
    stated: Tally,
    /// From stated rows and what they prove.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<Tally>,
}

/// How many assessable controls have each verdict. There is no blended score: the five belong together.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Tally {
    /// All of what they ask for.
    full: usize,
    /// Something of what they ask for.
    overlap: usize,
    /// Unknown: rows say only that there is a relationship.
    related: usize,
    /// Nothing: somebody looked.
    gap: usize,
    /// Unknown: nobody looked.
    not_reviewed: usize,
    /// All five together: the assessable controls there are.
    total: usize,
    /// The share of each of the five in `total`; `null` where that is 0: there is nothing to count.
    basis_points: Option<Shares>,
}

/// Shares in basis points: 100 are one percent, 10000 are all, and 0 is none. Each is rounded half up by itself, so that they
/// need not add up to 10000.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Shares {
    /// The share of full.
    full: u32,
    /// The share of overlap.
    overlap: u32,
    /// The share of related.
    related: u32,
    /// The share of gap.
    gap: u32,
    /// The share of not reviewed.
    not_reviewed: u32,
}

/// The verdict on one control.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct VerdictOn<'r> {
    /// The identifier of the control.
    control: &'r str,
    /// From stated rows alone.
    stated: Cell<'r>,
    /// From stated rows and what they prove.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<Cell<'r>>,
}

/// A verdict, why, and the rows behind it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Cell<'r> {
    /// The verdict.
    verdict: Verdict,
    /// Why, in one sentence.
    why: &'r str,
    /// The rows that it rests on; none where nothing is known.
    rows: Vec<RowId>,
    /// Further rows that it rests on, which this document leaves out.
    elsewhere: Vec<Elsewhere<'r>>,
}

/// An assessable control with the verdict `related`, `gap` or `not-reviewed`.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Gap<'r> {
    /// The framework of the control.
    of: FrameworkKey<'r>,
    /// The framework in which nothing corresponds.
    by: FrameworkKey<'r>,
    /// The identifier of the control.
    control: &'r str,
    /// Its title.
    title: &'r str,
    /// What the verdict follows from: `stated` rows alone, or also what they have `proved`.
    #[schemars(extend("enum" = ["stated", "proved"]))]
    basis: &'static str,
    /// Which of the three it is: called related and judged by nobody, looked at and nothing found, or not looked at.
    verdict: Verdict,
    /// Why, in one sentence.
    why: &'r str,
    /// The rows that it rests on; none where nothing is known.
    rows: Vec<RowId>,
    /// Further rows that it rests on, which this document leaves out.
    elsewhere: Vec<Elsewhere<'r>>,
}

impl<'r> Coverage<'r> {
    /// All directions of the report.
    pub(super) fn all(report: &'r Report<'r>, names: Names<'r>) -> Vec<Self> {
        let proofs = report.proved_tallies();
        let directions = report.coverage.iter();
        directions
            .map(|coverage| {
                let [of, by] = [coverage.of, coverage.by];
                let proofs = proofs.get(&[of.min(by), of.max(by)]);
                Self::new(coverage, ProofTally::new(proofs), names)
            })
            .collect()
    }

    fn new(coverage: &'r xwalk_report::Coverage, proofs: ProofTally, names: Names<'r>) -> Self {
        let mappings = coverage.mappings.iter();
        let levels = coverage.levels.iter();
        let sections = coverage.sections.iter();
        let verdicts = coverage.verdicts.iter();
        Self {
            of: FrameworkKey(names.framework(coverage.of)),
            by: FrameworkKey(names.framework(coverage.by)),
            mappings: mappings.map(|mapping| names.mapping(*mapping)).collect(),
            proofs,
            stated: Tally::new(coverage.stated),
            proved: coverage.proved.map(Tally::new),
            levels: levels
                .map(|level| Level {
                    name: &level.name,
                    stated: Tally::new(level.stated),
                    proved: level.proved.map(Tally::new),
                })
                .collect(),
            sections: sections
                .map(|section| Section {
                    control: names.identifier(section.control),
                    stated: Tally::new(section.stated),
                    proved: section.proved.map(Tally::new),
                })
                .collect(),
            verdicts: verdicts
                .map(|line| VerdictOn {
                    control: names.identifier(line.control),
                    stated: Cell::new(&line.stated, names),
                    proved: line.proved.as_ref().map(|cell| Cell::new(cell, names)),
                })
                .collect(),
        }
    }
}

impl<'r> Gap<'r> {
    /// All gaps of the report on this basis, in the order of its coverage.
    pub(super) fn all(
        report: &'r Report<'r>,
        basis: Basis,
        names: Names<'r>,
    ) -> impl Iterator<Item = Self> {
        let gaps = report.gaps(basis);
        gaps.map(move |gap| {
            let Cell {
                verdict,
                why,
                rows,
                elsewhere,
            } = Cell::new(gap.cell, names);
            Self {
                of: FrameworkKey(names.framework(gap.coverage.of)),
                by: FrameworkKey(names.framework(gap.coverage.by)),
                control: names.identifier(gap.control),
                title: names.title(gap.control),
                basis: names::basis(basis),
                verdict,
                why,
                rows,
                elsewhere,
            }
        })
    }
}

impl ProofTally {
    fn new(tally: Option<&xwalk_report::ProvedTally>) -> Self {
        Self {
            pairs: tally.map_or(0, |tally| tally.pairs),
            mixed_rationales: tally.map_or(0, |tally| tally.mixed),
        }
    }
}

impl Shares {
    fn new(tally: xwalk_report::Tally) -> Option<Self> {
        use xwalk_report::Verdict;
        let share = |verdict| tally.share(verdict).map(xwalk_report::Share::basis_points);
        Some(Self {
            full: share(Verdict::Full)?,
            overlap: share(Verdict::Overlap)?,
            related: share(Verdict::Related)?,
            gap: share(Verdict::Gap)?,
            not_reviewed: share(Verdict::NotReviewed)?,
        })
    }
}

impl Tally {
    fn new(tally: xwalk_report::Tally) -> Self {
        Self {
            full: tally.full,
            overlap: tally.overlap,
            related: tally.related,
            gap: tally.gap,
            not_reviewed: tally.not_reviewed,
            total: tally.total(),
            basis_points: Shares::new(tally),
        }
    }
}

impl<'r> Cell<'r> {
    fn new(cell: &'r xwalk_report::CoverageCell, names: Names<'r>) -> Self {
        let rows = cell.rows.iter();
        let elsewhere = cell.elsewhere.iter();
        Self {
            verdict: cell.verdict.into(),
            why: &cell.why,
            rows: rows.map(|row| RowId(names.row(*row))).collect(),
            elsewhere: elsewhere.map(Elsewhere::new).collect(),
        }
    }
}
