//! Networks drawn at random, of several kinds, and the same networks told otherwise.

use xwalk::reason::{Claim, Network, Node, Statement};
use xwalk::relation::Label;

use super::sets::{Possible, Set, label, label_of, lie, only, possible, turned};
use crate::chance::Chance;

/// Statements about so many nodes.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub nodes: u32,
    pub statements: Vec<Statement>,
}

/// What a network is made of.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    pub nodes: u32,
    pub statements: usize,
    pub labels: Labels,
    /// Of a hundred statements, so many belong to the same claim as an earlier one.
    pub shared: usize,
    /// Of a hundred statements, so many are given.
    pub given: usize,
    /// Of a hundred statements, so many are about one node alone.
    pub loops: usize,
}

/// What statements say.
#[derive(Clone, Copy, Debug)]
pub enum Labels {
    /// Any of the fourteen.
    Any,
    /// Half of the time, that one node lies within the other: there will be chains and loops of these.
    Inclusions,
    /// What is true of sets, or less; in so many of a hundred cases any of the fourteen.
    Mostly(usize),
}

impl Recipe {
    /// Five to eight nodes, of any kind.
    pub fn small(chance: &mut Chance) -> Self {
        let nodes = 5 + chance.below(4);
        let labels = match chance.below(4) {
            0 => Labels::Any,
            1 => Labels::Inclusions,
            2 => Labels::Mostly(0),
            _ => Labels::Mostly(10),
        };
        Self {
            nodes: nodes as u32,
            statements: nodes - 1 + chance.below(2 * nodes),
            labels,
            shared: [0, 0, 30][chance.below(3)],
            given: [0, 0, 25][chance.below(3)],
            loops: [0, 0, 0, 5][chance.below(4)],
        }
    }

    pub fn draw(self, chance: &mut Chance) -> Drawn {
        self.draw_from_sets(chance).0
    }

    /// With the sets that what is true is true of.
    pub fn draw_from_sets(self, chance: &mut Chance) -> (Drawn, Vec<Set>) {
        let sets: Vec<Set> = (0..self.nodes).map(|_| set(chance)).collect();
        let statements = (0..self.statements).map(|_| self.statement(&sets, chance));
        let mut statements: Vec<Statement> = statements.collect();
        self.claims(&mut statements, chance);
        let drawn = Drawn {
            nodes: self.nodes,
            statements,
        };
        (drawn, sets)
    }

    fn statement(self, sets: &[Set], chance: &mut Chance) -> Statement {
        let a = chance.below(sets.len());
        let others = (a + 1 + chance.below(sets.len() - 1)) % sets.len();
        let b = if chance.percent(self.loops) {
            a
        } else {
            others
        };
        let label = match self.labels {
            Labels::Inclusions if chance.percent(50) => Label::WITHIN,
            Labels::Mostly(wrong) if !chance.percent(wrong) => {
                label_of(weakened(only(lie(sets[a], sets[b])), chance))
            }
            _ => label(chance.below(14)),
        };
        Statement {
            a: Node(a as u32),
            b: Node(b as u32),
            label,
            sense: 0,
            claim: Claim::GIVEN,
        }
    }

    /// Gives each statement its claim and sense. What is given only says that one node lies within another, so that it
    /// does not contradict itself; its sense means nothing.
    fn claims(self, statements: &mut [Statement], chance: &mut Chance) {
        let mut claims: Vec<(Claim, u8)> = Vec::new();
        for statement in statements {
            if chance.percent(self.given) {
                statement.label = Label::WITHIN;
                statement.sense = chance.below(8) as u8;
                continue;
            }
            let earlier = claims.get(chance.below(claims.len())).copied();
            let own = (
                Claim(7 * claims.len() as u32 % 1_009),
                chance.below(8) as u8,
            );
            let shared = earlier.filter(|_| chance.percent(self.shared));
            if shared.is_none() {
                claims.push(own);
            }
            (statement.claim, statement.sense) = shared.unwrap_or(own);
        }
    }
}

/// A set of eight things: of some, of few or of most.
fn set(chance: &mut Chance) -> Set {
    let [one, other] = [(); 2].map(|()| chance.below(256) as Set);
    let set = [one, one & other, one | other][chance.below(3)];
    if set == 0 { 1 << chance.below(8) } else { set }
}

/// One of the fourteen labels that allow this relation, each as likely as another.
pub fn weakened(relation: Possible, chance: &mut Chance) -> Possible {
    let labels = (0..14).map(|number| possible(label(number)));
    let allowing: Vec<Possible> = labels.filter(|label| label & relation != 0).collect();
    allowing[chance.below(allowing.len())]
}

impl Drawn {
    pub fn network(&self) -> Network {
        Network::new(self.nodes, self.statements.clone()).unwrap()
    }

    /// The same, with other numbers for the nodes, in another order, and each statement read from either end.
    pub fn told_otherwise(&self, chance: &mut Chance) -> (Self, Vec<Node>) {
        let mut names: Vec<Node> = (0..self.nodes).map(Node).collect();
        shuffle(&mut names, chance);
        let mut statements = self.statements.clone();
        for statement in &mut statements {
            statement.a = names[statement.a.0 as usize];
            statement.b = names[statement.b.0 as usize];
            if chance.percent(50) {
                turn(statement);
            }
        }
        shuffle(&mut statements, chance);
        let drawn = Self {
            nodes: self.nodes,
            statements,
        };
        (drawn, names)
    }
}

/// Says the same from the other end.
pub fn turn(statement: &mut Statement) {
    std::mem::swap(&mut statement.a, &mut statement.b);
    statement.label = label_of(turned(possible(statement.label)));
}

/// Fisher and Yates: every order is as likely.
fn shuffle<T>(all: &mut [T], chance: &mut Chance) {
    for at in (1..all.len()).rev() {
        all.swap(at, chance.below(at + 1));
    }
}
