//! `xwalk accept`, as its users meet it.

use super::{ACCEPT, HOUSE, MAPPING, ORGANIZATION, folder};
use crate::program::{write, xwalk};

fn club(folder: &tempfile::TempDir) -> String {
    std::fs::read_to_string(folder.path().join("club.xwalk")).unwrap()
}

#[test]
fn it_is_written_once_and_an_older_one_is_replaced() {
    let folder = folder(MAPPING);
    let told = xwalk(folder.path(), ACCEPT).ended(0).out;
    assert_eq!(told, "wrote club.xwalk\n");
    let once = club(&folder);
    let lines: Vec<&str> = once.lines().collect();
    assert_eq!(lines[..3], ORGANIZATION.lines().collect::<Vec<_>>()[..3]);
    assert!(
        lines[3].starts_with("  accepts  house-law digest \""),
        "{once}"
    );
    assert!(
        lines[3].ends_with("\" by porter on 2026-11-20 \"Read aloud\""),
        "{once}"
    );
    assert_eq!(lines[4..], ["}"]);
    xwalk(folder.path(), &["check"]).ended(0);
    xwalk(folder.path(), &["fmt", "--check", "club.xwalk"]).ended(0);

    let told = xwalk(folder.path(), ACCEPT).ended(0).out;
    assert_eq!(told, "club.xwalk says so already\n");
    assert_eq!(club(&folder), once);

    // Comments stay, and what is said of the same mapping gives way.
    write(
        folder.path(),
        "club.xwalk",
        &once.replace("aloud\"\n", "aloud\"  // twice\n"),
    );
    write(
        folder.path(),
        "mapping.xwalk",
        &MAPPING.replace("The same doors", "Doors"),
    );
    let again = [&ACCEPT[..7], &["Read \"again\""]].concat();
    xwalk(folder.path(), &again).ended(0);
    let twice = club(&folder);
    assert_eq!(twice.lines().count(), once.lines().count(), "{twice}");
    assert!(
        twice.contains("\"Read \\\"again\\\"\"  // twice\n"),
        "{twice}"
    );
    let checked = xwalk(folder.path(), &["check"]).ended(0);
    assert!(!checked.err.contains("XW0850"), "{}", checked.err);
}

#[test]
fn several_are_written_at_once_or_none() {
    let folder = folder(MAPPING);
    let second = MAPPING
        .replace("house-law", "second")
        .replace("  H-2", "  //");
    write(folder.path(), "second.xwalk", &second);
    let with = |other: &'static str| [&ACCEPT[..2], &[other], &ACCEPT[2..]].concat();
    let refused = xwalk(folder.path(), &with("secnd")).ended(2).err;
    assert!(refused.contains("the nearest is `second`"), "{refused}");
    assert_eq!(club(&folder), ORGANIZATION);
    xwalk(folder.path(), &with("second")).ended(0);
    assert_eq!(club(&folder).matches("accepts").count(), 2);
}

#[test]
fn what_is_asked_for_wrongly_changes_nothing() {
    let folder = folder(MAPPING);
    let by = |role: &'static str| [&ACCEPT[..3], &[role], &ACCEPT[4..]].concat();
    let refused = xwalk(folder.path(), &by("guard")).ended(2).err;
    assert!(
        refused.contains(
            "`guard` does not decide `mappings`, and so cannot accept any; `porter` does"
        ),
        "{refused}"
    );
    let unknown = xwalk(folder.path(), &by("portr")).ended(2).err;
    assert!(unknown.contains("the nearest is `porter`"), "{unknown}");
    let other = [ACCEPT, &["--organization", "clubs"]].concat();
    let other = xwalk(folder.path(), &other).ended(2).err;
    assert!(other.contains("the nearest is `club`"), "{other}");
    assert_eq!(club(&folder), ORGANIZATION);

    // A claim that is lost would not be among what is accepted.
    write(
        folder.path(),
        "mapping.xwalk",
        &MAPPING.replace("L-1", "L-9"),
    );
    let lost = xwalk(folder.path(), ACCEPT).ended(1).err;
    assert!(lost.contains("nothing was written"), "{lost}");
    assert_eq!(club(&folder), ORGANIZATION);
}

#[test]
fn of_several_organizations_the_one_that_is_named_is_meant() {
    let folder = folder(MAPPING);
    let second = ORGANIZATION.replace("club", "pub").replace("Club", "Pub");
    // On one line, behind another, and with its name in a comment.
    let both =
        format!("organization /* organization */ club \"Club\" {{ baseline house@1 }}\n\n{second}");
    write(folder.path(), "club.xwalk", &both);
    let house = HOUSE.replace("\" {\n  decides", "\" for club {\n  decides");
    let house = house
        .replace("\"Guard\" {", "\"Guard\" for club {")
        .replace("of house@1 {", "of house@1 for club {")
        .replace("\"Regulator\" {", "\"Regulator\" for club {");
    write(folder.path(), "house.xwalk", &house);
    let unsaid = xwalk(folder.path(), ACCEPT).ended(2).err;
    assert!(
        unsaid.contains("there are several organizations"),
        "{unsaid}"
    );
    let named = [ACCEPT, &["--organization", "club"]].concat();
    xwalk(folder.path(), &named).ended(0);
    let text = club(&folder);
    let (first, rest) = text.split_once("\n\n").unwrap();
    assert!(first.contains("  accepts  house-law digest"), "{text}");
    assert_eq!(rest, second);
    xwalk(folder.path(), &["check"]).ended(0);
}
