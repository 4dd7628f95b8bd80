//! Which files a command works on, and what they are called.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use super::WorkspaceError;
use super::bounds::{Bounds, named};
use xwalk_host::{Host, HostError};

/// The name of the file that makes a folder a workspace.
pub const SETTINGS: &str = "xwalk.toml";

/// How the name of a file ends that is read.
const ENDING: &str = ".xwalk";

/// How it ends where an editor has added something.
const MISNAMED: &str = ".xwalk.txt";

/// So many levels below a folder are looked through for files that no workspace reaches.
const NEAR: usize = 2;

/// The files of a workspace.
#[derive(Debug)]
pub struct Files {
    /// The folder of `xwalk.toml`, if there is one.
    pub root: Option<PathBuf>,
    /// The files, each once, in order of their paths.
    pub paths: Vec<PathBuf>,
    /// Where they may be changed.
    pub bounds: Bounds,
    /// The folder from which outputs name files.
    base: PathBuf,
    /// The folder in which the program was started.
    here: PathBuf,
    /// Files with names such as `map.xwalk.txt`, which are not read.
    misnamed: Vec<PathBuf>,
    /// How many files the folder holds that no workspace reaches.
    unreached: usize,
}

impl Files {
    /// The files of the paths that were given, else of the current workspace, else none.
    ///
    /// # Errors
    ///
    /// If a path leads nowhere, or what lies there cannot be read.
    pub fn find(host: &dyn Host, given: &[PathBuf]) -> Result<Self, WorkspaceError> {
        let here = host.canonical(&host.current_folder()?)?;
        let start = match given.first() {
            Some(start) => named(host, &here, start)?,
            None => here.clone(),
        };
        let root = nearest_root(host, &start);
        let folders = match (given, &root) {
            ([], Some(root)) => std::slice::from_ref(root),
            (given, _) => given,
        };
        let mut misnamed = Vec::new();
        let paths = below(host, &here, folders, root.is_some(), &mut misnamed)?;
        let bounds = Bounds::of(host, &here, folders, root.as_deref())?;
        let unreached = if root.is_none() && given.is_empty() {
            host.files_near(&here, &[ENDING], NEAR).len()
        } else {
            0
        };
        // From the workspace's folder, so that outputs do not depend on where the program is started.
        let base = root.clone().unwrap_or_else(|| here.clone());
        Ok(Self {
            root,
            paths,
            bounds,
            base,
            here,
            misnamed,
            unreached,
        })
    }

    /// The file of the settings, if there is one.
    #[must_use]
    pub fn settings(&self) -> Option<PathBuf> {
        self.root.as_ref().map(|root| root.join(SETTINGS))
    }

    /// What there is to say of files that look as if they were to be read, and are not.
    #[must_use]
    pub fn unread(&self) -> String {
        let mut text = match self.unreached {
            0 => String::new(),
            1 => "note: 1 .xwalk file in this folder is not read; run `xwalk check .` or `xwalk init .`\n".to_owned(),
            many => format!(
                "note: {many} .xwalk files in this folder are not read; run `xwalk check .` or `xwalk init .`\n"
            ),
        };
        for path in &self.misnamed {
            let name = self.path(path).replace(char::is_control, " ");
            text.push_str(&format!(
                "note: {name} is not read, since its name does not end in `.xwalk`; rename it\n"
            ));
        }
        text
    }

    /// The name of a file in outputs, relative with forward slashes; its whole path if it lies outside.
    #[must_use]
    pub fn name(&self, path: &Path) -> String {
        forward(path.strip_prefix(&self.base).unwrap_or(path))
    }

    /// The file from where the program was started, with forward slashes, so that editors and code hosts find it; its
    /// whole path if the two have nothing in common.
    #[must_use]
    pub fn path(&self, path: &Path) -> String {
        let shared = |folder: &&Path| folder.parent().is_some() && path.starts_with(folder);
        let Some(shared) = self.here.ancestors().find(shared) else {
            return forward(path);
        };
        let below = |path: &Path| path.strip_prefix(shared).map(Path::to_owned);
        let (Ok(up), Ok(down)) = (below(&self.here), below(path)) else {
            return forward(path);
        };
        let up: PathBuf = up.components().map(|_| "..").collect();
        forward(&up.join(down))
    }
}

fn forward(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The nearest folder at or above a path that holds settings.
fn nearest_root(host: &dyn Host, start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| host.exists(&folder.join(SETTINGS)))
        .map(Path::to_owned)
}

/// Whether a file below a folder is read, and not misnamed.
fn is_read(path: &Path) -> bool {
    let name = path.to_string_lossy().to_ascii_lowercase();
    name.ends_with(ENDING)
}

/// The files of some paths, each once however many links lead to it: then the first name in order stands.
fn below(
    host: &dyn Host,
    here: &Path,
    given: &[PathBuf],
    within_workspace: bool,
    misnamed: &mut Vec<PathBuf>,
) -> Result<Vec<PathBuf>, HostError> {
    let mut names: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    for path in given {
        let path = named(host, here, path)?;
        let found = if host.is_folder(&path) {
            // Within a workspace, a folder with settings of its own is another workspace and is left out.
            let marker = within_workspace.then_some(SETTINGS);
            let found = host.files_below(&path, &[ENDING, MISNAMED], marker)?;
            let (read, others): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|path| is_read(path));
            misnamed.extend(others);
            read
        } else {
            vec![path]
        };
        for name in found {
            let file = host.canonical(&name)?;
            match names.entry(file) {
                Entry::Vacant(entry) => {
                    entry.insert(name);
                }
                Entry::Occupied(mut entry) if name < *entry.get() => {
                    entry.insert(name);
                }
                Entry::Occupied(_) => {}
            }
        }
    }
    let mut paths: Vec<PathBuf> = names.into_values().collect();
    paths.sort();
    misnamed.sort();
    misnamed.dedup();
    Ok(paths)
}
