//! Where braces have no partner: which ones to disregard, and where to close what is never closed.

/// What makes an unbalanced file balanced. Empty for all others.
#[derive(Debug, Default)]
pub struct Repairs {
    /// Braces that count for nothing, in order.
    ignored: Vec<usize>,
    /// Line starts before which a block ends that nobody closed, in order; twice for two blocks.
    closings: Vec<usize>,
}

impl Repairs {
    /// Whether the brace at this offset counts for nothing.
    pub fn ignores(&self, at: usize) -> bool {
        self.ignored.binary_search(&at).is_ok()
    }

    /// The closings behind an offset.
    pub fn closings_after(&self, at: usize) -> &[usize] {
        let first = self.closings.partition_point(|closing| *closing <= at);
        self.closings.get(first..).unwrap_or_default()
    }
}
