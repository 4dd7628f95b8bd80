//! Why a requirement of evidence is not met, in words.

use super::Failure;
use xwalk_model::posture::{Expected, Probe};
use xwalk_syntax::ast::posture::Test;

/// Why a requirement is not met, as the end of a sentence: `the column …` of a file `is …, and must be …`.
#[must_use]
pub fn why(probe: &Probe<'_>, file: &str, failure: &Failure) -> String {
    let (place, must) = match probe {
        Probe::Pointer(pointer, test, expected) => (
            if pointer.is_empty() {
                format!("the whole of `{file}`")
            } else {
                format!("`{pointer}` of `{file}`")
            },
            must(*test, expected),
        ),
        Probe::Column(heading, test, expected) => (
            format!("the column {} of `{file}`", quoted(heading)),
            must(*test, expected),
        ),
        Probe::Matches(pattern) => (format!("`{file}`"), quoted(pattern)),
    };
    let in_line =
        |line: &Option<u64>| line.map_or(String::new(), |line| format!(" in line {line}"));
    match failure {
        Failure::Unreadable(kind, refusal) => refusal.told(file, kind),
        Failure::NoValue => format!(
            "`{file}` has nothing at {}",
            place.split(" of ").next().unwrap_or_default()
        ),
        Failure::NotComparable => {
            format!("{place} is neither a number nor a text, and must be {must}")
        }
        Failure::NoColumn(columns) => format!(
            "`{file}` does not have {}: {columns}",
            place.split(" of ").next().unwrap_or_default()
        ),
        Failure::NoRows => format!("`{file}` has no rows"),
        Failure::Says(found, line) => {
            let found = quoted(found);
            format!("{place} is {found}{}, and must be {must}", in_line(line))
        }
        Failure::NoNumber(found, line) => {
            let found = quoted(found);
            let at = in_line(line);
            format!("{place} is {found}{at}, which is not a number, and must be {must}")
        }
        Failure::NoMatch => format!("nothing in {place} matches {must}"),
        Failure::BadPattern => format!("{must} cannot be read as an expression"),
        Failure::PatternTooLarge => {
            format!("the expression {must} is too large: it takes more than 1 MiB, compiled")
        }
        Failure::TooMuchWork => match probe {
            Probe::Matches(_) => format!("to look for {must} in {place} would take too long"),
            _ => format!("to look at {place}, after all else, would take too long"),
        },
    }
}

/// A text between backticks: more of them than it has in a row itself, as in Markdown.
fn quoted(text: &str) -> String {
    let runs = text.split(|character| character != '`');
    let longest = runs.map(str::len).max().unwrap_or(0);
    match longest {
        0 => format!("`{text}`"),
        _ => {
            let fence = "`".repeat(longest + 1);
            format!("{fence} {text} {fence}")
        }
    }
}

/// `at least 98`
fn must(test: Test, expected: &Expected<'_>) -> String {
    let expected = match expected {
        Expected::Number(number) => number.to_string(),
        Expected::Text(text) => quoted(text),
    };
    match test {
        Test::AtLeast => format!("at least {expected}"),
        Test::AtMost => format!("at most {expected}"),
        Test::MoreThan => format!("more than {expected}"),
        Test::LessThan => format!("less than {expected}"),
        Test::Is => expected,
        Test::IsNot => format!("something else than {expected}"),
    }
}
