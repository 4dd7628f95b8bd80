//! Controls that no longer apply, since others took their place.

use super::finder::Finder;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::names::SUPERSEDED;
use xwalk_model::{ControlId, Superseded};
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast;

/// What an entry says. A control of which nothing resolves that took its place is superseded all the same: that it no
/// longer applies is what counts.
pub(super) fn link<'s>(
    control: ControlId,
    entry: &ast::Superseded<'s>,
    source: SourceId,
    finder: &mut Finder<'_, 's>,
) -> Superseded {
    let home = finder.catalogs.controls[control].framework;
    let mut by: Vec<ControlId> = Vec::with_capacity(entry.by.len());
    for reference in &entry.by {
        by.extend(finder.own_control(
            reference,
            home,
            source,
            "what it would supersede to",
            "write a control of the same framework; that an edition replaces another one is said by `succeeds`",
        ));
    }
    by.sort_unstable();
    by.dedup();
    Superseded {
        by,
        on: entry.on.value,
        place: entry.span.in_source(source),
    }
}

/// Tells it, if what somebody relies on no longer applies.
pub(super) fn tell(control: ControlId, place: Place, finder: &mut Finder<'_, '_>) {
    let controls = &finder.catalogs.controls;
    let of = &controls[control];
    let Some(superseded) = of.superseded.as_deref() else {
        return;
    };
    let names: Vec<String> = superseded
        .by
        .iter()
        .map(|successor| format!("`{}`", controls[*successor].identifier))
        .collect();
    let (by, help) = match names.as_slice() {
        [] => (String::new(), "write what took its place".to_owned()),
        [one] => (
            format!(" by {one}"),
            format!("write {one} if the same can be said of it"),
        ),
        [several @ .., last] => (
            format!(" by {} and {last}", several.join(", ")),
            format!(
                "write {} or {last}, whichever of them the same can be said of",
                several.join(", ")
            ),
        ),
    };
    let message = format!(
        "`{}` is superseded{by} as of {}, and counts nowhere",
        of.identifier, superseded.on
    );
    finder.report(
        Diagnostic::new(SUPERSEDED, place, message)
            .also(superseded.place, "superseded here")
            .help(help),
    );
}
