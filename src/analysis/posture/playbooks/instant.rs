//! Points of time.

use xwalk_syntax::ast::Date;

/// A point of time as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Instant {
    /// Seconds since the day from which days are counted; in UTC, where the zone is known.
    pub seconds: i64,
    /// Whether it is a time of day whose zone is not written: one clock in one place, nobody knows where.
    pub is_local: bool,
}

impl Instant {
    /// The day on which it is.
    pub fn day(self) -> Date {
        let days = self.seconds.div_euclid(24 * 60 * 60);
        FIRST.plus_days(days - FIRST.day_number())
    }
}

const FIRST: Date = Date {
    year: 1,
    month: 1,
    day: 1,
};

/// The first second of a day in UTC.
pub(super) fn midnight(day: Date) -> i64 {
    day.day_number() * 24 * 60 * 60
}

/// Reads a date and time of RFC 3339 (`2026-05-11T08:30:00Z`, a space for the `T`, seconds and their fractions may be
/// left out, and so may the zone, which is then not known), or a date alone, which is its first second in UTC. Fractions are
/// dropped. The colon of a zone may be missing, and so may its minutes, and a comma may stand before fractions (ISO 8601), as
/// Jira and others write them: `2026-05-11T10:30:00,000+0200`.
pub(super) fn instant(text: &str) -> Option<Instant> {
    let text = text.trim();
    let (date, time) = match text.split_at_checked(10)? {
        (date, "") => (date, "00:00Z"),
        (date, rest) => (date, rest.strip_prefix(['T', 't', ' '])?),
    };
    let (time, offset) = zone(time)?;
    let (time, fraction) = time.split_once(['.', ',']).unwrap_or((time, "0"));
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut parts = time.split(':').map(two_digits);
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = parts.next().unwrap_or(Some(0))?;
    // A leap second is the 61st of its minute.
    if parts.next().is_some() || hours > 23 || minutes > 59 || seconds > 60 {
        return None;
    }
    let day = midnight(Date::parse(date)?);
    Some(Instant {
        seconds: day + (hours * 60 + minutes - offset.unwrap_or(0)) * 60 + seconds,
        is_local: offset.is_none(),
    })
}

/// The time without its zone, and that as minutes before UTC, where it is written.
fn zone(time: &str) -> Option<(&str, Option<i64>)> {
    if let Some(time) = time.strip_suffix(['Z', 'z']) {
        return Some((time, Some(0)));
    }
    let Some(at) = time.rfind(['+', '-']) else {
        return Some((time, None));
    };
    let (time, zone) = time.split_at_checked(at)?;
    let digits = zone.get(1..)?;
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 2 => (digits, "00"),
        None => digits.split_at_checked(2)?,
    };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let minutes = hours * 60 + minutes;
    let before = match zone.starts_with('-') {
        true => -minutes,
        false => minutes,
    };
    Some((time.trim_end(), Some(before)))
}

fn two_digits(text: &str) -> Option<i64> {
    let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn zones_move_what_the_clock_says() {
        let utc = instant("2026-05-11T08:30:00Z");
        assert!(utc.is_some());
        for same in [
            "2026-05-11T10:30:00+02:00",
            "2026-05-11 03:00:00-05:30",
            "2026-05-11T08:30:00.999z",
            " 2026-05-11T08:30Z ",
            "2026-05-11T10:30:00.000+0200",
            "2026-05-11T10:30:00,000+02",
            "2026-05-11 03:00:00 -0530",
        ] {
            assert_eq!(instant(same), utc, "{same}");
        }
        let seconds = |text| instant(text).map(|it| it.seconds);
        let midnight = seconds("2026-05-11");
        assert_eq!(
            midnight.map(|midnight| midnight + 30_600),
            seconds("2026-05-11T08:30Z")
        );
        assert_eq!(instant("2026-05-10T24:00:00Z"), None);
    }

    #[test]
    fn a_time_of_day_without_a_zone_is_one_of_an_unknown_place() {
        let is_local = |text| instant(text).map(|it| it.is_local);
        assert_eq!(is_local("2026-05-11T08:30"), Some(true));
        assert_eq!(is_local("2026-05-11T08:30Z"), Some(false));
        assert_eq!(is_local("2026-05-11 08:30-05:30"), Some(false));
        assert_eq!(is_local("2026-05-11"), Some(false));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "soon",
            "2026-02-30",
            "11.05.2026",
            "2026-05-11T8:30",
            "2026-05-11T08",
            "2026-05-11T08:60",
            "2026-05-11T08:30:00+2",
            "2026-05-11T08:30:00+020",
            "2026-05-11T08:30:00+02000",
            "2026-05-11T08:30:00+02:0",
            "2026-05-11T08:30:00.",
            "2026-05-11T08:30:00:00",
            "2026-05-11X08:30",
            "2026-05-1é",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
