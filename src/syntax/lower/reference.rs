//! The language as its reference page shows it.

use std::borrow::Cow;

use super::construct::CONSTRUCTS;
use super::words::{Block, Often};

/// A construct, for its readers.
pub struct Construct {
    /// The word that begins it.
    pub word: &'static str,
    /// How it is written, up to its block.
    pub header: &'static str,
    /// What it describes.
    pub meaning: &'static str,
    /// The words of its block, and of what stands in that.
    pub blocks: Vec<Words>,
}

/// The words of one block or row.
pub struct Words {
    /// Of what: `a framework`.
    pub of: &'static str,
    /// The words, in order.
    pub words: Vec<Word>,
}

/// A word with all that is known of it.
pub struct Word {
    /// The word.
    pub word: &'static str,
    /// How often it may stand.
    pub often: Cow<'static, str>,
    /// What it takes.
    pub value: Cow<'static, str>,
    /// What it says.
    pub meaning: &'static str,
}

/// The constructs of the language, in the order of reading.
#[must_use]
pub fn reference() -> Vec<Construct> {
    let construct = |kind: &super::construct::Kind| Construct {
        word: kind.word,
        header: kind.header,
        meaning: kind.meaning,
        blocks: kind.blocks.iter().map(|words| words()).collect(),
    };
    CONSTRUCTS.iter().map(construct).collect()
}

/// The words of a construct.
pub fn of<'s, N: Block<'s>>() -> Words {
    let word = |word: &super::words::Word<'s, N>| Word {
        word: word.word,
        often: match word.often {
            Often::Once => Cow::Borrowed("at most once"),
            Often::Needed(_) => Cow::Borrowed("exactly once"),
            Often::Repeated => Cow::Borrowed("any number of times"),
            Often::OneOf(what) => Cow::Owned(format!("one {what} at most")),
        },
        value: word.sets.expected(),
        meaning: word.meaning,
    };
    Words {
        of: N::OF,
        words: N::WORDS.iter().map(word).collect(),
    }
}
