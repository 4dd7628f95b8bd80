//! Relations as letters in a grid, and what one of them shows by itself.

use xwalk_report::{Correspondence, End, Verdict};

/// Each relation with its letter, and the verdict that it gives by itself to the control that it is read from; none
/// for `contrary`, which is not even a relationship.
pub(super) const LETTERS: &[(&str, &str, Option<Verdict>)] = &[
    ("equal", "E", Some(Verdict::Full)),
    ("subset-of", "S", Some(Verdict::Full)),
    ("superset-of", "C", Some(Verdict::Overlap)),
    ("intersects-with", "I", Some(Verdict::Overlap)),
    ("overlaps", "O", Some(Verdict::Overlap)),
    ("related-to", "R", Some(Verdict::Related)),
    ("no-relationship", "N", Some(Verdict::Gap)),
    ("equivalent", "V", Some(Verdict::Related)),
    ("supports", "P", Some(Verdict::Related)),
    ("supported-by", "B", Some(Verdict::Related)),
    ("identical", "D", Some(Verdict::Related)),
    ("contrary", "X", None),
];

/// The entries of a relation as written: `subset-of|equal` has two.
fn entries(
    relation: &str,
) -> impl Iterator<Item = &'static (&'static str, &'static str, Option<Verdict>)> {
    (relation.split('|')).filter_map(|part| LETTERS.iter().find(|(word, ..)| *word == part.trim()))
}

/// A relation in letters: `E`; `SE` for one of the two.
pub(super) fn letters_of(relation: &str) -> String {
    entries(relation).map(|(_, letter, _)| *letter).collect()
}

/// What a row says, in letters: `E`; `SE` for one of the two; small if it does not count; with `+` if it names several
/// controls together.
pub(super) fn letters(found: &Correspondence<'_>) -> String {
    let mut letters = letters_of(found.relation);
    if found.left_out.is_some() {
        letters = letters.to_lowercase();
    }
    if [found.own, found.other]
        .iter()
        .any(|end| matches!(end, End::Union(_)))
    {
        letters.push('+');
    }
    letters
}

/// What a row by itself shows of the control that it is read from, as the colour of its letter. Of a union's parts
/// only `equal` says something, and of a part the union's lying within something (semantics of unions).
pub(super) fn bearing(found: &Correspondence<'_>) -> Verdict {
    let mut verdicts = entries(found.relation).map(|(_, _, verdict)| *verdict);
    let first = verdicts.next().flatten();
    let all = verdicts.fold(first, |all, next| match (all?, next?) {
        (Verdict::Gap, Verdict::Gap) => Some(Verdict::Gap),
        (Verdict::Gap, _) | (_, Verdict::Gap) => None,
        (one, other) => Some(one.max(other)),
    });
    let known = match (found.own, found.other, all) {
        _ if found.left_out.is_some() => None,
        (End::Union(_), _, Some(Verdict::Full)) => all,
        (End::Union(_), ..) => None,
        (_, End::Union(_), _) if found.relation == "subset-of" => None,
        (_, End::Union(_), Some(_)) => Some(Verdict::Overlap),
        _ => all,
    };
    known.unwrap_or(Verdict::NotReviewed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use xwalk_report::{ControlAt, FrameworkAt, RowAt};

    fn read(relation: &str, own: &End, other: &End) -> (String, Verdict) {
        let found = Correspondence {
            control: ControlAt(0),
            relation,
            own,
            other,
            framework: FrameworkAt(0),
            row: RowAt(0),
            left_out: None,
        };
        (letters(&found), bearing(&found))
    }

    #[test]
    fn a_letter_bears_the_verdict_that_its_row_gives_by_itself() {
        let one = End::Control(ControlAt(0));
        let two = End::Union(vec![ControlAt(1), ControlAt(2)]);
        let expected = [
            ("equal", &one, &one, "E", Verdict::Full),
            ("subset-of|equal", &one, &one, "SE", Verdict::Full),
            ("superset-of|equal", &one, &one, "CE", Verdict::Overlap),
            (
                "intersects-with|no-relationship",
                &one,
                &one,
                "IN",
                Verdict::NotReviewed,
            ),
            ("no-relationship", &one, &one, "N", Verdict::Gap),
            ("overlaps", &one, &one, "O", Verdict::Overlap),
            ("related-to", &one, &one, "R", Verdict::Related),
            ("supports", &one, &one, "P", Verdict::Related),
            ("contrary", &one, &one, "X", Verdict::NotReviewed),
            ("equal", &one, &two, "E+", Verdict::Overlap),
            ("subset-of", &one, &two, "S+", Verdict::NotReviewed),
            ("equal", &two, &one, "E+", Verdict::Full),
            ("superset-of", &two, &one, "C+", Verdict::NotReviewed),
        ];
        for (relation, own, other, letters, bearing) in expected {
            let found = read(relation, own, other);
            assert_eq!(found, (letters.to_owned(), bearing), "{relation}");
        }
    }

    #[test]
    fn no_two_relations_share_a_letter() {
        let mut letters: Vec<&str> = LETTERS.iter().map(|(_, letter, _)| *letter).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), LETTERS.len());
    }
}
