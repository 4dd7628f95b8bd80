//! Counts with what is counted.

/// `1 risk`, `2 risks`.
#[must_use]
pub fn counted(count: usize, one: &str, several: &str) -> String {
    let noun = if count == 1 { one } else { several };
    format!("{count} {noun}")
}
