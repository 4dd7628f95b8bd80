//! What is known of a control, for programs.

use crate::JsonSchema;
use serde::Serialize;

use crate::contract::{Contract, contract};
use xwalk_report::answers::{KnownControl, KnownWithdrawn};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "show" 1,
    "The answer of `show --format json`",
    "docs/answers/show.md",
    Contract::schema_of::<DocumentV1<'_>>
);

/// Everything that is known about an identifier: about the control that has it, or about what became of it.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The framework, with its edition.
    framework: &'a str,
    /// The title of the framework.
    framework_title: &'a str,
    /// The identifier within the framework.
    identifier: &'a str,
    /// Where it is written, as `file:line`.
    place: &'a str,
    /// The control. Absent where the identifier is withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    control: Option<&'a KnownControl<'a>>,
    /// What became of an identifier that the framework no longer uses. Absent where there is a control.
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<&'a KnownWithdrawn<'a>>,
}

impl<'a> DocumentV1<'a> {
    pub fn of_control(known: &'a KnownControl<'_>) -> Self {
        Self {
            framework: &known.control.framework,
            framework_title: known.framework_title,
            identifier: known.control.identifier,
            place: &known.place,
            control: Some(known),
            withdrawn: None,
        }
    }

    pub fn of_withdrawn(known: &'a KnownWithdrawn<'_>) -> Self {
        Self {
            framework: &known.framework,
            framework_title: known.framework_title,
            identifier: known.identifier,
            place: &known.place,
            control: None,
            withdrawn: Some(known),
        }
    }
}
