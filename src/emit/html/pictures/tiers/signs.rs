//! The signs of the picture.

use crate::pictures::area::{Area, Point};
use crate::pictures::drawing::Drawing;
use crate::pictures::face::{Anchor, SOFT};

/// The signs, each beside its meaning.
pub(super) fn explain(drawing: &mut Drawing) {
    drawing.area("stand enough", Area::new((0, 10), 8, 14));
    drawing.area("stand short", Area::new((9, 10), 8, 14));
    drawing.text(SOFT, Anchor::Start, (26, 21), "controls at this tier");
    drawing.area("aim", Area::new((4, 30), 9, 14));
    drawing.text(SOFT, Anchor::Start, (26, 41), "controls with this target");
    state(drawing, (9, 60));
    drawing.text(
        SOFT,
        Anchor::Start,
        (26, 60),
        "current tier of the function",
    );
    aims(drawing, (9, 75));
    drawing.text(SOFT, Anchor::Start, (26, 79), "target tier of the function");
}

/// Where all of something stands.
pub(super) fn state(drawing: &mut Drawing, (x, y): Point) {
    drawing.shape("mark", &[(x - 6, y), (x, y - 10), (x + 6, y)]);
}

/// Where all of it should stand.
pub(super) fn aims(drawing: &mut Drawing, (x, y): Point) {
    drawing.shape(
        "mark hollow",
        &[(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)],
    );
}
