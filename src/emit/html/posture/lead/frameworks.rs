//! All frameworks side by side.

use crate::fragment::Fragment;
use crate::pictures;
use crate::posture::page::Page;

/// The picture of the section.
pub(super) fn picture(page: Page<'_>) -> Fragment<'_> {
    Fragment::html("verdict-map", 0, pictures::verdicts(page.posture))
}
