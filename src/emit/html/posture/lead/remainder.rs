//! What is left of the controls that are partly evidenced, framework by framework.

use crate::anchors;
use crate::fragment::Fragment;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, framework_name};
use crate::posture::row;
use crate::posture::titled::Titled;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Claim, NamedControl, Remaining};
use xwalk_report::{NOT_DESCRIBED, Open, Remainder, described};

view! {
    /// What is left of one framework.
    pub(in crate::posture) struct Remainders<'r> {
        /// The framework.
        framework: Name<'r>,
        /// How many of its controls are partly evidenced.
        count: usize,
        /// Whether that is more than one.
        several: bool,
        /// The controls, those with the strongest connections first.
        controls: Vec<Left<'r>>,
    }
}

view! {
    /// What is left of a control.
    struct Left<'r> {
        /// The control.
        control: Titled<'r>,
        /// The strength of the strongest connection.
        strength: Option<String>,
        /// The rows of the strongest connections.
        rows: Vec<Said<'r>>,
        /// How many more controls share something with it.
        more: usize,
        /// Whether that is more than one.
        several: bool,
        /// The unions that are not shown to be fulfilled as a whole.
        unions: Vec<Union<'r>>,
        /// What shares something with it and is not achieved.
        pending: Vec<Pending<'r>>,
        /// The controls below it that are not shown to be fulfilled, with how they stand.
        children: Names<'r>,
        /// Whether nobody has written anything.
        is_silent: bool,
    }
}

view! {
    /// A row that says something of it.
    struct Said<'r> {
        /// The row.
        row: Name<'r>,
        /// What it says.
        text: String,
        /// The strength, from 0 to 10.
        strength: Option<String>,
        /// The note, or that nothing is described.
        note: &'r str,
        /// Whether there is a note.
        is_described: bool,
    }
}

view! {
    /// A control that shares something with it and is not achieved.
    struct Pending<'r> {
        /// The control.
        control: Titled<'r>,
        /// How it stands.
        stands: &'r str,
        /// The initiatives that raise it.
        initiatives: Names<'r>,
        /// The rows that connect the two.
        rows: Vec<Said<'r>>,
    }
}

view! {
    /// A union that is not shown to be fulfilled as a whole.
    struct Union<'r> {
        /// The row.
        row: Name<'r>,
        /// What it says.
        text: String,
        /// The parts that are not shown to be fulfilled, with how they stand.
        missing: Names<'r>,
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let frameworks = move || {
        let remainders = page.posture.remainders.iter();
        remainders.map(move |of| remainders_of(page, of))
    };
    Ok(vec![rows.fragment("posture-remainder", 0, frameworks)?])
}

fn remainders_of<'r>(page: Page<'r>, of: &'r Remaining) -> Remainders<'r> {
    Remainders {
        framework: framework_name(&of.framework),
        count: of.controls.len(),
        several: of.controls.len() != 1,
        controls: of.controls.iter().map(|it| left(page, it)).collect(),
    }
}

fn left<'r>(page: Page<'r>, of: &'r Remainder<NamedControl, String>) -> Left<'r> {
    let claims = of.rows.iter().filter_map(|row| page.places.claim(row));
    let unions = of.unions.iter();
    Left {
        control: Titled::bare(page, &of.control),
        strength: of.strength.map(|strength| strength.to_string()),
        rows: claims.map(said).collect(),
        more: of.more,
        several: of.more > 1,
        unions: unions
            .filter_map(|(row, missing)| {
                let claim = page.places.claim(row)?;
                Some(Union {
                    row: named(claim),
                    text: text(claim),
                    missing: standing(page, missing),
                })
            })
            .collect(),
        pending: of.pending.iter().map(|it| pending(page, it)).collect(),
        children: standing(page, &of.children),
        is_silent: of.is_silent(),
    }
}

fn pending<'r>(page: Page<'r>, (open, rows): &'r (Open<NamedControl>, Vec<String>)) -> Pending<'r> {
    let claims = rows.iter().filter_map(|row| page.places.claim(row));
    Pending {
        control: Titled::of(page, &open.control),
        stands: &open.stands,
        initiatives: Kind::Initiative.names(&page.raised_by(&open.control)),
        rows: claims.map(said).collect(),
    }
}

/// Controls, each with how it stands.
fn standing<'r>(page: Page<'r>, open: &'r [Open<NamedControl>]) -> Names<'r> {
    Names::with(open.iter().map(|open| {
        let name = page.places.control_name(&open.control);
        (name, format!(" ({})", open.stands))
    }))
}

fn said<'r>(claim: &'r Claim<'r>) -> Said<'r> {
    Said {
        row: named(claim),
        text: text(claim),
        strength: claim.strength.map(|strength| strength.to_string()),
        note: described(claim.note).unwrap_or(NOT_DESCRIBED),
        is_described: described(claim.note).is_some(),
    }
}

/// What a row says; its mapping, which is named beside it, says between which frameworks.
fn text(claim: &Claim<'_>) -> String {
    format!(
        "{} {} {}",
        claim.source_text(),
        claim.relation,
        claim.target_text()
    )
}

/// A row, as a link to all that it says.
fn named<'r>(claim: &'r Claim<'r>) -> Name<'r> {
    let link = anchors::link(&row::id(&claim.name));
    Name::link(
        "quiet",
        link,
        format!("row {} of {}", claim.number, claim.mapping),
    )
}
