//! The verdicts on a framework as a bar, for the eye alone: the numbers stand beside it.

use crate::markup::Markup;
use crate::posture::verdict::class;
use xwalk_report::posture::{Tally, Verdict};

/// The bar.
pub(crate) fn bar(tally: &Tally) -> String {
    let mut markup = Markup::default();
    markup.raw("<svg class=\"bar\" viewBox=\"0 0 ");
    markup.number(tally.total().max(1));
    markup.raw(" 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
    let mut from = 0;
    for verdict in Verdict::ALL {
        let count = tally.of(verdict);
        if count > 0 {
            markup.raw("<rect class=\"").raw(class(verdict));
            markup.raw("\" x=\"").number(from);
            markup.raw("\" width=\"").number(count);
            markup.raw("\" height=\"1\"/>");
        }
        from += count;
    }
    markup.raw("</svg>");
    markup.finish()
}
