//! What a command works on: files, settings and levels.

use std::collections::BTreeSet;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::args::Common;
use super::files::Files;
use super::host::Progress;
use super::settings::{self, Settings};
use super::{RunError, codes, host, pins};
use crate::bundled;
use crate::compile::{Compilation, compile};
use crate::diagnostic::{Level, Levels, Severity};
use crate::source::{Origin, Source, SourceId, SourceMap};

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
    /// The files that began with a byte order mark, which is part of their digest.
    marked: BTreeSet<String>,
}

impl Workspace {
    /// The workspace of the paths that were given, else the current one, else only what comes with the program.
    pub fn open(paths: &[PathBuf], common: &Common) -> Result<Self, RunError> {
        let files = Files::find(paths)?;
        let settings = match &files.root {
            Some(root) => {
                let path = root.join(settings::FILE);
                Settings::parse(&host::shortened(&path), &host::read_text(&path)?)?
            }
            None => Settings::default(),
        };
        let levels = levels(&settings, common)?;
        let mut marked = BTreeSet::new();
        let mut sources: Vec<Source> = bundled::sources().collect();
        for path in &files.paths {
            let (name, text) = (files.name(path), host::read_text(path)?);
            if text.starts_with('\u{feff}') {
                marked.insert(name.clone());
            }
            sources.push(Source::new(name, text, Origin::Workspace));
        }
        Ok(Self {
            root: files.root,
            settings,
            sources: SourceMap::new(sources),
            levels,
            marked,
        })
    }

    /// Compiles everything, and refuses to go on with what is not as it was pinned.
    pub fn compile(&self, common: &Common) -> Result<Compilation<'_>, RunError> {
        let _progress = Progress::begin("compiling", common.quiet == 0);
        let compilation = compile(&self.sources, &self.levels);
        pins::verify(self, &compilation.model)?;
        Ok(compilation)
    }

    /// Whether there is any file of the user's own.
    pub fn has_own_files(&self) -> bool {
        self.sources
            .iter()
            .any(|(_, source)| source.origin == Origin::Workspace)
    }

    /// The SHA-256 of a file's bytes, `sha256:…`.
    pub fn digest(&self, id: SourceId) -> String {
        let mut hash = Sha256::new();
        if self.marked.contains(self.sources.name(id)) {
            hash.update("\u{feff}");
        }
        hash.update(self.sources.get(id).map_or("", Source::text));
        format!("sha256:{}", hex(&hash.finalize()))
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
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
                levels.set(codes::find(name).map_err(RunError::Usage)?, level);
            }
        }
    }
    Ok(levels)
}
