//! Texts that a spreadsheet would run.

use std::borrow::Cow;

use xwalk_diagnostic::render::is_hidden;

/// Keeps a spreadsheet from running a text as a formula (OWASP, CSV injection): such a text gets a `'` in front. One that
/// begins with `'` gets a second one, so that taking one away gives every text back.
pub(super) fn guarded(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.starts_with('\'') || is_formula(&cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        cell
    }
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
    fn taking_the_sign_away_gives_every_text_back() {
        for text in ["'", "'=1", "''", "'plain", "=1", "plain"] {
            let cell = guarded(Cow::Borrowed(text)).into_owned();
            assert_eq!(cell.strip_prefix('\'').unwrap_or(&cell), text);
        }
    }
}
