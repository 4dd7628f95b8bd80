//! Where a row stands in the page.

/// The `id` of a row.
pub(super) fn id(row: &str) -> String {
    format!("row:{row}")
}
