//! The claimed tiers that evidence does not bear out.

use crate::columns::{Columns, indented};
use xwalk_report::posture::Inquiry;

/// The assessed controls whose evidence does not hold, with the tiers that are claimed for them.
pub(super) fn unsupported(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let names = &inquiry.names;
    let mut columns = Columns::default();
    for one in inquiry.unsupported() {
        columns.push([
            names.short(&one.control),
            one.control.title(),
            &format!("claimed tier {}, unsupported", one.tier),
            &one.faults.join(", "),
            one.counts,
        ]);
    }
    let text = columns.text();
    if text.is_empty() {
        return text;
    }
    format!(
        "\nTiers that evidence does not bear out (with `--evidence required`, none of them counts as achieved)\n{}",
        indented(&text)
    )
}
