//! What several tests of the program need: runs of it, as its users run it.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// What a run of the program came to.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Fails unless the run ended with this exit code.
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(folder).args(arguments);
    for variable in ["NO_COLOR", "CLICOLOR_FORCE", "SOURCE_DATE_EPOCH"] {
        command.env_remove(variable);
    }
    command
}

pub fn finished(mut command: Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let out = text(output.stdout);
    crate::contracts::hold(&out);
    Run {
        code: output.status.code().unwrap(),
        out,
        err: text(output.stderr),
    }
}

pub fn xwalk(folder: &Path, arguments: &[&str]) -> Run {
    finished(command(folder, arguments))
}

/// A folder that `init` has filled.
pub fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "-q"]).ended(0);
    folder
}

/// Writes a file below a folder.
pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
