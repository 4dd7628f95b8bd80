//! The pictures of a posture: what they say in numbers, and that nothing lies outside or over anything.

mod element;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use xwalk::analysis::{Options as Counting, analyse};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::emit::html::pictures;
use xwalk::report::posture::{Initiative, Roadmap, Verdict};
use xwalk::report::{Options, Posture, PostureOptions, build};
use xwalk::syntax::ast::{Date, Status};

use self::element::Element;
use crate::harness::{path, read, sources};

/// The only posture of these files, for as long as the tests run.
fn posture_of(files: Vec<(String, String)>) -> &'static Posture<'static> {
    let sources = Box::leak(Box::new(sources(files)));
    let compilation = Box::leak(Box::new(compile(sources, &Levels::default())));
    let counting = Counting {
        status_floor: Status::Draft,
    };
    let facts = analyse(&compilation.model, counting);
    let options = Options {
        posture: Some(PostureOptions::default().into()),
        ..Options::on(Date::new(2026, 11, 23).unwrap())
    };
    let report = build(&compilation.model, &facts, sources, &[], &options);
    Box::leak(Box::new(report)).postures.first().unwrap()
}

/// The example as it is.
static PLAIN: LazyLock<&Posture<'_>> = LazyLock::new(|| posture_of(example(|_, text| text)));

/// The example with hostile titles, circles in its roadmap and its technology, without a capacity, with a crowded risk.
static HOSTILE: LazyLock<&Posture<'_>> = LazyLock::new(|| posture_of(hostile()));

/// The files of the example, each changed.
fn example(change: impl Fn(&str, String) -> String) -> Vec<(String, String)> {
    let folder = path("mappings/examples/acme-health");
    let names = [
        "assessment",
        "assessment-2025",
        "evidence",
        "governance",
        "organization",
        "playbooks",
        "risks",
        "roadmap",
        "technology",
    ];
    let file = |name: &&str| {
        let text = read(&folder.join(format!("{name}.xwalk")));
        (format!("acme/{name}.xwalk"), change(name, text))
    };
    names.iter().map(file).collect()
}

/// What a title may hold that a picture must not be broken by.
const BAIT: &str = "</text><script>alert(1)</script> & &lt; ' שלום 情報 🦀 Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";

fn hostile() -> Vec<(String, String)> {
    example(|name, text| {
        const TITLED: [&str; 6] = [
            "initiative",
            "organization",
            "phase",
            "risk",
            "roadmap",
            "technology",
        ];
        let mut changed = String::new();
        for line in text.lines() {
            let word = line.trim_start().split(' ').next().unwrap_or("");
            let end = line.rfind('"').filter(|_| TITLED.contains(&word));
            match end {
                Some(end) => changed += &format!("{} {BAIT}{}\n", &line[..end], &line[end..]),
                None => changed += &format!("{line}\n"),
            }
        }
        let crowd = (0..11).map(|number| {
            format!("risk more-{number} \"More\" {{\n threatens ID.AM.a\n likelihood 3\n impact 5\n owner ciso\n}}\n")
        });
        match name {
            "organization" => changed.replace("  capacity", "  //"),
            "risks" => changed + &crowd.collect::<String>(),
            "roadmap" => changed.replace(
                "after  asset-register\n      raises ID.RA.c",
                "after  asset-register, log-onboarding\n      raises ID.RA.c",
            ),
            "technology" => {
                changed.replace("  kind     soar", "  kind     soar\n  feeds edr, soar")
            }
            _ => changed,
        }
    })
}

/// The pictures of a posture, read.
fn read_all(posture: &Posture<'_>) -> Vec<Element> {
    let all = pictures(posture).into_iter();
    all.filter(|html| !html.is_empty())
        .map(|html| Element::parse(&html))
        .collect()
}

/// The picture of this name.
fn picture(posture: &Posture<'_>, name: &str) -> Element {
    let class = format!("picture {name}");
    let mut all = read_all(posture).into_iter();
    all.find(|picture| picture.class() == class).unwrap()
}

fn initiatives<'r, 'm>(roadmap: &'r Roadmap<'m>) -> impl Iterator<Item = &'r Initiative<'m>> {
    let phases = roadmap.phases.iter();
    phases.flat_map(|phase| &phase.initiatives)
}

