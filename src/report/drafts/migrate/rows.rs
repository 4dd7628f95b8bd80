//! What is carried over, as rows of mappings.

use std::collections::BTreeSet;

use super::carrying::Carrying;
use xwalk_analysis::{Argument, Because, Carried, claim};
use xwalk_model::{End, RowId};
use xwalk_relation::Label;
use xwalk_write::{Draft, DraftKind, DraftRow};

impl Carrying<'_, '_> {
    /// What the file is.
    pub fn preface(&self) -> String {
        let name = self.writer.model.mappings[self.mapping].name;
        let (old, new) = (self.label(self.old), self.label(self.new));
        let crosswalks = self.crosswalk_names();
        let mut text = format!(
            "// Carried over with `xwalk migrate {old} {new} {name}`:\n\
             // what the rows of {name} and of {crosswalks} together prove of {new}, and what is only called related.\n"
        );
        text += if self.migration.carried.is_empty() {
            "// They say nothing of it, so that there is no mapping here.\n"
        } else {
            "// Nobody has judged these rows. Review them one by one: keep a row, say more exactly what holds, or delete it.\n\
             // Then name yourself as `author`, a second person as `reviewer`, and raise the status.\n"
        };
        text + "// Below, in comments that claim nothing, is what has to be looked at again.\n"
    }

    /// The mappings, with what is proved as their rows.
    pub fn mappings(&self) -> impl Iterator<Item = String> {
        DraftKind::ALL.into_iter().filter_map(|kind| {
            let carried = self.migration.carried.iter();
            let carried = carried.filter(|carried| DraftKind::of(carried.relation()) == kind);
            let rows: Vec<DraftRow> = carried.map(|carried| self.row(carried)).collect();
            (!rows.is_empty()).then(|| self.draft(kind, rows).text())
        })
    }

    fn draft(&self, kind: DraftKind, rows: Vec<DraftRow>) -> Draft {
        let old = &self.writer.model.mappings[self.mapping];
        let new = self.label(self.new);
        let name = format!("{}-{}", old.name, self.writer.framework_name(self.new));
        let [from, to] = [old.from, old.to].map(|id| {
            if id == self.old {
                new.clone()
            } else {
                self.label(id)
            }
        });
        Draft {
            kind,
            doc: match kind {
                DraftKind::Sets => format!(
                    "Rows of `{}` as they are proved to hold for {new}, to be reviewed.",
                    old.name
                ),
                DraftKind::Related => format!(
                    "What `{}` calls related, carried over to {new} without proof, to be judged.",
                    old.name
                ),
            },
            name: self.writer.free_name(&kind.name(&name)),
            title: format!("{}, carried over to {new}", old.title),
            from,
            to,
            source: match kind {
                DraftKind::Sets => format!("Proved from {}, {}", old.name, self.crosswalk_names()),
                DraftKind::Related => {
                    format!("Carried over from {}, {}", old.name, self.crosswalk_names())
                }
            },
            use_case: old.use_case.as_deref().map(str::to_owned),
            rows,
        }
    }

    fn row(&self, carried: &Carried) -> DraftRow {
        let writer = &self.writer;
        let merit = carried.argument.merit(writer.model);
        let (source, relation, target) =
            if self.writer.model.mappings[self.mapping].from == self.old {
                (&carried.edition, carried.relation(), &carried.other)
            } else {
                let relation = carried.relation().map(Label::converse);
                (&carried.other, relation, &carried.edition)
            };
        DraftRow {
            source: writer.end(source),
            relation,
            target: writer.end(target),
            clauses: writer.clauses(&merit),
            note: format!(
                "{}: {}{}{}",
                if relation.is_some() {
                    "proved"
                } else {
                    "carried over, not proved"
                },
                self.argument(&carried.argument),
                writer.mixed_rationales(&merit),
                self.old_rows(carried)
            ),
        }
    }

    /// `; was: A-1 subset-of X-1 strength 7, what its note says; also in place of the rows of, …`: the old rows that
    /// stand in the proof, where they say more than stands there, and those that are carried over without taking part in it.
    fn old_rows(&self, carried: &Carried) -> String {
        let model = self.writer.model;
        let behind = carried.argument.rows();
        let rows = carried.rows.iter().copied();
        let (proving, others): (Vec<RowId>, Vec<RowId>) =
            rows.partition(|row| behind.contains(row));
        let also = if proving.is_empty() { "" } else { "also " };
        let proving = proving.into_iter().filter(|row| {
            let row = &model.rows[*row];
            row.strength.is_some() || row.note.is_some()
        });
        let was: Vec<String> = proving.map(|row| self.old_row(row, "")).collect();
        let others: BTreeSet<&End> = others
            .into_iter()
            .map(|row| self.edition_end(row))
            .collect();
        let others: Vec<String> = others.into_iter().map(|end| self.writer.end(end)).collect();
        let mut text = String::new();
        if !was.is_empty() {
            text += &format!("; was: {}", was.join("; "));
        }
        if !others.is_empty() {
            let plural = if others.len() == 1 { "" } else { "s" };
            text += &format!(
                "; {also}in place of the row{plural} of {}, which the proof does not need",
                others.join(", ")
            );
        }
        text
    }

    /// `N-1 equal A-1 (old-new), A-1 subset-of X-1 (old-x)`.
    fn argument(&self, argument: &Argument) -> String {
        let named = |row: RowId| self.writer.named_row(row);
        match argument {
            Argument::Proof(proof) => self.writer.proof(proof),
            Argument::Replaced(replacement, row) => {
                let mut steps: Vec<String> = match &replacement.because {
                    Because::Row(row) => vec![named(*row)],
                    Because::Parts(proofs) => {
                        let proofs = proofs.iter();
                        proofs.map(|proof| self.writer.proof(proof)).collect()
                    }
                };
                steps.push(named(*row));
                steps.join(", ")
            }
            Argument::Related { row, contains } => {
                let contains = contains.iter().map(|proof| self.writer.proof(proof));
                let steps: Vec<String> = contains.chain([named(*row)]).collect();
                steps.join(", ")
            }
            Argument::Everything(rows) => {
                let rows: Vec<String> = rows.iter().map(|row| named(*row)).collect();
                format!("of each control of the edition: {}", rows.join(", "))
            }
        }
    }

    /// `A-1 subset-of X-1 strength 7 (old-x:8), what its note says`: an old row in words, with or without its place.
    pub fn old_row(&self, id: RowId, place: &str) -> String {
        let row = &self.writer.model.rows[id];
        let mut text = claim(self.writer.model, row);
        if let Some(strength) = row.strength {
            text += &format!(" strength {strength}");
        }
        text += place;
        if let Some(condition) = row.condition() {
            text += &format!(", when {condition}");
        }
        if let Some(note) = &row.note {
            text += &format!(
                ", {}",
                note.split_whitespace().collect::<Vec<_>>().join(" ")
            );
        }
        text
    }
}
