//! The types of the report.

use std::borrow::Cow;

use super::posture::Exports;
use super::{
    Contradiction, ControlAt, End, FrameworkAt, LeftOut, MappingAt, Overlap, Posture, Proved,
    ProvedAt, Remainder, RowAt, RowElsewhere, Run,
};
use xwalk_analysis::{Basis, Eligibility, Tally, Verdict};
use xwalk_diagnostic::Severity;
use xwalk_model::{Id as _, Submission, Table};
use xwalk_syntax::ast::{
    ActivityKind, Complete, Date, Nesting, Rationale, Status, Style, SupportProperty,
};

/// Everything that the outputs say.
#[derive(Debug)]
pub struct Report<'m> {
    /// What this is, from what, when.
    pub meta: Meta<'m>,
    /// The frameworks, by name and edition.
    pub frameworks: Table<FrameworkAt, Framework<'m>>,
    /// All controls; those of one framework are contiguous and in preorder.
    pub controls: Table<ControlAt, Control<'m>>,
    /// The mappings, by name.
    pub mappings: Table<MappingAt, Mapping<'m>>,
    /// All claims; those of one mapping are contiguous and in the order of its text.
    pub rows: Table<RowAt, Row<'m>>,
    /// What the rows prove beyond what they say, by source and target. Never mixed with the rows.
    pub proved: Table<ProvedAt, Proved<'m>>,
    /// The rows that cannot all be true. They are among the rows; unless it takes several rationales, they are marked and
    /// carry no verdict and no proof.
    pub contradictions: Vec<Contradiction<'m>>,
    /// One entry per ordered pair of frameworks that rows or proofs connect: by `of`, then by `by`.
    pub coverage: Vec<Coverage>,
    /// What has to be assessed only once for all frameworks.
    pub overlap: Overlap,
    /// Where each organization that is assessed stands, by name, for its own people: draft rows count, and are marked. Only
    /// where it was asked for.
    pub postures: Vec<Posture<'m>>,
    /// The same as it is shown to others. Only where it was asked for.
    pub exports: Option<Exports<'m>>,
    /// What the compiler had to say, most severe first.
    pub findings: Vec<Finding>,
    /// The terms that the outputs use, in reading order.
    pub definitions: Vec<Definition>,
}

impl Report<'_> {
    /// Whether other controls lie below this one.
    #[must_use]
    pub fn has_children(&self, control: ControlAt) -> bool {
        let next = ControlAt::from_index(control.index() + 1);
        let next = self.controls.find(next);
        next.is_some_and(|next| next.parent == Some(control))
    }

    /// The number of a row within its mapping, from 1.
    #[must_use]
    pub fn row_number(&self, row: RowAt) -> usize {
        let mapping = &self.mappings[self.rows[row].mapping];
        row.index() - mapping.rows.first.index() + 1
    }
}

/// What this is, from what, when.
#[derive(Debug)]
pub struct Meta<'m> {
    /// The title of the whole.
    pub title: String,
    /// The day that the report speaks of.
    pub date: Date,
    /// `xwalk 0.1.0`.
    pub generator: &'static str,
    /// Licensed wording is left out.
    pub public: bool,
    /// The weakest status that counts.
    pub status_floor: Status,
    /// The framework that stands at the left of the crosswalk and the heat map.
    pub pivot: Option<FrameworkAt>,
    /// What a reader has to know before anything else; printed on the first page of every output.
    pub caveats: Vec<Caveat<'m>>,
    /// What takes part in the reasoning and is not shown.
    pub left_out: LeftOut<'m>,
}

/// A caveat about a framework, such as one rebuilt from public summaries.
#[derive(Debug)]
pub struct Caveat<'m> {
    /// The framework.
    pub framework: FrameworkAt,
    /// The sentence.
    pub text: Cow<'m, str>,
}

/// A framework.
#[derive(Debug)]
pub struct Framework<'m> {
    /// `nist-csf@2.0`: unique, and fit for file names after `@` is replaced.
    pub key: String,
    /// The title with the edition, as a heading: `NIST Cybersecurity Framework 2.0`.
    pub heading: String,
    /// A name short enough for a column header: `NIST CSF 2.0`.
    pub short: String,
    /// The edition.
    pub edition: &'m str,
    /// The title as declared.
    pub title: &'m str,
    /// The doc comment.
    pub doc: Option<&'m str>,
    /// Who publishes it.
    pub publisher: Option<&'m str>,
    /// When.
    pub published: Option<Date>,
    /// Where; only http, https and mailto are ever made links.
    pub url: Option<&'m str>,
    /// What may be done with its text.
    pub licence: Option<&'m str>,
    /// The language of its titles.
    pub language: Option<&'m str>,
    /// What its hierarchy means.
    pub nesting: Nesting,
    /// The caveat, if it was rebuilt from public summaries.
    pub reconstruction: Option<&'m str>,
    /// Its tiers: number and name.
    pub tiers: Vec<(u32, &'m str)>,
    /// Its controls.
    pub controls: Run<ControlAt>,
    /// How many of them are assessable.
    pub assessable: usize,
    /// The number of controls per depth, with the level's name.
    pub levels: Vec<LevelTally>,
    /// Identifiers that are no longer used.
    pub withdrawn: Vec<Withdrawn<'m>>,
    /// `file:line` of its header.
    pub place: String,
}

