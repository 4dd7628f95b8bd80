//! The controls of one framework, from nested braces to a table in preorder.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::alike::{appearance, difference};
use super::catalogs::Meaning;
use super::references::References;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::{
    ALIKE_IDENTIFIERS, DUPLICATE_IDENTIFIER, UNNAMED_LEVEL, WITHDRAWN_CONTROL,
};
use xwalk_model::{Control, ControlId, FrameworkId, Table, Withdrawn};
use xwalk_source::{Place, SourceId, Span};
use xwalk_syntax::ast;

/// Collects the controls of one framework.
pub(super) struct Hierarchy<'a, 's> {
    framework: FrameworkId,
    source: SourceId,
    controls: &'a mut Table<ControlId, Control<'s>>,
    references: &'a mut References<'s>,
    found: &'a mut Vec<Diagnostic>,
    identifiers: FxHashMap<&'s str, Meaning>,
    /// Where each identifier stands, by its appearance.
    appearances: FxHashMap<Cow<'s, str>, (&'s str, Place)>,
    aliases: Vec<(ControlId, ast::Name<'s>)>,
    /// The first control at the greatest depth.
    deepest: Option<ControlId>,
}

impl<'a, 's> Hierarchy<'a, 's> {
    pub fn new(
        framework: FrameworkId,
        source: SourceId,
        controls: &'a mut Table<ControlId, Control<'s>>,
        references: &'a mut References<'s>,
        found: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let (identifiers, appearances) = (FxHashMap::default(), FxHashMap::default());
        Self {
            framework,
            source,
            controls,
            references,
            found,
            identifiers,
            appearances,
            aliases: Vec::new(),
            deepest: None,
        }
    }

    /// Adds controls with all that is nested in them. Of two with one identifier the second is left out, and its
    /// children take its place. (Nesting is bounded by the syntax, so this may recurse.)
    pub fn add_all(
        &mut self,
        controls: Vec<ast::Control<'s>>,
        parent: Option<ControlId>,
        depth: u8,
    ) {
        for mut control in controls {
            let children = std::mem::take(&mut control.children);
            if let Some(first) = self.declared(control.id.value) {
                self.report_duplicate(control.id, first);
                self.add_all(children, parent, depth);
                continue;
            }
            let id = self.add(control, children.is_empty(), parent, depth);
            self.add_all(children, Some(id), depth.saturating_add(1));
            self.controls[id].subtree_end = self.controls.next_id();
        }
    }

    fn add(
        &mut self,
        control: ast::Control<'s>,
        is_leaf: bool,
        parent: Option<ControlId>,
        depth: u8,
    ) -> ControlId {
        let id = self.controls.next_id();
        let has_tag = |name: &str| control.tags.iter().any(|tag| tag.value == name);
        let applies = control.superseded.is_none();
        let assessable = applies && (has_tag("assessable") || is_leaf && !has_tag("informative"));
        self.report_alike(control.id);
        self.identifiers
            .insert(control.id.value, Meaning::Control(id));
        self.aliases
            .extend(control.aliases.iter().map(|alias| (id, *alias)));
        if let Some(superseded) = control.superseded {
            self.references
                .superseded
                .push((id, self.source, superseded));
        }
        if !control.activities.is_empty() {
            self.references
                .activities
                .push((id, self.source, control.activities));
        }
        if self
            .deepest
            .is_none_or(|deepest| depth > self.controls[deepest].depth)
        {
            self.deepest = Some(id);
        }
        self.controls.push(Control {
            framework: self.framework,
            identifier: control.id.value,
            title: control.title.map(|title| title.value).unwrap_or_default(),
            doc: control.doc,
            text: control.text.map(|text| text.value),
            tags: control.tags.iter().map(|tag| tag.value).collect(),
            aliases: Vec::new(),
            activities: Vec::new(),
            superseded: None,
            parent,
            depth,
            subtree_end: id,
            assessable,
            place: control.span.in_source(self.source),
        })
    }

    /// Adds the aliases of all controls, after the controls: an identifier wins over an alias.
    pub fn add_aliases(&mut self) {
        for (control, alias) in std::mem::take(&mut self.aliases) {
            if let Some(first) = self.declared(alias.value) {
                self.report_duplicate(alias, first);
                continue;
            }
            self.identifiers
                .insert(alias.value, Meaning::Alias(control));
            self.controls[control].aliases.push(alias.value);
        }
    }

