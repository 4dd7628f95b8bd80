//! Phrases and shapes that the answers on posture have in common.

use xwalk_report::posture::{Change, Declared, Moved, Names};

/// `ID.AM.a 2 -> 3`.
pub fn moved(names: &Names, moved: &Moved) -> String {
    let tier = |tier: Option<u32>| tier.map_or_else(|| "none".to_owned(), |it| it.to_string());
    format!(
        "{} {} -> {}",
        names.short(&moved.control),
        tier(moved.before),
        tier(moved.after)
    )
}

/// `not met -> met`.
pub fn changed(change: &Change) -> String {
    format!("{} -> {}", change.before.word(), change.after.word())
}

/// Who owns something.
pub fn owner(owner: Option<Declared<'_>>) -> &str {
    owner.map_or("nobody", |role| role.name)
}
