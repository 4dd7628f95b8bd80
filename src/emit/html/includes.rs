//! Templates that stand within others: none within itself, however far down, since filling it would never end.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::Template;
use handlebars::template::{Parameter, TemplateElement};

use super::template_error::TemplateError;

/// One `{{> name}}`.
struct Include {
    /// The name of the template that is put there.
    name: String,
    /// The line, from 1.
    line: usize,
}

/// Refuses templates that stand within themselves. Each comes with the name of its file, that by which others include it,
/// and its text.
///
/// # Errors
///
/// If there is a circle, or one that nobody can tell before it is filled.
pub(super) fn check<'t>(
    templates: impl Iterator<Item = (&'static str, &'static str, &'t str)>,
) -> Result<(), TemplateError> {
    let mut known = BTreeMap::new();
    for (file, name, text) in templates {
        // One that cannot be read is refused elsewhere, with its reason.
        if let Ok(template) = Template::compile(text) {
            known.insert(name, (file, of_template(file, &template, 1)?));
        }
    }
    let mut ended = BTreeSet::new();
    for name in known.keys() {
        follow(&known, name, &mut Vec::new(), &mut ended)?;
    }
    Ok(())
}

type Known = BTreeMap<&'static str, (&'static str, Vec<Include>)>;

/// Follows what a template includes; `way` leads to it from the first one, and none of `ended` leads into a circle.
fn follow<'k>(
    known: &'k Known,
    name: &'k str,
    way: &mut Vec<&'k str>,
    ended: &mut BTreeSet<&'k str>,
) -> Result<(), TemplateError> {
    let Some((file, includes)) = known.get(name).filter(|_| !ended.contains(name)) else {
        return Ok(());
    };
    way.push(name);
    for include in includes {
        let to = include.name.as_str();
        if let Some(first) = way.iter().position(|before| *before == to) {
            let circle = way.iter().skip(first).chain([&to]);
            let circle: Vec<String> = circle.map(|name| format!("`{name}`")).collect();
            return Err(broken(
                file,
                include.line,
                format!(
                    "`{to}` stands within itself ({}), so the page would have no end; leave one of these out",
                    circle.join(" > ")
                ),
            ));
        }
        follow(known, to, way, ended)?;
    }
    way.pop();
    ended.insert(name);
    Ok(())
}

/// What a template includes; `line` is that of the block, for what has none of its own.
fn of_template(
    file: &'static str,
    template: &Template,
    line: usize,
) -> Result<Vec<Include>, TemplateError> {
    let mut includes = Vec::new();
    for (at, element) in template.elements.iter().enumerate() {
        let line = template.mapping.get(at).map_or(line, |place| place.0);
        let inner = match element {
            TemplateElement::HelperBlock(block) => vec![&block.template, &block.inverse],
            TemplateElement::PartialExpression(call) | TemplateElement::PartialBlock(call) => {
                let Parameter::Name(name) = &call.name else {
                    let reason = "the name of a template is written as it is: `{{> name}}`";
                    return Err(broken(file, line, reason.to_owned()));
                };
                let name = name.clone();
                includes.push(Include { name, line });
                vec![&call.template]
            }
            TemplateElement::DecoratorBlock(_) | TemplateElement::DecoratorExpression(_) => {
                let reason = "templates within templates (`{{#*inline}}`) are not known here; put it into the file of a template";
                return Err(broken(file, line, reason.to_owned()));
            }
            _ => Vec::new(),
        };
        for template in inner.into_iter().flatten() {
            includes.extend(of_template(file, template, line)?);
        }
    }
    Ok(includes)
}

fn broken(name: &'static str, line: usize, reason: String) -> TemplateError {
    TemplateError::Broken { name, line, reason }
}
