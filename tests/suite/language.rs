//! The reference page of the language: its tables are those from which a file is read.

use xwalk::syntax::{Construct, Words, reference};

use crate::harness::{all_well, compare, markdown, path};

const PAGE: &str = "docs/language.md";

const HEAD: &str = "# The language, word by word\n\n[The guide](guide.md) shows how a file is written; this page lists every word that a construct knows. \
Generated from the tables that the compiler reads by. `[…]` may be left out; so may every title, and every word that is not needed.\n";

#[test]
fn the_page_of_the_language_lists_every_word_of_every_construct() {
    let page: String = std::iter::once(HEAD.to_owned())
        .chain(reference().iter().map(construct))
        .collect();
    all_well(compare(&path(PAGE), &page).err());
}

#[test]
fn a_word_stands_once_in_its_construct() {
    for words in reference().iter().flat_map(|construct| &construct.blocks) {
        let mut known: Vec<&str> = words.words.iter().map(|word| word.word).collect();
        known.sort_unstable();
        assert!(known.is_sorted_by(|one, next| one < next), "{}", words.of);
    }
}

fn construct(construct: &Construct) -> String {
    let blocks: String = construct.blocks.iter().map(block).collect();
    format!(
        "\n## {}\n\n{}\n\n```text\n{} {{ … }}\n```\n{blocks}",
        construct.word, construct.meaning, construct.header
    )
}

fn block(words: &Words) -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let table = markdown(
        &["word", "how often", "what follows", "what it says"],
        words.words.iter().map(|word| {
            vec![
                format!("`{}`", word.word),
                cell(&word.often),
                cell(&word.value),
                cell(word.meaning),
            ]
        }),
    );
    format!("\nThe words of {}:\n\n{table}", words.of)
}
