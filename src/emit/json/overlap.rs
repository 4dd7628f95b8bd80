//! What has to be assessed only once, although several frameworks ask for it.

use crate::JsonSchema;
use serde::Serialize;

use xwalk_format::names::Names;
use xwalk_report::{ControlAt, Report};

/// What has to be assessed only once, according to everything that is known about the controls, stated or proved.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Overlap {
    /// The assessable controls of all frameworks.
    assessable: usize,
    /// The different things to assess: each class is one, and each control that belongs to none.
    distinct: usize,
    /// How many assessments are saved by assessing each class once: the difference between the two.
    spared: usize,
    /// The classes of assessable controls that are equal.
    classes: Vec<Class>,
    /// The assessable controls that cover others by themselves, those first that cover most.
    covers: Vec<Covers>,
}

/// Controls that ask for the same thing, and so are one thing to assess.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Class {
    /// The controls, two and more: `framework@edition:identifier`.
    #[schemars(length(min = 2))]
    controls: Vec<String>,
}

/// A control, and everything that whoever fulfils it also fulfils elsewhere.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Covers {
    /// The control: `framework@edition:identifier`.
    control: String,
    /// The assessable controls of other frameworks that it contains or equals, in the same form.
    #[schemars(length(min = 1))]
    covers: Vec<String>,
}

impl Overlap {
    /// That of the report.
    pub(super) fn new(report: &Report<'_>, names: Names<'_>) -> Self {
        let xwalk_report::Overlap {
            assessable,
            distinct,
            classes,
            covers,
        } = &report.overlap;
        let all = |controls: &[ControlAt]| {
            let controls = controls.iter();
            controls.map(|control| names.qualified(*control)).collect()
        };
        let classes = classes.iter().map(|class| Class {
            controls: all(class),
        });
        let covers = covers.iter().map(|covers| Covers {
            control: names.qualified(covers.control),
            covers: all(&covers.covered),
        });
        Self {
            assessable: *assessable,
            distinct: *distinct,
            spared: report.overlap.saved(),
            classes: classes.collect(),
            covers: covers.collect(),
        }
    }
}
