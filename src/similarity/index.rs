//! An inverted index: from a word to the texts that have it, so that a text is compared with those alone that share a
//! word with it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::bm25::Collection;
use super::words::{Form, Words};

/// Texts, numbered from zero in the order in which they came, and ready to be compared. Everything is reckoned in
/// whole numbers, and nothing but the numbers of the texts depends on their order.
#[derive(Clone, Debug)]
pub struct Index {
    /// In byte order of their keys.
    terms: Vec<Term>,
    texts: Vec<Text>,
}

/// A folded word that some text has.
#[derive(Clone, Debug)]
struct Term {
    key: String,
    form: Form,
    /// The texts that have it, ascending.
    texts: Vec<Weighed>,
}

#[derive(Clone, Debug, Default)]
struct Text {
    /// How many words it has.
    length: u64,
    /// The terms that it has, ascending.
    terms: Vec<Weighed>,
    /// What they weigh together.
    weight: u64,
}

/// What a term weighs in a text; of a text the number of the term, of a term the number of the text.
#[derive(Clone, Copy, Debug)]
struct Weighed {
    number: usize,
    weight: u64,
}

impl Index {
    /// The index of these texts. Only texts of one index can be compared: how much a word says depends on how rare it
    /// is among all of them.
    pub fn new(texts: impl IntoIterator<Item = Words>) -> Self {
        let mut index = Self {
            terms: Vec::new(),
            texts: Vec::new(),
        };
        let mut found: BTreeMap<String, (Form, Vec<(usize, u64)>)> = BTreeMap::new();
        for (number, words) in texts.into_iter().enumerate() {
            let mut text = Text::default();
            for (key, form, times) in words.into_counted() {
                let times = u64::from(times);
                text.length += times;
                let (shown, places) = found.entry(key).or_default();
                shown.or_shorter(form);
                places.push((number, times));
            }
            index.texts.push(text);
        }
        let collection = Collection {
            texts: index.texts.len() as u64,
            length: index.texts.iter().map(|text| text.length).sum(),
        };
        for (key, (form, places)) in found {
            index.weigh(collection, key, form, places);
        }
        index
    }

    /// Adds a term with the places where it stands, each with how often.
    fn weigh(
        &mut self,
        collection: Collection,
        key: String,
        form: Form,
        places: Vec<(usize, u64)>,
    ) {
        let rarity = collection.rarity(places.len() as u64);
        let mut texts = Vec::with_capacity(places.len());
        for (number, times) in places {
            let Some(text) = self.texts.get_mut(number) else {
                continue;
            };
            let weight = collection.weight(rarity, times, text.length);
            text.weight += weight;
            text.terms.push(Weighed {
                number: self.terms.len(),
                weight,
            });
            texts.push(Weighed { number, weight });
        }
        self.terms.push(Term { key, form, texts });
    }

    /// The texts that have some of these words, each with its BM25 score in thousandths, best first; of equal ones the
    /// first first. Scores of different questions cannot be compared.
    #[must_use]
    pub fn score_all(&self, question: &Words) -> Vec<(usize, u32)> {
        let asked = question.iter().filter_map(|(key, _, times)| {
            let at = self
                .terms
                .binary_search_by(|term| term.key.as_str().cmp(key));
            Some((self.terms.get(at.ok()?)?, u64::from(times)))
        });
        let scores = added_up(asked.flat_map(|(term, times)| {
            let of_text = move |text: &Weighed| (text.number, text.weight.saturating_mul(times));
            term.texts.iter().map(of_text)
        }));
        best_first(scores.map(|(text, millionths)| {
            let thousandths = millionths.saturating_add(500) / 1000;
            (text, u32::try_from(thousandths).unwrap_or(u32::MAX))
        }))
    }

    /// How much two texts speak of the same, from 0 to 100: which part of each one's weight the other has too, and the
    /// mean of both parts. 100 if and only if they have the same words equally often; 0 if and only if they
    /// share no word. Without words, or with a number that no text has, 0.
    #[must_use]
    pub fn similarity(&self, one: usize, other: usize) -> u8 {
        let shared = self.shared(one, other).map(|(_, weight)| weight).sum();
        self.mean_part(shared, one, other)
    }

    /// The other texts that share a word with this one, each with its similarity, best first; of equal ones the first
    /// first.
    #[must_use]
    pub fn similar_to(&self, text: usize) -> Vec<(usize, u8)> {
        let shared = added_up(self.terms_of(text).iter().flat_map(|own| {
            let term = self.terms.get(own.number);
            let places = term.map_or(&[][..], |term| &term.texts);
            places
                .iter()
                .map(|place| (place.number, place.weight.min(own.weight)))
        }));
        let others = shared.filter(|(other, _)| *other != text);
        best_first(others.map(|(other, weight)| (other, self.mean_part(weight, text, other))))
    }

    /// The words that two texts share, each in its shortest form, the weightiest first.
    #[must_use]
    pub fn shared_words(&self, one: usize, other: usize) -> Vec<&str> {
        let mut shared: Vec<(Reverse<u64>, &str)> = self
            .shared(one, other)
            .filter_map(|(term, weight)| {
                Some((Reverse(weight), self.terms.get(term)?.form.as_str()))
            })
            .collect();
        shared.sort_unstable();
        shared.into_iter().map(|(_, form)| form).collect()
    }

    fn terms_of(&self, text: usize) -> &[Weighed] {
        self.texts.get(text).map_or(&[], |text| &text.terms)
    }

    /// The terms that two texts share, each with what it weighs in both.
    fn shared(&self, one: usize, other: usize) -> impl Iterator<Item = (usize, u64)> {
        let others = self.terms_of(other);
        self.terms_of(one).iter().filter_map(|term| {
            let at = others.binary_search_by_key(&term.number, |other| other.number);
            let other = others.get(at.ok()?)?;
            Some((term.number, term.weight.min(other.weight)))
        })
    }

    /// Which part of each text's weight is shared, and the mean of both parts, in hundredths. Rounded down, so that
    /// 100 means everything; but no less than one where anything is shared, so that 0 means nothing.
    fn mean_part(&self, shared: u64, one: usize, other: usize) -> u8 {
        if shared == 0 {
            return 0;
        }
        let text = |number: usize| self.texts.get(number);
        let weight = |number: usize| text(number).map_or(0, |text| u128::from(text.weight));
        let (one, other) = (weight(one), weight(other));
        // (shared / one + shared / other) / 2, divided once
        let hundredths = (50 * u128::from(shared) * (one + other)).checked_div(one * other);
        u8::try_from(hundredths.unwrap_or(0))
            .unwrap_or(100)
            .clamp(1, 100)
    }
}

/// One sum per text, the texts ascending.
fn added_up(parts: impl Iterator<Item = (usize, u64)>) -> impl Iterator<Item = (usize, u64)> {
    let mut sums: BTreeMap<usize, u64> = BTreeMap::new();
    for (text, part) in parts {
        let sum = sums.entry(text).or_default();
        *sum = sum.saturating_add(part);
    }
    sums.into_iter()
}

fn best_first<S: Ord + Copy>(scores: impl Iterator<Item = (usize, S)>) -> Vec<(usize, S)> {
    let mut scores: Vec<_> = scores.collect();
    scores.sort_unstable_by_key(|(text, score)| (Reverse(*score), *text));
    scores
}
