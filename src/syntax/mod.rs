//! From text to what it says.
//!
//! ```
//! use xwalk_source::{Origin, Source, SourceId};
//! use xwalk_syntax::ast::{Control, Item};
//! use xwalk_syntax::parse;
//!
//! let text = r#"
//! framework house-rules@1.0 "House rules" {
//!   levels area > rule
//!   HR-A "Access" {
//!     HR-A.1 "Accounts belong to one person"
//!     HR-A.2 "Access is reviewed twice a year"
//!   }
//! }
//! "#;
//! let source = Source::new("house-rules.xwalk", text, Origin::Workspace);
//! let parsed = parse(SourceId(0), &source);
//! assert!(parsed.diagnostics.is_empty());
//!
//! /// The identifiers of controls and of all that is nested in them.
//! fn identifiers<'a>(controls: &'a [Control<'_>]) -> Vec<&'a str> {
//!     let each = controls.iter().map(|control| {
//!         let below = identifiers(&control.children);
//!         [vec![control.id.value], below].concat()
//!     });
//!     each.flatten().collect()
//! }
//! let Some(Item::Framework(framework)) = parsed.file.items.first() else {
//!     panic!("the text declares a framework");
//! };
//! assert_eq!(identifiers(&framework.controls), ["HR-A", "HR-A.1", "HR-A.2"]);
//! ```
//!
//! [`parse`] and what it answers with, down to the types of [`ast`], are meant for others as well. Before version 1.0, names
//! may change with a minor version.

pub mod ast;
mod characters;
mod explain;
mod found;
mod grammar;
mod item;
pub mod layout;
mod lower;
mod outline;
mod parse;
mod read;
mod spell;
pub mod table;
mod tree;
mod within;

pub use lower::{Construct, Word, Words, dedented, is_identifier, reference};
pub use parse::{Parsed, parse};
pub use spell::{spelled_identifier, spelled_text};
pub use tree::{Atom, Sign};
