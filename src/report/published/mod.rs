//! How types of the report are written where an output publishes them as they are: what a text looks like stands in the
//! schema, and the value itself stays what the rest of the program works with.

mod form;
mod hideable;
mod posture;
#[cfg(feature = "schemas")]
mod schemas;
mod shapes;
mod words;

pub(super) use form::written_as;
pub use form::{As, Form};
pub use hideable::Hideable;
pub use posture::Spoken;
pub use shapes::{ControlName, Day, FrameworkKey, Name, RowId, Sha256, TimeSpan};
pub use words::{LeftOut, Vocabulary, Word};
