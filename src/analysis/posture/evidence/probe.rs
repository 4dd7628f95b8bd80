//! Whether a file says what it must.

use std::cmp::Ordering;

use super::budget::Budget;
use super::expression;
use super::pointer::{self, Found};
use crate::posture::table::Table;
use xwalk_model::posture::{Expected, Probe};
use xwalk_syntax::ast::posture::{Decimal, Test};

/// Why a requirement is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file cannot be read as what it has to be: `JSON`, `CSV`, `text`.
    Unreadable(&'static str),
    /// The JSON pointer points at nothing.
    NoValue,
    /// At the JSON pointer stands a list, an object or nothing (`null`), which is compared with nothing.
    NotComparable,
    /// The table has no column of this heading.
    NoColumn,
    /// The table has no rows: nothing bears out anything.
    NoRows,
    /// It says this; in a table, first in this line.
    Says(String, Option<u64>),
    /// It says this, which is not a number; in a table, first in this line.
    NoNumber(String, Option<u64>),
    /// What is looked for is nowhere in the text.
    NoMatch,
    /// The regular expression cannot be read.
    BadPattern,
    /// The regular expression takes more than 1 MiB, compiled.
    PatternTooLarge,
    /// With all that was looked at before, it would take too long.
    TooMuchWork,
}

/// The most characters of a value that a failure quotes.
const QUOTED: usize = 60;
/// What it costs to compare a cell, besides reading it.
const COMPARED: usize = 8;

/// Why a file does not meet each of these requirements; nothing where it does. It is read once, whatever asks for it.
pub(super) fn failures(
    probes: &[&Probe<'_>],
    bytes: &[u8],
    budget: &mut Budget,
) -> Vec<Option<Failure>> {
    let mut failures = vec![None; probes.len()];
    let (mut pointers, mut columns) = (Vec::new(), Vec::new());
    let text = std::str::from_utf8(bytes);
    for (probe, failure) in probes.iter().zip(&mut failures) {
        match probe {
            Probe::Pointer(place, test, expected) => {
                pointers.push((
                    Asked {
                        place,
                        test: *test,
                        expected,
                    },
                    failure,
                ));
            }
            Probe::Column(place, test, expected) => {
                columns.push((
                    Asked {
                        place,
                        test: *test,
                        expected,
                    },
                    failure,
                ));
            }
            Probe::Matches(pattern) => {
                *failure = match text {
                    Ok(text) => expression::failure(pattern, text, budget),
                    Err(_) => Some(Failure::Unreadable("text")),
                };
            }
        }
    }
    at_pointers(bytes, pointers, budget);
    in_columns(bytes, columns, budget);
    failures
}

/// What is asked of a place in a file.
struct Asked<'p, 's> {
    /// The pointer, or the heading.
    place: &'p str,
    test: Test,
    expected: &'p Expected<'s>,
}

fn at_pointers(
    bytes: &[u8],
    asked: Vec<(Asked<'_, '_>, &mut Option<Failure>)>,
    budget: &mut Budget,
) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let pointers: Vec<&str> = asked.iter().map(|(asked, _)| asked.place).collect();
    let found = match std::str::from_utf8(bytes) {
        Ok(json) if !pointers.is_empty() => pointer::at(json, &pointers, budget),
        _ => vec![Found::NoJson; pointers.len()],
    };
    for ((asked, failure), found) in asked.into_iter().zip(found) {
        *failure = match found {
            Found::NoJson => Some(Failure::Unreadable("JSON")),
            Found::Nowhere => Some(Failure::NoValue),
            Found::Other => Some(Failure::NotComparable),
            Found::TooMuchWork => Some(Failure::TooMuchWork),
            Found::Text(text) | Found::Plain(text) => asked.compare(&text, None),
        };
    }
}

fn in_columns(
    bytes: &[u8],
    asked: Vec<(Asked<'_, '_>, &mut Option<Failure>)>,
    budget: &mut Budget,
) {
    let tell_all = |asked: Vec<(Asked<'_, '_>, &mut Option<Failure>)>, told: &Failure| {
        for (_, failure) in asked {
            *failure = Some(told.clone());
        }
    };
    if asked.is_empty() {
        return;
    }
    let Some(table) = Table::open(bytes) else {
        return tell_all(asked, &Failure::Unreadable("CSV"));
    };
    let mut asked: Vec<_> = asked
        .into_iter()
        .map(|(asked, failure)| {
            let at = table.column(asked.place);
            if at.is_none() {
                *failure = Some(Failure::NoColumn);
            }
            (at, asked, failure)
        })
        .collect();
    // What fails already is looked at no further.
    let mut open: Vec<usize> = (0..asked.len()).collect();
    let count = table.rows(|line, row| {
        open.retain(|at| {
            let Some((Some(column), asked, failure)) = asked.get_mut(*at) else {
                return false;
            };
            let cell = row.get(*column).unwrap_or_default();
            **failure = match budget.take(COMPARED + cell.len()) {
                true => asked.compare(cell, Some(line)),
                false => Some(Failure::TooMuchWork),
            };
            failure.is_none()
        });
    });
    let all = asked.into_iter();
    match count {
        None => tell_all(
            all.map(|(_, asked, failure)| (asked, failure)).collect(),
            &Failure::Unreadable("CSV"),
        ),
        Some(0) => {
            let there = all.filter(|(at, ..)| at.is_some());
            tell_all(
                there.map(|(_, asked, failure)| (asked, failure)).collect(),
                &Failure::NoRows,
            );
        }
        Some(_) => {}
    }
}

