//! Holes in the technology of an organization.

use super::{Context, Rule, assessed, named};
use crate::context::{count, listed};
use xwalk_analysis::posture::landscape;
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// No technology supports a function.
    ///
    /// What is declared as `technology` supports controls of the other functions, but none of this one. Perhaps people do
    /// everything; perhaps nobody does.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// technology edr "Endpoint detection and response" {
    ///   kind     edr
    ///   supports ID.AM.a, PR.PT.f, DE.CM.a, RS.MI.a
    ///   feeds    siem
    /// }
    /// technology siem "Security information and event management" {
    ///   kind     siem
    ///   supports ID.AM.a, PR.PT.f, DE.CM.a, RS.MI.a
    /// }
    /// technology directory "Directory" {
    ///   kind  iam
    ///   feeds siem
    /// }
    /// technology guard "Data guard" {
    ///   kind  dlp
    ///   feeds siem
    /// }
    /// technology scanner "Scanner" {
    ///   kind  vulnerability-management
    ///   feeds siem
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Name what supports it, or plan for it.
    FUNCTION_WITHOUT_TECHNOLOGY = "XW0814" "function-without-technology" Note;

    /// A technology feeds no other, and no other feeds it.
    ///
    /// What it detects is passed on to nothing else, and it knows only what it detects itself.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// technology edr "Endpoint detection and response" {
    ///   kind  edr
    ///   feeds siem
    /// }
    /// technology siem "Security information and event management" {
    ///   kind siem
    /// }
    /// technology vault "Backup vault" {
    ///   kind backup
    /// }
    /// ```
    ///
    /// Write what it `feeds`; or leave it isolated, if that is intended.
    ISOLATED_TECHNOLOGY = "XW0815" "isolated-technology" Note;

    /// Controls depend on one technology alone.
    ///
    /// If it fails, is replaced or is evaded, nothing else supports them. For some controls that is acceptable.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// technology edr "Endpoint detection and response" {
    ///   kind     edr
    ///   supports ID.AM.a, PR.PT.f, DE.CM.a, RS.MI.a, RC.RP.d
    ///   feeds    siem
    /// }
    /// technology siem "Security information and event management" {
    ///   kind     siem
    ///   supports ID.AM.a, PR.PT.f, RS.MI.a, RC.RP.d
    /// }
    /// technology directory "Directory" {
    ///   kind  iam
    ///   feeds siem
    /// }
    /// technology guard "Data guard" {
    ///   kind  dlp
    ///   feeds siem
    /// }
    /// technology scanner "Scanner" {
    ///   kind  vulnerability-management
    ///   feeds siem
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Name what else supports them, or accept it.
    SINGLE_TECHNOLOGY = "XW0816" "single-technology" Note;

    /// Technologies feed each other in a circle.
    ///
    /// That is common, and worth knowing: an alert can come back as its own confirmation, and a flood of alerts may never
    /// end.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// technology siem "Security information and event management" {
    ///   kind  siem
    ///   feeds soar
    /// }
    /// technology soar "Orchestration and response" {
    ///   kind  soar
    ///   feeds siem
    /// }
    /// ```
    ///
    /// Make sure that what comes back can be distinguished from what is new.
    FEEDS_IN_CIRCLE = "XW0817" "feeds-in-circle" Note;

    /// The picture of what feeds what would be too large.
    ///
    /// A technology stands before what it feeds, and whatever feeds something further away passes everything between. The
    /// posture report draws at most 100,000 technologies and passages, which is far more than anybody can read; beyond that it
    /// leaves the picture out, and its table says what each technology feeds.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// <450 x "technology t# \"T\" {\n  kind \"Other\"\n  feeds t##, t451\n}\n">technology t451 "T" {
    ///   kind "Other"
    /// }
    /// ```
    ///
    /// Declare what belongs together as one technology.
    PICTURE_TOO_LARGE = "XW0844" "picture-too-large" Note;
}

