//! Controls that will be superseded.

use super::{Context, PresentRule, Seen};
use xwalk_diagnostic::{Diagnostic, code};

code! {
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

pub(super) const LATER: PresentRule = PresentRule {
    code: SUPERSEDED_LATER,
    check: later,
};

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
