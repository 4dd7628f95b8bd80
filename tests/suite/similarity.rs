//! Likeness of texts: what is folded, what BM25 says of examples worked out by hand, and what holds of any texts.

use proptest::prelude::*;
use xwalk::similarity::{Index, Words};

fn text(text: &str) -> Words {
    Words::default().text(text)
}

fn keys(words: &Words) -> Vec<&str> {
    words.iter().map(|(key, ..)| key).collect()
}

fn index(texts: &[&str]) -> Index {
    Index::new(texts.iter().map(|one| text(one)))
}

#[test]
fn forms_of_a_word_are_folded_into_one() {
    const ALIKE: &[&str] = &[
        "access accesses accessed Access ACCESS accessing",
        "process processes processed processing",
        "policy policies Policy's policies’",
        "manage manages managed managing",
        "plan plans planned planning",
        "log logs logged logging",
        "control controls controlled controlling",
        "identify identifies identified identifying",
        "breach breaches breached",
        "cache caches cached caching",
        "database databases",
        "box boxes",
        "status statuses",
        "organization organisations organization's",
        "authorize authorise authorized authorises authorising authorizing",
        "analysis analyses analyse analyze analyzed analysing",
        "licence license licences licensed",
        "programme program programmes programming",
        "criterion criteria",
        "use uses used using",
        "agree agrees",
        "Maßnahme massnahme MASSNAHME MAẞNAHME",
        "résumé resume re\u{301}sume\u{301}",
        "ﬁle file ﬁles Ｆｉｌｅ",
        "ΟΔΟΣ οδός",
        "naïve naive",
    ];
    for forms in ALIKE {
        let words = text(forms);
        assert_eq!(keys(&words).len(), 1, "{forms}: {:?}", keys(&words));
    }
}

#[test]
fn words_that_only_look_alike_stay_apart() {
    const APART: &[&str] = &[
        "manage management",
        "employ employee",
        "need news",
        "string strange",
        "policy police",
        "asset assess",
        "status state",
        "as5 as6",
        "dns dn",
        "speed spend",
        "tls1 tls",
    ];
    for forms in APART {
        let words = text(forms);
        assert_eq!(keys(&words).len(), 2, "{forms}: {:?}", keys(&words));
    }
}

#[test]
fn what_says_nothing_is_left_out() {
    assert!(text("The, of and; is (to) THE 'for'. a) b) it's").is_empty());
    assert!(text("").is_empty());
    assert_eq!(
        keys(&text("Multi-factor authentication, per ISO/IEC 27001:2022")),
        [
            "2022",
            "27001",
            "authentication",
            "factor",
            "iec",
            "iso",
            "multi",
            "per"
        ]
    );
}

#[test]
fn a_word_of_the_title_counts_three_times_and_is_shown_in_its_shortest_form() {
    let words = Words::default()
        .title("Reviews of rights")
        .text("Rights are reviewed. Review each right.");
    let counted: Vec<_> = words.iter().collect();
    assert_eq!(counted, [("review", "review", 5), ("right", "right", 5)]);
}

#[test]
fn scores_are_those_of_the_formula_worked_out_by_hand() {
    // Three texts of 2, 2 and 1 words, 5/3 in the mean. Two have `firewall`: rarity ln (1 + 1.5/2.5) = 0.470004.
    // Once in two words:  0.470004 * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 2 / (5/3))) = 1.034008 / 2.38 = 0.434457
    // Twice in two words: 0.470004 * 2 * 2.2 / (2 + 1.38)                            = 2.068016 / 3.38 = 0.611839
    // One has `backup`:   rarity ln (1 + 2.5/1.5) = 0.980829
    // Once in one word:   0.980829 * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 / (5/3)))     = 2.157824 / 1.84 = 1.172730
    let index = index(&["firewall rules", "firewall firewall", "backup"]);
    assert_eq!(index.score_all(&text("firewalls")), [(1, 612), (0, 434)]);
    assert_eq!(
        index.score_all(&text("the backup of a firewall")),
        [(2, 1_173), (1, 612), (0, 434)]
    );
    // A word that is asked for twice counts twice.
    assert_eq!(
        index.score_all(&text("firewall firewall")),
        [(1, 1_224), (0, 869)]
    );
    assert_eq!(index.score_all(&text("unheard")), []);
}

#[test]
fn equal_scores_stand_in_the_order_of_the_texts() {
    let index = index(&["backup", "firewall", "backup", "firewall"]);
    let texts = |scores: Vec<(usize, u32)>| scores.into_iter().map(|(text, _)| text);
    assert!(texts(index.score_all(&text("firewall backup"))).eq(0..4));
    assert_eq!(index.similar_to(1), [(3, 100)]);
}

