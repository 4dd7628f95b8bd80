//! Licensed wording in outputs that everybody may read.

use crate::diagnostic::code;

code! {
    /// Licensed wording was left out of a public output.
    ///
    /// Wording in an overlay with `licensed` may be used by whom it is licensed to, and not published. A build with
    /// `--public` writes the identifiers and the framework's own titles in its place.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// overlay acme-iso "Wording of our licensed copy" of iso-27001@2022 {
    ///   licensed "Acme Health, three seats"
    ///   A.5.1 "Policies"
    /// }
    /// ```
    ///
    /// Nothing needs to be done. To show the wording, build without `--public`, for readers whom the licence covers.
    LICENSED_TEXT_LEFT_OUT = "XW0605" "licensed-text-left-out" Warning;
}
