//! What a mapping claims, as a text, and the digest of that.
//!
//! Whoever relies on a mapping relies on what it says, not on how its file is laid out, who wrote it or how far it has
//! come. The text is one line for each thing that the mapping says of itself, then one for each claim, sorted, since the
//! order of rows means nothing; a row with several targets is several claims. Without author, reviewer, contact, home,
//! status, dates and comments. What a row takes from its mapping stands in its line.

use sha2::{Digest, Sha256};

use xwalk_model::{ControlId, End, MappingId, Model, Row};
use xwalk_syntax::ast::Complete;
use xwalk_syntax::{spelled_identifier, spelled_text};

/// The SHA-256 of what a mapping claims: 64 small hexadecimal digits.
#[must_use]
pub fn claims_digest(model: &Model<'_>, mapping: MappingId) -> String {
    let digest = Sha256::digest(claims_text(model, mapping));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a mapping claims, one line each.
#[must_use]
pub fn claims_text(model: &Model<'_>, id: MappingId) -> String {
    let mapping = &model.mappings[id];
    let [from, to] = [mapping.from, mapping.to].map(|id| model.frameworks[id].label());
    let mut lines = vec![format!(
        "mapping {} {} from {from} to {to}",
        mapping.name,
        spelled_text(&mapping.title)
    )];
    let mut say = |word: &str, value: Option<String>| {
        lines.extend(value.map(|value| format!("{word} {value}")));
    };
    let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(spelled_text);
    say("source", text(&mapping.source));
    say("url", text(&mapping.url));
    say("use-case", text(&mapping.use_case));
    say("audience", text(&mapping.submission.audience));
    say("authority", text(&mapping.submission.authority));
    for citation in &mapping.submission.citations {
        say("citation", Some(spelled_text(citation)));
    }
    say("version", mapping.version.map(|it| it.to_string()));
    say("style", Some(mapping.style.word().to_owned()));
    let complete = Some(mapping.complete).filter(|it| *it != Complete::None);
    say("complete", complete.map(|it| it.word().to_owned()));
    let comprehensive = mapping.comprehensive.map(|(sides, _)| sides);
    let comprehensive = comprehensive.filter(|it| *it != Complete::None);
    say(
        "comprehensive",
        comprehensive.map(|it| it.word().to_owned()),
    );
    let scope = mapping.scope.iter();
    let scope: Vec<String> = scope.map(|control| qualified(model, *control)).collect();
    say("scope", (!scope.is_empty()).then(|| scope.join(", ")));
    for (number, name, digest) in &mapping.origins {
        let digest = digest.as_deref().map(spelled_text);
        let digest = digest.map_or_else(String::new, |digest| format!(" digest {digest}"));
        say(
            "origin",
            Some(format!("{number} {}{digest}", spelled_text(name))),
        );
    }
    let rows = model.rows_of(id);
    let mut claims: Vec<String> = rows.map(|(_, row)| claim(model, row)).collect();
    claims.sort_unstable();
    lines.extend(claims);
    lines.push(String::new());
    lines.join("\n")
}

/// One claim with all that is said of it.
fn claim(model: &Model<'_>, row: &Row<'_>) -> String {
    let mut line = format!(
        "{} {} {}",
        end(model, &row.source),
        row.relation_text(),
        end(model, &row.target)
    );
    let mut say = |word: &str, value: Option<String>| {
        if let Some(value) = value {
            line.push_str(&format!(" {word}{value}"));
        }
    };
    say("", model.rationale(row).map(|it| it.word().to_owned()));
    say("strength ", row.strength.map(|it| it.to_string()));
    say("confidence ", row.confidence.map(|it| it.to_string()));
    if let Some(details) = row.details.as_deref() {
        say("", details.property.map(|it| it.word().to_owned()));
        say("when ", details.when.as_deref().map(spelled_text));
        say("source ", details.source.as_deref().map(spelled_text));
        let from = details.from.as_ref();
        say(
            "from ",
            from.map(|(number, place)| format!("{number} {}", spelled_text(place))),
        );
    }
    say("", row.note.as_deref().map(spelled_text));
    line
}

fn end(model: &Model<'_>, end: &End) -> String {
    let controls = end.controls().iter();
    let controls = controls.map(|control| spelled_identifier(model.controls[*control].identifier));
    let controls: Vec<_> = controls.collect();
    if controls.is_empty() {
        "*".to_owned()
    } else {
        controls.join(" + ")
    }
}

fn qualified(model: &Model<'_>, control: ControlId) -> String {
    let control = &model.controls[control];
    let framework = model.frameworks[control.framework].label();
    format!("{framework}:{}", spelled_identifier(control.identifier))
}
