//! Tests that need a program which the machine may not have.
//!
//! Where it is missing they look at nothing. That is said on the real standard error, whatever the test harness captures,
//! and where `XWALK_REQUIRE=all` is set it is a failure.

use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

static SKIPPED: AtomicUsize = AtomicUsize::new(0);

/// Says that a test has not looked at what it would look at, and how many have not so far.
pub fn skipped(why: &str) {
    assert!(
        std::env::var_os("XWALK_REQUIRE").is_none_or(|required| required != "all"),
        "XWALK_REQUIRE=all allows no test to be skipped: {why}"
    );
    unable(why);
}

/// The same where no installation would help: that is said, and no failure.
pub fn unable(why: &str) {
    let count = SKIPPED.fetch_add(1, Ordering::Relaxed) + 1;
    let test = std::thread::current();
    let test = test.name().unwrap_or("a test");
    // In one piece: other tests write as well.
    let line = format!("SKIPPED ({count} so far) {test}: {why}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}
