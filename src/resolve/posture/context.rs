//! What linking needs everywhere: organizations, controls, and what could not be read.

use std::collections::{BTreeMap, BTreeSet};

use crate::finder::Finder;
use crate::superseded;
use crate::unreadable::Unreadable;
use xwalk_diagnostic::codes::posture::WHICH_ORGANIZATION;
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_model::posture::{Organization, OrganizationId, Supports};
use xwalk_model::{ControlId, FrameworkId, Table};
use xwalk_source::{SourceId, SourceMap};
use xwalk_syntax::ast;
use xwalk_syntax::ast::posture::Heading;

/// All organizations, and what their names stand for.
#[derive(Default)]
pub struct Organizations<'s> {
    pub table: Table<OrganizationId, Organization<'s>>,
    /// Nothing where an organization was left out, which was reported.
    pub names: BTreeMap<&'s str, Option<OrganizationId>>,
    /// The mappings that they accept, to be linked when roles are.
    pub accepts: Vec<(OrganizationId, SourceId, ast::posture::Acceptance<'s>)>,
}

/// What linking needs everywhere.
pub struct Context<'a, 'f, 's> {
    /// All organizations, and what their names stand for.
    pub organizations: Organizations<'s>,
    /// Controls and frameworks, and what was found wrong.
    pub finder: &'a mut Finder<'f, 's>,
    /// All files, among them tables.
    pub sources: &'s SourceMap,
    /// What files seem to declare that could not be read: keyword and name.
    lost: BTreeSet<(&'a str, &'a str)>,
    /// Whether it was said already that there is no organization.
    said_none: bool,
}

impl<'a, 'f, 's> Context<'a, 'f, 's> {
    pub fn new(
        organizations: Organizations<'s>,
        sources: &'s SourceMap,
        unreadable: &Unreadable<'a>,
        finder: &'a mut Finder<'f, 's>,
    ) -> Self {
        Self {
            organizations,
            finder,
            sources,
            lost: unreadable.declarations().collect(),
            said_none: false,
        }
    }

    /// Whether a file seems to declare this, and could not be read there.
    pub fn has_lost(&self, kind: &str, name: &str) -> bool {
        self.lost.contains(&(kind, name))
    }

    /// The organization of a header: the one that it names, or the only one.
    pub fn organization(
        &mut self,
        head: &Heading<'s>,
        kind: &str,
        source: SourceId,
    ) -> Option<OrganizationId> {
        let names = &self.organizations.names;
        if let Some(name) = head.of {
            if let Some(id) = names.get(name.value) {
                return *id;
            }
            if !self.has_lost("organization", name.value) {
                let near = nearest(name.value, names.keys().copied());
                let help = near.map_or_else(
                    || "declare it with `organization`, or correct the name".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                let place = name.span.in_source(source);
                let message = format!("there is no organization `{}`", name.value);
                self.finder
                    .report(Diagnostic::new(WHICH_ORGANIZATION, place, message).help(help));
            }
            return None;
        }
        let mut all = names.iter();
        if let (Some((_, id)), None) = (all.next(), all.next()) {
            return *id;
        }
        let place = head.name.span.in_source(source);
        if !names.is_empty() {
            let names: Vec<String> = names.keys().map(|name| format!("`for {name}`")).collect();
            let message = format!(
                "the {kind} `{}` does not say to which organization it belongs",
                head.name.value
            );
            let help = format!("write {} before the block", names.join(" or "));
            self.finder
                .report(Diagnostic::new(WHICH_ORGANIZATION, place, message).help(help));
        } else if !self.said_none && !self.lost.iter().any(|(kind, _)| *kind == "organization") {
            self.said_none = true;
            let message = "no organization is declared to which this could belong";
            let help = "declare one, as in `organization acme-health \"Acme Health\" { baseline iso-ts-27103@2026 }`";
            self.finder
                .report(Diagnostic::new(WHICH_ORGANIZATION, place, message).help(help));
        }
        None
    }

    /// The framework of bare identifiers.
    pub fn baseline(&self, organization: OrganizationId) -> FrameworkId {
        self.organizations.table[organization].baseline
    }

    /// A control for which something is there. If it no longer applies that is told, and it stays only if it may stand for
    /// others below it.
    fn control(
        &mut self,
        reference: &ast::ControlRef<'s>,
        home: FrameworkId,
        source: SourceId,
    ) -> Option<ControlId> {
        let control = self.finder.control(reference, home, source)?;
        superseded::tell(control, reference.span.in_source(source), self.finder);
        let of = &self.finder.catalogs.controls[control];
        let has_children = of.subtree_end.0 > control.0 + 1;
        (of.superseded.is_none() || has_children).then_some(control)
    }

    /// Controls in order, each once; bare identifiers are those of the organization's baseline.
    pub fn controls(
        &mut self,
        references: &[ast::ControlRef<'s>],
        organization: OrganizationId,
        source: SourceId,
    ) -> Vec<ControlId> {
        let home = self.baseline(organization);
        let mut controls: Vec<ControlId> = references
            .iter()
            .filter_map(|reference| self.control(reference, home, source))
            .collect();
        controls.sort_unstable();
        controls.dedup();
        controls
    }

    /// What something supports, ordered by control, each once.
    pub fn supports(
        &mut self,
        written: &[ast::posture::Supports<'s>],
        organization: OrganizationId,
        source: SourceId,
    ) -> Vec<Supports> {
        let home = self.baseline(organization);
        let mut supports: Vec<Supports> = written
            .iter()
            .filter_map(|supports| {
                Some(Supports {
                    control: self.control(&supports.control, home, source)?,
                    property: supports.property,
                    place: supports.control.span.in_source(source),
                })
            })
            .collect();
        supports.sort_by_key(|supports| supports.control);
        supports.dedup_by_key(|supports| supports.control);
        supports
    }
}