#[test]
fn every_picture_says_what_it_is_and_what_it_shows() {
    for posture in [*PLAIN, *HOSTILE] {
        let all = read_all(posture);
        assert_eq!(all.len(), 6);
        let mut names = BTreeSet::new();
        for figure in &all {
            assert_eq!(figure.name, "figure");
            let svg = figure.only("svg");
            assert_eq!(svg.attribute("role"), "img");
            let title = svg.elements.iter().find(|it| it.name == "title").unwrap();
            let description = figure.only("desc");
            assert_eq!(svg.attribute("aria-labelledby"), title.attribute("id"));
            assert_eq!(
                svg.attribute("aria-describedby"),
                description.attribute("id")
            );
            assert!(!title.text.is_empty());
            assert!(
                description
                    .text
                    .contains(|letter: char| letter.is_ascii_digit())
            );
            assert!(!figure.only("figcaption").text.is_empty());
            for element in figure.all() {
                let id = element.attribute("id");
                assert!(id.is_empty() || names.insert(id.to_owned()), "{id} twice");
                for forbidden in ["style", "fill", "stroke", "onclick"] {
                    assert_eq!(element.attribute(forbidden), "");
                }
            }
        }
    }
}

#[test]
fn no_text_passes_for_markup() {
    let posture = *HOSTILE;
    for html in pictures(posture) {
        assert!(!html.contains("<script"));
    }
    for name in ["gantt", "risks", "architecture"] {
        let picture = picture(posture, name);
        let all = picture.all();
        assert!(
            all.iter()
                .any(|element| element.text.contains("</text><script>alert(1)"))
        );
    }
}