    /// Notes the first depth that has no name, if some depths have one.
    pub fn check_levels(&mut self, levels: &[ast::Name<'s>], header: Span) {
        let Some(deepest) = self.deepest.map(|control| &self.controls[control]) else {
            return;
        };
        let depths = usize::from(deepest.depth) + 1;
        let (Some(last), true) = (levels.last(), levels.len() < depths) else {
            return;
        };
        let first = levels.first().map_or(header, |level| level.span);
        let message = format!(
            "the hierarchy is {depths} levels deep, and {} named",
            are(levels.len())
        );
        self.found.push(
            Diagnostic::new(
                UNNAMED_LEVEL,
                first.to(last.span).in_source(self.source),
                message,
            )
            .also(deepest.place, format!("this control is on level {depths}"))
            .help("name the levels below as well, with `>` between them"),
        );
    }

    /// Adds the withdrawn identifiers, last: a control is not withdrawn. Hands over what each identifier means.
    pub fn withdraw(
        self,
        entries: Vec<ast::Withdrawn<'s>>,
    ) -> (Vec<Withdrawn<'s>>, FxHashMap<&'s str, Meaning>) {
        let Self {
            framework,
            source,
            controls,
            references,
            found,
            mut identifiers,
            ..
        } = self;
        let mut withdrawn: Vec<Withdrawn<'s>> = Vec::with_capacity(entries.len());
        for entry in entries {
            let place = entry.id.span.in_source(source);
            let identifier = entry.id.value;
            match identifiers.get(identifier) {
                Some(Meaning::Control(control)) => found.push(
                    Diagnostic::new(
                        WITHDRAWN_CONTROL,
                        place,
                        format!("`{identifier}` is withdrawn, and also a control"),
                    )
                    .also(controls[*control].place, "declared as a control here")
                    .help("delete the control if its publisher withdrew it, else the withdrawal"),
                ),
                Some(Meaning::Alias(control)) => {
                    found.push(duplicate(identifier, place, controls[*control].place));
                }
                Some(Meaning::Withdrawn(first)) => {
                    let first = withdrawn.get(*first).map_or(place, |first| first.place);
                    found.push(duplicate(identifier, place, first));
                }
                None => {
                    identifiers.insert(identifier, Meaning::Withdrawn(withdrawn.len()));
                    references.successors.push((
                        framework,
                        withdrawn.len(),
                        source,
                        entry.successors,
                    ));
                    let reason = entry.reason.map(|reason| reason.value);
                    let place = entry.span.in_source(source);
                    withdrawn.push(Withdrawn {
                        identifier,
                        successors: Vec::new(),
                        reason,
                        place,
                    });
                }
            }
        }
        (withdrawn, identifiers)
    }

    /// The control that has an identifier or alias already. (What is withdrawn comes later.)
    fn declared(&self, identifier: &str) -> Option<Place> {
        match self.identifiers.get(identifier)? {
            Meaning::Control(control) | Meaning::Alias(control) => {
                Some(self.controls[*control].place)
            }
            Meaning::Withdrawn(_) => None,
        }
    }

    fn report_duplicate(&mut self, name: ast::Name<'s>, first: Place) {
        self.found.push(duplicate(
            name.value,
            name.span.in_source(self.source),
            first,
        ));
    }

    fn report_alike(&mut self, name: ast::Name<'s>) {
        let place = name.span.in_source(self.source);
        if let Some((other, first)) = self
            .appearances
            .insert(appearance(name.value), (name.value, place))
        {
            let message = format!(
                "`{}` and `{other}` differ only in {}",
                name.value,
                difference(name.value, other)
            );
            self.found.push(
                Diagnostic::new(ALIKE_IDENTIFIERS, place, message)
                    .also(first, "the other one")
                    .help("write one of them as the publisher does; if both are right, set this code to `off` in `xwalk.toml`"),
            );
        }
    }
}

fn duplicate(identifier: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(DUPLICATE_IDENTIFIER, place, format!("`{identifier}` means two things in this framework"))
        .label("declared again here, and left out")
        .also(first, "declared first here")
        .help("an identifier, alias or withdrawn identifier stands for one thing: rename one of the two, or delete it")
}

fn are(count: usize) -> String {
    if count == 1 {
        "1 of them is".to_owned()
    } else {
        format!("{count} of them are")
    }
}
