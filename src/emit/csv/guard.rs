//! Texts that a spreadsheet would run.

use std::borrow::Cow;

use xwalk_diagnostic::render::is_hidden;

/// Keeps a spreadsheet from running a text as a formula (OWASP, CSV injection): such a text gets a `'` in front. One that
/// begins with `'` gets a second one, so that taking one away gives every text back.
pub(super) fn guarded(cell: Cow<'_, str>) -> Cow<'_, str> {
    if !cell.contains(SEPARATORS) {
        return match is_guarded(&cell) {
            true => Cow::Owned(format!("'{cell}")),
            false => cell,
        };
    }
    let parts = cell.split_inclusive(SEPARATORS);
    let guarded = parts.map(|part| match is_guarded(part) {
        true => Cow::Owned(format!("'{part}")),
        false => Cow::Borrowed(part),
    });
    Cow::Owned(guarded.collect())
}

/// What separates cells besides the comma. A spreadsheet whose language writes decimals with a comma takes a semicolon for the
/// end of a cell, also between quotation marks, and what follows for a cell of its own.
const SEPARATORS: [char; 2] = [';', '\t'];

/// Whether a `'` goes in front: also of what begins with one, so that it can be taken off again.
fn is_guarded(part: &str) -> bool {
    part.starts_with('\'') || is_formula(part)
}

/// Whether a spreadsheet might take it for a formula. Some pass over blanks and signs that are not seen, and take full-width
/// signs for the plain ones.
fn is_formula(cell: &str) -> bool {
    let starts_line = cell.starts_with(['\t', '\r', '\n']);
    let seen = cell.trim_start_matches(|sign: char| sign.is_whitespace() || is_hidden(sign));
    starts_line
        || seen.starts_with([
            '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
        ])
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::guarded;

    #[test]
    fn what_a_spreadsheet_might_run_gets_a_sign_in_front() {
        let run = [
            "=1+1",
            "+1",
            "-1",
            "@SUM",
            "\tA",
            "\r=1",
            "\nA",
            " =1+1",
            "\u{a0}=1",
            "\u{200b}=1",
            "\u{feff}+1",
            "\u{ff1d}1+1",
            " \u{202e}\u{ff20}A",
            "\u{1}=1",
            "\u{3000}\u{ff0b}1",
        ];
        for text in run {
            assert_eq!(guarded(Cow::Borrowed(text)), format!("'{text}"));
        }
        for text in ["", "a=1", "1-2", "\u{200b}a", " a", "a\n=1"] {
            assert_eq!(guarded(Cow::Borrowed(text)), text);
        }
    }

    #[test]
    fn what_follows_a_semicolon_or_a_tab_is_a_cell_where_decimals_have_commas() {
        assert_eq!(guarded(Cow::Borrowed("x;=1+1")), "x;'=1+1");
        assert_eq!(
            guarded(Cow::Borrowed("x; \u{200b}@A;y")),
            "x;' \u{200b}@A;y"
        );
        assert_eq!(guarded(Cow::Borrowed("=x\t'y\t-1")), "'=x\t''y\t'-1");
        assert_eq!(guarded(Cow::Borrowed("one; two\tthree")), "one; two\tthree");
    }

    #[test]
    fn taking_the_sign_away_gives_every_text_back() {
        let texts = [
            "'", "'=1", "''", "'plain", "=1", "plain", "a;'b", "';'\t'", ";=1;;-2", "\t=1",
        ];
        for text in texts {
            let cell = guarded(Cow::Borrowed(text)).into_owned();
            let parts = cell.split_inclusive([';', '\t']);
            let read: String = parts
                .map(|part| part.strip_prefix('\'').unwrap_or(part))
                .collect();
            assert_eq!(read, text);
        }
    }
}
