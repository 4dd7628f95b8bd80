//! Licensed wording in outputs that everybody may read.

use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{Model, OverlayId};

code! {
    /// Licensed wording was left out of a public output.
    ///
    /// Wording in an overlay with `licensed` may be used by those to whom it is licensed, but not published. A build with
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

/// What to say of the overlays whose wording an output left out.
#[must_use]
pub fn licensed_text_left_out(model: &Model<'_>, overlays: &[OverlayId]) -> Vec<Diagnostic> {
    let overlays = overlays.iter().map(|id| &model.overlays[*id]);
    overlays
        .map(|overlay| {
            let message = format!(
                "the wording of `{}` is licensed and was left out",
                overlay.name
            );
            Diagnostic::new(LICENSED_TEXT_LEFT_OUT, overlay.place, message)
                .help("build without `--public` to show it to readers whom the licence covers")
        })
        .collect()
}
