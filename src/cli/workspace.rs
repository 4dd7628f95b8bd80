//! What a command works on: files, settings and levels.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::Common;
use super::files::Files;
use super::host::Progress;
use super::settings::{self, Settings};
use super::{Outcome, RunError, codes, findings, host, pins};
use xwalk_compile::{Compilation, compile};
use xwalk_diagnostic::{Diagnostic, Level, Levels, Severity};
use xwalk_redaction::sha256;
use xwalk_source::{LARGEST, Origin, Source, SourceError, SourceId, SourceMap, beside};
use xwalk_syntax::table::named;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Files, settings and levels.
#[derive(Debug)]
pub struct Workspace {
    /// The folder of `xwalk.toml`, if there is one.
    pub root: Option<PathBuf>,
    /// What `xwalk.toml` says.
    pub settings: Settings,
    /// All files, those that come with the program among them.
    pub sources: SourceMap,
    /// Levels from the settings and the command line.
    pub levels: Levels,
    /// The digests of files whose text is not the same as their bytes: those with a byte order mark or what is not
    /// UTF-8.
    digests: BTreeMap<String, String>,
}

impl Workspace {
    /// The workspace of the paths that were given, else the current one, else only what comes with the program.
    pub fn open(paths: &[PathBuf], common: &Common) -> Result<Self, RunError> {
        let files = Files::find(paths)?;
        if common.quiet == 0 {
            host::tell(&findings::safe(&files.unread()));
        }
        let settings = match &files.root {
            Some(root) => {
                let path = root.join(settings::FILE);
                Settings::parse(&host::shortened(&path), &host::read_text(&path)?)?
            }
            None => Settings::default(),
        };
        let levels = levels(&settings, common)?;
        if common.verbose > 0 {
            host::tell(&findings::safe(&read_from(&files)));
        }
        let mut digests = BTreeMap::new();
        let mut sources: Vec<Source> = xwalk_bundled::sources().collect();
        for path in &files.paths {
            let name = files.name(path);
            let size = host::size(path)?;
            if size > LARGEST {
                let mut source = Source::new(name, "", Origin::Workspace);
                source.path = Some(files.path(path));
                source.error = Some(SourceError::TooLarge { bytes: size });
                sources.push(source);
                continue;
            }
            let bytes = host::read(path)?;
            sources.push(decoded(name, files.path(path), bytes, &mut digests));
        }
        let tables = tables(&sources, &mut digests)?;
        sources.extend(tables);
        Ok(Self {
            root: files.root,
            settings,
            sources: SourceMap::new(sources),
            levels,
            digests,
        })
    }

    /// Compiles everything, and compares it with what is pinned.
    pub fn compile(&self, common: &Common) -> Result<Compilation<'_>, RunError> {
        let _progress = Progress::begin("compiling", common.quiet == 0);
        let mut compilation = compile(&self.sources, &self.levels);
        let changed = pins::verify(&self.settings.pins, &compilation, |id| self.digest(id))?;
        let found = &mut compilation.diagnostics;
        found.extend(self.levels.apply(changed));
        found.sort_by(Diagnostic::order);
        Ok(compilation)
    }

    /// Compiles everything to answer a question from it, and tells of the claims that are lost, since the answer goes without
    /// them.
    pub fn asked(&self, common: &Common) -> Result<(Compilation<'_>, Outcome), RunError> {
        let compilation = self.compile(common)?;
        let outcome = findings::show_losses(&compilation.diagnostics, &self.sources, common)?;
        Ok((compilation, outcome))
    }

    /// Whether there is any file of the user's own.
    pub fn has_own_files(&self) -> bool {
        self.sources
            .iter()
            .any(|(_, source)| source.origin == Origin::Workspace)
    }

    /// The SHA-256 of a file's bytes, `sha256:…`.
    pub fn digest(&self, id: SourceId) -> String {
        let noted = self.digests.get(self.sources.name(id)).cloned();
        noted.unwrap_or_else(|| digest(self.sources.get(id).map_or("", Source::text).as_bytes()))
    }

    /// The SHA-256 of the bytes of every file, 64 hexadecimal digits.
    pub fn digests(&self) -> BTreeMap<SourceId, String> {
        let ids = self.sources.iter().map(|(id, _)| id);
        ids.map(|id| {
            let digest = self.digest(id);
            (id, digest.trim_start_matches("sha256:").to_owned())
        })
        .collect()
    }
}

/// A file of these bytes; where its text is not the same as they are, their digest is kept.
fn decoded(
    name: String,
    path: String,
    bytes: Vec<u8>,
    digests: &mut BTreeMap<String, String>,
) -> Source {
    let is_text = !bytes.starts_with(BYTE_ORDER_MARK) && std::str::from_utf8(&bytes).is_ok();
    if !is_text {
        digests.insert(name.clone(), digest(&bytes));
    }
    let mut source = Source::decode(name, bytes, Origin::Workspace);
    source.path = Some(path);
    source
}

/// The tables that files name, each once. One that is not there is reported where it is named.
fn tables(
    sources: &[Source],
    digests: &mut BTreeMap<String, String>,
) -> Result<Vec<Source>, RunError> {
    let mut tables: BTreeMap<String, Source> = BTreeMap::new();
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
            if let Some(bytes) = host::read_if_there(Path::new(&path))? {
                let table = decoded(name.clone(), path, bytes, digests).into_table();
                tables.insert(name, table);
            }
        }
    }
    Ok(tables.into_values().collect())
}

fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", sha256(bytes))
}

/// What is read, for who wants to know.
fn read_from(files: &Files) -> String {
    let settings = files.root.as_ref().map(|root| root.join(settings::FILE));
    let settings = settings.map_or("no settings".to_owned(), |path| path.display().to_string());
    let mut text = format!("reading {settings}\n");
    for path in &files.paths {
        text.push_str(&format!("reading {}\n", files.path(path)));
    }
    text
}

/// Levels of the settings, and over them those of the command line: allow, then warn, then deny.
fn levels(settings: &Settings, common: &Common) -> Result<Levels, RunError> {
    let mut levels = Levels::default();
    for (code, level) in &settings.levels {
        levels.set(code, *level);
    }
    let flags = [
        (&common.allow, Level::Off),
        (&common.warn, Level::At(Severity::Warning)),
        (&common.deny, Level::At(Severity::Error)),
    ];
    for (names, level) in flags {
        for name in names {
            if name == "warnings" && level == Level::At(Severity::Error) {
                levels.deny_warnings();
            } else {
                let code = codes::find(name).map_err(RunError::Usage)?;
                code.can_be(level).map_err(RunError::Usage)?;
                levels.set(code, level);
            }
        }
    }
    Ok(levels)
}
