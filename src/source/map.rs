//! The files of one compilation.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{LineIndex, Place, Position, SourceId, Unread};

/// Where a file came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It comes with the program; the workspace's own declarations replace it.
    Bundled,
    /// It stands in the user's workspace.
    Workspace,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text of the language.
    Language,
    /// A table of comma-separated values that a file of the language names. It says nothing by itself.
    Table,
}

/// The largest file that is read, in bytes: offsets fit into 32 bits with room to spare.
pub const LARGEST: usize = 256 * 1024 * 1024;

/// What is wrong with the bytes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// They are not UTF-8; what is not has been replaced by U+FFFD.
    NotUtf8 {
        /// The offset of the first byte that belongs to no character, in the file.
        byte: usize,
        /// The offset of its replacement in the text.
        at: usize,
        /// The file begins with the byte order mark of UTF-16.
        utf16: bool,
    },
    /// They are more than [`LARGEST`]; the text is empty.
    TooLarge {
        /// How many they are.
        bytes: usize,
    },
}

/// One file: its name as shown to the user (relative, forward slashes) and its text without a byte order mark.
#[derive(Debug)]
pub struct Source {
    /// The name that outputs show, wherever the program was started.
    pub name: String,
    /// How diagnostics name the file, if not so: as it is found from where the program was started.
    pub path: Option<String>,
    /// Bundled or the user's own.
    pub origin: Origin,
    /// Text of the language, or a table.
    pub kind: Kind,
    /// What was wrong with its bytes.
    pub error: Option<SourceError>,
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
            path: None,
            origin,
            kind: Kind::Language,
            error: None,
            text,
            lines: OnceLock::new(),
        }
    }

    /// A file of the given bytes. Those that are not UTF-8 are replaced by U+FFFD, and a file that is too large is
    /// left empty; either is kept as its [`error`](Self::error), which reading reports.
    pub fn decode(name: impl Into<String>, bytes: Vec<u8>, origin: Origin) -> Self {
        if bytes.len() > LARGEST {
            let error = Some(SourceError::TooLarge { bytes: bytes.len() });
            return Self {
                error,
                ..Self::new(name, "", origin)
            };
        }
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Self::new(name, text, origin),
            Err(error) => error,
        };
        let byte = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
        let mark = if bytes.starts_with("\u{feff}".as_bytes()) {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let error = Some(SourceError::NotUtf8 {
            byte,
            at: byte.saturating_sub(mark),
            utf16,
        });
        Self {
            error,
            ..Self::new(name, String::from_utf8_lossy(&bytes).into_owned(), origin)
        }
    }

    /// The same as a table.
    #[must_use]
    pub fn into_table(self) -> Self {
        Self {
            kind: Kind::Table,
            ..self
        }
    }

    /// The file as it is found from where the program was started.
    #[must_use]
    pub fn path(&self) -> &str {
        self.path.as_deref().unwrap_or(&self.name)
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
    /// Why the tables that files name and that are not there were not read, by name.
    unread: BTreeMap<String, Unread>,
}

impl SourceMap {
    /// Takes the files in any order.
    #[must_use]
    pub fn new(mut sources: Vec<Source>) -> Self {
        sources.sort_by(|a, b| (a.origin, &a.name).cmp(&(b.origin, &b.name)));
        let unread = BTreeMap::new();
        Self { sources, unread }
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

    /// Tells why tables are missing among the files.
    #[must_use]
    pub fn with_unread(mut self, unread: BTreeMap<String, Unread>) -> Self {
        self.unread = unread;
        self
    }

    /// The table of this name in the user's workspace, or why it was not read.
    ///
    /// # Errors
    ///
    /// If it was not read.
    pub fn table(&self, name: &str) -> Result<(SourceId, &Source), Unread> {
        let key = (Origin::Workspace, name);
        let found = self
            .sources
            .binary_search_by(|source| (source.origin, source.name.as_str()).cmp(&key));
        let found = found.ok().and_then(|at| self.iter().nth(at));
        match found.filter(|(_, source)| source.kind == Kind::Table) {
            Some(table) => Ok(table),
            None => Err(self.unread.get(name).cloned().unwrap_or(Unread::NotThere)),
        }
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

    /// The file as it is found from where the program was started; empty for an id of another map.
    #[must_use]
    pub fn path(&self, id: SourceId) -> &str {
        self.get(id).map_or("", Source::path)
    }

    /// Whether a place is in a file of the user's own.
    #[must_use]
    pub fn is_own(&self, place: Place) -> bool {
        let source = self.get(place.source);
        source.is_some_and(|source| source.origin == Origin::Workspace)
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
