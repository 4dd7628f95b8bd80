//! The pieces of a page that are too long for handlebars: written as a stream where the frame asks for them.

use std::borrow::Borrow;

use super::filler::Filler;
use super::markup::Markup;
use super::view::View;

/// A piece of HTML, and its name in the templates.
pub(super) struct Fragment<'f> {
    /// Its name.
    pub(super) name: &'static str,
    /// Which of several of that name: the position of its framework or pair.
    pub(super) index: usize,
    /// Hands out the HTML piece by piece; text in it is escaped already.
    content: Box<Content<'f>>,
}

/// Calls the function that it is given with each piece in turn.
type Content<'f> = dyn Fn(&mut dyn FnMut(&str)) + Send + Sync + 'f;

impl<'f> Fragment<'f> {
    /// What is finished already.
    pub(super) fn html(name: &'static str, index: usize, html: String) -> Self {
        let content = Box::new(move |write: &mut dyn FnMut(&str)| write(&html));
        Self {
            name,
            index,
            content,
        }
    }

    /// Views, each of which fills a row template; made one at a time, when they are written.
    pub(super) fn rows<V: View, I: Iterator<Item = V>>(
        name: &'static str,
        index: usize,
        row: impl Borrow<Filler> + Send + Sync + 'f,
        views: impl Fn() -> I + Send + Sync + 'f,
    ) -> Self {
        let content = Box::new(move |write: &mut dyn FnMut(&str)| {
            for view in views() {
                let mut markup = Markup::default();
                row.borrow().fill(&view, &mut markup);
                write(&markup.finish());
            }
        });
        Self {
            name,
            index,
            content,
        }
    }

    /// Hands out the HTML.
    pub(super) fn write(&self, write: &mut dyn FnMut(&str)) {
        (self.content)(write);
    }
}
