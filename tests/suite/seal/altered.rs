//! No signature that counts has a neighbour that counts.

use proptest::prelude::*;

use super::forger::{DOCUMENT, Forger, WHO, answer, armour};
use xwalk::seal::NAMESPACE;

/// Both kinds that count.
fn sound() -> [Forger; 2] {
    ["sha512", "sha256"].map(|hash| Forger::with(hash, NAMESPACE, 1))
}

#[test]
fn a_sound_signature_names_its_signer() {
    for signature in sound() {
        let answer = answer(DOCUMENT, signature.text().as_bytes());
        assert_eq!(answer.unwrap(), [WHO]);
    }
}

#[test]
fn a_signature_with_any_bit_changed_is_refused() {
    for signature in sound() {
        let text = signature.text().into_bytes();
        for (at, bit) in bits(&text) {
            let mut altered = text.clone();
            altered[at] ^= bit;
            assert!(answer(DOCUMENT, &altered).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_signature_with_any_bit_changed_beneath_its_armour_is_refused() {
    for signature in sound() {
        let blob = signature.blob();
        for (at, bit) in bits(&blob) {
            let mut altered = blob.clone();
            altered[at] ^= bit;
            let text = armour(&altered, 70, "\n");
            assert!(
                answer(DOCUMENT, text.as_bytes()).is_err(),
                "byte {at}, bit {bit}"
            );
        }
    }
}

#[test]
fn a_document_with_any_bit_changed_is_refused() {
    for signature in sound() {
        let text = signature.text();
        for (at, bit) in bits(DOCUMENT) {
            let mut altered = DOCUMENT.to_vec();
            altered[at] ^= bit;
            assert!(answer(&altered, text.as_bytes()).is_err());
        }
    }
}

#[test]
fn a_signature_that_ends_at_any_byte_is_refused() {
    for signature in sound() {
        let text = signature.text();
        let blob = signature.blob();
        for length in 0..text.len() {
            assert!(answer(DOCUMENT, &text.as_bytes()[..length]).is_err());
        }
        for length in 0..blob.len() {
            let text = armour(&blob[..length], 70, "\n");
            assert!(answer(DOCUMENT, text.as_bytes()).is_err());
        }
    }
}

/// Every bit of every byte.
fn bits(bytes: &[u8]) -> impl Iterator<Item = (usize, u8)> + use<> {
    (0..bytes.len()).flat_map(|at| (0..8).map(move |bit| (at, 1 << bit)))
}

/// A change of some bytes: what is taken away where, and what is put there.
fn change() -> impl Strategy<Value = (prop::sample::Index, usize, Vec<u8>)> {
    (
        any::<prop::sample::Index>(),
        0..80_usize,
        prop::collection::vec(any::<u8>(), 0..80),
    )
}

fn changed(bytes: &[u8], change: &(prop::sample::Index, usize, Vec<u8>)) -> Vec<u8> {
    let (at, taken, put) = change;
    let at = at.index(bytes.len() + 1);
    let end = (at + taken).min(bytes.len());
    [&bytes[..at], put, &bytes[end..]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whatever_is_taken_out_and_put_in_nothing_else_counts(change in change()) {
        for signature in sound() {
            let text = signature.text().into_bytes();
            let altered = changed(&text, &change);
            prop_assert_eq!(answer(DOCUMENT, &altered).is_ok(), altered == text);
            let blob = signature.blob();
            let altered = changed(&blob, &change);
            let text = armour(&altered, 70, "\n");
            prop_assert_eq!(answer(DOCUMENT, text.as_bytes()).is_ok(), altered == blob);
        }
    }

    #[test]
    fn no_bytes_at_all_make_the_check_fail_to_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(answer(DOCUMENT, &bytes).is_err());
        let blob = [&b"SSHSIG\0\0\0\x01"[..], &bytes].concat();
        prop_assert!(answer(DOCUMENT, armour(&blob, 70, "\n").as_bytes()).is_err());
    }
}
