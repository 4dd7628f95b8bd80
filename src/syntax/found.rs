//! Findings, of which so many are kept as somebody may read, and all are counted.

use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::reading::TOO_MANY_FINDINGS;
use xwalk_source::{Place, Source};

/// So many findings of one file are kept. More than that has one cause, or the file is none of ours.
const KEPT: usize = 2_000;

/// After so many findings, nothing more of a file is read.
pub const COUNTED: usize = 2_000_000;

/// The findings on a file or a part of it.
#[derive(Debug, Default)]
pub struct Found {
    kept: Vec<Diagnostic>,
    /// Those that are not kept.
    more: usize,
}

impl Found {
    /// These findings, of which there are few.
    pub fn of(kept: Vec<Diagnostic>) -> Self {
        Self { kept, more: 0 }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.kept.len() + self.more
    }

    /// Those that are kept.
    pub fn kept(&self) -> &[Diagnostic] {
        &self.kept
    }

    /// Adds a finding, which is made only if it is kept.
    pub fn add(&mut self, finding: impl FnOnce() -> Diagnostic) {
        match self.kept.len() < KEPT {
            true => self.kept.push(finding()),
            false => self.more += 1,
        }
    }

    /// Adds findings.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        for finding in findings {
            self.add(|| finding);
        }
    }

    /// Adds what was found in another part.
    pub fn append(&mut self, other: Self) {
        self.extend(other.kept);
        self.more += other.more;
    }

    /// All that are kept, in the order of the text, and how many there are besides; `read` is where reading came to.
    pub fn into_diagnostics(mut self, source: &Source, read: usize) -> Vec<Diagnostic> {
        let last = self
            .kept
            .iter()
            .map(|found| found.primary.place)
            .max_by_key(|place| place.span.start);
        if let Some(place) = last.filter(|_| self.more > 0) {
            self.kept.push(too_many(
                place,
                self.kept.len(),
                self.more,
                &unread(source, read),
            ));
        }
        self.kept.sort_by(Diagnostic::order);
        self.kept
    }
}

/// What of a file is not read, as the end of a sentence.
fn unread(source: &Source, read: usize) -> String {
    let text = source.text();
    match text.get(read..) {
        Some(rest) if !rest.trim().is_empty() => {
            let line = source
                .lines()
                .position(text, u32::try_from(read).unwrap_or(u32::MAX))
                .line;
            format!(", and nothing below line {line} was read")
        }
        _ => String::new(),
    }
}

fn too_many(place: Place, kept: usize, more: usize, unread: &str) -> Diagnostic {
    let (findings, are) = match more {
        1 => ("finding", "is"),
        _ => ("findings", "are"),
    };
    let message = format!(
        "{more} more {findings} in this file {are} not shown beside the first {kept}{unread}"
    );
    Diagnostic::new(TOO_MANY_FINDINGS, place, message)
        .help("mend the first ones: where there are so many, most have one cause")
}
