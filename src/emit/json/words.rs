//! The vocabularies of the form: text that takes one of a few values, or has a fixed shape.

use std::borrow::Cow;

use crate::JsonSchema;
use serde::Serialize;

/// How far a claim has progressed: `draft` (written by its author), `reviewed` (read by a second person), `final`
/// (released). `withdrawn` claims count nowhere.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("enum" = ["withdrawn", "draft", "reviewed", "final"]))]
pub(super) struct Status(&'static str);

impl Status {
    /// A status of the report.
    pub(super) const fn of(status: xwalk_report::Status) -> Self {
        Self(status.word())
    }
}

/// A relation as rows write it: one word, or several joined by `|` where the author does not know which holds.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^[a-z]+(-[a-z]+)*([|][a-z]+(-[a-z]+)*)*$"))]
pub(super) struct Relation<'r>(pub &'r str);

/// In which respect the two ends of a row were compared (NIST IR 8477); `none-given` where the row does not say.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("enum" = ["syntactic", "semantic", "functional", "none-given"]))]
pub(super) struct Rationale(&'static str);

impl Rationale {
    /// The rationales behind an argument, in the words of the report.
    pub(super) fn all(words: &[&'static str]) -> Vec<Self> {
        let words = words.iter();
        words
            .map(|word| match *word {
                "none given" => Self("none-given"),
                word => Self(word),
            })
            .collect()
    }
}

/// How much of a control is fulfilled if all of the other framework is: `full` all of it, `overlap` something of it,
/// `related` unknown, since rows say only that there is a relationship, `gap` nothing, as somebody has found, `not-reviewed` unknown, since nobody looked.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    Full,
    Overlap,
    Related,
    Gap,
    NotReviewed,
}

impl From<xwalk_report::Verdict> for Verdict {
    fn from(verdict: xwalk_report::Verdict) -> Self {
        match verdict {
            xwalk_report::Verdict::Full => Self::Full,
            xwalk_report::Verdict::Overlap => Self::Overlap,
            xwalk_report::Verdict::Related => Self::Related,
            xwalk_report::Verdict::Gap => Self::Gap,
            xwalk_report::Verdict::NotReviewed => Self::NotReviewed,
        }
    }
}

/// The identifiers of controls, or of one end of a row.
pub(super) type Identifiers<'r> = Vec<Cow<'r, str>>;
