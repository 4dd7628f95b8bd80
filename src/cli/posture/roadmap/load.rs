//! Effort for each quarter and owner, against the capacity.

use crate::columns::Columns;
use crate::posture::phrase;
use xwalk_report::posture::Roadmap;

pub(super) fn effort(roadmap: &Roadmap<'_>) -> String {
    let owners = &roadmap.owners;
    let right: Vec<usize> = (1..5 + owners.len()).collect();
    let mut columns = Columns::right(&right);
    let head = ["", "effort", "other roadmaps", "capacity", "too much"].into_iter();
    columns.push(head.chain(owners.iter().map(|(owner, _)| phrase::owner(*owner))));
    let days = |days: u64| match days {
        0 => "-".to_owned(),
        days => format!("{days}d"),
    };
    for quarter in &roadmap.load {
        let capacity = quarter.capacity.map_or(0, u64::from);
        let mut cells = vec![
            quarter.quarter.to_string(),
            days(quarter.effort),
            days(quarter.elsewhere),
            days(capacity),
            days(quarter.excess),
        ];
        cells.extend(owners.iter().map(|(owner, _)| {
            let own = quarter.owners.iter().find(|(other, _)| other == owner);
            days(own.map_or(0, |(_, effort)| *effort))
        }));
        columns.push(cells);
    }
    let all = owners.iter().map(|(_, effort)| effort).sum();
    let mut cells = vec!["all".to_owned(), days(all)];
    cells.extend([""; 3].map(str::to_owned));
    cells.extend(owners.iter().map(|(_, effort)| days(*effort)));
    columns.push(cells);
    format!(
        "\nWorking days in each quarter, at the earliest dates, by owner\n{}",
        columns.indented()
    )
}
