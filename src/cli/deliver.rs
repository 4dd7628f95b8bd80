//! Where a mapping goes that the program writes.

use std::path::Path;

use super::args::MappingOutput;
use super::{RunError, findings};
use xwalk_host::Host;
use xwalk_write::{Within, append, apply};

/// Fails if the file exists, unless it may be overwritten: asked before any work is done.
pub fn refuse_to_overwrite(host: &dyn Host, output: &MappingOutput) -> Result<(), RunError> {
    match &output.output {
        Some(path) if host.exists(path) && !output.force => Err(RunError::Output(format!(
            "{} exists already; name another file, or overwrite it with `--force`",
            path.display()
        ))),
        _ => Ok(()),
    }
}

/// Prints the parts of a file in canonical form, one below the other, or writes them into the file; the path, if it was
/// written.
pub fn deliver<'a>(
    host: &dyn Host,
    parts: &[String],
    output: &'a MappingOutput,
) -> Result<Option<&'a Path>, RunError> {
    let text = parts.iter().try_fold(String::new(), |text, part| {
        let edits = append(&text, Within::File, part)?;
        apply(&text, &edits)
    });
    let text = text
        .map_err(|reason| RunError::Output(format!("the mapping cannot be written: {reason}")))?;
    let Some(path) = &output.output else {
        host.print(&findings::safe(&text))?;
        return Ok(None);
    };
    if host.exists(path) {
        host.replace(path, text.as_bytes())?;
    } else {
        host.write_new(path, text.as_bytes())?;
    }
    Ok(Some(path))
}
