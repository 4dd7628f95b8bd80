//! Places on a drawing.

/// A place: to the right, and down.
pub(super) type Point = (i64, i64);

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
}

impl Area {
    pub(super) const fn new((x, y): Point, width: i64, height: i64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    pub(super) const fn right(self) -> i64 {
        self.x + self.width
    }

    pub(super) const fn bottom(self) -> i64 {
        self.y + self.height
    }

    pub(super) const fn middle(self) -> Point {
        (self.x + self.width / 2, self.y + self.height / 2)
    }
}

/// A count as a length.
pub(super) fn length(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX / 1_000_000)
}

/// What `part` of `whole` is on a length, rounded down; nothing of nothing.
pub(super) fn share(part: i64, whole: i64, length: i64) -> i64 {
    part * length / whole.max(1)
}
