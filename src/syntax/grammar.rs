//! The grammar of `grammar/xwalk.pest`. What it is made of stays in this room.

// The derive macro writes code that nobody reads.
#[derive(pest_derive::Parser)]
#[grammar = "../../grammar/xwalk.pest"]
pub struct Grammar;
