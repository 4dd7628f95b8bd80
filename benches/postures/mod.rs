//! The posture of an organization as large as wanted, with all that it consists of, and nothing wrong with it.
//!
//! It assesses the first of the [generated frameworks](crate::generator) and adopts others, which are a tenth as large,
//! through mappings of about a row for each assessed control.

mod assessment;
mod crosswalk;
mod organization;
mod roadmap;

use crate::chance::Chance;
use crate::generator::catalog;

/// How large a posture should be.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The controls that are assessed.
    pub controls: usize,
    /// The initiatives of the roadmap.
    pub initiatives: usize,
    /// The frameworks that are adopted, beside the one that is assessed.
    pub adopted: usize,
}

/// How many controls of the assessed framework lie where one of an adopted framework does.
const FINER: usize = 10;

impl Size {
    fn adopted_controls(self) -> usize {
        self.controls.div_ceil(FINER)
    }

    fn functions(self) -> usize {
        let in_function = catalog::CONTROLS_IN_CATEGORY * catalog::CATEGORIES_IN_FUNCTION;
        self.controls.div_ceil(in_function)
    }

    const fn roles(self) -> usize {
        16
    }

    const fn risks(self) -> usize {
        self.controls.div_ceil(100)
    }

    const fn technologies(self) -> usize {
        self.controls.div_ceil(200)
    }

    const fn evidence(self) -> usize {
        self.controls.div_ceil(50)
    }
}

/// Name and text of each file.
#[must_use]
pub fn generate(size: Size) -> Vec<(String, String)> {
    let mut chance = Chance::new(27103);
    let mut frameworks = String::new();
    catalog::framework(&mut frameworks, 0, size.controls, "subset", &mut chance);
    for adopted in 1..=size.adopted {
        let controls = size.adopted_controls();
        catalog::framework(&mut frameworks, adopted, controls, "subset", &mut chance);
    }
    let mut mappings = String::new();
    for adopted in 1..=size.adopted {
        crosswalk::mapping(&mut mappings, size, adopted, &mut chance);
    }
    let mut files = vec![
        ("xwalk.toml".to_owned(), String::new()),
        ("frameworks.xwalk".to_owned(), frameworks),
        ("mappings.xwalk".to_owned(), mappings),
        (
            "organization.xwalk".to_owned(),
            organization::organization(size, &mut chance),
        ),
        (
            "assessments.xwalk".to_owned(),
            assessment::assessments(size, &mut chance),
        ),
        (
            "roadmap.xwalk".to_owned(),
            roadmap::roadmap(size, &mut chance),
        ),
    ];
    for evidence in 0..size.evidence() {
        let share = 95 + chance.below(10);
        let text = format!("{{\"share\": {share}, \"exported_by\": \"tool {evidence}\"}}\n");
        files.push((organization::evidence_file(evidence), text));
    }
    files
}
