//! How far two frameworks cover each other.

use crate::JsonSchema;
use serde::Serialize;

use super::Named;
use super::namer::{Identified, Namer};
use crate::published::{As, Word, written_as};
use crate::{names, why};
use xwalk_analysis::{Basis, Facts, Judgement, Tally, Verdict};
use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_source::SourceMap;

/// How far two frameworks cover each other.
#[derive(Debug)]
pub struct CoverageBetween<'m> {
    /// The first by the second, then the second by the first.
    pub ways: [CoverageWay<'m>; 2],
}

/// The coverage of one framework by another: suppose that all of `by` is fulfilled, what of `of` is then fulfilled?
#[derive(Debug)]
pub struct CoverageWay<'m> {
    /// The framework that is covered.
    pub of: String,
    /// The framework that covers it.
    pub by: String,
    /// The mappings between the two.
    pub mappings: Vec<&'m str>,
    /// Those of which at least one row counts.
    pub counting: Vec<&'m str>,
    /// How many controls have which verdict.
    pub tallies: Tallies,
    /// What is proved between the two.
    pub proofs: Proofs,
    /// The counts below every control that has others below it, in the order of the framework.
    pub sections: Vec<Section<'m>>,
    /// The assessable controls, in the order of the framework.
    pub controls: Vec<Judged<'m>>,
}

/// How many pairs of controls of the two frameworks are proved beyond what rows say: this is not a number of rows.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Proofs {
    /// All of them.
    pub pairs: usize,
    /// Those that rows of several rationales prove together.
    #[serde(rename = "mixed_rationales")]
    pub mixed: usize,
}

/// How many assessable controls have which verdict.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Tallies {
    /// The counts from stated rows alone.
    #[serde(with = "As::<Counts>")]
    pub stated: Tally,
    /// The counts with what is proved. Absent where nothing was reasoned.
    #[serde(with = "As::<Option<Counts>>", skip_serializing_if = "Option::is_none")]
    pub proved: Option<Tally>,
}

/// How many assessable controls have which verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tally")]
struct Counts {
    /// All of them.
    assessable: usize,
    /// Those that are completely fulfilled.
    full: usize,
    /// Those of which something is fulfilled.
    overlap: usize,
    /// Those of which rows say only that there is a relationship.
    related: usize,
    /// Those of which nothing is fulfilled, as somebody has found.
    gap: usize,
    /// Those about which nobody has said anything that counts.
    not_reviewed: usize,
}

written_as!(Counts: Tally, |tally| Counts {
    assessable: tally.total(),
    full: tally.full,
    overlap: tally.overlap,
    related: tally.related,
    gap: tally.gap,
    not_reviewed: tally.not_reviewed,
});

/// A control with others below it, and how many of these have which verdict.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Section<'m> {
    /// The control.
    #[serde(flatten, with = "As::<Identified>")]
    pub control: Named<'m>,
    /// Whether nothing is above it.
    #[serde(skip)]
    pub is_top: bool,
    /// How many controls below it have which verdict.
    #[serde(flatten)]
    pub tallies: Tallies,
}

/// An assessable control with its verdicts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Control")]
pub struct Judged<'m> {
    /// The control.
    #[serde(flatten, with = "As::<Identified>")]
    pub control: Named<'m>,
    /// From stated rows alone.
    #[serde(flatten)]
    pub stated: Grounded,
    /// The same with what is proved. Absent where nothing was reasoned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proved: Option<Grounded>,
}

/// A verdict on a control, and what it rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Basis")]
pub struct Grounded {
    /// The verdict: from stated rows alone, unless it is under `proved`.
    #[serde(with = "As::<Word<Verdict>>")]
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub why: String,
    /// The rows that it rests on, as `file:line`; those of mappings with other frameworks come last.
    pub rows: Vec<String>,
}

impl Grounded {
    /// The first of its rows; empty where there is none.
    #[must_use]
    pub fn place(&self) -> &str {
        self.rows.first().map_or("", String::as_str)
    }
}

impl Judged<'_> {
    /// The verdict with proofs, if it is another one than rows show by themselves.
    #[must_use]
    pub fn by_proofs(&self) -> Option<&Grounded> {
        let proved = self.proved.as_ref();
        proved.filter(|proved| proved.verdict != self.stated.verdict)
    }
}

