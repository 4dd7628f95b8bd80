//! The files of one compilation.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{LineIndex, Place, Position, SourceId};

/// Where a file came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It comes with the program; the workspace's own declarations replace it.
    Bundled,
    /// It stands in the user's workspace.
    Workspace,
}

/// One file: its name as shown to the user (relative, forward slashes) and its text without a byte order mark.
#[derive(Debug)]
pub struct Source {
    /// The name that diagnostics and outputs show.
    pub name: String,
    /// Bundled or the user's own.
    pub origin: Origin,
    text: Cow<'static, str>,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// A file of the given name and text. A byte order mark at the start is dropped.
    pub fn new(
        name: impl Into<String>,
        text: impl Into<Cow<'static, str>>,
        origin: Origin,
    ) -> Self {
        let text = match text.into() {
            Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
            Cow::Owned(mut text) => {
                if text.starts_with('\u{feff}') {
                    text.drain(..'\u{feff}'.len_utf8());
                }
                Cow::Owned(text)
            }
        };
        Self {
            name: name.into(),
            origin,
            text,
            lines: OnceLock::new(),
        }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines of the text, found at the first call.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// All files of one compilation, ordered by origin and name, so that no order of reading can show.
#[derive(Debug, Default)]
pub struct SourceMap {
    sources: Vec<Source>,
}

impl SourceMap {
    /// Takes the files in any order.
    #[must_use]
    pub fn new(mut sources: Vec<Source>) -> Self {
        sources.sort_by(|a, b| (a.origin, &a.name).cmp(&(b.origin, &b.name)));
        Self { sources }
    }

    /// All files with their ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.sources
            .iter()
            .enumerate()
            .map(|(at, source)| (SourceId(u32::try_from(at).unwrap_or(u32::MAX)), source))
    }

    /// The number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there is no file at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// The file with this id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(id.0 as usize)
    }

    /// The name of a file; empty for an id of another map.
    #[must_use]
    pub fn name(&self, id: SourceId) -> &str {
        self.get(id).map_or("", |source| source.name.as_str())
    }

    /// The text at a place.
    #[must_use]
    pub fn text(&self, place: Place) -> &str {
        self.get(place.source)
            .and_then(|source| source.text().get(place.span.range()))
            .unwrap_or("")
    }

    /// Line and column at which a place begins.
    #[must_use]
    pub fn position(&self, place: Place) -> Position {
        self.get(place.source)
            .map_or(Position { line: 1, column: 1 }, |source| {
                source.lines().position(source.text(), place.span.start)
            })
    }

    /// Line and column at which a place ends.
    #[must_use]
    pub fn end_position(&self, place: Place) -> Position {
        self.get(place.source)
            .map_or(Position { line: 1, column: 1 }, |source| {
                source.lines().position(source.text(), place.span.end)
            })
    }

    /// `file:line` of a place, as outputs print it.
    #[must_use]
    pub fn file_line(&self, place: Place) -> String {
        format!("{}:{}", self.name(place.source), self.position(place).line)
    }
}
