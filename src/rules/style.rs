//! Relations of another style than their mapping's.

use std::collections::BTreeMap;

use super::context::count;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::RowId;
use xwalk_relation::{Relation, Word};
use xwalk_syntax::ast::Style;

code! {
    /// A mapping uses relations of a style other than its own.
    ///
    /// Each of the three styles of IR 8477 answers a different question. A mapping that mixes them cannot be compared with
    /// others of its style, and readers do not know what a missing row means. A mapping that names no style is in
    /// set-theory style. `no-relationship` is understood in every style.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A supports GV.OC-01
    /// }
    /// ```
    ///
    /// Name the style that the rows are in (`style supportive`), or move the rows into a mapping of that style.
    STYLE_MISMATCH = "XW0511" "style-mismatch" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: STYLE_MISMATCH,
    check,
};

/// One warning for each word of another style.
fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, mapping) in context.mappings() {
        let mut foreign: BTreeMap<Word, (RowId, usize)> = BTreeMap::new();
        for (row_id, row) in context
            .rows_of(id)
            .filter(|(_, row)| !belongs(row.word, mapping.style))
        {
            foreign.entry(row.word).or_insert((row_id, 0)).1 += 1;
        }
        found.extend(foreign.into_iter().map(|(word, (first, rows))| {
            let message = format!(
                "`{}` belongs to the {} style, and `{}` is in {} style ({})",
                word.word(),
                style_of(word).word(),
                mapping.name,
                mapping.style.word(),
                count(rows, "row"),
            );
            let help = format!(
                "write `style {}` in the header, or move such rows into a mapping of that style",
                style_of(word).word()
            );
            Diagnostic::new(
                STYLE_MISMATCH,
                context.row_place(&context.model.rows[first]),
                message,
            )
            .also(mapping.place, "the mapping")
            .help(help)
        }));
    }
    found
}

fn belongs(word: Word, style: Style) -> bool {
    word == Word::Set(Relation::NoRelationship) || style_of(word) == style
}

fn style_of(word: Word) -> Style {
    match word {
        Word::Set(_) | Word::Overlaps => Style::SetTheory,
        Word::RelatedTo => Style::Crosswalk,
        _ => Style::Supportive,
    }
}
