//! Whether two layouts say the same: the same entries, atoms and comments, in the same order.

use super::long_text;
use xwalk_syntax::layout::{Entry, Node, NodeKind, Part};
use xwalk_syntax::{Sign, dedented};

/// Whether two layouts differ in blanks and line breaks alone.
pub fn same(one: &[Node<'_>], other: &[Node<'_>]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| same_node(&one.kind, &other.kind))
}

fn same_node(one: &NodeKind<'_>, other: &NodeKind<'_>) -> bool {
    match (one, other) {
        (NodeKind::Comment(one), NodeKind::Comment(other)) => same_lines(one, other),
        (NodeKind::Doc(one), NodeKind::Doc(other)) => one == other,
        (NodeKind::Entry(one), NodeKind::Entry(other)) => same_entry(one, other),
        _ => false,
    }
}

/// Whether two entries say the same.
pub fn same_entry(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let parts = one.parts.len() == other.parts.len();
    let block = match (&one.block, &other.block) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    parts
        && block
        && one
            .parts
            .iter()
            .zip(&other.parts)
            .all(|(one, other)| same_part(one, other))
}

fn same_part(one: &Part<'_>, other: &Part<'_>) -> bool {
    match (one, other) {
        (Part::Comment(one), Part::Comment(other)) => same_lines(one, other),
        (Part::Atom(one), Part::Atom(other)) if one.sign == Sign::LongText => {
            other.sign == Sign::LongText
                && dedented(long_text::content(one.text))
                    == dedented(long_text::content(other.text))
        }
        (Part::Atom(one), Part::Atom(other)) if one.sign == Sign::Relation => {
            other.sign == Sign::Relation
                && one
                    .text
                    .split('|')
                    .map(str::trim)
                    .eq(other.text.split('|').map(str::trim))
        }
        (Part::Atom(one), Part::Atom(other)) => one.sign == other.sign && one.text == other.text,
        _ => false,
    }
}

/// A comment over several lines may have changed its line breaks from CR LF to LF.
fn same_lines(one: &str, other: &str) -> bool {
    one.lines()
        .map(str::trim_end)
        .eq(other.lines().map(str::trim_end))
}
