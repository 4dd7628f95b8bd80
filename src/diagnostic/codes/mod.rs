//! The codes that no rule raises: those of reading, syntax, names and declarations.

pub mod declarations;
pub mod names;
pub mod posture;
pub mod reading;
pub mod syntax;
pub mod vocabulary;

/// All codes of this folder, in order of their ids.
pub fn all() -> impl Iterator<Item = &'static super::Code> {
    [
        reading::CODES,
        syntax::CODES,
        vocabulary::CODES,
        names::CODES,
        declarations::CODES,
        posture::CODES,
    ]
    .into_iter()
    .flatten()
    .copied()
}
