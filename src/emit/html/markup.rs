//! HTML under construction, into which text enters escaped or not at all.

use std::fmt::Write as _;

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
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            let (plain, tail) = rest.split_at(at);
            self.html.push_str(plain);
            let mut tail = tail.chars();
            self.html.push_str(match tail.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                _ => "&#39;",
            });
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