impl Asked<'_, '_> {
    /// Numbers are compared as numbers: `98` is `98.0`. Texts are compared character by character.
    fn compare(&self, found: &str, line: Option<u64>) -> Option<Failure> {
        let quoted = || found.chars().take(QUOTED).collect();
        let order = match self.expected {
            Expected::Number(number) => match Decimal::parse_scientific(found.trim()) {
                Some(found) => found.cmp(number),
                None => return Some(Failure::NoNumber(quoted(), line)),
            },
            Expected::Text(text) if found == text.as_ref() => Ordering::Equal,
            Expected::Text(text) => found.cmp(text.as_ref()),
        };
        (!self.test.holds(order)).then(|| Failure::Says(quoted(), line))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn failure(probe: &Probe<'_>, bytes: &[u8]) -> Option<Failure> {
        let failures = failures(&[probe], bytes, &mut Budget::default());
        failures.into_iter().next().flatten()
    }

    fn number(text: &str) -> Expected<'static> {
        Expected::Number(Decimal::parse(text).unwrap_or_default())
    }

    fn text(text: &'static str) -> Expected<'static> {
        Expected::Text(Cow::Borrowed(text))
    }

    #[test]
    fn a_pointer_finds_numbers_texts_and_truths() {
        let json = br#"{"a": {"b/c": [97.5, "yes", true, null]}, "": 1}"#;
        let ask = |pointer: &'static str, test, expected| {
            failure(
                &Probe::Pointer(Cow::Borrowed(pointer), test, expected),
                json,
            )
        };
        assert_eq!(ask("/a/b~1c/0", Test::AtLeast, number("97.5")), None);
        assert_eq!(
            ask("/a/b~1c/0", Test::AtLeast, number("98")),
            Some(Failure::Says("97.5".to_owned(), None))
        );
        assert_eq!(ask("/", Test::LessThan, number("1.000001")), None);
        assert_eq!(ask("/a/b~1c/1", Test::Is, text("yes")), None);
        assert_eq!(ask("/a/b~1c/2", Test::IsNot, text("false")), None);
        assert_eq!(
            ask("/a/b~1c/1", Test::Is, number("1")),
            Some(Failure::NoNumber("yes".to_owned(), None))
        );
        assert_eq!(
            ask("/a/b~1c/3", Test::Is, text("null")),
            Some(Failure::NotComparable)
        );
        assert_eq!(
            ask("/a/d", Test::AtLeast, number("1")),
            Some(Failure::NoValue)
        );
        let probe = Probe::Pointer(Cow::Borrowed(""), Test::Is, number("1"));
        assert_eq!(failure(&probe, b" 1 "), None);
        assert_eq!(failure(&probe, b"1,"), Some(Failure::Unreadable("JSON")));
    }

