//! Partials, held against the view that fills them when they are read: what is wrong with one is said with its line before
//! anything is filled, and wherever it stands, not only where a report comes by.

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Path, Template};

use super::template_error::TemplateError;
use super::view::Shape;

/// Reads a partial that is filled with views of this shape; of none, what it names is not known.
pub(super) fn check(
    name: &'static str,
    text: &str,
    shape: Option<&'static Shape>,
) -> Result<(), TemplateError> {
    let template = Template::compile(text).map_err(|error| TemplateError::Broken {
        name,
        line: error.pos().map_or(1, |(line, _)| line),
        reason: error.reason().to_string(),
    })?;
    let Some(shape) = shape else { return Ok(()) };
    let scope = Scope {
        name,
        shape,
        around: None,
    };
    scope.template(&template, 1)
}

/// What the names in a block speak of.
struct Scope<'s> {
    /// The file.
    name: &'static str,
    shape: &'static Shape,
    /// That of the block around it, which is `../`; none at the top, where it is the part into which this one is put.
    around: Option<&'s Self>,
}

impl Scope<'_> {
    /// `line` is that of the block, for an `{{else if}}`, which has none of its own.
    fn template(&self, template: &Template, line: usize) -> Result<(), TemplateError> {
        for (at, element) in template.elements.iter().enumerate() {
            let line = template.mapping.get(at).map_or(line, |place| place.0);
            self.element(element, line)?;
        }
        Ok(())
    }

    fn element(&self, element: &TemplateElement, line: usize) -> Result<(), TemplateError> {
        match element {
            TemplateElement::Expression(call) | TemplateElement::HtmlExpression(call) => {
                self.expression(call, line)
            }
            TemplateElement::HelperBlock(block) => self.block(block, line),
            TemplateElement::PartialExpression(call) => self.parameters(call.params.iter(), line),
            _ => Ok(()),
        }
    }

    /// A variable that is written, or a helper with its parameters.
    fn expression(&self, call: &HelperTemplate, line: usize) -> Result<(), TemplateError> {
        if !call.params.is_empty() || !call.hash.is_empty() {
            return self.parameters(call.params.iter().chain(call.hash.values()), line);
        }
        match self.shape_of(&call.name, line)? {
            Some(shape) if !shape.is_text() => {
                let name = call.name.as_name().unwrap_or("this");
                Err(self.broken(line, format!("`{name}` is not text")))
            }
            _ => Ok(()),
        }
    }

    /// `if`, `unless` and `each`; what others do with their content is not known before they do it.
    fn block(&self, block: &HelperTemplate, line: usize) -> Result<(), TemplateError> {
        self.parameters(block.params.iter().chain(block.hash.values()), line)?;
        let both = [&block.template, &block.inverse].into_iter().flatten();
        match (block.name.as_name(), block.params.as_slice()) {
            (Some("if" | "unless"), _) => {
                for template in both {
                    self.template(template, line)?;
                }
            }
            (Some("each"), [list]) if block.block_param.is_none() => {
                let shape = match self.shape_of(list, line)? {
                    Some(Shape::List(entry)) => *entry,
                    Some(_) => {
                        let name = list.as_name().unwrap_or("this");
                        return Err(self.broken(line, format!("`{name}` is not a list")));
                    }
                    None => return Ok(()),
                };
                let entry = Scope {
                    name: self.name,
                    shape,
                    around: Some(self),
                };
                if let Some(template) = &block.template {
                    entry.template(template, line)?;
                }
                if let Some(template) = &block.inverse {
                    self.template(template, line)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn parameters<'p>(
        &self,
        parameters: impl Iterator<Item = &'p Parameter>,
        line: usize,
    ) -> Result<(), TemplateError> {
        for parameter in parameters {
            self.shape_of(parameter, line)?;
        }
        Ok(())
    }

    /// What can be done with what a parameter names; nothing where that is not known here.
    fn shape_of(
        &self,
        parameter: &Parameter,
        line: usize,
    ) -> Result<Option<&'static Shape>, TemplateError> {
        match parameter {
            Parameter::Path(Path::Relative((_, name))) => {
                let found = self.variable(name);
                found.map_err(|reason| self.broken(line, reason))
            }
            Parameter::Subexpression(inner) => {
                self.element(inner.as_element(), line)?;
                Ok(None)
            }
            // A helper's name, `@first` and its like, a literal.
            _ => Ok(None),
        }
    }

    /// The variable of a name such as `name`, `this`, `../name`, `inner.name`.
    fn variable(&self, name: &str) -> Result<Option<&'static Shape>, String> {
        if let Some(outer) = name.strip_prefix("../") {
            return match self.around {
                Some(around) => around.variable(outer),
                None => Ok(None),
            };
        }
        if name.starts_with('@') {
            return Ok(None);
        }
        let mut shape = self.shape;
        let parts = name.split(['.', '/']);
        for part in parts.filter(|part| !matches!(*part, "" | "this")) {
            (_, shape) = shape.variable(part.trim_matches(['[', ']']))?;
        }
        Ok(Some(shape))
    }

    fn broken(&self, line: usize, reason: String) -> TemplateError {
        TemplateError::Broken {
            name: self.name,
            line,
            reason,
        }
    }
}
