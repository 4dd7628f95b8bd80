//! Proved pairs as rows of a mapping, each with its proof in the note.

use super::writer::Writer;
use xwalk_analysis::Proved;
use xwalk_model::{FrameworkId, Model};
use xwalk_source::SourceMap;
use xwalk_write::{Draft, DraftKind, DraftRow};

/// The parts of a mapping file with what is proved of two frameworks.
#[must_use]
pub fn derived(
    model: &Model<'_>,
    sources: &SourceMap,
    [from, to]: [FrameworkId; 2],
    proved: &[Proved],
) -> Vec<String> {
    let writer = Writer::new(model, sources);
    Derived { writer, from, to }.file(proved)
}

/// What a mapping is derived from.
struct Derived<'a, 's> {
    writer: Writer<'a, 's>,
    from: FrameworkId,
    to: FrameworkId,
}

impl Derived<'_, '_> {
    /// The parts of the file.
    fn file(&self, proved: &[Proved]) -> Vec<String> {
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
            let of_kind = |proved: &&Proved| DraftKind::of(proved.proof.label) == kind;
            let proved: Vec<&Proved> = proved.iter().filter(of_kind).collect();
            (!proved.is_empty()).then(|| self.draft(kind, &proved).text())
        }));
        parts
    }

    fn draft(&self, kind: DraftKind, proved: &[&Proved]) -> Draft {
        let writer = &self.writer;
        let [from, to] = [self.from, self.to].map(|id| writer.framework_name(id));
        let name = format!("{from}-{to}-derived");
        let [from, to] = [self.from, self.to].map(|id| &writer.model.frameworks[id].title);
        let title = format!("{from} to {to}, derived");
        let [from, to] = self.labels();
        let rows = proved.iter().flat_map(|proved| proved.proof.rows());
        let rows = writer.mappings(rows).join(", ");
        Draft {
            kind,
            doc: "Rows that follow from other mappings, to be reviewed.".to_owned(),
            name: writer.free_name(&kind.name(&name)),
            title,
            from,
            to,
            source: format!("Proved from {rows}"),
            use_case: Some(
                "Review what follows from other mappings before anybody relies on it".to_owned(),
            ),
            rows: proved.iter().map(|proved| self.row(proved)).collect(),
        }
    }

    fn row(&self, proved: &Proved) -> DraftRow {
        let (writer, proof) = (&self.writer, &proved.proof);
        DraftRow {
            source: writer.identifier(proved.source),
            label: proof.label,
            target: writer.identifier(proved.target),
            clauses: writer.clauses(&proof.merit),
            note: format!(
                "proved: {}{}",
                writer.proof(proof),
                writer.mixed_rationales(&proof.merit)
            ),
        }
    }

    fn labels(&self) -> [String; 2] {
        [self.from, self.to].map(|id| self.writer.model.frameworks[id].label())
    }
}
