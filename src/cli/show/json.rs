//! What is known of a control, for programs.

use crate::JsonSchema;
use serde::Serialize;

use crate::contract::{Contract, contract};
use xwalk_report::answers::{KnownControl, KnownMapping, KnownWithdrawn};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "show" 1,
    "The answer of `show --format json`",
    "docs/answers/show.md",
    Contract::schema_of::<DocumentV1<'_>>
);

/// Everything that is known about an identifier: about the control that has it, or about what became of it; or what is known
/// about a mapping.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The framework, with its edition. Absent where a mapping is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    framework: Option<&'a str>,
    /// The title of the framework. Absent where a mapping is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    framework_title: Option<&'a str>,
    /// The identifier within the framework. Absent where a mapping is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    /// Where it is written, as `file:line`.
    place: &'a str,
    /// The control. Absent where the identifier is withdrawn, or a mapping is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    control: Option<&'a KnownControl<'a>>,
    /// What became of an identifier that the framework no longer uses. Absent where there is a control.
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<&'a KnownWithdrawn<'a>>,
    /// The mapping that is asked for. Absent where a control is.
    #[serde(skip_serializing_if = "Option::is_none")]
    mapping: Option<&'a KnownMapping<'a>>,
}

impl<'a> DocumentV1<'a> {
    pub fn of_control(known: &'a KnownControl<'_>) -> Self {
        Self {
            framework: Some(&known.control.framework),
            framework_title: Some(known.framework_title),
            identifier: Some(known.control.identifier),
            place: &known.place,
            control: Some(known),
            withdrawn: None,
            mapping: None,
        }
    }

    pub fn of_withdrawn(known: &'a KnownWithdrawn<'_>) -> Self {
        Self {
            framework: Some(&known.framework),
            framework_title: Some(known.framework_title),
            identifier: Some(known.identifier),
            place: &known.place,
            control: None,
            withdrawn: Some(known),
            mapping: None,
        }
    }

    pub fn of_mapping(known: &'a KnownMapping<'_>) -> Self {
        Self {
            framework: None,
            framework_title: None,
            identifier: None,
            place: &known.place,
            control: None,
            withdrawn: None,
            mapping: Some(known),
        }
    }
}
