//! Controls that will be superseded, and those that supersede each other.

use super::{Context, PresentRule, Rule, Seen};
use xwalk_analysis::circles;
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::ControlId;

code! {
    /// What took the place of a control leads back to it.
    ///
    /// A control that is superseded no longer applies. If another one took its place, and that one is superseded by it in
    /// turn, directly or by way of others, none of them applies.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One" { superseded by B on 2025-03-31 }
    ///   B "Two" { superseded by A on 2025-03-31 }
    /// }
    /// ```
    ///
    /// Name the control that applies today, and leave out what is said of that one.
    SUPERSEDED_IN_CIRCLE = "XW0408" "superseded-in-circle" Error;

    /// A control is superseded on a day that has not come yet.
    ///
    /// The day is that of `--date`, of `SOURCE_DATE_EPOCH`, or today in UTC. Until then the framework still asks for the
    /// control, but a control that is superseded counts nowhere, whatever the day: what is published must not change
    /// overnight.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "Review by hand" { superseded by B on 2031-03-31 }
    ///   B "Review by machine"
    /// }
    /// ```
    ///
    /// Leave the word out until that day. To judge it on another day, use `--date`.
    SUPERSEDED_LATER = "XW0609" "superseded-later" Warning;
}

pub(super) const IN_CIRCLE: Rule = Rule {
    code: SUPERSEDED_IN_CIRCLE,
    check: in_circle,
};

pub(super) const LATER: PresentRule = PresentRule {
    code: SUPERSEDED_LATER,
    check: later,
};

/// One error for each circle, at its first control, with a note at each other one.
fn in_circle(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let controls = &context.model.controls;
    let edges = controls.iter().flat_map(|(control, of)| {
        let by = of.superseded.as_deref().map_or(&[][..], |entry| &entry.by);
        by.iter().map(move |successor| (control, *successor))
    });
    let name = |control: ControlId| controls[control].identifier;
    let place = |control: ControlId| {
        let of = &controls[control];
        of.superseded
            .as_deref()
            .map_or(of.place, |entry| entry.place)
    };
    let found = circles(edges).into_iter().filter_map(|circle| {
        let (first, others) = circle.split_first()?;
        let next = others.first().unwrap_or(first);
        let message = match others {
            [] => format!("`{}` is superseded by itself", name(*first)),
            _ => format!(
                "`{}` is superseded by `{}`, which leads back to it",
                name(*first),
                name(*next)
            ),
        };
        let found = Diagnostic::new(SUPERSEDED_IN_CIRCLE, place(*first), message)
            .help("name the control that applies today, and leave out what is said of that one");
        let following = others.iter().skip(1).chain([first]);
        Some(
            others
                .iter()
                .zip(following)
                .fold(found, |found, (control, by)| {
                    let label = format!("which is superseded by `{}`", name(*by));
                    found.also(place(*control), label)
                }),
        )
    });
    found.collect()
}

fn later(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let today = seen.present.today;
    let controls = context.model.controls.iter();
    let found = controls.filter_map(|(_, control)| {
        let superseded = control.superseded.as_deref()?;
        if superseded.on <= today {
            return None;
        }
        let message = format!(
            "`{}` is superseded on {}, and the date is {today}: it is still asked for until then, but counts nowhere",
            control.identifier, superseded.on
        );
        let help = "leave the word out until that day; to judge it on another day, use `--date`";
        Some(Diagnostic::new(SUPERSEDED_LATER, superseded.place, message).help(help))
    });
    found.collect()
}
