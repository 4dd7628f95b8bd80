//! Arguments step by step: what lies how to what, what says so, and what is known by then.
//!
//! There may be thousands on a page, so their markup is as spare as it can be: within `.argument`, `b` is an identifier,
//! `i` its framework, `cite` what says so, `p` what follows.

use super::anchors::{self, Anchors};
use super::markup::Markup;
use crate::report::{Chain, Contradiction, Proved, Report, RowName, Step};

/// Writes arguments, with links to the controls and rows that they name.
#[derive(Clone, Copy)]
pub(super) struct Arguments<'r, 'm> {
    pub(super) report: &'r Report<'m>,
    pub(super) anchors: &'r Anchors,
}

/// What an argument speaks of: the name in full, and where it stands if the report shows it.
type Thing<'t> = (&'t str, Option<usize>);

impl<'r, 'm> Arguments<'r, 'm> {
    /// The proof of a correspondence: its chains, and what they come to together.
    pub(super) fn proof(self, markup: &mut Markup, proved: &'r Proved<'m>) {
        markup.raw("<div class=\"argument\">");
        for chain in &proved.chains {
            self.chain(markup, chain);
        }
        if proved.chains.len() > 1 {
            markup.raw("<p>together: ");
            let ends = [proved.source, proved.target].map(|at| ("", Some(at)));
            self.known(markup, ends, proved.verb);
            markup.raw("</p>");
        }
        markup.raw("</div>");
    }

    /// A contradiction: the steps of its chain, and as the last the row that denies what they show.
    pub(super) fn clash(self, markup: &mut Markup, contradiction: &'r Contradiction<'m>) {
        let chain = &contradiction.chain;
        let start = (chain.from.as_str(), chain.start);
        markup.raw("<ol>");
        let end = self.steps(markup, chain);
        markup
            .raw("<li>")
            .raw(if chain.steps.is_empty() { "" } else { "yet " });
        self.plain(markup, start);
        markup
            .raw(" is declared ")
            .raw(contradiction.denied_words)
            .raw(" ");
        self.plain(markup, end);
        markup.raw(if chain.steps.is_empty() {
            ", and nothing relates to itself in that way <cite>"
        } else {
            " <cite>"
        });
        self.row(markup, &contradiction.denial);
        markup.raw("</cite></li></ol>");
    }

    /// The steps of a chain, numbered.
    fn chain(self, markup: &mut Markup, chain: &'r Chain<'m>) {
        markup.raw("<ol>");
        self.steps(markup, chain);
        markup.raw("</ol>");
    }

    /// The steps of a chain as entries of a list; where they lead to.
    fn steps(self, markup: &mut Markup, chain: &'r Chain<'m>) -> Thing<'r> {
        let start = (chain.from.as_str(), chain.start);
        let mut from = start;
        for (at, step) in chain.steps.iter().enumerate() {
            let to = (step.to.as_str(), step.control);
            markup.raw("<li>");
            if at == 0 {
                self.link(markup, from, true);
            } else {
                self.plain(markup, from);
            }
            markup.raw(" ").raw(step.verb).raw(" ");
            self.link(markup, to, self.framework(from) != self.framework(to));
            self.ground(markup, step);
            if at > 0 {
                markup.raw("<p>so ");
                self.known(markup, [start, to], step.known_verb);
                markup.raw("</p>");
            }
            markup.raw("</li>");
            from = to;
        }
        from
    }

    /// The row that says something, and the line on which it stands.
    fn row(self, markup: &mut Markup, row: &RowName<'_>) {
        let claim = row.position.and_then(|at| {
            let mapping = self
                .report
                .mappings
                .get(self.report.rows.get(at)?.mapping)?;
            Some((at, at.saturating_sub(mapping.rows.start) + 1))
        });
        match claim {
            Some((at, number)) => {
                let address = anchors::link(&anchors::row(self.report, at));
                markup.raw("<a href=\"").text(&address).raw("\">row ");
                markup
                    .number(number)
                    .raw(" of ")
                    .text(row.mapping)
                    .raw("</a>");
            }
            None => {
                markup.raw("a row of ").text(row.mapping);
            }
        }
        markup.raw(", <code>").text(&row.place).raw("</code>");
    }

    /// What says what a step says.
    fn ground(self, markup: &mut Markup, step: &Step<'_>) {
        markup.raw(" <cite>");
        match &step.row {
            Some(row) => self.row(markup, row),
            None => {
                markup.raw("by the hierarchy");
            }
        }
        markup.raw("</cite>");
    }

    /// How two things relate; with their frameworks where they bear the same identifier.
    fn known(self, markup: &mut Markup, [from, to]: [Thing<'r>; 2], verb: &'static str) {
        let alike = self.identifier(from) == self.identifier(to);
        for (at, thing) in [from, to].into_iter().enumerate() {
            if at > 0 {
                markup.raw(" ").raw(verb).raw(" ");
            }
            self.plain(markup, thing);
            if alike {
                self.origin(markup, thing);
            }
        }
    }

    /// A control as a link, with its framework where the argument enters it.
    fn link(self, markup: &mut Markup, thing: Thing<'r>, with_framework: bool) {
        match thing.1 {
            Some(at) => {
                let address = anchors::link(self.anchors.control(at));
                markup.link("", &address, self.identifier(thing));
                if with_framework {
                    self.origin(markup, thing);
                }
            }
            None => self.plain(markup, thing),
        }
    }

    /// A name by itself; `insurer@1:*` is all of that framework.
    fn plain(self, markup: &mut Markup, thing: Thing<'r>) {
        let name = self.identifier(thing);
        if let Some(framework) = name.strip_suffix(":*") {
            markup.raw("all of <b>").text(framework).raw("</b>");
            return;
        }
        markup.raw("<b>").text(name).raw("</b>");
    }

    fn origin(self, markup: &mut Markup, thing: Thing<'r>) {
        let framework = self
            .framework(thing)
            .and_then(|at| self.report.frameworks.get(at));
        if let Some(framework) = framework {
            markup.raw(" <i>").text(&framework.short).raw("</i>");
        }
    }

    /// The identifier by itself; the name in full for what the report leaves out.
    fn identifier(self, (name, at): Thing<'r>) -> &'r str {
        let control = at.and_then(|at| self.report.controls.get(at));
        control.map_or(name, |control| control.identifier)
    }

    fn framework(self, (_, at): Thing<'r>) -> Option<usize> {
        at.and_then(|at| self.report.controls.get(at))
            .map(|control| control.framework)
    }
}
