//! From what a user types to a framework or a control.

use super::RunError;
use xwalk_diagnostic::nearest;
use xwalk_model::posture::OrganizationId;
use xwalk_model::{ControlId, Framework, FrameworkId, MappingId, Model, Withdrawn};

/// What a user can mean by a name.
pub enum Referent<'m, 's> {
    /// A control.
    Control(ControlId),
    /// An identifier that its framework no longer uses.
    Withdrawn(&'m Framework<'s>, &'m Withdrawn<'s>),
    /// A mapping.
    Mapping(MappingId),
}

/// The framework written `nist-csf@2.0`, or `nist-csf` where there is one edition.
pub fn framework(model: &Model<'_>, text: &str) -> Result<FrameworkId, RunError> {
    let exact = model
        .frameworks
        .iter()
        .find(|(_, framework)| framework.label() == text);
    if let Some((id, _)) = exact {
        return Ok(id);
    }
    let editions: Vec<_> = model
        .frameworks
        .iter()
        .filter(|(_, framework)| framework.name == text)
        .collect();
    if let [(id, _)] = editions.as_slice() {
        return Ok(*id);
    }
    if !editions.is_empty() {
        let labels: Vec<String> = editions
            .iter()
            .map(|(_, framework)| framework.label())
            .collect();
        return Err(RunError::Usage(format!(
            "`{text}` has several editions: write {}",
            either(&labels)
        )));
    }
    let labels: Vec<String> = model
        .frameworks
        .iter()
        .map(|(_, framework)| framework.label())
        .collect();
    let hint = match nearest(text, labels.iter().map(String::as_str)) {
        Some(near) => format!("the nearest is `{near}`"),
        None => format!("there are {}", labels.join(", ")),
    };
    Err(RunError::Usage(format!(
        "there is no framework `{text}`; {hint}"
    )))
}

/// The mapping of a name.
pub fn mapping(model: &Model<'_>, text: &str) -> Result<MappingId, RunError> {
    let found = model
        .mappings
        .iter()
        .find(|(_, mapping)| mapping.name == text);
    found.map(|(id, _)| id).ok_or_else(|| {
        let names = model.mappings.iter().map(|(_, mapping)| mapping.name);
        let names: Vec<&str> = names.collect();
        let hint = match nearest(text, names.iter().copied()) {
            Some(near) => format!("the nearest is `{near}`"),
            None => format!("there are {}", names.join(", ")),
        };
        RunError::Usage(format!("there is no mapping `{text}`; {hint}"))
    })
}

/// The control of a name, as [`control`] finds it; where there is none, the mapping.
pub fn referent<'m, 's>(model: &'m Model<'s>, text: &str) -> Result<Referent<'m, 's>, RunError> {
    control(model, text).or_else(|unknown| {
        let mut mappings = model.mappings.iter();
        let found = mappings.find(|(_, mapping)| mapping.name == text);
        found.map(|(id, _)| Referent::Mapping(id)).ok_or(unknown)
    })
}

/// The organization of a name; the only one, where none is given.
pub fn organization(model: &Model<'_>, text: Option<&str>) -> Result<OrganizationId, RunError> {
    let all = &model.posture.organizations;
    let names: Vec<&str> = all
        .iter()
        .map(|(_, organization)| organization.name)
        .collect();
    let found = match (text, names.as_slice()) {
        (None, [_]) => all.ids().next(),
        (Some(text), _) => all
            .iter()
            .find(|(_, organization)| organization.name == text)
            .map(|(id, _)| id),
        (None, _) => None,
    };
    found.ok_or_else(|| {
        RunError::Usage(match text {
            _ if names.is_empty() => {
                "there is no organization: `organization NAME { … }` declares one".to_owned()
            }
            None => format!(
                "there are several organizations: write {}",
                names.join(", ")
            ),
            Some(text) => match nearest(text, names.iter().copied()) {
                Some(near) => format!("there is no organization `{text}`; the nearest is `{near}`"),
                None => format!(
                    "there is no organization `{text}`; there are {}",
                    names.join(", ")
                ),
            },
        })
    })
}

/// The control written `nist-csf@2.0:PR.AA-05`, or `PR.AA-05` where one framework has it. Aliases are names too.
pub fn control<'m, 's>(model: &'m Model<'s>, text: &str) -> Result<Referent<'m, 's>, RunError> {
    let (within, identifier) = match text.split_once(':') {
        Some((label, identifier)) if label.contains('@') => {
            (Some(framework(model, label)?), identifier)
        }
        _ => (None, text),
    };
    let identifier = identifier.trim_matches('`');
    let wanted = |id: FrameworkId| within.is_none_or(|within| within == id);
    let frameworks = || model.frameworks.iter().filter(|(id, _)| wanted(*id));

    let controls: Vec<ControlId> = frameworks()
        .flat_map(|(id, _)| model.controls_of(id))
        .filter(|(_, control)| {
            control.identifier == identifier || control.aliases.contains(&identifier)
        })
        .map(|(id, _)| id)
        .collect();
    if let [control] = controls.as_slice() {
        return Ok(Referent::Control(*control));
    }
    if !controls.is_empty() {
        let names: Vec<String> = controls
            .iter()
            .map(|control| model.qualified(*control))
            .collect();
        return Err(RunError::Usage(format!(
            "several frameworks have a control `{identifier}`: write {}",
            either(&names)
        )));
    }
    let withdrawn = frameworks().find_map(|(_, framework)| {
        let gone = framework
            .withdrawn
            .iter()
            .find(|withdrawn| withdrawn.identifier == identifier)?;
        Some(Referent::Withdrawn(framework, gone))
    });
    withdrawn.ok_or_else(|| {
        let known = frameworks()
            .flat_map(|(id, _)| model.controls_of(id))
            .map(|(_, control)| control.identifier);
        let hint = match nearest(identifier, known) {
            Some(near) => format!("the nearest is `{near}`"),
            None => "no identifier is similar".to_owned(),
        };
        RunError::Usage(match within {
            Some(id) => format!(
                "{} has no control `{identifier}`; {hint}",
                model.frameworks[id].label()
            ),
            None => format!("no framework has a control `{identifier}`; {hint}"),
        })
    })
}

/// The control of a name, as [`control`] finds it; a withdrawn identifier names none.
pub fn present(model: &Model<'_>, text: &str) -> Result<ControlId, RunError> {
    match control(model, text)? {
        Referent::Control(control) => Ok(control),
        // Asked for controls, it finds none.
        Referent::Mapping(_) => Err(RunError::Usage(format!("`{text}` is a mapping"))),
        Referent::Withdrawn(framework, withdrawn) => {
            let successors = withdrawn.successors.iter();
            let successors: Vec<String> = successors.map(|id| model.qualified(*id)).collect();
            let instead = if successors.is_empty() {
                String::new()
            } else {
                format!("; ask about {}", either(&successors))
            };
            Err(RunError::Usage(format!(
                "`{}` is withdrawn from {}{instead}",
                withdrawn.identifier,
                framework.label()
            )))
        }
    }
}

/// `a`, `b` or `c`.
fn either(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.join(""),
    }
}
