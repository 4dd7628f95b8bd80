//! What every term and verdict means, in the words that the outputs print.

use super::{Definition, Verdict};

/// A term: its group, its key, the word itself, what it means.
pub(super) const fn term(
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

/// What a verdict means.
#[must_use]
pub const fn of_verdict(verdict: Verdict) -> Definition {
    let (key, meaning) = match verdict {
        Verdict::Full => (
            "verdict-full",
            "Whoever fulfils the covering framework fulfils all that this control asks for: a control of it, or several together, contain or equal this one.",
        ),
        Verdict::Overlap => (
            "verdict-overlap",
            "The covering framework shares something with this control, but nothing that is counted shows that it asks for all of it. Something remains to be done or to be shown.",
        ),
        Verdict::Related => (
            "verdict-related",
            "A row says only that there is a relationship with something in the covering framework, for this control or for one that is proved equal to it. Nobody says what the two share. This is neither coverage nor a gap, and should be judged first.",
        ),
        Verdict::Gap => (
            "verdict-gap",
            "Somebody looked, and nothing in the covering framework corresponds: a row says so, a mapping that claims to be complete has no row for this control, or proofs show that it has nothing in common with any control there.",
        ),
        Verdict::NotReviewed => (
            "verdict-not-reviewed",
            "Nothing that counts is said about this control, and nothing follows from what is said of others. It is not a gap: it is an open question.",
        ),
    };
    term("Verdicts", key, verdict.word(), meaning)
}

/// What is left of a control of which something is fulfilled, in a report as in a posture.
pub(super) const REMAINDER: Definition = term(
    "Counting",
    "remainder",
    "remainder",
    "What is left to do of a control that overlaps or is partly evidenced, as far as somebody wrote it down: the notes of the rows that connect it most strongly; the parts of a union, and the controls below it, that are not shown to be fulfilled. Not described means that nobody has written down what is left, not that nothing is.",
);

/// All terms, in reading order.
pub(super) const DEFINITIONS: &[Definition] = &[
    of_verdict(Verdict::Full),
    of_verdict(Verdict::Overlap),
    of_verdict(Verdict::Related),
    of_verdict(Verdict::Gap),
    of_verdict(Verdict::NotReviewed),
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
        "Follows from rows that somebody wrote about this pair of frameworks, each with its place, author and status.",
    ),
    term(
        "Counting",
        "counting-proved",
        "proved",
        "Forced by the stated rows together, across mappings and hierarchy: no row says it, or none as exactly. A control that is not assessed itself is listed only with what rows on itself prove. Stated and proved correspondences are never mixed in one list, column or count.",
    ),
    term(
        "Counting",
        "counting-with-proofs",
        "with proofs",
        "Follows from the stated rows and from all that they prove. Every verdict is counted twice, stated and with proofs; the two counts are shown side by side and are never added up.",
    ),
    term(
        "Counting",
        "counting-conditional",
        "conditional",
        "A row that holds only under the condition written beside it. It counts in no verdict and no proof, and is listed separately.",
    ),
    REMAINDER,
    term(
        "Relations",
        "relation-equal",
        "equal",
        "Source and target ask for the same thing.",
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
        "They have nothing in common. With *, this is said about every control of the other framework.",
    ),
    term(
        "Relations",
        "relation-either",
        "a|b",
        "One of these relations holds; the author does not know which.",
    ),
    term(
        "Relations",
        "relation-overlaps",
        "overlaps",
        "They have something in common; the author does not say which relation holds: equal, subset-of, superset-of or intersects-with.",
    ),
    term(
        "Relations",
        "relation-related-to",
        "related-to",
        "There is a relationship, and nothing more is said (crosswalk style of NIST IR 8477). It says nothing of what the two share: it carries the verdict related, holds for what is proved equal to its two ends, and proves nothing else.",
    ),
    term(
        "Relations",
        "relation-supportive",
        "supports, supported-by, equivalent, identical, contrary",
        "Relations of the supportive style. They say nothing about sets and prove nothing; all but contrary say that there is a relationship, as related-to does.",
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
        "The wording of the two is similar.",
    ),
    term(
        "Rationale",
        "rationale-semantic",
        "semantic",
        "The meaning of the wording is similar.",
    ),
    term(
        "Rationale",
        "rationale-functional",
        "functional",
        "The result of carrying the two out is similar.",
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
        "How far a claim has progressed: draft (written by its author), reviewed (read by a second person), final (released). Withdrawn claims count nowhere.",
    ),
    term(
        "Claims",
        "claim-complete",
        "complete",
        "A mapping's claim that every assessable control of that side has been looked at. Only then is a control without a row a gap.",
    ),
    term(
        "Claims",
        "claim-comprehensive",
        "comprehensive",
        "A mapping's claim that every assessable control of that side has something on the other side that corresponds to it, as NIST's OLIR programme asks. It says more than complete.",
    ),
    term(
        "Proofs",
        "proof",
        "proof",
        "The argument for a proved correspondence: one chain for each thing that its relation says, three at the most. Each chain can be checked by hand, step by step.",
    ),
    term(
        "Proofs",
        "proof-chain",
        "chain",
        "Rows that lead from one control to another, each beginning where the one before it ends. Beside each step is what is known so far about the two ends of the chain.",
    ),
    term(
        "Proofs",
        "proof-hierarchy",
        "hierarchy step",
        "A step that rests on no row but on the framework itself: where its nesting is subset or whole, a control is part of the one that it is nested in.",
    ),
    term(
        "Proofs",
        "proof-status",
        "status of a proof",
        "The weakest status among the rows of a proof. Where the same can be proved in several ways, the proof with the best status is given.",
    ),
    term(
        "Proofs",
        "proof-strength",
        "strength and confidence of a proof",
        "The least strength and the least confidence among the rows of a proof; none where one of the rows gives none.",
    ),
    term(
        "Proofs",
        "proof-mixed",
        "mixed rationales",
        "The rows of a proof were not all judged in the same respect, or not all of them say in which. Such a proof carries all the rationales and is counted separately, since the wording of two controls can be similar where their results are not.",
    ),
    term(
        "Proofs",
        "proof-possible",
        "possible",
        "Rows connect the two controls, yet nothing follows from them. Possible pairs are offered to authors as work and are never counted.",
    ),
    term(
        "Contradictions",
        "contradiction",
        "contradiction",
        "Rows that cannot all be true together, although any of them could be without the others. At least one of them is wrong, or they are about different things.",
    ),
    term(
        "Contradictions",
        "contradiction-disputed",
        "disputed",
        "A row that contradicts others of its rationale. It is listed and marked, and carries no verdict and no proof until the contradiction is resolved. A contradiction that needs rows of several rationales disputes none of them: they count as they stand and in proofs of their own rationale, and only proofs that mix rationales do without them.",
    ),
    term(
        "Contradictions",
        "contradiction-loose",
        "loose reading",
        "Reading every intersects-with as overlaps, since many authors write it for any overlap. A contradiction that remains under the loose reading does not come from such use of the word.",
    ),
    term(
        "Overlap groups",
        "overlap-group",
        "overlap group",
        "Controls of several frameworks that are proved or stated equal, and so are one thing to do. Assessing it once for the whole group saves one assessment for every control in it beyond the first.",
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
        "A control asks for part of what the control above it asks for.",
    ),
    term(
        "Frameworks",
        "nesting-whole",
        "nesting whole",
        "The controls below a control together ask for exactly what it asks for.",
    ),
    term(
        "Frameworks",
        "framework-reconstruction",
        "reconstruction",
        "A framework rebuilt from public summaries. Check it against a licensed copy before relying on it.",
    ),
];
