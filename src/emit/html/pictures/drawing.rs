//! An SVG under construction.

use super::area::{Area, Point};
use super::face::{Anchor, Face};
use super::fit::fit;
use super::hatch::hatch;
use crate::markup::Markup;

/// Shapes, in the order in which they are drawn: what comes later lies above.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    markup: Markup,
}

impl Drawing {
    /// A rectangle with slightly rounded corners.
    pub(super) fn block(&mut self, class: &'static str, area: Area) {
        self.rectangle(class, area, 2);
    }

    /// A rectangle.
    pub(super) fn area(&mut self, class: &'static str, area: Area) {
        self.rectangle(class, area, 0);
    }

    fn rectangle(&mut self, class: &'static str, area: Area, radius: i64) {
        self.begin("<rect class=\"", class);
        self.attribute(" x=\"", area.x);
        self.attribute(" y=\"", area.y);
        self.attribute(" width=\"", area.width);
        self.attribute(" height=\"", area.height);
        if radius > 0 {
            self.attribute(" rx=\"", radius);
        }
        self.markup.raw("/>");
    }

    /// Hatches an area.
    pub(super) fn hatched(&mut self, class: &'static str, area: Area, apart: i64) {
        let lines = hatch(area, apart);
        if lines.is_empty() {
            return;
        }
        self.begin("<path class=\"", class);
        self.markup.raw(" d=\"");
        for (from, to) in lines {
            self.markup.raw("M");
            self.point(from);
            self.markup.raw("L");
            self.point(to);
        }
        self.markup.raw("\"/>");
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &'static str, from: Point, to: Point) {
        self.way(class, &[from, to]);
    }

    /// Straight lines from each point to the next.
    pub(super) fn way(&mut self, class: &'static str, points: &[Point]) {
        self.begin("<path class=\"", class);
        self.markup.raw(" d=\"");
        for (at, point) in points.iter().enumerate() {
            self.markup.raw(if at == 0 { "M" } else { "L" });
            self.point(*point);
        }
        self.markup.raw("\"/>");
    }

    /// A curve that passes each point in the direction of reading.
    pub(super) fn curve(&mut self, class: &'static str, points: &[Point]) {
        self.begin("<path class=\"", class);
        self.markup.raw(" d=\"");
        let mut before: Option<Point> = None;
        for point in points {
            match before {
                None => {
                    self.markup.raw("M");
                }
                Some((x, y)) => {
                    let half = (x + point.0) / 2;
                    self.markup.raw("C");
                    self.point((half, y));
                    self.markup.raw(" ");
                    self.point((half, point.1));
                    self.markup.raw(" ");
                }
            }
            self.point(*point);
            before = Some(*point);
        }
        self.markup.raw("\"/>");
    }

    /// A filled shape with these corners.
    pub(super) fn shape(&mut self, class: &'static str, corners: &[Point]) {
        self.begin("<path class=\"", class);
        self.markup.raw(" d=\"");
        for (at, corner) in corners.iter().enumerate() {
            self.markup.raw(if at == 0 { "M" } else { "L" });
            self.point(*corner);
        }
        self.markup.raw("Z\"/>");
    }

    /// A disc.
    pub(super) fn disc(&mut self, class: &'static str, (x, y): Point, radius: i64) {
        self.begin("<circle class=\"", class);
        self.attribute(" cx=\"", x);
        self.attribute(" cy=\"", y);
        self.attribute(" r=\"", radius);
        self.markup.raw("/>");
    }

    /// Text whose line stands at this place.
    pub(super) fn text(&mut self, face: Face, anchor: Anchor, place: Point, text: &str) {
        self.written(face, anchor, place, text, text);
    }

    /// Text that is cut if there is no room for it; the whole of it is shown to those who point at it.
    pub(super) fn fitted(
        &mut self,
        face: Face,
        anchor: Anchor,
        place: Point,
        text: &str,
        room: i64,
    ) {
        let shown = fit(text, face, room);
        self.written(face, anchor, place, &shown, text);
    }

    fn written(&mut self, face: Face, anchor: Anchor, (x, y): Point, shown: &str, whole: &str) {
        self.begin("<text class=\"", face.class);
        self.attribute(" x=\"", x);
        self.attribute(" y=\"", y);
        self.markup.raw(match anchor {
            Anchor::Start => ">",
            Anchor::Middle => " text-anchor=\"middle\">",
            Anchor::End => " text-anchor=\"end\">",
        });
        if shown != whole {
            self.markup.raw("<title>").text(whole).raw("</title>");
        }
        self.markup.text(shown).raw("</text>");
    }

    /// What is drawn inside belongs together, and is called so by those who point at it; nothing where it is empty.
    pub(super) fn group(&mut self, class: &'static str, title: &str, draw: impl FnOnce(&mut Self)) {
        self.begin("<g class=\"", class);
        self.markup.raw(">");
        if !title.is_empty() {
            self.markup.raw("<title>").text(title).raw("</title>");
        }
        draw(self);
        self.markup.raw("</g>");
    }

    /// The shapes.
    pub(super) fn finish(self) -> Markup {
        self.markup
    }

    fn begin(&mut self, element: &'static str, class: &'static str) {
        self.markup.raw(element).raw(class).raw("\"");
    }

    /// An attribute, which is named with its equals sign and opening quote.
    fn attribute(&mut self, name: &'static str, value: i64) {
        self.markup.raw(name).units(value).raw("\"");
    }

    fn point(&mut self, (x, y): Point) {
        self.markup.units(x).raw(",").units(y);
    }
}
