//! `organization`, `role`, `committee`, `escalation`.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::posture::MISSING_CLAUSE;
use crate::diagnostic::codes::vocabulary::UNKNOWN_WORD;
use crate::syntax::ast::Spanned;
use crate::syntax::ast::posture::{
    Adopted, Committee, Decision, Escalation, EscalationStep, Organization, Party, Role,
};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::lower::values::{Values, shortened};
use crate::syntax::tree::{Atom, Construct, Entry, Row};

use super::A_ROLE;

const ORGANIZATION: Vocabulary = Vocabulary {
    of: "an organization",
    known: &[
        "sector",
        "scope",
        "baseline",
        "adopts",
        "holds",
        "tolerance",
        "capacity",
    ],
    repeating: &["adopts", "holds"],
};

const ROLE: Vocabulary = Vocabulary {
    of: "a role",
    known: &["represents", "reports-to", "accountable", "decides"],
    repeating: &[],
};

const COMMITTEE: Vocabulary = Vocabulary {
    of: "a committee",
    known: &["chair", "members", "meets"],
    repeating: &[],
};

/// The greatest risk that a scale can have: likelihood and impact are at most 100 each.
pub const GREATEST_RISK: u32 = 10_000;

impl<'s> Lower<'s> {
    /// An organization.
    pub fn organization(&mut self, construct: Construct<'s>) -> Option<Organization<'s>> {
        let mut values = Values::new(construct.word, &construct.values);
        let head = self.heading(&construct, &mut values, "a name such as `acme-health`")?;
        self.finish(&values);
        let mut organization = Organization {
            head: head.clone(),
            sector: None,
            scope: None,
            baseline: None,
            adopts: Vec::new(),
            holds: Vec::new(),
            tolerance: None,
            capacity: None,
        };
        let required = [("baseline", "baseline iso-ts-27103@2026")];
        let others = self.properties(
            &ORGANIZATION,
            &required,
            &head,
            construct.block,
            |lower, property, values| match property.word.text {
                "sector" => {
                    organization.sector =
                        lower.named(values, "a word for the sector such as `healthcare`");
                }
                "scope" => organization.scope = lower.text_value(values),
                "baseline" => organization.baseline = lower.framework_value(values),
                "adopts" => lower.adopts(values, &mut organization.adopts),
                "holds" => {
                    let conditions = lower.list(values, Self::text_value);
                    organization.holds.extend(conditions);
                }
                "tolerance" => organization.tolerance = lower.number(values, 0, GREATEST_RISK),
                _ => organization.capacity = lower.capacity(values),
            },
        );
        self.all_misplaced(
            &others,
            ORGANIZATION.of,
            "roles, risks and all else of an organization stand beside it, each by itself",
        );
        Some(organization)
    }

    /// `pci-dss@4.0.1, … [achieved-from 4]`
    fn adopts(&mut self, values: &mut Values<'_, 's>, adopts: &mut Vec<Adopted<'s>>) {
        let frameworks = self.list(values, Self::framework_value);
        let achieved_from = values.word("achieved-from").and_then(|word| {
            values.of = word;
            self.number(values, 0, 1000)
        });
        if let Some(word) = values.next_if(Atom::is_word) {
            let message = format!("`adopts` knows no `{}`", shortened(word.text));
            let help = "write the threshold as `achieved-from` and a tier, as in `adopts pci-dss@4.0.1 achieved-from 4`";
            let place = self.place(word.span());
            self.report(Diagnostic::new(UNKNOWN_WORD, place, message).help(help));
        }
        adopts.extend(frameworks.into_iter().map(|framework| Adopted {
            framework,
            achieved_from,
        }));
    }

    /// `120d per quarter`
    fn capacity(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<u32>> {
        let capacity = self.effort(values)?;
        const PER_QUARTER: &str = "`per quarter` behind the days, as in `120d per quarter`";
        self.expect_word(values, "per", PER_QUARTER)?;
        self.choice(values, &[("quarter", ())])?;
        Some(capacity)
    }

    /// A role.
    pub fn role(&mut self, construct: Construct<'s>) -> Option<Role<'s>> {
        let head = self.member_heading(&construct, "a name such as `ciso`")?;
        let mut role = Role {
            head: head.clone(),
            represents: Vec::new(),
            reports_to: None,
            accountable: Vec::new(),
            decides: Vec::new(),
        };
        let parties = Party::ALL.map(|party| (party.word(), party));
        let decisions = Decision::ALL.map(|decision| (decision.word(), decision));
        let others = self.properties(
            &ROLE,
            &[],
            &head,
            construct.block,
            |lower, property, values| match property.word.text {
                "represents" => {
                    role.represents =
                        lower.list(values, |lower, values| lower.choice(values, &parties));
                }
                "reports-to" => role.reports_to = lower.role_value(values),
                "accountable" => role.accountable = lower.list(values, Self::reference_value),
                _ => {
                    role.decides =
                        lower.list(values, |lower, values| lower.choice(values, &decisions));
                }
            },
        );
        self.all_misplaced(&others, ROLE.of, "a role holds properties, one a line");
        Some(role)
    }

    /// A committee.
    pub fn committee(&mut self, construct: Construct<'s>) -> Option<Committee<'s>> {
        let head = self.member_heading(&construct, "a name such as `steering`")?;
        let mut committee = Committee {
            head: head.clone(),
            chair: None,
            members: Vec::new(),
            meets: None,
        };
        let others = self.properties(
            &COMMITTEE,
            &[],
            &head,
            construct.block,
            |lower, property, values| match property.word.text {
                "chair" => committee.chair = lower.role_value(values),
                "members" => committee.members = lower.roles(values),
                _ => committee.meets = lower.duration_behind(values, "every"),
            },
        );
        self.all_misplaced(
            &others,
            COMMITTEE.of,
            "a committee holds properties, one a line",
        );
        Some(committee)
    }

    /// An escalation and its steps.
    pub fn escalation(&mut self, construct: Construct<'s>) -> Option<Escalation<'s>> {
        const A_STEP: &str = "a step is two roles with an arrow between them and a deadline, as in `soc -> ciso within 1h`";
        let head = self.member_heading(&construct, "a name such as `major-incident`")?;
        let mut steps = Vec::with_capacity(construct.block.len());
        let empty = construct.block.is_empty();
        for entry in construct.block {
            match entry {
                Entry::Row(row) if is_arrow(row.atoms.get(row.relation)) => {
                    steps.extend(self.escalation_step(&row));
                }
                entry => self.misplaced(&entry, "an escalation", A_STEP),
            }
        }
        if empty {
            let message = format!("the escalation `{}` has no step", head.name.value);
            let place = self.place(head.name.span);
            self.report(Diagnostic::new(MISSING_CLAUSE, place, message).help(A_STEP));
        }
        Some(Escalation { head, steps })
    }

    /// `soc -> ciso within 1h`
    fn escalation_step(&mut self, row: &Row<'s>) -> Option<EscalationStep<'s>> {
        let arrow = row.atoms.get(row.relation).copied()?;
        let mut from = Values::new(arrow, row.source());
        let mut values = Values::new(arrow, row.rest());
        let from_role = self.named(&mut from, A_ROLE);
        self.finish(&from);
        let to = self.named(&mut values, A_ROLE);
        let within = self.duration_behind(&mut values, "within");
        self.finish(&values);
        for entry in row.block.iter().flatten() {
            self.misplaced(entry, "a step of an escalation", "a step has no block");
        }
        Some(EscalationStep {
            span: row.span,
            from: from_role?,
            to: to?,
            within: within?,
        })
    }
}

fn is_arrow(atom: Option<&Atom<'_>>) -> bool {
    atom.is_some_and(|atom| atom.text == "->")
}
