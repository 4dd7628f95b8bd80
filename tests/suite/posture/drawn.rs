//! Drawn workspaces of posture: whatever the language can say, with names that exist.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const CONTROLS: [&str; 6] = [
    "ID.AM.a", "ID.AM.b", "ID.GV.a", "PR.AC.a", "PR.DS.a", "RS.RP.a",
];
const ROLES: [&str; 3] = ["board", "ciso", "soc"];
const TECHNOLOGIES: [&str; 2] = ["edr", "siem"];
const TITLES: [&str; 4] = [
    "",
    " \"Plain\"",
    " \"With \\\"marks\\\" and \\u{1F512}\"",
    " \"Ünïcode\"",
];

fn titles() -> impl Strategy<Value = &'static str> {
    select(&TITLES[..])
}

fn role() -> impl Strategy<Value = &'static str> {
    select(&ROLES[..])
}

fn date() -> impl Strategy<Value = String> {
    (1_u32..=12, 1_u32..=28).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}"))
}

fn duration() -> impl Strategy<Value = String> {
    (1_u32..=99_999, select(&["min", "h", "d", "mo", "y"][..]))
        .prop_map(|(count, unit)| format!("{count}{unit}"))
}

/// Some of these, in their order, with commas, at times over two lines.
fn list(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    let joint = select(&[", ", ",\n      ", " , "][..]);
    (subsequence(of, 1..=of.len()), joint).prop_map(|(some, joint)| some.join(joint))
}

/// Properties, some of which are left out, in any order, with comments and blank lines between them.
fn block(lines: Vec<BoxedStrategy<String>>) -> BoxedStrategy<String> {
    let between = select(&["", "", "", "\n", "  // a comment\n", "  /* another */\n"][..]);
    let drawn = lines
        .into_iter()
        .map(|line| (line, between.clone()).prop_map(|(line, after)| format!("  {line}\n{after}")))
        .collect::<Vec<_>>();
    drawn
        .prop_flat_map(|lines| Just(lines).prop_shuffle())
        .prop_map(|lines| lines.concat())
        .boxed()
}

fn construct(
    header: &'static str,
    behind: &'static str,
    body: BoxedStrategy<String>,
) -> BoxedStrategy<String> {
    let doc = select(&["", "/// What it is.\n"][..]);
    (doc, titles(), body)
        .prop_map(move |(doc, title, body)| format!("{doc}{header}{title}{behind} {{\n{body}}}\n"))
        .boxed()
}

fn property(
    word: &'static str,
    values: impl Strategy<Value = String> + 'static,
) -> BoxedStrategy<String> {
    values
        .prop_map(move |values| format!("{word} {values}"))
        .boxed()
}

/// A property or, half of the time, nothing.
fn maybe(
    word: &'static str,
    values: impl Strategy<Value = String> + 'static,
) -> BoxedStrategy<String> {
    let written = property(word, values);
    (any::<bool>(), written)
        .prop_map(|(there, written)| if there { written } else { String::new() })
        .boxed()
}

fn number(range: std::ops::RangeInclusive<u32>) -> impl Strategy<Value = String> {
    range.prop_map(|number| number.to_string())
}

fn supports() -> impl Strategy<Value = String> {
    let property = select(&["", " integral-to", " example-of", " precedes"][..]);
    (list(&CONTROLS), property).prop_map(|(controls, property)| format!("{controls}{property}"))
}

fn organization() -> BoxedStrategy<String> {
    let threshold = select(&["", " achieved-from 4"][..]);
    let adopts = threshold.prop_map(|threshold| format!("nist-csf@2.0, pci-dss@4.0.1{threshold}"));
    construct(
        "organization acme",
        "",
        block(vec![
            Just("baseline iso-ts-27103@2026".to_owned()).boxed(),
            maybe("sector", Just("health-care".to_owned())),
            maybe(
                "scope",
                Just("\"\"\"\n    The claims platform\n      and more\n    \"\"\"".to_owned()),
            ),
            maybe("adopts", adopts),
            maybe("tolerance", number(0..=25)),
            maybe(
                "capacity",
                number(1..=500).prop_map(|days| format!("{days}d per quarter")),
            ),
        ]),
    )
}

