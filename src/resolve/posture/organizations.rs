//! Organizations.

use std::collections::BTreeSet;

use crate::finder::Finder;
use xwalk_diagnostic::codes::posture::UNMATCHED_CONDITION;
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_model::FrameworkId;
use xwalk_model::posture::{Adopted, Organization};
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast;

use super::context::Organizations;
use super::members::{duplicate, title};
use super::scale::on_scale;
use super::sort::Items;

/// Links all organizations, in the order of their names. One without a baseline that is known is left out.
pub fn link<'s>(
    mut items: Items<ast::posture::Organization<'s>>,
    conditions: &BTreeSet<&str>,
    finder: &mut Finder<'_, 's>,
) -> Organizations<'s> {
    items.sort_by_key(|(source, item)| (item.head.name.value, *source, item.head.name.span));
    let mut organizations = Organizations::default();
    let mut first: Option<(&str, Place)> = None;
    for (source, item) in items {
        let name = item.head.name;
        let place = name.span.in_source(source);
        match first {
            Some((before, first)) if before == name.value => {
                finder.report(duplicate(
                    "organization",
                    "workspace",
                    name.value,
                    place,
                    first,
                ));
                continue;
            }
            _ => first = Some((name.value, place)),
        }
        let baseline = item
            .baseline
            .and_then(|baseline| finder.framework(&baseline, source));
        let adopts = adopted(&item.adopts, baseline, source, finder);
        for condition in &item.holds {
            check_condition(condition, conditions, source, finder);
        }
        let id = baseline.map(|baseline| {
            organizations.table.push(Organization {
                name: name.value,
                title: title(&item.head),
                doc: item.head.doc,
                sector: item.sector.map(|sector| sector.value),
                scope: item.scope.map(|scope| scope.value),
                baseline,
                adopts,
                holds: item.holds.into_iter().map(|text| text.value).collect(),
                // Roles are not known yet.
                accepts: Vec::new(),
                tolerance: item.tolerance.map(|tolerance| tolerance.value),
                capacity: item.capacity.map(|capacity| capacity.value),
                place,
            })
        });
        organizations.names.insert(name.value, id);
        if let Some(id) = id {
            let written = item.accepts.into_iter();
            let written = written.map(|acceptance| (id, source, acceptance));
            organizations.accepts.extend(written);
        }
    }
    organizations
}

/// The adopted frameworks, ordered, each once: what is said first stands.
fn adopted<'s>(
    written: &[ast::posture::Adopted<'s>],
    baseline: Option<FrameworkId>,
    source: SourceId,
    finder: &mut Finder<'_, 's>,
) -> Vec<Adopted> {
    let mut adopts: Vec<Adopted> = Vec::with_capacity(written.len());
    for adopted in written {
        let Some(framework) = finder.framework(&adopted.framework, source) else {
            continue;
        };
        // Thresholds are tiers of what is assessed, which is the baseline nearly always.
        if let (Some(baseline), Some(threshold)) = (baseline, &adopted.achieved_from) {
            on_scale(threshold, baseline, source, finder);
        }
        adopts.push(Adopted {
            framework,
            achieved_from: adopted.achieved_from.map(|threshold| threshold.value),
            place: adopted.framework.span.in_source(source),
        });
    }
    adopts.sort_by_key(|adopted| adopted.framework);
    adopts.dedup_by_key(|adopted| adopted.framework);
    adopts
}

fn check_condition(
    condition: &ast::Text<'_>,
    conditions: &BTreeSet<&str>,
    source: SourceId,
    finder: &mut Finder<'_, '_>,
) {
    if conditions.contains(condition.value.as_ref()) {
        return;
    }
    let message = format!("no row has the condition `{}`", condition.value);
    let help = match nearest(&condition.value, conditions.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write it as it appears after `when` in the rows that are meant".to_owned(),
    };
    let place = condition.span.in_source(source);
    finder.report(Diagnostic::new(UNMATCHED_CONDITION, place, message).help(help));
}
