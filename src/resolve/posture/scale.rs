//! Scales of tiers and of risks.

use std::ops::RangeInclusive;

use crate::finder::Finder;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::{RISK_OFF_SCALE, TIER_OFF_SCALE};
use xwalk_model::FrameworkId;
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast::Spanned;

/// The risk scale where an assessment declares none: likelihood and impact from 1 to 5.
pub const RISK_SCALE: (u32, u32) = (1, 25);

/// The tiers of a framework that declares none: the levels of common maturity models, such as CMMI and COBIT.
const COMMON: RangeInclusive<u32> = 0..=5;

/// Whether a tier is on a framework's scale, or on the common one where it declares none; a diagnostic if not.
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
    let is_on = match scale.is_empty() {
        true => COMMON.contains(&tier),
        false => scale.iter().any(|known| known.number == tier),
    };
    if is_on {
        return true;
    }
    let (message, help) = if scale.is_empty() {
        let (least, most) = (COMMON.start(), COMMON.end());
        (
            format!(
                "`{}` declares no tiers, so that they are from {least} to {most}, and {tier} is none of them",
                framework.label()
            ),
            format!(
                "write a tier from {least} to {most}; a framework of your own declares its scale with `tiers`"
            ),
        )
    } else {
        let tiers: Vec<String> = scale
            .iter()
            .map(|tier| format!("{} ({})", tier.number, tier.title))
            .collect();
        (
            format!("`{}` has no tier {tier}", framework.label()),
            format!("its tiers are {}", tiers.join(", ")),
        )
    };
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
