//! What the names of one kind stand for.

use std::collections::BTreeMap;

use xwalk_diagnostic::codes::posture::{UNDECLARED_NAME, WHICH_ORGANIZATION};
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_model::posture::OrganizationId;
use xwalk_source::SourceId;
use xwalk_syntax::ast::Name;

use super::context::Context;

/// The names of one kind, by organization.
pub struct Names<'s, I> {
    kind: &'static str,
    /// Nothing where the construct was left out, which was reported.
    by_name: BTreeMap<(OrganizationId, &'s str), Option<I>>,
}

impl<'s, I: Copy + Ord> Names<'s, I> {
    pub fn new(
        kind: &'static str,
        by_name: BTreeMap<(OrganizationId, &'s str), Option<I>>,
    ) -> Self {
        Self { kind, by_name }
    }

    /// What a name stands for in an organization; a diagnostic if for nothing.
    pub fn find(
        &self,
        name: &Name<'s>,
        organization: OrganizationId,
        source: SourceId,
        context: &mut Context<'_, '_, 's>,
    ) -> Option<I> {
        if let Some(id) = self.by_name.get(&(organization, name.value)) {
            return *id;
        }
        if context.has_lost(self.kind, name.value) {
            return None;
        }
        let organizations = &context.organizations.table;
        let several = organizations.len() > 1;
        let within = match organizations.find(organization) {
            Some(of) if several => format!(" in `{}`", of.name),
            _ => String::new(),
        };
        let message = format!("there is no {} `{}`{within}", self.singular(), name.value);
        let own = self
            .by_name
            .range((organization, "")..)
            .take_while(|((of, _), _)| *of == organization);
        let elsewhere = || {
            let mut others = self.by_name.keys();
            let (other, _) = others.find(|(_, other)| *other == name.value)?;
            let other = organizations.find(*other)?.name;
            Some(format!(
                "`{}` belongs to the organization `{other}`",
                name.value
            ))
        };
        let help = nearest(name.value, own.map(|((_, name), _)| *name))
            .map(|near| format!("did you mean `{near}`?"))
            .or_else(elsewhere)
            .unwrap_or_else(|| {
                format!(
                    "declare it with `{} {} {{ … }}`, or correct the name",
                    self.kind, name.value
                )
            });
        let place = name.span.in_source(source);
        context
            .finder
            .report(Diagnostic::new(UNDECLARED_NAME, place, message).help(help));
        None
    }

    /// What a name stands for, if it is written.
    pub fn maybe(
        &self,
        name: Option<Name<'s>>,
        organization: OrganizationId,
        source: SourceId,
        context: &mut Context<'_, '_, 's>,
    ) -> Option<I> {
        self.find(&name?, organization, source, context)
    }

    /// What several names stand for, in order, each once.
    pub fn all(
        &self,
        names: &[Name<'s>],
        organization: OrganizationId,
        source: SourceId,
        context: &mut Context<'_, '_, 's>,
    ) -> Vec<I> {
        let mut ids: Vec<I> = names
            .iter()
            .filter_map(|name| self.find(name, organization, source, context))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// What a name stands for in whichever organization has it.
    pub fn anywhere(
        &self,
        name: &Name<'s>,
        source: SourceId,
        context: &mut Context<'_, '_, 's>,
    ) -> Option<(OrganizationId, I)> {
        let mut all = self
            .by_name
            .iter()
            .filter(|((_, other), _)| *other == name.value);
        match (all.next(), all.next()) {
            (Some(((of, _), id)), None) => Some((*of, (*id)?)),
            (Some(_), Some(_)) => {
                let place = name.span.in_source(source);
                let message = format!(
                    "`{}` is the {} of more than one organization",
                    name.value, self.kind
                );
                let help = format!("give each {} a name of its own", self.kind);
                context
                    .finder
                    .report(Diagnostic::new(WHICH_ORGANIZATION, place, message).help(help));
                None
            }
            _ => {
                if !context.has_lost(self.kind, name.value) {
                    let near = nearest(name.value, self.by_name.keys().map(|(_, name)| *name));
                    let help = near.map_or_else(
                        || format!("declare it with `{}`, or correct the name", self.kind),
                        |near| format!("did you mean `{near}`?"),
                    );
                    let place = name.span.in_source(source);
                    let message = format!("there is no {} `{}`", self.singular(), name.value);
                    context
                        .finder
                        .report(Diagnostic::new(UNDECLARED_NAME, place, message).help(help));
                }
                None
            }
        }
    }

    /// What a user calls one of them.
    fn singular(&self) -> &'static str {
        match self.kind {
            "evidence" => "piece of evidence",
            kind => kind,
        }
    }
}
