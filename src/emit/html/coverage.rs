//! The coverage tables of a pair: each direction, each level of the hierarchy, from stated rows and, beside it, with
//! proofs.

use super::anchors::{self, Anchors};
use super::improved::{Improved, improved};
use super::named::Named;
use super::pairs::Pair;
use super::tallies::{self, Counted, VerdictView};
use super::view::view;
use xwalk_report::{Basis, Coverage, Report, SectionTally, Tally, Verdict};

view! {
    /// The coverage of one framework by another.
    pub(super) struct Direction<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// The short name of the framework that is covered.
        of: &'r str,
        /// The short name of the framework that covers it.
        by: &'r str,
        /// How many controls of the first are assessable.
        assessable: usize,
        /// Whether everything is counted with proofs too.
        with_proofs: bool,
        /// From stated rows and, where that is counted, with proofs: the heads of the columns.
        bases: Vec<Head>,
        /// The parts at the top of the hierarchy.
        top: Vec<Line<'r>>,
        /// The sum of all, then, where there are several, of each level.
        sums: Vec<Sum<'r>>,
        /// The parts of every level; none if all are at the top.
        every: Vec<Line<'r>>,
        /// How many parts there are in all.
        parts: usize,
        /// What proofs change.
        improved: Option<Improved<'r>>,
    }
}

view! {
    /// The heads of the columns of one basis.
    struct Head {
        /// The class, after others, of what is counted on it.
        side: &'static str,
        /// The verdicts that are counted.
        verdicts: Vec<VerdictView>,
    }
}

view! {
    /// A part of the framework.
    struct Line<'r> {
        /// The class of its depth.
        indent: &'static str,
        /// The control at its head.
        control: Named<'r>,
        /// What is counted in it.
        counts: Counts,
    }
}

view! {
    /// A sum.
    struct Sum<'r> {
        /// The name of the level; none for all.
        level: Option<&'r str>,
        /// What is counted.
        counts: Counts,
    }
}

view! {
    /// The same controls counted from stated rows and, where that is counted, with proofs.
    struct Counts {
        /// How many controls there are.
        controls: usize,
        /// The counts.
        bases: Vec<Counted>,
    }
}

/// Both directions of a pair.
pub(super) fn directions<'r>(
    pair: &'r Pair<'r, '_>,
    anchors: &'r Anchors,
) -> impl Iterator<Item = Direction<'r>> {
    let entries = pair.coverage.iter();
    entries.map(|entry| direction(pair.report, anchors, entry))
}

fn direction<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    entry: &'r Coverage,
) -> Direction<'r> {
    let (of, by) = (&report.frameworks[entry.of], &report.frameworks[entry.by]);
    let depth = |section: &SectionTally| report.controls[section.control].depth;
    let lines = |top_alone: bool| -> Vec<Line<'r>> {
        let sections = entry.sections.iter();
        let shown = sections.filter(|section| !top_alone || depth(section) == 0);
        shown
            .map(|section| Line {
                indent: indent(depth(section)),
                control: Named::of(report, anchors, section.control),
                counts: counts(section.stated, section.proved),
            })
            .collect()
    };
    let is_deep = entry.sections.iter().any(|section| depth(section) > 0);
    let bases = [Some(Basis::Stated), entry.proved.map(|_| Basis::Proved)];
    Direction {
        id: anchors::direction(of, by),
        of: &of.short,
        by: &by.short,
        assessable: of.assessable,
        with_proofs: entry.proved.is_some(),
        bases: bases
            .into_iter()
            .flatten()
            .map(|basis| Head {
                side: tallies::side(basis),
                verdicts: Verdict::ALL.into_iter().map(VerdictView::of).collect(),
            })
            .collect(),
        top: lines(true),
        sums: sums(entry),
        every: if is_deep { lines(false) } else { Vec::new() },
        parts: entry.sections.len(),
        improved: improved(report, anchors, entry),
    }
}

/// The sum of all, and of each level where more than one has anything assessable.
fn sums(entry: &Coverage) -> Vec<Sum<'_>> {
    let mut sums = vec![Sum {
        level: None,
        counts: counts(entry.stated, entry.proved),
    }];
    let levels = entry.levels.iter();
    let counted: Vec<_> = levels.filter(|level| level.stated.total() > 0).collect();
    if counted.len() > 1 {
        sums.extend(counted.into_iter().map(|level| Sum {
            level: Some(&level.name),
            counts: counts(level.stated, level.proved),
        }));
    }
    sums
}

fn counts(stated: Tally, proved: Option<Tally>) -> Counts {
    let mut bases = vec![Counted::of(Basis::Stated, &stated, Some(&stated))];
    bases.extend(proved.map(|proved| Counted::of(Basis::Proved, &proved, Some(&stated))));
    Counts {
        controls: stated.total(),
        bases,
    }
}

fn indent(depth: u8) -> &'static str {
    const INDENTS: [&str; 6] = ["d0", "d1", "d2", "d3", "d4", "d5"];
    INDENTS.get(usize::from(depth)).unwrap_or(&"d5")
}
