//! Names of sheets, and addresses inside the workbook.

use std::borrow::Cow;

use super::cell::shorten;

/// The most that Excel takes as a sheet's name, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// The sheet names given out so far; Excel compares them without regard to case.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// A name near the wish that Excel takes and that nothing else bears.
    pub fn take(&mut self, wish: &str) -> String {
        let wish = clean(wish);
        let mut name = shorten(Cow::Borrowed(&wish), LONGEST_NAME).into_owned();
        let mut number = 2;
        while self.0.contains(&name.to_lowercase()) {
            let suffix = format!(" ({number})");
            let stem = shorten(Cow::Borrowed(&wish), LONGEST_NAME - suffix.len());
            name = format!("{stem}{suffix}");
            number += 1;
        }
        self.0.push(name.to_lowercase());
        name
    }
}

/// The text without what Excel forbids in the name of a sheet.
fn clean(text: &str) -> String {
    let replaced: String = text
        .chars()
        .map(|character| match character {
            '[' => '(',
            ']' => ')',
            '/' | '\\' | ':' | '*' | '?' => '-',
            '\'' => '’',
            other if other.is_control() => ' ',
            other => other,
        })
        .collect();
    let trimmed = replaced.trim();
    match trimmed {
        "" => "Sheet".to_owned(),
        // Excel keeps this name for itself.
        history if history.eq_ignore_ascii_case("history") => "History of controls".to_owned(),
        other => other.to_owned(),
    }
}

/// The name for a sheet about two things, with room for both.
pub(super) fn of_two(prefix: &str, left: &str, right: &str) -> String {
    let room = LONGEST_NAME.saturating_sub(prefix.len() + 3);
    let (left_units, right_units) = (left.encode_utf16().count(), right.encode_utf16().count());
    let half = room / 2;
    let left_room = half.max(room.saturating_sub(right_units));
    let left = shorten(Cow::Borrowed(left), left_room);
    let right_room = room.saturating_sub(left_units.min(left_room));
    let right = shorten(Cow::Borrowed(right), right_room);
    format!("{prefix}{left} x {right}")
}

/// What an address inside the workbook begins with.
pub(super) const INSIDE: &str = "internal:";

/// The address of the first cell of a line (counted from 0) of a sheet.
pub(super) fn address(sheet: &str, line: u32) -> String {
    format!("{INSIDE}'{sheet}'!A{}", line + 1)
}

/// Adds the letters of a column, counted from 0: `A`, `Z`, `AA`.
pub(super) fn push_column(to: &mut String, column: u16) {
    if let Some(before) = (column / 26).checked_sub(1) {
        push_column(to, before);
    }
    to.extend(('A'..='Z').nth((column % 26).into()));
}

/// The address, if it is one that a reader may be led to by a click.
pub(super) fn web(url: &str) -> Option<&str> {
    const LONGEST: usize = 2_000;
    let scheme = ["http://", "https://", "mailto:"]
        .into_iter()
        .any(|scheme| url.starts_with(scheme));
    let plain = !url
        .chars()
        .any(|character| character.is_control() || character.is_whitespace());
    (scheme && plain && url.len() <= LONGEST).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_unique_and_without_forbidden_characters() {
        let mut names = Names::default();
        let long = of_two("Matrix ", "ISO/IEC TS 27103:2026", "ISO/IEC 27001:2022");
        for wish in [
            long.as_str(),
            &long,
            &long.to_uppercase(),
            "a[1]",
            "",
            "History",
        ] {
            let name = names.take(wish);
            assert!(name.encode_utf16().count() <= LONGEST_NAME, "{name}");
            assert!(
                !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']),
                "{name}"
            );
            assert!(!name.is_empty());
        }
        let mut all = names.0.clone();
        all.dedup();
        assert_eq!(all.len(), names.0.len());
        assert_eq!(of_two("", "CSF 2.0", "ISO 27001"), "CSF 2.0 x ISO 27001");
    }

    #[test]
    fn columns_have_letters() {
        let letters = [0, 25, 26, 701, 702, 16_383].map(|column| {
            let mut letters = String::new();
            push_column(&mut letters, column);
            letters
        });
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        assert!(web("https://example.org/a").is_some());
        for refused in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "internal:A1",
            "https://a b",
        ] {
            assert!(web(refused).is_none(), "{refused}");
        }
    }
}
