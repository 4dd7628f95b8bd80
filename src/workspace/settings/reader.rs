//! Reads the sections of the settings, and collects all that is wrong with them.

use std::path::Path;

use toml_edit::{Item, Key, Table};

use xwalk_diagnostic::nearest;
use xwalk_source::LineIndex;

/// Reads parts of the settings and collects what is wrong with them.
pub struct Reader<'t> {
    path: &'t Path,
    text: &'t str,
    /// The outputs that may be named; any, where it is `None`.
    pub outputs: Option<&'t [&'t str]>,
    lines: LineIndex,
    /// With the byte of each, to tell them in the order of the text.
    wrong: Vec<(usize, String)>,
}

impl<'t> Reader<'t> {
    /// Begins with a text of which nothing is read yet.
    pub fn new(path: &'t Path, text: &'t str, outputs: Option<&'t [&'t str]>) -> Self {
        Self {
            path,
            text,
            outputs,
            lines: LineIndex::new(text),
            wrong: Vec::new(),
        }
    }

    /// All that is wrong, in the order of the text.
    pub fn wrong(mut self) -> Vec<String> {
        self.wrong.sort();
        self.wrong.into_iter().map(|(_, message)| message).collect()
    }

    /// Notes what is wrong at a byte of the text.
    pub fn say(&mut self, at: usize, what: impl std::fmt::Display) {
        let position = self
            .lines
            .position(self.text, u32::try_from(at).unwrap_or(0));
        let message = format!(
            "{}:{}:{}: {what}",
            self.path.display(),
            position.line,
            position.column
        );
        self.wrong.push((at, message));
    }

    /// Notes what is wrong with an entry.
    pub fn say_of(&mut self, item: &Item, what: impl std::fmt::Display) {
        self.say(item.span().map_or(0, |span| span.start), what);
    }

    /// The line of a key: `xwalk.toml:7`.
    pub fn place(&self, key: &Key) -> String {
        let at = key.span().map_or(0, |span| span.start);
        let position = self
            .lines
            .position(self.text, u32::try_from(at).unwrap_or(0));
        format!("{}:{}", self.path.display(), position.line)
    }

    /// Notes the keys that mean nothing.
    pub fn refuse_unknown<'k>(&mut self, keys: impl Iterator<Item = &'k Key>, known: &[&str]) {
        for key in keys.filter(|key| !known.contains(&key.get())) {
            let hint = match nearest(key.get(), known.iter().copied()) {
                Some(near) => format!("write `{near}`"),
                None => format!("there are {}", known.join(", ")),
            };
            self.say(
                key.span().map_or(0, |span| span.start),
                format_args!("`{}` has no meaning here; {hint}", key.get()),
            );
        }
    }

    /// The entries of a section, in the order of the text; none if it is absent.
    pub fn section<'d>(&mut self, root: &'d Table, name: &str) -> Vec<(&'d Key, &'d Item)> {
        let Some(item) = root.get(name) else {
            return Vec::new();
        };
        let Some(table) = item.as_table_like() else {
            self.say_of(
                item,
                format_args!("`{name}` is a section; write `[{name}]` on a line of its own"),
            );
            return Vec::new();
        };
        let mut entries: Vec<_> = table
            .iter()
            .filter_map(|(key, item)| Some((table.key(key)?, item)))
            .collect();
        entries.sort_by_key(|(key, _)| key.span().map(|span| span.start));
        entries
    }
}
