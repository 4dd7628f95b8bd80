//! Templates of rows, filled one row at a time: the part of handlebars that suffices for them, `{{name}}`, `{{#if}}`,
//! `{{#each}}`, without its price for each of a hundred thousand rows.
//!
//! A template is read once, against the view that fills it: a name that the view does not have is an error of the template
//! before a row is written. All that is filled in is escaped. A line break in a template, with the blanks around it, is
//! nothing, so that rows can be laid out and stay small.

use super::markup::Markup;
use super::templates::TemplateError;
use super::view::{Field, Shape, View};

/// A row template, read.
#[derive(Debug)]
pub(super) struct Filler {
    nodes: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Literal(String),
    Write(Name),
    If(Name, Vec<Node>, Vec<Node>),
    Each(Name, Vec<Node>),
}

/// What stands between braces.
#[derive(Debug)]
enum Name {
    /// The entry of a list of texts.
    This,
    /// Whether the entry is the first of its list.
    First,
    /// A variable, and in it a variable, and so on.
    Path(Vec<usize>),
}

impl Filler {
    /// Reads a template that is to be filled with views of this shape.
    pub(super) fn read(
        name: &'static str,
        text: &str,
        shape: &'static Shape,
    ) -> Result<Self, TemplateError> {
        let mut reader = Reader {
            name,
            text,
            rest: text,
        };
        let (nodes, end) = reader.nodes(shape)?;
        match end {
            End::Text => Ok(Self { nodes }),
            End::Else | End::Close(_) => Err(reader.error("nothing is open here that could end")),
        }
    }

    /// Writes one row.
    pub(super) fn fill(&self, view: &dyn View, markup: &mut Markup) {
        view.read(&mut |fields| {
            let scope = Scope {
                fields,
                this: Field::Nothing,
                is_first: false,
            };
            write(&self.nodes, scope, markup);
        });
    }
}

/// How a run of nodes ends.
enum End<'t> {
    Text,
    Else,
    Close(&'t str),
}

struct Reader<'t> {
    name: &'static str,
    text: &'t str,
    rest: &'t str,
}

impl<'t> Reader<'t> {
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
                    return Err(self.error(&format!("`{}` is no list", name.trim())));
                };
                let (body, end) = self.nodes(entry)?;
                self.close("each", &end)?;
                nodes.push(Node::Each(list, body));
            } else {
                let (name, written) = self.resolve(tag, shape)?;
                if !matches!(written, Shape::Text | Shape::Optional(Shape::Text)) {
                    return Err(self.error(&format!("`{tag}` is no text that could be written")));
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
            let variables = match shape {
                Shape::View(variables) | Shape::Optional(Shape::View(variables)) => *variables,
                _ => &[],
            };
            let at = variables.iter().position(|known| known.name == part);
            let Some((at, known)) = at.and_then(|at| Some((at, variables.get(at)?))) else {
                let known: Vec<_> = variables.iter().map(|known| known.name).collect();
                return Err(self.error(&if known.is_empty() {
                    format!("there is no `{part}` here; write `this`")
                } else {
                    format!("there is no `{part}` here; there are {}", known.join(", "))
                }));
            };
            path.push(at);
            shape = known.shape;
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
fn joined(literal: &str) -> String {
    let last = literal.matches('\n').count();
    let lines = literal.split('\n').enumerate();
    lines
        .map(|(at, line)| {
            let line = if at > 0 { line.trim_start() } else { line };
            if at < last { line.trim_end() } else { line }
        })
        .collect()
}

/// What the names of a run of nodes speak of.
#[derive(Clone, Copy)]
struct Scope<'s> {
    fields: &'s [Field<'s>],
    this: Field<'s>,
    is_first: bool,
}

impl Scope<'_> {
    fn find(self, name: &Name, found: &mut dyn FnMut(Field<'_>)) {
        match name {
            Name::This => found(self.this),
            Name::First => found(Field::Flag(self.is_first)),
            Name::Path(path) => follow(self.fields, path, found),
        }
    }
}

