//! Scales of tiers and of risks.

use crate::finder::Finder;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::{RISK_OFF_SCALE, TIER_OFF_SCALE};
use xwalk_model::FrameworkId;
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast::Spanned;

/// The risk scale where an assessment declares none: likelihood and impact from 1 to 5.
pub const RISK_SCALE: (u32, u32) = (1, 25);

/// Whether a tier is on a framework's scale; a diagnostic if not. Where a framework declares no tiers, every one is.
pub fn on_scale(
    tier: &Spanned<u32>,
    framework: FrameworkId,
    source: SourceId,
    finder: &mut Finder<'_, '_>,
) -> bool {
    tier_on_scale(tier.value, tier.span.in_source(source), framework, finder)
}

/// The same, of a tier that stands at a place.
pub fn tier_on_scale(
    tier: u32,
    place: Place,
    framework: FrameworkId,
    finder: &mut Finder<'_, '_>,
) -> bool {
    let framework = &finder.catalogs.frameworks[framework];
    let scale = &framework.tiers;
    if scale.is_empty() || scale.iter().any(|known| known.number == tier) {
        return true;
    }
    let message = format!("`{}` has no tier {tier}", framework.label());
    let tiers: Vec<String> = scale
        .iter()
        .map(|tier| format!("{} ({})", tier.number, tier.title))
        .collect();
    let help = format!("its tiers are {}", tiers.join(", "));
    finder.report(Diagnostic::new(TIER_OFF_SCALE, place, message).help(help));
    false
}

/// The risk, if it is on the scale; a diagnostic if not.
pub fn risk_on_scale(
    risk: Option<Spanned<u32>>,
    (least, greatest): (u32, u32),
    source: SourceId,
    finder: &mut Finder<'_, '_>,
) -> Option<u32> {
    let risk = risk?;
    if (least..=greatest).contains(&risk.value) {
        return Some(risk.value);
    }
    let message = format!(
        "the risk {} is outside the scale from {least} to {greatest}",
        risk.value
    );
    let place = risk.span.in_source(source);
    finder.report(Diagnostic::new(RISK_OFF_SCALE, place, message).help(
        "correct the risk, or declare another scale in the assessment, as in `risk-scale 1 25`",
    ));
    None
}
