//! Hiding and showing values of any document.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use xwalk::redaction::{
    Disclosure, DisclosureError, SaltSeed, Salts, SeedError, digest, disclose, hide, places,
};

fn seed() -> SaltSeed {
    SaltSeed::read("3b7f10c9e264a85d91fe07d34c6ab82f").unwrap()
}

fn salts(seed: &SaltSeed) -> Salts<'_> {
    Salts {
        seed,
        organization: "acme-health",
        audience: "regulator",
        sequence: 2,
        created: "2026-11-24",
    }
}

/// `printf '%s' '["00112233445566778899aabbccddeeff","/assessments/0/controls/4/note","A \"note\", é"]' | sha256sum`, and
/// the same for the object.
#[test]
fn the_digest_is_what_sha256sum_makes_of_salt_path_and_value() {
    let salt = "00112233445566778899aabbccddeeff";
    let note = json!("A \"note\", \u{e9}");
    assert_eq!(digest(salt, "/assessments/0/controls/4/note", &note), NOTE);
    let object = json!({ "on": "2026-10-02", "name": "Internal audit", "parts": [1, true, {}] });
    assert_eq!(digest(salt, "/assessments/0/assessor", &object), OBJECT);
}
const NOTE: &str = "7da37aa195fc39b37060c43944c5af48bfba002299875cb60692a90799a9e550";
const OBJECT: &str = "333998b3bd5884e6207a052109d37c97014d3a14d4dcdd6c08bcba178177f131";

/// `printf '%s' '["acme-health","regulator",2,"2026-11-24","/a",[1,2]]' | openssl dgst -sha256 -mac HMAC -macopt
/// hexkey:3b7f10c9e264a85d91fe07d34c6ab82f`, cut off after 32 digits.
#[test]
fn a_salt_is_what_openssl_makes_of_the_seed() {
    let seed = seed();
    assert_eq!(salts(&seed).of("/a", &json!([1, 2])), SALT);
}
const SALT: &str = "d047ecdff06fad41817a644b268caa24";

#[test]
fn no_two_exports_places_or_values_have_a_salt_in_common() {
    let seed = seed();
    let of = |salts: Salts<'_>, path: &str, value: u32| salts.of(path, &json!(value));
    let ours = salts(&seed);
    let other = SaltSeed::read("3b7f10c9e264a85d91fe07d34c6ab830").unwrap();
    let all = [
        of(ours, "/a", 1),
        of(ours, "/a", 2),
        of(ours, "/b", 1),
        of(
            Salts {
                organization: "acme",
                ..ours
            },
            "/a",
            1,
        ),
        of(
            Salts {
                audience: "bank",
                ..ours
            },
            "/a",
            1,
        ),
        of(
            Salts {
                sequence: 3,
                ..ours
            },
            "/a",
            1,
        ),
        of(
            Salts {
                created: "2026-11-25",
                ..ours
            },
            "/a",
            1,
        ),
        of(
            Salts {
                seed: &other,
                ..ours
            },
            "/a",
            1,
        ),
    ];
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert!(all.iter().all(|salt| salt.len() == 32));
}

#[test]
fn a_seed_that_could_be_guessed_is_refused_and_none_is_ever_printed() {
    let fault = |text: &str| SaltSeed::read(text).unwrap_err();
    assert_eq!(fault(""), SeedError::Short(0));
    assert_eq!(
        fault("000102030405060708090a0b0c0d0e"),
        SeedError::Short(30)
    );
    assert_eq!(fault(&"00".repeat(16)), SeedError::Weak);
    assert_eq!(fault(&"0123456789abcd".repeat(8)), SeedError::Weak);
    assert_eq!(fault("000102030405060708090a0b0c0d0e0f"), SeedError::Weak);
    assert_eq!(fault("61636d65206865616c74682032303236"), SeedError::Text);
    assert_eq!(fault("000102030405060708090a0b0c0d0e0"), SeedError::Form);
    assert_eq!(fault("00 01"), SeedError::Form);
    assert_eq!(format!("{:?}", seed()), "SaltSeed");
}

