//! Frameworks and mappings that are not what they were pinned as.

use xwalk_diagnostic::{Diagnostic, code};
use xwalk_source::Place;

code! {
    /// A framework or mapping is not what it was when it was pinned.
    ///
    /// `[pins]` in `xwalk.toml` ties what a workspace builds on to the digests of its files, so that nothing changes
    /// under a crosswalk unnoticed. The file that declares it now has a different digest, even if only a comment or another
    /// declaration in it was altered. Line ends alone change nothing: a text has the same digest with those of
    /// Windows (CR LF) as with line feeds alone.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// ```
    ///
    /// If the change is intended, `xwalk pin` pins what is there now. Otherwise undo the change.
    PIN_MISMATCH = "XW0607" "pin-mismatch" Error;
}

/// What to say of a framework or mapping whose header stands at this place.
#[must_use]
pub fn pin_mismatch(name: &str, place: Place, pinned: &str, now: &str) -> Diagnostic {
    let message = format!("`{name}` is not what was pinned: the text of its file has changed");
    Diagnostic::new(PIN_MISMATCH, place, message).help(format!(
        "if the change is intended, `xwalk pin` accepts it; pinned is {pinned}, the file has {now}"
    ))
}
