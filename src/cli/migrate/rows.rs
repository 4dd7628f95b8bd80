//! What is proved, as rows of mappings.

use std::collections::BTreeSet;

use super::Told;
use crate::analysis::{Argument, Because, Carried, claim};
use crate::model::{End, RowId};
use crate::relation::Label;
use crate::write::spelled_text;

impl Told<'_, '_> {
    /// What the file is.
    pub fn preface(&self) -> String {
        let name = self.writer.model.mappings[self.mapping].name;
        let (old, new) = (self.label(self.old), self.label(self.new));
        let crosswalks = self.crosswalk_names();
        let mut text = format!(
            "// Carried over with `xwalk migrate {old} {new} {name}`:\n\
             // what the rows of {name} and of {crosswalks} together prove of {new}.\n"
        );
        text += if self.migration.carried.is_empty() {
            "// They prove nothing of it, so that there is no mapping here.\n"
        } else {
            "// Nobody has judged these rows. Review them one by one: keep a row, say more exactly what holds, or delete it.\n\
             // Then name yourself as `author`, a second person as `reviewer`, and raise the status.\n"
        };
        text + "// Below stands, in comments that claim nothing, what has to be looked at again.\n"
    }

    /// The rows; those of different styles in mappings of their own, since a mapping has one style.
    pub fn mappings(&self) -> String {
        let carried = self.migration.carried.iter();
        let (related, others): (Vec<&Carried>, Vec<&Carried>) =
            carried.partition(|carried| carried.label == Label::RELATED);
        let name = self.writer.model.mappings[self.mapping].name;
        let name = format!("{name}-{}", self.writer.framework_name(self.new));
        let mut text = String::new();
        if !others.is_empty() {
            text += &self.mapping(&name, "", "set-theory", &others);
        }
        if !related.is_empty() {
            let name = format!("{name}-related");
            text += &self.mapping(&name, ": what is related", "crosswalk", &related);
        }
        text
    }

    fn mapping(&self, name: &str, what: &str, style: &str, rows: &[&Carried]) -> String {
        let old = &self.writer.model.mappings[self.mapping];
        let new = self.label(self.new);
        let title = format!("{}, carried over to {new}{what}", old.title);
        let [from, to] = [old.from, old.to].map(|id| {
            if id == self.old {
                new.clone()
            } else {
                self.label(id)
            }
        });
        let mut text = format!(
            "\n/// Rows of `{}` as they are proved to hold for {new}, to be reviewed.\n\
             mapping {} {} from {from} to {to} {{\n\
             source {}\n",
            old.name,
            self.writer.free_name(name),
            spelled_text(&title),
            spelled_text(&format!(
                "Proved from {}, {}",
                old.name,
                self.crosswalk_names()
            )),
        );
        if let Some(use_case) = &old.use_case {
            text += &format!("use-case {}\n", spelled_text(use_case));
        }
        text += &format!("status draft\nstyle {style}\ncomplete none\n\n");
        let rows = rows.iter();
        text.extend(rows.map(|carried| self.row(carried)));
        text + "}\n"
    }

    /// `PR.AA-05 subset-of A.5.15 functional strength 6 "proved: …; was: …"`.
    fn row(&self, carried: &Carried) -> String {
        let writer = &self.writer;
        let merit = carried.argument.merit(writer.model);
        let (source, label, target) = if self.writer.model.mappings[self.mapping].from == self.old {
            (&carried.edition, carried.label, &carried.other)
        } else {
            (&carried.other, carried.label.converse(), &carried.edition)
        };
        let note = format!(
            "proved: {}{}{}",
            self.argument(&carried.argument),
            writer.mixed_rationales(&merit),
            self.old_rows(carried)
        );
        format!(
            "{} {label} {}{} {}\n",
            writer.end(source),
            writer.end(target),
            writer.clauses(&merit),
            spelled_text(&note)
        )
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
