//! `xwalk.toml`: levels of diagnostics, pins, and defaults of `build`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, Key, Table};

use super::files::Files;
use super::{WorkspaceError, codes, readers};
use xwalk_diagnostic::{Code, Level, Levels, Severity, nearest};
use xwalk_host::Host;
use xwalk_source::LineIndex;
use xwalk_syntax::ast::{Date, Status};

/// What `xwalk.toml` says.
#[derive(Debug, Default)]
pub struct Settings {
    /// Levels.
    pub levels: Levels,
    /// Digests by framework or mapping, with the place of the pin, `xwalk.toml:7`.
    pub pins: BTreeMap<String, Pin>,
    /// Defaults of `build`.
    pub build: BuildDefaults,
}

/// The digest that a framework or mapping had.
#[derive(Debug)]
pub struct Pin {
    /// `sha256:` and 64 hexadecimal digits.
    pub digest: String,
    /// Where it is pinned.
    pub place: String,
}

/// What `build` does where the command line says nothing.
#[derive(Debug, Default)]
pub struct BuildDefaults {
    /// The output folder, relative to the settings.
    pub output: Option<PathBuf>,
    /// The formats.
    pub emit: Vec<String>,
    /// Leave out licensed wording.
    pub public: bool,
    /// Only these frameworks.
    pub only: Vec<String>,
    /// The weakest status that counts.
    pub status: Option<Status>,
    /// The date.
    pub date: Option<Date>,
    /// The framework on the left of the crosswalk.
    pub pivot: Option<String>,
    /// The folder whose templates stand in the place of the program's, relative to the settings.
    pub templates: Option<PathBuf>,
}

impl Settings {
    /// What is set for files; nothing where they have no settings. `outputs` are the names that `emit` below `[build]` may
    /// hold; any, where it is `None`.
    ///
    /// # Errors
    ///
    /// If they cannot be read, or not be followed.
    pub fn of(
        host: &dyn Host,
        files: &Files,
        outputs: Option<&[&str]>,
    ) -> Result<Self, WorkspaceError> {
        match files.settings() {
            Some(path) => Self::parse(&host.shortened(&path), &host.read_text(&path)?, outputs),
            None => Ok(Self::default()),
        }
    }

    /// Reads the text of a settings file. All that is wrong is reported together.
    ///
    /// # Errors
    ///
    /// If there is anything that cannot be followed.
    pub fn parse(
        path: &Path,
        text: &str,
        outputs: Option<&[&str]>,
    ) -> Result<Self, WorkspaceError> {
        let mut reader = Reader::new(path, text, outputs);
        let mut settings = Self::default();
        match Document::parse(text) {
            Ok(document) => settings.read(document.as_table(), &mut reader),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                reader.say(at, error.message().trim().replace('\n', ", "));
            }
        }
        match reader.wrong() {
            wrong if wrong.is_empty() => Ok(settings),
            wrong => Err(WorkspaceError::Settings(wrong)),
        }
    }

    fn read(&mut self, root: &Table, reader: &mut Reader<'_>) {
        reader.refuse_unknown(
            root.iter().filter_map(|(name, _)| root.key(name)),
            &["levels", "pins", "build"],
        );
        for (key, item) in reader.section(root, "levels") {
            if let Some((code, level)) = reader.level(key, item) {
                self.levels.set(code, level);
            }
        }
        for (key, item) in reader.section(root, "pins") {
            let place = reader.place(key);
            if let Some(digest) = reader.digest(item) {
                self.pins
                    .insert(key.get().to_owned(), Pin { digest, place });
            }
        }
        let build = reader.section(root, "build");
        reader.refuse_unknown(
            build.iter().map(|(key, _)| *key),
            &[
                "output",
                "emit",
                "public",
                "only",
                "status",
                "date",
                "pivot",
                "templates",
            ],
        );
        for (key, item) in build {
            self.build.read(key, item, reader);
        }
    }
}

impl BuildDefaults {
    fn read(&mut self, key: &Key, item: &Item, reader: &mut Reader<'_>) {
        match key.get() {
            "output" => self.output = reader.string(item).map(PathBuf::from),
            "emit" => {
                self.emit = reader.strings(item);
                reader.refuse_unknown_outputs(item);
            }
            "public" => self.public = reader.boolean(item),
            "only" => self.only = reader.strings(item),
            "status" => self.status = reader.parsed(item, readers::status),
            "date" => self.date = reader.parsed(item, readers::date),
            "pivot" => self.pivot = reader.string(item),
            "templates" => self.templates = reader.string(item).map(PathBuf::from),
            _ => {}
        }
    }
}

/// Reads parts of the settings and collects what is wrong with them.
struct Reader<'t> {
    path: &'t Path,
    text: &'t str,
    /// The outputs that may be named; any, where it is `None`.
    outputs: Option<&'t [&'t str]>,
    lines: LineIndex,
    /// With the byte of each, to tell them in the order of the text.
    wrong: Vec<(usize, String)>,
}

