//! Mappings that the program writes: how rows, proofs and names are written.

use std::collections::{BTreeMap, BTreeSet};

use xwalk_analysis::{Chain, Ground, Merit, Names, Proof, claim};
use xwalk_model::{ControlId, End, FrameworkId, Model, RowId};
use xwalk_source::SourceMap;
use xwalk_write::spelled_identifier;

/// Writes parts of mappings.
pub(super) struct Writer<'a, 's> {
    pub model: &'a Model<'s>,
    sources: &'a SourceMap,
    /// The rows whose mapping has another row with the same ends.
    repeated: BTreeSet<RowId>,
}

impl<'a, 's> Writer<'a, 's> {
    pub fn new(model: &'a Model<'s>, sources: &'a SourceMap) -> Self {
        let mut rows: BTreeMap<_, Vec<RowId>> = BTreeMap::new();
        for (id, row) in model.rows.iter() {
            let ends = (row.mapping, &row.source, &row.target);
            rows.entry(ends).or_default().push(id);
        }
        let repeated = rows.into_values().filter(|rows| rows.len() > 1);
        Self {
            model,
            sources,
            repeated: repeated.flatten().collect(),
        }
    }

    /// `PR.AA-05`, in backticks where it needs them.
    pub fn identifier(&self, control: ControlId) -> String {
        spelled_identifier(self.model.controls[control].identifier).into_owned()
    }

    /// `A.5.15 + A.5.18`, `*`.
    pub fn end(&self, end: &End) -> String {
        let controls = end.controls().iter();
        let controls: Vec<String> = controls.map(|id| self.identifier(*id)).collect();
        if controls.is_empty() {
            "*".to_owned()
        } else {
            controls.join(" + ")
        }
    }

    /// ` functional strength 6`: what a row carries that rests on others, each with a blank before it.
    pub fn clauses(&self, merit: &Merit) -> String {
        let mut clauses = String::new();
        if let [Some(rationale)] = merit.rationales.as_slice() {
            clauses += &format!(" {}", rationale.word());
        }
        if let Some(strength) = merit.strength {
            clauses += &format!(" strength {strength}");
        }
        if let Some(confidence) = merit.confidence {
            clauses += &format!(" confidence {confidence}");
        }
        clauses
    }

    /// `; mixed rationales: semantic, functional`, where rows of several take part.
    pub fn mixed_rationales(&self, merit: &Merit) -> String {
        if !merit.mixes_rationales() {
            return String::new();
        }
        let words = merit.rationales.iter();
        let words: Vec<&str> = words
            .map(|rationale| rationale.map_or("none given", |rationale| rationale.word()))
            .collect();
        format!("; mixed rationales: {}", words.join(", "))
    }

    /// `ID.AM.a equal A.5.9 (iso-27103-iso-27001), A.5.9 related-to ID.AM-01 (olir-csf2-iso27001)`.
    pub fn proof(&self, proof: &Proof) -> String {
        let names = Names::of(self.model, &proof.chains);
        let chains = proof.chains.iter();
        let chains: Vec<String> = chains.map(|chain| self.chain(&names, chain)).collect();
        chains.join("; and ")
    }

    fn chain(&self, names: &Names<'_, '_>, chain: &Chain) -> String {
        let starts = chain.subjects().zip(&chain.steps);
        let steps = starts.map(|(from, step)| {
            let [from, to] = [from, step.to].map(|subject| names.name(subject));
            match step.ground {
                Ground::Nesting => format!("{from} {} {to}", step.verb()),
                Ground::Row(row) => format!("{from} {} {to} ({})", step.says, self.beside(row)),
            }
        });
        steps.collect::<Vec<_>>().join(", ")
    }

    /// What has to stand beside a step for the row to be found: of a union, a step names only one part.
    fn beside(&self, id: RowId) -> String {
        let row = &self.model.rows[id];
        let has_union = [&row.source, &row.target].map(|end| matches!(end, End::Union(_)));
        if has_union.contains(&true) {
            format!("{}: {}", self.row_name(id), claim(self.model, row))
        } else {
            self.row_name(id)
        }
    }

    /// `D-2 equal N-2 + N-3 (old-new)`.
    pub fn named_row(&self, id: RowId) -> String {
        let text = claim(self.model, &self.model.rows[id]);
        format!("{text} ({})", self.row_name(id))
    }

    /// `iso-27103-iso-27001`: with the ends of a row, its mapping says which row it is, wherever that moves to. Only where the
    /// mapping has another row with these ends, its line is named too.
    fn row_name(&self, row: RowId) -> String {
        if self.repeated.contains(&row) {
            self.row_place(row)
        } else {
            self.model.mappings[self.model.rows[row].mapping]
                .name
                .to_owned()
        }
    }

    /// `iso-27103-iso-27001:57`: the mapping and the line.
    pub fn row_place(&self, row: RowId) -> String {
        let row = &self.model.rows[row];
        let line = self.sources.position(row.place).line;
        format!("{}:{line}", self.model.mappings[row.mapping].name)
    }

    /// The mappings of these rows, by name.
    pub fn mappings(&self, rows: impl IntoIterator<Item = RowId>) -> Vec<&'a str> {
        let rows = rows.into_iter();
        let mut mappings: Vec<_> = rows.map(|row| self.model.rows[row].mapping).collect();
        mappings.sort_unstable();
        mappings.dedup();
        let mappings = mappings.into_iter();
        mappings.map(|id| self.model.mappings[id].name).collect()
    }

    /// A framework as a part of a name: `iso-27001`, with its edition where there are several, `nist-csf-2-0`.
    pub fn framework_name(&self, id: FrameworkId) -> String {
        let framework = &self.model.frameworks[id];
        let editions = self.model.frameworks.iter();
        let editions = editions.filter(|(_, other)| other.name == framework.name);
        if editions.count() > 1 {
            let edition = framework.edition.to_ascii_lowercase();
            format!("{}-{}", framework.name, edition.replace(['.', '_'], "-"))
        } else {
            framework.name.to_owned()
        }
    }

    /// A name for a mapping, with a number behind it where there is such a mapping already.
    pub fn free_name(&self, name: &str) -> String {
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
