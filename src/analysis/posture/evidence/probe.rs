//! Whether a file says what it must.

use super::budget::Budget;
use super::expression;
use xwalk_model::posture::{Expected, Probe};
use xwalk_syntax::ast::posture::{Decimal, Test};
use xwalk_table::{Found, Refusal, Table, at_pointer, decode, truth};

/// Why a requirement is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file cannot be read as what it has to be: `JSON`, `CSV`, `text`.
    Unreadable(&'static str, Refusal),
    /// The JSON pointer points at nothing.
    NoValue,
    /// At the JSON pointer stands a list, an object or nothing (`null`), which is compared with nothing.
    NotComparable,
    /// The table has no column of this heading, but these, as the end of a sentence.
    NoColumn(String),
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
    /// The regular expression is too large.
    PatternTooLarge,
    /// To look takes more work than evidence may make.
    TooMuchWork,
}

/// The most characters of a value that a failure quotes.
const QUOTED: usize = 60;

/// What it costs to compare a cell, besides reading it.
const COMPARED: usize = 8;

/// Why a file does not meet each of these requirements; nothing where it does. Its text and its table are read once, whatever
/// asks for them.
pub(super) fn failures(
    probes: &[&Probe<'_>],
    bytes: &[u8],
    budget: &mut Budget,
) -> Vec<Option<Failure>> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(refusal) => {
            let unreadable = |probe: &&Probe<'_>| Failure::Unreadable(kind(probe), refusal.clone());
            return probes.iter().map(|probe| Some(unreadable(probe))).collect();
        }
    };
    let mut failures = vec![None; probes.len()];
    let mut columns = Vec::new();
    for (probe, failure) in probes.iter().zip(&mut failures) {
        match probe {
            Probe::Pointer(pointer, test, expected) => {
                *failure = at_place(&text, pointer, *test, expected, budget);
            }
            Probe::Column(heading, test, expected) => {
                let (test, at) = (*test, 0);
                columns.push(Column {
                    heading,
                    test,
                    expected,
                    at,
                    failure,
                });
            }
            Probe::Matches(pattern) => *failure = expression::failure(pattern, &text, budget),
        }
    }
    if !columns.is_empty() {
        in_columns(&text, columns, budget);
    }
    failures
}

/// What a file has to be, for what is asked of it.
fn kind(probe: &Probe<'_>) -> &'static str {
    match probe {
        Probe::Pointer(..) => "JSON",
        Probe::Column(..) => "CSV",
        Probe::Matches(_) => "text",
    }
}

fn at_place(
    text: &str,
    pointer: &str,
    test: Test,
    expected: &Expected<'_>,
    budget: &mut Budget,
) -> Option<Failure> {
    if !budget.take(text.len()) {
        return Some(Failure::TooMuchWork);
    }
    match at_pointer(text, pointer) {
        Err(refusal) => Some(Failure::Unreadable("JSON", refusal)),
        Ok(None) => Some(Failure::NoValue),
        Ok(Some(Found::Other)) => Some(Failure::NotComparable),
        Ok(Some(Found::Text(text) | Found::Plain(text))) => compare(&text, None, test, expected),
    }
}

/// What is asked of a column, and why it is not met as far as the table has been read.
struct Column<'p, 's, 'f> {
    heading: &'p str,
    test: Test,
    expected: &'p Expected<'s>,
    at: usize,
    failure: &'f mut Option<Failure>,
}

/// A table of which a part cannot be read bears nothing out, whatever stands before.
fn in_columns(text: &str, mut columns: Vec<Column<'_, '_, '_>>, budget: &mut Budget) {
    if let Err(refusal) = look(text, &mut columns, budget) {
        for column in columns {
            *column.failure = Some(Failure::Unreadable("CSV", refusal.clone()));
        }
    }
}

