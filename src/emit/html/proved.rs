//! The proved correspondences of a control, apart from the stated ones, each with its proof.

use super::anchors;
use super::arguments::{Arguments, ChainView, EndView};
use super::named::{Named, short};
use super::view::view;
use xwalk_report::{ControlAt, Id as _, ProvedAt, ProvedCorrespondence, Report, Table};

/// How many proofs the page holds. Beyond them it names the pair and the command that prints its proof, since a page
/// that no browser opens proves nothing.
const PROOFS_WRITTEN: usize = 5_000;

view! {
    /// What is proved of a control and those of one other framework.
    pub(super) struct ProvedWith<'r> {
        /// The short name of the other framework.
        framework: &'r str,
        /// How much is proved.
        count: usize,
        /// What takes several rows, then what follows from one row and the hierarchy.
        lists: Vec<ProofList<'r>>,
    }
}

view! {
    /// Some of what is proved.
    struct ProofList<'r> {
        /// Whether it follows from one row and the hierarchy.
        by_one_row: bool,
        /// Whether it comes after what takes several rows.
        more: bool,
        /// How much it is.
        count: usize,
        /// The proved correspondences.
        proofs: Vec<ProofView<'r>>,
    }
}

view! {
    /// A proved correspondence, read from the control.
    struct ProofView<'r> {
        /// Its position in the data of the page.
        position: usize,
        /// The `id` of its place in the page; missing at the control that it leads to.
        id: Option<String>,
        /// The relation.
        relation: &'r str,
        /// The link to the definition of the relation.
        definition: String,
        /// The other control.
        control: Named<'r>,
        /// The weakest status of the rows behind it.
        status: &'static str,
        /// Whether rows of different rationales take part.
        mixed: bool,
        /// The chains of its proof; empty where the proof is elsewhere.
        chains: Vec<ChainView<'r>>,
        /// What several chains come to together.
        together: Vec<EndView<'r>>,
        /// The link to the proof, at the control that it leads to.
        proof: Option<String>,
        /// The two controls, for `xwalk why`, where the page does not hold the proof.
        ask: Vec<Asked<'r>>,
    }
}

view! {
    /// A control as commands take it.
    struct Asked<'r> {
        /// The key of its framework.
        framework: &'r str,
        /// Its identifier.
        identifier: &'r str,
    }
}

/// Which proofs the page holds: those of several rows before those of one row and the hierarchy.
pub(super) struct Written {
    /// One entry per proved pair.
    written: Table<ProvedAt, bool>,
}

impl Written {
    pub(super) fn of(report: &Report<'_>) -> Self {
        let all = report.proved.iter();
        let (plain, chained): (Vec<_>, Vec<_>) =
            all.partition(|(_, proved)| proved.rests_on_one_row());
        let mut written: Table<_, _> = report.proved.ids().map(|_| false).collect();
        for (at, _) in chained.into_iter().chain(plain).take(PROOFS_WRITTEN) {
            written[at] = true;
        }
        Self { written }
    }

    fn holds(&self, at: ProvedAt) -> bool {
        self.written[at]
    }
}

/// What is proved of one control, by the framework of the other: first what takes several rows, then what follows from one
/// row and the hierarchy.
pub(super) fn proved_with<'r>(
    arguments: Arguments<'r, '_>,
    written: &Written,
    control: ControlAt,
) -> Vec<ProvedWith<'r>> {
    let list = |by_one_row, more, entries: &[&ProvedCorrespondence<'r>]| ProofList {
        by_one_row,
        more,
        count: entries.len(),
        proofs: entries
            .iter()
            .map(|entry| proof(arguments, written, control, entry))
            .collect(),
    };
    // By the other control, so what concerns one framework stands together.
    let all: Vec<_> = arguments.report.proved_of(control).collect();
    let groups = all.chunk_by(|one, next| one.framework == next.framework);
    groups
        .filter_map(|group| {
            let (plain, chained): (Vec<_>, Vec<_>) = group
                .iter()
                .partition(|entry| entry.proved.rests_on_one_row());
            let has_chained = !chained.is_empty();
            let mut lists = Vec::new();
            if has_chained {
                lists.push(list(false, false, &chained));
            }
            if !plain.is_empty() {
                lists.push(list(true, has_chained, &plain));
            }
            Some(ProvedWith {
                framework: short(arguments.report, group.first()?.framework),
                count: group.len(),
                lists,
            })
        })
        .collect()
}

/// The relation read from this control, the other, the status, and the proof: in full at the source, as a link at the
/// target, as a command where the page does not hold it.
fn proof<'r>(
    arguments: Arguments<'r, '_>,
    written: &Written,
    control: ControlAt,
    entry: &ProvedCorrespondence<'r>,
) -> ProofView<'r> {
    let Arguments { report, anchors } = arguments;
    let proved = entry.proved;
    let (is_home, is_held) = (proved.source == control, written.holds(entry.position));
    let (chains, together) = if is_home && is_held {
        (arguments.chains(proved), arguments.together(proved))
    } else {
        (Vec::new(), Vec::new())
    };
    let asked = [proved.source, proved.target].into_iter();
    ProofView {
        position: entry.position.index(),
        id: is_home.then(|| anchors.proved(proved)),
        relation: entry.relation,
        definition: anchors::link(&anchors::relation(report, entry.relation)),
        control: Named::of(report, anchors, entry.other),
        status: proved.status.word(),
        mixed: proved.mixes_rationales(),
        chains,
        together,
        proof: (!is_home && is_held).then(|| anchors::link(&anchors.proved(proved))),
        ask: asked
            .filter(|_| !is_held)
            .map(|end| asked_of(report, end))
            .collect(),
    }
}

fn asked_of<'r>(report: &'r Report<'_>, control: ControlAt) -> Asked<'r> {
    let control = &report.controls[control];
    Asked {
        framework: &report.frameworks[control.framework].key,
        identifier: control.identifier,
    }
}
