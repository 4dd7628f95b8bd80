//! Which relations take a union, and which take `*`.

use super::Lower;
use crate::ast::{ControlRef, Relation, Side};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::vocabulary::{STAR_NOT_ALLOWED, UNION_NOT_ALLOWED};
use xwalk_relation::{Label, Relation as SetRelation, Word};
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
        let mut fits = true;
        let mut unions = 0;
        let mut everything = 0;
        for side in sides {
            let diagnostic = match side {
                Side::Control(_) => continue,
                Side::Union(parts) => {
                    unions += 1;
                    let takes = takes_union(relation);
                    if takes && unions == 1 {
                        continue;
                    }
                    let span = union_span(parts);
                    let message = if takes {
                        "only one side of a row can be a union".to_owned()
                    } else {
                        format!("`{}` takes no union", written(relation))
                    };
                    Diagnostic::new(UNION_NOT_ALLOWED, self.place(span), message)
                        .help("unions go with `equal`, `subset-of`, `superset-of`, `subset-of|equal` and `superset-of|equal`, on one side of a row; for several claims put commas between the controls")
                }
                Side::Everything(span) => {
                    everything += 1;
                    let takes = relation.word == Word::Set(SetRelation::NoRelationship)
                        && relation.or.is_empty();
                    if takes && everything == 1 {
                        continue;
                    }
                    let message = if takes {
                        "`*` cannot be on both sides of a row".to_owned()
                    } else {
                        format!(
                            "`{}` cannot be said about the whole other framework",
                            written(relation)
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

/// Whether something can be said of several controls together: that they are all of the other side, that they contain it,
/// or that they lie within it.
fn takes_union(relation: &Relation) -> bool {
    use SetRelation::{Equal, SubsetOf, SupersetOf};
    let sets = [relation.word]
        .into_iter()
        .chain(relation.or.iter().copied());
    let label = sets.fold(Label::NONE, |label, word| label.or(word.label()));
    let contained = [Label::only(SubsetOf), Label::WITHIN];
    let containing = [Label::only(SupersetOf), Label::CONTAINS];
    label == Label::only(Equal) || contained.contains(&label) || containing.contains(&label)
}

/// The relation as it is written: `subset-of|equal`.
fn written(relation: &Relation) -> String {
    let words = [relation.word]
        .into_iter()
        .chain(relation.or.iter().copied());
    words.map(Word::word).collect::<Vec<_>>().join("|")
}

fn union_span(parts: &[ControlRef<'_>]) -> Span {
    parts
        .iter()
        .map(|part| part.span)
        .reduce(Span::to)
        .unwrap_or_default()
}