fn follow(fields: &[Field<'_>], path: &[usize], found: &mut dyn FnMut(Field<'_>)) {
    let Some((first, deeper)) = path.split_first() else {
        return;
    };
    match fields.get(*first).copied().unwrap_or(Field::Nothing) {
        field if deeper.is_empty() => found(field),
        Field::View(view) => view.read(&mut |fields| follow(fields, deeper, found)),
        _ => found(Field::Nothing),
    }
}

fn write(nodes: &[Node], scope: Scope<'_>, markup: &mut Markup) {
    for node in nodes {
        match node {
            Node::Literal(literal) => {
                markup.html(literal);
            }
            Node::Write(name) => scope.find(name, &mut |field| match field {
                Field::Text(text) => {
                    markup.text(text);
                }
                Field::Number(number) => {
                    markup.number(number);
                }
                Field::Flag(_) | Field::Nothing | Field::List(_) | Field::View(_) => {}
            }),
            Node::If(name, then, otherwise) => {
                let mut is_given = false;
                scope.find(name, &mut |field| is_given = field.is_given());
                write(if is_given { then } else { otherwise }, scope, markup);
            }
            Node::Each(name, body) => scope.find(name, &mut |field| {
                let Field::List(list) = field else { return };
                for at in 0..list.length() {
                    entry(body, list.entry(at), at == 0, markup);
                }
            }),
        }
    }
}

fn entry(body: &[Node], this: Field<'_>, is_first: bool, markup: &mut Markup) {
    let mut with = |fields: &[Field<'_>]| {
        let scope = Scope {
            fields,
            this,
            is_first,
        };
        write(body, scope, markup);
    };
    match this {
        Field::View(view) => view.read(&mut with),
        _ => with(&[]),
    }
}

#[cfg(test)]
mod tests {
    use super::Filler;
    use crate::emit::html::markup::Markup;
    use crate::emit::html::view::{Value as _, view};

    view! {
        /// A control.
        struct Row<'r> {
            /// Its name.
            name: &'r str,
            /// Other names.
            others: Vec<&'r str>,
            /// What it has.
            inner: Option<Inner>,
        }
    }

    view! {
        /// What a control has.
        struct Inner {
            /// How many.
            count: usize,
        }
    }

    fn filled(template: &str) -> Result<String, String> {
        let filler = Filler::read("row.row.hbs", template, &Row::SHAPE);
        let row = Row {
            name: "<a>",
            others: vec!["b", "c"],
            inner: Some(Inner { count: 3 }),
        };
        let mut markup = Markup::default();
        filler
            .map_err(|error| error.to_string())?
            .fill(&row, &mut markup);
        Ok(markup.finish())
    }

    #[test]
    fn a_row_is_filled_and_escaped() {
        let template = "<p>{{name}}\n  {{#each others}}\n    {{#if @first}}: {{else}}, {{/if}}{{this}}\n  {{/each}} {{#if inner}}{{inner.count}}{{/if}}</p>\n";
        assert_eq!(filled(template).unwrap(), "<p>&lt;a&gt;: b, c 3</p>");
    }

    #[test]
    fn what_is_wrong_with_a_template_is_said_with_its_line() {
        for (template, said) in [
            (
                "<p>\n{{nam}}",
                "row.row.hbs:2: there is no `nam` here; there are name, others, inner",
            ),
            (
                "{{#each name}}{{/each}}",
                "row.row.hbs:1: `name` is no list",
            ),
            (
                "{{others}}",
                "row.row.hbs:1: `others` is no text that could be written",
            ),
            (
                "{{#if name}}\n",
                "row.row.hbs:2: `{{#if}}` is not closed here",
            ),
            (
                "{{/if}}",
                "row.row.hbs:1: nothing is open here that could end",
            ),
            ("{{name", "row.row.hbs:1: `{{` is not closed by `}}`"),
        ] {
            assert_eq!(filled(template).unwrap_err(), said);
        }
    }
}
