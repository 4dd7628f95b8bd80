//! Where things stand: the addresses that links lead to.

use std::collections::BTreeMap;

use super::thing::Thing;
use super::{behind, order, used};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::place::address;
use crate::emit::xlsx::table::FIRST;
use crate::report::posture::Posture;

/// On which lines things stand: each sheet is written in the order in which this counts.
pub(super) struct Lead<'r>(BTreeMap<(Thing, &'r str), u32>);

impl<'r> Lead<'r> {
    /// Counts the lines.
    pub fn new(posture: &'r Posture<'r>) -> Self {
        let verdicts = posture.verdicts.iter().flat_map(|found| &found.controls);
        let assessed = posture.assessments.iter().flat_map(|all| &all.controls);
        let mut lead = Self(BTreeMap::new());
        lead.count(Thing::Verdict, verdicts.map(|one| one.control.as_str()));
        lead.count(Thing::Assessed, assessed.map(|one| one.control.as_str()));
        lead.count(
            Thing::Ground,
            behind::all(posture).map(|line| line.control.control.as_str()),
        );
        let gaps = posture.gaps.ranked.iter();
        lead.count(Thing::Gap, gaps.map(|gap| gap.control.as_str()));
        lead.count(Thing::Row, used::named(posture).into_iter());
        lead.count(Thing::Initiative, order::initiatives(posture));
        lead.count(
            Thing::Risk,
            order::risks(posture).into_iter().map(|risk| risk.name),
        );
        lead.count(Thing::Evidence, posture.evidence.iter().map(|one| one.name));
        let roles = posture.governance.roles.iter();
        lead.count(Thing::Role, roles.map(|role| role.name));
        let technologies = posture.technology.technologies.iter();
        lead.count(Thing::Technology, technologies.map(|one| one.name));
        let playbooks = posture.preparedness.playbooks.iter();
        lead.count(Thing::Playbook, playbooks.map(|one| one.name));
        lead
    }

    fn count(&mut self, thing: Thing, names: impl Iterator<Item = &'r str>) {
        for (line, name) in (FIRST..).zip(names) {
            self.0.entry((thing, name)).or_insert(line);
        }
    }

    /// The address of the line of something.
    pub fn address(&self, thing: Thing, name: &str) -> Option<String> {
        let line = self.0.get(&(thing, name))?;
        Some(address(thing.sheet(), *line))
    }

    /// The cell, leading to something if it has a line.
    pub fn to<'a>(&self, thing: Thing, name: &str, cell: Cell<'a>) -> Cell<'a> {
        match self.address(thing, name) {
            Some(address) => cell.to(address),
            None => cell,
        }
    }

    /// The cell, leading to the verdict on a control.
    pub fn to_verdict<'a>(&self, control: &str, cell: Cell<'a>) -> Cell<'a> {
        self.to(Thing::Verdict, control, cell)
    }

    /// The name of something, leading there.
    pub fn named<'a>(&self, thing: Thing, name: &'a str) -> Cell<'a> {
        self.to(thing, name, Cell::identifier(name))
    }

    /// The name of something, if there is one, leading there.
    pub fn maybe<'a>(&self, thing: Thing, name: Option<&'a str>) -> Cell<'a> {
        name.map_or(Cell::BLANK, |name| self.named(thing, name))
    }

    /// Several names, leading to the first.
    pub fn all(&self, thing: Thing, names: &[&str]) -> Cell<'static> {
        let cell = Cell::identifier(names.join(", "));
        match names.first() {
            Some(first) => self.to(thing, first, cell),
            None => cell,
        }
    }
}
