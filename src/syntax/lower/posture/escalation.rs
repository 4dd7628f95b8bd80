//! `escalation`

use super::A_ROLE;
use crate::ast::posture::{Escalation, EscalationStep};
use crate::lower::Lower;
use crate::lower::values::Values;
use crate::tree::{Atom, Construct, Entry, Row};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::MISSING_CLAUSE;

impl<'s> Lower<'s> {
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
