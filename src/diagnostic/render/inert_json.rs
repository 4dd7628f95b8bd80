//! JSON that a terminal or the log of a build service may have.

use std::borrow::Cow;

use super::inert::ANYWHERE;
use super::visible::is_hidden;

/// The same document, with signs that nobody sees, and with what a build service obeys, by their numbers. All of these stand
/// in strings, where a number says the same (RFC 8259, section 7).
#[must_use]
pub fn inert_json(text: &str) -> Cow<'_, str> {
    let is_shown = |sign: char| sign == '\n' || !is_hidden(sign);
    let has_order = ANYWHERE.iter().any(|order| text.contains(order));
    if text.chars().all(is_shown) && !has_order {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        if is_shown(sign) {
            written.push(sign);
        } else {
            // Signs beyond the first plane take two numbers.
            for unit in sign.encode_utf16(&mut [0; 2]) {
                written.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    if has_order {
        for order in ANYWHERE {
            if let Some(behind) = order.strip_prefix('#') {
                written = written.replace(order, &format!("\\u0023{behind}"));
            }
        }
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::inert_json;

    #[test]
    fn what_is_written_by_its_number_says_the_same() {
        let value = serde_json::json!({ "a": ["\u{9b}31m", "##[error]x ##vso[y]", "\u{202e}\u{e0001}\u{2028}", "é \\ \n"] });
        let text = serde_json::to_string_pretty(&value).unwrap();
        let written = inert_json(&text);
        assert!(!written.contains("##[") && !written.contains("##vso["));
        assert!(
            written
                .chars()
                .all(|sign| sign == '\n' || !super::is_hidden(sign))
        );
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read, value);
    }
}
