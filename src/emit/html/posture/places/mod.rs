//! Where everything stands in the page, and how one thing leads to another.

mod kind;
mod known;
mod names;

use std::collections::BTreeMap;

use self::known::Known;
use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::report::posture::{Assessed, Assessment, Claim, Named};
use crate::report::{Posture, Report};

pub(super) use self::kind::Kind;

/// How many names stand in one sentence before the rest is folded away.
pub(super) const FEW: usize = 6;

/// All that is named in a posture.
pub(super) struct Places<'r> {
    controls: BTreeMap<&'r str, Known<'r>>,
    named: BTreeMap<(Kind, &'r str), &'r str>,
    claims: BTreeMap<&'r str, &'r Claim<'r>>,
    shorts: BTreeMap<&'r str, &'r str>,
}

impl<'r> Places<'r> {
    pub(super) fn of(report: &'r Report<'_>, posture: &'r Posture<'_>) -> Self {
        let shorts = report.frameworks.iter();
        let shorts = shorts.map(|framework| (framework.key.as_str(), framework.short.as_str()));
        let claims = posture.claims.iter();
        Self {
            controls: known::controls(posture),
            named: kind::named(posture),
            claims: claims.map(|claim| (claim.name.as_str(), claim)).collect(),
            shorts: shorts.collect(),
        }
    }

    /// `NIST CSF 2.0`.
    pub(super) fn short(&self, framework: &'r str) -> &'r str {
        self.shorts.get(framework).copied().unwrap_or(framework)
    }

    /// What a control is called, and where it stands in its framework.
    pub(super) fn named(&self, control: &str) -> Option<&'r Named<'r>> {
        self.controls.get(control).map(|known| known.named)
    }

    /// How a control was assessed.
    pub(super) fn assessed(&self, control: &str) -> Option<(&'r Assessment<'r>, &'r Assessed<'r>)> {
        self.controls.get(control)?.assessed
    }

    /// What a row says.
    pub(super) fn claim(&self, row: &str) -> Option<&'r Claim<'r>> {
        self.claims.get(row).copied()
    }

    /// The `id` of the verdict on a control.
    pub(super) fn verdict_id(&self, control: &str) -> String {
        self.anchor(control).to_owned()
    }

    /// The `id` of the assessment of a control.
    pub(super) fn assessed_id(&self, control: &str) -> String {
        format!("assessed:{}", self.anchor(control))
    }

    /// The `id` of a control's gap.
    pub(super) fn gap_id(&self, control: &str) -> String {
        format!("gap:{}", self.anchor(control))
    }

    /// Whether a control has a ranked gap.
    pub(super) fn is_gap(&self, control: &str) -> bool {
        self.controls.get(control).is_some_and(|known| known.is_gap)
    }

    fn anchor(&self, control: &str) -> &str {
        let known = self.controls.get(control);
        known.map_or("", |known| known.anchor.as_str())
    }

    /// A control by its identifier, as a link to its verdict, or else to its assessment.
    pub(super) fn control(&self, markup: &mut Markup, control: &str) {
        let Some(known) = self.controls.get(control) else {
            markup
                .raw("<span class=\"id\">")
                .text(control)
                .raw("</span>");
            return;
        };
        let id = match (known.is_judged, known.assessed) {
            (true, _) => self.verdict_id(control),
            (false, Some(_)) => self.assessed_id(control),
            (false, None) => {
                markup
                    .raw("<span class=\"id\">")
                    .text(known.named.identifier);
                markup.raw("</span>");
                return;
            }
        };
        markup.link("id", &anchors::link(&id), known.named.identifier);
    }

    /// A control with its title.
    pub(super) fn titled(&self, markup: &mut Markup, control: &str) {
        self.control(markup, control);
        if let Some(known) = self.controls.get(control) {
            markup
                .raw(" <span class=\"t\">")
                .text(known.named.title)
                .raw("</span>");
        }
    }

    /// The name of a control's framework.
    pub(super) fn framework_of(&self, control: &str) -> &'r str {
        let known = self.controls.get(control);
        known.map_or("", |known| self.short(known.framework))
    }

    /// The function in which a control lies.
    pub(super) fn function_of(&self, control: &str) -> Option<&'r str> {
        self.controls.get(control)?.function
    }

    /// A link from a control's verdict to its assessment, or to its gap.
    pub(super) fn onward(&self, markup: &mut Markup, control: &str) {
        let Some(known) = self.controls.get(control) else {
            return;
        };
        if known.assessed.is_some() {
            markup.raw(" ");
            markup.link(
                "quiet",
                &anchors::link(&self.assessed_id(control)),
                "assessment",
            );
        }
        if self.is_gap(control) {
            markup.raw(" ");
            markup.link("quiet", &anchors::link(&self.gap_id(control)), "gap");
        }
    }

    /// The `id` of the verdicts on a framework.
    pub(super) fn framework_id(framework: &str) -> String {
        format!("verdicts:{framework}")
    }

    /// The `id` of what has a name.
    pub(super) fn id(kind: Kind, name: &str) -> String {
        format!("{}:{name}", kind.word())
    }

    /// What has a name, by its title, as a link to its place.
    pub(super) fn thing(&self, markup: &mut Markup, kind: Kind, name: &str) {
        match self.named.get(&(kind, name)) {
            Some(title) => {
                let id = Self::id(kind, name);
                markup.link("t", &anchors::link(&id), title);
            }
            None => {
                markup.text(name);
            }
        }
    }

    /// A role, or a dash where there is none.
    pub(super) fn owner(&self, markup: &mut Markup, role: Option<&str>) {
        match role {
            Some(role) => self.thing(markup, Kind::Role, role),
            None => {
                markup.raw("–");
            }
        }
    }

    /// Several things, with commas; a dash for none.
    pub(super) fn things(&self, markup: &mut Markup, kind: Kind, names: &[&str]) {
        few(markup, names, |markup, name| self.thing(markup, kind, name));
    }

    /// Several controls, with commas; a dash for none.
    pub(super) fn several(&self, markup: &mut Markup, controls: &[String]) {
        few(markup, controls, |markup, name| self.control(markup, name));
    }
}

/// What several things are, with commas: the first few, and the rest folded away; a dash for none.
pub(super) fn few<T>(markup: &mut Markup, all: &[T], mut write: impl FnMut(&mut Markup, &T)) {
    if all.is_empty() {
        markup.raw("–");
    }
    // What folds away has to be worth it.
    let shown = if all.len() <= FEW + 2 { all.len() } else { FEW };
    for (at, one) in all.iter().enumerate() {
        if at == shown {
            markup.raw("<details class=\"more\"><summary>and ");
            markup.number(all.len() - shown).raw(" more</summary>");
        } else if at > 0 {
            markup.raw(", ");
        }
        write(markup, one);
    }
    if shown < all.len() {
        markup.raw("</details>");
    }
}