#[test]
fn similarity_is_the_mean_of_the_parts_that_are_shared() {
    // Each word is in one text or in both, so all that both have weigh less than the others; lengths are equal.
    let index = index(&["access review", "access backup", "review access", "patch"]);
    assert_eq!(index.similarity(0, 2), 100);
    assert_eq!(index.similarity(0, 3), 0);
    // `access` is in three of four texts: ln (1 + 1.5/3.5) = 0.356675; `review` in two: ln 2 = 0.693147; `backup` in one:
    // ln (1 + 3.5/1.5) = 1.203973. Of 0 it is 0.356675 / 1.049822 = 0.339748, of 1 0.356675 / 1.560648 = 0.228543.
    assert_eq!(index.similarity(0, 1), 28);
    assert_eq!(index.similar_to(0), [(2, 100), (1, 28)]);
    assert_eq!(index.shared_words(0, 2), ["review", "access"]);
}

#[test]
fn a_text_without_words_and_a_text_that_is_not_there_are_like_none() {
    let index = index(&["of the", "of the", "access"]);
    assert_eq!(index.similarity(0, 1), 0);
    assert_eq!(index.similarity(2, 7), 0);
    assert_eq!(index.similarity(2, 2), 100);
    assert_eq!(index.similar_to(7), []);
    assert!(index.shared_words(0, 7).is_empty());
    assert_eq!(Index::new([]).score_all(&text("access")), []);
}

/// A handful of texts from few words, so that they share some.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "access", "accesses", "rights", "reviewed", "Review", "backup", "the", "of", "policy",
        "policies", "incident", "27001",
    ]);
    let text = prop::collection::vec(word, 0..8).prop_map(|words| words.join(" "));
    prop::collection::vec(text, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn similarity_is_symmetric_and_its_ends_are_exact(texts in texts()) {
        let words: Vec<Words> = texts.iter().map(|one| text(one)).collect();
        let index = Index::new(words.clone());
        for (one, its) in words.iter().enumerate() {
            for (other, others) in words.iter().enumerate() {
                let similarity = index.similarity(one, other);
                prop_assert_eq!(similarity, index.similarity(other, one));
                let counts = |words: &Words| -> Vec<(String, u32)> {
                    words.iter().map(|(key, _, times)| (key.to_owned(), times)).collect()
                };
                let same = !its.is_empty() && counts(its) == counts(others);
                prop_assert_eq!(similarity == 100, same);
                let shares = keys(its).iter().any(|key| keys(others).contains(key));
                prop_assert_eq!(similarity > 0, shares);
                prop_assert_eq!(!index.shared_words(one, other).is_empty(), shares);
            }
        }
    }

    #[test]
    fn the_index_finds_what_comparing_every_pair_finds(texts in texts()) {
        let index = Index::new(texts.iter().map(|one| text(one)));
        for one in 0..texts.len() {
            let others = (0..texts.len()).filter(|other| *other != one);
            let mut compared: Vec<(usize, u8)> = others
                .map(|other| (other, index.similarity(one, other)))
                .filter(|(_, similarity)| *similarity > 0)
                .collect();
            compared.sort_by_key(|(other, similarity)| (std::cmp::Reverse(*similarity), *other));
            prop_assert_eq!(index.similar_to(one), compared);
        }
    }

    #[test]
    fn the_order_of_the_texts_changes_nothing_but_their_numbers(
        (texts, order) in texts().prop_flat_map(|texts| {
            let order = Just((0..texts.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(texts), order)
        }),
        question in "[a-z]{0,3} (access|policy|review)",
    ) {
        let one = Index::new(texts.iter().map(|one| text(one)));
        let other = Index::new(order.iter().map(|at| text(&texts[*at])));
        let question = text(&question);
        let mut renumbered: Vec<(usize, u32)> = other
            .score_all(&question)
            .into_iter()
            .map(|(number, score)| (order[number], score))
            .collect();
        renumbered.sort_by_key(|(number, score)| (std::cmp::Reverse(*score), *number));
        prop_assert_eq!(one.score_all(&question), renumbered);
        for (a, old_a) in order.iter().enumerate() {
            for (b, old_b) in order.iter().enumerate() {
                prop_assert_eq!(one.similarity(*old_a, *old_b), other.similarity(a, b));
                prop_assert_eq!(one.shared_words(*old_a, *old_b), other.shared_words(a, b));
            }
        }
    }

    #[test]
    fn capitals_make_no_difference(any in "[ -~À-ÿ]{0,60}") {
        let (words, capitals) = (text(&any), text(&any.to_uppercase()));
        prop_assert_eq!(keys(&words), keys(&capitals));
    }

    #[test]
    fn any_text_is_like_itself(any in "\\PC{0,60}") {
        let index = index(&[&any, &any]);
        let expected = if text(&any).is_empty() { 0 } else { 100 };
        prop_assert_eq!(index.similarity(0, 1), expected);
    }
}
