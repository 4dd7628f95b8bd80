//! Why a control has its verdict, in a sentence for a reader who knows no compiler.

use std::borrow::Cow;
use std::collections::BTreeMap;

use xwalk_analysis::{Eligibility, Judgement, Reason};
use xwalk_model::{ControlId, End, FrameworkId, MappingId, Model, Row, RowId, Table};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::Nesting;

/// How many identifiers a sentence names before it says how many more there are.
const NAMED: usize = 6;

/// What the sentences about the coverage of one framework by another are made from.
pub(super) struct Why<'a, 's> {
    pub model: &'a Model<'s>,
    pub eligibilities: &'a Table<RowId, Eligibility>,
    /// The framework that is covered.
    pub of: FrameworkId,
    /// What the covering framework is called.
    pub by: &'a str,
}

impl Why<'_, '_> {
    /// Why a control has its verdict.
    pub fn sentence(&self, judgement: &Judgement) -> Cow<'static, str> {
        let (rows, others) = (&judgement.rows, &judgement.others);
        let by = self.by;
        Cow::Owned(match judgement.reason {
            Reason::NoRow => return Cow::Borrowed("No row names it"),
            Reason::NothingFollows => {
                return Cow::Borrowed(
                    "Rows name it, but do not say what it has in common with any one control",
                );
            }
            Reason::JudgedBelow => {
                return Cow::Borrowed("No row names it: it is judged by the controls below it");
            }
            Reason::ChildrenFull => {
                return Cow::Borrowed(
                    "All controls below it are full, and together they ask for all that it asks for",
                );
            }
            Reason::Contained if self.all_equal(rows) => self.controls("Equal to", others),
            Reason::Contained => self.controls("Contained in", others),
            Reason::ProvedContained => {
                self.controls("Proved to be contained in", &self.deepest(others))
            }
            Reason::ProvedUnion => match self.deepest(others).as_slice() {
                one @ ([] | [_]) => self.controls("Proved to be contained in", one),
                several => format!(
                    "Proved to be contained in what {} controls ask together: {}",
                    several.len(),
                    self.named(several)
                ),
            },
            Reason::ProvedShares => {
                self.controls("Proved to share something with", &self.deepest(others))
            }
            Reason::ProvedDisjoint => {
                format!("Proved to have nothing in common with any control of {by}")
            }
            Reason::ContainedInUnion => self.unions(rows),
            Reason::Shares => self.controls("Shares something with", others),
            Reason::Related => self.controls("Only called related to", others),
            Reason::ProvedRelated => {
                self.controls("Related, by way of what is proved equal, to", others)
            }
            Reason::DeclaredGap => format!("A row says that nothing in {by} corresponds to it"),
            Reason::DisjointFromAll => {
                format!("Rows say that it has nothing in common with any control of {by}")
            }
            Reason::Silence(mapping) if rows.is_empty() => {
                format!(
                    "No row in {}, which claims to be complete",
                    self.title(mapping)
                )
            }
            Reason::Silence(mapping) => format!(
                "No row shares something with it, and {} claims to be complete",
                self.title(mapping)
            ),
            Reason::RowsLeftOut => self.left_out(rows),
            Reason::OnlyDisjoint => {
                self.controls("Rows only say that it has nothing in common with", others)
            }
            Reason::ParentMapped(parent) => format!(
                "No row names it: the rows are at {} above it",
                self.identifier(parent)
            ),
            Reason::ParentRelated(parent) => format!(
                "No row names it: {} above it is only called related, which says nothing of its parts",
                self.identifier(parent)
            ),
            Reason::ClaimLeftOut(mapping) => {
                let but = if self.model.mappings[mapping].left_out > 0 {
                    "some of its rows cannot be read or name controls that are not there"
                } else {
                    "its status is below the one asked for"
                };
                let title = self.title(mapping);
                format!("No row names it; {title} claims to be complete, but {but}")
            }
        })
    }

    /// `Contained in A.5.1`, `Contained in 2 controls: A.5.1, A.5.15`.
    fn controls(&self, says: &str, others: &[ControlId]) -> String {
        let named = self.named(others);
        match others.len() {
            0 | 1 => format!("{says} {named}"),
            count => format!("{says} {count} controls: {named}"),
        }
    }

    /// Those that no other one of them is nested in. What is proved of a control is proved of the one above it, where
    /// nesting says anything, and to name that too tells nothing more.
    fn deepest(&self, others: &[ControlId]) -> Vec<ControlId> {
        let controls = &self.model.controls;
        let next = others.iter().skip(1).map(Some).chain([None]);
        let pairs = others.iter().zip(next);
        let deepest = pairs.filter(|(one, next)| {
            let framework = controls[**one].framework;
            let nested = self.model.frameworks[framework].nesting != Nesting::Group;
            !(nested && next.is_some_and(|next| *next < controls[**one].subtree_end))
        });
        deepest.map(|(one, _)| *one).collect()
    }

    /// `A.5.1, A.5.15`; of many, some and how many more.
    fn named(&self, others: &[ControlId]) -> String {
        let named = others.iter().take(NAMED).map(|id| self.identifier(*id));
        let named = named.collect::<Vec<_>>().join(", ");
        match others.len().saturating_sub(NAMED) {
            0 => named,
            more => format!("{named} and {more} more"),
        }
    }

    /// `Contained in several controls together: A.5.15 + A.5.18`.
    fn unions(&self, rows: &[RowId]) -> String {
        let unions: Vec<String> = rows
            .iter()
            .map(|row| {
                let parts = self.other_end(&self.model.rows[*row]).controls();
                let parts: Vec<&str> = parts.iter().map(|part| self.identifier(*part)).collect();
                parts.join(" + ")
            })
            .collect();
        format!(
            "Contained in several controls together: {}",
            unions.join("; ")
        )
    }

    /// `No row that counts: 1 below the status asked for, 2 under a condition`.
    fn left_out(&self, rows: &[RowId]) -> String {
        let mut counts: BTreeMap<Eligibility, usize> = BTreeMap::new();
        for row in rows {
            *counts.entry(self.eligibilities[*row]).or_default() += 1;
        }
        let reasons: Vec<String> = counts
            .into_iter()
            .filter_map(|(eligibility, count)| Some(format!("{count} {}", eligibility.left_out()?)))
            .collect();
        format!("No row that counts: {}", reasons.join(", "))
    }

    fn all_equal(&self, rows: &[RowId]) -> bool {
        rows.iter().map(|row| &self.model.rows[*row]).all(|row| {
            let single = row.source.single().is_some() && row.target.single().is_some();
            single && row.label == Label::only(Relation::Equal)
        })
    }

    /// The end of a row in the covering framework.
    fn other_end<'r>(&self, row: &'r Row<'_>) -> &'r End {
        if self.model.mappings[row.mapping].from == self.of {
            &row.target
        } else {
            &row.source
        }
    }

    fn identifier(&self, control: ControlId) -> &str {
        self.model.controls[control].identifier
    }

    fn title(&self, mapping: MappingId) -> &str {
        &self.model.mappings[mapping].title
    }
}
