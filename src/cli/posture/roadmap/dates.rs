//! Phases and initiatives with their dates.

use crate::columns::Columns;
use crate::findings::one_line;
use crate::posture::phrase::owner;
use xwalk_report::counted;
use xwalk_report::posture::{Dates, Initiative, Planned};

/// One line for each initiative, phase by phase, in the order of work.
pub(super) fn dates(planned: &Planned<'_>) -> String {
    let roadmap = &planned.roadmap;
    let mut text = format!(
        "{} in {}, {} working days, from {} to {}\n\n",
        counted(planned.dated(), "dated initiative", "dated initiatives"),
        counted(roadmap.phases.len(), "phase", "phases"),
        planned.effort(),
        roadmap.whole.begins,
        roadmap.whole.last_day(),
    );
    let mut columns = Columns::right(&[6, 7]);
    columns.push([
        "",
        "",
        "begins",
        "ends",
        "at the latest",
        "ends",
        "slack",
        "effort",
        "owner",
        "after",
    ]);
    let mut counts = Vec::new();
    for phase in &roadmap.phases {
        let dated = phase.initiatives.iter();
        let dated = dated.filter_map(|it| Some((it, it.dates.as_ref()?)));
        let lines: Vec<_> = dated.map(|(it, dates)| line(it, dates)).collect();
        counts.push((one_line(phase.title), lines.len()));
        for line in lines {
            columns.push(line);
        }
    }
    let lines = columns.indented();
    let mut lines = lines.lines();
    let mut table: Vec<&str> = lines.next().into_iter().collect();
    for (title, count) in &counts {
        table.push(title);
        table.extend(lines.by_ref().take(*count));
    }
    text += &table.join("\n");
    text += "\n";
    text += "\n  ends: the last day of work. slack: by how many working days it can begin later.\n";
    text += &format!(
        "  * without slack. critical path: {}\n",
        match roadmap.critical.as_slice() {
            [] => "none".to_owned(),
            path => path.join(" -> "),
        }
    );
    text
}

fn line(initiative: &Initiative<'_>, dates: &Dates) -> [String; 10] {
    [
        if dates.is_critical { "*" } else { "" }.to_owned(),
        initiative.name.to_owned(),
        dates.earliest.begins.to_string(),
        dates.earliest.last_day().to_string(),
        dates.latest.begins.to_string(),
        dates.latest.last_day().to_string(),
        format!("{}d", dates.slack),
        format!("{}d", initiative.effort),
        owner(initiative.owner).to_owned(),
        initiative.after.join(", "),
    ]
}
