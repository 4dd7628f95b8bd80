//! What an export holds back, told by whoever makes it, signs it or relies on it.

use serde::Deserialize;
use serde_json::Value;

use super::export::{Export, HeldBack};
use super::findings::one_line;
use xwalk_report::counted;

/// One line for each framework of which verdicts are held back, and why; nothing where none is.
pub fn lines(export: &Export) -> Vec<String> {
    let held_back = export.held_back.iter();
    held_back
        .map(|held_back| {
            let verdicts = counted(
                held_back.verdicts,
                "verdict is held back, since it rests",
                "verdicts are held back, since they rest",
            );
            let of = match named(&held_back.mappings) {
                None => String::new(),
                Some(mappings) => format!(" of {mappings}"),
            };
            one_line(&format!(
                "{}: {verdicts} on draft rows{of}",
                held_back.framework
            ))
        })
        .collect()
}

/// The same for whoever can do something about it, with what that is.
pub fn notes(export: &Export) -> String {
    let lines = lines(export);
    let mut text: String = lines.iter().map(|line| format!("note: {line}\n")).collect();
    if !lines.is_empty() {
        text += "note: accept with `xwalk accept` those of these mappings that you rely on, have their rows reviewed, or let drafts count with `xwalk build --allow-draft`\n";
    }
    text
}

fn named(mappings: &[String]) -> Option<String> {
    let (last, others) = mappings.split_last()?;
    Some(match others {
        [] => last.clone(),
        others => format!("{} and {last}", others.join(", ")),
    })
}

impl HeldBack {
    /// What a document holds back, by framework; `None` where it does not properly say so.
    pub fn all(document: &Value) -> Option<Vec<Self>> {
        let Some(verdicts) = document.get("verdicts") else {
            return Some(Vec::new());
        };
        let each: Option<Vec<Self>> = verdicts.as_array()?.iter().map(Self::of).collect();
        let held_back = each?.into_iter();
        Some(held_back.filter(|one| one.verdicts > 0).collect())
    }

    /// What is held back of one framework. Exports of version 1 show of each verdict that it is, and not why.
    fn of(verdicts: &Value) -> Option<Self> {
        let controls = verdicts.get("controls")?.as_array()?.iter();
        let drafts = controls.filter(|control| {
            control.get("verdict").and_then(Value::as_str) == Some("cannot-tell-draft")
                && control.get("assessable") == Some(&Value::Bool(true))
        });
        let mappings = verdicts.pointer("/held_back/mappings");
        let mappings = mappings.map(Vec::<String>::deserialize).transpose().ok()?;
        Some(Self {
            framework: verdicts.get("framework")?.as_str()?.to_owned(),
            verdicts: drafts.count(),
            mappings: mappings.unwrap_or_default(),
        })
    }
}
