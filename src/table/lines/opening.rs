//! What stands before the headings, and which sign separates cells.

use crate::refusal::Cause;

/// Signs between cells: spreadsheets write one or the other, as their language has it.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// How a table begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    /// The offset at which its headings begin.
    pub headings: usize,
    /// The sign between cells.
    pub separator: u8,
}

impl Opening {
    /// Passes over the line `sep=;`, by which Excel is told the separator, and over PowerShell's `#TYPE …`. Where nothing is
    /// said, the separator is the first sign in the headings, outside of quotation marks, that can be one.
    ///
    /// # Errors
    ///
    /// The separator that is named is none that is read; with the offset of its line.
    pub(super) fn of(text: &str) -> Result<Self, (Cause, usize)> {
        let mut named = None;
        let mut headings = 0;
        for line in text.split_inclusive('\n') {
            let said = line.trim().trim_matches('"');
            let separator = said
                .split_at_checked("sep=".len())
                .filter(|(word, _)| word.eq_ignore_ascii_case("sep="))
                // A tab at the end of the line is no blank there.
                .map(|_| line.trim_end_matches(['\n', ' ']).trim_end_matches('"'))
                .and_then(|line| Some(line.split_once('=')?.1));
            match separator {
                Some(separator) => {
                    let known = SEPARATORS
                        .iter()
                        .find(|known| separator.as_bytes() == [**known]);
                    let unknown = || {
                        (
                            Cause::Separator(separator.chars().take(20).collect()),
                            headings,
                        )
                    };
                    named = Some(*known.ok_or_else(unknown)?);
                }
                None if said.starts_with("#TYPE ") => {}
                None if said.is_empty() => {}
                None => break,
            }
            headings += line.len();
        }
        let rest = text.get(headings..).unwrap_or_default();
        let separator = named.or_else(|| first(rest)).unwrap_or(b',');
        Ok(Self {
            headings,
            separator,
        })
    }
}

/// The first separator of a line that stands outside of quotation marks.
fn first(text: &str) -> Option<u8> {
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => return None,
            sign if !quoted && SEPARATORS.contains(&sign) => return Some(sign),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_told_or_found() {
        for (text, headings, separator) in [
            ("a,b;c", 0, b','),
            ("a;b,c", 0, b';'),
            ("\"a,b\"\tc", 0, b'\t'),
            ("a\nb;c", 0, b','),
            ("sep=;\na,b", 6, b';'),
            ("\"SEP=,\"\n\na;b", 9, b','),
            ("sep=\t\na,b", 6, b'\t'),
            ("#TYPE System.Object\n\"a\";\"b\"", 20, b';'),
            ("", 0, b','),
        ] {
            let expected = Opening {
                headings,
                separator,
            };
            assert_eq!(Opening::of(text), Ok(expected), "{text}");
        }
        let refused = Err((Cause::Separator("|".to_owned()), 0));
        assert_eq!(Opening::of("sep=|\na|b"), refused);
    }
}
