//! What is left of an English word without its inflection: `policies` and `policy`, `managing` and `managed`.
//!
//! Only number, tense and spelling are folded, never the kind of a word: `manage` and `management` stay two, since
//! longer endings change the meaning too often. The rules for `s` follow Harman's S-stemmer ("How effective is
//! suffixing?", JASIS 42(1), 1991), those for `ed` and `ing` step 1b of Porter ("An algorithm for suffix stripping",
//! Program 14(3), 1980). Where Porter puts a lost `e` back (`managing`, `manage`), here every word loses it, and
//! likewise the second of two equal letters at its end (`planning`, `plan`): what is left is a key, not a word.

use std::borrow::Cow;

/// No rule leaves fewer letters than this: a shorter word is an abbreviation or has nothing to lose.
const FEWEST_LETTERS: usize = 3;

/// What several spellings or forms have in common and no rule finds.
const ALIKE: &[(&str, &str)] = &[
    ("behaviour", "behavior"),
    ("centre", "center"),
    ("criteria", "criterion"),
    ("defence", "defense"),
    ("licence", "license"),
    ("offence", "offense"),
    ("programme", "program"),
    ("used", "use"),
    ("using", "use"),
];

/// The key of a word in small letters. A word with other than English letters is its own.
pub(super) fn stem(word: &str) -> String {
    if word.len() <= FEWEST_LETTERS || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let singular = singular(word);
    let one_spelling = one_spelling(&singular);
    let present = present(&one_spelling);
    bare(&present).to_owned()
}

/// `policies` to `policy`, `rights` to `right`; not `access`, `status`, `analysis`.
fn singular(word: &str) -> Cow<'_, str> {
    const NO_PLURAL: [&str; 3] = ["ss", "us", "is"];
    if let Some(start) = without(word, "ies") {
        Cow::Owned(format!("{start}y"))
    } else if NO_PLURAL.iter().any(|end| word.ends_with(end)) {
        Cow::Borrowed(word)
    } else {
        Cow::Borrowed(without(word, "s").unwrap_or(word))
    }
}

/// `organization` to `organisation`, `analyze` and `analysis` to `analyse`, `licence` to `license`.
fn one_spelling(word: &str) -> Cow<'_, str> {
    const AFTER_Z: [&str; 6] = ["e", "ed", "er", "ing", "ation", "ational"];
    if let Some((_, one)) = ALIKE.iter().find(|(other, _)| *other == word) {
        return Cow::Borrowed(one);
    }
    if let Some(start) = word.strip_suffix("ysis") {
        return Cow::Owned(format!("{start}yse"));
    }
    for end in AFTER_Z {
        let start = without(word, end).and_then(|start| without(start, "z"));
        if let Some(start) = start.filter(|start| start.ends_with(['i', 'y'])) {
            return Cow::Owned(format!("{start}s{end}"));
        }
    }
    Cow::Borrowed(word)
}

/// `applied` to `apply`, `logging` to `logg`, `tested` to `test`; not `need`, `string`.
fn present(word: &str) -> Cow<'_, str> {
    let has_vowel = |start: &&str| start.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if let Some(start) = without(word, "ied") {
        return Cow::Owned(format!("{start}y"));
    }
    let past = without(word, "ed").filter(|start| !start.ends_with('e'));
    let present = past.or_else(|| without(word, "ing")).filter(has_vowel);
    Cow::Borrowed(present.unwrap_or(word))
}

/// Without a last `e`, and without the second of two equal letters at the end.
fn bare(word: &str) -> &str {
    let word = without(word, "e").unwrap_or(word);
    let mut letters = word.chars();
    let last = letters.next_back();
    let shorter = letters.as_str();
    if shorter.len() >= FEWEST_LETTERS && letters.next_back() == last {
        shorter
    } else {
        word
    }
}

/// The word without this end, if enough is left.
fn without<'w>(word: &'w str, end: &str) -> Option<&'w str> {
    word.strip_suffix(end)
        .filter(|start| start.len() >= FEWEST_LETTERS)
}
