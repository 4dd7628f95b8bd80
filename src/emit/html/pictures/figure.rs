//! The frame of a picture: what it is called, what it shows in a sentence, and how it is read.

use super::drawing::Drawing;
use crate::markup::Markup;

/// A picture and what is said of it.
pub(super) struct Figure<'a> {
    /// The class of the picture, which is also the beginning of its names in the page.
    pub name: &'static str,
    /// What it is a picture of.
    pub title: &'a str,
    /// What it shows, with its main numbers: for those who do not see it.
    pub description: &'a str,
    /// How it is read, in literal markup.
    pub caption: &'static str,
    /// What else is to be said of it; perhaps nothing.
    pub remarks: &'a [String],
    /// Its width and height.
    pub size: (i64, i64),
}

impl Figure<'_> {
    /// The whole figure.
    pub(super) fn html(&self, drawing: Drawing) -> String {
        let (width, height) = self.size;
        let mut markup = Markup::default();
        let id = self.id();
        markup.raw("<figure class=\"picture ").raw(self.name);
        // A drawing that is wider than a page is not made to fit it, where it can be moved.
        if width > 1_100 {
            markup.raw(" vast");
        }
        markup.raw("\"><div class=\"pan\" role=\"group\" tabindex=\"0\" aria-label=\"");
        markup.text(self.title);
        markup.raw("\"><svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"");
        markup.raw(self.name).raw("-").text(&id).raw("-title");
        markup.raw("\" aria-describedby=\"");
        markup.raw(self.name).raw("-").text(&id).raw("-desc");
        markup.raw("\" viewBox=\"0 0 ").units(width);
        markup
            .raw(" ")
            .units(height)
            .raw("\" width=\"")
            .units(width);
        markup
            .raw("\" height=\"")
            .units(height)
            .raw("\"><title id=\"");
        markup.raw(self.name).raw("-").text(&id).raw("-title\">");
        markup.text(self.title).raw("</title><desc id=\"");
        markup.raw(self.name).raw("-").text(&id).raw("-desc\">");
        markup.text(self.description).raw("</desc>");
        markup
            .append(&drawing.finish())
            .raw("</svg></div><figcaption>");
        markup.raw(self.caption);
        for remark in self.remarks {
            markup.raw(" ").text(remark);
        }
        markup.raw("</figcaption></figure>");
        markup.finish()
    }

    /// What tells the names of this picture from those of others in the page: the FNV-1a hash of what is said of it.
    /// Pictures of which the same is said may share them.
    fn id(&self) -> String {
        let bytes = self.title.bytes().chain(self.description.bytes());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        format!("{hash:016x}")
    }
}
