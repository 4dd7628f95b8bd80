//! Values that settings and command lines write alike.

use xwalk_syntax::ast::{Date, Status};

/// Reads a date.
///
/// # Errors
///
/// A sentence for the user.
pub fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a date is written 2026-11-23".to_owned())
}

/// Reads a status that can be a floor.
///
/// # Errors
///
/// A sentence for the user.
pub fn status(text: &str) -> Result<Status, String> {
    [Status::Draft, Status::Reviewed, Status::Final]
        .into_iter()
        .find(|status| status.word() == text)
        .ok_or_else(|| "a status is draft, reviewed or final".to_owned())
}
