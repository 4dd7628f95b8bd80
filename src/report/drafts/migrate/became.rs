//! What became of an old control, and why that is too little for some of its rows.

use std::collections::BTreeSet;

use super::carrying::Carrying;
use xwalk_analysis::{Again, Heritage, Link, Successor, Why, claim};
use xwalk_model::{ControlId, End};
use xwalk_relation::{Label, Relation};

impl Carrying<'_, '_> {
    /// What became of an old control, and why that is assumed: one line for each reason.
    pub fn became(&self, old: ControlId) -> Vec<String> {
        let successors = self.migration.succession.of_control(old);
        let with = |wanted: Link| {
            let with = successors.iter().filter(|one| one.link == wanted);
            let names: Vec<&str> = with.map(|one| self.name(one.control)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let rows = self.migration.succession.heritage(old);
        let place = |one: &Heritage| self.writer.model.rows[one.row].place;
        let lines = rows.chunk_by(|one, other| place(one) == place(other));
        let mut lines: Vec<String> = lines.map(|rows| self.line(rows)).collect();
        lines.extend(with(Link::Withdrawn).map(|names| format!("withdrawn in favour of {names}")));
        lines.extend(with(Link::Known).map(|names| {
            format!(
                "no row says what became of it, but it is known to share something with {names}"
            )
        }));
        lines
            .extend(with(Link::Identifier).map(|names| {
                format!("no row says what became of it; the new edition has {names}")
            }));
        lines
    }

    /// Rows that stand on one line as they stand there: `A-1 superset-of N-1, N-2 (old-new:12)`.
    fn line(&self, rows: &[Heritage]) -> String {
        let model = self.writer.model;
        let Some((first, others)) = rows.split_first() else {
            return String::new();
        };
        let mut text = format!("became: {}", claim(model, &model.rows[first.row]));
        for other in others {
            let target = &model.rows[other.row].target;
            text += &format!(", {}", self.writer.end(target));
        }
        format!("{text} ({})", self.writer.row_place(first.row))
    }

    /// Why nothing follows of some rows for some of what an old control became: one line, if the rows of the crosswalk are
    /// the reason.
    pub fn too_little(&self, old: ControlId, rows: &[&Again]) -> Option<String> {
        let succession = &self.migration.succession;
        let open = self.open(rows);
        let successors = succession.of_control(old).iter();
        let mut open: Vec<&Successor> = successors
            .filter(|successor| open.contains(&successor.control))
            .collect();
        let mut reasons = Vec::new();
        let around = succession.heritage(old).iter();
        for union in around.filter(|row| row.contains_it() && matches!(row.new, End::Union(_))) {
            let parts = union.new.controls();
            if open.iter().any(|one| parts.contains(&one.control)) {
                reasons.push(format!(
                    "{} contain it together, and what was shared with it may be in one of them alone",
                    self.writer.end(&union.new)
                ));
                open.retain(|one| !parts.contains(&one.control));
            }
        }
        let related = succession
            .heritage(old)
            .iter()
            .filter(|row| row.only_related);
        let related: BTreeSet<ControlId> = related
            .flat_map(|row| row.new.controls())
            .copied()
            .collect();
        let reason_of = |one: &Successor| match Reason::of(one) {
            Some(Reason::Unsaid) if related.contains(&one.control) => Some(Reason::Related),
            reason => reason,
        };
        for reason in Reason::ALL {
            let of_it = open.iter().filter(|one| reason_of(one) == Some(reason));
            let of_it: Vec<ControlId> = of_it.map(|one| one.control).collect();
            if !of_it.is_empty() {
                reasons.push(reason.sentence(&self.listed(&of_it)));
            }
        }
        (!reasons.is_empty()).then(|| format!("but {}", reasons.join("; ")))
    }

    /// For what nothing follows of any of these rows, as far as they share something or are related: other rows fail for other reasons.
    fn open(&self, rows: &[&Again]) -> BTreeSet<ControlId> {
        let open = rows.iter().filter_map(|again| match &again.why {
            Why::NothingFollows(open) => {
                let row = &self.writer.model.rows[again.row];
                let connects = row.label.implies(Label::OVERLAPS) || row.word.relates();
                connects.then_some(open)
            }
            _ => None,
        });
        open.flatten().copied().collect()
    }
}

/// Why what shares something with an old control need not share anything with a new one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// The new one is a part of it.
    Part,
    /// The new one is a part of it, or all of it.
    PartOrAll,
    /// Each has something of its own.
    Overlap,
    /// They share something.
    Shared,
    /// They are only called related.
    Related,
    /// Rows name both, but do not say how the one relates to the other.
    Unsaid,
}

impl Reason {
    const ALL: [Self; 6] = [
        Self::Part,
        Self::PartOrAll,
        Self::Overlap,
        Self::Shared,
        Self::Related,
        Self::Unsaid,
    ];

    fn of(successor: &Successor) -> Option<Self> {
        let label = successor.label;
        if label == Label::only(Relation::SupersetOf) {
            Some(Self::Part)
        } else if label.implies(Label::CONTAINS) {
            Some(Self::PartOrAll)
        } else if label == Label::only(Relation::IntersectsWith) {
            Some(Self::Overlap)
        } else if label.implies(Label::OVERLAPS) {
            Some(Self::Shared)
        } else {
            (successor.link == Link::Row).then_some(Self::Unsaid)
        }
    }

    fn sentence(self, new: &str) -> String {
        match self {
            Self::Part => {
                format!("it contains {new}, and what was shared with it may be in the rest")
            }
            Self::PartOrAll => {
                format!(
                    "it contains or equals {new}, and what was shared with it may be in the rest"
                )
            }
            Self::Overlap => {
                format!("it only overlaps with {new}, and what was shared with it may be outside")
            }
            Self::Shared => format!("it is only known to share something with {new}"),
            Self::Related => format!("it is only called related to {new}"),
            Self::Unsaid => format!("no row that counts says how it relates to {new} alone"),
        }
    }
}
