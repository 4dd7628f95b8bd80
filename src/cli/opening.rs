//! Opening the workspace of a command, and compiling it.

use std::path::PathBuf;

use super::progress::Progress;
use super::{Context, Outcome, RunError, findings};
use xwalk_compile::Compilation;
use xwalk_diagnostic::{Level, Levels, Severity};
use xwalk_emit::EMITTERS;
use xwalk_workspace::{Files, Settings, Workspace, codes};

impl Context<'_> {
    /// The workspace of the paths that were given, else the current one, else only what comes with the program.
    pub fn open(self, paths: &[PathBuf]) -> Result<Workspace, RunError> {
        let Self { host, common } = self;
        let files = Files::find(host, paths)?;
        if common.quiet == 0 {
            host.tell(&findings::safe(&files.unread()));
        }
        let outputs: Vec<&str> = EMITTERS.iter().map(|emitter| emitter.name).collect();
        let settings = Settings::of(host, &files, Some(&outputs))?;
        let levels = self.levels(&settings)?;
        if common.verbose > 0 {
            host.tell(&findings::safe(&read_from(&files)));
        }
        Ok(Workspace::read(host, &files, settings, levels)?)
    }

    /// Compiles everything, and compares it with what is pinned.
    pub fn compile(self, workspace: &Workspace) -> Result<Compilation<'_>, RunError> {
        let _progress = Progress::begin("compiling", self);
        Ok(workspace.compile()?)
    }

    /// Compiles everything to answer a question from it, and tells of the claims that are lost, since the answer goes without
    /// them.
    pub fn asked(self, workspace: &Workspace) -> Result<(Compilation<'_>, Outcome), RunError> {
        let compilation = self.compile(workspace)?;
        let found = &compilation.diagnostics;
        let outcome = findings::show_losses(found, &workspace.sources, self)?;
        Ok((compilation, outcome))
    }

    /// Levels of the settings, and over them those of the command line: allow, then warn, then deny.
    fn levels(self, settings: &Settings) -> Result<Levels, RunError> {
        let mut levels = settings.levels.clone();
        let flags = [
            (&self.common.allow, Level::Off),
            (&self.common.warn, Level::At(Severity::Warning)),
            (&self.common.deny, Level::At(Severity::Error)),
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
}

/// What is read, for who wants to know.
fn read_from(files: &Files) -> String {
    let settings = files.settings();
    let settings = settings.map_or("no settings".to_owned(), |path| path.display().to_string());
    let mut text = format!("reading {settings}\n");
    for path in &files.paths {
        text.push_str(&format!("reading {}\n", files.path(path)));
    }
    text
}
