//! What the words of a posture mean, as its outputs print it.

use super::Verdict;
use crate::definitions::{REMAINDER, term};
use crate::{Definition, Report};

/// The groups of the report's own definitions that a posture speaks of too.
const SHARED: [&str; 4] = ["Relations", "Rationale", "Claims", "Frameworks"];

/// The words of a posture in reading order, then those of rows: what every output of it that people read prints.
pub fn definitions<'r>(report: &'r Report<'_>) -> impl Iterator<Item = &'r Definition> {
    let shared = report.definitions.iter();
    let shared = shared.filter(|definition| SHARED.contains(&definition.group));
    DEFINITIONS.iter().chain(shared)
}

/// The words of a posture. Those of rows and proofs stand in [`Report::definitions`].
const DEFINITIONS: &[Definition] = &[
    term(
        "Tiers",
        "tier",
        "tier",
        "How far a control has progressed, on the scale that its framework declares. The current tier is where it was found; the target is where the organization wants it.",
    ),
    term(
        "Tiers",
        "achieved",
        "achieved",
        "Assessed at the threshold or above. That a tier means that a control is fulfilled is a convention: the assessment sets it, and a framework whose own threshold is higher asks for more. What lies between the two is neither achieved for that framework nor below. Whether a control is achieved never depends on its target, so a low target never makes a control met.",
    ),
    term(
        "Tiers",
        "threshold",
        "threshold",
        "The tier from which a control counts as fulfilled. Each framework may set a higher one than the assessment; below counts only what is below the threshold of the assessment itself.",
    ),
    term(
        "Tiers",
        "rolled-up",
        "tier of a function or category",
        "The lowest tier of its controls: the whole is at the tier of its weakest part. How many controls are at each tier is shown beside it. Where some of its controls are not assessed, ≤ says that it cannot be higher.",
    ),
    term(
        "Tiers",
        "at-target",
        "at target",
        "The current tier is the control's own target or higher. This is progress towards a goal that the organization has set itself, and has no effect on any verdict.",
    ),
    term(
        "Tiers",
        "tier-not-applicable",
        "not applicable",
        "The control has no tier here, for the reason that stands beside it. What asks for exactly the same is not applicable either; apart from that it proves nothing: what depends on it alone cannot be determined.",
    ),
    term(
        "Tiers",
        "supported",
        "supported",
        "The control has evidence, and all of it holds.",
    ),
    term(
        "Tiers",
        "unsupported",
        "unsupported",
        "A claimed tier with evidence that does not hold: its file is missing, or it is stale, dated after the day of the report, changed since it was approved, or failing. It counts as claimed unless evidence is required, and is marked wherever it is shown. Where evidence is required, a control counts as achieved only with evidence that holds; one below the threshold counts as below with or without evidence, since an admission needs none; and one whose evidence fails counts as below.",
    ),
    term(
        "Verdicts",
        Verdict::Met.key(),
        Verdict::Met.word(),
        "Achieved controls contain all that this control asks for: one does, or several together, or all controls directly below it are met where its framework says that they make up the whole.",
    ),
    term(
        "Verdicts",
        Verdict::NotMet.key(),
        Verdict::NotMet.word(),
        "This control asks for all that an assessed control asks for, and that one is below the threshold.",
    ),
    term(
        "Verdicts",
        "never-not-met",
        "never not met",
        "No control of this framework is known to ask for all of a control that was assessed, so none can be not met, whatever the tiers. Its zero says nothing about the organization.",
    ),
    term(
        "Verdicts",
        Verdict::PartlyEvidenced.key(),
        Verdict::PartlyEvidenced.word(),
        "An achieved control shares something with this one, and nothing shows that it covers all of it. The rest has to be assessed or shown.",
    ),
    term(
        "Verdicts",
        Verdict::NotApplicable.key(),
        Verdict::NotApplicable.word(),
        "The control was itself assessed as not applicable. Or it was not assessed, every assessed control that equals it is not applicable, and nothing makes it met or not met. The reason stands beside the assessment.",
    ),
    term(
        "Verdicts",
        Verdict::CannotTell.key(),
        Verdict::CannotTell.word(),
        "Nothing follows from what was assessed. It is neither met nor not met: somebody has to look.",
    ),
    term(
        "Verdicts",
        Verdict::CannotTellDraft.key(),
        Verdict::CannotTellDraft.word(),
        "A verdict would follow, but only from rows that are still drafts. Drafts are held back from everybody but the organization itself, unless it accepts their mapping or the maker of an export allows them; the export then says so.",
    ),
    term(
        "Verdicts",
        Verdict::Contradiction.key(),
        Verdict::Contradiction.word(),
        "Two of the following are said at once, and they exclude each other: that it is met, that it is not met, that it was itself assessed as not applicable. Either a row or an assessment is wrong, and somebody has to decide which.",
    ),
    REMAINDER,
    term(
        "Why a verdict is what it is",
        "because-achieved",
        "assessed itself, at the threshold or above",
        "The control was assessed itself, and its tier reaches the threshold. No row is needed.",
    ),
    term(
        "Why a verdict is what it is",
        "because-contained",
        "is contained in",
        "What the control asks for is equal to, or part of, what an achieved control asks for.",
    ),
    term(
        "Why a verdict is what it is",
        "because-together",
        "is contained in what is asked together",
        "No one achieved control contains it, but the union of several does.",
    ),
    term(
        "Why a verdict is what it is",
        "because-children-met",
        "all directly below are met",
        "The framework says that the controls below this one together ask for exactly what it asks, and all of them are met.",
    ),
    term(
        "Why a verdict is what it is",
        "because-below",
        "assessed itself, below the threshold",
        "The control was assessed itself, and its tier does not reach the threshold. No row is needed.",
    ),
    term(
        "Why a verdict is what it is",
        "because-asks-for-more",
        "asks for all of",
        "The control asks for all that an assessed control asks for, and that one is below the threshold: so this one cannot be met.",
    ),
    term(
        "Why a verdict is what it is",
        "because-shares",
        "shares something with",
        "The two have something in common; how much is not known.",
    ),
    term(
        "Why a verdict is what it is",
        "because-not-applicable",
        "assessed itself as not applicable",
        "The control was assessed itself, and does not apply to the organization. No row is needed.",
    ),
    term(
        "Why a verdict is what it is",
        "because-equal-not-applicable",
        "asks for the same, which is not applicable",
        "All controls that equal it and were assessed are not applicable.",
    ),
    term(
        "Why nobody can tell",
        "doubt-between",
        "between thresholds",
        "What shares something with it reaches the threshold of its assessment, but not the stricter one of this framework. That makes it neither achieved here nor below.",
    ),
    term(
        "Why nobody can tell",
        "doubt-not-applicable",
        "not applicable",
        "The controls that would show it were assessed as not applicable, and that proves nothing.",
    ),
    term(
        "Why nobody can tell",
        "doubt-unsupported",
        "no evidence that holds",
        "Evidence is required, and the controls that would show it have none, or none that holds.",
    ),
    term(
        "Why nobody can tell",
        "doubt-only-below",
        "shares only with what is below",
        "It shares something only with controls below the threshold. That shows neither that it is met nor that it is not.",
    ),
    term(
        "Why nobody can tell",
        "doubt-related-only",
        "related only",
        "Rows only call it related to controls that were assessed. Nobody says what they share, and nothing follows.",
    ),
    term(
        "Why nobody can tell",
        "doubt-not-assessed",
        "not assessed",
        "The controls that would show it have not been assessed.",
    ),
    term(
        "Why nobody can tell",
        "doubt-rows-left-out",
        "rows left out",
        "Rows name it, but none of them counts: they are withdrawn, below the status that counts, hold under a condition that is not declared to hold, or contradict others of their rationale.",
    ),
    term(
        "Why nobody can tell",
        "doubt-judged-below",
        "judged by the controls below it",
        "It is not assessed by itself. The verdicts are on the controls below it.",
    ),
    term(
        "Why nobody can tell",
        "doubt-unconnected",
        "unconnected",
        "Nothing is known that connects it with anything that was assessed.",
    ),
    term(
        "Evidence",
        "evidence-holds",
        "holds",
        "The file is there, is as it was approved, is valid on the day of the report, and meets every requirement that is declared for it.",
    ),
    term(
        "Evidence",
        "evidence-missing",
        "missing",
        "The file that is named does not exist.",
    ),
    term(
        "Evidence",
        "evidence-future-dated",
        "future-dated",
        "The day given for its collection is after the day of the report.",
    ),
    term(
        "Evidence",
        "evidence-stale",
        "stale",
        "The time for which it may be relied on has ended.",
    ),
    term(
        "Evidence",
        "evidence-changed",
        "changed since approval",
        "The file is not the one that was approved: its SHA-256 differs.",
    ),
    term(
        "Evidence",
        "evidence-failing",
        "failing",
        "It does not meet a requirement that is declared for it.",
    ),
    term(
        "Gaps",
        "posture-gap",
        "gap",
        "An assessed control below its own target.",
    ),
    term(
        "Gaps",
        "priority",
        "priority",
        "Risk times the number of tiers that are missing, divided by effort, as an exact fraction. The risk is the one stated for the control, else the greatest among the risks that threaten it, else the default of the assessment. Effort is counted in working days of one person, and is at least one. Equal priorities are in the order of the framework.",
    ),
    term(
        "Gaps",
        "sensitivity",
        "rank at ±25 %",
        "The rank that the gap would have if its own risk, or its own effort, were a quarter lower or higher and all else stayed the same. A rank that hardly moves can be trusted even if the estimates are rough.",
    ),
    term("Risks", "risk-level", "level", "Likelihood times impact."),
    term(
        "Risks",
        "tolerance",
        "tolerance",
        "The greatest level that the organization accepts. A risk above it needs an initiative, or a decision.",
    ),
    term(
        "Roadmap",
        "earliest-latest",
        "earliest, latest",
        "As early as phases, dependencies and dates allow; as late as possible without delaying the end of the roadmap.",
    ),
    term(
        "Roadmap",
        "slack",
        "slack",
        "How many working days later an initiative can begin without delaying the end of the roadmap.",
    ),
    term(
        "Roadmap",
        "critical",
        "critical",
        "Without slack: a day lost here is a day lost for the roadmap.",
    ),
    term(
        "Roadmap",
        "load",
        "load",
        "The working days that initiatives ask for in a quarter if each is done as early as possible, set against the capacity that the organization declares for all its roadmaps together; what exceeds it is the excess.",
    ),
    term(
        "Indicators",
        "indicator",
        "maturity indicator, key activity",
        "Shown where every control that it names is achieved and supported by evidence; otherwise what is lacking is listed.",
    ),
    term(
        "Governance",
        "accountable",
        "accountable",
        "Answers for the result. The owner does the work.",
    ),
    term(
        "Playbooks",
        "automated",
        "automated",
        "A step that a declared technology does by itself. The share is counted from the steps.",
    ),
    term(
        "Playbooks",
        "times",
        "mean, median, 90th percentile",
        "Of the times in the file of incidents: the average; the one in the middle; the smallest value that nine in ten do not exceed. A limit is kept where nine in ten keep it; an incident that is open and over the limit already does not.",
    ),
    term(
        "Rows",
        "posture-row",
        "row",
        "A claim of a mapping about controls of two frameworks, named by its mapping and its number in it.",
    ),
    term(
        "Rows",
        "posture-condition",
        "condition",
        "A row may hold only under a condition. It counts where the organization says that the condition holds.",
    ),
];
