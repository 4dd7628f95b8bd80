//! Reads a file into its tree and says how long that took: with the parser of the program, or with the one written by
//! hand that it is measured with.
//!
//! ```sh
//! cargo run --release --example yardstick -- pest large.xwalk
//! cargo run --release --example yardstick -- bytes large.xwalk
//! ```
#![expect(
    clippy::disallowed_methods,
    reason = "a program of its own, which reads a file and measures time"
)]

mod byte_parser;

use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use xwalk::source::{Origin, Source, SourceId};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(parser), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("usage: yardstick pest|bytes FILE".into());
    };
    let text = std::fs::read_to_string(&path)?;
    let source = Source::new(path, text, Origin::Workspace);
    let begun = Instant::now();
    let items = match parser.as_str() {
        "bytes" => {
            let file = byte_parser::parse(SourceId(0), source.text());
            let file = file.map_err(|at| format!("byte {at} is beyond the generated language"))?;
            black_box(file.items.len())
        }
        _ => black_box(xwalk::syntax::parse(SourceId(0), &source).file.items.len()),
    };
    let taken = begun.elapsed();
    let milliseconds = taken.as_millis();
    writeln!(std::io::stdout(), "{items} items in {milliseconds} ms")?;
    Ok(())
}
