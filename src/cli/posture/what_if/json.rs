//! What would be so, as programs read it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Page;
use crate::analysis::posture::Changed;
use crate::cli::posture::json::{GroundV1, MovedV1, TallyV1};

#[derive(Serialize)]
pub(super) struct DocumentV1<'a> {
    schema: &'static str,
    version: u32,
    organization: &'a str,
    initiatives: Vec<&'a str>,
    /// What has to be done first and is not among them.
    left_out: Vec<LeftOutV1<'a>>,
    raised: Vec<MovedV1>,
    /// What is not applicable, or stands there already.
    not_raised: Vec<String>,
    verdicts: BTreeMap<String, TurnedV1>,
    /// By framework, in the order of its controls.
    changed: Vec<ChangedV1>,
    treated: Vec<TreatedV1<'a>>,
}

#[derive(Serialize)]
struct LeftOutV1<'a> {
    initiative: &'a str,
    /// What directly waits for it, and is asked for, or left out too.
    waiting: Vec<&'a str>,
}

#[derive(Serialize)]
struct TurnedV1 {
    before: TallyV1,
    after: TallyV1,
}

#[derive(Serialize)]
struct ChangedV1 {
    control: String,
    before: &'static str,
    after: &'static str,
    /// What the verdict after it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grounds: Vec<GroundV1>,
    /// Why nobody could tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<String>,
}

#[derive(Serialize)]
struct TreatedV1<'a> {
    risk: &'a str,
    level: u32,
    by: Vec<&'a str>,
}

impl<'a> Page<'a, '_> {
    /// The answer for programs.
    pub(super) fn document(&self) -> DocumentV1<'a> {
        let what_if = self.what_if;
        let left_out = what_if.left_out.iter();
        let turned = what_if.turned.iter();
        let treated = what_if.treated.iter();
        DocumentV1 {
            schema: "xwalk-what-if",
            version: 1,
            organization: self.organization.name,
            initiatives: self.initiatives(&what_if.initiatives),
            left_out: left_out
                .map(|one| LeftOutV1 {
                    initiative: self.model.posture.initiatives[one.initiative].name,
                    waiting: self.initiatives(&one.waiting),
                })
                .collect(),
            raised: self.words.moved_v1(&what_if.moved),
            not_raised: self.words.qualified(&what_if.idle),
            verdicts: turned
                .map(|one| {
                    let counts = TurnedV1 {
                        before: one.before.into(),
                        after: one.after.into(),
                    };
                    (self.words.label(one.framework), counts)
                })
                .collect(),
            changed: what_if
                .changed
                .iter()
                .map(|it| self.changed_v1(it))
                .collect(),
            treated: treated
                .map(|one| {
                    let risk = &self.model.posture.risks[one.risk];
                    TreatedV1 {
                        risk: risk.name,
                        level: risk.level(),
                        by: self.initiatives(&one.by),
                    }
                })
                .collect(),
        }
    }

    fn changed_v1(&self, changed: &Changed) -> ChangedV1 {
        let (change, after) = (changed.change, &changed.after);
        let grounds = after.grounds.iter();
        ChangedV1 {
            control: self.model.qualified(change.control),
            before: change.before.word(),
            after: change.after.word(),
            grounds: grounds.map(|it| self.words.ground_v1(it)).collect(),
            doubt: after.doubt.as_ref().map(|doubt| self.words.doubt(doubt)),
        }
    }
}
