//! Permanent codes, each with the page that explains it.

/// How grave a diagnostic is, most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The compilation fails: exit code 1.
    Error,
    /// Probably wrong; nothing fails.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word that every format prints.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What `xwalk.toml` or a flag makes of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Report it, as grave as this.
    At(Severity),
    /// Do not report it.
    Off,
}

/// One kind of diagnostic. Its number never changes and is never used again.
#[derive(Debug)]
pub struct Code {
    /// `XW0301`.
    pub id: &'static str,
    /// The name in words, `unknown-control`.
    pub name: &'static str,
    /// Its level where nobody set another.
    pub level: Level,
    /// The page: Markdown, first sentence a summary; what, why, an example, how to fix.
    pub page: &'static str,
}

impl Code {
    /// The first line of the page: a sentence that stands alone.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.page.trim_start().lines().next().unwrap_or("").trim()
    }

    /// Refuses to report below the level of an error what means that something of the text is lost: with the finding,
    /// the loss would be silent. Rules judge what was read, so their codes can have any level.
    ///
    /// # Errors
    ///
    /// A sentence for the user.
    pub fn can_be(&self, level: Level) -> Result<(), String> {
        const FIRST_OF_RULES: &str = "XW0500";
        const POSTURE: &str = "XW07";
        let error = Level::At(Severity::Error);
        let reads = self.id < FIRST_OF_RULES || self.id.starts_with(POSTURE);
        if reads && self.level == error && level != error {
            return Err(format!(
                "`{}` stays an error: it means that a claim or another entry is lost; correct the row or entry instead",
                self.id
            ));
        }
        Ok(())
    }

    /// The page as Markdown, without the space with which every line of a doc comment begins.
    #[must_use]
    pub fn markdown(&self) -> String {
        let lines = self
            .page
            .trim()
            .lines()
            .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end());
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}
