//! The report on the bundled content, for the tests of the formats.

use std::sync::LazyLock;

use xwalk::analysis::{self, analyse};
use xwalk::report::{Options, Report, build};
use xwalk::syntax::ast::Date;

use crate::bundled;

static REPORT: LazyLock<Report<'static>> = LazyLock::new(bundled_report);

/// Hands the report on the bundled content to a test.
pub fn with_bundled<T>(look: impl FnOnce(&Report<'static>) -> T) -> T {
    look(&REPORT)
}

/// The report on the bundled content, made anew.
pub fn bundled_report() -> Report<'static> {
    let (sources, compilation) = (bundled::sources(), bundled::compilation());
    let facts = analyse(&compilation.model, analysis::Options::default());
    let options = Options::on(Date::new(2026, 11, 23).unwrap());
    let (model, diagnostics) = (&compilation.model, &compilation.diagnostics);
    build(model, &facts, sources, diagnostics, &options)
}
