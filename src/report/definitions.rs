//! What every term and verdict means, in the words that the outputs print.

use super::Definition;

const fn term(
    group: &'static str,
    key: &'static str,
    term: &'static str,
    meaning: &'static str,
) -> Definition {
    Definition {
        key,
        group,
        term,
        meaning,
    }
}

/// All terms, in reading order.
pub(super) const DEFINITIONS: &[Definition] = &[
    term(
        "Verdicts",
        "verdict-full",
        "full",
        "Whoever fulfils the covering framework fulfils all that this control asks: a control of it, or several together, contain or equal this one.",
    ),
    term(
        "Verdicts",
        "verdict-overlap",
        "overlap",
        "The covering framework shares something with this control, but nothing stated shows that it asks for all of it. Something remains to be done or to be shown.",
    ),
    term(
        "Verdicts",
        "verdict-gap",
        "gap",
        "Somebody looked, and nothing in the covering framework corresponds: a row says so, or a mapping that claims to be complete has no row for this control.",
    ),
    term(
        "Verdicts",
        "verdict-not-reviewed",
        "not reviewed",
        "Nobody has said anything about this control that counts. It is not a gap: it is an open question.",
    ),
    term(
        "Counting",
        "counting-controls",
        "assessable control",
        "A control that is assessed by itself: a leaf of the framework, or one that its framework marks as assessable. Percentages count distinct assessable controls, never rows.",
    ),
    term(
        "Counting",
        "counting-direction",
        "coverage of T by S",
        "Suppose that all of S is fulfilled: what of T is then fulfilled? Coverage has a direction; the two directions differ and are both given.",
    ),
    term(
        "Counting",
        "counting-stated",
        "stated",
        "Follows from a row that somebody wrote, with its place, author and status. Stated and proved are never mixed in one count.",
    ),
    term(
        "Counting",
        "counting-proved",
        "proved",
        "Forced by the stated rows together: a chain of rows, each of which can be checked by hand.",
    ),
    term(
        "Counting",
        "counting-conditional",
        "conditional",
        "A row that holds only under the condition written beside it. It counts in no verdict and is listed apart.",
    ),
    term(
        "Relations",
        "relation-equal",
        "equal",
        "Source and target ask for the same.",
    ),
    term(
        "Relations",
        "relation-subset-of",
        "subset-of",
        "The source is strictly part of the target: whoever fulfils the target fulfils the source, and more.",
    ),
    term(
        "Relations",
        "relation-superset-of",
        "superset-of",
        "The source strictly contains the target: whoever fulfils the source fulfils the target, and more.",
    ),
    term(
        "Relations",
        "relation-intersects-with",
        "intersects-with",
        "They share something, and each asks for something that the other does not.",
    ),
    term(
        "Relations",
        "relation-no-relationship",
        "no-relationship",
        "They have nothing in common. With * it is said of every control of the other framework.",
    ),
    term(
        "Relations",
        "relation-either",
        "a|b",
        "One of these relations holds; the author does not know which.",
    ),
    term(
        "Relations",
        "relation-related-to",
        "related-to",
        "They have something in common; the author does not say what (crosswalk style).",
    ),
    term(
        "Relations",
        "relation-supportive",
        "supports, supported-by, equivalent, identical, contrary",
        "Relations of the supportive style. They say nothing about sets and carry no verdict.",
    ),
    term(
        "Relations",
        "relation-union",
        "A + B",
        "The union of what several controls ask for, on one side of a row.",
    ),
    term(
        "Rationale",
        "rationale-syntactic",
        "syntactic",
        "The wording of the two is alike.",
    ),
    term(
        "Rationale",
        "rationale-semantic",
        "semantic",
        "The meaning of the wording is alike.",
    ),
    term(
        "Rationale",
        "rationale-functional",
        "functional",
        "The result of carrying the two out is alike.",
    ),
    term(
        "Claims",
        "claim-strength",
        "strength",
        "How much the two have in common, 0 to 10 (NIST IR 8278A): 10 for equal, 7 to 9 mostly similar, 4 to 6 about half, 1 to 3 mostly different, 0 for none.",
    ),
    term(
        "Claims",
        "claim-confidence",
        "confidence",
        "How sure the author is of the claim: low, medium, high or a percentage.",
    ),
    term(
        "Claims",
        "claim-status",
        "status",
        "How far a claim has come: draft (written by its author), reviewed (read by a second person), final (released). Withdrawn claims count nowhere.",
    ),
    term(
        "Claims",
        "claim-complete",
        "complete",
        "A mapping's claim that every assessable control of that side has been looked at. Only then is a control without a row a gap.",
    ),
    term(
        "Frameworks",
        "nesting-group",
        "nesting group",
        "The hierarchy is only an arrangement; nothing follows from it.",
    ),
    term(
        "Frameworks",
        "nesting-subset",
        "nesting subset",
        "A control asks for part of what the control above it asks.",
    ),
    term(
        "Frameworks",
        "nesting-whole",
        "nesting whole",
        "The controls below a control together ask for exactly what it asks.",
    ),
    term(
        "Frameworks",
        "framework-reconstruction",
        "reconstruction",
        "A framework rebuilt from public summaries. Check it against a licensed copy before relying on it.",
    ),
];
