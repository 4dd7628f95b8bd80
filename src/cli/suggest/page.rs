//! Questions as people read them.

use super::Page;
use crate::analysis::{Decides, Possible, Question, Reply, Through};
use crate::cli::columns::Columns;
use crate::relation::Label;

/// How many shared words are shown to people.
const WORDS: usize = 6;

impl Page<'_, '_> {
    /// The first questions, this many.
    pub fn text(&self, shown: usize) -> String {
        let [from, to] = self.labels();
        let all = self.questions.len();
        if all == 0 {
            return format!(
                "No questions on {from} and {to}: no two rows connect controls of which nothing follows, and no titles or texts are alike enough.\n"
            );
        }
        let mut text = format!(
            "{all} questions on {from} and {to}: pairs that rows connect or words make alike, and of which nothing\n\
             worth saying follows. They claim nothing and are counted nowhere; an answer is a row.\n\n"
        );
        let mut columns = Columns::default();
        let [likeness, chains] = Possible::RANK;
        columns.push(["rank", likeness]);
        columns.push(["", chains]);
        let decides =
            "how many other open pairs of the two (+ of other frameworks) each answer would settle";
        columns.push(["decides", decides]);
        let order = format!(
            "for the {} of highest rank: what is decided of the two whatever the answer; then rank",
            self.examined()
        );
        columns.push(["order", &order]);
        text.push_str(&columns.text());
        for (at, question) in self.questions.iter().take(shown).enumerate() {
            text.push_str(&self.question(at + 1, question));
        }
        if shown < all {
            text.push_str(&format!("\n{shown} of {all} are shown; --all shows all.\n"));
        }
        text
    }

    fn question(&self, number: usize, question: &Question) -> String {
        let pair = &question.pair;
        let names = [pair.source, pair.target].map(|id| self.name(id));
        let width = names.iter().map(|name| name.chars().count()).max();
        let width = width.unwrap_or(0);
        let [source, target] = &names;
        let [source_title, target_title] = [pair.source, pair.target].map(|id| self.title(id));
        let number = format!("{number}.");
        let mut text = format!(
            "\n{number:<4} {source:<width$}  {source_title}\n     {target:<width$}  {target_title}\n     rank {}: {}\n",
            pair.rank(),
            self.reasons(pair)
        );
        if pair.known != Label::ANY {
            text.push_str(&format!("     known: {}\n", self.known(pair)));
        }
        if let Some(answers) = &question.answers {
            text.push_str(&format!("     decides: {}\n", decides(answers)));
        }
        text
    }

    /// Why a pair is worth a look.
    fn reasons(&self, pair: &Possible) -> String {
        let mut reasons: Vec<String> = Vec::new();
        if pair.similarity > 0 {
            let words: Vec<&str> = pair.shared_words.iter().map(String::as_str).collect();
            let shown = words.get(..WORDS).unwrap_or(&words).join(", ");
            let more = if words.len() > WORDS { ", …" } else { "" };
            reasons.push(format!("similarity {} ({shown}{more})", pair.similarity));
        }
        reasons.extend(pair.chains.iter().map(|through| self.through(through)));
        reasons.join("; ")
    }

    /// `3 chains through iso-27001@2022: 1 subset-of then intersects-with, 2 intersects-with twice`
    fn through(&self, through: &Through) -> String {
        let kinds = through.kinds.iter().map(|(kind, count)| {
            if kind.first == kind.second {
                format!("{count} {} twice", kind.first)
            } else {
                format!("{count} {} then {}", kind.first, kind.second)
            }
        });
        let kinds: Vec<String> = kinds.collect();
        let count = through.count();
        let noun = if count == 1 { "chain" } else { "chains" };
        let framework = self.model.frameworks[through.framework].label();
        format!("{count} {noun} through {framework}: {}", kinds.join(", "))
    }
}

/// `equal 3 (+2), subset-of 1, intersects-with 0; cannot be: superset-of, no-relationship`
fn decides(answers: &[Reply]) -> String {
    let (possible, excluded): (Vec<&Reply>, Vec<&Reply>) =
        answers.iter().partition(|answer| answer.decides.is_some());
    let counts = possible.iter().filter_map(|answer| {
        let Decides { here, elsewhere } = answer.decides?;
        let count = match elsewhere {
            0 => here.to_string(),
            _ => format!("{here} (+{elsewhere})"),
        };
        Some((answer.relation.word(), count))
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
