//! The addresses within the page: every framework, pair, control, row and term has one that lasts.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use xwalk_report::{ControlAt, Framework, Proved, Report, RowAt, Table};

/// The addresses of the controls, worked out once because they have to be unique.
///
/// The other addresses are unique by their form: no framework key holds `:` or `/`, no mapping name ends in a
/// number after a hyphen that is not its row's.
pub(super) struct Anchors {
    controls: Table<ControlAt, Anchor>,
}

/// An `id`, and the link to it.
struct Anchor {
    id: String,
    link: String,
}

impl Anchors {
    /// Names every control: `nist-csf@2.0:PR.AA-05`, with `_` for blanks, which an `id` must not hold.
    pub(super) fn of(report: &Report<'_>) -> Self {
        let mut taken = BTreeSet::new();
        let controls = report.controls.values().map(|control| {
            let key = &report.frameworks[control.framework].key;
            let identifier = control
                .identifier
                .replace(|letter: char| letter.is_whitespace(), "_");
            let mut id = format!("{key}:{identifier}");
            while !taken.insert(id.clone()) {
                id.push('~');
            }
            let link = link(&id);
            Anchor { id, link }
        });
        Self {
            controls: controls.collect(),
        }
    }

    fn anchor(&self, control: ControlAt) -> &Anchor {
        &self.controls[control]
    }

    /// The `id` of a control's section.
    pub(super) fn control(&self, control: ControlAt) -> &str {
        &self.anchor(control).id
    }

    /// The link to a control's section.
    pub(super) fn link(&self, control: ControlAt) -> &str {
        &self.anchor(control).link
    }

    /// The `id` of a proved pair: `proved:iso-ts-27103@2026:ID.AM.a/nist-csf@2.0:ID.AM-01`. Where rows of another rationale prove
    /// something else of it, that has a number at the end.
    pub(super) fn proved(&self, proved: &Proved<'_>) -> String {
        let (source, target) = (self.control(proved.source), self.control(proved.target));
        match proved.before {
            0 => format!("proved:{source}/{target}"),
            before => format!("proved:{source}/{target}/{}", before + 1),
        }
    }
}

/// The `id` of a row: `row-csf2-iso-17`, by its number.
pub(super) fn row(report: &Report<'_>, row: RowAt) -> String {
    let mapping = &report.mappings[report.rows[row].mapping];
    format!("row-{}-{}", mapping.name, report.row_number(row))
}

/// The `id` of a contradiction, counted from one.
pub(super) fn contradiction(at: usize) -> String {
    format!("contradiction-{}", at + 1)
}

/// The `id` of a framework's view.
pub(super) fn framework(framework: &Framework<'_>) -> String {
    format!("framework:{}", framework.key)
}

/// The `id` of a pair's view.
pub(super) fn pair(left: &Framework<'_>, right: &Framework<'_>) -> String {
    format!("pair:{}/{}", left.key, right.key)
}

/// The `id` of the coverage of a framework by another, in the view of the two.
pub(super) fn direction(of: &Framework<'_>, by: &Framework<'_>) -> String {
    format!("coverage:{}/{}", of.key, by.key)
}

/// The `id` of the definition of a relation as written.
pub(super) fn relation(report: &Report<'_>, word: &str) -> String {
    let own = format!("relation-{word}");
    let defined = report
        .definitions
        .iter()
        .any(|definition| definition.key == own);
    if defined {
        format!("def-{own}")
    } else if word.contains('|') {
        "def-relation-either".to_owned()
    } else {
        "def-relation-supportive".to_owned()
    }
}

/// A link to an `id` of the page, percent-encoded where a fragment must not hold a character.
pub(super) fn link(id: &str) -> String {
    let mut link = String::with_capacity(id.len() + 1);
    link.push('#');
    for letter in id.chars() {
        match letter {
            '%' | '"' | '<' | '>' | '`' | '{' | '}' | '#' | '\\' | '^' | '|' | '\'' => {
                let _infallible = write!(link, "%{:02X}", u32::from(letter));
            }
            _ => link.push(letter),
        }
    }
    link
}

/// The address, if it is one that a reader may follow from a document: http, https or mailto.
pub(super) fn outward(address: Option<&str>) -> Option<&str> {
    address.filter(|address| {
        let lower = address.to_ascii_lowercase();
        ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
    })
}

#[cfg(test)]
mod tests {
    use super::{link, outward};

    #[test]
    fn a_link_keeps_what_a_fragment_may_hold_and_encodes_the_rest() {
        assert_eq!(link("nist-csf@2.0:PR.AA-05"), "#nist-csf@2.0:PR.AA-05");
        assert_eq!(link("a@1:50%<\"x"), "#a@1:50%25%3C%22x");
    }

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        assert_eq!(outward(Some("HTTPS://nist.gov")), Some("HTTPS://nist.gov"));
        assert_eq!(outward(Some("javascript:alert(1)")), None);
        assert_eq!(outward(Some("data:text/html,x")), None);
    }
}
