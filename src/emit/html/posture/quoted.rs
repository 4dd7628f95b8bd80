//! Sentences in which names stand between backticks, as templates show them.

use crate::view::view;

view! {
    /// A piece of a sentence.
    pub(super) struct Piece<'r> {
        /// Whether it is a name.
        is_name: bool,
        /// What it says.
        text: &'r str,
    }
}

/// The pieces of a sentence. What has backticks itself stands between more of them than it has in a row, with a blank on
/// either side.
pub(super) fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((before, name, after)) = quoted(rest) {
        pieces.push(Piece {
            is_name: false,
            text: before,
        });
        pieces.push(Piece {
            is_name: true,
            text: name,
        });
        rest = after;
    }
    pieces.push(Piece {
        is_name: false,
        text: rest,
    });
    pieces
}

/// What stands before the first name, the name, and what stands behind it.
fn quoted(text: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = text.split_at(text.find('`')?);
    let name = from.trim_start_matches('`');
    let fence = from.get(..from.len() - name.len())?;
    let mut runs = name.match_indices('`').map(|(at, _)| at);
    let end = runs.find(|at| {
        let is_first = !name.get(..*at).is_some_and(|before| before.ends_with('`'));
        let run = name
            .get(*at..)
            .map_or(0, |run| run.len() - run.trim_start_matches('`').len());
        is_first && run == fence.len()
    })?;
    let (name, after) = (name.get(..end)?, name.get(end + fence.len()..)?);
    let name = match fence.len() {
        1 => name,
        _ => name.trim_matches(' '),
    };
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn names_stand_between_backticks_and_may_have_some() {
        for (sentence, names) in [
            ("no name", vec![]),
            ("`a` of `b`", vec!["a", "b"]),
            ("it is `` x`y`z ``, not `q`", vec!["x`y`z", "q"]),
            ("an open ` mark", vec![]),
        ] {
            let pieces = pieces(sentence);
            let found: Vec<&str> = (pieces.iter().filter(|one| one.is_name))
                .map(|one| one.text)
                .collect();
            assert_eq!(found, names, "{sentence}");
        }
    }
}
