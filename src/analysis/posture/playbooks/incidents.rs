//! How fast incidents were detected and answered.

use super::instant::{Instant, instant, midnight};
use super::times::{Open, Times};
use crate::posture::files::Files;
use crate::posture::table::Table;
use xwalk_model::posture::Playbook;
use xwalk_source::Unread;
use xwalk_syntax::ast::{Date, Duration};

/// What a file of incidents says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incidents {
    /// How many it contains.
    pub count: usize,
    /// The times from the beginning of an incident until it was detected.
    pub detect: Times,
    /// The times from detection until the response was complete.
    pub respond: Times,
    /// What could not be read, in order of lines. Such an incident counts in none of the times that it would give.
    pub faults: Vec<IncidentFault>,
    /// The lines in which no time has a zone, in order: they count as told by one clock that is never changed.
    pub without_zone: Vec<u64>,
}

/// What is wrong with a file of incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncidentFault {
    /// It was not read.
    Missing(Unread),
    /// It is no CSV file.
    Unreadable,
    /// It has no column of this heading.
    NoColumn(String),
    /// In a line, a column holds this, which is not a point in time.
    NoTime(u64, String, String),
    /// In a line, what the first column tells of was later than what the second tells of.
    Backwards(u64, String, String),
    /// In a line, a column holds a time that has not come yet.
    Future(u64, String, String),
    /// In a line, the first column has no time zone and the second has one, so that nobody can tell how far they are apart.
    MixedZones(u64, String, String),
}

/// What the incidents of a playbook say on a day, if it names a file of them. A cell that is empty is a point that has not come
/// yet.
#[must_use]
pub fn incidents(playbook: &Playbook<'_>, files: &Files, today: Date) -> Option<Incidents> {
    let measured = playbook.measured.as_ref()?;
    let fault = |fault| Incidents {
        faults: vec![fault],
        ..Incidents::default()
    };
    let bytes = match files.get(measured.place.source, &measured.file) {
        Ok(bytes) => bytes,
        Err(unread) => return Some(fault(IncidentFault::Missing(unread))),
    };
    let Some(table) = Table::open(bytes) else {
        return Some(fault(IncidentFault::Unreadable));
    };
    let columns = &measured.columns;
    let headings = [&columns.occurred, &columns.detected, &columns.responded];
    let positions = headings.map(|heading| table.column(heading));
    let mut found = Incidents::default();
    for (heading, at) in headings.iter().zip(positions) {
        if at.is_none() {
            let fault = IncidentFault::NoColumn(heading.to_string());
            found.faults.push(fault);
        }
    }
    let [mut detect, mut respond] = [Spans::default(), Spans::default()];
    let count = table.rows(|line, row| {
        let mut at = |heading: &str, at: Option<usize>| {
            let read = Moment::read(at.and_then(|at| row.get(at)));
            if let Moment::Unreadable(cell) = &read {
                let fault = IncidentFault::NoTime(line, heading.to_owned(), cell.clone());
                found.faults.push(fault);
            }
            (heading.to_owned(), read)
        };
        let [occurred, detected, responded] = positions;
        let occurred = at(&columns.occurred, occurred);
        let detected = at(&columns.detected, detected);
        let responded = at(&columns.responded, responded);
        let before = found.faults.len();
        let all = [&occurred, &detected, &responded];
        let future = all.into_iter().find_map(|at| future(line, at, today));
        let faults = [
            future,
            disorder(line, &occurred, &detected),
            disorder(line, &detected, &responded),
        ];
        found.faults.extend(faults.into_iter().flatten());
        // An incident of which something cannot be is left out of both times.
        if found.faults.len() == before {
            detect.add(&occurred, &detected, today);
            respond.add(&detected, &responded, today);
        }
        let is_local = |(_, read): &(String, Moment)| matches!(read, Moment::At(at) if at.is_local);
        let is_mixed = |fault: &IncidentFault| matches!(fault, IncidentFault::MixedZones(..));
        if all.into_iter().any(is_local) && !found.faults.iter().skip(before).any(is_mixed) {
            found.without_zone.push(line);
        }
    });
    let Some(count) = count else {
        return Some(fault(IncidentFault::Unreadable));
    };
    found.count = count;
    found.detect = detect.times(playbook.detect);
    found.respond = respond.times(playbook.respond);
    Some(found)
}

/// What a cell says.
enum Moment {
    /// A point of time.
    At(Instant),
    /// That it has not come yet.
    NotYet,
    /// Something else.
    Unreadable(String),
    /// Nothing: there is no such cell.
    Absent,
}

impl Moment {
    fn read(cell: Option<&str>) -> Self {
        let Some(cell) = cell.map(str::trim) else {
            return Self::Absent;
        };
        match instant(cell) {
            Some(at) => Self::At(at),
            None if cell.is_empty() => Self::NotYet,
            None => Self::Unreadable(cell.to_owned()),
        }
    }
}

/// The spans between two columns.
#[derive(Default)]
struct Spans {
    took: Vec<u64>,
    open: Vec<Open>,
}

impl Spans {
    /// Adds the span of a line, from one column to another.
    fn add(&mut self, (_, from): &(String, Moment), (_, to): &(String, Moment), today: Date) {
        match (from, to) {
            (Moment::At(from), Moment::At(to)) => {
                self.took.extend(u64::try_from(to.seconds - from.seconds));
            }
            (Moment::At(from), Moment::NotYet) => {
                // Until the first second of the day it has lasted for certain.
                let lasted = midnight(today) - from.seconds;
                self.open.push(Open {
                    since: from.day(),
                    lasted: u64::try_from(lasted).unwrap_or(0),
                });
            }
            _ => {}
        }
    }

    fn times(self, limit: Option<Duration>) -> Times {
        Times::of(self.took, &self.open, limit)
    }
}

/// Why two times of a line cannot be held against each other.
fn disorder(
    line: u64,
    (first, from): &(String, Moment),
    (second, to): &(String, Moment),
) -> Option<IncidentFault> {
    let (Moment::At(from), Moment::At(to)) = (from, to) else {
        return None;
    };
    let (first, second) = (first.clone(), second.clone());
    if from.is_local != to.is_local {
        let (without, with) = match from.is_local {
            true => (first, second),
            false => (second, first),
        };
        return Some(IncidentFault::MixedZones(line, without, with));
    }
    (to.seconds < from.seconds).then_some(IncidentFault::Backwards(line, first, second))
}

/// A time that has not come on a day, wherever on earth.
fn future(line: u64, (heading, at): &(String, Moment), today: Date) -> Option<IncidentFault> {
    let Moment::At(at) = at else {
        return None;
    };
    let tomorrow = midnight(today) + 24 * 60 * 60;
    let is_later = at.seconds >= tomorrow + 14 * 60 * 60;
    is_later.then(|| IncidentFault::Future(line, heading.clone(), at.day().to_string()))
}
