//! `xwalk.toml`: levels of diagnostics, pins, and defaults of `build`.

mod reader;
mod values;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, Key, Table};

use self::reader::Reader;
use super::files::Files;
use super::{WorkspaceError, readers};
use xwalk_diagnostic::Levels;
use xwalk_host::Host;
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
    /// All that comes with the program, whether the workspace names it or not.
    pub bundled: bool,
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
                "bundled",
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
            "bundled" => self.bundled = reader.boolean(item),
            "status" => self.status = reader.parsed(item, readers::status),
            "date" => self.date = reader.parsed(item, readers::date),
            "pivot" => self.pivot = reader.string(item),
            "templates" => self.templates = reader.string(item).map(PathBuf::from),
            _ => {}
        }
    }
}
