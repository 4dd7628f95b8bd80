//! Where things stand in the chart.

/// How wide it is.
pub(super) const WIDTH: i64 = 1_060;
/// Where the owners begin.
pub(super) const OWNER: i64 = 286;
/// Where the efforts end.
pub(super) const EFFORT: i64 = 424;
/// Where the days begin.
pub(super) const LEFT: i64 = 440;
/// Where the days end.
pub(super) const RIGHT: i64 = 1_046;
