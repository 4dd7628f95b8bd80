//! Hiding single values of a document so that its maker can show each of them later, and anybody can check it.
//!
//! In the manner of RFC 9901, "Selective Disclosure for JSON Web Tokens": a value gives way to the digest of itself with a
//! salt, and salt and value go to a file of their own. The digest stands in the document that is signed, so that nobody,
//! its maker included, can show another value later; and it tells nothing of the value, since nobody can try values without
//! the salt.
//!
//! Pure: documents and a seed in, documents and disclosures out. Which members are hidden from whom is the affair of the
//! document's form.

mod digest;
mod disclose;
mod hidden;
mod hide;
mod place;
mod seed;

#[cfg(feature = "schemas")]
use schemars::JsonSchema;
#[cfg(not(feature = "schemas"))]
use xwalk_schema::JsonSchema;

pub use digest::{digest, sha256};
pub use disclose::{Disclosure, DisclosureError, disclose};
pub use hidden::HIDDEN;
pub use hide::hide;
pub use place::{around, places};
pub use seed::{SaltSeed, Salts, SeedError};
