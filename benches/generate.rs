//! Writes a generated file to the standard output, or a generated posture into a folder.
//!
//! ```sh
//! cargo run --release --example generate -- 1000000 40000 2 1 > large.xwalk
//! cargo run --release --example generate -- posture folder 10000 200 4
//! ```
//!
//! The numbers are rows, controls, frameworks and mappings; of a posture, assessed controls, initiatives and adopted
//! frameworks. Those left out are as in the lines above.
#![expect(
    clippy::disallowed_methods,
    reason = "a program of its own, which writes files"
)]

mod chance;
mod generator;
mod postures;

use std::io::Write;
use std::path::Path;

use generator::{Plan, generate};
use postures::Size;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments.as_slice() {
        ["posture", folder, ref numbers @ ..] => {
            let number = numbers_of(numbers);
            let size = Size {
                controls: number(0, 10_000),
                initiatives: number(1, 200),
                adopted: number(2, 4),
            };
            let folder = Path::new(folder);
            for (name, text) in postures::generate(size) {
                let path = folder.join(name);
                std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
                std::fs::write(path, text)?;
            }
            Ok(())
        }
        ref numbers => {
            let number = numbers_of(numbers);
            let plan = Plan {
                rows: number(0, 1_000_000),
                controls: number(1, 40_000),
                frameworks: number(2, 2),
                mappings: number(3, 1),
            };
            std::io::stdout().write_all(generate(plan).as_bytes())
        }
    }
}

/// The number at a position, or what stands for it.
fn numbers_of(numbers: &[&str]) -> impl Fn(usize, usize) -> usize {
    move |at, default| {
        let number = numbers.get(at).and_then(|number| number.parse().ok());
        number.unwrap_or(default)
    }
}
