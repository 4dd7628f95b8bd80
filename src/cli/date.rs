//! The date of a build: from the command line, from `SOURCE_DATE_EPOCH`, or today's.

use super::RunError;
use xwalk_host::Host;
use xwalk_syntax::ast::Date;

/// A date and where it came from, which the manifest says.
#[derive(Clone, Copy, Debug)]
pub struct BuildDate {
    /// The day.
    pub date: Date,
    /// `--date`, `SOURCE_DATE_EPOCH`, `today`.
    pub origin: &'static str,
}

/// The last second of the year 9999, since 1970-01-01.
const LAST_SECOND: u64 = 253_402_300_799;

/// The date to use, given what the command line or the settings say.
pub fn of_build(host: &dyn Host, given: Option<Date>) -> Result<BuildDate, RunError> {
    if let Some(date) = given {
        return Ok(BuildDate {
            date,
            origin: "--date",
        });
    }
    match host.variable("SOURCE_DATE_EPOCH") {
        Some(text) => match text.parse() {
            Ok(seconds) if seconds <= LAST_SECOND => Ok(BuildDate {
                date: Date::of_seconds(seconds),
                origin: "SOURCE_DATE_EPOCH",
            }),
            _ => Err(RunError::Usage(format!(
                "SOURCE_DATE_EPOCH is `{text}`, which is not a number of seconds since 1970-01-01, up to the year 9999"
            ))),
        },
        None => Ok(BuildDate {
            date: today(host),
            origin: "today",
        }),
    }
}

/// Today's date in UTC.
pub fn today(host: &dyn Host) -> Date {
    Date::of_seconds(host.now())
}
