//! Writes a generated file to the standard output.
//!
//! ```sh
//! cargo run --release --example generate -- 1000000 40000 2 1 > large.xwalk
//! ```
//!
//! The numbers are rows, controls, frameworks and mappings; those left out are as in the line above.

mod chance;
mod generator;

use std::io::Write;

use generator::{Plan, generate};

fn main() -> std::io::Result<()> {
    let mut numbers = std::env::args().skip(1);
    let mut number = |default: usize| {
        let number = numbers.next().and_then(|number| number.parse().ok());
        number.unwrap_or(default)
    };
    let plan = Plan {
        rows: number(1_000_000),
        controls: number(40_000),
        frameworks: number(2),
        mappings: number(1),
    };
    std::io::stdout().write_all(generate(plan).as_bytes())
}
