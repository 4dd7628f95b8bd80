//! A row template is read: what stands between braces becomes nodes, and every name a position in the view.

use super::{Name, Node, Parts};
use crate::template_error::TemplateError;
use crate::view::Shape;

/// How a run of nodes ends.
enum End<'t> {
    Text,
    Else,
    Close(&'t str),
}

/// How deep parts may stand in each other.
const DEEPEST: usize = 16;

/// A template, and how much of it is read.
pub(super) struct Reader<'t> {
    name: &'static str,
    text: &'t str,
    rest: &'t str,
    parts: &'t Parts<'t>,
    depth: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(name: &'static str, text: &'t str, parts: &'t Parts<'t>) -> Self {
        Self {
            name,
            text,
            rest: text,
            parts,
            depth: 0,
        }
    }

    /// The whole template, which is to be filled with views of this shape.
    pub(super) fn whole(mut self, shape: &'static Shape) -> Result<Vec<Node>, TemplateError> {
        let (nodes, end) = self.nodes(shape)?;
        match end {
            End::Text => Ok(nodes),
            End::Else | End::Close(_) => Err(self.error("nothing is open here that could end")),
        }
    }

    fn nodes(&mut self, shape: &'static Shape) -> Result<(Vec<Node>, End<'t>), TemplateError> {
        let mut nodes = Vec::new();
        loop {
            let Some((literal, rest)) = self.rest.split_once("{{") else {
                nodes.push(Node::Literal(joined(self.rest)));
                self.rest = "";
                return Ok((nodes, End::Text));
            };
            nodes.push(Node::Literal(joined(literal)));
            let Some((tag, rest)) = rest.split_once("}}") else {
                return Err(self.error("`{{` is not closed by `}}`"));
            };
            self.rest = rest;
            let tag = tag.trim();
            if tag == "else" {
                return Ok((nodes, End::Else));
            } else if let Some(closed) = tag.strip_prefix('/') {
                return Ok((nodes, End::Close(closed)));
            } else if let Some(name) = tag.strip_prefix("#if ") {
                let (name, _) = self.resolve(name.trim(), shape)?;
                let (then, end) = self.nodes(shape)?;
                let (otherwise, end) = match end {
                    End::Else => self.nodes(shape)?,
                    other => (Vec::new(), other),
                };
                self.close("if", &end)?;
                nodes.push(Node::If(name, then, otherwise));
            } else if let Some(name) = tag.strip_prefix("#each ") {
                let (list, inner) = self.resolve(name.trim(), shape)?;
                let Shape::List(entry) = inner else {
                    return Err(self.error(&format!("`{}` is not a list", name.trim())));
                };
                let (body, end) = self.nodes(entry)?;
                self.close("each", &end)?;
                nodes.push(Node::Each(list, body));
            } else if let Some(part) = tag.strip_prefix('>') {
                self.include(part.trim(), shape, &mut nodes)?;
            } else {
                let (name, written) = self.resolve(tag, shape)?;
                if !written.is_text() {
                    return Err(self.error(&format!("`{tag}` is not text")));
                }
                nodes.push(Node::Write(name));
            }
        }
    }

    fn close(&self, opened: &str, end: &End<'_>) -> Result<(), TemplateError> {
        match end {
            End::Close(closed) if *closed == opened => Ok(()),
            _ => Err(self.error(&format!("`{{{{#{opened}}}}}` is not closed here"))),
        }
    }

    /// A part that several rows have in common, `name` or `name variable`.
    fn include(
        &self,
        tag: &str,
        scope: &'static Shape,
        nodes: &mut Vec<Node>,
    ) -> Result<(), TemplateError> {
        let (called, variable) = tag.split_once(' ').unwrap_or((tag, ""));
        let Some((name, text)) = (self.parts)(called) else {
            return Err(self.error(&format!("there is no part `{called}` of rows")));
        };
        if self.depth == DEEPEST {
            return Err(self.error(&format!("`{called}` contains itself")));
        }
        let depth = self.depth + 1;
        let part = Self {
            depth,
            ..Self::new(name, text, self.parts)
        };
        if variable.is_empty() {
            nodes.extend(part.whole(scope)?);
        } else {
            let (variable, shape) = self.resolve(variable.trim(), scope)?;
            nodes.push(Node::Within(variable, part.whole(shape)?));
        }
        Ok(())
    }

    /// The variable of a name, and its shape.
    fn resolve(
        &self,
        name: &str,
        scope: &'static Shape,
    ) -> Result<(Name, &'static Shape), TemplateError> {
        match name {
            "this" => return Ok((Name::This, scope)),
            "@first" => return Ok((Name::First, &Shape::Flag)),
            _ => {}
        }
        let (mut path, mut shape) = (Vec::new(), scope);
        for part in name.split('.') {
            let found = shape.variable(part);
            let (at, inner) = found.map_err(|reason| self.error(&reason))?;
            path.push(at);
            shape = inner;
        }
        Ok((Name::Path(path), shape))
    }

    /// What is wrong where the reader stands.
    fn error(&self, reason: &str) -> TemplateError {
        let read = self.text.len().saturating_sub(self.rest.len());
        let before = self.text.get(..read).unwrap_or_default();
        TemplateError::Broken {
            name: self.name,
            line: before.matches('\n').count() + 1,
            reason: reason.to_owned(),
        }
    }
}

/// Markup without its line breaks and the blanks around them.
pub(crate) fn joined(literal: &str) -> String {
    let last = literal.matches('\n').count();
    let lines = literal.split('\n').enumerate();
    lines
        .map(|(at, line)| {
            let line = if at > 0 { line.trim_start() } else { line };
            if at < last { line.trim_end() } else { line }
        })
        .collect()
}