#[test]
fn a_pattern_finds_its_places_in_the_order_of_the_document() {
    let document = json!({ "a": [{ "b": 1 }, {}, { "b": [2, 3] }], "c": 4 });
    assert_eq!(places(&document, "/a/*/b"), ["/a/0/b", "/a/2/b"]);
    assert_eq!(places(&document, "/a/2/b/*"), ["/a/2/b/0", "/a/2/b/1"]);
    assert_eq!(places(&document, "/c"), ["/c"]);
    assert_eq!(places(&document, "/c/*"), Vec::<String>::new());
    assert_eq!(places(&document, "/d/*"), Vec::<String>::new());
}

#[test]
fn a_disclosure_of_which_anything_was_changed_shows_nothing() {
    let seed = seed();
    let original = json!({ "list": [1, 1, 2], "other": { "hidden": 1 } });
    let mut document = original.clone();
    let hidden = hide(&mut document, places(&original, "/list/*"), &salts(&seed));
    let disclosure = hidden[0].clone();
    let ask = |disclosure: Disclosure| disclose(&mut document.clone(), &disclosure);
    assert_eq!(ask(disclosure.clone()), Ok(()));
    let another = Err(DisclosureError::Another("/list/0".to_owned()));
    for value in [json!(2), json!("1"), json!(1.0), json!([1]), json!(null)] {
        assert_eq!(
            ask(Disclosure {
                value,
                ..disclosure.clone()
            }),
            another
        );
    }
    let mut salt = disclosure.salt.clone();
    salt.replace_range(..1, if salt.starts_with('0') { "1" } else { "0" });
    assert_eq!(
        ask(Disclosure {
            salt,
            ..disclosure.clone()
        }),
        another
    );
    // The same value with the same salt says nothing of another place.
    let path = |path: &str| Disclosure {
        path: path.to_owned(),
        ..disclosure.clone()
    };
    assert_eq!(
        ask(path("/list/1")),
        Err(DisclosureError::Another("/list/1".to_owned()))
    );
    assert_eq!(
        ask(path("/list/3")),
        Err(DisclosureError::Nowhere("/list/3".to_owned()))
    );
    assert_eq!(
        ask(path("/list")),
        Err(DisclosureError::NotHidden("/list".to_owned()))
    );
    assert_eq!(
        ask(path("/other")),
        Err(DisclosureError::NotHidden("/other".to_owned()))
    );
    let mut twice = document.clone();
    disclose(&mut twice, &disclosure).unwrap();
    let again = disclose(&mut twice, &disclosure);
    assert_eq!(again, Err(DisclosureError::NotHidden("/list/0".to_owned())));
}

/// Any document of texts, integers, lists and objects.
fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,8}", inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// All places within a document, its own left out.
fn all_places(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut below = |step: String, part: &Value| {
        let path = format!("{path}/{step}");
        found.push(path.clone());
        all_places(part, &path, found);
    };
    match value {
        Value::Array(parts) => {
            (0_usize..)
                .zip(parts)
                .for_each(|(at, part)| below(at.to_string(), part));
        }
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(name, part)| below(name.clone(), part));
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn whatever_is_hidden_is_shown_again_by_its_disclosures(
        original in document(),
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let mut all = Vec::new();
        all_places(&original, "", &mut all);
        let chosen: BTreeSet<String> = match all.as_slice() {
            [] => BTreeSet::new(),
            all => chosen.iter().map(|index| index.get(all).clone()).collect(),
        };
        let seed = seed();
        let mut document = original.clone();
        let disclosures = hide(&mut document, chosen.clone(), &salts(&seed));
        prop_assert_eq!(disclosures.len(), chosen.len());
        let text = serde_json::to_string(&disclosures).unwrap();
        let read: Vec<Disclosure> = serde_json::from_str(&text).unwrap();
        for disclosure in &read {
            disclose(&mut document, disclosure).unwrap();
        }
        prop_assert_eq!(document, original);
    }
}
