//! The mappings that organizations accept, each by a role that may.

use std::collections::BTreeMap;

use crate::mappings::Mappings;
use crate::policies::find_one;
use crate::unreadable::Unreadable;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::declarations::DUPLICATE_DECLARATION;
use xwalk_diagnostic::codes::posture::MAY_NOT_ACCEPT;
use xwalk_model::posture::{Acceptance, OrganizationId, Role, RoleId};
use xwalk_model::{MappingId, Table};
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast;
use xwalk_syntax::ast::posture::Decision;

use super::context::Context;
use super::declarations::Declarations;

/// Links all acceptances, by mapping. One that names something unknown, or a role that may not, is left out.
pub fn link<'s>(
    mappings: &Mappings<'s>,
    unreadable: &Unreadable<'_>,
    roles: &Table<RoleId, Role<'s>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) {
    let mut written = std::mem::take(&mut context.organizations.accepts);
    // The first in the text stands, whatever the order of words.
    written.sort_by_key(|(of, source, acceptance)| (*of, *source, acceptance.mapping.span));
    let mut all: BTreeMap<(OrganizationId, MappingId), (Acceptance<'s>, Place)> = BTreeMap::new();
    for (of, source, acceptance) in written {
        let name = &acceptance.mapping;
        let place = name.span.in_source(source);
        let mapping = find_one(name, mappings, unreadable, source, context.finder);
        let by = known.roles.find(&acceptance.by, of, source, context);
        let (Some(mapping), Some(by)) = (mapping, by) else {
            continue;
        };
        if !may_accept(&acceptance, by, roles, source, context) {
            continue;
        }
        if let Some((_, first)) = all.get(&(of, mapping)) {
            let message = format!("the mapping `{}` is accepted twice", name.value);
            let twice = Diagnostic::new(DUPLICATE_DECLARATION, place, message)
                .label("accepted again here, and left out")
                .also(*first, "accepted first here")
                .help("keep the newer one; `xwalk accept` replaces the older by itself");
            context.finder.report(twice);
            continue;
        }
        let linked = Acceptance {
            mapping,
            digest_place: acceptance.digest.span.in_source(source),
            digest: acceptance.digest.value,
            by,
            on: acceptance.on.value,
            on_place: acceptance.on.span.in_source(source),
            why: acceptance.why.value,
        };
        all.insert((of, mapping), (linked, place));
    }
    for ((of, _), (acceptance, _)) in all {
        context.organizations.table[of].accepts.push(acceptance);
    }
}

/// Whether a role decides mappings; says so where it does not.
fn may_accept<'s>(
    acceptance: &ast::posture::Acceptance<'s>,
    by: RoleId,
    roles: &Table<RoleId, Role<'s>>,
    source: SourceId,
    context: &mut Context<'_, '_, 's>,
) -> bool {
    let role = &roles[by];
    if role.decides.contains(&Decision::Mappings) {
        return true;
    }
    let may = roles.iter().find(|(_, other)| {
        other.organization == role.organization && other.decides.contains(&Decision::Mappings)
    });
    let help = match may {
        Some((_, may)) => format!(
            "have `{}` accept it, which decides `mappings`, or write `mappings` after `decides` in `{}`",
            may.name, role.name
        ),
        None => format!("write `decides mappings` in `{}`, if that is so", role.name),
    };
    let message = format!(
        "`{}` does not decide `mappings`, and so cannot accept `{}`",
        role.name, acceptance.mapping.value
    );
    let place = acceptance.by.span.in_source(source);
    let found = Diagnostic::new(MAY_NOT_ACCEPT, place, message).help(help);
    context
        .finder
        .report(found.also(role.place, "declared here"));
    false
}
