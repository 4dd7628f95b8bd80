//! What a reference means; a diagnostic if it means nothing.

use super::catalogs::{Catalogs, DeadEnd, Meaning};
use super::suggest::Suggestions;
use xwalk_diagnostic::codes::names::{
    ALIAS_USED, FOREIGN_CONTROL, UNKNOWN_CONTROL, UNKNOWN_EDITION, UNKNOWN_FRAMEWORK,
    WITHDRAWN_IDENTIFIER,
};
use xwalk_diagnostic::{Diagnostic, unusual_blanks};
use xwalk_model::{ControlId, FrameworkId};
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast::{ControlRef, FrameworkRef};

/// Looks names up, and collects what is wrong with those that mean nothing.
pub(super) struct Finder<'a, 's> {
    pub catalogs: &'a Catalogs<'s>,
    suggestions: Suggestions<'a, 's>,
    found: Vec<Diagnostic>,
}

impl<'a, 's> Finder<'a, 's> {
    pub fn new(catalogs: &'a Catalogs<'s>) -> Self {
        Self {
            catalogs,
            suggestions: Suggestions::new(catalogs),
            found: Vec::new(),
        }
    }

    /// What was wrong.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.found
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// The framework that is named.
    pub fn framework(
        &mut self,
        reference: &FrameworkRef<'s>,
        source: SourceId,
    ) -> Option<FrameworkId> {
        let id = self.catalogs.framework(reference.name, reference.edition);
        if id.is_none() {
            let place = reference.span.in_source(source);
            let FrameworkRef { name, edition, .. } = reference;
            let editions = self.suggestions.editions(name);
            self.found.push(if editions.is_empty() {
                Diagnostic::new(UNKNOWN_FRAMEWORK, place, format!("there is no framework `{name}@{edition}`"))
                    .help(self.suggestions.framework(name))
            } else {
                let editions = editions.join(", ");
                Diagnostic::new(UNKNOWN_EDITION, place, format!("there is no edition `{edition}` of `{name}`"))
                    .help(format!("the editions here are {editions}; use one of them, or declare `{name}@{edition}`"))
            });
        }
        id
    }

    /// The control that is named; bare identifiers are those of `home`.
    pub fn control(
        &mut self,
        reference: &ControlRef<'s>,
        home: FrameworkId,
        source: SourceId,
    ) -> Option<ControlId> {
        let framework = match reference.framework.as_deref() {
            Some(written) => self.framework(written, source)?,
            None => home,
        };
        self.identifier(reference.id, framework, reference.span.in_source(source))
    }

    /// The control of this very framework that is named. If it is one of another framework, the message says after what the
    /// control belongs to what belongs to `home`, as in *the assessment is of*.
    pub fn own_control(
        &mut self,
        reference: &ControlRef<'s>,
        home: FrameworkId,
        source: SourceId,
        bound: &str,
        help: &str,
    ) -> Option<ControlId> {
        let control = self.control(reference, home, source)?;
        let is = self.catalogs.controls[control].framework;
        if is == home {
            return Some(control);
        }
        let label = |framework| self.catalogs.frameworks[framework].label();
        let message = format!(
            "`{}` belongs to `{}`, and {bound} `{}`",
            reference.id,
            label(is),
            label(home)
        );
        let place = reference.span.in_source(source);
        self.report(Diagnostic::new(FOREIGN_CONTROL, place, message).help(help));
        None
    }

    /// The control of a framework that bears an identifier or alias.
    pub fn identifier(
        &mut self,
        identifier: &'s str,
        framework: FrameworkId,
        place: Place,
    ) -> Option<ControlId> {
        match self.catalogs.meaning(framework, identifier) {
            Some(Meaning::Control(control)) => Some(control),
            Some(Meaning::Alias(control)) => {
                let known = self.catalogs.controls[control].identifier;
                let message = format!("`{identifier}` is an alias of `{known}`");
                self.found.push(
                    Diagnostic::new(ALIAS_USED, place, message).help(format!("write `{known}`")),
                );
                Some(control)
            }
            Some(Meaning::Withdrawn(position)) => {
                self.report_withdrawn(identifier, framework, position, place);
                None
            }
            None => {
                let label = self.catalogs.frameworks[framework].label();
                let shown = unusual_blanks(identifier);
                let message = format!("`{shown}` is not a control of `{label}`");
                let help = self.suggestions.control(identifier, framework);
                self.found
                    .push(Diagnostic::new(UNKNOWN_CONTROL, place, message).maybe_help(help));
                None
            }
        }
    }

    fn report_withdrawn(
        &mut self,
        identifier: &str,
        framework: FrameworkId,
        position: usize,
        place: Place,
    ) {
        let dead_end = self.catalogs.dead_ends.get(&(framework, position));
        let framework = &self.catalogs.frameworks[framework];
        let mut diagnostic = Diagnostic::new(
            WITHDRAWN_IDENTIFIER,
            place,
            format!("`{identifier}` was withdrawn from `{}`", framework.label()),
        );
        if let Some(withdrawn) = framework.withdrawn.get(position) {
            let successors: Vec<String> = withdrawn
                .successors
                .iter()
                .map(|successor| self.suggestions.titled(*successor))
                .collect();
            diagnostic = diagnostic
                .also(withdrawn.place, "withdrawn here")
                .help(match (successors.as_slice(), dead_end) {
                    (_, Some(DeadEnd::Circle)) => format!(
                        "the successors of `{identifier}` lead back to itself; name the control into which its content went"
                    ),
                    (_, Some(DeadEnd::Elsewhere)) => format!(
                        "no successor of `{identifier}` is a control; name the control into which its content went"
                    ),
                    ([], None) => "no successor is named; delete the reference".to_owned(),
                    ([successor], None) => format!("write its successor, {successor}"),
                    (several, None) => format!("write the successor that is meant: {}", several.join(", ")),
                });
        }
        self.found.push(diagnostic);
    }
}