impl<'m> CoverageBetween<'m> {
    /// The coverage of two frameworks by each other; `None` if neither a mapping nor a proof connects them.
    #[must_use]
    pub fn of(
        model: &'m Model<'_>,
        sources: &SourceMap,
        facts: &Facts,
        [one, other]: [FrameworkId; 2],
    ) -> Option<Self> {
        let namer = Namer::new(model, sources);
        let way = |of, by| CoverageWay::new(&namer, facts, facts.coverage(of, by)?);
        Some(Self {
            ways: [way(one, other)?, way(other, one)?],
        })
    }
}

impl<'m> CoverageWay<'m> {
    fn new(
        namer: &Namer<'m, '_, '_>,
        facts: &Facts,
        coverage: &xwalk_analysis::Coverage,
    ) -> Option<Self> {
        let model = namer.model;
        let counts = |id: &&_| {
            let mut rows = model.rows_of(**id);
            rows.any(|(row, _)| facts.eligibilities[row].left_out().is_none())
        };
        let names = coverage.mappings.iter();
        let counting = names.clone().filter(counts);
        let ends = [coverage.of, coverage.by];
        let framework = |id: ControlId| model.controls[id].framework;
        let proved = facts.proved.iter().filter(|pair| {
            let pair = [pair.source, pair.target].map(framework);
            ends.iter().all(|end| pair.contains(end))
        });
        let mixed = proved.clone();
        let mixed = mixed.filter(|pair| pair.proof.merit.mixes_rationales());
        let controls = coverage.controls.iter();
        let controls = controls.filter(|covered| model.controls[covered.control].assessable);
        let grounded = |judgement: &Judgement| grounded(namer, facts, coverage, judgement);
        Some(Self {
            of: namer.framework(coverage.of),
            by: namer.framework(coverage.by),
            mappings: names.map(|id| model.mappings[*id].name).collect(),
            counting: counting.map(|id| model.mappings[*id].name).collect(),
            tallies: Tallies {
                stated: coverage.tally(model, Basis::Stated)?,
                proved: coverage.tally(model, Basis::Proved),
            },
            proofs: Proofs {
                pairs: proved.count(),
                mixed: mixed.count(),
            },
            sections: sections(namer, coverage)?,
            controls: controls
                .map(|covered| Judged {
                    control: namer.control(covered.control),
                    stated: grounded(&covered.stated),
                    proved: covered.proved.as_ref().map(grounded),
                })
                .collect(),
        })
    }

    /// The controls that have a verdict by stated rows.
    pub fn with_verdict(&self, verdict: Verdict) -> impl Iterator<Item = &Judged<'m>> {
        let controls = self.controls.iter();
        controls.filter(move |judged| judged.stated.verdict == verdict)
    }
}

fn grounded(
    namer: &Namer<'_, '_, '_>,
    facts: &Facts,
    coverage: &xwalk_analysis::Coverage,
    judgement: &Judgement,
) -> Grounded {
    let model = namer.model;
    let why = why::Why {
        model,
        eligibilities: &facts.eligibilities,
        of: coverage.of,
        by: &names::short(&model.frameworks[coverage.by]),
    };
    let rows = judgement.rows.iter().map(|id| &model.rows[*id]);
    let (between, elsewhere): (Vec<_>, Vec<_>) =
        rows.partition(|row| coverage.mappings.contains(&row.mapping));
    let rows = between.into_iter().chain(elsewhere);
    Grounded {
        verdict: judgement.verdict,
        why: why.sentence(judgement).into_owned(),
        rows: rows.map(|row| namer.place(row.place)).collect(),
    }
}

fn sections<'m>(
    namer: &Namer<'m, '_, '_>,
    coverage: &xwalk_analysis::Coverage,
) -> Option<Vec<Section<'m>>> {
    let model = namer.model;
    let stated = coverage.sections(model, Basis::Stated)?.into_iter();
    let proved = coverage.sections(model, Basis::Proved);
    let sections = stated.enumerate().map(|(at, (id, stated))| Section {
        control: namer.control(id),
        is_top: model.controls[id].parent.is_none(),
        tallies: Tallies {
            stated,
            proved: proved.as_ref().and_then(|proved| Some(proved.get(at)?.1)),
        },
    });
    Some(sections.collect())
}
