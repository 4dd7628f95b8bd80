//! What stands at JSON pointers, as it is written: a number is not made another one by reading it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::budget::Budget;

/// What stands somewhere in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A text.
    Text(String),
    /// A number or a truth, as it is written.
    Plain(String),
    /// A list, an object or nothing (`null`).
    Other,
    /// There is no such place.
    Nowhere,
    /// The text is no JSON document.
    NoJson,
    /// To look there would be too much work.
    TooMuchWork,
}

/// The steps that are left of a pointer, and where it stands among all that are asked for.
type Asked = Vec<(usize, Vec<String>)>;

/// What stands at each of these pointers (RFC 6901). What several lead through is read once.
pub(super) fn at(json: &str, pointers: &[&str], budget: &mut Budget) -> Vec<Found> {
    let mut found = vec![Found::NoJson; pointers.len()];
    let mut tell = |(at, _): (usize, Vec<String>), told: Found| {
        if let Some(found) = found.get_mut(at) {
            *found = told;
        }
    };
    let Ok(document) = serde_json::from_str::<&RawValue>(json) else {
        return found;
    };
    // The last step stands first, so that the next one is the last.
    let asked = pointers.iter().map(|pointer| {
        let steps = pointer.split('/').skip(1);
        let steps = steps.map(|step| step.replace("~1", "/").replace("~0", "~"));
        steps.collect::<Vec<_>>().into_iter().rev().collect()
    });
    let mut open: Vec<(Option<&RawValue>, Asked)> =
        vec![(Some(document), asked.enumerate().collect())];
    while let Some((value, asked)) = open.pop() {
        let Some(value) = value else {
            asked.into_iter().for_each(|one| tell(one, Found::Nowhere));
            continue;
        };
        let mut further: BTreeMap<String, Asked> = BTreeMap::new();
        for (at, mut steps) in asked {
            match steps.pop() {
                Some(step) => further.entry(step).or_default().push((at, steps)),
                None => tell((at, steps), written(value)),
            }
        }
        if further.is_empty() {
            continue;
        }
        let refused = match budget.take(value.get().len()) {
            false => Found::TooMuchWork,
            true => match Within::of(value) {
                Ok(within) => {
                    let next = further.into_iter();
                    open.extend(next.map(|(step, asked)| (within.at(&step), asked)));
                    continue;
                }
                Err(_) => Found::NoJson,
            },
        };
        let asked = further.into_values().flatten();
        asked.for_each(|one| tell(one, refused.clone()));
    }
    found
}

/// What is written there, if it can be compared.
fn written(value: &RawValue) -> Found {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'"') => serde_json::from_str(text).map_or(Found::NoJson, Found::Text),
        Some(b'[' | b'{' | b'n') => Found::Other,
        _ => Found::Plain(text.to_owned()),
    }
}

/// What stands within a value.
enum Within<'j> {
    /// In an object, by name; of several of one name the last.
    Object(BTreeMap<String, &'j RawValue>),
    /// In a list.
    List(Vec<&'j RawValue>),
    /// Nothing does.
    Nothing,
}

impl<'j> Within<'j> {
    fn of(value: &'j RawValue) -> serde_json::Result<Self> {
        let text = value.get();
        Ok(match text.as_bytes().first() {
            Some(b'{') => Self::Object(serde_json::from_str(text)?),
            Some(b'[') => Self::List(serde_json::from_str(text)?),
            _ => Self::Nothing,
        })
    }

    /// What an object has under a name; what a list has at a position.
    fn at(&self, step: &str) -> Option<&'j RawValue> {
        match self {
            Self::Object(members) => members.get(step).copied(),
            Self::List(elements) => {
                let plain = step == "0" || !step.starts_with(['0', '+']);
                let position = step.parse::<usize>().ok().filter(|_| plain);
                position.and_then(|position| elements.get(position).copied())
            }
            Self::Nothing => None,
        }
    }
}