fn roles() -> Vec<BoxedStrategy<String>> {
    let role_of = |header| {
        construct(
            header,
            " for acme",
            block(vec![
                maybe(
                    "represents",
                    list(&["it", "legal", "compliance", "risk", "business"]),
                ),
                maybe("reports-to", role().prop_map(str::to_owned)),
                maybe("accountable", list(&CONTROLS)),
                maybe("decides", list(&["risk-acceptance", "targets", "mappings"])),
            ]),
        )
    };
    vec![
        role_of("role board"),
        role_of("role ciso"),
        role_of("role soc"),
    ]
}

fn governance() -> Vec<BoxedStrategy<String>> {
    let step = (role(), role(), duration())
        .prop_map(|(from, to, within)| format!("{from} -> {to}  within {within}"))
        .boxed();
    vec![
        construct(
            "committee steering",
            "",
            block(vec![
                maybe("chair", role().prop_map(str::to_owned)),
                maybe("members", list(&ROLES)),
                maybe(
                    "meets",
                    duration().prop_map(|every| format!("every {every}")),
                ),
            ]),
        ),
        construct("escalation incident", "", block(vec![step.clone(), step])),
        construct(
            "risk loss",
            "",
            block(vec![
                maybe("threatens", list(&CONTROLS)),
                property("likelihood", number(1..=100)),
                property("impact", number(1..=100)),
                maybe("owner", role().prop_map(str::to_owned)),
                maybe(
                    "treatment",
                    select(&["mitigate", "accept", "transfer", "avoid"][..])
                        .prop_map(str::to_owned),
                ),
            ]),
        ),
        construct(
            "audience regulator",
            "",
            block(vec![
                maybe("hides", list(&["owner", "note", "effort", "evidence"])),
                maybe("valid", duration()),
            ]),
        ),
    ]
}

fn technologies() -> Vec<BoxedStrategy<String>> {
    let technology = |header| {
        construct(
            header,
            "",
            block(vec![
                Just("kind endpoint".to_owned()).boxed(),
                maybe("supports", supports()),
                maybe("feeds", list(&TECHNOLOGIES)),
            ]),
        )
    };
    let step = select(&["automated by edr", "manual by ciso"][..]);
    let measured = "\"incidents.csv\" occurred \"a\" detected \"b\" responded \"c\"";
    vec![
        technology("technology edr"),
        technology("technology siem"),
        construct(
            "playbook contain",
            "",
            block(vec![
                maybe("trigger", Just("\"EDR verdict\"".to_owned())),
                maybe("detector", Just("edr".to_owned())),
                maybe("executor", Just("siem".to_owned())),
                maybe("supports", supports()),
                maybe(
                    "step",
                    step.prop_map(|by| format!("\"Isolate, then wait\" {by}")),
                ),
                maybe("exercised", date()),
                maybe(
                    "detect",
                    duration().prop_map(|limit| format!("within {limit}")),
                ),
                maybe(
                    "respond",
                    duration().prop_map(|limit| format!("within {limit}")),
                ),
                maybe("measured", Just(measured.to_owned())),
            ]),
        ),
    ]
}

fn evidence() -> BoxedStrategy<String> {
    let requirement = select(
        &[
            "\"/enrolled\" >= 98",
            "\"/a/0\" < -3.25",
            "column \"mfa\" is \"yes\"",
            "matches \"^signed \\\\d+\"",
        ][..],
    );
    construct(
        "evidence export",
        "",
        block(vec![
            maybe("supports", supports()),
            Just("file \"evidence/mfa.json\"".to_owned()).boxed(),
            maybe("require", requirement.prop_map(str::to_owned)),
            property("collected", date()),
            maybe("valid", duration()),
            maybe("owner", role().prop_map(str::to_owned)),
        ]),
    )
}

