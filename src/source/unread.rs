//! Why a file that a text names is not read.

use std::fmt;

/// Why a file that a text names is not read. A text may come from anywhere: what it names is looked for within the workspace
/// only, and only among regular files of a size that is bounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is none of this name.
    NotThere,
    /// It lies outside of the workspace, perhaps by way of a link.
    Outside,
    /// It is a folder, a device, a pipe or the like.
    NotAFile,
    /// It is larger than what is read of its kind; both in bytes.
    TooLarge {
        /// How large it is.
        bytes: u64,
        /// How large it may be.
        most: u64,
    },
    /// With those that were read before it, it is more than is read of all files together; both in bytes.
    TooMuch {
        /// How large it is.
        bytes: u64,
        /// How large all may be together.
        most: u64,
    },
    /// It was read, and is no table.
    NoTable {
        /// Why, as a sentence without its full stop.
        why: String,
        /// What to do about it.
        help: &'static str,
    },
    /// The system does not let it be read, for this reason.
    Refused(String),
}

/// As the end of a sentence about the file.
impl fmt::Display for Unread {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere => to.write_str("is not there"),
            Self::Outside => to.write_str("lies outside of the workspace and is not read"),
            Self::NotAFile => to.write_str("is not a regular file and is not read"),
            Self::TooLarge { bytes, most } => write!(
                to,
                "has {} MiB and is not read; up to {} MiB are",
                bytes.div_ceil(1 << 20),
                most >> 20
            ),
            Self::TooMuch { bytes, most } => write!(
                to,
                "has {} MiB and is not read: with those that were read before, that is more than {} MiB",
                bytes.div_ceil(1 << 20),
                most >> 20
            ),
            Self::NoTable { why, .. } => write!(to, "cannot be read as CSV: {why}"),
            Self::Refused(reason) => write!(to, "cannot be read: {reason}"),
        }
    }
}

impl Unread {
    /// What to do about it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NotThere => {
                "put it there, or correct its name: it is relative to the folder of the file that names it"
            }
            Self::Outside => {
                "put a copy into the workspace, the folder of `xwalk.toml`, and name that one; links that lead out of it are not followed"
            }
            Self::NotAFile => "name a file with the content itself",
            Self::TooLarge { .. } | Self::TooMuch { .. } => {
                "name a smaller file with what is needed of it, such as a summary or an excerpt"
            }
            Self::NoTable { help, .. } => help,
            Self::Refused(_) => {
                "give whoever runs xwalk the right to read it, or name another file"
            }
        }
    }
}
