//! Which relations take a union, and which take `*`.

use super::Lower;
use crate::ast::{ControlRef, Relation, Side};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::vocabulary::{STAR_NOT_ALLOWED, UNION_NOT_ALLOWED};
use xwalk_relation::{Relation as SetRelation, Word};
use xwalk_source::Span;

impl<'s> Lower<'s> {
    /// Unions and `*` go with some relations only.
    pub fn check_sides<'a>(
        &mut self,
        relation: &Relation,
        sides: impl Iterator<Item = &'a Side<'s>>,
    ) -> Option<()>
    where
        's: 'a,
    {
        use SetRelation::{Equal, NoRelationship, SubsetOf, SupersetOf};
        let mut fits = true;
        let mut unions = 0;
        let mut everything = 0;
        for side in sides {
            let diagnostic = match side {
                Side::Control(_) => continue,
                Side::Union(parts) => {
                    unions += 1;
                    let word = relation.word;
                    let takes = matches!(word, Word::Set(Equal | SubsetOf | SupersetOf))
                        && relation.or.is_empty();
                    if takes && unions == 1 {
                        continue;
                    }
                    let span = union_span(parts);
                    let message = if takes {
                        "only one side of a row can be a union".to_owned()
                    } else {
                        format!("`{}` takes no union", word.word())
                    };
                    Diagnostic::new(UNION_NOT_ALLOWED, self.place(span), message)
                        .help("unions go with `equal`, `subset-of` and `superset-of`, on one side of a row; for several claims put commas between the controls")
                }
                Side::Everything(span) => {
                    everything += 1;
                    let takes =
                        relation.word == Word::Set(NoRelationship) && relation.or.is_empty();
                    if takes && everything == 1 {
                        continue;
                    }
                    let message = if takes {
                        "`*` cannot be on both sides of a row".to_owned()
                    } else {
                        format!(
                            "`{}` cannot be said about the whole other framework",
                            relation.word.word()
                        )
                    };
                    Diagnostic::new(STAR_NOT_ALLOWED, self.place(*span), message)
                        .help("`*` goes with `no-relationship` only, on one side of a row")
                }
            };
            fits = false;
            self.report(diagnostic);
        }
        fits.then_some(())
    }
}

fn union_span(parts: &[ControlRef<'_>]) -> Span {
    parts
        .iter()
        .map(|part| part.span)
        .reduce(Span::to)
        .unwrap_or_default()
}
