//! The vocabularies of the export: text that has a fixed shape.

use schemars::JsonSchema;
use serde::Serialize;

use super::hidden::Hideable;
use crate::report::posture;

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

/// Who answers for something: a role, which can be hidden.
pub(super) type Owner<'r> = Option<Hideable<Name<'r>>>;

/// The owner, if there is one.
pub(super) fn owner(name: Option<&str>) -> Owner<'_> {
    name.map(|name| Hideable(Name(name)))
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

/// What is wrong with a piece of evidence: its file is `missing`, it was collected on a `future-dated` day, it is `stale`, was
/// `changed-since-approval`, or is `failing` what it has to show.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("enum" = ["missing", "future-dated", "stale", "changed-since-approval", "failing"]))]
pub(super) struct Fault(&'static str);

impl Fault {
    /// A fault of the report.
    pub(super) const fn of(fault: posture::Fault) -> Self {
        Self(match fault {
            posture::Fault::Missing
            | posture::Fault::FutureDated
            | posture::Fault::Stale
            | posture::Fault::Failing => fault.word(),
            posture::Fault::Changed => "changed-since-approval",
        })
    }
}

/// A control that is supported.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Supports<'r> {
    /// The control.
    control: ControlName<'r>,
    /// How, where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    property: Option<&'static str>,
}

impl<'r> Supports<'r> {
    /// All that something supports.
    pub(super) fn all(supports: &'r [posture::Supports]) -> Vec<Self> {
        let supports = supports.iter();
        supports
            .map(|supports| Self {
                control: ControlName(&supports.control),
                property: supports.property.map(|property| property.word()),
            })
            .collect()
    }
}
