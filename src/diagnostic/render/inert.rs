//! Lines that a build service would obey, made inert.

use std::borrow::Cow;

/// What a build service obeys wherever it stands in a line: GitHub Actions and Azure Pipelines, TeamCity.
pub(super) const ANYWHERE: [&str; 3] = ["##[", "##vso[", "##teamcity["];

/// The text for people without orders to a build service: `::error …` at the beginning of a line, blanks before it or
/// none, and `##[error]` anywhere annotate a change, hide text or end a group in the log where it is printed. The sign that
/// makes it an order is shown by its number, as `<U+003A>:error`.
#[must_use]
pub fn inert(text: &str) -> Cow<'_, str> {
    let is_order = |line: &str| line.trim_start().starts_with("::");
    let orders = |text: &str| ANYWHERE.iter().any(|order| text.contains(order));
    if !orders(text) && !text.split('\n').any(is_order) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start();
        match rest.strip_prefix(':') {
            Some(behind) if is_order(line) => {
                shown.push_str(line.strip_suffix(rest).unwrap_or_default());
                shown.push_str("<U+003A>");
                shown.push_str(behind);
            }
            _ => shown.push_str(line),
        }
    }
    Cow::Owned(without_orders_within(&shown))
}

/// The text without orders that hold wherever they stand in a line.
pub(super) fn without_orders_within(text: &str) -> String {
    let mut shown = text.to_owned();
    for order in ANYWHERE {
        if let Some(behind) = order.strip_prefix('#') {
            shown = shown.replace(order, &format!("<U+0023>{behind}"));
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn an_order_is_shown_and_not_given() {
        let given = "a\n::error::b\n  \u{a0}::stop-commands::x\nc ::d\nsee ##[error]e\n##vso[task.complete]";
        let shown = "a\n<U+003A>:error::b\n  \u{a0}<U+003A>:stop-commands::x\nc ::d\nsee <U+0023>#[error]e\n<U+0023>#vso[task.complete]";
        assert_eq!(inert(given), shown);
    }

    #[test]
    fn what_gives_no_order_is_borrowed() {
        let text = "a::b\n ## heading\n: x\n# [y]\n";
        assert!(matches!(inert(text), std::borrow::Cow::Borrowed(_)));
    }
}
