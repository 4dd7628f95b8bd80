//! How much two texts speak of the same: BM25 over folded words, from an inverted index.
//!
//! It knows text, nothing of frameworks. What it finds is a hint where to look, never a claim: two controls may ask
//! for the same in other words, or for different things in the same ones.
//!
//! ```
//! use xwalk_similarity::{Index, Words};
//!
//! let texts = ["Review of access rights", "Backups", "Rights of access are reviewed"];
//! let index = Index::new(texts.map(|title| Words::default().title(title)));
//!
//! assert_eq!(index.similarity(0, 2), 100);
//! assert_eq!(index.similarity(0, 1), 0);
//! assert_eq!(index.shared_words(0, 2), ["access", "review", "rights"]);
//! ```

mod stem;
mod stop_words;
mod words;

mod logarithm;

mod bm25;
mod index;

pub use index::Index;
pub use words::Words;
