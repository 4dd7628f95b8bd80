//! The answer of `xwalk why` for people.

use super::Told;
use crate::analysis::{Answer, Chain, Proof, Reach, Thing, verb};
use crate::cli::columns::Columns;
use crate::model::ControlId;
use crate::relation::Label;
use crate::syntax::ast::Nesting;

/// How many controls a sentence names before it says how many more there are.
const NAMED: usize = 8;

impl Told<'_, '_> {
    /// The answer for people.
    pub fn page(&self) -> String {
        let mut text = self.title();
        let explanation = &self.explanation;
        let found = explanation.contradictions.iter();
        let contradictions: String = found.map(|found| self.contradiction(found)).collect();
        match &explanation.answer {
            Answer::Same => text += "\nThe two are one and the same control.\n",
            Answer::Known(proof) => {
                text += &format!("\n{}\n{}", self.answer(proof), self.proof(proof));
                text += &self.rows();
                text += &contradictions;
            }
            _ if !contradictions.is_empty() => {
                text += "\nNothing is known: rows that speak of the two cannot all be true, and are set aside.\n";
                text += &contradictions;
                text += &self.rows();
            }
            Answer::Lost(chain) => {
                text +=
                    "\nNothing is known: rows connect the two, but nothing follows from them.\n";
                text += &self.connection(chain);
                text += &self.rows();
            }
            Answer::Apart(reaches) => {
                text += "\nNothing is known: no row that counts leads from one to the other.\n";
                text += &self.arrangement();
                text += &self.apart(reaches);
                text += &self.rows();
            }
        }
        text
    }

    fn title(&self) -> String {
        let mut columns = Columns::default();
        for id in self.pair {
            let control = &self.model.controls[id];
            columns.push([
                self.model.qualified(id),
                self.wordings.title(id, control).to_owned(),
            ]);
        }
        columns.text()
    }

    /// What is known, and whether it is stated or proved.
    fn answer(&self, proof: &Proof) -> String {
        let says = |label: Label| {
            let [a, b] = self.pair.map(Thing::Control);
            self.sentence(a, verb(label), b)
        };
        let stated = self.explanation.stated;
        let known = says(proof.label);
        if !proof.is_worth_saying() {
            return format!(
                "{known}. That is all that is known: they may share something, or nothing."
            );
        }
        let rows = match proof.rows().len() {
            0 => return format!("{known}, by the hierarchy alone."),
            1 => "1 row and the hierarchy".to_owned(),
            rows => format!("{rows} rows together"),
        };
        if stated == proof.label {
            format!("{known}: stated on this very pair.")
        } else if stated == Label::ANY {
            format!("{known}: proved, by {rows}.")
        } else {
            format!(
                "{known}: proved, by {rows}.\nThe rows on this very pair say less: {}.",
                says(stated)
            )
        }
    }

    /// A hierarchy that looks as if something followed from it.
    fn arrangement(&self) -> String {
        let [a, b] = self.pair;
        let below = |low: ControlId, high: ControlId| {
            high < low && low < self.model.controls[high].subtree_end
        };
        let framework = &self.model.frameworks[self.model.controls[a].framework];
        if framework.nesting == Nesting::Group && (below(a, b) || below(b, a)) {
            format!(
                "One stands above the other in {}, whose hierarchy is only an arrangement (`nesting group`).\n",
                framework.label()
            )
        } else {
            String::new()
        }
    }

    fn connection(&self, chain: &Chain) -> String {
        let loss = self.names.loss(chain);
        let steps = self.chain(chain, loss.as_ref());
        format!("\nOne of the shortest connections\n{steps}")
    }

    fn apart(&self, reaches: &[Reach; 2]) -> String {
        let mut text = "\n".to_owned();
        for (control, reach) in self.pair.iter().zip(reaches) {
            text += &format!("{}.\n", self.reach(*control, reach));
        }
        text
    }

    /// `` `A`: 2 rows that count name it, with `B`, `C`; rows lead on to nist-csf@2.0 ``.
    fn reach(&self, control: ControlId, reach: &Reach) -> String {
        let name = |id: &ControlId| self.names.quoted(Thing::Control(*id));
        let mut text = match reach.rows {
            0 => format!("{}: no row that counts names it", name(&control)),
            1 => format!("{}: 1 row that counts names it", name(&control)),
            rows => format!("{}: {rows} rows that count name it", name(&control)),
        };
        if !reach.controls.is_empty() {
            let mut names: Vec<String> = reach.controls.iter().take(NAMED).map(name).collect();
            if reach.controls.len() > NAMED {
                names.push(format!("{} more", reach.controls.len() - NAMED));
            }
            text += &format!(", with {}", names.join(", "));
        }
        if !reach.frameworks.is_empty() {
            let frameworks = reach.frameworks.iter();
            let frameworks: Vec<String> = frameworks
                .map(|id| self.model.frameworks[*id].label())
                .collect();
            text += &format!("; rows lead on to {}", frameworks.join(", "));
        }
        text
    }

    fn rows(&self) -> String {
        let rows = &self.explanation.rows;
        if rows.is_empty() {
            return "\nNo row speaks of this very pair.\n".to_owned();
        }
        if let Answer::Known(proof) = &self.explanation.answer
            && *rows == proof.rows()
        {
            return String::new();
        }
        let mut columns = Columns::default();
        for row in rows {
            let left_out = self.logic.standings[*row].left_out();
            columns.push([
                format!("  `{}`", self.claim(*row)),
                self.mapping(*row).to_owned(),
                self.place(*row),
                left_out.map_or_else(String::new, |reason| format!("left out: {reason}")),
            ]);
        }
        format!("\nRows on this very pair\n{}", columns.text())
    }
}
