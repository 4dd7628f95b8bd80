//! How diagnostics are drawn for people.

/// How the human form looks. The caller decides, since it knows the terminal and the environment.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether escape sequences for colour may be written.
    pub color: bool,
    /// The width of the terminal in characters.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
        }
    }
}
