//! What an audience can have hidden, and the members of the document that each of that covers.
//!
//! Whoever receives an export must not be able to work out what is hidden from it. So a field covers also what is computed
//! from it: the ranks of gaps tell of efforts, the load of a roadmap tells of owners. A member that is new to the form
//! and tells of a field has to be added here; the test that changes what is hidden, and looks for changes elsewhere, says
//! so.

use serde_json::Value;

use xwalk_redaction::places;
use xwalk_report::posture::Field;

/// The members that each field covers, as JSON pointers with `*` for each part of a list.
const MEMBERS: &[(Field, &[&str])] = &[
    (
        Field::Owner,
        &[
            "/assessments/*/controls/*/owner",
            "/assessments/*/default/owner",
            "/evidence/*/owner",
            "/governance/accountable",
            "/governance/roles/*/accountable",
            "/governance/unowned_functions",
            "/mappings/*/accepted/by",
            "/risks/*/owner",
            "/roadmaps/*/load/*/owners",
            "/roadmaps/*/owners",
            "/roadmaps/*/phases/*/initiatives/*/owner",
        ],
    ),
    (
        Field::Note,
        &["/assessments/*/controls/*/note", "/mappings/*/accepted/why"],
    ),
    (
        Field::Effort,
        &[
            "/assessments/*/controls/*/effort",
            "/assessments/*/default/effort",
            "/gaps/ranked/*/effort",
            "/gaps/ranked/*/effort_from",
            "/gaps/ranked/*/priority",
            "/gaps/ranked/*/rank",
            "/gaps/ranked/*/ranks",
            "/organization/capacity",
            "/roadmaps/*/load/*/capacity",
            "/roadmaps/*/load/*/effort",
            "/roadmaps/*/load/*/elsewhere",
            "/roadmaps/*/load/*/excess",
            "/roadmaps/*/load/*/owners",
            "/roadmaps/*/owners",
            "/roadmaps/*/phases/*/initiatives/*/effort",
        ],
    ),
    (
        Field::Risk,
        &[
            "/assessments/*/controls/*/risk",
            "/assessments/*/default/risk",
            // Which gaps have a risk tells which controls one threatens.
            "/gaps/ranked",
            "/gaps/without_risk",
            "/organization/tolerance",
            "/risks/*",
            "/roadmaps/*/phases/*/initiatives/*/treats",
        ],
    ),
    (
        Field::Evidence,
        &[
            "/assessments/*/controls/*/evidence",
            "/assessments/*/controls/*/faults",
            "/evidence/*",
            "/indicators/*/lacking/*/evidence",
        ],
    ),
    (
        Field::Assessor,
        &["/assessments/*/approved", "/assessments/*/assessor"],
    ),
    (
        // Owners are roles, and so are covered with them.
        Field::Governance,
        &[
            "/governance/committees/*",
            "/governance/decisions/*/roles",
            "/governance/escalations/*",
            "/governance/roles/*",
            "/preparedness/playbooks/*/steps/*/role",
        ],
    ),
    (
        Field::Technology,
        &[
            "/preparedness/playbooks/*/detector",
            "/preparedness/playbooks/*/executor",
            "/preparedness/playbooks/*/steps/*/technology",
            "/technology/capabilities/*/kinds",
            "/technology/circles",
            "/technology/isolated",
            "/technology/single",
            "/technology/technologies/*",
        ],
    ),
    (
        Field::Playbook,
        &["/preparedness/playbooks/*", "/preparedness/uncovered"],
    ),
    (Field::Roadmap, &["/risks/*/treated_by", "/roadmaps/*"]),
];

/// The members that tell how long things take, of one roadmap.
const DATES: &[&str] = &[
    "course",
    "critical",
    "load",
    "phases/*/initiatives/*/dates",
    "whole",
];

/// A member that a field covers in some document, and where it stands there.
pub(super) struct Covered {
    /// As the document's list of what was hidden names it: with `*` for each part of a list.
    pub member: String,
    /// The places.
    pub places: Vec<String>,
}

/// What a field covers in a document, by member.
pub(super) fn covered(document: &Value, field: Field) -> Vec<Covered> {
    let members = members(field).map(|member| Covered {
        member: member.to_owned(),
        places: places(document, member),
    });
    let mut covered: Vec<Covered> = members.collect();
    if field == Field::Effort {
        covered.extend(dates(document));
    }
    covered
}

fn members(field: Field) -> impl Iterator<Item = &'static str> {
    let with = match field {
        Field::Governance => Some(Field::Owner),
        _ => None,
    };
    let rows = MEMBERS.iter();
    rows.filter(move |(of, _)| *of == field || Some(*of) == with)
        .flat_map(|(_, members)| members.iter().copied())
}

/// The dates of roadmaps in which an initiative lasts as long as its effort, since nothing else is said: they tell of it.
fn dates(document: &Value) -> Vec<Covered> {
    let roadmaps = places(document, "/roadmaps/*");
    let telling: Vec<String> = roadmaps
        .into_iter()
        .filter(|roadmap| {
            let initiatives = format!("{roadmap}/phases/*/initiatives/*");
            let lasting = places(document, &format!("{initiatives}/lasts"));
            lasting.len() < places(document, &initiatives).len()
        })
        .collect();
    let members = DATES.iter();
    members
        .map(|member| Covered {
            member: format!("/roadmaps/*/{member}"),
            places: telling
                .iter()
                .flat_map(|roadmap| places(document, &format!("{roadmap}/{member}")))
                .collect(),
        })
        .collect()
}
