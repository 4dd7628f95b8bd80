//! Proved pairs as rows of a mapping, each with its proof in the note.

use crate::analysis::{Chain, Ground, Names, Proof, Proved};
use crate::format::{spelled_identifier, spelled_text};
use crate::model::{ControlId, FrameworkId, Model, RowId};
use crate::relation::Label;
use crate::source::SourceMap;

/// What a mapping is derived from.
pub struct Derived<'a, 's> {
    pub model: &'a Model<'s>,
    pub sources: &'a SourceMap,
    pub from: FrameworkId,
    pub to: FrameworkId,
}

impl Derived<'_, '_> {
    /// The file: rows of different styles stand in mappings of their own, since a mapping has one style.
    pub fn file(&self, proved: &[Proved]) -> String {
        let (related, others): (Vec<&Proved>, Vec<&Proved>) = proved
            .iter()
            .partition(|proved| proved.proof.label == Label::RELATED);
        let [source, target] = self.labels();
        let mut text = format!(
            "\
// Derived with `xwalk derive {source} {target}`: what the rows of other mappings prove together, and none says by itself.
// Nobody has judged these rows. Each holds if all rows hold that its note names. Review them one by one: keep a row, say
// more exactly what holds, or delete it. Then name yourself as `author`, a second person as `reviewer`, and raise the status.
"
        );
        let name = self.name();
        if !others.is_empty() {
            text += &self.mapping(&name, "derived", "set-theory", &others);
        }
        if !related.is_empty() {
            let (name, what) = (format!("{name}-related"), "derived: what is related");
            text += &self.mapping(&name, what, "crosswalk", &related);
        }
        text
    }

    fn mapping(&self, name: &str, what: &str, style: &str, proved: &[&Proved]) -> String {
        let [from, to] = [self.from, self.to].map(|id| &self.model.frameworks[id]);
        let title = spelled_text(&format!("{} to {}, {what}", from.title, to.title));
        let [source, target] = self.labels();
        let mappings = spelled_text(&format!("Proved from {}", self.mappings(proved).join(", ")));
        let mut text = format!(
            "\n/// Rows that follow from other mappings, to be reviewed.\n\
             mapping {} {title} from {source} to {target} {{\n\
             source {mappings}\n\
             use-case \"Review what follows from other mappings before anybody relies on it\"\n\
             status draft\nstyle {style}\ncomplete none\n\n",
            self.free(name)
        );
        let rows = proved.iter();
        text.extend(rows.map(|proved| self.row(proved)));
        text + "}\n"
    }

    /// `PR.AA-05 subset-of A.5.15 functional strength 6 "proved: …"`.
    fn row(&self, proved: &Proved) -> String {
        let proof = &proved.proof;
        let merit = &proof.merit;
        let mut row = format!(
            "{} {} {}",
            self.identifier(proved.source),
            proof.label,
            self.identifier(proved.target)
        );
        if let [Some(rationale)] = merit.rationales.as_slice() {
            row += &format!(" {}", rationale.word());
        }
        if let Some(strength) = merit.strength {
            row += &format!(" strength {strength}");
        }
        if let Some(confidence) = merit.confidence {
            row += &format!(" confidence {confidence}");
        }
        format!("{row} {}\n", spelled_text(&self.note(proof)))
    }

    /// `proved: ID.AM.a equal A.5.9 (iso-27103-iso-27001:57), A.5.9 related-to ID.AM-01 (olir-csf2-iso27001:31)`.
    fn note(&self, proof: &Proof) -> String {
        let names = Names::of(self.model, &proof.chains);
        let chains = proof.chains.iter();
        let chains: Vec<String> = chains.map(|chain| self.chain(&names, chain)).collect();
        let mut note = format!("proved: {}", chains.join("; and "));
        if proof.merit.mixes_rationales() {
            let words = proof.merit.rationales.iter();
            let words: Vec<&str> = words
                .map(|rationale| rationale.map_or("none given", |rationale| rationale.word()))
                .collect();
            note += &format!("; mixed rationales: {}", words.join(", "));
        }
        note
    }

    fn chain(&self, names: &Names<'_, '_>, chain: &Chain) -> String {
        let starts = chain.things().zip(&chain.steps);
        let steps = starts.map(|(from, step)| {
            let [from, to] = [from, step.to].map(|thing| names.name(thing));
            match step.ground {
                Ground::Nesting => format!("{from} {} {to}", step.verb()),
                Ground::Row(row) => format!("{from} {} {to} ({})", step.says, self.row_name(row)),
            }
        });
        steps.collect::<Vec<_>>().join(", ")
    }

    /// `iso-27103-iso-27001:57`: the mapping and the line.
    fn row_name(&self, row: RowId) -> String {
        let row = &self.model.rows[row];
        let line = self.sources.position(row.place).line;
        format!("{}:{line}", self.model.mappings[row.mapping].name)
    }

    /// The mappings whose rows take part, by name.
    fn mappings(&self, proved: &[&Proved]) -> Vec<&str> {
        let rows = proved.iter().flat_map(|proved| proved.proof.rows());
        let mut mappings: Vec<_> = rows.map(|row| self.model.rows[row].mapping).collect();
        mappings.sort_unstable();
        mappings.dedup();
        let mappings = mappings.into_iter();
        mappings.map(|id| self.model.mappings[id].name).collect()
    }

    fn identifier(&self, control: ControlId) -> String {
        spelled_identifier(self.model.controls[control].identifier).into_owned()
    }

    fn labels(&self) -> [String; 2] {
        [self.from, self.to].map(|id| self.model.frameworks[id].label())
    }

    /// `nist-csf-iso-27001-derived`; with editions where a framework has several.
    fn name(&self) -> String {
        let [from, to] = [self.from, self.to].map(|id| {
            let framework = &self.model.frameworks[id];
            let editions = self.model.frameworks.iter();
            let editions = editions.filter(|(_, other)| other.name == framework.name);
            if editions.count() > 1 {
                let edition = framework
                    .edition
                    .to_ascii_lowercase()
                    .replace(['.', '_'], "-");
                format!("{}-{edition}", framework.name)
            } else {
                framework.name.to_owned()
            }
        });
        format!("{from}-{to}-derived")
    }

    /// The name, with a number behind it where there is such a mapping already.
    fn free(&self, name: &str) -> String {
        let taken = |name: &str| {
            let mut mappings = self.model.mappings.iter();
            mappings.any(|(_, mapping)| mapping.name == name)
        };
        let mut free = name.to_owned();
        let mut number = 2;
        while taken(&free) {
            free = format!("{name}-{number}");
            number += 1;
        }
        free
    }
}
