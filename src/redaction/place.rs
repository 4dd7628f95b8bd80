//! Places of a document: JSON pointers (RFC 6901), and patterns of them.

use serde_json::Value;

/// The places of a document that fit a pattern, in its order: a JSON pointer with `*` for every part of a list.
///
/// Names of members need no escape here: none has a `/` or `~`.
#[must_use]
pub fn places(document: &Value, pattern: &str) -> Vec<String> {
    let mut places = vec![(String::new(), document)];
    for step in pattern.split('/').skip(1) {
        let all = places.iter();
        places = all
            .flat_map(|(path, value)| below(path, value, step))
            .collect();
    }
    places.into_iter().map(|(path, _)| path).collect()
}

fn below<'v>(path: &str, value: &'v Value, step: &str) -> Vec<(String, &'v Value)> {
    match value {
        Value::Array(parts) if step == "*" => (0..)
            .zip(parts)
            .map(|(at, part): (usize, _)| (format!("{path}/{at}"), part))
            .collect(),
        _ => {
            let part = value.pointer(&format!("/{step}"));
            part.map(|part| (format!("{path}/{step}"), part))
                .into_iter()
                .collect()
        }
    }
}

/// What a place lies within, from the outermost inwards, without the document as a whole.
pub fn around(place: &str) -> impl Iterator<Item = &str> {
    let ends = place.match_indices('/').skip(1);
    ends.filter_map(|(end, _)| place.get(..end))
}

/// The order of the document: what lies within something comes after it, and the tenth part of a list after the ninth.
pub fn order(place: &str) -> Vec<(Option<usize>, String)> {
    let steps = place.split('/');
    steps
        .map(|step| (step.parse().ok(), step.to_owned()))
        .collect()
}
