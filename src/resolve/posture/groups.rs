//! Groups of controls: where an organization stands is said of what can be assessed, so what is said of a group counts
//! nowhere.

use crate::finder::Finder;
use crate::superseded;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::NOT_ASSESSABLE;
use xwalk_model::ControlId;
use xwalk_source::Place;

/// What is said of a control.
#[derive(Clone, Copy)]
pub enum Said {
    /// Where it stands.
    Assessed,
    /// To which tier it is raised.
    Raised,
    /// Which evidence there is for it.
    Supported,
}

/// A control of which this can be said. Of any other it is told that nothing is said by it, or that it no longer applies.
pub fn assessable(
    control: ControlId,
    said: Said,
    place: Place,
    finder: &mut Finder<'_, '_>,
) -> Option<ControlId> {
    let of = &finder.catalogs.controls[control];
    if of.assessable {
        return Some(control);
    }
    if of.superseded.is_some() {
        superseded::tell(control, place, finder);
        return None;
    }
    let counts = match said {
        Said::Assessed => "this row counts nowhere",
        Said::Raised => "nothing is raised by this",
        Said::Supported => "this is evidence for nothing",
    };
    let below = below(control, finder);
    let is = match below.is_empty() {
        true => "is tagged `#informative`",
        false => "is a group of controls",
    };
    let message = format!("`{}` {is}, so {counts}", of.identifier);
    let help = help(&below, &eaten(control, finder));
    finder.report(Diagnostic::new(NOT_ASSESSABLE, place, message).help(help));
    None
}

/// The nearest controls below one that can be assessed, in order.
fn below<'s>(control: ControlId, finder: &Finder<'_, 's>) -> Vec<&'s str> {
    let controls = &finder.catalogs.controls;
    let mut next = ControlId(control.0 + 1);
    let mut below = Vec::new();
    while next < controls[control].subtree_end {
        let of = &controls[next];
        if of.assessable {
            below.push(of.identifier);
            next = of.subtree_end;
        } else {
            next = ControlId(next.0 + 1);
        }
    }
    below
}

/// The controls of which this may be the rest: a spreadsheet takes `12.10` for a number and drops its last zero.
fn eaten<'s>(control: ControlId, finder: &Finder<'_, 's>) -> Vec<&'s str> {
    let catalogs = finder.catalogs;
    let of = &catalogs.controls[control];
    let endings: &[&str] = match of.identifier.contains('.') {
        true => &["0", "00"],
        false => &[".0", ".00"],
    };
    let framework = &catalogs.frameworks[of.framework];
    let all = catalogs
        .controls
        .range(framework.first_control, framework.end_control);
    let number = of
        .identifier
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let rest = |identifier: &str| {
        let ending = identifier.strip_prefix(of.identifier);
        number && ending.is_some_and(|ending| endings.contains(&ending))
    };
    all.filter(|(_, other)| other.assessable && rest(other.identifier))
        .map(|(_, other)| other.identifier)
        .collect()
}

fn help(below: &[&str], eaten: &[&str]) -> String {
    let eaten = match eaten {
        [] => String::new(),
        eaten => format!(
            "write {} if that is meant (spreadsheets drop a zero at the end); else ",
            listed(eaten, "or")
        ),
    };
    let way = match below {
        [] => "remove the tag in the framework if it is assessed".to_owned(),
        below => format!(
            "name the controls below it, {}, or tag it `#assessable` in the framework if it is assessed itself",
            listed(below, "and")
        ),
    };
    eaten + &way
}

/// The first eight identifiers, and how many more there are.
fn listed(identifiers: &[&str], joint: &str) -> String {
    const SHOWN: usize = 8;
    let mut shown: Vec<String> = identifiers
        .iter()
        .take(SHOWN)
        .map(|identifier| format!("`{identifier}`"))
        .collect();
    let last = match identifiers.len().saturating_sub(SHOWN) {
        0 => shown.pop().unwrap_or_default(),
        more => format!("{more} more"),
    };
    match shown.is_empty() {
        true => last,
        false => format!("{} {joint} {last}", shown.join(", ")),
    }
}
