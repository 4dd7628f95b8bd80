//! What is worked on: files, settings and levels.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::bounds::Bounds;
use super::files::Files;
use super::named::NamedFiles;
use super::settings::Settings;
use super::{WorkspaceError, pins};
use xwalk_compile::{Compilation, compile};
use xwalk_diagnostic::{Diagnostic, Levels};
use xwalk_host::{Host, HostError, Regular};
use xwalk_model::Model;
use xwalk_redaction::sha256;
use xwalk_source::{LARGEST, Origin, Source, SourceError, SourceId, SourceMap, Unread, beside};
use xwalk_syntax::table::named;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Files, settings and levels.
#[derive(Debug)]
pub struct Workspace {
    /// The folder of `xwalk.toml`, if there is one.
    pub root: Option<PathBuf>,
    /// Where its files may be changed.
    pub bounds: Bounds,
    /// What `xwalk.toml` says.
    pub settings: Settings,
    /// All files, those that come with the program among them.
    pub sources: SourceMap,
    /// Levels from the settings, and from whoever opened it.
    pub levels: Levels,
    /// The digests of files that are not those of their text: of tables, and of what begins with a byte order mark or is
    /// not UTF-8.
    digests: BTreeMap<String, String>,
}

impl Workspace {
    /// The workspace of the paths that are given, else the current one, else only what comes with the program. What its
    /// settings say about outputs is not judged, since none are made here.
    ///
    /// # Errors
    ///
    /// If a path leads nowhere, a file cannot be read, or the settings cannot be followed.
    pub fn open(host: &dyn Host, paths: &[PathBuf]) -> Result<Self, WorkspaceError> {
        let files = Files::find(host, paths)?;
        let settings = Settings::of(host, &files, None)?;
        let levels = settings.levels.clone();
        Self::read(host, &files, settings, levels)
    }

    /// Reads the files; the levels are those of the settings, or what somebody has made of them.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn read(
        host: &dyn Host,
        files: &Files,
        settings: Settings,
        levels: Levels,
    ) -> Result<Self, WorkspaceError> {
        let mut digests = BTreeMap::new();
        let mut sources: Vec<Source> = xwalk_bundled::sources().collect();
        for path in &files.paths {
            let name = files.name(path);
            let shown = files.path(path);
            sources.push(match host.read_regular(path, LARGEST as u64)? {
                Regular::Bytes(bytes) => decoded(name, shown, bytes, &mut digests),
                Regular::TooLarge(bytes) => too_large(name, shown, bytes),
                Regular::Other => return Err(HostError::not_a_file(Path::new(&shown)).into()),
            });
        }
        let named = NamedFiles::within(host, files.root.as_deref());
        let (tables, unread) = tables(named, &sources, &mut digests);
        sources.extend(tables);
        Ok(Self {
            root: files.root.clone(),
            bounds: files.bounds.clone(),
            settings,
            sources: SourceMap::new(sources).with_unread(unread),
            levels,
            digests,
        })
    }

    /// Compiles everything, and compares it with what is pinned.
    ///
    /// # Errors
    ///
    /// If what is pinned is gone.
    pub fn compile(&self) -> Result<Compilation<'_>, WorkspaceError> {
        let mut compilation = compile(&self.sources, &self.levels);
        let changed = pins::verify(&self.settings.pins, &compilation, |id| self.digest(id))?;
        let found = &mut compilation.diagnostics;
        found.extend(self.levels.apply(changed));
        found.sort_by(Diagnostic::order);
        Ok(compilation)
    }

    /// The frameworks and mappings in use by name, each with the digest of the file that declares it: what pins hold.
    #[must_use]
    pub fn in_use(&self, model: &Model<'_>) -> BTreeMap<String, String> {
        let used = pins::in_use(&self.sources, model).into_iter();
        used.map(|(name, source)| (name, self.digest(source)))
            .collect()
    }

    /// Whether there is any file of the user's own.
    #[must_use]
    pub fn has_own_files(&self) -> bool {
        self.sources
            .iter()
            .any(|(_, source)| source.origin == Origin::Workspace)
    }

    /// The SHA-256 of a file, `sha256:…`. That of a text of the language is of its text with line feeds alone at the ends of
    /// lines, since a checkout on Windows may replace them; that of a table, and of what is not UTF-8, is of its bytes.
    #[must_use]
    pub fn digest(&self, id: SourceId) -> String {
        let noted = self.digests.get(self.sources.name(id)).cloned();
        noted.unwrap_or_else(|| text_digest(self.sources.get(id).map_or("", Source::text)))
    }

    /// The [`digest`](Self::digest) of every file, 64 hexadecimal digits.
    #[must_use]
    pub fn digests(&self) -> BTreeMap<SourceId, String> {
        let ids = self.sources.iter().map(|(id, _)| id);
        ids.map(|id| {
            let digest = self.digest(id);
            (id, digest.trim_start_matches("sha256:").to_owned())
        })
        .collect()
    }
}

/// A file of these bytes; where its text does not say their digest, that is kept.
fn decoded(
    name: String,
    path: String,
    bytes: Vec<u8>,
    digests: &mut BTreeMap<String, String>,
) -> Source {
    match std::str::from_utf8(&bytes) {
        Ok(text) if bytes.starts_with(BYTE_ORDER_MARK) => {
            digests.insert(name.clone(), text_digest(text));
        }
        Ok(_) => {}
        Err(_) => {
            digests.insert(name.clone(), digest(&bytes));
        }
    }
    let mut source = Source::decode(name, bytes, Origin::Workspace);
    source.path = Some(path);
    source
}

/// A file of which nothing is read.
fn too_large(name: String, path: String, bytes: u64) -> Source {
    let mut source = Source::new(name, "", Origin::Workspace);
    source.path = Some(path);
    let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
    source.error = Some(SourceError::TooLarge { bytes });
    source
}

/// The tables that files name, each once, and why others were not read, which is reported where they are named.
fn tables(
    mut files: NamedFiles<'_>,
    sources: &[Source],
    digests: &mut BTreeMap<String, String>,
) -> (Vec<Source>, BTreeMap<String, Unread>) {
    let mut tables: BTreeMap<String, Source> = BTreeMap::new();
    let mut unread = BTreeMap::new();
    let own = sources
        .iter()
        .filter(|source| source.origin == Origin::Workspace);
    for source in own {
        for file in named(source.text()) {
            let name = beside(&source.name, file);
            let path = beside(source.path(), file);
            let taken = sources.iter().any(|source| source.name == name);
            if taken || tables.contains_key(&name) {
                continue;
            }
            match files.table(Path::new(source.path()), Path::new(&path)) {
                Ok(bytes) => {
                    match xwalk_table::source(name.clone(), bytes.to_vec(), Origin::Workspace) {
                        Ok(mut table) => {
                            digests.insert(name.clone(), digest(&bytes));
                            table.path = Some(path);
                            tables.insert(name, table);
                        }
                        Err(why) => {
                            unread.insert(name, why);
                        }
                    }
                }
                Err(why) => {
                    unread.insert(name, why);
                }
            }
        }
    }
    (tables.into_values().collect(), unread)
}

/// The digest of a text with line feeds alone at the ends of lines.
fn text_digest(text: &str) -> String {
    match text.contains("\r\n") {
        true => digest(text.replace("\r\n", "\n").as_bytes()),
        false => digest(text.as_bytes()),
    }
}

fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", sha256(bytes))
}