fn look(
    text: &str,
    columns: &mut [Column<'_, '_, '_>],
    budget: &mut Budget,
) -> Result<(), Refusal> {
    let table = Table::read(text)?;
    for column in &mut *columns {
        *column.failure = match table.column(column.heading)? {
            None => Some(Failure::NoColumn(table.columns())),
            Some(at) => {
                column.at = at;
                Some(Failure::NoRows)
            }
        };
    }
    // What fails already is looked at no further.
    let mut open: Vec<&mut Column<'_, '_, '_>> = columns.iter_mut().collect();
    open.retain(|column| *column.failure == Some(Failure::NoRows));
    for row in table.rows() {
        let row = row?;
        for column in &mut open {
            let cell = row.cells.get(column.at).copied().unwrap_or_default();
            let value = cell.value();
            *column.failure = match budget.take(COMPARED + value.len()) {
                true => compare(&value, Some(row.line), column.test, column.expected),
                false => Some(Failure::TooMuchWork),
            };
        }
        open.retain(|column| column.failure.is_none());
    }
    Ok(())
}

/// Numbers are compared as numbers: `98` is `98.0`. Texts are compared character by character, and truths as truths:
/// `TRUE` is `true`.
fn compare(found: &str, line: Option<u64>, test: Test, expected: &Expected<'_>) -> Option<Failure> {
    // On one line: a value of several must not pass for lines of the message.
    let seen = |sign: char| if sign.is_control() { ' ' } else { sign };
    let quoted = || found.chars().take(QUOTED).map(seen).collect();
    let order = match expected {
        Expected::Number(number) => match Decimal::parse_scientific(found.trim()) {
            Some(found) => found.cmp(number),
            None => return Some(Failure::NoNumber(quoted(), line)),
        },
        Expected::Text(text) => match (truth(found), truth(text)) {
            (Some(found), Some(expected)) => found.cmp(&expected),
            _ => found.cmp(text.as_ref()),
        },
    };
    (!test.holds(order)).then(|| Failure::Says(quoted(), line))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn failure(probe: &Probe<'_>, bytes: &[u8]) -> Option<Failure> {
        let mut found = failures(&[probe], bytes, &mut Budget::default());
        found.pop().flatten()
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
        assert!(matches!(
            failure(&probe, b"1,"),
            Some(Failure::Unreadable("JSON", _))
        ));
    }

    #[test]
    fn numbers_are_compared_as_they_are_written_to_the_last_digit() {
        let json = r#"{"pct": 98.33333333333333, "rate": 1e-7, "bytes": 5497558138880123, "all": 1.0E2,
            "just": 97.99999999999999999999999, "id": 9007199254740993}"#;
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
        let columns = "its only column is `who`".to_owned();
        assert_eq!(ask("who\na\n", "hours"), Some(Failure::NoColumn(columns)));
        assert!(matches!(
            ask("a,hours\n1,99\n3\n", "hours"),
            Some(Failure::Unreadable("CSV", _))
        ));
    }

    #[test]
    fn what_is_asked_of_a_file_several_times_is_answered_each_and_work_has_an_end() {
        let column = |name, expected| Probe::Column(Cow::Borrowed(name), Test::Is, text(expected));
        let probes = [
            column("a", "1"),
            column("b", "3"),
            column("c", "1"),
            column("b", "2"),
        ];
        let probes: Vec<&Probe<'_>> = probes.iter().collect();
        let csv = b"a,b\n1,2\n1,2\n";
        let all = failures(&probes, csv, &mut Budget::default());
        let second = Some(Failure::Says("2".to_owned(), Some(2)));
        assert_eq!((&all[0], &all[1], &all[3]), (&None, &second, &None));
        assert!(matches!(all[2], Some(Failure::NoColumn(_))));
        let tired = failures(&probes, csv, &mut Budget::of(10));
        let stopped = Some(Failure::TooMuchWork);
        assert_eq!((&tired[0], &tired[3]), (&stopped, &stopped));
    }

    #[test]
    fn a_value_is_quoted_on_one_line_and_cut_off() {
        let column = Probe::Column(Cow::Borrowed("a"), Test::Is, text("b"));
        let csv = format!("a\n\"one\n::error::two\t{}\"\n", "x".repeat(99));
        let Some(Failure::Says(quoted, _)) = failure(&column, csv.as_bytes()) else {
            panic!("it says something else");
        };
        assert_eq!(quoted, format!("one ::error::two {}", "x".repeat(43)));
    }

    #[test]
    fn a_truth_is_one_however_it_is_spelled() {
        let ask = |csv: &str, test, expected| {
            failure(
                &Probe::Column(Cow::Borrowed("on"), test, text(expected)),
                csv.as_bytes(),
            )
        };
        assert_eq!(ask("on\nTRUE\nTrue\ntrue\n", Test::Is, "true"), None);
        assert_eq!(
            ask("on\nFALSE\n", Test::IsNot, "false"),
            Some(Failure::Says("FALSE".to_owned(), Some(2)))
        );
        assert_eq!(
            ask("on\nYES\n", Test::Is, "yes"),
            Some(Failure::Says("YES".to_owned(), Some(2)))
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
}
