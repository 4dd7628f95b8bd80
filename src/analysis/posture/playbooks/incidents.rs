//! How fast incidents were detected and answered.

use super::instant::instant;
use super::statistics::Statistics;
use crate::posture::files::Files;
use crate::posture::table::Table;
use xwalk_model::posture::Measured;

/// What a file of incidents says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incidents {
    /// How many it contains.
    pub count: usize,
    /// The times from the beginning of an incident until it was detected; nothing where none was.
    pub detect: Option<Statistics>,
    /// The times from detection until the response was complete; nothing where none is.
    pub respond: Option<Statistics>,
    /// What could not be read, in order of lines. Such an incident counts in none of the times that it would give.
    pub faults: Vec<IncidentFault>,
}

/// What is wrong with a file of incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncidentFault {
    /// It is not there.
    Missing,
    /// It is no CSV file.
    Unreadable,
    /// It has no column of this heading.
    NoColumn(String),
    /// In a line, a column holds this, which is not a point in time.
    NoTime(u64, String, String),
    /// In a line, what the first column tells of was later than what the second tells of.
    Backwards(u64, String, String),
}

/// What the incidents of a playbook say. A cell that is empty is a point that has not come yet.
#[must_use]
pub fn incidents(measured: &Measured<'_>, files: &Files) -> Incidents {
    let fault = |fault| Incidents {
        faults: vec![fault],
        ..Incidents::default()
    };
    let Some(bytes) = files.get(measured.place.source, &measured.file) else {
        return fault(IncidentFault::Missing);
    };
    let Some(table) = Table::read(bytes) else {
        return fault(IncidentFault::Unreadable);
    };
    let columns = &measured.columns;
    let headings = [&columns.occurred, &columns.detected, &columns.responded];
    let mut found = Incidents {
        count: table.rows.len(),
        ..Incidents::default()
    };
    let positions = headings.map(|heading| table.column(heading));
    for (heading, at) in headings.iter().zip(positions) {
        if at.is_none() {
            found
                .faults
                .push(IncidentFault::NoColumn(heading.to_string()));
        }
    }
    let (mut detect, mut respond) = (Vec::new(), Vec::new());
    for (line, row) in &table.rows {
        let mut time = |heading: &str, at: Option<usize>| {
            let cell = row.get(at?)?.trim();
            let time = instant(cell);
            if time.is_none() && !cell.is_empty() {
                let fault = IncidentFault::NoTime(*line, heading.to_owned(), cell.to_owned());
                found.faults.push(fault);
            }
            time
        };
        let [occurred, detected, responded] = positions;
        let occurred = time(&columns.occurred, occurred);
        let detected = time(&columns.detected, detected);
        let responded = time(&columns.responded, responded);
        let mut span = |from: Option<i64>, to: Option<i64>, names: [&str; 2]| {
            let [first, second] = names.map(str::to_owned);
            let span = u64::try_from(to? - from?);
            if span.is_err() {
                let fault = IncidentFault::Backwards(*line, first, second);
                found.faults.push(fault);
            }
            span.ok()
        };
        detect.extend(span(
            occurred,
            detected,
            [&columns.occurred, &columns.detected],
        ));
        respond.extend(span(
            detected,
            responded,
            [&columns.detected, &columns.responded],
        ));
    }
    found.detect = Statistics::of(detect);
    found.respond = Statistics::of(respond);
    found
}
