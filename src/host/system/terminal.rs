//! Standard output and standard error.

use std::io::{ErrorKind, IsTerminal, Write};

use crate::HostError;

pub fn print(text: &str) -> Result<(), HostError> {
    let mut output = std::io::stdout().lock();
    match output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(HostError::Print(error)),
        _ => Ok(()),
    }
}

pub fn tell(text: &str) {
    let mut output = std::io::stderr().lock();
    let _unread = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
}

pub fn tells_terminal() -> bool {
    std::io::stderr().is_terminal()
}

pub fn width() -> Option<usize> {
    let size = terminal_size::terminal_size_of(std::io::stderr());
    size.map(|(width, _)| usize::from(width.0))
}