#[test]
fn the_same_posture_is_the_same_bytes() {
    let twice = [pictures(*HOSTILE), pictures(posture_of(hostile()))];
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn what_there_is_nothing_to_show_of_is_left_out() {
    let bare = example(|name, text| match name {
        "technology" | "playbooks" | "risks" | "roadmap" => String::new(),
        _ => text,
    });
    let posture = posture_of(bare);
    let all = read_all(posture);
    let classes: Vec<&str> = all.iter().map(Element::class).collect();
    assert_eq!(classes, ["picture tiers", "picture verdicts"]);
}

#[test]
fn nothing_is_drawn_outside_of_its_picture() {
    for posture in [*PLAIN, *HOSTILE] {
        for figure in read_all(posture) {
            let svg = figure.only("svg");
            let (width, height) = (svg.number("width"), svg.number("height"));
            assert_eq!(svg.attribute("viewBox"), format!("0 0 {width} {height}"));
            let inside = |what: &Element, x: i64, y: i64| {
                let fits = (0..=width).contains(&x) && (0..=height).contains(&y);
                assert!(fits, "{}: {what:?} at {x}, {y}", figure.class());
            };
            for element in svg.all() {
                match element.name.as_str() {
                    "rect" => {
                        let (x, y) = (element.number("x"), element.number("y"));
                        inside(element, x, y);
                        let (wide, high) = (element.number("width"), element.number("height"));
                        assert!(wide > 0 && high >= 0, "{element:?}");
                        inside(element, x + wide, y + high);
                    }
                    "circle" => inside(element, element.number("cx"), element.number("cy")),
                    "path" => {
                        for (x, y) in element.corners() {
                            inside(element, x, y);
                        }
                    }
                    "text" => {
                        // No font of prose is narrower than this.
                        let wide = element.text.chars().count() as i64 * 5;
                        let (x, y) = (element.number("x"), element.number("y"));
                        let left = match element.attribute("text-anchor") {
                            "end" => x - wide,
                            "middle" => x - wide / 2,
                            _ => x,
                        };
                        inside(element, left, y);
                        inside(element, left + wide, y);
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn texts_of_one_line_do_not_lie_over_each_other() {
    for posture in [*PLAIN, *HOSTILE] {
        for figure in read_all(posture) {
            let mut lines: BTreeMap<i64, Vec<(i64, i64, &str)>> = BTreeMap::new();
            for text in figure.all().into_iter().filter(|it| it.name == "text") {
                let wide = text.text.chars().count() as i64 * 5;
                let x = text.number("x");
                let left = match text.attribute("text-anchor") {
                    "end" => x - wide,
                    "middle" => x - wide / 2,
                    _ => x,
                };
                let line = lines.entry(text.number("y")).or_default();
                line.push((left, left + wide, &text.text));
            }
            for line in lines.values_mut() {
                line.sort_unstable();
                for pair in line.windows(2) {
                    let (one, other) = (&pair[0], &pair[1]);
                    assert!(
                        one.1 <= other.0,
                        "{}: {one:?} over {other:?}",
                        figure.class()
                    );
                }
            }
        }
    }
}

/// The words of the verdicts as the heat map gives them.
const WORDS: [(&str, Verdict); 7] = [
    ("met", Verdict::Met),
    ("not met", Verdict::NotMet),
    ("partly evidenced", Verdict::PartlyEvidenced),
    ("not applicable", Verdict::NotApplicable),
    ("cannot tell", Verdict::CannotTell),
    ("cannot tell (draft)", Verdict::CannotTellDraft),
    ("contradiction", Verdict::Contradiction),
];

#[test]
fn the_numbers_of_the_heat_map_are_those_of_the_verdicts() {
    let posture = *PLAIN;
    let map = picture(posture, "verdicts");
    let cells: Vec<&Element> = map
        .all()
        .into_iter()
        .filter(|it| it.class().starts_with("is-") && !it.title().is_empty())
        .collect();
    let mut expected = Vec::new();
    for projection in &posture.verdicts {
        // Counted by walking through the controls: a part is what comes before the next that is nested in nothing.
        let mut counts: Vec<(String, BTreeMap<&str, usize>)> = Vec::new();
        let framework = posture.frameworks.iter();
        let mut framework = framework.filter(|it| it.key == projection.framework);
        for named in &framework.next().unwrap().controls {
            if named.depth() == 0 {
                counts.push((named.identifier().to_owned(), BTreeMap::new()));
            }
            let mut judged = projection.controls.iter();
            let judged = judged.find(|it| it.control == *named).unwrap();
            if judged.assessable {
                let word = WORDS
                    .iter()
                    .find(|(_, it)| *it == judged.verdict)
                    .unwrap()
                    .0;
                *counts.last_mut().unwrap().1.entry(word).or_default() += 1;
            }
        }
        let mut whole: BTreeMap<&str, usize> = BTreeMap::new();
        for (word, count) in counts.iter().flat_map(|(_, counts)| counts) {
            *whole.entry(word).or_default() += count;
        }
        counts.retain(|(_, counts)| !counts.is_empty());
        counts.insert(0, (projection.framework.to_string(), whole));
        for (name, counts) in counts {
            for (word, _) in WORDS {
                let count = counts.get(word).copied().unwrap_or(0);
                expected.push((format!("{name}: {count} {word}"), count));
            }
        }
    }
    let shown: Vec<(String, usize)> = cells
        .iter()
        .map(|cell| {
            let texts = cell.all();
            let text = &texts.iter().find(|it| it.name == "text").unwrap().text;
            let number = text.rsplit(' ').next().unwrap();
            (cell.title().to_owned(), number.parse().unwrap())
        })
        .collect();
    assert_eq!(shown, expected);
    assert!(shown.len() > 200);
}

#[test]
fn the_tiers_are_those_of_the_assessed_controls() {
    let posture = *PLAIN;
    let drawn = picture(posture, "tiers");
    let assessment = posture
        .assessments
        .iter()
        .find(|it| it.name == "acme-2026")
        .unwrap();
    let mut current = Vec::new();
    let mut targets = Vec::new();
    for function in ["ID.", "PR.", "DE.", "RS.", "RC.", ""] {
        let mut counts: [BTreeMap<u32, usize>; 2] = Default::default();
        for row in &assessment.controls {
            let identifier = row.control.split_once(':').unwrap().1;
            if let Some((now, then)) = row.tiers.filter(|_| identifier.starts_with(function)) {
                *counts[0].entry(now).or_default() += 1;
                *counts[1].entry(then).or_default() += 1;
            }
        }
        current.extend(counts[0].values().copied());
        targets.extend(counts[1].values().copied());
    }
    let numbers = |class: &str| -> Vec<usize> {
        let texts = drawn.of("text", class).into_iter();
        texts.filter_map(|text| text.text.parse().ok()).collect()
    };
    assert_eq!(numbers("figure"), current);
    assert_eq!(numbers("soft"), targets);
    assert_eq!(drawn.of("rect", "aim").len(), targets.len() + 1);
    // Two bars explain the others.
    let bars = |class: &str| -> Vec<&Element> {
        let bars = drawn.of("rect", class).into_iter();
        bars.filter(|bar| bar.number("y") > 90).collect()
    };
    let (enough, short) = (bars("stand enough"), bars("stand short"));
    assert_eq!(enough.len() + short.len(), current.len());
    let threshold = drawn.of("path", "limit")[0].corners()[0].0;
    assert!(enough.iter().all(|bar| bar.number("x") > threshold));
    assert!(short.iter().all(|bar| bar.number("x") < threshold));
}

#[test]
fn every_initiative_has_one_line_and_those_of_the_critical_path_look_different() {
    for posture in [*PLAIN, *HOSTILE] {
        let roadmap = &posture.roadmaps[0];
        let chart = picture(posture, "gantt");
        let lines = chart.of("g", "initiative");
        assert_eq!(lines.len(), initiatives(roadmap).count());
        let mut dated = Vec::new();
        for (line, initiative) in lines.iter().zip(initiatives(roadmap)) {
            assert!(line.title().contains(&format!("({}): ", initiative.name)));
            let is_critical = roadmap.critical.contains(&initiative.declared());
            assert_eq!(
                line.of("rect", "task critical").len(),
                usize::from(is_critical)
            );
            assert_eq!(line.of("rect", "edge").len(), usize::from(is_critical));
            assert_eq!(line.of("path", "mark").len(), usize::from(is_critical));
            let bars: Vec<&Element> = line
                .all()
                .into_iter()
                .filter(|it| it.class() == "task" || it.class() == "edge")
                .collect();
            let Some(dates) = &initiative.dates else {
                assert!(bars.is_empty());
                assert!(line.all().iter().any(|it| it.text.contains("no dates")));
                continue;
            };
            assert_eq!(bars.len(), 1);
            assert_eq!(line.of("path", "tail").len(), usize::from(dates.slack > 0));
            let bar = (
                bars[0].number("x"),
                bars[0].number("x") + bars[0].number("width"),
            );
            dated.push((dates.earliest, bar));
        }
        assert!(!dated.is_empty());
        for (period, bar) in &dated {
            for (other, other_bar) in &dated {
                assert!(period.begins > other.begins || bar.0 <= other_bar.0);
                assert!(period.over > other.over || bar.1 <= other_bar.1);
                assert!(period.over > other.begins || bar.1 <= other_bar.0);
            }
        }
    }
}

#[test]
fn an_arrow_leads_to_each_initiative_from_all_that_it_waits_for() {
    for posture in [*PLAIN, *HOSTILE] {
        let roadmap = &posture.roadmaps[0];
        let dated: BTreeSet<&str> = initiatives(roadmap)
            .filter(|initiative| initiative.dates.is_some())
            .map(|initiative| initiative.name)
            .collect();
        let waits = initiatives(roadmap).filter(|it| dated.contains(it.name));
        let waits = waits
            .flat_map(|it| &it.after)
            .filter(|it| dated.contains(it.as_str()));
        let chart = picture(posture, "gantt");
        let critical = chart.of("path", "link critical").len();
        // One arrow explains the others.
        assert_eq!(chart.of("path", "link").len() + critical, waits.count() + 1);
        assert_eq!(critical, roadmap.critical.len() - 1);
    }
}

#[test]
fn the_load_of_each_quarter_stands_in_its_bar() {
    let posture = *PLAIN;
    let chart = picture(posture, "gantt");
    let loads = chart.of("g", "load");
    let expected = &posture.roadmaps[0].load;
    assert_eq!(loads.len(), expected.len());
    for (drawn, load) in loads.iter().zip(expected) {
        let number = drawn.of("text", "figure")[0].text.parse();
        assert_eq!(number, Ok(load.effort));
        assert_eq!(
            drawn.of("rect", "excess").len(),
            usize::from(load.excess > 0)
        );
    }
    let tight = example(|_, text| text.replace("capacity  100d", "capacity  80d"));
    let posture = posture_of(tight);
    let load = &posture.roadmaps[0].load;
    let excesses = load
        .iter()
        .map(|load| load.excess)
        .filter(|excess| *excess > 0);
    let excesses: Vec<String> = excesses.map(|excess| format!("▲ {excess}")).collect();
    assert!(!excesses.is_empty());
    let chart = picture(posture, "gantt");
    let marked = chart.of("text", "alarm").into_iter();
    let marked: Vec<&str> = marked.map(|text| text.text.as_str()).collect();
    assert_eq!(marked, excesses);
}

#[test]
fn the_burn_up_ends_where_the_last_initiative_leaves_each_framework() {
    let posture = *PLAIN;
    let rise = &posture.roadmaps[0].rise;
    let drawn = picture(posture, "burn-up");
    let mut labels: Vec<String> = (0..rise.frameworks.len())
        .map(|at| {
            let met = xwalk::analysis::posture::Verdict::Met;
            let (now, then) = (rise.now[at], rise.steps.last().unwrap().tallies[at]);
            format!("{} → {} of {} met", now.of(met), then.of(met), now.total())
        })
        .collect();
    let texts = drawn.of("text", "soft").into_iter();
    let mut shown: Vec<String> = texts
        .filter(|text| text.text.contains(" of "))
        .map(|text| text.text.clone())
        .collect();
    labels.sort();
    shown.sort();
    assert_eq!(shown, labels);
    let names = drawn.of("text", "figure");
    assert_eq!(names.len(), rise.frameworks.len());
    let mut places: Vec<i64> = names.iter().map(|name| name.number("y")).collect();
    places.sort_unstable();
    assert!(
        places.windows(2).all(|pair| pair[1] - pair[0] >= 30),
        "{places:?}"
    );
    let classes: BTreeSet<&str> = drawn
        .all()
        .into_iter()
        .map(Element::class)
        .filter(|class| class.starts_with("rise-"))
        .collect();
    assert_eq!(classes.len(), rise.frameworks.len());
}

#[test]
fn every_feed_is_an_arrow_and_only_circles_lead_back() {
    for (posture, back) in [(*PLAIN, 0), (*HOSTILE, 2)] {
        let landscape = &posture.technology;
        let drawn = picture(posture, "architecture");
        let boxes = drawn.of("g", "technology");
        assert_eq!(boxes.len(), landscape.technologies.len());
        for technology in &landscape.technologies {
            let named = format!("({})", technology.name);
            let found = boxes.iter().filter(|it| it.title().ends_with(&named));
            let found: Vec<_> = found.collect();
            assert_eq!(found.len(), 1);
            let is_isolated = landscape.is_isolated(technology);
            let dashed = found[0].of("rect", "box isolated").len();
            assert_eq!(dashed, usize::from(is_isolated));
        }
        let feeds: usize = landscape.technologies.iter().map(|it| it.feeds.len()).sum();
        let forth = drawn.of("path", "feed");
        assert_eq!(drawn.of("path", "feed back").len(), back);
        assert_eq!(forth.len() + back, feeds);
        for feed in forth {
            let corners = feed.corners();
            assert!(corners.is_sorted_by_key(|(x, _)| *x), "{corners:?}");
        }
    }
}

#[test]
fn every_risk_is_counted_in_its_cell_and_hatched_above_the_tolerance() {
    for posture in [*PLAIN, *HOSTILE] {
        let drawn = picture(posture, "risks");
        let tolerance = posture.organization.tolerance.unwrap();
        let cells = || (1..=5).flat_map(|one| (1..=5).map(move |other| (one, other)));
        let above = cells()
            .filter(|(one, other)| one * other > tolerance)
            .count();
        assert_eq!(drawn.of("rect", "square above").len(), above);
        assert_eq!(drawn.of("path", "haze").len(), above);
        let counts = drawn.of("text", "figure").into_iter();
        let counted: usize = counts
            .map(|text| {
                text.text
                    .split(' ')
                    .next()
                    .unwrap()
                    .parse::<usize>()
                    .unwrap()
            })
            .sum();
        assert_eq!(counted, posture.risks.len());
        let named = drawn.of("g", "risk");
        let marked = drawn.of("text", "alarm");
        let marked = marked.iter().filter(|text| text.text.starts_with('▲'));
        let intolerable = posture.risks.iter().filter(|risk| risk.level > tolerance);
        let left_out = posture.risks.len() - named.len();
        assert_eq!(marked.count(), intolerable.count() - left_out);
    }
}