    #[test]
    fn numbers_are_compared_as_they_are_written_to_the_last_digit() {
        let json = r#"{"pct": 98.33333333333333, "rate": 1e-7, "bytes": 5497558138880123, "all": 1.0E2,
            "just": 97.99999999999999999999999, "id": 9007199254740993, "twice": 1, "twice": 2}"#;
        let ask = |pointer: &'static str, test, expected| {
            let probe = Probe::Pointer(Cow::Borrowed(pointer), test, number(expected));
            failure(&probe, json.as_bytes())
        };
        for (pointer, test, expected) in [
            ("/pct", Test::AtLeast, "98.33333333333333"),
            ("/rate", Test::AtMost, "0.0000001"),
            ("/bytes", Test::AtLeast, "5497558138880123"),
            ("/all", Test::Is, "100"),
            ("/just", Test::LessThan, "98"),
            ("/id", Test::IsNot, "9007199254740992"),
            ("/twice", Test::Is, "2"),
        ] {
            assert_eq!(ask(pointer, test, expected), None, "{pointer}");
        }
        let says = Failure::Says("97.99999999999999999999999".to_owned(), None);
        assert_eq!(ask("/just", Test::AtLeast, "98"), Some(says));
    }

    #[test]
    fn every_cell_of_a_column_has_to_hold() {
        let ask = |csv: &str, heading: &'static str| {
            let probe = Probe::Column(Cow::Borrowed(heading), Test::AtMost, number("24"));
            failure(&probe, csv.as_bytes())
        };
        assert_eq!(ask("who,hours\n\"a, b\",24\nc, 3\n", "hours"), None);
        assert_eq!(ask("who,hours\na,2.3E1\n", "hours"), None);
        assert_eq!(
            ask("who,hours\n\"a\nb\",24\nc,25\nd,26\n", "hours"),
            Some(Failure::Says("25".to_owned(), Some(4)))
        );
        assert_eq!(
            ask("who,hours\na,\n", "hours"),
            Some(Failure::NoNumber(String::new(), Some(2)))
        );
        assert_eq!(ask("who,hours\n", "hours"), Some(Failure::NoRows));
        assert_eq!(ask("who\na\n", "hours"), Some(Failure::NoColumn));
        assert_eq!(
            ask("a,hours\n1,2\n3\n", "hours"),
            Some(Failure::Unreadable("CSV"))
        );
    }

    #[test]
    fn an_expression_is_found_anywhere_in_the_text() {
        let ask = |pattern: &'static str| {
            failure(
                &Probe::Matches(Cow::Borrowed(pattern)),
                b"plan 5.2\nsigned by Ada\n",
            )
        };
        assert_eq!(ask("signed by .+"), None);
        assert_eq!(ask("(?m)^plan 5\\.[0-9]+$"), None);
        assert_eq!(ask("^signed"), Some(Failure::NoMatch));
        assert_eq!(ask("(signed"), Some(Failure::BadPattern));
    }

    #[test]
    fn all_that_is_asked_of_a_file_is_answered_as_if_it_were_asked_alone() {
        let probes = [
            Probe::Column(Cow::Borrowed("a"), Test::Is, text("1")),
            Probe::Column(Cow::Borrowed("b"), Test::Is, text("2")),
            Probe::Column(Cow::Borrowed("c"), Test::Is, text("2")),
            Probe::Matches(Cow::Borrowed("^a,b$")),
            Probe::Pointer(Cow::Borrowed("/a"), Test::Is, text("1")),
            Probe::Pointer(Cow::Borrowed("/a/b"), Test::Is, text("1")),
            Probe::Pointer(Cow::Borrowed("/a/c"), Test::Is, text("1")),
        ];
        for file in [
            "a,b\n1,2\n1,3\n",
            r#"{"a": {"b": "1", "c": [1, "\ud800"]}}"#,
            "a,b\n1\n",
            "a\n",
        ] {
            let asked: Vec<&Probe<'_>> = probes.iter().collect();
            let alone = probes.iter().map(|probe| failure(probe, file.as_bytes()));
            let together = failures(&asked, file.as_bytes(), &mut Budget::default());
            assert_eq!(together, alone.collect::<Vec<_>>(), "{file}");
        }
    }

    #[test]
    fn what_takes_too_long_is_left_open() {
        let ask = |pattern: &'static str, text: &str| {
            failure(&Probe::Matches(Cow::Borrowed(pattern)), text.as_bytes())
        };
        // Letters that do not return, so that hardly two sets of states are alike.
        let letters = |count: usize| -> String {
            let mut state = 27_103_u32;
            let letter = |_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if state >> 31 == 0 { 'a' } else { 'b' }
            };
            (0..count).map(letter).collect()
        };
        assert_eq!(
            ask("[ab]*a[ab]{300}[cd]", &letters(20_000)),
            Some(Failure::NoMatch)
        );
        assert_eq!(ask("[ab]*a[ab]{300}[cd]", &(letters(20_000) + "aac")), None);
        assert_eq!(
            ask("[ab]*a[ab]{300}[cd]", &letters(200_000)),
            Some(Failure::NoMatch)
        );
        assert_eq!(
            ask("[ab]*a[ab]{300}[cd]", &(letters(200_000) + "c")),
            Some(Failure::TooMuchWork)
        );
        assert_eq!(ask("\\w{5000}", "a"), Some(Failure::PatternTooLarge));
        let probe = Probe::Column(Cow::Borrowed("a"), Test::Is, text("1"));
        let rows = format!("a\n{}", "1\n".repeat(10));
        let asked = |work| failures(&[&probe], rows.as_bytes(), &mut Budget::of(work));
        assert_eq!(asked(90), [None]);
        assert_eq!(asked(89), [Some(Failure::TooMuchWork)]);
    }
}
