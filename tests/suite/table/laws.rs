//! Laws of the reader: what another library writes it reads, and it takes for JSON what another library does.

use proptest::prelude::*;
use xwalk::table::{Cause, Lines, at_pointer, decode};

/// Cells as people fill them, without blanks at the ends, which say nothing.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zé0-9][a-z,;\"' é]{0,6}[a-z0-9é\"]",
        1 => Just("x\ny".to_owned()),
        1 => Just("1".to_owned()),
    ]
}

/// Texts that are nearly JSON.
fn nearly_json() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just(":"),
        Just("\"a\""),
        Just("\"é\""),
        Just("1"),
        Just("-2.5e3"),
        Just("NaN"),
        Just("true"),
        Just("null"),
        Just("\n"),
        Just("\""),
        Just("\\"),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn cells_are_those_that_were_written(
        rows in (1_usize..5).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 1..6)),
        separator in prop_oneof![Just(b','), Just(b';'), Just(b'\t')],
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let sign = char::from(separator);
        let text = format!("sep={sign}\r\n{}", String::from_utf8(bytes).unwrap());
        let text = decode(text.as_bytes()).unwrap();
        let read: Vec<Vec<String>> = Lines::new(&text)
            .map(|line| line.unwrap().1.iter().map(|cell| cell.value().into_owned()).collect())
            .collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn json_is_what_another_reader_takes_for_it(text in nearly_json()) {
        let other = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        match at_pointer(&text, "") {
            Ok(_) => prop_assert!(other),
            Err(refusal) => prop_assert!(!other || matches!(refusal.cause, Cause::TwoMembers(_)), "{}", refusal.told("f", "JSON")),
        }
    }

    #[test]
    fn nothing_that_comes_from_outside_is_too_much(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            prop_assert!(!text.contains('\r'));
            let _ = Lines::new(&text).count();
            let _ = at_pointer(&text, "/a");
        }
    }
}
