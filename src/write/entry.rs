//! One entry: the cells that are aligned with those of its neighbours.

use super::long_text;
use xwalk_relation::Word;
use xwalk_syntax::layout::{Entry, Part};
use xwalk_syntax::{Atom, Sign};

/// The parts of an entry, as they are aligned.
#[derive(Debug)]
pub enum Cells {
    /// A word and its values; the values broken after commas.
    Property {
        /// The word.
        word: String,
        /// The values.
        values: Vec<String>,
    },
    /// A row, or something with an arrow where a row has its relation.
    Row {
        /// The source.
        source: String,
        /// The relation.
        relation: String,
        /// The targets, each with its comma.
        targets: Vec<String>,
        /// The clauses.
        clauses: String,
        /// The note.
        note: String,
    },
    /// A control, a construct, or an entry with comments inside: it is aligned with nothing.
    Plain(String),
}

/// The cells of an entry that stands `indent` columns from the margin.
pub fn cells(entry: &Entry<'_>, indent: usize) -> Cells {
    let atoms: Vec<&Atom<'_>> = entry.parts.iter().filter_map(atom).collect();
    if atoms.len() < entry.parts.len() {
        return Cells::Plain(with_comments(&entry.parts, indent));
    }
    let write = |atoms: &[&Atom<'_>]| joined(atoms, indent);
    // An arrow behind the first or second word makes something like a row: `soc -> ciso`, `withdrawn A -> B`.
    let relation = atoms
        .iter()
        .position(|atom| matches!(atom.sign, Sign::Relation | Sign::Arrow))
        .filter(|at| {
            (1..=2).contains(at)
                || atoms
                    .get(*at)
                    .is_some_and(|atom| atom.sign == Sign::Relation)
        });
    let Some(first) = atoms.first() else {
        return Cells::Plain(String::new());
    };
    match relation {
        Some(relation) => row(&atoms, relation, indent),
        None if first.is_word() && entry.block.is_none() => Cells::Property {
            word: first.text.to_owned(),
            values: members(atoms.get(1..).unwrap_or_default())
                .iter()
                .map(|member| write(member))
                .collect(),
        },
        None => Cells::Plain(write(&atoms)),
    }
}

/// What is no comment.
pub(super) fn atom<'a, 's>(part: &'a Part<'s>) -> Option<&'a Atom<'s>> {
    match part {
        Part::Atom(atom) => Some(atom),
        Part::Comment(_) => None,
    }
}

fn row(atoms: &[&Atom<'_>], relation: usize, indent: usize) -> Cells {
    let (source, rest) = atoms.split_at_checked(relation).unwrap_or((atoms, &[]));
    if rest.first().is_some_and(|first| !relates(first)) {
        return assessed(source, rest, indent);
    }
    let (relation, rest) = rest
        .split_first()
        .map_or((String::new(), rest), |(first, rest)| {
            let words: Vec<&str> = first.text.split('|').map(str::trim).collect();
            (words.join("|"), rest)
        });
    let (targets, rest) = rest.split_at_checked(targets(rest)).unwrap_or((rest, &[]));
    let (note, clauses) = note(rest, indent);
    Cells::Row {
        source: joined(source, indent),
        relation,
        targets: members(targets)
            .iter()
            .map(|member| joined(member, indent))
            .collect(),
        clauses: joined(clauses, indent),
        note,
    }
}

/// Whether what stands behind the source of a row says how it relates to targets.
fn relates(atom: &Atom<'_>) -> bool {
    let mut words = atom.text.split('|').map(str::trim);
    atom.text == "->" || words.any(|word| Word::parse(word).is_some())
}

/// A row without targets, as in `PR.AC.a tier 2 -> 4 risk 8 "note"`: its first clause stands where others have their
/// relation.
fn assessed(source: &[&Atom<'_>], rest: &[&Atom<'_>], indent: usize) -> Cells {
    let behind = rest
        .iter()
        .skip(1)
        .take_while(|atom| !atom.is_word() && !atom.is_text());
    let (first, rest) = rest
        .split_at_checked(1 + behind.count())
        .unwrap_or((rest, &[]));
    let (note, clauses) = note(rest, indent);
    Cells::Row {
        source: joined(source, indent),
        relation: joined(first, indent),
        targets: Vec::new(),
        clauses: joined(clauses, indent),
        note,
    }
}

/// The note of a row, and the clauses before it.
fn note<'a, 's>(rest: &'a [&'a Atom<'s>], indent: usize) -> (String, &'a [&'a Atom<'s>]) {
    match rest.split_last() {
        Some((last, clauses)) if last.is_text() && !takes_text(clauses) => {
            (joined(&[last], indent), clauses)
        }
        _ => (String::new(), rest),
    }
}

/// How many atoms the targets of a row are: what is joined by commas and pluses.
fn targets(atoms: &[&Atom<'_>]) -> usize {
    let mut count = 0;
    loop {
        let end = atoms
            .get(count)
            .is_some_and(|atom| matches!(atom.sign, Sign::Bare | Sign::Quoted | Sign::Star));
        count += usize::from(end);
        match atoms.get(count) {
            Some(atom) if end && matches!(atom.sign, Sign::Comma | Sign::Plus) => count += 1,
            _ => return count,
        }
    }
}

/// Whether the last clause is a word that wants a text, as in `when "…"`.
fn takes_text(clauses: &[&Atom<'_>]) -> bool {
    let word = clauses.last().is_some_and(|atom| atom.is_word());
    let says = ["source", "author", "reviewer", "when"];
    word && clauses.last().is_some_and(|atom| says.contains(&atom.text))
}

/// Atoms cut after their commas.
fn members<'a, 's>(atoms: &'a [&'a Atom<'s>]) -> Vec<&'a [&'a Atom<'s>]> {
    atoms
        .split_inclusive(|atom| atom.sign == Sign::Comma)
        .collect()
}

/// Atoms with single blanks between them.
fn joined(atoms: &[&Atom<'_>], indent: usize) -> String {
    let mut all = String::new();
    for atom in atoms {
        if !all.is_empty() && atom.sign != Sign::Comma {
            all.push(' ');
        }
        match atom.sign {
            Sign::LongText => all.push_str(&long_text::indented(atom.text, indent + 2)),
            Sign::Relation => all.push_str(
                &atom
                    .text
                    .split('|')
                    .map(str::trim)
                    .collect::<Vec<_>>()
                    .join("|"),
            ),
            _ => all.push_str(atom.text),
        }
    }
    all
}

/// An entry with comments inside: they stay where they are, and what follows `//` begins a new line.
fn with_comments(parts: &[Part<'_>], indent: usize) -> String {
    let mut all = String::new();
    let mut broken = false;
    for part in parts {
        let (text, comma) = match part {
            Part::Atom(atom) => (joined(&[atom], indent), atom.sign == Sign::Comma),
            Part::Comment(comment) => ((*comment).to_owned(), false),
        };
        if broken {
            all.push('\n');
            all.push_str(&" ".repeat(indent + 4));
        } else if !all.is_empty() && !comma {
            all.push(' ');
        }
        all.push_str(&text);
        broken = matches!(part, Part::Comment(comment) if comment.starts_with("//"));
    }
    all
}
