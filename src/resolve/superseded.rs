//! Controls that no longer apply, since others took their place.

use rustc_hash::FxHashMap;

use super::catalogs::Catalogs;
use super::finder::Finder;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::SUPERSEDED_IN_CIRCLE;
use xwalk_diagnostic::codes::names::{FOREIGN_CONTROL, SUPERSEDED};
use xwalk_model::{Control, ControlId, Superseded};
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
        let Some(successor) = finder.control(reference, home, source) else {
            continue;
        };
        let is = finder.catalogs.controls[successor].framework;
        if is == home {
            by.push(successor);
            continue;
        }
        let label = |framework| finder.catalogs.frameworks[framework].label();
        let message = format!(
            "`{}` belongs to `{}`, and what it would supersede to `{}`",
            reference.id,
            label(is),
            label(home)
        );
        let help = "write a control of the same framework; that an edition replaces another one is said by `succeeds`";
        let place = reference.span.in_source(source);
        finder.report(Diagnostic::new(FOREIGN_CONTROL, place, message).help(help));
    }
    by.sort_unstable();
    by.dedup();
    Superseded {
        by,
        on: entry.on.value,
        place: entry.span.in_source(source),
    }
}

/// Where what took the place of a control leads back to it.
pub(super) fn circles(catalogs: &Catalogs<'_>) -> Vec<Diagnostic> {
    let controls = &catalogs.controls;
    let mut found = Vec::new();
    // Whether all that a control leads to has been looked at. Chains can be long, so this does not recurse.
    let mut is_done: FxHashMap<ControlId, bool> = FxHashMap::default();
    let starts = controls
        .iter()
        .filter(|(_, control)| control.superseded.is_some());
    for (start, _) in starts {
        if is_done.contains_key(&start) {
            continue;
        }
        is_done.insert(start, false);
        let mut path = vec![(start, 0)];
        while let Some((control, at)) = path.last_mut() {
            let next = successors(&controls[*control]).get(*at).copied();
            *at += 1;
            match next {
                None => {
                    is_done.insert(*control, true);
                    path.pop();
                }
                Some(next) => match is_done.get(&next) {
                    Some(true) => {}
                    Some(false) => found.push(leads_back(*control, next, catalogs)),
                    None => {
                        is_done.insert(next, false);
                        path.push((next, 0));
                    }
                },
            }
        }
    }
    found
}

fn successors<'c>(control: &'c Control<'_>) -> &'c [ControlId] {
    let superseded = control.superseded.as_deref();
    superseded.map_or(&[], |superseded| &superseded.by)
}

fn leads_back(control: ControlId, next: ControlId, catalogs: &Catalogs<'_>) -> Diagnostic {
    let of = &catalogs.controls[control];
    let identifier = of.identifier;
    let message = match control == next {
        true => format!("`{identifier}` is superseded by itself"),
        false => format!(
            "`{identifier}` is superseded by `{}`, which leads back to `{identifier}`",
            catalogs.controls[next].identifier
        ),
    };
    let place = of
        .superseded
        .as_deref()
        .map_or(of.place, |entry| entry.place);
    Diagnostic::new(SUPERSEDED_IN_CIRCLE, place, message)
        .help("name the control that applies today, and leave out what is said of that one")
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
