//! The report on the bundled content, for the tests of the formats.

use xwalk::analysis::{self, analyse};
use xwalk::bundled;
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::report::{Options, Report, build};
use xwalk::source::SourceMap;
use xwalk::syntax::ast::Date;

/// Hands the report on the bundled content to a test.
pub fn with_bundled<T>(look: impl FnOnce(&Report<'_>) -> T) -> T {
    let sources = SourceMap::new(bundled::sources().collect());
    let compilation = compile(&sources, &Levels::default());
    let facts = analyse(&compilation.model, analysis::Options::default());
    let options = Options::on(Date::new(2026, 11, 23).unwrap());
    let (model, diagnostics) = (&compilation.model, &compilation.diagnostics);
    look(&build(model, &facts, &sources, diagnostics, &options))
}
