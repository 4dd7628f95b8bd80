//! What is left of controls, as a work list: for people, and as CSV.

use std::borrow::Cow;

use super::columns::Columns;
use super::findings::one_line;
use xwalk_emit::EmitError;
use xwalk_report::NOT_DESCRIBED;
use xwalk_report::answers::{CoverageWay, OpenControl, RemainderOf, ToldRow};
use xwalk_report::{Left, Open, counted};

/// What is left of the controls of one framework that another one overlaps.
pub fn of_coverage(way: &CoverageWay<'_>, left: &[RemainderOf<'_>]) -> String {
    let (of, by) = (&way.of, &way.by);
    let total = way.tallies.stated.total();
    let proved = way.tallies.proved.map_or("", |_| ", with proofs");
    let mut text = format!(
        "{of} where {by} is fulfilled: {} of {total} assessable controls overlap{proved}.{}\n",
        left.len(),
        if left.is_empty() {
            ""
        } else {
            " What is left of each:"
        },
    );
    text += &list(left);
    text + &format!("\nThe other way round: xwalk gaps {by} {of} --remainder\n")
}

/// The strongest first.
pub fn list(left: &[RemainderOf<'_>]) -> String {
    if left.is_empty() {
        return String::new();
    }
    let mut text =
        "The controls with the strongest connections come first, since least is likely to be left there. At most three connections are listed for each control.\n"
            .to_owned();
    for of in left {
        let control = &of.control;
        let strength = strength(of.strength);
        text += &format!("\n  {}  {}{strength}\n", control.identifier, control.title);
        for row in &of.rows {
            text += &format!("    {}\n", said(row));
            text += &format!("      {}\n", note(row));
        }
        if of.more_controls > 0 {
            let more = counted(
                of.more_controls,
                "more control shares",
                "more controls share",
            );
            text += &format!("    {more} something with it\n");
        }
        for pending in &of.not_achieved {
            let open = &pending.open;
            let line = format!("    not achieved: {}  {}", stands(open), open.title);
            text += line.trim_end();
            text.push('\n');
            for row in &pending.rows {
                text += &format!("      {}\n", said(row));
                text += &format!("        {}\n", note(row));
            }
        }
        for union in &of.unions {
            let missing = union.missing.iter().map(stands);
            let missing = missing.collect::<Vec<_>>().join(", ");
            text += &format!("    {}\n", said(&union.row));
            text += &format!("      not shown to be fulfilled: {missing}\n");
        }
        text += &below(of);
        if of.is_silent() {
            text += &format!("    {NOT_DESCRIBED}\n");
        }
    }
    text
}

fn below(of: &RemainderOf<'_>) -> String {
    let mut columns = Columns::default();
    for child in &of.below {
        columns.push([&*stands(child), child.title]);
    }
    let lines = columns.text();
    let lines = lines.lines();
    lines
        .map(|line| format!("    below it, not shown to be fulfilled: {line}\n"))
        .collect()
}

/// The note on a line of its own, whatever breaks it has: nothing in it can look like another entry.
fn note(row: &ToldRow<'_>) -> String {
    one_line(row.note.unwrap_or(NOT_DESCRIBED))
}

/// `nist-csf@2.0:PR.AA-05 (gap)`.
fn stands(open: &OpenControl<'_>) -> String {
    format!("{} ({})", open.control, open.stands)
}

fn strength(strength: Option<u8>) -> String {
    strength.map_or_else(String::new, |strength| format!(", strength {strength}"))
}

/// `nist-csf@2.0:PR.AA-05 intersects-with iso-27001@2022:A.5.15, strength 7 (csf2-iso.xwalk:12)`.
fn said(row: &ToldRow<'_>) -> String {
    let end = |controls: &[String]| match controls {
        [] => "*".to_owned(),
        controls => controls.join(" + "),
    };
    format!(
        "{} {} {}{} ({})",
        end(&row.source),
        row.relation,
        end(&row.target),
        strength(row.strength),
        row.place
    )
}

/// What is left of the controls of several frameworks, each with what it is fulfilled by, as CSV.
pub fn csv<'l>(
    frameworks: impl IntoIterator<Item = (&'l str, &'l [RemainderOf<'l>])>,
) -> Result<String, EmitError> {
    let header = [
        "of",
        "control",
        "title",
        "strongest",
        "kind",
        "described",
        "missing",
        "stands",
        "row",
        "source",
        "relation",
        "target",
        "strength",
        "confidence",
        "status",
        "place",
        "more_controls",
    ];
    let lines = frameworks.into_iter().flat_map(|(framework, left)| {
        let left = left.iter();
        left.flat_map(move |of| lines(framework, of))
    });
    super::csv::text(header, lines)
}

fn lines(framework: &str, of: &RemainderOf<'_>) -> Vec<[String; 17]> {
    let line = |left: Left<'_, (), ToldRow<'_>>, described: &str, missing: &[OpenControl<'_>]| {
        let each = |cell: fn(&OpenControl<'_>) -> String| {
            missing.iter().map(cell).collect::<Vec<_>>().join(", ")
        };
        let row = match left {
            Left::Row(row) | Left::Pending(_, row) | Left::Parts(row, _) => Some(row),
            Left::Child(_) | Left::Elsewhere(_) | Left::Nothing => None,
        };
        let cell = |cell: fn(&ToldRow<'_>) -> String| row.map_or_else(String::new, cell);
        [
            framework.to_owned(),
            of.control.to_string(),
            of.control.title.to_owned(),
            number(of.strength),
            left.kind().to_owned(),
            described.to_owned(),
            each(|open| open.control.clone()),
            each(|open| open.stands.to_string()),
            cell(|row| row.row.clone()),
            cell(|row| row.source.join(" + ")),
            cell(|row| row.relation.to_string()),
            cell(|row| row.target.join(" + ")),
            cell(|row| number(row.strength)),
            cell(|row| row.confidence.map_or_else(String::new, |it| it.to_string())),
            cell(|row| row.status.word().to_owned()),
            cell(|row| row.place.clone()),
            of.more_controls.to_string(),
        ]
    };
    // Of a control that is named apart, a line needs to know only that there is one.
    let some = Open {
        control: (),
        stands: Cow::Borrowed(""),
    };
    let rows = of.rows.iter();
    let rows = rows.map(|row| line(Left::Row(row), row.note.unwrap_or(NOT_DESCRIBED), &[]));
    let pending = of.not_achieved.iter().flat_map(|pending| {
        let rows = pending.rows.iter();
        rows.map(|row| {
            let note = row.note.unwrap_or(NOT_DESCRIBED);
            let open = std::slice::from_ref(&pending.open);
            line(Left::Pending(&some, row), note, open)
        })
    });
    let unions = of.unions.iter();
    let unions = unions.map(|union| line(Left::Parts(&union.row, &[]), "", &union.missing));
    let below = of.below.iter();
    let below = below.map(|child| line(Left::Child(&some), "", std::slice::from_ref(child)));
    let silent = of.is_silent();
    let nothing = silent.then(|| line(Left::Nothing, NOT_DESCRIBED, &[]));
    let lines = rows.chain(pending).chain(unions).chain(below);
    lines.chain(nothing).collect()
}

fn number(number: Option<u8>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}
