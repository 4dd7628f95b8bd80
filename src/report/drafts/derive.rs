//! Proved pairs as rows of a mapping, each with its proof in the note.

use super::writer::Writer;
use xwalk_analysis::{Marked, Proved};
use xwalk_model::{FrameworkId, Model, RowId};
use xwalk_source::SourceMap;
use xwalk_write::{Draft, DraftKind, DraftRow};

/// The parts of a mapping file with what is proved of two frameworks.
#[must_use]
pub fn derived(
    model: &Model<'_>,
    sources: &SourceMap,
    [from, to]: [FrameworkId; 2],
    proved: &[Proved],
    marks: &[Marked],
) -> Vec<String> {
    let writer = Writer::new(model, sources);
    Derived { writer, from, to }.file(proved, marks)
}

/// What a mapping is derived from.
struct Derived<'a, 's> {
    writer: Writer<'a, 's>,
    from: FrameworkId,
    to: FrameworkId,
}

impl Derived<'_, '_> {
    /// The parts of the file.
    fn file(&self, proved: &[Proved], marks: &[Marked]) -> Vec<String> {
        let [source, target] = self.labels();
        let preface = format!(
            "\
// Derived with `xwalk derive {source} {target}`: what the rows of other mappings prove together, and none says by itself.
// Nobody has judged these rows. Each holds if all rows hold that its note names. Review them one by one: keep a row, say
// more exactly what holds, or delete it. Then name yourself as `author`, a second person as `reviewer`, and raise the status.
"
        );
        let mut parts = vec![preface];
        parts.extend(DraftKind::ALL.into_iter().filter_map(|kind| {
            let (rows, behind) = match kind {
                DraftKind::Sets => self.proved(proved),
                DraftKind::Related => self.related(marks),
            };
            (!rows.is_empty()).then(|| self.draft(kind, rows, behind).text())
        }));
        parts
    }

    /// Rows with what is proved, and the rows behind them.
    fn proved(&self, proved: &[Proved]) -> (Vec<DraftRow>, Vec<RowId>) {
        let rows = proved.iter().map(|proved| self.row(proved));
        let behind = proved.iter().flat_map(|proved| proved.proof.rows());
        (rows.collect(), behind.collect())
    }

    /// Rows with what is related since it equals what a row calls so, and the rows behind them.
    fn related(&self, marks: &[Marked]) -> (Vec<DraftRow>, Vec<RowId>) {
        let rows = marks.iter().map(|marked| self.related_row(marked));
        let behind = marks.iter().flat_map(Marked::rows);
        (rows.collect(), behind.collect())
    }

    fn draft(&self, kind: DraftKind, rows: Vec<DraftRow>, behind: Vec<RowId>) -> Draft {
        let writer = &self.writer;
        let [from, to] = [self.from, self.to].map(|id| writer.framework_name(id));
        let name = format!("{from}-{to}-derived");
        let [from, to] = [self.from, self.to].map(|id| &writer.model.frameworks[id].title);
        let title = format!("{from} to {to}, derived");
        let [from, to] = self.labels();
        let mappings = writer.mappings(behind).join(", ");
        Draft {
            kind,
            doc: "Rows that follow from other mappings, to be reviewed.".to_owned(),
            name: writer.free_name(&kind.name(&name)),
            title,
            from,
            to,
            source: match kind {
                DraftKind::Sets => format!("Proved from {mappings}"),
                DraftKind::Related => format!("Carried over by equality from {mappings}"),
            },
            use_case: Some(
                "Review what follows from other mappings before anybody relies on it".to_owned(),
            ),
            rows,
        }
    }

    fn row(&self, proved: &Proved) -> DraftRow {
        let (writer, proof) = (&self.writer, &proved.proof);
        DraftRow {
            source: writer.identifier(proved.source),
            relation: Some(proof.label),
            target: writer.identifier(proved.target),
            clauses: writer.clauses(&proof.merit),
            note: format!(
                "proved: {}{}",
                writer.proof(proof),
                writer.mixed_rationales(&proof.merit)
            ),
        }
    }

    fn related_row(&self, marked: &Marked) -> DraftRow {
        let writer = &self.writer;
        let mut steps: Vec<String> = marked.equal.iter().map(|it| writer.proof(it)).collect();
        steps.push(writer.named_row(marked.mark.row));
        DraftRow {
            source: writer.identifier(marked.mark.control),
            relation: None,
            target: writer.identifier(marked.mark.other),
            clauses: writer.clauses(&marked.merit),
            note: format!("carried over by equality: {}", steps.join(", ")),
        }
    }

    fn labels(&self) -> [String; 2] {
        [self.from, self.to].map(|id| self.writer.model.frameworks[id].label())
    }
}