/// The number of controls at one depth.
#[derive(Debug)]
pub struct LevelTally {
    /// The level's name.
    pub name: String,
    /// How many controls are on it.
    pub controls: usize,
}

/// An identifier that is no longer used.
#[derive(Debug)]
pub struct Withdrawn<'m> {
    /// The identifier.
    pub identifier: &'m str,
    /// Its successors.
    pub successors: Vec<ControlAt>,
    /// Those that the report leaves out, with their frameworks: `nist-csf@2.0:PR.AA-05`.
    pub successors_elsewhere: Vec<String>,
    /// What happened.
    pub reason: Option<&'m str>,
}

/// A control.
#[derive(Debug)]
pub struct Control<'m> {
    /// Its framework.
    pub framework: FrameworkAt,
    /// `PR.AA-05`.
    pub identifier: &'m str,
    /// Its title, in the words of the overlay in use if there is one.
    pub title: Cow<'m, str>,
    /// Depth, 0 at the top.
    pub depth: u8,
    /// The name of its level.
    pub level: Cow<'m, str>,
    /// The control it is nested in.
    pub parent: Option<ControlAt>,
    /// The top-level control it lies under: its function; itself at the top.
    pub section: ControlAt,
    /// Whether it is counted.
    pub assessable: bool,
    /// The doc comment.
    pub doc: Option<&'m str>,
    /// The wording, if it may be shown.
    pub text: Option<&'m str>,
    /// Free tags.
    pub tags: &'m [&'m str],
    /// Other identifiers.
    pub aliases: &'m [&'m str],
    /// What took its place, if it no longer applies.
    pub superseded: Option<Superseded>,
    /// Key activities and maturity indicators.
    pub activities: Vec<Activity<'m>>,
    /// The rows that name it, on either side, ascending.
    pub rows: Vec<RowAt>,
    /// What is proved of it, on either side, ascending.
    pub proved: Vec<ProvedAt>,
    /// `file:line`.
    pub place: String,
}

/// That a control no longer applies.
#[derive(Debug)]
pub struct Superseded {
    /// What took its place, in the same framework.
    pub by: Vec<ControlAt>,
    /// Since when.
    pub on: Date,
}

/// A key activity or maturity indicator.
#[derive(Debug)]
pub struct Activity<'m> {
    /// Which of the two.
    pub kind: ActivityKind,
    /// Its name.
    pub title: &'m str,
    /// The controls that carry it.
    pub on: Vec<ControlAt>,
}

/// A mapping.
#[derive(Debug)]
pub struct Mapping<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The doc comment.
    pub doc: Option<&'m str>,
    /// The source framework.
    pub from: FrameworkAt,
    /// The target framework.
    pub to: FrameworkAt,
    /// The document behind the rows.
    pub source: Option<&'m str>,
    /// Where that is available.
    pub url: Option<&'m str>,
    /// `Standards team, 2026-02-01`.
    pub author: Option<String>,
    /// Likewise.
    pub reviewer: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// `1.2.0`.
    pub version: Option<String>,
    /// What it is for.
    pub use_case: Option<&'m str>,
    /// What a catalog of mappings asks about it.
    pub submission: &'m Submission<'m>,
    /// How far it has progressed.
    pub status: Status,
    /// Its style.
    pub style: Style,
    /// Which sides have been looked at as a whole.
    pub complete: Complete,
    /// On which sides everything is claimed to have something that corresponds, if on any.
    pub comprehensive: Option<Complete>,
    /// Its rows.
    pub rows: Run<RowAt>,
    /// Rows per relation as written, in the order of the specification.
    pub relations: Vec<(Cow<'static, str>, usize)>,
    /// Rows per status, weakest first; only those that occur.
    pub statuses: Vec<(Status, usize)>,
    /// How many rows hold only under a condition, and so count in nothing.
    pub conditional: usize,
    /// `file:line` of its header.
    pub place: String,
}

/// One claim.
#[derive(Debug)]
pub struct Row<'m> {
    /// The mapping that makes it.
    pub mapping: MappingAt,
    /// The left end.
    pub source: End,
    /// The right end.
    pub target: End,
    /// The relation as written: `subset-of|equal`.
    pub relation: Cow<'static, str>,
    /// The relation read from the target's side, as it would be written there.
    pub converse: Cow<'static, str>,
    /// In which respect the ends were compared.
    pub rationale: Option<Rationale>,
    /// 0 to 10.
    pub strength: Option<u8>,
    /// `low`, `medium`, `high`, `80%`.
    pub confidence: Option<String>,
    /// How far it has progressed.
    pub status: Status,
    /// What `supports` means more exactly.
    pub property: Option<SupportProperty>,
    /// The note.
    pub note: Option<&'m str>,
    /// The row's own author, else its mapping's.
    pub author: Option<String>,
    /// The row's own reviewer, else its mapping's.
    pub reviewer: Option<String>,
    /// The row's own source, else its mapping's.
    pub source_document: Option<&'m str>,
    /// The only condition under which it holds.
    pub condition: Option<&'m str>,
    /// Why it carries no verdict (withdrawn, below the status asked for, conditional); `None` if it counts.
    pub left_out: Option<&'static str>,
    /// `file:line`.
    pub place: String,
}