pub(crate) const FUNCTIONS: Rule = Rule {
    code: FUNCTION_WITHOUT_TECHNOLOGY,
    check: functions,
};
pub(crate) const ISOLATED: Rule = Rule {
    code: ISOLATED_TECHNOLOGY,
    check: isolated,
};
pub(crate) const SINGLE: Rule = Rule {
    code: SINGLE_TECHNOLOGY,
    check: single,
};
pub(crate) const CIRCLES: Rule = Rule {
    code: FEEDS_IN_CIRCLE,
    check: circles,
};

pub(crate) const UNDRAWN: Rule = Rule {
    code: PICTURE_TOO_LARGE,
    check: undrawn,
};

fn functions(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = assessed(posture).filter_map(|id| {
        posture.of(&posture.technologies, id).next()?;
        let organization = &posture.organizations[id];
        let capabilities = landscape(context.model, id).capabilities;
        let holes: Vec<String> = capabilities
            .iter()
            .filter(|capability| capability.kinds.is_empty())
            .map(|capability| context.name(capability.function))
            .collect();
        if holes.is_empty() {
            return None;
        }
        let baseline = &context.model.frameworks[organization.baseline];
        let message = format!(
            "no technology of `{}` supports the {} {}",
            organization.name,
            baseline.level_name(0),
            listed(holes.into_iter())
        );
        Some(
            Diagnostic::new(FUNCTION_WITHOUT_TECHNOLOGY, organization.place, message).help(
                "write `supports` with its controls in the technology that does, or plan for one",
            ),
        )
    });
    found.collect()
}

fn isolated(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = Vec::new();
    for organization in posture.organizations.ids() {
        // One alone has nothing to feed.
        if posture.of(&posture.technologies, organization).count() < 2 {
            continue;
        }
        found.extend(
            landscape(context.model, organization)
                .isolated
                .iter()
                .map(|id| {
                    let technology = &posture.technologies[*id];
                    let message = format!(
                        "the technology `{}` feeds no other, and no other feeds it",
                        technology.name
                    );
                    Diagnostic::new(ISOLATED_TECHNOLOGY, technology.place, message)
                        .help("write `feeds` in it with what it passes findings to, or in what passes findings to it")
                }),
        );
    }
    found
}

fn single(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = assessed(posture).filter_map(|id| {
        let single = landscape(context.model, id).single;
        if single.is_empty() {
            return None;
        }
        let organization = &posture.organizations[id];
        let controls = single.iter().map(|(control, only)| {
            let only = posture.technologies[*only].name;
            format!("{} on `{only}`", context.name(*control))
        });
        let message = format!(
            "{} of `{}` {} on one technology alone: {}",
            count(single.len(), "control"),
            organization.name,
            if single.len() == 1 {
                "depends"
            } else {
                "depend"
            },
            listed(controls)
        );
        Some(
            Diagnostic::new(SINGLE_TECHNOLOGY, organization.place, message).help(
                "write `supports` in what else supports them; where one is enough, leave it as it is",
            ),
        )
    });
    found.collect()
}

fn circles(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = Vec::new();
    for organization in posture.organizations.ids() {
        for circle in landscape(context.model, organization).circles {
            let names = circle.iter().map(|id| posture.technologies[*id].name);
            let Some(first) = circle.first().map(|id| &posture.technologies[*id]) else {
                continue;
            };
            let message = match circle.len() {
                1 => format!("the technology `{}` feeds itself", first.name),
                _ => format!("{} feed each other in a circle", named(names)),
            };
            found.push(
                Diagnostic::new(FEEDS_IN_CIRCLE, first.place, message)
                    .help("make sure that what comes back can be distinguished from what is new"),
            );
        }
    }
    found
}

fn undrawn(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = posture.organizations.iter().filter_map(|(id, organization)| {
        let places = landscape(context.model, id).too_many_places()?;
        let message = format!(
            "the picture of what feeds what in `{}` would have {places} technologies and passages, and is left out of the report",
            organization.name
        );
        let found = Diagnostic::new(PICTURE_TOO_LARGE, organization.place, message);
        Some(found.help("declare what belongs together as one technology"))
    });
    found.collect()
}
