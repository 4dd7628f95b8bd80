//! `xwalk fmt`: files in their canonical form.

use std::path::Path;

use super::args::Fmt;
use super::rewrite::rewrite;
use super::{Context, Outcome, RunError, findings};
use xwalk_source::{Origin, Source};
use xwalk_workspace::Files;
use xwalk_write::format;

pub fn run(arguments: &Fmt, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let files = Files::find(host, &arguments.paths)?;
    if files.root.is_none() && arguments.paths.is_empty() {
        let what = "there is no xwalk.toml here or above: name the files or folders to format";
        return Err(RunError::Usage(what.to_owned()));
    }
    let mut outcome = Outcome::Clean;
    let mut output = String::new();
    for path in &files.paths {
        let name = findings::one_line(&files.path(path));
        // One file that cannot be formatted keeps no other from it.
        let mut kept = |reason: String| {
            outcome = Outcome::Findings;
            host.tell(&findings::safe(&format!("error: {reason}\n")));
        };
        let source = match host.read_text(path) {
            Ok(text) => Source::new(name.as_str(), text, Origin::Workspace),
            Err(error) => {
                kept(error.about(Path::new(&name)).to_string());
                continue;
            }
        };
        match format(&source) {
            Ok(text) if text == source.text() => {}
            Ok(text) if arguments.check => {
                outcome = Outcome::Findings;
                output.push_str(&format!(
                    "{name}\n{}",
                    first_difference(source.text(), &text)
                ));
            }
            Ok(text) => match rewrite(host, &files.bounds, path, &text) {
                Ok(()) => output.push_str(&format!("formatted {name}\n")),
                Err(error) => kept(error.to_string()),
            },
            Err(reason) => kept(format!("{name}: {reason}")),
        }
    }
    if common.quiet == 0 {
        host.print(&findings::safe(&output))?;
    }
    Ok(outcome)
}

/// The first line that differs, as it is and as it would be.
fn first_difference(before: &str, after: &str) -> String {
    let (mut old, mut new) = (before.lines(), after.lines());
    let mut number = 1;
    loop {
        match (old.next(), new.next()) {
            (Some(one), Some(other)) if one == other => number += 1,
            (None, None) => return "  line ends differ\n".to_owned(),
            (one, other) => {
                let line = |sign: char, text: Option<&str>| {
                    text.map_or_else(String::new, |text| format!("  {sign} {text}\n"))
                };
                return format!("  line {number}:\n{}{}", line('-', one), line('+', other));
            }
        }
    }
}
