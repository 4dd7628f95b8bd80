//! Which frameworks a workspace declares or names.

use std::collections::BTreeSet;

use xwalk_model::posture::Supports;
use xwalk_model::{ControlId, FrameworkId, MappingId, Model, RequirementKind};
use xwalk_source::SourceMap;

/// The frameworks that the workspace itself declares, or names where it says what it is about: in mappings, overlays and
/// policies, and in all that belongs to an organization. The edition that a framework succeeds, or in which a withdrawn
/// control lives on, is only history.
pub(super) fn named_by_workspace(model: &Model<'_>, sources: &SourceMap) -> BTreeSet<FrameworkId> {
    let mut named = Named {
        model,
        sources,
        frameworks: BTreeSet::new(),
    };
    named.content();
    named.posture();
    named.frameworks
}

struct Named<'a, 's> {
    model: &'a Model<'s>,
    sources: &'a SourceMap,
    frameworks: BTreeSet<FrameworkId>,
}

impl Named<'_, '_> {
    fn content(&mut self) {
        let (model, sources) = (self.model, self.sources);
        for (id, framework) in model.frameworks.iter() {
            if sources.is_own(framework.place) {
                self.frameworks.insert(id);
            }
        }
        for (id, mapping) in model.mappings.iter() {
            if sources.is_own(mapping.place) {
                self.ends([id]);
            }
        }
        for overlay in model.overlays.values() {
            if sources.is_own(overlay.place) {
                self.frameworks.insert(overlay.of);
            }
        }
        for policy in model.policies.values() {
            if sources.is_own(policy.place) {
                self.ends(policy.mappings.iter().copied());
                for requirement in &policy.requirements {
                    self.required(&requirement.kind);
                }
            }
        }
    }

    fn required(&mut self, requirement: &RequirementKind) {
        match requirement {
            RequirementKind::Coverage { of, by, .. } => self.frameworks.extend([*of, *by]),
            RequirementKind::Complete(mappings) => self.ends(mappings.iter().copied()),
            RequirementKind::Note(_) | RequirementKind::Reviewer(_) => {}
        }
    }

    /// All of it belongs to organizations, and those to the workspace.
    fn posture(&mut self) {
        let posture = &self.model.posture;
        for organization in posture.organizations.values() {
            self.frameworks.extend(organization.frameworks());
            self.ends(organization.accepts.iter().map(|accepted| accepted.mapping));
        }
        let assessments = posture.assessments.values();
        self.frameworks.extend(assessments.map(|it| it.framework));
        let accountable = posture.roles.values().flat_map(|role| &role.accountable);
        let threatened = posture.risks.values().flat_map(|risk| &risk.threatens);
        self.controls(accountable.chain(threatened).copied());
        let technologies = posture.technologies.values().flat_map(|it| &it.supports);
        let playbooks = posture.playbooks.values().flat_map(|it| &it.supports);
        let evidence = posture.evidence.values().flat_map(|it| &it.supports);
        let supported = technologies.chain(playbooks).chain(evidence);
        self.controls(supported.map(|supports: &Supports| supports.control));
        let raised = posture.initiatives.values().flat_map(|it| &it.raises);
        self.controls(raised.map(|raise| raise.control));
    }

    fn ends(&mut self, mappings: impl IntoIterator<Item = MappingId>) {
        for id in mappings {
            let mapping = &self.model.mappings[id];
            self.frameworks.extend([mapping.from, mapping.to]);
        }
    }

    fn controls(&mut self, controls: impl Iterator<Item = ControlId>) {
        let frameworks = controls.map(|id| self.model.controls[id].framework);
        self.frameworks.extend(frameworks);
    }
}
