//! What has a place, as those parts write it that no template fills.

use super::{Kind, Places};
use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::emit::html::posture::name::folded;

impl Places<'_> {
    /// A control by its identifier, as a link to its verdict, or else to its assessment.
    pub(in crate::emit::html::posture) fn control(&self, markup: &mut Markup, control: &str) {
        match self.control_link(control) {
            Some(link) => markup.link("id", &link, self.identifier(control)),
            None => markup
                .raw("<span class=\"id\">")
                .text(self.identifier(control))
                .raw("</span>"),
        };
    }

    /// A control with its title.
    pub(in crate::emit::html::posture) fn titled(&self, markup: &mut Markup, control: &str) {
        self.control(markup, control);
        if let Some(named) = self.named(control) {
            markup
                .raw(" <span class=\"t\">")
                .text(named.title)
                .raw("</span>");
        }
    }

    /// What has a name, by its title, as a link to its place.
    pub(in crate::emit::html::posture) fn thing(
        &self,
        markup: &mut Markup,
        kind: Kind,
        name: &str,
    ) {
        match self.named.get(&(kind, name)) {
            Some(title) => markup.link("t", &anchors::link(&Self::id(kind, name)), title),
            None => markup.text(name),
        };
    }

    /// A role, or a dash where there is none.
    pub(in crate::emit::html::posture) fn owner(&self, markup: &mut Markup, role: Option<&str>) {
        match role {
            Some(role) => self.thing(markup, Kind::Role, role),
            None => {
                markup.raw("–");
            }
        }
    }

    /// Several things, with commas; a dash for none.
    pub(in crate::emit::html::posture) fn things(
        &self,
        markup: &mut Markup,
        kind: Kind,
        names: &[&str],
    ) {
        few(markup, names, |markup, name| self.thing(markup, kind, name));
    }

    /// Several controls, with commas; a dash for none.
    pub(in crate::emit::html::posture) fn several(&self, markup: &mut Markup, controls: &[String]) {
        few(markup, controls, |markup, name| self.control(markup, name));
    }
}

/// What several things are, with commas: the first few, and the rest folded away; a dash for none.
pub(in crate::emit::html::posture) fn few<T>(
    markup: &mut Markup,
    all: &[T],
    mut write: impl FnMut(&mut Markup, &T),
) {
    if all.is_empty() {
        markup.raw("–");
    }
    let (shown, rest) = folded(all.iter().collect());
    let mut list = |markup: &mut Markup, all: Vec<&T>| {
        for (at, one) in all.into_iter().enumerate() {
            markup.raw(if at > 0 { ", " } else { "" });
            write(markup, one);
        }
    };
    list(markup, shown);
    if !rest.is_empty() {
        markup.raw("<details class=\"more\"><summary>and ");
        markup.number(rest.len()).raw(" more</summary>");
        list(markup, rest);
        markup.raw("</details>");
    }
}