/// A row: clauses in any order, and perhaps some of them in its block.
fn assessed(control: &'static str) -> BoxedStrategy<String> {
    let standing = prop_oneof![
        (1_u32..=4, 0_u32..=3)
            .prop_map(|(current, more)| format!("tier {current} -> {}", (current + more).min(4))),
        (1_u32..=4).prop_map(|tier| format!("tier {tier}")),
        Just("not-applicable".to_owned()),
    ];
    let clauses = vec![
        standing.boxed(),
        maybe("risk", number(1..=25)),
        maybe(
            "effort",
            number(1..=400).prop_map(|days| format!("{days}d")),
        ),
        maybe("owner", role().prop_map(str::to_owned)),
        maybe("evidence", Just("export".to_owned())),
    ];
    let note = select(&["", "\"A note\"", "\"tier 3 -> 4 \\\\ risk\""][..]);
    let shuffled = clauses.prop_flat_map(|clauses| Just(clauses).prop_shuffle());
    (shuffled, note, 0_usize..=4)
        .prop_map(move |(clauses, note, in_block)| {
            let clauses: Vec<String> = clauses
                .into_iter()
                .filter(|clause| !clause.is_empty())
                .collect();
            let (line, block) = clauses.split_at(clauses.len() - in_block.min(clauses.len() - 1));
            let head = format!("  {control}  {} {note}", line.join("  "));
            if block.is_empty() {
                return format!("{}\n", head.trim_end());
            }
            format!("{head} {{\n    {}\n  }}\n", block.join("\n    "))
        })
        .boxed()
}

fn assessment() -> BoxedStrategy<String> {
    let head = block(vec![
        property("assessed", date()),
        Just("achieved-from 3".to_owned()).boxed(),
        maybe("assessor", Just("\"Internal audit\"".to_owned())),
        maybe(
            "approved",
            date().prop_map(|on| format!("\"Board\" on {on}")),
        ),
        maybe("risk-scale", Just("0 25".to_owned())),
        maybe(
            "default",
            role().prop_map(|owner| format!("risk 6 effort 10d owner {owner}")),
        ),
    ]);
    let rows: Vec<_> = CONTROLS.map(assessed).into();
    let rows = rows.prop_flat_map(|rows| Just(rows).prop_shuffle());
    let body = (head, rows).prop_map(|(head, rows)| head + &rows.concat());
    construct(
        "assessment now",
        " of iso-ts-27103@2026 for acme",
        body.boxed(),
    )
}

fn roadmap() -> BoxedStrategy<String> {
    let initiative = |header, after: &'static [&'static str]| {
        construct(
            header,
            "",
            block(vec![
                maybe(
                    "raises",
                    list(&CONTROLS).prop_map(|controls| format!("{controls} to 4")),
                ),
                maybe("treats", Just("loss".to_owned())),
                maybe("after", list(after)),
                property(
                    "effort",
                    number(1..=99_999).prop_map(|days| format!("{days}d")),
                ),
                maybe("owner", role().prop_map(str::to_owned)),
                maybe("starts", date()),
                maybe("lasts", duration()),
            ]),
        )
    };
    let one = (
        initiative("initiative first", &["second"]),
        initiative("initiative second", &["first", "third"]),
    );
    let phases = (one, initiative("initiative third", &["first", "second"])).prop_map(
        |((first, second), third)| {
            format!("phase one \"One\" {{\n{first}{second}}}\nphase two {{\n{third}}}\n")
        },
    );
    construct("roadmap next", " for now", phases.boxed())
}

/// A workspace: its constructs, in any order.
pub fn workspace() -> impl Strategy<Value = Vec<String>> {
    let mut items = vec![organization(), evidence(), assessment(), roadmap()];
    items.extend(roles());
    items.extend(governance());
    items.extend(technologies());
    items.prop_flat_map(|items| Just(items).prop_shuffle())
}
