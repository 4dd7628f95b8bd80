//! What a framework is called in headings and in column headers.

use xwalk_model::Framework;

/// Titles up to this many characters fit a column header.
const FITS_A_HEADER: usize = 24;

/// The title with the edition, as a heading: `NIST Cybersecurity Framework 2.0`, `ISO/IEC 27001:2022`.
pub(super) fn heading(framework: &Framework<'_>) -> String {
    with_edition(&framework.title, framework.edition)
}

/// A name short enough for a column header: the title if it fits, else the declared name as people write such names
/// (`nist-csf` is `NIST CSF`), in either case with the edition.
pub(super) fn short(framework: &Framework<'_>) -> String {
    if framework.title.chars().count() <= FITS_A_HEADER && framework.title != framework.name {
        return heading(framework);
    }
    let words: Vec<String> = framework
        .name
        .split('-')
        .map(|word| as_written(word, &framework.title))
        .collect();
    with_edition(&words.join(" "), framework.edition)
}

/// A word of a declared name: as the title spells it, in capitals if it is as short as abbreviations are, else with
/// a capital.
fn as_written(word: &str, title: &str) -> String {
    let spelled = title
        .split(|character: char| !character.is_alphanumeric())
        .find(|other| other.eq_ignore_ascii_case(word));
    if let Some(spelled) = spelled {
        return spelled.to_owned();
    }
    if word.chars().count() <= 4 {
        return word.to_ascii_uppercase();
    }
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase())
        .into_iter()
        .chain(letters)
        .collect()
}

/// The name of a numbered standard takes its year after a colon, every other name its edition after a space. A name
/// that ends in its edition already has it.
fn with_edition(name: &str, edition: &str) -> String {
    if name.ends_with(edition) {
        return name.to_owned();
    }
    let is_year = edition.len() == 4 && edition.bytes().all(|byte| byte.is_ascii_digit());
    let separator = if is_year && name.ends_with(|last: char| last.is_ascii_digit()) {
        ':'
    } else {
        ' '
    };
    format!("{name}{separator}{edition}")
}
