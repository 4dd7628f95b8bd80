//! Where the controls stand, by function and category.

use crate::fragment::Fragment;
use crate::posture::page::Page;
use crate::posture::titled::Titled;
use crate::posture::words;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{NamedControl, Profile, ProfileLine};

view! {
    /// The tiers of an assessment.
    pub(in crate::posture) struct Tiers<'r> {
        /// Its name.
        assessment: &'r str,
        /// The functions and categories, and last all of them.
        lines: Vec<Line<'r>>,
    }
}

view! {
    /// A function or category, or all.
    struct Line<'r> {
        /// The class of its look.
        class: &'static str,
        /// The class that says how deep it is.
        indent: &'static str,
        /// The function or category; none for all.
        control: Option<Titled<'r>>,
        /// The tier now.
        tier: String,
        /// The target tier.
        target: String,
        /// How many controls are at each tier.
        current: Vec<At>,
        /// How many controls have each target.
        targets: Vec<At>,
        /// How many controls are achieved, of how many.
        achieved: String,
        /// How many controls are at their target, of how many.
        at_target: String,
        /// How many tiers are claimed without any evidence.
        without_evidence: usize,
        /// How many tiers are claimed and not borne out by their evidence.
        unsupported: usize,
        /// How many controls are not applicable.
        not_applicable: usize,
        /// How many controls are not assessed.
        not_assessed: usize,
    }
}

view! {
    /// The controls at a tier.
    struct At {
        /// How many.
        count: usize,
        /// The tier.
        tier: usize,
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let profiles = move || {
        let profiles = page.posture.profiles.iter();
        profiles.map(move |profile| tiers(page, profile))
    };
    Ok(vec![rows.fragment("posture-profile", 0, profiles)?])
}

fn tiers<'r>(page: Page<'r>, profile: &'r Profile<'r>) -> Tiers<'r> {
    let lines = profile.lines.iter().chain([&profile.total]);
    Tiers {
        assessment: profile.assessment.name,
        lines: lines.map(|one| line(page, one)).collect(),
    }
}

fn line<'r>(page: Page<'r>, line: &'r ProfileLine) -> Line<'r> {
    let control = line.control.as_ref();
    let depth = control.map(NamedControl::depth);
    Line {
        class: match (control, depth) {
            (None, _) => "total",
            (_, Some(0)) => "top",
            _ => "",
        },
        indent: indent(depth),
        control: control.map(|control| Titled::bare(page, control)),
        tier: words::tier_of(line),
        target: words::tier_text(line.target),
        current: distribution(&line.current),
        targets: distribution(&line.targets),
        achieved: words::share_text(line.achieved, line.assessed),
        at_target: words::share_text(line.at_target, line.assessed),
        without_evidence: line.without_evidence,
        unsupported: line.unsupported,
        not_applicable: line.not_applicable,
        not_assessed: line.not_assessed,
    }
}

const fn indent(depth: Option<u8>) -> &'static str {
    match depth {
        None | Some(0) => "",
        Some(1) => "d1",
        Some(2) => "d2",
        Some(3) => "d3",
        Some(4) => "d4",
        Some(_) => "d5",
    }
}

fn distribution(counts: &[(u32, usize)]) -> Vec<At> {
    let counts = counts.iter();
    counts
        .map(|&(tier, count)| At {
            count,
            tier: tier as usize,
        })
        .collect()
}
