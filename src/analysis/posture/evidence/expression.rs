//! Whether a regular expression is found in a text, however the two were chosen.
//!
//! To search for an expression of m states in n bytes takes m × n steps at the worst, and no way is known that is always
//! faster. So the automaton is made while it runs (RE2, "Regular Expression Matching in the Wild"), which takes n steps as long as few
//! sets of states are met, and gives up where there are too many. What cannot be decided so is decided step by step where that is
//! little work, or is left open.

use regex_automata::hybrid::dfa::DFA;
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::nfa::thompson::{Compiler, Config, NFA};
use regex_automata::{Input, MatchKind};
use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::{ExtractKind, Extractor};

use super::Failure;
use super::budget::Budget;

/// The most memory that a compiled expression may take, in bytes.
const LARGEST: usize = 1 << 20;
/// The memory for sets of states, in bytes, and how often it may be filled anew.
const SETS: usize = 2 << 20;
const FILLED: usize = 3;
/// What it costs to compile each byte of an expression.
const COMPILED: usize = 16;
/// What it costs to have given up on sets of states, and to go step by step.
const GIVEN_UP: usize = 64 << 20;
/// The most steps that are gone one by one.
const STEPS: usize = 20_000_000;

/// Why an expression is not found in a text; nothing where it is.
pub(super) fn failure(pattern: &str, text: &str, budget: &mut Budget) -> Option<Failure> {
    let Ok(expression) = regex_syntax::parse(pattern) else {
        return Some(Failure::BadPattern);
    };
    if !budget.take(text.len()) {
        return Some(Failure::TooMuchWork);
    }
    let limits = Config::new().nfa_size_limit(Some(LARGEST));
    let compiled = Compiler::new()
        .configure(limits)
        .build_from_hir(&expression);
    let size = compiled.as_ref().map_or(LARGEST, NFA::memory_usage);
    if !budget.take(size * COMPILED) {
        return Some(Failure::TooMuchWork);
    }
    let Ok(compiled) = compiled else {
        return Some(Failure::PatternTooLarge);
    };
    if lacks_letters(&expression, text) {
        return Some(Failure::NoMatch);
    }
    let found = by_sets(&compiled, text).or_else(|| {
        let is_left = budget.take(GIVEN_UP);
        is_left.then(|| step_by_step(compiled, text))?
    });
    match found {
        Some(true) => None,
        Some(false) => Some(Failure::NoMatch),
        None => Some(Failure::TooMuchWork),
    }
}

/// Whether it is found, if few sets of states are met on the way.
fn by_sets(compiled: &NFA, text: &str) -> Option<bool> {
    let config = DFA::config()
        .match_kind(MatchKind::LeftmostFirst)
        .unicode_word_boundary(true)
        .cache_capacity(SETS)
        .skip_cache_capacity_check(true)
        .minimum_cache_clear_count(Some(FILLED));
    let automaton = DFA::builder()
        .configure(config)
        .build_from_nfa(compiled.clone())
        .ok()?;
    let input = Input::new(text).earliest(true);
    let found = automaton.try_search_fwd(&mut automaton.create_cache(), &input);
    Some(found.ok()?.is_some())
}

/// Whether the text has nothing of what any match begins with, or nothing of what any match ends in.
fn lacks_letters(expression: &Hir, text: &str) -> bool {
    [ExtractKind::Prefix, ExtractKind::Suffix]
        .into_iter()
        .any(|kind| {
            let all = Extractor::new().kind(kind).extract(expression);
            let Some(literals) = all.literals() else {
                return false;
            };
            let letters = literals
                .iter()
                .map(|literal| std::str::from_utf8(literal.as_bytes()));
            letters
                .into_iter()
                .all(|letters| letters.is_ok_and(|letters| !text.contains(letters)))
        })
}

/// Whether it is found, if going step by step is little work.
fn step_by_step(compiled: NFA, text: &str) -> Option<bool> {
    if compiled.states().len().saturating_mul(text.len()) > STEPS {
        return None;
    }
    let machine = PikeVM::new_from_nfa(compiled).ok()?;
    Some(machine.is_match(&mut machine.create_cache(), text))
}
