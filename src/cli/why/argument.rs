//! Proofs and contradictions for people: every step on a line of its own.

use std::collections::BTreeMap;

use super::Told;
use crate::analysis::{Chain, Contradiction, Ground, Merit, Proof, Step, Thing, infinitive, verb};
use crate::cli::columns::Columns;
use crate::model::RowId;
use crate::relation::Label;
use crate::syntax::ast::Status;

impl Told<'_, '_> {
    pub(super) fn proof(&self, proof: &Proof) -> String {
        let mut text = "\nProof\n".to_owned();
        for (number, chain) in (1..).zip(&proof.chains) {
            let shown = self.sentence(chain.from, verb(chain.label()), chain.to());
            text += &format!("  {number}. {shown}\n{}", self.chain(chain, None));
        }
        if let [_, _, ..] = proof.chains.as_slice() {
            let [a, b] = self.pair.map(Thing::Control);
            let both = self.sentence(a, verb(proof.label), b);
            text += &format!("  Together: {both}\n");
        }
        let rows = proof.rows();
        if !rows.is_empty() {
            text += &format!("\nIt rests on\n{}", self.merit(&rows, &proof.merit));
        }
        text
    }

    /// The steps of a chain, one a line, and after each what is known so far.
    pub(super) fn chain(&self, chain: &Chain, loss: Option<&(usize, String)>) -> String {
        let mut columns = Columns::default();
        for (says, step) in self.names.steps(chain).zip(&chain.steps) {
            columns.push([says, self.ground(step)]);
        }
        let lines = columns.text();
        let mut text = String::new();
        for (at, (line, step)) in lines.lines().zip(&chain.steps).enumerate() {
            text += &format!("     {line}\n");
            if let Some((_, why)) = loss.filter(|(lost, _)| *lost == at) {
                text += &format!("       here the knowledge is lost: {why}\n");
            } else if at > 0 && step.known != Label::ANY {
                let known = self.sentence(chain.from, verb(step.known), step.to);
                text += &format!("       so {known}\n");
            }
        }
        text
    }

    /// What a step rests on.
    fn ground(&self, step: &Step) -> String {
        match step.ground {
            Ground::Nesting => {
                let hierarchy = self.hierarchy(step).unwrap_or_default();
                format!("by the hierarchy of {hierarchy}")
            }
            Ground::Row(row) => self.by_row(row, step.says),
        }
    }

    /// The mapping and place of a row, and the row itself where it does not say this as such: of a union.
    fn by_row(&self, row: RowId, says: Label) -> String {
        let claim = &self.model.rows[row];
        let by = format!("by {}, {}", self.mapping(row), self.place(row));
        if [claim.label, claim.label.converse()].contains(&says) && says != Label::ANY {
            by
        } else {
            format!("{by}: `{}`", self.claim(row))
        }
    }

    /// What a proof is worth: it is as good as the weakest of its rows.
    fn merit(&self, rows: &[RowId], merit: &Merit) -> String {
        let mut statuses: BTreeMap<Status, usize> = BTreeMap::new();
        for row in rows {
            let status = self.model.status(&self.model.rows[*row]);
            *statuses.entry(status).or_default() += 1;
        }
        let statuses = match statuses.iter().next() {
            Some((status, _)) if statuses.len() == 1 => status.word().to_owned(),
            _ => {
                let each = statuses.iter();
                let each = each.map(|(status, rows)| format!("{rows} {}", status.word()));
                each.collect::<Vec<_>>().join(", ")
            }
        };
        let missing = if rows.len() == 1 {
            "none given"
        } else {
            "not every row gives one"
        };
        let least = |known: Option<String>| known.unwrap_or_else(|| missing.to_owned());
        let mut columns = Columns::default();
        columns.push(["  rows", &rows.len().to_string()]);
        columns.push(["  status", &statuses]);
        columns.push(["  rationale", &rationales(merit)]);
        let strength = least(merit.strength.map(|it| it.to_string()));
        columns.push(["  least strength", &strength]);
        let confidence = least(merit.confidence.map(|it| it.to_string()));
        columns.push(["  least confidence", &confidence]);
        columns.text()
    }

    pub(super) fn contradiction(&self, found: &Contradiction) -> String {
        let declared = format!("is declared {}", infinitive(found.denied));
        let denial = self.sentence(found.chain.from, &declared, found.chain.to());
        let (yet, indeed) = if found.chain.steps.is_empty() {
            ("", ", and nothing relates to itself in that way")
        } else {
            ("yet ", "")
        };
        let mut text = format!(
            "\nRows that cannot all be true\n{}     {yet}{denial}{indeed}  {}\n",
            self.chain(&found.chain, None),
            self.by_row(found.denial, found.denied),
        );
        text +=
            "  They are set aside: nothing here rests on them, until one of them is corrected.\n";
        if found.merit.mixes_rationales() {
            text += &format!(
                "  Their rationales are {}. They may speak of different things.\n",
                rationales(&found.merit)
            );
        }
        if !found.stands_loosely {
            text += "  With every `intersects-with` read as `related-to` they could all be true.\n";
        }
        text
    }
}

/// `semantic`; where they are mixed, that too.
fn rationales(merit: &Merit) -> String {
    let words = merit.rationales.iter();
    let words: Vec<&str> = words
        .map(|rationale| rationale.map_or("none given", |rationale| rationale.word()))
        .collect();
    if merit.mixes_rationales() {
        format!("mixed: {}", words.join(", "))
    } else {
        words.concat()
    }
}
