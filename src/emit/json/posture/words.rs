//! The vocabularies of the export: text that has a fixed shape.

use schemars::JsonSchema;
use serde::Serialize;

/// The name of a role, a risk, a piece of evidence, an assessment, an initiative.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^[a-z][a-z0-9-]*$"))]
pub(super) struct Name<'r>(pub &'r str);

impl<'r> Name<'r> {
    /// Several names.
    pub(super) fn all(names: &[&'r str]) -> Vec<Self> {
        names.iter().map(|name| Self(name)).collect()
    }
}

/// A control with its framework: `nist-csf@2.0:PR.AA-05`.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^[a-z][a-z0-9-]*@[A-Za-z0-9._-]+:.+$"))]
pub(super) struct ControlName<'r>(pub &'r str);

impl<'r> ControlName<'r> {
    /// Several names.
    pub(super) fn all(names: &'r [String]) -> Vec<Self> {
        names.iter().map(|name| Self(name)).collect()
    }
}

/// A SHA-256 in hexadecimal digits.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
pub(super) struct Sha256<'r>(pub &'r str);

/// A span of time: `15min`, `4h`, `90d`, `6mo`, `1y`.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^[0-9]+(min|h|d|mo|y)$"))]
pub(super) struct TimeSpan(String);

impl TimeSpan {
    /// The span of a duration of the report.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "durations are small and copied"
    )]
    pub(super) fn of(duration: impl ToString) -> Self {
        Self(duration.to_string())
    }
}
