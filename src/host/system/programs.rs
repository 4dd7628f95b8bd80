//! Other programs.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use crate::Ran;

#[expect(
    clippy::disallowed_methods,
    reason = "this is the function that may run other programs"
)]
pub fn run(program: &str, arguments: &[&OsStr], input: &[u8]) -> io::Result<Ran> {
    let mut process = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut pipe) = process.stdin.take() {
        // A program that is given something here reads everything before it writes anything. If it ends before that, it
        // says why.
        let _said = pipe.write_all(input);
    }
    let answer = process.wait_with_output()?;
    Ok(Ran {
        succeeded: answer.status.success(),
        output: answer.stdout,
        errors: answer.stderr,
    })
}
