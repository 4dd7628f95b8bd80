//! Closed sets of words in the answers for programs: each stands once, and the schemas allow no other.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::Form;
use crate::Verdict;
use crate::answers::Claimed;
use xwalk_analysis::{Eligibility, Merit, Tie};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::{Rationale, Status};

/// Something that is said in one of a few words.
pub trait Vocabulary: Copy + 'static {
    /// What the set is called in schemas.
    const NAME: &'static str;
    /// What its words mean.
    const ABOUT: &'static str;
    /// All of it.
    fn all() -> impl Iterator<Item = Self>;
    /// The word.
    fn word(self) -> Cow<'static, str>;
}

/// One of a closed set of words.
#[derive(Clone, Copy)]
pub struct Word<T>(pub T);

impl<T: Vocabulary> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.word())
    }
}

impl<T: Vocabulary> Form<T> for Word<T> {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        Word(*value).serialize(serializer)
    }
}

impl Vocabulary for Verdict {
    const NAME: &'static str = "Verdict";
    const ABOUT: &'static str = "How much of a control is fulfilled if all of the other framework is: `full` all of it, `overlap` something of it, `related` unknown, since rows say only that there is a relationship, `gap` nothing, as somebody has found, `not reviewed` unknown, since nobody looked.";

    fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter()
    }

    fn word(self) -> Cow<'static, str> {
        Self::word(self).into()
    }
}

impl Vocabulary for Status {
    const NAME: &'static str = "Status";
    const ABOUT: &'static str = "How far a claim has progressed: `draft` (written by its author), `reviewed` (read by a second person), `final` (released). `withdrawn` claims count nowhere.";

    fn all() -> impl Iterator<Item = Self> {
        [Self::Withdrawn, Self::Draft, Self::Reviewed, Self::Final].into_iter()
    }

    fn word(self) -> Cow<'static, str> {
        Self::word(self).into()
    }
}

impl Vocabulary for Relation {
    const NAME: &'static str = "Relation";
    const ABOUT: &'static str =
        "One of the five relations, of which exactly one holds between any two controls.";

    fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter()
    }

    fn word(self) -> Cow<'static, str> {
        Self::word(self).into()
    }
}

/// The relations that a label allows, one by one.
impl Form<Label> for Vec<Word<Relation>> {
    fn write<S: Serializer>(label: &Label, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(label.relations().map(Word))
    }
}

impl Vocabulary for Label {
    const NAME: &'static str = "Label";
    const ABOUT: &'static str = "The relations that are possible, joined by `|`; `overlaps` stands for all but `no-relationship`.";

    fn all() -> impl Iterator<Item = Self> {
        (1..=Self::ANY.bits()).map(Self::from_bits)
    }

    fn word(self) -> Cow<'static, str> {
        self.to_string().into()
    }
}

/// `related-to` and the supportive words, which say nothing about sets.
fn silent_words() -> impl Iterator<Item = xwalk_relation::Word> {
    let words = xwalk_relation::Word::ALL.into_iter();
    words.filter(|word| word.label() == Label::ANY)
}

impl Vocabulary for Tie {
    const NAME: &'static str = "Tie";
    const ABOUT: &'static str = "What rows say of two controls: the relations that they leave possible, joined by `|`; `part-of-a-union` where they say more of several controls together; or the word of a row that says nothing about sets.";

    fn all() -> impl Iterator<Item = Self> {
        let labels = Label::all().filter(|label| label.implies(Label::OVERLAPS));
        labels
            .map(Self::Says)
            .chain([Self::Joint])
            .chain(silent_words().map(Self::Named))
    }

    fn word(self) -> Cow<'static, str> {
        self.to_string().into()
    }
}

impl Vocabulary for Claimed {
    const NAME: &'static str = "Claimed";
    const ABOUT: &'static str = "What a row says: the relations that it leaves possible, joined by `|`, or a word that says nothing about sets.";

    fn all() -> impl Iterator<Item = Self> {
        Label::all()
            .map(Self::Relation)
            .chain(silent_words().map(Self::Named))
    }

    fn word(self) -> Cow<'static, str> {
        self.to_string().into()
    }
}

/// In which respect controls were compared; nothing where a row does not say.
impl Vocabulary for Option<Rationale> {
    const NAME: &'static str = "Rationale";
    const ABOUT: &'static str = "In which respect the two ends of a row were compared (NIST IR 8477); `none given` where the row does not say.";

    fn all() -> impl Iterator<Item = Self> {
        let given = [
            Rationale::Syntactic,
            Rationale::Semantic,
            Rationale::Functional,
        ];
        given.map(Some).into_iter().chain([None])
    }

    fn word(self) -> Cow<'static, str> {
        self.map_or("none given", Rationale::word).into()
    }
}

/// The rationales of all rows behind something.
impl Form<Merit> for Vec<Word<Option<Rationale>>> {
    fn write<S: Serializer>(merit: &Merit, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(merit.rationales.iter().copied().map(Word))
    }
}

/// Why a row carries no verdict.
#[derive(Clone, Copy)]
pub struct LeftOut(&'static str);

impl Form<&'static str> for Word<LeftOut> {
    fn write<S: Serializer>(reason: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
        Word(LeftOut(reason)).serialize(serializer)
    }
}

impl Vocabulary for LeftOut {
    const NAME: &'static str = "LeftOut";
    const ABOUT: &'static str = "Why a row does not count.";

    fn all() -> impl Iterator<Item = Self> {
        let all = [
            Eligibility::Withdrawn,
            Eligibility::Superseded,
            Eligibility::BelowFloor,
            Eligibility::Conditional,
            Eligibility::Disputed,
        ];
        all.into_iter().filter_map(Eligibility::left_out).map(Self)
    }

    fn word(self) -> Cow<'static, str> {
        self.0.into()
    }
}
