//! Questions as people read them.

use crate::columns::Columns;
use xwalk_relation::Label;
use xwalk_report::answers::{Answered, Asked, Questions, Through};
use xwalk_report::counted;

/// How many shared words are shown to people.
const WORDS: usize = 6;

/// The first questions, this many.
pub fn text(questions: &Questions<'_>, shown: usize) -> String {
    let [from, to] = &questions.frameworks;
    let all = questions.all.len();
    if all == 0 {
        return format!(
            "No questions on {from} and {to}: no two rows connect controls about which nothing follows, and no titles or texts are similar enough.\n"
        );
    }
    let mut text = format!(
        "{all} questions on {from} and {to}: pairs that rows connect or whose wording is similar, and about which nothing\n\
         worth saying follows. They claim nothing and are counted nowhere; an answer is a row.\n\n"
    );
    let mut columns = Columns::default();
    let [related, likeness, chains] = Questions::RANK;
    let order = format!(
        "for the {} of highest rank: what is decided between the two whatever the answer, then rank",
        questions.examined
    );
    columns.push(["order", related]);
    columns.push(["", &order]);
    columns.push(["rank", likeness]);
    columns.push(["", chains]);
    let decides =
        "how many other open pairs of the two (+ of other frameworks) each answer would settle";
    columns.push(["decides", decides]);
    text.push_str(&columns.text());
    for (number, asked) in (1..).zip(&questions.all).take(shown) {
        text.push_str(&question(number, asked));
    }
    if shown < all {
        text.push_str(&format!("\n{shown} of {all} are shown; --all shows all.\n"));
    }
    text
}

fn question(number: usize, asked: &Asked<'_>) -> String {
    let (source, target) = (&asked.source, &asked.target);
    let names = [source.identifier, target.identifier];
    let width = names.iter().map(|name| name.chars().count()).max();
    let width = width.unwrap_or(0);
    let number = format!("{number}.");
    let mut text = format!(
        "\n{number:<4} {:<width$}  {}\n     {:<width$}  {}\n     rank {}: {}\n",
        source.identifier,
        source.title,
        target.identifier,
        target.title,
        asked.rank,
        reasons(asked)
    );
    if asked.known != Label::ANY {
        text.push_str(&format!("     known: {}\n", asked.sentence));
    }
    if let Some(answers) = &asked.answers {
        text.push_str(&format!("     decides: {}\n", decides(answers)));
    }
    text
}

/// Why a pair is worth a look.
fn reasons(asked: &Asked<'_>) -> String {
    let mut reasons: Vec<String> = Vec::new();
    if asked.related {
        reasons.push("a row calls the two related".to_owned());
    }
    if asked.similarity > 0 {
        let words: Vec<&str> = asked.shared_words.iter().map(String::as_str).collect();
        let shown = words.get(..WORDS).unwrap_or(&words).join(", ");
        let more = if words.len() > WORDS { ", …" } else { "" };
        reasons.push(format!("similarity {} ({shown}{more})", asked.similarity));
    }
    reasons.extend(asked.chains.iter().map(through));
    reasons.join("; ")
}

/// `3 chains through iso-27001@2022: 1 subset-of then intersects-with, 2 intersects-with twice`
fn through(through: &Through) -> String {
    let kinds = through.kinds.iter().map(|kind| {
        let count = kind.count;
        if kind.first == kind.second {
            format!("{count} {} twice", kind.first)
        } else {
            format!("{count} {} then {}", kind.first, kind.second)
        }
    });
    let kinds: Vec<String> = kinds.collect();
    let chains = counted(through.count, "chain", "chains");
    let framework = &through.framework;
    format!("{chains} through {framework}: {}", kinds.join(", "))
}

/// `equal 3 (+2), subset-of 1, intersects-with 0; cannot be: superset-of, no-relationship`
fn decides(answers: &[Answered]) -> String {
    let (possible, excluded): (Vec<&Answered>, Vec<&Answered>) = answers
        .iter()
        .partition(|answer| answer.cannot_be.is_none());
    let counts = possible.iter().map(|answer| {
        let count = match (answer.here, answer.elsewhere) {
            (here, 0) => here.to_string(),
            (here, elsewhere) => format!("{here} (+{elsewhere})"),
        };
        (answer.relation.word(), count)
    });
    let counts: Vec<(&str, String)> = counts.collect();
    let mut text = match counts.as_slice() {
        [(_, first), rest @ ..] if rest.iter().all(|(_, count)| count == first) => {
            format!("{first} whatever the answer")
        }
        counts => {
            let each = counts.iter().map(|(word, count)| format!("{word} {count}"));
            each.collect::<Vec<_>>().join(", ")
        }
    };
    if !excluded.is_empty() {
        let words = excluded.iter().map(|answer| answer.relation.word());
        let words: Vec<&str> = words.collect();
        text.push_str(&format!("; cannot be: {}", words.join(", ")));
    }
    text
}
