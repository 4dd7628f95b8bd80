//! What every term of the posture means.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Rank;
use crate::emit::xlsx::table::Column;
use crate::report::posture::Verdict;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Definitions",
    table: "tblPostureDefinitions",
    about: "what every term means",
    write,
};

/// Terms by group.
const TERMS: &[(&str, &str, &str)] = &[
    (
        "Tiers",
        "tier",
        "A step on the scale of a framework that says how well a control is carried out. The scale is declared by the framework.",
    ),
    (
        "Tiers",
        "current tier",
        "The tier at which the assessment sees the control on the day that it speaks of.",
    ),
    (
        "Tiers",
        "target tier",
        "The tier that the organization wants. It says nothing of what is met: a low target makes nothing met.",
    ),
    (
        "Tiers",
        "threshold",
        "The tier from which a control counts as fulfilled (achieved from): that of the assessment, or of an adopted framework where that is stricter. That a tier means fulfilment is a convention.",
    ),
    (
        "Tiers",
        "achieved",
        "The current tier is at least the threshold.",
    ),
    (
        "Tiers",
        "at target",
        "The current tier is at least the own target.",
    ),
    (
        "Tiers",
        "rolled-up tier",
        "The lowest tier of all controls of a function, a category or a framework; those that are not applicable are left out.",
    ),
    (
        "Tiers",
        "not applicable",
        "The control has no tier here. It proves nothing: what depends on it cannot be told.",
    ),
    (
        "Evidence",
        "supported",
        "The control has evidence, and all of it holds.",
    ),
    (
        "Evidence",
        "unsupported",
        "At least one piece of its evidence does not hold. The claimed tier is shown and counted, with the mark beside it.",
    ),
    ("Evidence", "missing", "The file is not there."),
    ("Evidence", "stale", "Its validity is over."),
    (
        "Evidence",
        "future-dated",
        "It claims to be collected on a day that is yet to come.",
    ),
    (
        "Evidence",
        "changed since approval",
        "The file is not the one that was approved: their SHA-256 differ.",
    ),
    (
        "Evidence",
        "failing",
        "The file does not show what is required of it.",
    ),
    (
        "Gaps",
        "gap",
        "An assessed control whose current tier is below its target.",
    ),
    (
        "Gaps",
        "priority",
        "Risk × (target tier − current tier) ÷ effort, in exact fractions. Ties are broken by identifier.",
    ),
    (
        "Gaps",
        "risk of a control",
        "The risk stated for it, else the greatest level (likelihood × impact) of the risks that threaten it, else the default of the assessment.",
    ),
    (
        "Gaps",
        "effort",
        "Working days of one person; at least one day.",
    ),
    (
        "Gaps",
        "rank at ±25 %",
        "The rank that the gap would have if its own risk or effort, and nothing else, were a quarter lower or higher. Ranks that hardly move are firm.",
    ),
    (
        "Roadmap",
        "earliest, latest",
        "As early as phases, dependencies and dates allow; as late as possible without the roadmap being over later.",
    ),
    (
        "Roadmap",
        "slack",
        "The calendar days between earliest and latest.",
    ),
    (
        "Roadmap",
        "critical path",
        "The initiatives that decide when the roadmap is over, each waiting for the one before.",
    ),
    (
        "Roadmap",
        "load, capacity, excess",
        "Working days asked for in a quarter, those that the organization has, and by how much the first exceed the second.",
    ),
    ("Risks", "level", "Likelihood × impact."),
    (
        "Risks",
        "tolerance",
        "The greatest level that the organization accepts.",
    ),
    (
        "Rows",
        "row",
        "A claim of a mapping about controls of two frameworks, named by its mapping and its number in it.",
    ),
    (
        "Rows",
        "status",
        "How far a row has come: draft (written by its author), reviewed (read by a second person), final (released). The weakest of the rows behind a verdict stands beside it.",
    ),
    (
        "Rows",
        "condition",
        "A row may hold under a condition only. It counts where the organization says that the condition holds.",
    ),
    (
        "Governance",
        "accountable",
        "Answers for the result. The owner does the work.",
    ),
];

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(), columns())?;
    for verdict in Verdict::ALL {
        table.row(Rank::Leaf, 0, Line::Verdict(verdict))?;
    }
    for (group, term, meaning) in TERMS {
        table.row(Rank::Leaf, 0, Line::Term(group, term, meaning))?;
    }
    let relations = plan.report.definitions.iter();
    for one in relations.filter(|one| one.group == "Relations") {
        let line = Line::Term(one.group, one.term, one.meaning);
        table.row(Rank::Leaf, 0, line)?;
    }
    table.finish()
}

/// What is defined.
#[derive(Clone, Copy)]
enum Line<'r> {
    /// A verdict, in its colour.
    Verdict(Verdict),
    /// A group, a term of it, and what that means.
    Term(&'r str, &'r str, &'r str),
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>() -> Vec<Of<'r>> {
    vec![
        Of::muted("Group", 16.0, |line| match line {
            Line::Verdict(_) => "Verdicts",
            Line::Term(group, ..) => group,
        }),
        Of::cell("Term", 28.0, |line| match line {
            Line::Verdict(verdict) => words::verdict_cell(verdict),
            Line::Term(_, term, _) => Cell::identifier(term),
        }),
        Of::cell("Meaning", 110.0, |line| match line {
            Line::Verdict(verdict) => Cell::text(capitalised(words::verdict(verdict).3)),
            Line::Term(.., meaning) => Cell::text(meaning),
        }),
    ]
}

/// A meaning as a sentence.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters
        .next()
        .map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), characters.as_str())
}

fn head() -> Head {
    Head {
        purpose: "What every term, verdict and relation of this workbook means.".to_owned(),
        reading: "A verdict is the first of these that holds: contradiction, met, not met, partly evidenced, cannot tell.".to_owned(),
        frozen: 2,
        empty: "There is no definition.",
    }
}
