//! HTML under construction, into which text enters escaped or not at all.

use std::fmt::Write as _;

/// Whether a character cannot stand in HTML as it is.
fn is_special(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"' | '\'') || is_control(character)
}

/// Whether HTML allows no such character, not even as a reference.
fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n')
}

/// The picture that Unicode has for a control character, in the order of these; else that of what cannot be shown.
fn picture(control: char) -> char {
    match control {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(control)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// A piece of HTML. Literal markup has to be `'static`, so nothing that a user wrote can pass for it.
#[derive(Debug, Default)]
pub(super) struct Markup {
    html: String,
}

impl Markup {
    /// Adds literal markup.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.html.push_str(markup);
        self
    }

    /// Adds text, escaped for element content and for quoted attributes.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(at) = rest.find(is_special) {
            let (plain, tail) = rest.split_at(at);
            self.html.push_str(plain);
            let mut tail = tail.chars();
            match tail.next() {
                Some('&') => self.html.push_str("&amp;"),
                Some('<') => self.html.push_str("&lt;"),
                Some('>') => self.html.push_str("&gt;"),
                Some('"') => self.html.push_str("&quot;"),
                Some('\'') => self.html.push_str("&#39;"),
                Some(control) => self.html.push(picture(control)),
                None => {}
            }
            rest = tail.as_str();
        }
        self.html.push_str(rest);
        self
    }

    /// Adds a number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        let _infallible = write!(self.html, "{number}");
        self
    }

    /// Adds a place or a length on a drawing, in whole units of it.
    pub(super) fn units(&mut self, units: i64) -> &mut Self {
        let _infallible = write!(self.html, "{units}");
        self
    }

    /// Adds what was made elsewhere in the same way.
    pub(super) fn append(&mut self, other: &Self) -> &mut Self {
        self.html.push_str(&other.html);
        self
    }

    /// Adds HTML that was made in this way elsewhere, and is finished.
    pub(super) fn html(&mut self, finished: &str) -> &mut Self {
        self.html.push_str(finished);
        self
    }

    /// The HTML.
    pub(super) fn finish(self) -> String {
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn text_is_escaped_for_content_and_attributes() {
        let mut markup = Markup::default();
        markup.raw("<p>").text("a<b>&\"'ü</p>").number(7);
        assert_eq!(markup.finish(), "<p>a&lt;b&gt;&amp;&quot;&#39;ü&lt;/p&gt;7");
    }
}
