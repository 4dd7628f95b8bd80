//! Hatching, drawn line by line: a pattern would need a name that is unique in the page.

use super::area::{Area, Point};

/// The ends of the rising lines that hatch an area, so far apart.
pub(super) fn hatch(area: Area, apart: i64) -> Vec<(Point, Point)> {
    let reach = area.width + area.height;
    let mut lines = Vec::new();
    let mut at = apart / 2;
    while at < reach {
        // The line holds the points that lie `at` from the upper left corner, walking right and then down.
        let from = (
            area.x + (at - area.height).max(0),
            area.y + at.min(area.height),
        );
        let to = (
            area.x + at.min(area.width),
            area.y + (at - area.width).max(0),
        );
        if from != to {
            lines.push((from, to));
        }
        at += apart;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Area, hatch};

    #[test]
    fn lines_rise_at_half_a_right_angle_and_stay_inside() {
        let area = Area::new((10, 20), 37, 14);
        let lines = hatch(area, 5);
        assert!(lines.len() > 5);
        for ((from_x, from_y), (to_x, to_y)) in lines {
            assert_eq!(to_x - from_x, from_y - to_y);
            for (x, y) in [(from_x, from_y), (to_x, to_y)] {
                assert!((10..=47).contains(&x) && (20..=34).contains(&y));
            }
        }
    }
}