impl Row<'_> {
    /// Whether views show the row among correspondences: not if it is withdrawn or its status is below the one asked
    /// for; but if it holds under a condition only or is contradicted, with a mark.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        ![Eligibility::Withdrawn, Eligibility::BelowFloor]
            .iter()
            .any(|hidden| hidden.left_out() == self.left_out)
    }
}

/// The coverage of one framework by another: suppose all of `by` is fulfilled; what of `of` is then fulfilled?
#[derive(Debug)]
pub struct Coverage {
    /// The framework that is covered.
    pub of: FrameworkAt,
    /// The framework that covers it.
    pub by: FrameworkAt,
    /// The mappings between the two, in either direction; none where only proofs connect them.
    pub mappings: Vec<MappingAt>,
    /// The whole framework, from stated rows.
    pub stated: Tally,
    /// The whole framework, with proofs; `None` where nothing was reasoned.
    pub proved: Option<Tally>,
    /// What is assessable at each depth of the hierarchy, top first; depths without any are there too.
    pub levels: Vec<LevelCoverage>,
    /// Every control that has others below it, in preorder: the tallies of what is assessable in it.
    pub sections: Vec<SectionTally>,
    /// Every control of `of`, assessable or not, in preorder.
    pub verdicts: Vec<VerdictLine>,
    /// What is left of the assessable controls that overlap, with proofs where something was reasoned: the strongest first,
    /// else as the framework orders them.
    pub remainders: Vec<Remainder<ControlAt, RowAt>>,
}

impl Coverage {
    /// The whole framework, on one basis.
    #[must_use]
    pub const fn tally(&self, basis: Basis) -> Option<Tally> {
        match basis {
            Basis::Stated => Some(self.stated),
            Basis::Proved => self.proved,
        }
    }

    /// The tally of one branch, on one basis; `None` for a control without others below it.
    #[must_use]
    pub fn section(&self, control: ControlAt, basis: Basis) -> Option<Tally> {
        let found = self
            .sections
            .binary_search_by_key(&control, |section| section.control);
        let section = self.sections.get(found.ok()?)?;
        match basis {
            Basis::Stated => Some(section.stated),
            Basis::Proved => section.proved,
        }
    }

    /// The verdict on one control.
    #[must_use]
    pub fn line(&self, control: ControlAt) -> Option<&VerdictLine> {
        let found = self
            .verdicts
            .binary_search_by_key(&control, |line| line.control);
        self.verdicts.get(found.ok()?)
    }
}

/// The tally of one depth of the hierarchy.
#[derive(Debug)]
pub struct LevelCoverage {
    /// The level's name.
    pub name: String,
    /// From stated rows.
    pub stated: Tally,
    /// With proofs.
    pub proved: Option<Tally>,
}

/// The tally of one branch of the hierarchy.
#[derive(Debug)]
pub struct SectionTally {
    /// The branch.
    pub control: ControlAt,
    /// From stated rows.
    pub stated: Tally,
    /// With proofs.
    pub proved: Option<Tally>,
}

/// One control's verdict and what it follows from.
#[derive(Debug)]
pub struct VerdictLine {
    /// The control.
    pub control: ControlAt,
    /// From stated rows alone.
    pub stated: CoverageCell,
    /// With proofs.
    pub proved: Option<CoverageCell>,
}

impl VerdictLine {
    /// The verdict on one basis.
    #[must_use]
    pub const fn on(&self, basis: Basis) -> Option<&CoverageCell> {
        match basis {
            Basis::Stated => Some(&self.stated),
            Basis::Proved => self.proved.as_ref(),
        }
    }
}

/// A verdict, why, and the rows behind it.
#[derive(Debug)]
pub struct CoverageCell {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in one short sentence for a reader who knows no compiler.
    pub why: Cow<'static, str>,
    /// The rows it rests on, ascending; for full, those that contain the control; empty where nothing is known.
    pub rows: Vec<RowAt>,
    /// The rows it rests on that the report leaves out: proofs go through frameworks that it does not show.
    pub elsewhere: Vec<RowElsewhere>,
}

/// Something that the compiler had to say.
#[derive(Debug)]
pub struct Finding {
    /// `XW0302`.
    pub code: &'static str,
    /// How severe it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// `file:line:column`.
    pub place: String,
    /// What to do.
    pub help: Option<String>,
}

/// A term and what it means.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// A key for links: `verdict-full`.
    pub key: &'static str,
    /// The group: `Verdicts`, `Relations`, …
    pub group: &'static str,
    /// The term as outputs print it.
    pub term: &'static str,
    /// What it means, one or two sentences.
    pub meaning: &'static str,
}
