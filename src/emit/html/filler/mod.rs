//! Templates of rows, filled one row at a time: the part of handlebars that suffices for them, `{{name}}`, `{{#if}}`,
//! `{{#each}}`, `{{> part}}`, without its price for each of a hundred thousand rows.
//!
//! A template is read once, against the view that fills it: a name that the view does not have is an error of the template
//! before a row is written. All that is filled in is escaped. A line break in a template, with the blanks around it, is
//! nothing, so that rows can be laid out and stay small.

mod reader;

pub(super) use self::reader::joined;

use self::reader::Reader;
use super::markup::Markup;
use super::template_error::TemplateError;
use super::view::{Field, Shape, View};

/// The parts that rows have in common, by their names: the file of each, and its text.
pub(super) type Parts<'t> = dyn Fn(&str) -> Option<(&'static str, &'t str)> + 't;

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
    Within(Name, Vec<Node>),
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
    pub(super) fn read<'t>(
        name: &'static str,
        text: &'t str,
        shape: &'static Shape,
        parts: &'t Parts<'t>,
    ) -> Result<Self, TemplateError> {
        let nodes = Reader::new(name, text, parts).whole(shape)?;
        Ok(Self { nodes })
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
            Node::Within(name, body) => scope.find(name, &mut |field| {
                if let Field::View(_) = field {
                    entry(body, field, scope.is_first, markup);
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
    use crate::markup::Markup;
    use crate::view::{Value as _, view};

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
        let parts = |name: &str| match name {
            "inner" => Some(("inner.row.hbs", "<b>{{count}}</b>\n")),
            "circle" => Some(("circle.row.hbs", "{{> circle}}")),
            _ => None,
        };
        let filler = Filler::read("row.row.hbs", template, &Row::SHAPE, &parts);
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
    fn rows_have_parts_in_common() {
        assert_eq!(filled("{{> inner inner}}!").unwrap(), "<b>3</b>!");
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
                "row.row.hbs:1: `name` is not a list",
            ),
            ("{{others}}", "row.row.hbs:1: `others` is not text"),
            (
                "{{#if name}}\n",
                "row.row.hbs:2: `{{#if}}` is not closed here",
            ),
            (
                "{{/if}}",
                "row.row.hbs:1: nothing is open here that could end",
            ),
            ("{{name", "row.row.hbs:1: `{{` is not closed by `}}`"),
            (
                "{{> outer}}",
                "row.row.hbs:1: there is no part `outer` of rows",
            ),
            (
                "{{> inner}}",
                "inner.row.hbs:1: there is no `count` here; there are name, others, inner",
            ),
            ("{{> circle}}", "circle.row.hbs:1: `circle` contains itself"),
        ] {
            assert_eq!(filled(template).unwrap_err(), said);
        }
    }
}
