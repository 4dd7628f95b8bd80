//! How much work evidence may make.

/// What is left of the work that looking at all evidence may take, in bytes that are read: what takes longer than to read a
/// byte counts as several.
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(1 << 30)
    }
}

impl Budget {
    /// With so much left.
    #[cfg(test)]
    pub(super) const fn of(work: usize) -> Self {
        Self(work)
    }

    /// Takes work; tells whether there was so much left. If not, the rest stays for what is smaller.
    pub(super) const fn take(&mut self, work: usize) -> bool {
        match self.0.checked_sub(work) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}
