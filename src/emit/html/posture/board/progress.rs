//! Where the organization stands, and what that means for each framework.

use serde::Serialize;

use crate::posture::name::Name;
use crate::posture::page::Page;
use crate::posture::words;
use crate::view::view;
use xwalk_report::posture::{Assessment, Profile, ProfileLine};

view! {
    /// The tiers of an assessment: of its functions, or whatever stands at the top of the framework, and of all.
    #[derive(Serialize)]
    pub(super) struct Progress<'r> {
        /// The framework, where there are several assessments.
        framework: Option<&'r str>,
        /// The functions.
        functions: Vec<Function<'r>>,
        /// All controls.
        total: Line,
    }
}

view! {
    /// A function.
    #[derive(Serialize)]
    struct Function<'r> {
        /// Its identifier.
        name: Name<'r>,
        /// Its title.
        title: &'r str,
        /// Its tiers.
        line: Line,
    }
}

view! {
    /// Current tier against target.
    #[derive(Serialize)]
    struct Line {
        /// The tier now.
        tier: String,
        /// The target tier.
        target: String,
        /// How many controls are achieved, of how many.
        achieved: String,
        /// How many controls are at their target, of how many.
        at_target: String,
    }
}

view! {
    /// What the tiers of an assessment mean.
    #[derive(Serialize)]
    pub(super) struct Convention<'r> {
        /// The framework, where there are several assessments.
        framework: Option<&'r str>,
        /// The titles of the tiers, where the framework has them.
        tiers: Vec<Tier<'r>>,
        /// From which tier a control counts as achieved.
        achieved_from: usize,
        /// How many controls are not assessed.
        not_assessed: usize,
    }
}

view! {
    /// A tier.
    #[derive(Serialize)]
    struct Tier<'r> {
        /// Its number.
        tier: usize,
        /// Its title.
        title: &'r str,
    }
}

pub(super) fn profiles(page: Page<'_>) -> Vec<Progress<'_>> {
    let profiles = page.posture.profiles.iter();
    profiles.map(|profile| progress(page, profile)).collect()
}

fn progress<'r>(page: Page<'r>, profile: &'r Profile<'r>) -> Progress<'r> {
    let lines = profile.lines.iter();
    Progress {
        framework: page.among_several(&profile.framework),
        functions: lines.filter_map(|one| function(page, one)).collect(),
        total: line(&profile.total),
    }
}

/// The line, if it stands at the top of its framework.
fn function<'r>(page: Page<'r>, of: &'r ProfileLine) -> Option<Function<'r>> {
    let control = of.control.as_ref()?;
    control.is_top().then(|| Function {
        name: page.places.bare_name(control),
        title: control.title(),
        line: line(of),
    })
}

fn line(line: &ProfileLine) -> Line {
    Line {
        tier: words::tier_of(line),
        target: words::tier_text(line.target),
        achieved: words::share_text(line.achieved, line.assessed),
        at_target: words::share_text(line.at_target, line.assessed),
    }
}

pub(super) fn conventions(page: Page<'_>) -> Vec<Convention<'_>> {
    let assessments = page.posture.assessments.iter();
    assessments
        .map(|assessment| convention(page, assessment))
        .collect()
}

fn convention<'r>(page: Page<'r>, assessment: &'r Assessment<'r>) -> Convention<'r> {
    let tiers = assessment.framework.tiers().iter();
    Convention {
        framework: page.among_several(&assessment.framework),
        tiers: tiers
            .map(|(tier, title)| Tier {
                tier: *tier as usize,
                title,
            })
            .collect(),
        achieved_from: assessment.achieved_from as usize,
        not_assessed: assessment.not_assessed,
    }
}
