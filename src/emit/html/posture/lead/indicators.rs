//! Key activities and maturity indicators: shown, or what they lack.

use crate::fragment::Fragment;
use crate::posture::name::{Name, Names, folded};
use crate::posture::page::Page;
use crate::posture::places::Kind;
use crate::posture::titled::Titled;
use crate::posture::verdict::VerdictView;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Indicator, Lack, Lacking};

view! {
    /// A key activity or maturity indicator.
    pub(in crate::posture) struct Indicated<'r> {
        /// The control that has it.
        control: Titled<'r>,
        /// What it is.
        kind: &'static str,
        /// What it says.
        title: &'r str,
        /// The controls that it names.
        on: Names<'r>,
        /// What is lacking: the first few. It is shown if nothing is.
        lacks: Vec<Lacked<'r>>,
        /// How many are folded away.
        more: usize,
        /// Those.
        folded: Vec<Lacked<'r>>,
    }
}

view! {
    /// What a control lacks.
    pub(in crate::posture) struct Lacked<'r> {
        /// The control.
        control: Name<'r>,
        /// The tier, if it is below the threshold.
        below: Option<Below>,
        /// The evidence, if it does not hold.
        faulty: Option<Faulty<'r>>,
        /// Whether it has no evidence.
        is_without_evidence: bool,
        /// What it lacks, in words.
        meaning: &'static str,
    }
}

view! {
    /// A tier below the threshold.
    struct Below {
        /// The tier now.
        tier: usize,
        /// The threshold.
        achieved_from: usize,
    }
}

view! {
    /// Evidence that does not hold.
    struct Faulty<'r> {
        /// Which.
        evidence: Name<'r>,
        /// What is wrong with it.
        fault: VerdictView,
    }
}

/// How many are shown.
pub(super) fn shown(page: Page<'_>) -> usize {
    let indicators = page.posture.indicators.iter();
    indicators.filter(|one| one.lacking.is_empty()).count()
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let indicators = move || {
        let indicators = page.posture.indicators.iter();
        indicators.map(move |indicator| row(page, indicator))
    };
    Ok(vec![rows.fragment("posture-indicator", 0, indicators)?])
}

fn row<'r>(page: Page<'r>, indicator: &'r Indicator<'r>) -> Indicated<'r> {
    let lacking = indicator.lacking.iter();
    let (lacks, folded) = folded(lacking.map(|lacking| lacked(page, lacking)).collect());
    Indicated {
        control: Titled::of(page, &indicator.control),
        kind: indicator.kind.name(),
        title: indicator.title,
        on: page.places.controls(indicator.on.iter()),
        lacks,
        more: folded.len(),
        folded,
    }
}

fn lacked<'r>(page: Page<'r>, lacking: &'r Lacking<'r>) -> Lacked<'r> {
    let mut lacked = Lacked {
        control: page.places.control_name(&lacking.control),
        below: None,
        faulty: None,
        is_without_evidence: false,
        meaning: lacking.lack.meaning(),
    };
    match lacking.lack {
        Lack::Below {
            tier,
            achieved_from,
        } => {
            lacked.below = Some(Below {
                tier: tier as usize,
                achieved_from: achieved_from as usize,
            });
        }
        Lack::Faulty { evidence, fault } => {
            lacked.faulty = Some(Faulty {
                evidence: Kind::Evidence.name(evidence),
                fault: VerdictView::fault(fault),
            });
        }
        Lack::NoEvidence => lacked.is_without_evidence = true,
        Lack::NotApplicable | Lack::NotAssessed => {}
    }
    lacked
}
