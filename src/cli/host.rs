//! Files, clock, environment, terminal and other programs. No other file of the program touches them.

#![expect(clippy::disallowed_methods, reason = "this is the file that may")]

use std::fs;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{RunError, settings};
use xwalk_syntax::ast::Date;

/// Work shorter than this shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// The size of a file in bytes.
pub fn size(path: &Path) -> Result<usize, RunError> {
    let data = fs::metadata(path).map_err(|source| RunError::Read {
        path: path.to_owned(),
        source,
    })?;
    Ok(usize::try_from(data.len()).unwrap_or(usize::MAX))
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, RunError> {
    fs::read(path).map_err(|source| RunError::Read {
        path: path.to_owned(),
        source,
    })
}

/// The bytes of a file; nothing if there is none of this name.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, RunError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(RunError::Read {
            path: path.to_owned(),
            source,
        }),
    }
}

/// The text of a file.
pub fn read_text(path: &Path) -> Result<String, RunError> {
    String::from_utf8(read(path)?).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..offset).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        RunError::NotUtf8 {
            path: path.to_owned(),
            offset,
            line,
        }
    })
}

/// Writes a new file. One that exists is left alone and is an error.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), RunError> {
    let failed = |source| RunError::Write {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(failed)
}

/// Replaces a file as a whole: readers see the old text or the new one. Permissions stay.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), RunError> {
    let failed = |source| RunError::Write {
        path: path.to_owned(),
        source,
    };
    // A link is written through, not replaced.
    let target = fs::canonicalize(path).map_err(failed)?;
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed)?;
    let permissions = fs::metadata(&target).map_err(failed)?.permissions();
    file.as_file()
        .set_permissions(permissions)
        .map_err(failed)?;
    file.persist(&target)
        .map(|_| ())
        .map_err(|error| failed(error.error))
}

/// Makes a folder with all that lie above it.
pub fn create_folder(path: &Path) -> Result<(), RunError> {
    fs::create_dir_all(path).map_err(|source| RunError::Write {
        path: path.to_owned(),
        source,
    })
}

/// The names of what lies directly in a folder, ordered; nothing if the folder does not exist.
pub fn entries(folder: &Path) -> Result<Vec<String>, RunError> {
    let failed = |source| RunError::Read {
        path: folder.to_owned(),
        source,
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let names: Result<Vec<String>, std::io::Error> = entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect();
    let mut names = names.map_err(failed)?;
    names.sort();
    Ok(names)
}

/// The beginning of the names of [`staging`] folders.
pub const STAGING: &str = ".xwalk-";

/// A new folder of its own within `folder`, removed with all that is in it when dropped.
pub fn staging(folder: &Path) -> Result<tempfile::TempDir, RunError> {
    let failed = |source| RunError::Write {
        path: folder.to_owned(),
        source,
    };
    tempfile::Builder::new()
        .prefix(STAGING)
        .tempdir_in(folder)
        .map_err(failed)
}

/// Moves a file within one volume; what stood at `to` is replaced.
pub fn move_file(from: &Path, to: &Path) -> Result<(), RunError> {
    if let Some(folder) = to.parent() {
        create_folder(folder)?;
    }
    fs::rename(from, to).map_err(|source| RunError::Write {
        path: to.to_owned(),
        source,
    })
}

/// Removes a folder if it is empty; one that is not, or is not there, stays as it is.
pub fn remove_empty_folder(path: &Path) {
    // Best effort: an empty folder that cannot be removed harms nobody.
    let _kept = fs::remove_dir(path);
}

/// Whether something of this name exists.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether it is a folder, also through links.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The path from the folder in which the program was started, if it lies there: as a user would write it.
pub fn shortened(path: &Path) -> PathBuf {
    let here = current_folder().and_then(|here| canonical(&here));
    match here.as_deref().map(|here| path.strip_prefix(here)) {
        Ok(Ok(short)) if !short.as_os_str().is_empty() => short.to_owned(),
        _ => path.to_owned(),
    }
}

/// The path without links and `..`, which must exist.
pub fn canonical(path: &Path) -> Result<PathBuf, RunError> {
    fs::canonicalize(path).map_err(|source| RunError::Read {
        path: path.to_owned(),
        source,
    })
}

/// What lies below a folder, in no particular order.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files whose names end in `.xwalk`, in capitals or not.
    pub files: Vec<PathBuf>,
    /// Those to whose names an editor has added `.txt`.
    pub misnamed: Vec<PathBuf>,
}

impl Listing {
    fn add(&mut self, entry: ignore::DirEntry) {
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            return;
        }
        let name = entry.file_name().to_string_lossy().to_ascii_lowercase();
        if name.ends_with(".xwalk") {
            self.files.push(entry.into_path());
        } else if name.ends_with(".xwalk.txt") {
            self.misnamed.push(entry.into_path());
        }
    }
}

