//! The answer of `xwalk why` for people.

use super::argument;
use crate::columns::Columns;
use xwalk_report::answers::{Why, WhyKnown};

/// The answer for people.
pub fn page(why: &Why<'_>) -> String {
    let mut columns = Columns::default();
    for control in &why.pair {
        columns.push([&control.to_string(), control.title]);
    }
    let mut text = columns.text();
    let found = why.contradictions.iter();
    let contradictions: String = found.map(argument::contradiction).collect();
    match &why.known {
        WhyKnown::Same => text += "\nThe two are one and the same control.\n",
        WhyKnown::Proofs(known) => {
            if known.len() > 1 {
                text += "\nRows of different rationales say different things of the two, and no proof joins them.\n";
            }
            for (at, proof) in known.iter().enumerate() {
                text += &format!("\n{}\n", proof.answer);
                if at == 0 {
                    text += &related(why);
                }
                text += &argument::proof(proof);
            }
            let is_the_rows = known.iter().all(|proof| proof.is_the_rows);
            if !is_the_rows || why.rows.is_empty() {
                text += &rows(why);
            }
            text += &contradictions;
        }
        _ if !contradictions.is_empty() => {
            let mut found = why.contradictions.iter();
            text += match found.all(|found| found.merit.mixes_rationales()) {
                true => {
                    "\nNothing is known: rows of several rationales about the two cannot all be true, and no proof joins them.\n"
                }
                false => {
                    "\nNothing is known: rows about the two cannot all be true, and are set aside.\n"
                }
            };
            text += &contradictions;
            text += &rows(why);
        }
        WhyKnown::Lost { chain, loss } => {
            text += &unknown(why, "rows connect the two, but nothing follows from them");
            text += "\nOne of the shortest connections\n";
            text += &argument::chain(chain, loss.as_ref());
            text += &rows(why);
        }
        WhyKnown::Apart {
            arrangement,
            outlooks,
        } => {
            text += &unknown(why, "no row that counts leads from one to the other");
            if let Some(arrangement) = arrangement {
                text += &format!("{arrangement}\n");
            }
            text += "\n";
            for outlook in outlooks {
                text += &format!("{}.\n", outlook.sentence);
            }
            text += &rows(why);
        }
    }
    text
}

/// That nothing is known of the two as sets, and why; before that, that they are related, if they are.
fn unknown(why: &Why<'_>, because: &str) -> String {
    match &why.related {
        Some(_) => format!(
            "\n{}What they have in common is not known: {because}.\n",
            related(why)
        ),
        None => format!("\nNothing is known: {because}.\n"),
    }
}

fn related(why: &Why<'_>) -> String {
    let related = why.related.as_ref();
    related.map_or_else(String::new, |related| format!("{}\n", related.sentence))
}

fn rows(why: &Why<'_>) -> String {
    if why.rows.is_empty() {
        return "\nNo row is about this very pair.\n".to_owned();
    }
    let mut columns = Columns::default();
    for row in &why.rows {
        columns.push([
            &format!("  `{}`", row.claim),
            row.mapping,
            &row.place,
            &row.left_out
                .map_or_else(String::new, |reason| format!("left out: {reason}")),
        ]);
    }
    format!("\nRows on this very pair\n{}", columns.text())
}