impl<'t> Reader<'t> {
    /// Begins with a text of which nothing is read yet.
    fn new(path: &'t Path, text: &'t str, outputs: Option<&'t [&'t str]>) -> Self {
        Self {
            path,
            text,
            outputs,
            lines: LineIndex::new(text),
            wrong: Vec::new(),
        }
    }

    /// All that is wrong, in the order of the text.
    fn wrong(mut self) -> Vec<String> {
        self.wrong.sort();
        self.wrong.into_iter().map(|(_, message)| message).collect()
    }

    /// Notes what is wrong at a byte of the text.
    fn say(&mut self, at: usize, what: impl std::fmt::Display) {
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
    fn say_of(&mut self, item: &Item, what: impl std::fmt::Display) {
        self.say(item.span().map_or(0, |span| span.start), what);
    }

    /// The line of a key: `xwalk.toml:7`.
    fn place(&self, key: &Key) -> String {
        let at = key.span().map_or(0, |span| span.start);
        let position = self
            .lines
            .position(self.text, u32::try_from(at).unwrap_or(0));
        format!("{}:{}", self.path.display(), position.line)
    }

    /// Notes the keys that mean nothing.
    fn refuse_unknown<'k>(&mut self, keys: impl Iterator<Item = &'k Key>, known: &[&str]) {
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
    fn section<'d>(&mut self, root: &'d Table, name: &str) -> Vec<(&'d Key, &'d Item)> {
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

    /// Notes the outputs that there are not.
    fn refuse_unknown_outputs(&mut self, item: &Item) {
        let Some(outputs) = self.outputs else {
            return;
        };
        for value in item.as_array().into_iter().flatten() {
            let Some(name) = value.as_str().filter(|name| !outputs.contains(name)) else {
                continue;
            };
            let near = nearest(name, outputs.iter().copied())
                .map_or_else(|| outputs.join(", "), str::to_owned);
            self.say(
                value.span().map_or(0, |span| span.start),
                format_args!("there is no output `{name}`; write {near}"),
            );
        }
    }

    /// A code and the level that it is to have.
    fn level(&mut self, key: &Key, item: &Item) -> Option<(&'static Code, Level)> {
        let code = match codes::find(key.get()) {
            Ok(code) => code,
            Err(what) => {
                self.say(key.span().map_or(0, |span| span.start), what);
                return None;
            }
        };
        let level = match item.as_str() {
            Some("error") => Level::At(Severity::Error),
            Some("warning") => Level::At(Severity::Warning),
            Some("note") => Level::At(Severity::Note),
            Some("off") => Level::Off,
            _ => {
                self.say_of(
                    item,
                    "a level is \"error\", \"warning\", \"note\" or \"off\"",
                );
                return None;
            }
        };
        if let Err(what) = code.can_be(level) {
            self.say_of(item, what);
            return None;
        }
        Some((code, level))
    }

    /// `sha256:` and 64 hexadecimal digits, in small letters.
    fn digest(&mut self, item: &Item) -> Option<String> {
        let digits = item.as_str().and_then(|text| text.strip_prefix("sha256:"));
        match digits {
            Some(digits)
                if digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                Some(format!("sha256:{}", digits.to_ascii_lowercase()))
            }
            _ => {
                self.say_of(
                    item,
                    "a pin is \"sha256:\" and 64 hexadecimal digits; `xwalk pin` writes them",
                );
                None
            }
        }
    }

    /// A text.
    fn string(&mut self, item: &Item) -> Option<String> {
        let text = item.as_str().map(str::to_owned);
        if text.is_none() {
            self.say_of(item, "this is a text: write it between quotation marks");
        }
        text
    }

    /// A list of texts.
    fn strings(&mut self, item: &Item) -> Vec<String> {
        let texts = item.as_array().and_then(|array| {
            array
                .iter()
                .map(|value| value.as_str().map(str::to_owned))
                .collect()
        });
        texts.unwrap_or_else(|| {
            self.say_of(item, "this is a list of texts, such as [\"html\", \"csv\"]");
            Vec::new()
        })
    }

    /// True or false.
    fn boolean(&mut self, item: &Item) -> bool {
        item.as_bool().unwrap_or_else(|| {
            self.say_of(item, "write true or false");
            false
        })
    }

    /// A text of a certain form.
    fn parsed<T>(&mut self, item: &Item, parse: fn(&str) -> Result<T, String>) -> Option<T> {
        // A date may also be written without quotation marks.
        let text = item
            .as_str()
            .map(str::to_owned)
            .or_else(|| item.as_datetime().map(ToString::to_string));
        match parse(text.as_deref().unwrap_or("")) {
            Ok(value) => Some(value),
            Err(what) => {
                self.say_of(item, what);
                None
            }
        }
    }
}
