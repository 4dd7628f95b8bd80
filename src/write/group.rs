//! Groups of entries that stand together, and the widths of their columns.

use super::columns::width;
use super::entry::{Cells, cells};
use xwalk_syntax::layout::{Entry, Node, NodeKind};

/// The widths of the columns of a group; it ends before the node of this number.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// The widest word.
    pub word: usize,
    /// The widest source.
    pub source: usize,
    /// The widest relation.
    pub relation: usize,
    /// The widest targets.
    pub targets: usize,
    /// The widest clauses.
    pub clauses: usize,
}

/// Whether an entry begins a group: it stands behind a blank line, or behind an entry of another kind.
pub fn begins_group(nodes: &[Node<'_>], at: usize) -> bool {
    let Some(node) = nodes.get(at) else {
        return true;
    };
    if node.blank_before {
        return true;
    }
    let mut detached = false;
    for before in nodes.get(..at).unwrap_or_default().iter().rev() {
        if let NodeKind::Entry(entry) = &before.kind {
            return detached || kind(entry) != kind_of(node);
        }
        detached |= before.blank_before;
    }
    true
}

/// Whether two nodes are aligned with one another where they stand together.
pub fn alike(one: &Node<'_>, other: &Node<'_>) -> bool {
    kind_of(one) == kind_of(other)
}

fn kind_of(node: &Node<'_>) -> Option<u8> {
    match &node.kind {
        NodeKind::Entry(entry) => kind(entry),
        _ => None,
    }
}

/// What an entry is aligned with: its like.
fn kind(entry: &Entry<'_>) -> Option<u8> {
    match cells(entry, 0) {
        Cells::Property { .. } => Some(1),
        Cells::Row { .. } => Some(2),
        Cells::Plain(_) => None,
    }
}

/// The widths of the columns of the group that begins with the first node.
pub fn shape(nodes: &[Node<'_>], indent: usize) -> Shape {
    let mut shape = Shape::default();
    let first = nodes.first().and_then(kind_of);
    for (at, node) in nodes.iter().enumerate() {
        if at > 0 && node.blank_before {
            break;
        }
        let NodeKind::Entry(entry) = &node.kind else {
            continue;
        };
        if kind(entry) != first {
            break;
        }
        match cells(entry, indent) {
            Cells::Property { word, .. } => shape.word = shape.word.max(width(&word)),
            Cells::Row {
                source,
                relation,
                targets,
                clauses,
                note,
            } => {
                shape.source = shape.source.max(width(&source));
                shape.relation = shape.relation.max(width(&relation));
                if !clauses.is_empty() || !note.is_empty() {
                    let all = targets
                        .iter()
                        .map(|target| width(target) + 1)
                        .sum::<usize>()
                        .saturating_sub(1);
                    shape.targets = shape.targets.max(all.min(WIDEST_TARGETS));
                }
                if !note.is_empty() {
                    shape.clauses = shape.clauses.max(width(&clauses));
                }
            }
            Cells::Plain(_) => {}
        }
    }
    shape
}

/// A longer list of targets does not push away what stands behind the others.
const WIDEST_TARGETS: usize = 40;