/// Below a folder, links followed: no hidden files, and nothing that a `.gitignore` there excludes; settings of the
/// machine change nothing.
fn walk(folder: &Path) -> ignore::WalkBuilder {
    let mut walk = ignore::WalkBuilder::new(folder);
    walk.follow_links(true)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false);
    walk
}

/// How many `.xwalk` files there are in a folder and two levels below: a glance, which a large folder does not slow.
pub fn xwalk_files_near(folder: &Path) -> usize {
    let mut found = Listing::default();
    let walk = walk(folder).max_depth(Some(3)).build();
    walk.flatten().for_each(|entry| found.add(entry));
    found.files.len()
}

/// All `.xwalk` files below a folder. Within a workspace, a folder with settings of its own is another workspace and
/// is left out.
pub fn xwalk_files(folder: &Path, within_workspace: bool) -> Result<Listing, RunError> {
    let mut found = Listing::default();
    let mut walk = walk(folder);
    if within_workspace {
        walk.filter_entry(|entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            entry.depth() == 0 || !is_folder || !exists(&entry.path().join(settings::FILE))
        });
    }
    for entry in walk.build() {
        match entry {
            Ok(entry) => found.add(entry),
            // Links that lead in a circle, or nowhere, hide no file.
            Err(error)
                if is_loop(&error)
                    || error
                        .io_error()
                        .is_some_and(|error| error.kind() == ErrorKind::NotFound) => {}
            Err(error) => {
                let path = failed_path(&error).unwrap_or(folder).to_owned();
                let source = error
                    .into_io_error()
                    .unwrap_or_else(|| ErrorKind::Other.into());
                return Err(RunError::Read { path, source });
            }
        }
    }
    Ok(found)
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => is_loop(err),
        _ => false,
    }
}

fn failed_path(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => failed_path(err),
        _ => None,
    }
}

/// The folder in which the program was started.
pub fn current_folder() -> Result<PathBuf, RunError> {
    std::env::current_dir().map_err(|source| RunError::Read {
        path: PathBuf::from("."),
        source,
    })
}

/// The value of a variable of the environment, if it is set, not empty, and text.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Today's date in UTC.
pub fn today() -> Date {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    super::calendar::day_of(since.as_secs())
}

/// Random bytes of the operating system.
pub fn random() -> Result<[u8; 32], RunError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| RunError::Random(error.to_string()))?;
    Ok(bytes)
}

/// The signature that `ssh-keygen` makes of a document with a key, or the agent with the private half of it. It asks for
/// a passphrase itself.
pub fn ssh_sign(key: &Path, namespace: &str, document: &[u8]) -> Result<Vec<u8>, RunError> {
    let failed = |said: String| RunError::Sign {
        key: key.to_owned(),
        said,
    };
    let mut command = Command::new("ssh-keygen");
    command.args(["-Y", "sign", "-n", namespace, "-f"]).arg(key);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut process = command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => RunError::NoKeygen,
        _ => failed(error.to_string()),
    })?;
    if let Some(mut input) = process.stdin.take() {
        // It reads everything before it writes anything. If it ends before that, it says why.
        let _said = input.write_all(document);
    }
    let answer = process
        .wait_with_output()
        .map_err(|error| failed(error.to_string()))?;
    if answer.status.success() {
        Ok(answer.stdout)
    } else {
        Err(failed(String::from_utf8_lossy(&answer.stderr).into_owned()))
    }
}

/// Writes results. A reader that has gone away, such as `head`, has what it wanted.
pub fn print(text: &str) -> Result<(), RunError> {
    let mut output = std::io::stdout().lock();
    match output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(RunError::Print(error)),
        _ => Ok(()),
    }
}

/// Writes diagnostics and progress. If they cannot be written, there is no other place to say so.
pub fn tell(text: &str) {
    let mut output = std::io::stderr().lock();
    let _unread = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
}

/// Whether diagnostics and progress are read on a terminal.
pub fn tells_terminal() -> bool {
    std::io::stderr().is_terminal()
}

/// The width of the terminal in characters; 100 where there is none.
pub fn width() -> usize {
    let width =
        terminal_size::terminal_size_of(std::io::stderr()).map(|(width, _)| usize::from(width.0));
    width.unwrap_or(100).clamp(60, 160)
}

/// Shows that work goes on, once it has taken a second, until dropped. Only on a terminal.
pub struct Progress {
    /// Dropping it ends the thread.
    _done: Option<mpsc::Sender<()>>,
}

impl Progress {
    /// Begins to wait.
    pub fn begin(message: &'static str, wanted: bool) -> Self {
        if !wanted || !tells_terminal() {
            return Self { _done: None };
        }
        let (sender, done) = mpsc::channel::<()>();
        std::thread::spawn(move || {
            if done.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
                let bar = indicatif::ProgressBar::new_spinner().with_message(message);
                bar.enable_steady_tick(Duration::from_millis(100));
                let _ended = done.recv();
                bar.finish_and_clear();
            }
        });
        Self {
            _done: Some(sender),
        }
    }
}
