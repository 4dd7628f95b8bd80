//! What single cells say.

use super::atoms::{atom, bare};
use crate::ast::posture::{Assessed, AssessedTier};
use crate::ast::{ControlRef, Name, Spanned};
use crate::lower::{Lower, MOST_DAYS, Values};
use crate::tree::Atom;
use xwalk_table::{Cell, is_not_applicable};

/// An identifier as its framework writes it, which a cell needs no backticks for; or one with its framework.
pub(super) fn reference<'s>(lower: &mut Lower<'s>, cell: &Cell<'s>) -> Option<ControlRef<'s>> {
    if cell.text.contains('@') && cell.text.contains(':') {
        return lower.reference(&atom(cell));
    }
    Some(ControlRef {
        framework: None,
        id: cell.text,
        span: cell.span(),
    })
}

/// What to write for a tier that is none.
const HELP: &str = "write the number of the tier, `not-applicable` where the control does not concern the organization, or nothing where nobody has assessed it";

/// `2`, `2 -> 4`, `not-applicable` in any spelling; the target may stand in a column of its own.
pub(super) fn tier_reached<'s>(
    lower: &mut Lower<'s>,
    of: Atom<'s>,
    cell: &Cell<'s>,
    target: Option<(Atom<'s>, Cell<'s>)>,
    assessed: &mut Assessed<'s>,
) {
    let value = AssessedTier::NotApplicable;
    if is_not_applicable(cell.text) {
        let span = cell.span();
        assessed.tier = Some(Spanned { value, span });
        return;
    }
    let mark = lower.mark();
    let mut atoms = [Some(atom(cell)), target.map(|(_, cell)| atom(&cell))];
    if let (Some((current, wanted)), None) = (cell.text.split_once("->"), target) {
        let at = cell.start + current.len() + "->".len();
        let blanks = wanted.len() - wanted.trim_start().len();
        atoms = [
            Some(bare(current.trim_end(), cell.start)),
            Some(bare(wanted.trim_start(), at + blanks)),
        ];
    }
    let mut tier = |tier: Option<Atom<'s>>, of| {
        let mut atom = tier?;
        // Programs write whole numbers so where a cell of their column is empty.
        atom.text = atom.text.strip_suffix(".0").unwrap_or(atom.text);
        lower.number(&mut Values::new(of, &[atom]), 0, 1000)
    };
    let [current, wanted] = atoms;
    let current = tier(current, of);
    let target = match wanted {
        Some(wanted) => tier(Some(wanted), target.map_or(of, |(of, _)| of)),
        None => current,
    };
    for found in lower.diagnostics.iter_mut().skip(mark) {
        found.help.get_or_insert_with(|| HELP.to_owned());
    }
    if let (Some(current), Some(target)) = (current, target) {
        assessed.tiers = Some((current.span, target.span));
        assessed.tier = Some(Spanned {
            value: AssessedTier::Tier {
                current: current.value,
                target: target.value,
            },
            span: current.span.to(target.span),
        });
    }
}

/// `20d`; a number alone is working days too, since the column says so.
pub(super) fn effort<'s>(
    lower: &mut Lower<'s>,
    of: Atom<'s>,
    cell: &Cell<'s>,
) -> Option<Spanned<u32>> {
    let atoms = [atom(cell)];
    let mut values = Values::new(of, &atoms);
    if cell.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return lower.number(&mut values, 1, MOST_DAYS);
    }
    lower.effort(&mut values)
}

/// Names with commas, semicolons or blanks between them.
pub(super) fn evidence<'s>(lower: &mut Lower<'s>, of: Atom<'s>, cell: &Cell<'s>) -> Vec<Name<'s>> {
    let mut names = Vec::new();
    let mut at = cell.start;
    for part in cell.text.split_inclusive([',', ';', ' ', '\n']) {
        let name = part.trim_end_matches([',', ';', ' ', '\n']).trim_end();
        if !name.is_empty() {
            let atom = bare(name, at);
            names.extend(lower.piece(&mut Values::new(of, &[atom])));
        }
        at += part.len();
    }
    names
}
