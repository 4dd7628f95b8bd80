//! Proved pairs as rows of a mapping, each with its proof in the note.

use crate::analysis::Proved;
use crate::cli::mapping_text::Writer;
use crate::model::FrameworkId;
use crate::relation::Label;
use crate::write::spelled_text;

/// What a mapping is derived from.
pub struct Derived<'a, 's> {
    pub writer: Writer<'a, 's>,
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
        let [from, to] = [self.from, self.to].map(|id| self.writer.framework_name(id));
        let name = format!("{from}-{to}-derived");
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
        let [from, to] = [self.from, self.to].map(|id| &self.writer.model.frameworks[id]);
        let title = spelled_text(&format!("{} to {}, {what}", from.title, to.title));
        let [source, target] = self.labels();
        let rows = proved.iter().flat_map(|proved| proved.proof.rows());
        let mappings = self.writer.mappings(rows).join(", ");
        let mappings = spelled_text(&format!("Proved from {mappings}"));
        let mut text = format!(
            "\n/// Rows that follow from other mappings, to be reviewed.\n\
             mapping {} {title} from {source} to {target} {{\n\
             source {mappings}\n\
             use-case \"Review what follows from other mappings before anybody relies on it\"\n\
             status draft\nstyle {style}\ncomplete none\n\n",
            self.writer.free_name(name)
        );
        let rows = proved.iter();
        text.extend(rows.map(|proved| self.row(proved)));
        text + "}\n"
    }

    /// `PR.AA-05 subset-of A.5.15 functional strength 6 "proved: …"`.
    fn row(&self, proved: &Proved) -> String {
        let writer = &self.writer;
        let proof = &proved.proof;
        let note = format!(
            "proved: {}{}",
            writer.proof(proof),
            writer.mixed_rationales(&proof.merit)
        );
        format!(
            "{} {} {}{} {}\n",
            writer.identifier(proved.source),
            proof.label,
            writer.identifier(proved.target),
            writer.clauses(&proof.merit),
            spelled_text(&note)
        )
    }

    fn labels(&self) -> [String; 2] {
        [self.from, self.to].map(|id| self.writer.model.frameworks[id].label())
    }
}
