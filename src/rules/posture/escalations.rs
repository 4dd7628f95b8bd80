//! Escalations that do not get to the board, or not in time.

use super::{Context, Rule, assessed};
use xwalk_analysis::posture::{PassageFlaw, governance};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::posture::Escalation;
use xwalk_syntax::ast::{Duration, Unit};

code! {
    /// An escalation goes round in a circle.
    ///
    /// Whoever is informed of the incident passes it on to somebody who knew already, and it may never go further up.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role board "Board of directors" {
    /// }
    /// role ciso "Chief information security officer" {
    ///   reports-to board
    /// }
    /// role soc "Head of security operations" {
    ///   reports-to ciso
    /// }
    /// escalation major-incident "Major incident" {
    ///   soc  -> ciso  within 1h
    ///   ciso -> soc   within 4h
    ///   ciso -> board within 24h
    /// }
    /// ```
    ///
    /// Remove the step that leads back.
    ESCALATION_IN_CIRCLE = "XW0810" "escalation-in-circle" Warning;

    /// An escalation ends before it reaches the board.
    ///
    /// The board is the role that reports to none. Every path of an escalation ends there; where one ends earlier, a
    /// serious incident stays with somebody who cannot take the decisions that it calls for.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role board "Board of directors" {
    /// }
    /// role ciso "Chief information security officer" {
    ///   reports-to board
    /// }
    /// role soc "Head of security operations" {
    ///   reports-to ciso
    /// }
    /// escalation major-incident "Major incident" {
    ///   soc -> ciso within 1h
    /// }
    /// ```
    ///
    /// Add the step that is missing, such as `ciso -> board within 24h`. Where decisions and a committee are declared, an
    /// escalation has to be declared as well.
    ESCALATION_SHORT_OF_BOARD = "XW0811" "escalation-short-of-board" Warning;

    /// A step of an escalation is due no later than one before it.
    ///
    /// `within` counts from the beginning of the incident. Nobody can pass on what has not yet arrived.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role board "Board of directors" {
    /// }
    /// role ciso "Chief information security officer" {
    ///   reports-to board
    /// }
    /// role soc "Head of security operations" {
    ///   reports-to ciso
    /// }
    /// escalation major-incident "Major incident" {
    ///   soc  -> ciso  within 24h
    ///   ciso -> board within 4h
    /// }
    /// ```
    ///
    /// Let the times increase from step to step.
    ESCALATION_DEADLINES = "XW0812" "escalation-deadlines" Warning;
}

pub(crate) const CIRCLE: Rule = Rule {
    code: ESCALATION_IN_CIRCLE,
    check: circles,
};
pub(crate) const SHORT: Rule = Rule {
    code: ESCALATION_SHORT_OF_BOARD,
    check: short,
};
pub(crate) const DEADLINES: Rule = Rule {
    code: ESCALATION_DEADLINES,
    check: deadlines,
};

/// A finding for each flaw for which there is something to say.
fn each_flaw(
    context: &Context<'_, '_>,
    say: impl Fn(&Escalation<'_>, &PassageFlaw) -> Option<Diagnostic>,
) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let passages = posture
        .organizations
        .ids()
        .flat_map(|id| governance(context.model, id, &[]).escalations);
    let mut found = Vec::new();
    for passage in passages {
        let escalation = &posture.escalations[passage.escalation];
        found.extend(
            passage
                .flaws
                .iter()
                .filter_map(|flaw| say(escalation, flaw)),
        );
    }
    found
}

fn circles(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let name = |role| context.model.posture.roles[role].name;
    each_flaw(context, |escalation, flaw| {
        let PassageFlaw::Circle(roles) = flaw else {
            return None;
        };
        let back = roles.first()?;
        let way: Vec<String> = roles
            .iter()
            .chain([back])
            .map(|role| format!("`{}`", name(*role)))
            .collect();
        let message = format!(
            "the escalation `{}` goes round in a circle: {}",
            escalation.name,
            way.join(" -> ")
        );
        // The step that leads back is most likely the one that was written last.
        let next = roles.iter().cycle().skip(1);
        let pairs: Vec<_> = roles.iter().zip(next).collect();
        let mut steps = escalation.steps.iter().rev();
        let step = steps.find(|step| pairs.contains(&(&step.from, &step.to)))?;
        Some(
            Diagnostic::new(ESCALATION_IN_CIRCLE, step.place, message).help(format!(
                "remove the step that leads back, such as `{} -> {}`",
                name(step.from),
                name(step.to)
            )),
        )
    })
}

fn short(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = none(context);
    found.extend(each_flaw(context, |escalation, flaw| {
        let PassageFlaw::ShortOfBoard(last) = flaw else {
            return None;
        };
        let last = posture.roles[*last].name;
        let message = format!(
            "the escalation `{}` ends with `{last}`, which is not the board",
            escalation.name
        );
        let mut roles = posture.of(&posture.roles, escalation.organization);
        let help = match roles.find(|(_, role)| role.is_board) {
            Some((_, board)) => format!(
                "add the step `{last} -> {} within {}`",
                board.name,
                later_than_all(escalation)
            ),
            None => {
                "declare the board, a role without `reports-to`, and add the step that leads to it"
                    .to_owned()
            }
        };
        Some(Diagnostic::new(ESCALATION_SHORT_OF_BOARD, escalation.place, message).help(help))
    }));
    found
}

/// A day, or twice what the latest step of an escalation takes, where that takes a day or more: times increase from step to
/// step.
fn later_than_all(escalation: &Escalation<'_>) -> Duration {
    let steps = escalation.steps.iter().map(|step| step.within);
    let latest = steps.max_by_key(|within| within.minutes());
    let day = Duration {
        count: 24,
        unit: Unit::Hour,
    };
    match latest {
        Some(latest) if latest.minutes() >= day.minutes() => Duration {
            count: latest.count.saturating_mul(2),
            unit: latest.unit,
        },
        _ => day,
    }
}

/// The organizations without any escalation where all else of governance is there.
fn none(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let none = assessed(posture).filter(|id| {
        let governance = governance(context.model, *id, &[]);
        governance.escalations.is_empty() && governance.is_begun()
    });
    none.map(|id| {
        let organization = &posture.organizations[id];
        let message = format!("no escalation of `{}` leads to the board", organization.name);
        Diagnostic::new(ESCALATION_SHORT_OF_BOARD, organization.place, message).help(
            "declare one, `escalation major-incident \"…\" { … }`, with a step `FROM -> TO within 1h` for each role that passes it on",
        )
    })
    .collect()
}

fn deadlines(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let name = |role| context.model.posture.roles[role].name;
    each_flaw(context, |escalation, flaw| {
        let PassageFlaw::NotRising(before, at) = flaw else {
            return None;
        };
        let (before, step) = (escalation.steps.get(*before)?, escalation.steps.get(*at)?);
        let message = format!(
            "`{}` has to pass it on within {}, but may receive it as late as {}",
            name(step.from),
            step.within,
            before.within
        );
        Some(
            Diagnostic::new(ESCALATION_DEADLINES, step.place, message)
                .also(before.place, "the step before")
                .help("both times count from the beginning of the incident: let them increase from step to step"),
        )
    })
}
