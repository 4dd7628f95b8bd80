//! Where things stand: the addresses that links lead to.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;

use super::target::Target;
use super::{behind, order};
use crate::cell::Cell;
use crate::place::address;
use crate::table::FIRST;
use xwalk_report::posture::{Declared, Posture};

/// On which lines things stand: each sheet is written in the order in which this counts.
pub(super) struct Links<'r>(BTreeMap<(Target, Cow<'r, str>), u32>);

impl<'r> Links<'r> {
    /// Counts the lines.
    pub fn new(posture: &'r Posture<'r>) -> Self {
        let verdicts = posture.verdicts.iter().flat_map(|found| &found.controls);
        let assessed = posture.assessments.iter().flat_map(|all| &all.controls);
        let mut links = Self(BTreeMap::new());
        links.count(Target::Verdict, verdicts.map(|one| one.control.as_str()));
        links.count(Target::Assessed, assessed.map(|one| one.control.as_str()));
        links.count(
            Target::Ground,
            behind::all(posture).map(|line| line.control.control.as_str()),
        );
        let gaps = posture.gaps.ranked.iter();
        links.count(Target::Gap, gaps.map(|gap| gap.control.as_str()));
        let claims = posture.claims.iter();
        links.count(Target::Row, claims.map(|claim| claim.name.as_str()));
        links.count(Target::Initiative, order::initiatives(posture));
        links.count(
            Target::Risk,
            order::risks(posture).into_iter().map(|risk| risk.name),
        );
        links.count(
            Target::Evidence,
            posture.evidence.iter().map(|one| one.name),
        );
        let roles = posture.governance.roles.iter();
        links.count(Target::Role, roles.map(|role| role.name));
        let technologies = posture.technology.technologies.iter();
        links.count(Target::Technology, technologies.map(|one| one.name));
        let playbooks = posture.preparedness.playbooks.iter();
        links.count(Target::Playbook, playbooks.map(|one| one.name));
        links
    }

    fn count(&mut self, target: Target, names: impl Iterator<Item = impl Into<Cow<'r, str>>>) {
        for (line, name) in (FIRST..).zip(names) {
            self.0.entry((target, name.into())).or_insert(line);
        }
    }

    /// The address of the line of something.
    pub fn address(&self, target: Target, name: &str) -> Option<String> {
        let line = self.0.get(&(target, Cow::Borrowed(name)))?;
        Some(address(target.sheet(), *line))
    }

    /// The cell, leading to something if it has a line.
    pub fn to<'a>(&self, target: Target, name: &str, cell: Cell<'a>) -> Cell<'a> {
        match self.address(target, name) {
            Some(address) => cell.to(address),
            None => cell,
        }
    }

    /// The cell, leading to the verdict on a control.
    pub fn to_verdict<'a>(&self, control: &str, cell: Cell<'a>) -> Cell<'a> {
        self.to(Target::Verdict, control, cell)
    }

    /// The name of something, leading there.
    pub fn named<'a>(&self, target: Target, name: impl Into<&'a str>) -> Cell<'a> {
        let name = name.into();
        self.to(target, name, Cell::identifier(name))
    }

    /// The name of something, if there is one, leading there.
    pub fn maybe<'a>(&self, target: Target, name: Option<impl Into<&'a str>>) -> Cell<'a> {
        name.map_or(Cell::BLANK, |name| self.named(target, name))
    }

    /// An initiative, leading there.
    pub fn initiative<'a>(&self, initiative: Declared<'a>) -> Cell<'a> {
        let key = initiative.key();
        let cell = Cell::identifier(key.clone());
        self.to(Target::Initiative, &key, cell)
    }

    /// Several initiatives, leading to the first.
    pub fn initiatives(&self, initiatives: &[Declared<'_>]) -> Cell<'static> {
        let keys: Vec<Cow<'_, str>> = initiatives.iter().map(Declared::key).collect();
        self.all(Target::Initiative, &keys)
    }

    /// Several names, leading to the first.
    pub fn all<S: Borrow<str>>(&self, target: Target, names: &[S]) -> Cell<'static> {
        let cell = Cell::identifier(names.join(", "));
        match names.first() {
            Some(first) => self.to(target, first.borrow(), cell),
            None => cell,
        }
    }
}
