//! The roles: what each answers for and decides, and to whom it reports.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use super::words;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Role;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Role.sheet(),
    table: "tblRoles",
    about: "every role: whom it represents, to whom it reports, what it answers for and decides",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for role in &plan.posture.governance.roles {
        table.row(Rank::Leaf, 0, role);
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let unowned = &plan.posture.governance.unowned_functions;
    Head {
        purpose: match unowned.is_empty() {
            // Every function has a capability, though nothing may support it.
            true if plan.posture.technology.capabilities.is_empty() => "The baseline has no function.".to_owned(),
            true => "Every function of the baseline has a role that is accountable for it as a whole.".to_owned(),
            false => format!("Functions without a role that is accountable for them as a whole: {}.", plan.names(unowned)),
        },
        reading: "Accountable for: with all below; for a part that has an accountable role of its own, that role answers. Controls: how many assessed controls end up with the role."
            .to_owned(),
        frozen: 2,
        empty: "No role is declared.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Role<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Role", 24.0, |role| role.name),
        Of::text("Title", 34.0, |role| role.title),
        Of::text("Represents", 24.0, |role| words::parties(&role.represents)),
        Of::cell("Reports to", 22.0, move |role| {
            plan.links.maybe(Target::Role, role.reports_to)
        }),
        Of::yes("Board", 9.0, |role| role.is_board),
        Of::cell("Accountable for", 40.0, move |role| {
            plan.controls(&role.accountable)
        }),
        Of::count("Controls", 10.0, move |role| {
            let answers = plan.posture.governance.accountable.iter();
            answers
                .filter(|one| one.role.is_some_and(|it| it == role.name))
                .count()
        }),
        Of::text("Decides", 30.0, decides),
        Of::text("Committees", 30.0, move |role| committees(plan, role)),
    ]
}

fn decides(role: &Role<'_>) -> String {
    let decides: Vec<&str> = role.decides.iter().map(|one| one.name()).collect();
    decides.join(", ")
}

/// In which committees a role sits or takes the chair.
fn committees(plan: &Plan<'_>, role: &Role<'_>) -> String {
    let committees: Vec<String> = (plan.posture.governance.committees.iter())
        .filter_map(|committee| {
            let chairs = committee.chair.is_some_and(|it| it == role.name);
            let sits = chairs || committee.members.iter().any(|it| *it == role.name);
            let chair = if chairs { " (chair)" } else { "" };
            sits.then(|| format!("{}{chair}", committee.title))
        })
        .collect();
    committees.join(", ")
}
